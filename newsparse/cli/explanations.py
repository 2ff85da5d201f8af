"""``newsparse explain``: what became of a page, as a table or as an HTML report; of two pages, side by side."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from newsparse.cli.pages import OK, PAGE, PROFILES, UNREADABLE, each, reading, write
from newsparse.explanation import ExplainedBlock, Explanation
from newsparse.report.comparison import BlockPair, Change, block_pairs, field_pairs
from newsparse.report.families import figures
from newsparse.report.values import plain

SIGNS: Final = {Change.SAME: " ", Change.OTHER: "≠", Change.LEFT: "<", Change.RIGHT: ">"}
AROUND: Final = 1  # blocks shown on either side of a difference


@click.command("explain")
@PAGE
@click.option("--html", "target", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="REPORT",
              help="Write one self-contained HTML file instead, for one FILE or for two.")  # fmt: skip
@click.option("--width", type=click.IntRange(min=20), default=72, show_default=True, help="Characters of text shown.")
@click.option(
    "--json", "as_json", is_flag=True, help="Write each FILE's blocks, labels and article as one line of JSON."
)
@reading
@PROFILES
def explain_command(files: tuple[Path, ...], target: Path | None, width: int, as_json: bool, **how: Any) -> None:
    r"""Show what became of every visible piece of each FILE, the rule that decided, and the values that lost.

    Two FILEs, pages or versions of one, are set side by side; more are explained one after the other.

    \b
    newsparse explain page.html
    newsparse explain page.html --html report.html
    newsparse explain --json *.html > blocks.jsonl
    newsparse explain before.html after.html --html difference.html
    """
    import newsparse

    if target is not None and as_json:
        raise click.UsageError("--html and --json are two forms of one thing: take one of them")
    if target is not None and len(files) > 2:
        raise click.UsageError("--html takes one FILE, or two that are set side by side")
    outcomes = each(files, newsparse.explain, how)
    if as_json:
        write(outcomes, lambda page, explanation: [json_of(page, explanation)])
    if target is None and len(files) != 2:
        write(outcomes, lambda _, explanation: table_of(explanation, width))
    explained = list(readable(outcomes))
    if len(explained) < len(files):
        sys.exit(UNREADABLE)
    if target is not None:
        save(report_of(explained), target)
    else:
        (left, one), (right, two) = explained
        for line in side_by_side((left, right), one, two, width):
            click.echo(line)
    sys.exit(OK)


def json_of(page: str, explanation: Explanation) -> str:
    """Return an explanation as one line of JSON, with the name of its page."""
    return json.dumps({"file": page, **explanation.to_dict()}, ensure_ascii=False)


def readable(outcomes: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Explanation]]:
    """Yield the pages that could be read, with their names; tell on standard error why the others could not."""
    for page, outcome in outcomes:
        if isinstance(outcome, Explanation):
            yield page, outcome
        else:
            click.echo(f"newsparse: {page}: {outcome}", err=True)


def report_of(explained: list[tuple[str, Explanation]]) -> str:
    """Return the HTML report of one page, or of two."""
    from newsparse import report

    (name, explanation), *others = explained
    if not others:
        return report.page_html(explanation, name)
    ((other_name, other),) = others
    return report.comparison_html(explanation, other, (name, other_name))


def save(html: str, target: Path) -> None:
    """Write a report to a file, or to standard output for "-"."""
    try:
        with click.open_file(str(target), "wb") as out:
            out.write(html.encode())
    except OSError as error:
        raise click.FileError(str(target), error.strerror or str(error)) from error


# --- one page -------------------------------------------------------------------------------------------------------


def table_of(explanation: Explanation, width: int) -> Iterator[str]:
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
        shown = f"{short(plain(candidate.value), width)} [{candidate.source}]"
        yield f"{candidate.field.name:15} {candidate.trust:5.2f} {candidate.rule:12} {shown}"


def short(text: str, width: int) -> str:
    """Return *text* in one line of at most *width* characters, control characters taken out."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= width else line[: width - 1] + "…"


# --- two pages ------------------------------------------------------------------------------------------------------


def side_by_side(names: tuple[str, str], left: Explanation, right: Explanation, width: int) -> Iterator[str]:
    """Yield two explanations in columns of *width* characters: figures, fields, and the blocks around differences."""
    yield row(" ", "", *names, width)
    one, two = figures(left.blocks), figures(right.blocks)
    yield row(" ", "words", f"{one.kept} of {one.total} kept", f"{two.kept} of {two.total} kept", width)
    for field in field_pairs(left, right):
        yield row(SIGNS[field.change], field.name, plain(field.left), plain(field.right), width)
    yield ""
    pairs = list(block_pairs(left, right))
    near = {at + by for at, p in enumerate(pairs) if p.change is not Change.SAME for by in range(-AROUND, AROUND + 1)}
    skipped = 0
    for at, pair in enumerate(pairs):
        if at in near:
            yield from alike(skipped)
            yield row(SIGNS[pair.change], labels_of(pair), text_of(pair.left), text_of(pair.right), width)
        skipped = 0 if at in near else skipped + 1
    yield from alike(skipped)


def alike(skipped: int) -> Iterator[str]:
    """Yield a line that stands for blocks that are the same on both pages."""
    if skipped:
        yield f"  … {skipped} alike"


def row(sign: str, name: str, left: str, right: str, width: int) -> str:
    """Return one line of two columns."""
    return f"{sign} {short(name, 24):24} {short(left, width):{width}} | {short(right, width)}".rstrip()


def labels_of(pair: BlockPair) -> str:
    """Return the labels of two blocks, once where they are the same."""
    return " → ".join(dict.fromkeys(block.label for block in (pair.left, pair.right) if block))


def text_of(block: ExplainedBlock | None) -> str:
    """Return the text of a block; nothing where there is none."""
    return block.text if block else ""
