"""``newsparse parse``: one page or a few, to standard output; and how every command reads pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NoReturn

import click
from click.core import ParameterSource

import newsparse
from newsparse.article import DERIVED, Article

OK: Final = 0
UNREADABLE: Final = 1
"""Exit code where a page could not be read; the other pages are written all the same."""

FIELDS: Final = (*Article.__annotations__, *DERIVED)


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


PROFILES = click.option(
    "--profiles",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=lambda _context, _option, folders: folders or None,
    help="Folder of site profiles, searched before those that ship, for the address of the page: --url, or what the "
    "browser noted that saved it. May be repeated.",
)
"""For every command that parses pages: what it gives is what ``parse(profiles=…)`` takes, None where it is not used."""


def moment(_: click.Context, __: click.Parameter, text: str | None) -> datetime | None:
    """Return the instant that ISO 8601 states, with or without an offset; midnight of a date."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is no date such as 2024-03-05 or 2024-03-05T10:00:00+01:00") from None


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how a page is to be read."""
    for option in reversed(
        (
            click.option("--url", help="Where the page came from."),
            click.option(
                "--input",
                "form_in",
                type=click.Choice(["auto", "html", "text"]),
                default="auto",
                help="What the page is; default: by looking at it.",
            ),
            click.option("--encoding", help="Charset of the HTTP header."),
            click.option("--language", help="ISO 639-1 code that overrides detection."),
            click.option(
                "--now",
                callback=moment,
                metavar="DATE[TIME]",
                help="When the page was fetched, ISO 8601, for “2 hours ago”; without an offset in the page's time.",
            ),
        )
    ):
        command = option(command)
    return command


@click.command("parse")
@PAGE
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="json", show_default=True)
@click.option("--field", "fields", multiple=True, type=click.Choice(FIELDS), metavar="NAME",
              help="Print only this field, one value a line, the body as text; may be repeated.")  # fmt: skip
@reading
@PROFILES
def parse_command(files: tuple[Path, ...], form: str, fields: tuple[str, ...], **how: Any) -> None:
    r"""Print the article of each FILE; "-" reads standard input.

    \b
    newsparse parse page.html
    newsparse parse --format markdown page.html
    newsparse parse --field title --field published *.html
    curl -s https://example.org/story | newsparse parse --url https://example.org/story -
    """
    if fields and click.get_current_context().get_parameter_source("form") is ParameterSource.COMMANDLINE:
        raise click.UsageError("--field prints values, --format whole articles: take one of them")

    def lines(page: str, article: Article) -> Iterable[str]:
        for warning in article.warnings:
            click.echo(f"newsparse: {page}: warning: {warning}", err=True)
        return lines_of(article, fields) if fields else [WRITERS[form](article).rstrip("\n")]

    write(each(files, newsparse.parse, how), lines)


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
    form, now = how.pop("form_in"), how.pop("now")
    if how["profiles"] and not how["url"]:
        click.echo(
            "newsparse: without --url, --profiles is only for pages that note their address (see --help)", err=True
        )
    for file in files:
        name = "standard input" if str(file) == "-" else str(file)
        try:
            raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        except OSError as error:
            yield name, error.strerror or str(error)
            continue
        try:
            outcome = work(raw, format=form, now=now, **how)
        except (newsparse.ParseError, newsparse.ProfileError) as error:
            outcome = str(error)
        yield name, outcome


def lines_of(article: Article, fields: Iterable[str]) -> Iterator[str]:
    """Yield the values of some fields: texts as they are, everything else as JSON; an empty line for no value."""
    raw = article.to_dict()
    for field in fields:
        value = article.text if field == "body" else raw[field] if field in raw else getattr(article, field)
        if value is None or value in ([], ()):
            yield ""
        elif isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            yield from (v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in value)
        else:
            yield json.dumps(value, ensure_ascii=False)
