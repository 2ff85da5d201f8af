"""Every example of the documentation does what it says.

The examples of a page run one after the other, in a folder of their own that holds ``page.txt`` and ``page.html``, and
``before.html`` and ``after.html``. In what they are to print, "…" stands for anything.

- ``python`` is run, in one scope with what stands above it.
- ``pycon`` is run, and what it prints is compared.
- ``console``: the lines after ``$`` are run by a shell, and what they print is compared.
- ``sh`` is for what a test cannot do, such as installing: the shell has to understand it; ``.ci/run`` does
  what the README says.
- ``toml`` and ``json`` have to be just that, unless something is left out of them.
"""

from __future__ import annotations

import doctest
import io
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from attrs import frozen

from newsparse.article import Article
from newsparse.dumps import Columns

ROOT: Final = Path(__file__).parent.parent
FIXTURES: Final = Path(__file__).parent / "fixtures"
TEXT: Final = FIXTURES / "de-regional-harbour" / "source.txt"
HTML: Final = FIXTURES / "de-colon-kicker-headline" / "source.html"
LOOSE: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
COMMAND: Final = "from newsparse.cli import main; main(prog_name='newsparse')"
ELSEWHERE: Final = {"fixtures", "recipes", "scale", "profiles", "reliability"}
"""Pages whose examples are run beside what they describe."""
PAGES: Final = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "docs").rglob("*.md")
    if not ELSEWHERE & {*path.relative_to(ROOT / "docs").parts, path.stem}
)


@frozen
class Example:
    """One fenced block of a page."""

    line: int
    """Where it begins."""

    language: str
    """What stands behind the fence."""

    code: str
    """What is in it."""


def examples(page: str) -> Iterator[Example]:
    """Yield the fenced blocks of a page."""
    found: list[str] | None = None
    start, language = 0, ""
    for number, line in enumerate((ROOT / page).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```") and found is None:
            found, start, language = [], number + 1, line[3:].strip().partition(" ")[0]
        elif line.startswith("```") and found is not None:
            yield Example(start, language, "\n".join(found) + "\n")
            found = None
        elif found is not None:
            found.append(line)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(TEXT, tmp_path / "page.txt")
    for name in ("page", "before", "after"):
        shutil.copy(HTML, tmp_path / f"{name}.html")
    changed = HTML.read_text(encoding="utf-8").replace("140 Einwohnern", "150 Einwohnern")
    (tmp_path / "after.html").write_text(changed, encoding="utf-8")
    command = tmp_path / ".bin" / "newsparse"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{COMMAND}" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", os.fspath(ROOT))
    return tmp_path


def run_session(example: Example, page: str, scope: dict[str, Any]) -> None:
    """Run what stands behind the prompts, and compare."""
    test = doctest.DocTestParser().get_doctest(example.code, scope, page, page, example.line - 1)
    for part in test.examples:
        part.want = part.want.replace("…", "...")
    told = io.StringIO()
    test.globs = scope
    runner = doctest.DocTestRunner(optionflags=LOOSE)
    assert runner.run(test, out=told.write, clear_globs=False).failed == 0, told.getvalue()
    assert test.examples, f"{page}:{example.line}: nothing stands behind a prompt"


def run_console(example: Example, page: str) -> None:
    """Run the commands, and compare what each prints."""
    for part in example.code.removeprefix("$ ").split("\n$ "):
        command, _, want = part.partition("\n")
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        got = done.stdout + done.stderr
        assert doctest.OutputChecker().check_output(want.replace("…", "...").strip(), got.strip(), LOOSE), (
            f"{page}:{example.line}: {command}\n{got}"
        )


def check(example: Example, page: str, scope: dict[str, Any]) -> None:
    """Do with an example what its language asks for."""
    match example.language:
        case "python":
            exec(compile("\n" * (example.line - 1) + example.code, page, "exec"), scope)
        case "pycon":
            run_session(example, page, scope)
        case "console":
            run_console(example, page)
        case "sh":
            subprocess.run(["sh", "-n"], input=example.code, text=True, check=True)
        case "toml" if "…" not in example.code:
            tomllib.loads(example.code)
        case "json" if "…" not in example.code:
            json.loads(example.code)
        case _:
            assert example.language in ("toml", "json", "text", "ini", "html", "md"), f"{page}:{example.line}"


@pytest.mark.parametrize("page", [page for page in PAGES if any(examples(page))])
@pytest.mark.usefixtures("folder")
def test_the_examples_of(page: str) -> None:
    scope: dict[str, Any] = {"__name__": "__main__"}
    for example in examples(page):
        check(example, page, scope)


def named_in(page: str) -> set[str]:
    """Return the words of a page that stand in backticks, in its tables."""
    rows = [row for row in (ROOT / page).read_text(encoding="utf-8").splitlines() if row.startswith("|")]
    return {word for row in rows for word in row.split("`")[1::2]}


def test_the_table_of_fields_is_whole() -> None:
    assert named_in("docs/reference/article.md") >= {field.name for field in attrs.fields(Article)}


def test_the_table_of_what_dumps_call_their_fields_is_whole() -> None:
    columns = Columns()
    known = {*columns.markup, *columns.text, *columns.url, *columns.id, *columns.date}
    assert named_in("docs/guides/dumps.md") >= known
