"""``newsparse stats``: what a conversion found, host by host."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from newsparse.dumps.summary import Summary

WIDTH: Final = 120  # letters of a line where no terminal says how many it has


@click.command("stats")
@click.argument("outputs", nargs=-1, required=True, metavar="OUT…", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
def stats_command(outputs: tuple[Path, ...], form: str) -> None:
    r"""Count what a conversion made: pages, articles and errors by host, how often each field is filled.

    OUT is what `newsparse convert` wrote: JSON lines (also .gz, .zst), Parquet, or a folder of these; its file of
    errors may stand beside it. Hosts whose fill rate falls behind that of the others are named at the end.
    The exit code is 1 where a line could not be read.

    \b
    newsparse stats out.jsonl.zst errors.jsonl
    newsparse stats --format html out.parquet > out.html
    """
    from newsparse.dumps.outputs import summary_of

    unread: list[str] = []
    try:
        summary = summary_of(readable(outputs, unread))
        write(summary, form, ", ".join(path.name for path in outputs))
    except (OSError, ImportError) as error:
        raise click.ClickException(str(error)) from error
    sys.exit(1 if unread else 0)


def readable(outputs: tuple[Path, ...], unread: list[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of some files; what cannot be read is reported and noted in *unread*."""
    from newsparse.dumps.outputs import Unread, rows_of

    for path in outputs:
        for row in rows_of(path):
            if isinstance(row, Unread):
                unread.append(row.where)
                click.echo(f"newsparse: {row.where}: {row.why}", err=True)
            else:
                yield row


def write(summary: Summary, form: str, name: str) -> None:
    """Print the summary in one of the forms."""
    if form == "json":
        click.echo(json.dumps(summary.to_dict(), ensure_ascii=False, indent=2))
    elif form == "html":
        from newsparse.dumps.summary_page import page

        click.echo(page(summary, f"Articles of {name}"), nl=False)
    else:
        _print(summary)


def _print(summary: Summary) -> None:
    try:
        from rich.console import Console
    except ImportError as missing:
        raise ImportError("the table takes rich: pip install 'newsparse[dumps]' (or --format json)") from missing
    from newsparse.dumps.tables import show

    show(summary, Console(width=None if sys.stdout.isatty() else WIDTH))
