"""Runs the examples of a Markdown page as a reader would, each program in a process of its own: recipes start
reactors, loops and other processes, and need packages that not everybody has.

| Block | What is done with it |
|---|---|
| any, with `title="name"` | written to a file of that name |
| `python` | runs as a program, together with the `python` blocks before it up to the last block of commands |
| `text` below `python` | is what that program prints |
| `console` | each `$ command` runs, and prints what stands below it |
| `sh` | runs; installing packages is left out |
| `toml`, `json` | is well-formed |

"…" stands for anything, a line "…" for any lines. In the folder are the pages of ``PAGES``; on a page that says
``<!-- fetches -->``, https://news.example serves them, too: on this machine. ``<!-- needs: httpx pandas -->`` names the
packages without which a page is skipped.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

ROOT: Final = Path(__file__).parent.parent
PAGES: Final = {
    "story.html": "tests/fixtures/en-metered-bullets-as-standfirst/source.html",
    "hafen.txt": "tests/fixtures/de-regional-harbour/source.txt",
}
SITE: Final = "news.example"
FENCE: Final = "```"
TITLE: Final = re.compile(r'title="([^"]+)"')
SECONDS: Final = 120  # a program that takes longer hangs


@frozen
class Block:
    """A block of code."""

    kind: str
    """Language, as the fence names it."""

    title: str | None
    """Name of a file; None where it is none."""

    code: str
    """What stands in it."""

    line: int
    """Number of its first line on the page, from 1."""


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page in order."""
    fence: str | None = None
    code: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if fence is None and line.startswith(FENCE):
            fence, code = line[len(FENCE) :], []
        elif fence is not None and line.rstrip() == FENCE:
            title = TITLE.search(fence)
            kind = fence.split()[0] if fence.split() else ""
            yield Block(kind, title and title[1], "".join(f"{c}\n" for c in code), number - len(code))
            fence = None
        else:
            code.append(line)


def needs(text: str) -> list[str]:
    """Return the packages that a page needs."""
    _, mark, rest = text.partition("<!-- needs:")
    return rest.partition("-->")[0].split() if mark else []


def run(text: str, folder: Path) -> None:
    """Run the examples of a page in a folder; raises AssertionError where one fails or prints something else."""
    for name, source in PAGES.items():
        (folder / name).write_bytes((ROOT / source).read_bytes())
    _command(folder / "bin" / "newsparse")
    with served(folder) as host:
        names = {f"https://{SITE}": f"http://{host}", SITE: host} if "<!-- fetches -->" in text else {}
        for kind, group in groupby(blocks(text), _step):
            found = [evolve(block, code=_renamed(block.code, names)) for block in group]
            if kind == "file":
                _write(found, folder)
            elif kind == "program":
                _run_program(found, folder)
            elif kind == "commands":
                for block in found:
                    _run_commands(block, folder)
            else:
                _check_form(found)


def same(shown: str, printed: str) -> bool:
    """Whether a program printed what is shown; "…" stands for anything."""
    pieces = shown.strip().split("…")
    return re.fullmatch(".*?".join(map(re.escape, pieces)), printed.strip(), re.DOTALL) is not None


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the files of a folder on this machine; gives its name and port."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _renamed(code: str, names: Mapping[str, str]) -> str:
    for name, other in names.items():
        code = code.replace(name, other)
    return code


def _step(block: Block) -> str:
    if block.title:
        return "file"
    known = {"python": "program", "text": "program", "console": "commands", "sh": "commands"}
    return known.get(block.kind, "form")


def _write(found: list[Block], folder: Path) -> None:
    for block in found:
        path = folder / str(block.title)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.code, encoding="utf-8")


def _run_program(found: list[Block], folder: Path) -> None:
    """Run the blocks as one program, whose lines have the numbers that they have on the page."""
    lines: list[str] = []
    for block in found:
        if block.kind == "python":
            lines += [""] * (block.line - 1 - len(lines)) + block.code.splitlines()
    if not any(lines):
        return
    program = folder / "example.py"
    program.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = _done([sys.executable, program.name], folder)
    assert done.returncode == 0, f"line {found[0].line}: {done.stderr[-3000:]}"
    shown = "".join(block.code for block in found if block.kind == "text")
    if shown:
        assert same(shown, done.stdout), f"line {found[0].line} prints:\n{done.stdout}"


def _run_commands(block: Block, folder: Path) -> None:
    commands, shown = [], [""]
    for line in block.code.splitlines():
        if block.kind == "sh" or line.startswith("$ "):
            commands.append(line.removeprefix("$ "))
            shown.append("")
        else:
            shown[-1] += line + "\n"
    if block.kind == "sh":
        script = "set -e\npip() { :; }\n" + "\n".join(commands)
    else:
        script = "".join(f"{command}\ncode=$?; printf '\\0'; (exit $code)\n" for command in commands)
    done = _done(["bash", "-c", script], folder)
    assert done.returncode == 0, f"line {block.line}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
    if block.kind == "console":
        for command, want, got in zip(commands, shown[1:], done.stdout.split("\0"), strict=False):
            assert same(want, got), f"line {block.line}: {command} prints:\n{got}{done.stderr}"


def _check_form(found: list[Block]) -> None:
    for block in found:
        if block.kind == "toml":
            tomllib.loads(block.code)
        elif block.kind == "json":
            json.loads(block.code)


def _command(path: Path) -> None:
    """Write the command ``newsparse`` of this checkout."""
    path.parent.mkdir()
    call = "from newsparse.cli import main; main(prog_name='newsparse')"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{call}" "$@"\n', encoding="utf-8")
    path.chmod(0o755)


def _done(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]))
    told = {"PATH": path, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default", "COLUMNS": "100", "NO_COLOR": "1"}
    plugin = {"PYTEST_PLUGINS": "pytest_newsparse", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # installed or not
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | told | plugin,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )
