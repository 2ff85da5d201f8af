"""Tables of the article: cells say too little each for the scorer to see that they are text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.document import Block, Group, Kind, Place
from newsparse.findings import BODY_LABELS, Label, Labelled, Trust
from newsparse.view import View

TRUST: Final = Trust.MARKUP + 0.06  # above the scorer and above stamps, which schedules are full of
LINKED: Final = 0.5  # share of links from which a table is a menu
LEAST: Final = 4  # cells of the smallest table
LONG: Final = 60  # characters of a cell, on average, from which the table is there for the layout
OPEN: Final = frozenset((None, Label.OTHER, Label.ROW, Label.BODY, Label.TIMESTAMP))  # what a cell may be taken for
CELLS: Final = frozenset(("td", "th"))


def tables(view: View) -> Iterator[Labelled]:
    """Label the cells of tables that stand between passages of the article."""
    passages = list(view.found.labelled(*BODY_LABELS))
    region = view.found.region
    if not passages or region is None or view.doc.is_text:
        return
    for cells in tables_between(view, passages[0], passages[-1]).values():
        if belongs(view, cells, region.place):
            for cell in cells:
                yield Labelled(cell.index, Label.ROW, TRUST, "a cell of a table between passages of the article")
    for cells in tables_between(view, passages[-1] + 1, end_of(view, passages[-1], region.place)).values():
        if any(cell.place.tag == "th" for cell in cells) and belongs(view, cells, region.place):
            yield from at_the_end(view, cells)


def end_of(view: View, last: int, place: Place) -> int:
    """Return the last block behind a passage that stands in the container of the text."""
    blocks = view.doc.blocks
    while last + 1 < len(blocks) and blocks[last + 1].place.lies_in(place):
        last += 1
    return last


def at_the_end(view: View, cells: list[Block]) -> Iterator[Labelled]:
    """Label the cells of a table with a head that closes the text, and the heading above it."""
    above = view.doc.blocks[cells[0].index - 1]
    if above.kind is Kind.HEADING and not above.hidden and view.label(above) in OPEN:
        yield Labelled(above.index, Label.HEADING, TRUST, "a heading above a table that closes the text")
    for cell in cells:
        yield Labelled(cell.index, Label.ROW, TRUST, "a cell of a table with a head that closes the text")


def tables_between(view: View, first: int, last: int) -> dict[int, list[Block]]:
    """Return the cells of the tables between two blocks, by the table's place."""
    found: dict[int, list[Block]] = {}
    for block in view.doc.blocks[first : last + 1]:
        if block.place.tag in CELLS and block.group is Group.TABLE and not block.hidden:
            table = next((p for p in block.place.up() if p.tag == "table"), None)
            if table is not None:
                found.setdefault(table.index, []).append(block)
    return found


def belongs(view: View, cells: list[Block], place: Place) -> bool:
    """Whether a table is one of the article: in its container, not named as noise, no menu and no layout."""
    if len(cells) < LEAST or not cells[0].place.lies_in(place):
        return False
    if any(view.label(cell) not in OPEN for cell in cells):
        return False
    size = sum(len(cell.text) for cell in cells)
    return size <= LONG * len(cells) and sum(cell.linked for cell in cells) < LINKED * size
