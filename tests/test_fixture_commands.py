"""``newsparse fixture``: add a page, review it, check it, bring it up to date."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from newsparse import Article
from newsparse.cli import main
from newsparse.fixtures import expectable, read_case
from newsparse.fixtures.reviewing import columns, side_by_side
from newsparse.fixtures.writing import change_settings

PAGE = """<html lang="en"><head><title>Ferry line closes - The Paper</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Ferry line closes</h1>
<p>The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday in a statement.</p>
<p>For ninety years the boats have carried farmers, school classes and their bicycles to the other side.</p>
</article></body></html>"""
FIELDS = len(expectable(Article().to_dict()))
"""Fields that a new case expects."""

Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return a function that calls ``newsparse fixture …`` in a folder with a page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return lambda *words, **how: CliRunner().invoke(main, ["fixture", *words], **how)


@pytest.fixture
def case(call: Call) -> Path:
    """The folder of a case that was just added."""
    assert call("add", "page.html", "--name", "ferry", "--now", "2024-05-03").exit_code == 0
    return Path("tests/fixtures/ferry")


def expect(case: Path, **changes: Any) -> None:
    path = case / "expected.json"
    expected = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps(expected, ensure_ascii=False), encoding="utf-8")


def settle(case: Path, **settings: Any) -> None:
    change_settings(read_case(case), **settings)


class TestAdd:
    def test_makes_a_case_that_expects_what_comes_out(self, case: Path) -> None:
        made = read_case(case)
        assert made.content == PAGE.encode()
        assert (made.expected["title"], made.expected["language"], made.reviewed) == ("Ferry line closes", "en", False)

    def test_expects_every_field_but_how_it_was_read(self, case: Path) -> None:
        import newsparse

        fields = newsparse.parse(PAGE).to_dict().keys()
        assert fields - read_case(case).expected.keys() == {"schema_version", "evidence", "warnings"}

    def test_writes_down_what_it_was_told(self, call: Call) -> None:
        call("add", "page.html", "--name", "a", "--url", "https://x.example/a", "--note", "A ferry", "--language", "en",
             "--input", "html", "--dir", "pages")  # fmt: skip
        made = read_case(Path("pages/a"))
        assert made.arguments == {"url": "https://x.example/a", "now": made.now, "format": "html", "language": "en"}
        assert made.note == "A ferry"

    def test_takes_the_present_moment_for_that_of_the_page(self, call: Call) -> None:
        call("add", "page.html", "--name", "a", "--dir", ".")
        now = read_case(Path("a")).now
        assert now is not None
        assert now.tzinfo is not None

    def test_reads_standard_input_and_tells_text_from_html(self, call: Call) -> None:
        text = "Ferry line closes\n\nThe last ferry over the sound leaves on Friday at noon, the harbour office said."
        assert call("add", "-", "--name", "a", "--dir", ".", input=text).exit_code == 0
        assert read_case(Path("a")).source.name == "source.txt"

    def test_never_overwrites(self, call: Call, case: Path) -> None:
        before = {path: path.read_bytes() for path in case.iterdir()}
        result = call("add", "page.html", "--name", "ferry")
        assert (result.exit_code, "is there already" in result.stderr) == (1, True)
        assert {path: path.read_bytes() for path in case.iterdir()} == before

    def test_writes_nothing_of_a_page_that_cannot_be_read(self, call: Call) -> None:
        assert call("add", "-", "--name", "a", "--dir", ".", input="  ").exit_code == 1
        assert not Path("a").exists()

    def test_takes_a_parser_of_the_users_own(self, call: Call) -> None:
        Path("own_steps.py").write_text("def parse(content, **how):\n    return {'size': len(content)}\n")
        call("add", "page.html", "--name", "a", "--dir", ".", "--parse", "own_steps:parse")
        assert read_case(Path("a")).expected == {"size": len(PAGE)}
        assert call("check", "a", "--parse", "own_steps:parse").exit_code == 0

    def test_says_which_parser_there_is_not(self, call: Call) -> None:
        result = call("add", "page.html", "--name", "a", "--parse", "own_nothing:parse")
        assert (result.exit_code, "there is no module 'own_nothing'" in result.stderr) == (2, True)


class TestCheck:
    def test_agrees_with_a_page_that_was_just_added(self, call: Call, case: Path) -> None:
        result = call("check")
        assert result.exit_code == 0
        assert result.stdout == f"1 case: {FIELDS} fields as expected, 1 case not reviewed\n"

    def test_shows_what_differs_and_ends_with_1(self, call: Call, case: Path) -> None:
        expect(case, title="Ferry route closes")
        result = call("check", "tests/fixtures")
        assert result.exit_code == 1
        assert "ferry\n  title\n    ~ Ferry [-route-]{+line+} closes\n" in result.stdout
        assert f"{FIELDS - 1} fields as expected, 1 not" in result.stdout

    def test_looks_at_some_fields_only(self, call: Call, case: Path) -> None:
        expect(case, title="Ferry route closes")
        assert call("check", "--field", "language").stdout.startswith("1 case: 1 field as expected")

    def test_does_not_take_a_field_of_which_nothing_is_expected(self, call: Call, case: Path) -> None:
        result = call("check", "--field", "titel")
        assert (result.exit_code, "no case expects anything of titel" in result.stderr) == (2, True)

    def test_lets_a_known_failure_differ(self, call: Call, case: Path) -> None:
        expect(case, title="Ferry route closes")
        settle(case, known_failures=["title"])
        result = call("check")
        assert (result.exit_code, "1 known failure" in result.stdout) == (0, True)

    def test_wants_a_known_failure_that_is_none_taken_out(self, call: Call, case: Path) -> None:
        settle(case, known_failures=["title"])
        result = call("check")
        assert (result.exit_code, "take it out of known_failures" in result.stdout) == (1, True)

    def test_goes_on_after_a_case_that_is_malformed(self, call: Call, case: Path) -> None:
        call("add", "page.html", "--name", "a-broken")
        Path("tests/fixtures/a-broken/expected.json").write_text("[]")
        result = call("check")
        assert result.exit_code == 1
        assert "an object is wanted" in result.stdout
        assert f"1 case: {FIELDS} fields as expected, 1 case could not be compared" in result.stdout

    def test_names_a_field_that_articles_do_not_have(self, call: Call, case: Path) -> None:
        expect(case, titel="Ferry line closes")
        result = call("check")
        assert (result.exit_code, "no field 'titel'; did you mean 'title'?" in result.stdout) == (1, True)

    def test_is_wrong_usage_where_there_is_no_case(self, call: Call) -> None:
        assert call("check").exit_code == 2
        Path("empty").mkdir()
        result = call("check", "empty")
        assert (result.exit_code, "no case.toml in empty" in result.stderr) == (2, True)

    def test_is_in_colour_where_that_is_wanted(self, call: Call, case: Path) -> None:
        assert "\x1b[" not in call("check").stdout
        assert "\x1b[32m1 case" in call("check", "--color").stdout

    def test_has_no_colour_in_a_terminal_of_somebody_who_wants_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from newsparse.cli.fixtures import in_colour

        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.delenv("NO_COLOR", raising=False)
        assert in_colour(None)
        monkeypatch.setenv("NO_COLOR", "1")
        assert not in_colour(None)
        assert in_colour(True)

    def test_reads_by_site_profiles(self, call: Call, case: Path) -> None:
        profile = Path("profiles/x.example.toml")
        profile.parent.mkdir()
        page = (
            "<body><h1>Ferry line closes</h1><p>The last ferry leaves on Friday.</p><b class='desk'>Harbour</b></body>"
        )
        profile.write_text(
            f'[fields]\nsection = [".desk"]\n[[test]]\nhtml = "{page}"\nexpect = {{section = "Harbour"}}\n'
        )
        Path("page.html").write_text(page)
        told = ("--profiles", "profiles")
        call("add", "page.html", "--name", "desk", "--url", "https://x.example/a", *told, "--dir", "pages")
        assert read_case(Path("pages/desk")).expected["section"] == "Harbour"
        assert call("check", "pages", *told).exit_code == 0
        assert "~" not in call("check", "pages", *told).stdout
        assert call("check", "pages").exit_code == 1

    def test_tells_what_is_wrong_with_a_profile(self, call: Call, case: Path) -> None:
        Path("profiles").mkdir()
        Path("profiles/x.example.toml").write_text("feilds = 1")
        settle(case, url="https://x.example/a")
        result = call("check", "--profiles", "profiles")
        assert (result.exit_code, "feilds" in result.stdout) == (1, True)


class TestUpdate:
    def test_rewrites_what_differs_and_leaves_every_other_byte(self, call: Call, case: Path) -> None:
        path = case / "expected.json"
        path.write_text('{"language":   "en",\n\n "title": "Ferry route closes" , "section":null}')
        result = call("update")
        assert path.read_text() == '{"language":   "en",\n\n "title": "Ferry line closes" , "section":null}'
        assert result.stdout == "ferry: title rewritten; to be reviewed again\n"

    def test_clears_reviewed_and_keeps_the_rest_of_the_settings(self, call: Call, case: Path) -> None:
        (case / "case.toml").write_text("# seen in May\nreviewed = true  # by two\nnote = 'a'\n")
        expect(case, title="Ferry route closes")
        call("update")
        assert (case / "case.toml").read_text() == "# seen in May\nreviewed = false\nnote = 'a'\n"

    def test_touches_nothing_where_all_is_as_expected(self, call: Call, case: Path) -> None:
        settle(case, reviewed=True)
        before = {path: path.read_bytes() for path in case.iterdir()}
        assert call("update").stdout == "ferry: as expected\n"
        assert {path: path.read_bytes() for path in case.iterdir()} == before

    def test_keeps_a_rule_that_holds(self, call: Call, case: Path) -> None:
        body = read_case(case).expected["body"]
        first, second = {**body[0], "text": {"$pattern": "The last ferry.*"}}, {**body[1], "text": "For ninety years."}
        expect(case, title={"$similar": "Ferry line closes now", "at_least": 0.5}, body=[first, second])
        call("update")
        assert read_case(case).expected["title"] == {"$similar": "Ferry line closes now", "at_least": 0.5}
        assert read_case(case).expected["body"] == [first, body[1]]

    def test_draws_a_tolerance_around_the_new_text(self, call: Call, case: Path) -> None:
        expect(case, title={"$similar": "School opens", "at_least": 0.5})
        call("update")
        assert read_case(case).expected["title"] == {"$similar": "Ferry line closes", "at_least": 0.5}

    def test_looks_at_one_field_only(self, call: Call, case: Path) -> None:
        expect(case, title="Ferry route closes", language="de")
        assert call("update", "--field", "title").stdout.startswith("ferry: title rewritten")
        assert read_case(case).expected["language"] == "de"

    def test_leaves_a_known_failure_alone_unless_it_is_named(self, call: Call, case: Path) -> None:
        expect(case, title="Ferry route closes")
        settle(case, known_failures=["title"])
        assert "title left alone, a known failure" in call("update").stdout
        assert read_case(case).expected["title"] == "Ferry route closes"
        call("update", "--field", "title")
        assert read_case(case).known_failures == frozenset()
        assert read_case(case).expected["title"] == "Ferry line closes"

    def test_goes_on_after_a_case_that_is_malformed(self, call: Call, case: Path) -> None:
        call("add", "page.html", "--name", "a-broken")
        Path("tests/fixtures/a-broken/expected.json").write_text("[]")
        expect(case, title="Ferry line opens")
        result = call("update")
        assert (result.exit_code, "an object is wanted" in result.stderr) == (1, True)
        assert result.stdout == "ferry: title rewritten; to be reviewed again\n"

    def test_adds_a_field_that_is_named(self, call: Call, case: Path) -> None:
        (case / "expected.json").write_text('{\n  "title": "Ferry line closes"\n}\n')
        assert "language added" in call("update", "--field", "language").stdout
        assert (case / "expected.json").read_text() == '{\n  "title": "Ferry line closes",\n  "language": "en"\n}\n'

    def test_names_a_field_that_articles_do_not_have(self, call: Call, case: Path) -> None:
        result = call("update", "--field", "titel")
        assert (result.exit_code, "did you mean 'title'?" in result.stderr) == (1, True)


class TestReview:
    def test_marks_a_case_of_which_every_field_was_accepted(self, call: Call, case: Path) -> None:
        result = call("review", input="a\n" * FIELDS)
        assert read_case(case).reviewed
        assert "ferry: reviewed" in result.stdout

    def test_shows_a_field_beside_the_place_on_the_page_where_it_stands(self, call: Call, case: Path) -> None:
        lines = call("review", input="a\nq\n").stdout.splitlines()
        start = lines.index(f"title (2 of {FIELDS})")
        assert lines[start + 1].startswith("Ferry line closes  ")
        assert any("│ ▌ Ferry line closes" in line for line in lines[start:])

    def test_does_not_mark_a_case_of_which_a_field_was_skipped(self, call: Call, case: Path) -> None:
        result = call("review", input="s\n" + "a\n" * (FIELDS - 1))
        assert not read_case(case).reviewed
        assert "1 field skipped" in result.stdout

    @pytest.mark.parametrize("answers", ["a\nq\n", "a\n", ""])
    def test_ends_when_the_reviewer_quits(self, call: Call, case: Path, answers: str) -> None:
        assert call("review", input=answers).exit_code == 0
        assert not read_case(case).reviewed

    def test_asks_again_after_an_answer_that_is_none(self, call: Call, case: Path) -> None:
        assert call("review", input="x\n" + "a\n" * FIELDS).exit_code == 0
        assert read_case(case).reviewed

    def test_shows_what_comes_out_where_that_is_not_what_is_expected(self, call: Call, case: Path) -> None:
        expect(case, title="Ferry route closes")
        assert "~ Ferry [-route-]{+line+} closes" in call("review", input="a\na\nq\n").stdout

    def test_writes_what_was_edited(self, call: Call, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        edits = iter(['{"title": ', '{"titel": 1}', '{"title": "Ferry line closes on Friday"}'])
        monkeypatch.setattr("click.edit", lambda text, **how: next(edits))
        call("review", input="a\ne\ny\ny\n" + "a\n" * (FIELDS - 1))
        assert read_case(case).expected["title"] == "Ferry line closes on Friday"
        assert read_case(case).reviewed

    def test_keeps_what_was_expected_when_the_edit_is_given_up(
        self, call: Call, case: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("click.edit", lambda text, **how: "{")
        call("review", input="a\ne\nn\nq\n")
        assert read_case(case).expected["title"] == "Ferry line closes"

    def test_shows_the_whole_page_on_request(self, call: Call, case: Path) -> None:
        assert "farmers, school classes and their bicycles" in call("review", input="p\nq\n").stdout

    def test_passes_over_reviewed_cases_unless_all_are_wanted(self, call: Call, case: Path) -> None:
        settle(case, reviewed=True)
        assert call("review").stdout == "every case is reviewed\n"
        assert f"kicker (1 of {FIELDS})" in call("review", "--all", input="q\n").stdout


class TestSideBySide:
    BLOCKS = ("Home Sport", "Ferry line closes", "The last ferry leaves.", "a", "b", "c", "d", "e", "Share this")

    def test_marks_the_place_and_leaves_out_what_is_far_from_it(self) -> None:
        assert list(side_by_side("Ferry line closes", self.BLOCKS, 80)) == [
            "Ferry line closes                      │   Home Sport",
            "                                       │ ▌ Ferry line closes",
            "                                       │   The last ferry leaves.",
            "                                       │   a",
            "                                       │ ⋮",
        ]

    def test_goes_one_below_the_other_in_a_narrow_terminal(self) -> None:
        lines = list(side_by_side("Ferry line closes", self.BLOCKS, 40))
        assert lines[:3] == ["Ferry line closes", "─" * 38, "  Home Sport"]
        assert all(columns(line) <= 40 for line in lines)

    def test_keeps_to_its_columns_in_wide_scripts(self) -> None:
        text = "渡し船が金曜日に終わると港湾局が月曜日に発表した。" * 3
        lines = list(side_by_side(text, [text], 80))
        assert all(columns(line) <= 80 for line in lines)
        assert {columns(line.partition("│")[0]) for line in lines} == {39}

    def test_finds_a_value_by_the_words_it_was_read_from(self) -> None:
        lines = list(side_by_side("2024-05-03", ["Home", "Friday 3 May"], 80, clues=("Friday 3 May",)))
        assert lines[-1].endswith("▌ Friday 3 May")
