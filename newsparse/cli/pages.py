"""``newsparse parse`` and ``newsparse explain``: one page or a few, to standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NoReturn

import click

import newsparse
from newsparse.article import Article

OK: Final = 0
UNREADABLE: Final = 1
"""Exit code where a page could not be read; the other pages are written all the same."""

FIELDS: Final = tuple(field for field in Article.__annotations__)


def as_text(article: Article) -> str:
    """Return what a reader reads: headline, lead and body."""
    return "\n\n".join(filter(None, (article.kicker, article.title, article.subtitle, article.text)))


WRITERS: Final[dict[str, Callable[[Article], str]]] = {
    "json": lambda article: article.to_json(indent=2),
    "markdown": lambda article: article.to_markdown(),
    "text": as_text,
    "schema-org": lambda article: json.dumps(article.to_schema_org(), ensure_ascii=False, indent=2),
    "ninjs": lambda article: json.dumps(article.to_ninjs(), ensure_ascii=False, indent=2),
}

PAGE = click.argument("files", nargs=-1, required=True, metavar="FILE…|-", type=click.Path(path_type=Path))


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how a page is to be read."""
    for option in reversed(
        (
            click.option("--url", help="Where the page came from."),
            click.option("--html/--text", "markup", default=None, help="What the page is; default: by looking at it."),
            click.option("--encoding", help="Charset of the HTTP header."),
            click.option("--language", help="ISO 639-1 code that overrides detection."),
            click.option("--now", type=click.DateTime(), help="When the page was fetched, for “2 hours ago”."),
        )
    ):
        command = option(command)
    return command


@click.command("parse")
@PAGE
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="json", show_default=True)
@click.option("--field", "fields", multiple=True, type=click.Choice(FIELDS), metavar="NAME",
              help="Print only this field, one value a line; may be repeated.")  # fmt: skip
@reading
def parse_command(files: tuple[Path, ...], form: str, fields: tuple[str, ...], **how: Any) -> None:
    r"""Print the article of each FILE; "-" reads standard input.

    \b
    newsparse parse page.html
    newsparse parse --format markdown page.html
    newsparse parse --field title --field published *.html
    curl -s https://example.org/story | newsparse parse --url https://example.org/story -
    """

    def lines(page: str, article: Article) -> Iterable[str]:
        for warning in article.warnings:
            click.echo(f"newsparse: {page}: warning: {warning}", err=True)
        return lines_of(article, fields) if fields else [WRITERS[form](article).rstrip("\n")]

    write(each(files, newsparse.parse, how), lines)


@click.command("explain")
@PAGE
@click.option("--width", type=click.IntRange(min=20), default=72, show_default=True, help="Characters of text shown.")
@reading
def explain_command(files: tuple[Path, ...], width: int, **how: Any) -> None:
    """Show what became of every visible piece of each FILE, the rule that decided, and the values that lost."""
    write(each(files, newsparse.explain, how), lambda _, explanation: table_of(explanation, width))


def write(outcomes: Iterable[tuple[str, Any]], lines: Callable[[str, Any], Iterable[str]]) -> NoReturn:
    """Print the lines of every page's outcome, or the reason on standard error where there is none; end the command."""
    failed = False
    for page, outcome in outcomes:
        if isinstance(outcome, str):
            click.echo(f"newsparse: {page}: {outcome}", err=True)
            failed = True
            continue
        for line in lines(page, outcome):
            click.echo(line)
    sys.exit(UNREADABLE if failed else OK)


def each(files: Iterable[Path], work: Callable[..., Any], how: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each page's name with what *work* made of it, or with the reason, as text, why it could not be read."""
    markup, now = how.pop("markup"), how.pop("now")
    form = {None: "auto", True: "html", False: "text"}[markup]
    for file in files:
        name = "standard input" if str(file) == "-" else str(file)
        try:
            raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        except OSError as error:
            yield name, error.strerror or str(error)
            continue
        try:
            outcome = work(raw, format=form, now=now, **how)
        except newsparse.ParseError as error:
            outcome = str(error)
        yield name, outcome


def lines_of(article: Article, fields: Iterable[str]) -> Iterator[str]:
    """Yield the values of some fields: texts as they are, everything else as JSON; an empty line for no value."""
    raw = article.to_dict()
    for field in fields:
        value = article.text if field == "body" else raw[field]
        if value is None or value == []:
            yield ""
        elif isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in value)
        else:
            yield json.dumps(value, ensure_ascii=False)


def table_of(explanation: newsparse.Explanation, width: int) -> Iterator[str]:
    """Yield the lines of the explanation: blocks, fields with their evidence, candidates that lost."""
    yield f"{'#':>4} {'label':15} {'trust':>5} {'rule':12} text"
    for block in explanation.blocks:
        yield f"{block.index:4} {block.label:15} {block.trust:5.2f} {block.rule:12} {short(block.text, width)}"
        yield f"{'':40}{block.why}"
    yield ""
    for name, evidence in explanation.article.evidence.items():
        note = f" ({evidence.note})" if evidence.note else ""
        yield f"{name:15} {evidence.trust:5.2f} {evidence.rule:12} {evidence.source}{note}"
    yield ""
    yield "Values that lost"
    for candidate in explanation.lost:
        value = candidate.value.isoformat() if isinstance(candidate.value, datetime) else str(candidate.value)
        shown = f"{short(value, width)} [{candidate.source}]"
        yield f"{candidate.field.name:15} {candidate.trust:5.2f} {candidate.rule:12} {shown}"


def short(text: str, width: int) -> str:
    """Return *text* in one line of at most *width* characters, control characters taken out."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= width else line[: width - 1] + "…"
