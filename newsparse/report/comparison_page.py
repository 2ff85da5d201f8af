"""Two pages, or two versions of one, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from newsparse.article import BodyBlock
from newsparse.explanation import ExplainedBlock, Explanation
from newsparse.findings import Candidate
from newsparse.report.alignment import aligned
from newsparse.report.blocks import fields_by_block, lost_by_block, reasons, tagged
from newsparse.report.comparison import BlockPair, Change, FieldPair, block_pairs, field_pairs
from newsparse.report.families import FAMILY_OF, figures
from newsparse.report.head import filters, summary
from newsparse.report.markup import Attribute, Markup, element, joined, said, span
from newsparse.report.page import column, filled, inspector, named
from newsparse.report.values import passage, rendered

Known: TypeAlias = "tuple[Mapping[int, list[str]], Mapping[int, list[Candidate[Any]]]]"
"""What is known of the blocks of a page: the fields they say, the values read from them that lost."""

SIGNS: Final = {Change.SAME: "=", Change.OTHER: "≠", Change.LEFT: "◀", Change.RIGHT: "▶"}


def comparison_html(left: Explanation, right: Explanation, names: tuple[str, str] = ("", "")) -> str:
    """Return the report of two pages side by side; *names* are what they are called, by default their addresses."""
    pages = (left, right)
    counted = [figures(one.blocks) for one in pages]
    called = [named(one, name) for one, name in zip(pages, names, strict=True)]
    heads = (
        element("section", {"class": "side"}, said(name, "h2"), summary(one.article, found))
        for name, one, found in zip(called, pages, counted, strict=True)
    )
    columns = joined(
        column("fields", "The articles", field_table(field_pairs(left, right), called)),
        column("page", "The pages, as they were read", pair_list(list(block_pairs(left, right)), pages)),
        inspector(),
    )
    return filled(
        name=" | ".join(called),
        summary=element("div", {"class": "sides"}, *heads),
        filters=joined(changes(), filters(counted)),
        columns=columns,
        kind="two",
    )


def changes() -> Markup:
    """Return the button that leaves only what differs."""
    given: dict[str, Attribute] = {
        "type": "button",
        "class": "chip differences",
        "data-differences": True,
        "aria-pressed": "false",
    }
    return element("button", given, "only differences")


# --- fields ---------------------------------------------------------------------------------------------------------


def field_table(pairs: Iterable[FieldPair], names: list[str]) -> Markup:
    """Return the values of both articles, a row for each field."""
    scope: dict[str, Attribute] = {"scope": "col", "dir": "auto"}
    head = element(
        "tr", None, element("th", {"scope": "col"}, "Field"), *(element("th", scope, name) for name in names)
    )
    rows = map(field_row, pairs)
    return element("table", {"class": "fields"}, element("thead", None, head), element("tbody", None, *rows))


def field_row(pair: FieldPair) -> Markup:
    """Return the row of one field."""
    head = element("th", {"scope": "row"}, mark(pair.change), " ", pair.name.replace("_", " "))
    cells = bodies(pair.left, pair.right) if pair.name == "body" else (value(pair, pair.left), value(pair, pair.right))
    given: dict[str, Attribute] = {"data-change": pair.change, "class": f"field {pair.name}", "id": f"f-{pair.name}"}
    return element("tr", given, head, *(element("td", {"class": "value"}, cell) for cell in cells))


def mark(change: Change) -> Markup:
    """Return the sign of a change, and its name for those who do not see it."""
    return span("change", element("span", {"aria-hidden": "true"}, SIGNS[change]), span("unseen", change))


def value(pair: FieldPair, one: Any) -> Markup | None:
    """Return a value; None where there is none."""
    return rendered(pair.name, one) if one not in (None, ()) else None


def bodies(left: tuple[BodyBlock, ...], right: tuple[BodyBlock, ...]) -> tuple[Markup, Markup]:
    """Return two bodies, the pieces that only one of them has set off."""
    both = [(i, j) for i, j in aligned(left, right) if i is not None and j is not None]
    return (pieces(left, {i for i, _ in both}), pieces(right, {j for _, j in both}))


def pieces(body: tuple[BodyBlock, ...], common: set[int]) -> Markup:
    """Return a body, the pieces that the other has, too, folded away."""
    names = {True: "common", False: "alone"}
    return joined(*(element("div", {"class": names[at in common]}, passage(piece)) for at, piece in enumerate(body)))


# --- blocks ---------------------------------------------------------------------------------------------------------


def pair_list(pairs: list[BlockPair], pages: tuple[Explanation, Explanation]) -> Markup:
    """Return the blocks of both pages in order."""
    known = [(fields_by_block(one), lost_by_block(one.lost)) for one in pages]
    counts = Counter(pair.change for pair in pairs)
    told = ", ".join(f"{counts[change]} {change}" for change in Change if counts[change])
    items = (pair_item(at, pair, known) for at, pair in enumerate(pairs))
    given = {
        "class": "blocks pairs",
        "id": "blocks",
        "role": "listbox",
        "aria-label": "Blocks of both pages",
        "tabindex": "0",
    }
    return joined(element("p", {"class": "told"}, f"Blocks: {told}."), element("ol", given, *items))


def pair_item(at: int, pair: BlockPair, known: Sequence[Known]) -> Markup:
    """Return one row of the list."""
    sides = (pair.left, pair.right)
    given = {
        "class": "block pair",
        "id": f"b{at}",
        "data-label": " ".join(dict.fromkeys(block.label for block in sides if block)),
        "data-change": pair.change,
        "role": "option",
        "aria-selected": "false",
        "tabindex": "-1",
    }
    why = (
        reasons(block, fields.get(block.index, ()), lost.get(block.index, ()), side)
        for side, block, (fields, lost) in zip(("left", "right"), sides, known, strict=True)
        if block is not None
    )
    return element("li", given, mark(pair.change), *map(half, sides), element("div", {"class": "whys"}, *why))


def half(block: ExplainedBlock | None) -> Markup:
    """Return one side of a row."""
    if block is None:
        return element("div", {"class": "half empty"}, span("unseen", "nothing"))
    given = {"class": f"half fam-{FAMILY_OF[block.label]}"}
    return element("div", given, tagged(block), said(block.text, names="said"))
