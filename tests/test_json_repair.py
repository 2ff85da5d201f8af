"""JSON as pages write it: what is mended, and what is given up."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsparse.readers._json import LONGEST, loads, objects


class TestWhatIsSound:
    @pytest.mark.parametrize("value", [{"a": [1, 2.5, None, True]}, [], "text", 7, {"a": {"b": "ö “x” 港"}}])
    def test_it_is_read_as_it_is(self, value: Any) -> None:
        assert loads(json.dumps(value)) == value

    def test_entities_in_texts_stay_for_those_who_know_what_the_text_is(self) -> None:
        assert loads('{"headline": "Fish &amp; chips"}') == {"headline": "Fish &amp; chips"}

    def test_a_backslash_before_a_slash_is_no_part_of_the_text(self) -> None:
        assert loads(r'{"url": "https:\/\/paper.example\/a"}') == {"url": "https://paper.example/a"}


class TestWhatIsMended:
    @pytest.mark.parametrize(
        ("raw", "meant"),
        [
            ('{"a": 1,}', {"a": 1}),
            ('{"a": [1, 2, ], }', {"a": [1, 2]}),
            ('{"a": "one\ntwo"}', {"a": "one\ntwo"}),
            ('{"a": "one\ttwo"', {"a": "one\ttwo"}),
            ('{"a": /* the first */ 1}', {"a": 1}),
            ('{"a": 1, // the first\n "b": 2}', {"a": 1, "b": 2}),
            ('{"a": "x" // the first\n}', {"a": "x"}),
            ('<![CDATA[{"a": 1}]]>', {"a": 1}),
            ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
            ('<!-- {"a": 1} -->', {"a": 1}),
            ('var data = {"a": 1};', {"a": 1}),
            ('{"a": 1};', {"a": 1}),
            ('\ufeff{"a": 1}', {"a": 1}),
            ('{\u00a0"a":\u00a01}', {"a": 1}),
            ('{"a": {"b": [1, 2', {"a": {"b": [1, 2]}}),
            ('{"a": [1, 2}', {"a": [1, 2]}),
            ('{"a": 1}}', {"a": 1}),
            ('{"a": "cut off', {"a": "cut off"}),
            (r'{"a": "C:\paper"}', {"a": r"C:\paper"}),
            ("{&quot;a&quot;: &quot;x&quot;}", {"a": "x"}),
        ],
        ids=[
            "trailing comma", "trailing commas", "line break", "tab, and no end", "comment", "comment to the end",
            "comment behind a text", "CDATA", "CDATA behind comments", "comment of HTML", "assignment", "semicolon",
            "byte order mark", "no-break spaces", "missing brackets", "missing inner bracket", "bracket too many",
            "cut inside a text", "backslash that escapes nothing", "entities for quotes",
        ],
    )  # fmt: skip
    def test_it_says_what_was_meant(self, raw: str, meant: Any) -> None:
        assert loads(raw) == meant

    @pytest.mark.parametrize(
        "text",
        [
            'He said "no" to it',
            'He said "no", and left',
            '"No" is the word',
            'The word is "no"',
            'A "b", then "c" and d',
        ],
    )
    def test_quotes_inside_a_text_need_no_escape(self, text: str) -> None:
        assert loads(f'{{"headline": "{text}", "n": 1}}') == {"headline": text, "n": 1}

    def test_an_escaped_quote_beside_a_bare_one_stays_escaped(self) -> None:
        assert loads(r'{"a": "The \"old\" and "new" pier", "b": 2,}') == {"a": 'The "old" and "new" pier', "b": 2}

    def test_what_looks_like_a_comment_inside_a_text_is_text(self) -> None:
        assert loads('{"url": "https://paper.example/*a*/",}') == {"url": "https://paper.example/*a*/"}

    def test_half_a_character_becomes_a_question_mark(self) -> None:
        assert loads(r'{"a": "wave \ud83c\udf0a, half \ud83c"}') == {"a": "wave 🌊, half ?"}


class TestWhatIsGivenUp:
    @pytest.mark.parametrize(
        "raw", ["", " ", "{", "nothing", "<html>", '{"a" "b"}', "}", '{"a": undefined}', "\\", '"', "/*"]
    )
    def test_what_is_no_json_is_none_or_empty(self, raw: str) -> None:
        assert not loads(raw)

    def test_brackets_without_end_are_none(self) -> None:
        assert loads("[" * 100_000) is None

    def test_what_is_longer_than_any_declaration_is_none(self) -> None:
        assert loads('{"a": "' + "x" * LONGEST + '"}') is None

    @pytest.mark.parametrize("unit", ['"', '\\"', "{", '{"a":', ",", "/*", "//", '"a" ', "\\", "]"])
    def test_a_long_row_of_any_mark_comes_to_an_end(self, unit: str) -> None:
        loads("{" + unit * 50_000)


class TestObjects:
    def test_an_object_with_a_type_is_one(self) -> None:
        assert list(objects({"@type": "NewsArticle", "a": 1})) == [{"@type": "NewsArticle", "a": 1}]

    def test_one_without_a_type_is_none(self) -> None:
        assert list(objects({"a": 1})) == []

    def test_lists_and_graphs_are_flattened_in_page_order(self) -> None:
        raw = [{"@type": "A"}, {"@graph": [{"@type": "B"}, [{"@type": "C"}]]}, {"@type": "D", "@graph": {"@type": "E"}}]
        assert [o["@type"] for o in objects(raw)] == ["A", "B", "C", "D", "E"]

    def test_the_order_of_many_is_kept(self) -> None:
        raw = [{"@type": "Thing", "n": n} for n in range(3000)]
        assert [o["n"] for o in objects(raw)] == list(range(3000))

    def test_objects_inside_objects_stay_there(self) -> None:
        raw = {"@type": "NewsArticle", "author": {"@type": "Person"}}
        assert list(objects(raw)) == [raw]

    @pytest.mark.parametrize("raw", [None, 1, "text", [None, 1, ["x"]], {"@graph": None}])
    def test_what_is_no_object_is_passed_over(self, raw: Any) -> None:
        assert list(objects(raw)) == []


class TestSideBySide:
    @pytest.mark.parametrize(
        ("raw", "meant"),
        [
            ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
            ('{"a": 1}\n{"b": 2};', [{"a": 1}, {"b": 2}]),
            ('{"a": 1}, {"b": [1,}', [{"a": 1}, {"b": [1]}]),
            ('[{"a": 1}], {"b": 2}', [[{"a": 1}], {"b": 2}]),
        ],
    )
    def test_all_values_are_read(self, raw: str, meant: Any) -> None:
        assert loads(raw) == meant

    def test_code_behind_an_object_is_none(self) -> None:
        assert loads('{"a": 1}; function () { x }') == {"a": 1}
