"""The command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import newsparse
from newsparse.cli import main

PAGE = """<html lang="en"><head><title>Ferry line closes - The Paper</title></head><body><article>
<h1>Ferry line closes</h1>
<p>The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday in a statement.</p>
<p>For ninety years the boats have carried farmers, school classes and their bicycles to the other side.</p>
</article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


class TestParse:
    def test_json_is_the_default(self, page: str) -> None:
        result = run("parse", page)
        assert result.exit_code == 0
        assert json.loads(result.stdout)["title"] == "Ferry line closes"

    def test_standard_input_is_read(self) -> None:
        assert json.loads(run("parse", "-", stdin=PAGE).stdout)["title"] == "Ferry line closes"

    @pytest.mark.parametrize(
        ("form", "start"),
        [
            ("markdown", "# Ferry line closes"),
            ("text", "Ferry line closes\n\nThe last"),
            ("schema-org", '{\n  "@context"'),
            ("ninjs", '{\n  "uri"'),
        ],
    )
    def test_other_formats(self, page: str, form: str, start: str) -> None:
        assert run("parse", "--format", form, page).stdout.startswith(start)

    def test_single_fields_are_printed_one_a_line(self, page: str) -> None:
        assert run("parse", "--field", "title", "--field", "language", page).stdout == "Ferry line closes\nen\n"

    def test_what_an_article_says_beside_its_fields_can_be_printed(self, page: str) -> None:
        body = run("parse", "--field", "body", page).stdout
        assert run("parse", "--field", "text", page).stdout == body
        assert run("parse", "--field", "paragraphs", page).stdout == body.replace("\n\n", "\n")
        assert run("parse", "--field", "captions", page).stdout == "\n"

    @pytest.mark.parametrize(
        ("now", "published"),
        [
            ("2031-03-05", "2031-03-04"),
            ("2031-03-05T10:00", "2031-03-04T12:00:00"),
            ("2031-03-05T10:00:00Z", "2031-03-04T12:00:00+00:00"),
            ("2031-03-05 10:00:00+01:00", "2031-03-04T12:00:00+01:00"),
        ],
    )
    def test_the_moment_of_fetching_may_have_an_offset(self, now: str, published: str) -> None:
        dated = PAGE.replace("</h1>", "</h1><time>22 hours ago</time>")
        assert run("parse", "--now", now, "--field", "published", "-", stdin=dated).stdout.startswith(published)

    def test_a_url_is_taken_over(self, page: str) -> None:
        assert (
            run("parse", "--url", "https://paper.example/f", "--field", "url", page).stdout
            == "https://paper.example/f\n"
        )

    def test_text_can_be_asked_for(self) -> None:
        assert "<h1>" in run("parse", "--input", "text", "--format", "text", "-", stdin=PAGE).stdout


class TestErrors:
    def test_a_page_that_cannot_be_read_is_named_and_the_others_are_written(self, page: str, tmp_path: Path) -> None:
        empty = tmp_path / "empty.html"
        empty.write_bytes(b"")
        result = run("parse", "--field", "title", str(empty), page)
        assert (result.exit_code, result.stdout) == (1, "Ferry line closes\n")
        assert result.stderr == f"newsparse: {empty}: the page is empty\n"

    def test_a_missing_file_is_no_traceback(self) -> None:
        result = run("parse", "no-such-page.html")
        assert (result.exit_code, result.stderr) == (1, "newsparse: no-such-page.html: No such file or directory\n")

    def test_options_that_do_nothing_are_told(self, page: str, tmp_path: Path) -> None:
        for command in ("parse", "explain"):
            result = run(command, "--profiles", str(tmp_path), page)
            assert (result.exit_code, "without --url, --profiles is only for" in result.stderr) == (0, True)
        assert run("parse", "--field", "title", "--format", "markdown", page).exit_code == 2
        assert "is no date such as" in run("parse", "--now", "yesterday", page).stderr

    def test_wrong_usage_has_its_own_exit_code(self) -> None:
        assert run("parse").exit_code == 2
        assert run("parse", "--field", "tilte", "x").exit_code == 2


class TestExplain:
    def test_every_visible_block_is_listed_with_label_and_reason(self, page: str) -> None:
        lines = run("explain", page).stdout.splitlines()
        assert [line.split()[1] for line in lines[1:7:2]] == ["title", "body", "body"]

    def test_control_characters_of_the_page_do_not_reach_the_terminal(self) -> None:
        assert "\x1b" not in run("explain", "-", stdin=PAGE.replace("Monday", "\x1b[31mMonday")).stdout


class TestReport:
    def test_one_page_becomes_one_file(self, page: str, tmp_path: Path) -> None:
        target = tmp_path / "report.html"
        result = run("explain", page, "--html", str(target))
        assert (result.exit_code, result.stdout) == (0, "")
        assert f"<title>{page} – newsparse report</title>" in target.read_text(encoding="utf-8")

    def test_blocks_and_labels_can_be_had_as_json(self, page: str) -> None:
        result = run("explain", "--json", page, page)
        first, second = map(json.loads, result.stdout.splitlines())
        assert first == second
        assert first["file"] == page
        assert [block["label"] for block in first["blocks"]] == ["title", "body", "body"]
        assert first["sources"]["title"] == [0]
        assert newsparse.Article.from_dict(first["article"]).title == "Ferry line closes"
        assert run("explain", "--json", "--html", "-", page).exit_code == 2

    def test_a_report_that_cannot_be_written_is_no_traceback(self, page: str, tmp_path: Path) -> None:
        result = run("explain", page, "--html", str(tmp_path / "none" / "report.html"))
        assert (result.exit_code, type(result.exception)) == (1, SystemExit)
        assert "No such file or directory" in result.stderr

    def test_a_report_can_go_to_standard_output(self, page: str) -> None:
        assert run("explain", page, "--html", "-").stdout.startswith("<!DOCTYPE html>")

    def test_more_than_two_pages_have_no_report(self, page: str) -> None:
        result = run("explain", page, page, page, "--html", "-")
        assert (result.exit_code, result.stdout) == (2, "")

    def test_a_page_that_cannot_be_read_leaves_no_report(self, tmp_path: Path) -> None:
        target = tmp_path / "report.html"
        result = run("explain", "no-such-page.html", "--html", str(target))
        assert (result.exit_code, target.exists()) == (1, False)
        assert result.stderr == "newsparse: no-such-page.html: No such file or directory\n"


class TestSideBySide:
    @pytest.fixture
    def other(self, tmp_path: Path) -> str:
        path = tmp_path / "other.html"
        path.write_text(PAGE.replace("on Friday at noon", "on Saturday at noon"), encoding="utf-8")
        return str(path)

    def test_two_pages_stand_in_two_columns(self, page: str, other: str) -> None:
        lines = run("explain", page, other, "--width", "40").stdout.splitlines()
        assert "  title                    Ferry line closes                        | Ferry line closes" in lines

    def test_what_differs_is_marked(self, page: str, other: str) -> None:
        lines = run("explain", page, other).stdout.splitlines()
        assert [line[0] for line in lines if "body" in line[:8] or "…" in line[:3]] == ["≠", "<", ">", " "]

    def test_what_is_alike_is_counted(self, page: str) -> None:
        assert run("explain", page, page).stdout.endswith("\n  … 3 alike\n")

    def test_two_pages_make_one_report(self, page: str, other: str) -> None:
        assert 'data-change="only left"' in run("explain", page, other, "--html", "-").stdout

    def test_three_pages_are_explained_one_after_the_other(self, page: str) -> None:
        assert run("explain", page, page, page).stdout.count("Values that lost") == 3


class TestHelp:
    @pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"], ["explain", "-h"]])
    def test_every_command_has_help(self, arguments: list[str]) -> None:
        result = run(*arguments)
        assert result.exit_code == 0
        assert result.stdout.startswith("Usage:")

    def test_the_command_is_a_module_too(self) -> None:
        told = subprocess.run(
            [sys.executable, "-m", "newsparse", "--version"], capture_output=True, text=True, check=True
        )
        assert told.stdout == run("--version").stdout

    def test_the_version_is_told(self) -> None:
        assert run("--version").stdout.startswith("newsparse, version 0.")
