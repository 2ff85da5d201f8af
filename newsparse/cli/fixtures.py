"""``newsparse fixture``: pages kept in a repository with the articles that are expected of them."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any, Final, NoReturn

import click

import newsparse
from newsparse.cli.pages import OK, PROFILES, reading
from newsparse.fixtures import (
    BadParser,
    Case,
    FixtureError,
    MalformedCase,
    Outcome,
    Parse,
    add_case,
    agrees,
    compare,
    differences,
    expectable,
    fields_of,
    find_cases,
    parser,
    plain_fields,
    printed,
    read_case,
    update,
)
from newsparse.fixtures.printing import harmless, painted
from newsparse.fixtures.reading import read_expected
from newsparse.fixtures.reviewing import side_by_side
from newsparse.fixtures.writing import change_expected, change_settings, json_text

FOLDER: Final = Path("tests/fixtures")
DIFFERS: Final = 1
"""Exit code where a page did not give what was expected, or could not be compared."""
UNREADABLE: Final = (FixtureError, newsparse.ParseError, newsparse.ProfileError)
"""What can be wrong with a case, a page or a profile; anything else is a mistake in somebody's code."""
RED: Final = "31"
GREEN: Final = "32"
YELLOW: Final = "33"
BOLD: Final = "1"

PLACES = click.argument(
    "places", nargs=-1, metavar="[DIR]…", type=click.Path(path_type=Path, file_okay=False, exists=True)
)
FIELDS = click.option("--field", "fields", multiple=True, metavar="NAME", help="Only this field; may be repeated.")


def load(_: click.Context, __: click.Parameter, name: str | None) -> Parse:
    """Return the parse function of that name, which may lie in the folder where the command was called."""
    if name and "" not in sys.path:
        sys.path.insert(0, "")
    try:
        return parser(name)
    except BadParser as error:
        raise click.BadParameter(str(error)) from error


PARSE = click.option("--parse", callback=load, envvar="NEWSPARSE_PARSE", metavar="MODULE:FUNCTION",
                     help="Read pages with this function instead of newsparse.parse.")  # fmt: skip


def parsing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what reads the pages, and hand the command one function."""

    @PARSE
    @PROFILES
    @wraps(command)
    def called(*args: Any, parse: Parse, profiles: tuple[Path, ...] | None, **rest: Any) -> Any:
        return command(*args, parse=partial(parse, profiles=profiles) if profiles else parse, **rest)

    return called


COLOUR = click.option("--color/--no-color", "colour", default=None,
                      help="Default: in a terminal, unless NO_COLOR is set.")  # fmt: skip


@click.group("fixture")
def fixture() -> None:
    """Keep pages with the articles expected of them, and compare.

    DIR is a case or a folder of cases, tests/fixtures where it is left out.
    """


@fixture.command("add")
@click.argument("page", metavar="PAGE|-", type=click.File("rb"))
@click.option("--name", required=True, help="Name of the case and of its folder.")
@click.option("--dir", "folder", type=click.Path(path_type=Path), default=FOLDER, show_default=True,
              help="Where the cases lie.")  # fmt: skip
@click.option("--note", help="What the page is there to show.")
@parsing
@reading
def add(page: Any, name: str, folder: Path, note: str | None, parse: Parse, **how: Any) -> None:
    """Make a case of PAGE, which expects what comes out of it now; “review” is the next step.

    Writes NAME/source.html or source.txt, case.toml and expected.json, and never over anything. A large page is
    compressed. Without --now, the moment is the present one.
    """
    from newsparse.readers import kind_of

    content = page.read()
    chosen = how.pop("form_in")
    form = None if chosen == "auto" else chosen
    how["now"] = how["now"] or datetime.now(UTC).replace(microsecond=0)
    how["format"] = form
    try:
        told = {key: value for key, value in how.items() if value is not None}
        expected = expectable(plain_fields(parse(content, **told)))
        kind = "html" if (form or kind_of(content, how["encoding"])) == "html" else "txt"
        settings = {"url": None, "now": None, "note": note, "reviewed": False, **how}
        add_case(folder / name, content, expected, settings, kind=kind)
    except (*UNREADABLE, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{folder / name}: {len(expected)} fields, to be looked at: newsparse fixture review {folder / name}")


@fixture.command("check")
@PLACES
@FIELDS
@parsing
@COLOUR
def check(places: tuple[Path, ...], fields: tuple[str, ...], parse: Parse, colour: bool | None) -> NoReturn:
    """Compare every case, field by field, and show what differs.

    A field that case.toml lists under known_failures has to differ. Exit codes: 0 all is as expected, 1 something
    is not or could not be compared, 2 wrong usage or no case.
    """
    colour = in_colour(colour)
    count: Counter[str] = Counter()
    seen: set[str] = set()
    for folder in folders_of(places):
        try:
            case = read_case(folder)
            found = [out for out in compare(case, fields_of(case, parse)) if not fields or out.name in fields]
        except UNREADABLE as error:
            count["broken"] += 1
            echo([painted(f"{folder.name}: {error}", RED, colour)], colour)
            continue
        seen.update(out.name for out in found)
        count.update(cases=1, unreviewed=int(not case.reviewed))
        count.update("agree" if out.passed and out.holds else "known" if out.passed else "differ" for out in found)
        echo(report(case, found, colour), colour)
    if not count["broken"] and (unseen := sorted(set(fields) - seen)):
        raise click.BadParameter(f"no case expects anything of {', '.join(unseen)}", param_hint="--field")
    echo([summary(count, colour)], colour)
    sys.exit(DIFFERS if count["differ"] or count["broken"] else OK)


@fixture.command("update")
@PLACES
@FIELDS
@parsing
def update_command(places: tuple[Path, ...], fields: tuple[str, ...], parse: Parse) -> None:
    """Expect what comes out now: rewrite the fields that differ, and nothing else.

    Patterns and tolerances that still hold stay, and so does a field under known_failures, unless --field names it.
    A field of which nothing was expected is added where --field names it. A case that changes is no longer reviewed.
    A case that cannot be read costs only itself; the exit code is then 1.
    """
    broken = False
    for folder in folders_of(places):
        try:
            case = read_case(folder)
            done = update(case, fields_of(case, parse), fields)
        except UNREADABLE as error:
            click.echo(f"Error: {folder.name}: {error}", err=True)
            broken = True
            continue
        said = [(done.changed, "rewritten"), (done.added, "added"), (done.kept, "left alone, a known failure")]
        parts = [f"{', '.join(names)} {what}" for names, what in said if names]
        parts += ["to be reviewed again"] if done.changed or done.added else []
        click.echo(f"{case.slug}: {'; '.join(parts) or 'as expected'}")
    sys.exit(DIFFERS if broken else OK)


@fixture.command("review")
@PLACES
@click.option("--all", "again", is_flag=True, help="Reviewed cases, too.")
@parsing
@COLOUR
def review(places: tuple[Path, ...], again: bool, parse: Parse, colour: bool | None) -> None:
    """Go through the cases that nobody has reviewed: each field beside the page, to accept, edit or skip.

    A case of which every field was accepted is marked as reviewed. What was edited is kept, what was only accepted
    is asked again next time.
    """
    colour = in_colour(colour)
    try:
        cases = [case for folder in folders_of(places) if not (case := read_case(folder)).reviewed or again]
        for case in cases:
            if not review_case(case, parse, colour):
                return
    except UNREADABLE as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{counted(len(cases), 'case')} gone through" if cases else "every case is reviewed")


def folders_of(places: Iterable[Path]) -> list[Path]:
    """Return the folders of all cases at some places; wrong usage where there is none."""
    places = tuple(places) or (FOLDER,)
    try:
        found = list(find_cases(*places))
    except FixtureError as error:
        raise click.UsageError(str(error)) from error
    if not found:
        raise click.UsageError(f"no case.toml in {', '.join(map(str, places))}")
    return found


def in_colour(wanted: bool | None) -> bool:
    """Whether to print in colour: as wanted, else in a terminal, unless NO_COLOR (https://no-color.org) is set."""
    if wanted is not None:
        return wanted
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def echo(lines: Iterable[str], colour: bool) -> None:
    """Print lines as they are, colours included."""
    for line in lines:
        click.echo(line, color=colour)


def report(case: Case, outcomes: Iterable[Outcome], colour: bool) -> Iterator[str]:
    """Yield the lines on the fields of a case that are not as they should be."""
    wrong = [out for out in outcomes if not out.passed]
    if wrong:
        yield painted(case.slug, BOLD, colour)
    for out in wrong:
        if out.holds:
            yield f"  {painted(out.name, YELLOW, colour)}  comes out right: take it out of known_failures"
        else:
            yield f"  {painted(out.name, YELLOW, colour)}"
            yield from printed(differences(out.want, out.got), colour=colour, indent=4)


def summary(count: Counter[str], colour: bool) -> str:
    """Return the last line of a comparison."""
    parts = [
        f"{counted(count['cases'], 'case')}: {counted(count['agree'], 'field')} as expected",
        f"{count['differ']} not" if count["differ"] else "",
        counted(count["known"], "known failure") if count["known"] else "",
        f"{counted(count['broken'], 'case')} could not be compared" if count["broken"] else "",
        f"{counted(count['unreviewed'], 'case')} not reviewed" if count["unreviewed"] else "",
    ]
    line = ", ".join(filter(None, parts))
    return painted(line, RED if count["differ"] or count["broken"] else GREEN, colour)


def counted(number: int, noun: str) -> str:
    """Return a number of things in words."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def review_case(case: Case, parse: Parse, colour: bool) -> bool:
    """Ask about every field of a case; False where the reviewer wants no more."""
    page = newsparse.explain(case.content, **case.arguments)
    outcomes = list(compare(case, fields_of(case, parse)))
    echo(["", f"{painted(case.slug, BOLD, colour)}  {harmless(case.url or '')}", harmless(case.note or "")], colour)
    accepted = 0
    for number, out in enumerate(outcomes, start=1):
        click.echo(painted(f"\n{out.name} ({number} of {len(outcomes)})", YELLOW, colour), color=colour)
        answer = review_field(case, out, page, colour)
        if answer == "quit":
            return False
        accepted += answer == "accept"
    if accepted == len(outcomes):
        change_settings(case, reviewed=True)
        click.echo(f"{case.slug}: reviewed")
    else:
        click.echo(f"{case.slug}: {counted(len(outcomes) - accepted, 'field')} skipped, not reviewed yet")
    return True


def review_field(case: Case, out: Outcome, page: newsparse.Explanation, colour: bool) -> str:
    """Show a field, and do what the reviewer answers until it is accepted, skipped or the end."""
    want = out.want
    blocks = [block.text for block in page.blocks]
    evidence = page.article.evidence.get(out.name)
    said = evidence.raw if evidence and evidence.raw else ""
    while True:
        echo(side_by_side(want, blocks, shutil.get_terminal_size().columns, clues=(out.got, said)), colour)
        if evidence:
            click.echo(f"newsparse reads it in: {harmless(f'{evidence.source}  {said}'.strip())}")
        if not agrees(want, out.got):
            echo(["what comes out is something else:", *printed(differences(want, out.got), colour=colour)], colour)
        answer = asked()
        if answer == "page":
            click.echo_via_pager(f"{harmless(block)}\n\n" for block in blocks)
        elif answer == "edit":
            want = edited(case, out.name, want)
        else:
            return answer


def asked() -> str:
    """Return the reviewer's answer; the end of the input means "quit"."""
    answers = {answer[0]: answer for answer in ("accept", "edit", "skip", "page", "quit")}
    question = ", ".join(f"[{answer[0]}]{answer[1:]}" for answer in answers.values())
    try:
        letter = click.prompt(question, type=click.Choice(list(answers)), show_choices=False)
    except click.Abort:
        return "quit"
    return answers[letter]


def edited(case: Case, name: str, want: Any) -> Any:
    """Let the reviewer change what is expected of a field, in an editor; write it and return it."""
    text = json_text({name: want})
    while (changed := click.edit(text, extension=".json")) is not None:
        text = changed
        try:
            expected = read_expected(text, "what you wrote")
            if expected.keys() != {name}:
                raise MalformedCase(f"what you wrote: one field is wanted, {name!r}")
        except MalformedCase as error:
            click.echo(str(error), err=True)
            if not click.confirm("Edit again?", default=True):
                break
            continue
        change_expected(case, expected)
        return expected[name]
    return want
