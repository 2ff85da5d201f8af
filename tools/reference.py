"""What MkDocs does not do by itself: commands tell their own help, programs print their own tables."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from newsparse.cli import main

COMMANDS: Final = "reference/command-line.md"
COMPARISON: Final = "comparison.md"
TABLE: Final = "<!-- table -->"
BENCHMARKS: Final = Path(__file__).parent.parent / "benchmarks"
WIDTH: Final = 100  # characters of a line of help


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Complete the pages that are made of what programs say; MkDocs calls this for every page."""
    if page.file.src_uri == COMMANDS:
        return "\n".join((markdown, *sections(main, ("newsparse",))))
    return markdown.replace(TABLE, printed("beside.py")) if page.file.src_uri == COMPARISON else markdown


def printed(program: str) -> str:
    """Return what a program of benchmarks/ prints."""
    command = [sys.executable, str(BENCHMARKS / program)]
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout  # noqa: S603  # our own


def sections(command: click.Command, names: tuple[str, ...], above: click.Context | None = None) -> Iterator[str]:
    """Yield the help of a command and of those below it, each under a heading."""
    context = click.Context(command, info_name=names[-1], parent=above, terminal_width=WIDTH)
    yield f"## {' '.join(names)}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            if (found := command.get_command(context, name)) is not None:
                yield from sections(found, (*names, name), context)
