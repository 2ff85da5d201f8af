"""The recipes and the guide to fixture pages: their examples run, with other packages, and print what they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import markdown_code
from tests.markdown_code import ROOT, blocks, needs, same

GUIDES = [ROOT / "docs" / "fixtures.md", *sorted((ROOT / "docs" / "recipes").glob("*.md"))]
PAGES = [path for path in GUIDES if any(blocks(path.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT / "docs").as_posix())
def test_examples_run(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for package in needs(text):
        pytest.importorskip(package)
    markdown_code.run(text, tmp_path)


class TestRunner:
    """That runs them."""

    def run(self, tmp_path: Path, *found: tuple[str, str]) -> None:
        markdown_code.run("\n".join(f"```{info}\n{code}\n```" for info, code in found), tmp_path)

    def test_knows_where_a_block_stands(self) -> None:
        (block,) = blocks('# Title\n\n```python title="a.py"\nx = 1\ny = 2\n```\n')
        assert (block.kind, block.title, block.code, block.line) == ("python", "a.py", "x = 1\ny = 2\n", 4)

    def test_knows_what_a_page_needs(self) -> None:
        assert needs("<!-- needs: httpx pandas -->\n# A page") == ["httpx", "pandas"]
        assert needs("# A page") == []

    def test_lets_an_ellipsis_stand_for_anything(self) -> None:
        assert same("a … d\n…\nz", "a b c d\ne\nf\nz")
        assert not same("a … d", "a b c")

    def test_runs_consecutive_blocks_as_one_program(self, tmp_path: Path) -> None:
        self.run(tmp_path, ("python", "x = 1"), ("python", "print(x)"), ("text", "1"))

    def test_fails_where_a_program_does(self, tmp_path: Path) -> None:
        with pytest.raises(AssertionError, match=r"(?s)line 3, in <module>.*ZeroDivisionError"):
            self.run(tmp_path, ("python", "x = 0\n1 / x"))

    def test_fails_where_a_program_prints_something_else(self, tmp_path: Path) -> None:
        with pytest.raises(AssertionError, match="prints:\n1"):
            self.run(tmp_path, ("python", "print(1)"), ("text", "2"))

    def test_fails_where_a_command_prints_something_else(self, tmp_path: Path) -> None:
        with pytest.raises(AssertionError, match="echo a prints:\na"):
            self.run(tmp_path, ("console", "$ echo a\nb"))

    @pytest.mark.parametrize("block", [("console", "$ true\n$ false"), ("sh", "false\ntrue")])
    def test_fails_where_a_command_does(self, tmp_path: Path, block: tuple[str, str]) -> None:
        with pytest.raises(AssertionError):
            self.run(tmp_path, block)

    def test_writes_files_that_programs_find(self, tmp_path: Path) -> None:
        self.run(
            tmp_path,
            ('python title="steps/a.py"', "x = 1"),
            ("python", "from steps.a import x; print(x)"),
            ("text", "1"),
        )

    def test_serves_the_pages(self, tmp_path: Path) -> None:
        code = "import urllib.request as r\nprint(r.urlopen('https://news.example/story.html').read()[:9])"
        markdown_code.run(f"<!-- fetches -->\n```python\n{code}\n```\n```text\nb'<!…'\n```", tmp_path)

    def test_wants_settings_to_be_well_formed(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="Invalid"):
            self.run(tmp_path, ("toml", "a = "))
