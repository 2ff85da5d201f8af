"""Fixture pages: what a folder has to hold, and what may stand in place of a value."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsparse
from newsparse.fixtures import (
    BadParser,
    CaseExists,
    FixtureError,
    MalformedCase,
    add_case,
    agrees,
    find_cases,
    is_case,
    parser,
    plain_fields,
    read_case,
)

PAGE = "<html><body><article><h1>Ferry line closes</h1><p>The last ferry leaves on Friday.</p></article></body></html>"
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that makes the folder of a case."""

    def made(case: str = "", expected: Any = None, name: str = "ferry", source: str = "source.html") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        text = expected if isinstance(expected, str) else json.dumps(expected or {"title": "Ferry line closes"})
        (folder / "case.toml").write_text(case, encoding="utf-8")
        (folder / "expected.json").write_text(text, encoding="utf-8")
        if source:
            (folder / source).write_bytes(gzip.compress(PAGE.encode()) if source.endswith("gz") else PAGE.encode())
        return folder

    return made


class TestFolder:
    def test_holds_a_page_its_settings_and_what_is_expected(self, make: Make) -> None:
        case = read_case(make('url = "https://x.example/a"\nnow = 2024-05-03T10:00:00Z\nreviewed = true'))
        assert (case.slug, case.content.decode(), case.expected) == ("ferry", PAGE, {"title": "Ferry line closes"})
        assert case.arguments == {"url": "https://x.example/a", "now": datetime(2024, 5, 3, 10, tzinfo=UTC)}
        assert case.reviewed

    def test_may_state_the_day_alone(self, make: Make) -> None:
        assert read_case(make("now = 2024-05-03")).arguments["now"] == datetime(2024, 5, 3)

    def test_may_have_been_written_by_an_editor_that_begins_with_a_mark(self, make: Make) -> None:
        folder = make('url = "https://x.example/a"')
        for name in ("case.toml", "expected.json"):
            (folder / name).write_text("\ufeff" + (folder / name).read_text(encoding="utf-8"), encoding="utf-8")
        assert read_case(folder).expected == {"title": "Ferry line closes"}

    def test_may_hold_a_compressed_page(self, make: Make) -> None:
        assert read_case(make(source="source.html.gz")).content.decode() == PAGE

    def test_tells_the_parser_what_it_states_and_no_more(self, make: Make) -> None:
        case = read_case(make('format = "html"\nlanguage = "en"\nencoding = "utf-8"'))
        assert case.arguments == {"url": None, "now": None, "format": "html", "language": "en", "encoding": "utf-8"}

    def test_is_a_case_only_with_a_page_or_an_expectation(self, make: Make, tmp_path: Path) -> None:
        (tmp_path / "other").mkdir()
        (tmp_path / "other" / "case.toml").write_text("[something]")
        assert is_case(make())
        assert not is_case(tmp_path / "other")

    def test_is_found_below_any_folder_and_once(self, make: Make, tmp_path: Path) -> None:
        b, a = make(name="b"), make(name="a")
        assert list(find_cases(tmp_path, b)) == [a, b]


class TestMalformed:
    @pytest.mark.parametrize(
        ("case", "said"),
        [
            ("reveiwed = true", "unknown key 'reveiwed'; did you mean 'reviewed'?"),
            ("xyz = 1", "unknown key 'xyz'; known are encoding, format"),
            ('now = "yesterday"', "now is a date, not 'yesterday'"),
            ('reviewed = "yes"', "reviewed is true or false"),
            ("known_failures = [1]", "known_failures is a list of field names"),
            ('known_failures = ["titel"]', "'titel', of which nothing is expected; did you mean 'title'?"),
            ('format = "pdf"', "format is one of auto, html, text"),
            ("url = ", "case.toml: "),
        ],
    )
    def test_settings_are_told(self, make: Make, case: str, said: str) -> None:
        folder = make(case)
        with pytest.raises(MalformedCase) as error:
            read_case(folder)
        assert said in str(error.value)
        assert str(folder / "case.toml") in str(error.value)

    @pytest.mark.parametrize(
        ("expected", "said"),
        [
            ("{", "expected.json: "),
            ("[]", "an object is wanted"),
            ("{}", "nothing is expected"),
            ('{"title": "a", "title": "b"}', "'title' stands twice"),
            ({"title": {"$patern": "a"}}, "title: unknown rule '$patern'; did you mean '$pattern'?"),
            ({"body": [{"text": {"$pattern": "("}}]}, "body[0].text: $pattern '('"),
            ({"title": {"$pattern": 1}}, "$pattern is a text"),
            ({"title": {"$similar": ["a"]}}, "$similar is a text"),
            (
                {"title": {"$similar": "a", "atleast": 0.9}},
                "'atleast' cannot stand beside '$similar'; did you mean 'at_l",
            ),
            ({"title": {"$similar": "a", "at_least": 95}}, "at_least is a number above 0 and up to 1, not 95"),
            ({"title": {"$similar": "a", "$pattern": "b"}}, "'$pattern' cannot stand beside '$similar'"),
        ],
    )
    def test_expectations_are_told(self, make: Make, expected: Any, said: str) -> None:
        folder = make(expected=expected)
        with pytest.raises(MalformedCase) as error:
            read_case(folder)
        assert said in str(error.value)
        assert str(folder / "expected.json") in str(error.value)

    def test_pages_are_missed_and_not_guessed(self, make: Make) -> None:
        with pytest.raises(MalformedCase, match=r"one page is wanted .* 0 are there"):
            read_case(make(source=""))
        two = make(name="two")
        (two / "source.txt").write_text("x")
        with pytest.raises(MalformedCase, match="2 are there"):
            read_case(two)

    def test_a_file_that_is_not_there_is_named(self, make: Make) -> None:
        folder = make()
        (folder / "expected.json").unlink()
        with pytest.raises(MalformedCase, match=r"expected\.json"):
            read_case(folder)

    def test_a_place_that_is_no_folder_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(MalformedCase, match="no such folder"):
            list(find_cases(tmp_path / "nowhere"))


class TestAgreement:
    def test_an_object_names_the_keys_that_are_checked(self) -> None:
        assert agrees({"status": "free"}, {"status": "free", "notices": ["x"]})
        assert not agrees({"status": "free"}, {"status": "locked"})

    def test_an_item_of_a_list_is_compared_whole(self) -> None:
        assert not agrees([{"name": "A"}], [{"name": "A", "role": "Editor"}])
        assert not agrees(["a"], ["a", "b"])

    def test_null_and_a_missing_key_are_the_same(self) -> None:
        assert agrees({"urn": None}, {})
        assert agrees([{"name": "A", "role": None}], [{"name": "A"}])
        assert not agrees({"urn": None}, {"urn": "x"})

    def test_true_is_not_one(self) -> None:
        assert not agrees(True, 1)
        assert not agrees({"level": 1}, {"level": True})

    def test_a_pattern_matches_from_end_to_end(self) -> None:
        assert agrees({"$pattern": "Ferry .*"}, "Ferry line closes")
        assert not agrees({"$pattern": "Ferry"}, "Ferry line closes")
        assert not agrees({"$pattern": ".*"}, None)

    def test_a_tolerance_is_a_share_of_words_in_their_order(self) -> None:
        text = "one two three four five six seven eight nine ten"
        assert agrees({"$similar": text, "at_least": 0.9}, text.replace("five", "FIVE!").replace("ten", "eleven"))
        assert not agrees({"$similar": text, "at_least": 0.95}, text.replace("ten", "eleven"))
        assert not agrees({"$similar": text, "at_least": 0.9}, " ".join(reversed(text.split())))
        assert not agrees({"$similar": text}, None)

    def test_rules_may_stand_deep_in_a_value(self) -> None:
        assert agrees([{"text": {"$pattern": "The .*"}}], [{"text": "The last ferry"}])
        assert not agrees([{"text": {"$pattern": "The .*"}}], [{"text": "The last ferry", "level": 2}])


class TestParser:
    def test_is_that_of_the_library_by_default(self) -> None:
        assert parser() is newsparse.parse

    def test_is_found_by_its_name(self) -> None:
        assert parser("json:loads") is json.loads
        assert parser("newsparse:Article.from_json") == newsparse.Article.from_json

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("newsparse", "not in the form"),
            ("newsparse.nowhere:parse", "there is no module"),
            ("nowhere_at_all:parse", "there is no module"),
            ("newsparse:prase", "has no function 'prase'"),
            ("newsparse:__version__", "has no function"),
        ],
    )
    def test_that_is_not_there_is_told(self, name: str, said: str) -> None:
        with pytest.raises(BadParser, match=said):
            parser(name)

    def test_with_a_broken_import_shows_that_import(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "broken_steps.py").write_text("import a_module_that_is_missing")
        monkeypatch.syspath_prepend(tmp_path)
        with pytest.raises(ModuleNotFoundError, match="a_module_that_is_missing"):
            parser("broken_steps:parse")

    def test_may_return_anything_that_has_fields(self) -> None:
        class Kind(Enum):
            NEWS = "news"

        @attrs.frozen
        class Item:
            day: date
            kind: Kind
            tags: tuple[str, ...]

        item = Item(date(2024, 5, 3), Kind.NEWS, ("b", "a"))
        plain = {"day": "2024-05-03", "kind": "news", "tags": ["b", "a"]}
        assert plain_fields(item) == plain
        assert plain_fields({"item": item, "seen": {"y", "x"}, "price": Decimal("1.5")}) == {
            "item": plain, "seen": ["x", "y"], "price": "1.5",
        }  # fmt: skip

    def test_may_not_return_what_has_none(self) -> None:
        with pytest.raises(BadParser, match="returned list, which has no fields"):
            plain_fields(["title"])

    def test_may_return_an_article_whose_properties_are_fields_too(self) -> None:
        fields = plain_fields(newsparse.Article(body=(newsparse.BodyBlock(newsparse.BodyKind.PARAGRAPH, "The last."),)))
        assert (fields["paragraphs"], fields["text"], fields["captions"]) == (["The last."], "The last.", [])


class TestWriting:
    def test_reads_back_what_it_wrote(self, tmp_path: Path) -> None:
        settings = {"url": "https://x.example/a", "now": datetime(2024, 5, 3, 10, tzinfo=UTC), "note": 'a "b"\\\n\x7fé'}
        add_case(tmp_path / "ferry", PAGE.encode(), {"title": "Fähre 渡"}, settings, kind="html")
        case = read_case(tmp_path / "ferry")
        assert {"url": case.url, "now": case.now, "note": case.note} == settings
        assert (case.expected, case.content) == ({"title": "Fähre 渡"}, PAGE.encode())

    def test_compresses_a_large_page_and_always_to_the_same_bytes(self, tmp_path: Path) -> None:
        for name in ("a", "b"):
            add_case(tmp_path / name, PAGE.encode() * 1000, {"title": None}, {}, kind="html")
        assert read_case(tmp_path / "a").content == PAGE.encode() * 1000
        assert (tmp_path / "a/source.html.gz").read_bytes() == (tmp_path / "b/source.html.gz").read_bytes()

    def test_never_overwrites(self, tmp_path: Path) -> None:
        (tmp_path / "ferry").mkdir()
        with pytest.raises(CaseExists, match="nothing was written"):
            add_case(tmp_path / "ferry", b"", {}, {}, kind="html")
        assert list((tmp_path / "ferry").iterdir()) == []

    def test_leaves_nothing_behind_when_it_fails(self, tmp_path: Path) -> None:
        with pytest.raises(TypeError):
            add_case(tmp_path / "ferry", b"", {"title": object()}, {}, kind="html")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["..", "a b", ".hidden", "-x"])
    def test_takes_no_name_that_leads_elsewhere_or_looks_like_an_option(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(FixtureError, match="cannot be the name"):
            add_case(tmp_path / "cases" / name, b"", {}, {}, kind="html")
        assert list(tmp_path.iterdir()) == []
