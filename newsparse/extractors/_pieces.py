"""From labelled blocks to the pieces that a body is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.article import BodyBlock, BodyKind
from newsparse.document import Block, Group, Place
from newsparse.extractors._quotations import Quotation, quotations
from newsparse.findings import Label
from newsparse.view import View

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
BODY: Final = Label.BODY
PARAGRAPH: Final = BodyKind.PARAGRAPH
KINDS: Final = {
    Label.BODY: BodyKind.PARAGRAPH,
    Label.HEADING: BodyKind.HEADING,
    Label.QUOTE: BodyKind.QUOTE,
    Label.ITEM: BodyKind.ITEM,
    Label.ROW: BodyKind.ROW,
    Label.QUESTION: BodyKind.QUESTION,
    Label.CODE: BodyKind.CODE,
}
CELLS: Final = " | "


def pieces(view: View, chosen: list[Block]) -> Iterator[BodyBlock]:
    """Yield one piece a block, one a row for table cells; who is quoted is told with the quote."""
    quoted = quotations(view, chosen)
    at = 0
    while at < len(chosen):
        block = chosen[at]
        if block.index in quoted.names:
            at += 1
            continue
        row = row_of(block)
        cells = [block]
        while row is not None and at + len(cells) < len(chosen) and row_of(chosen[at + len(cells)]) is row:
            cells.append(chosen[at + len(cells)])
        yield piece(view, cells, quoted.pieces.get(block.index))
        at += len(cells)


def row_of(block: Block) -> Place | None:
    """Return the table row a cell stands in; None for what is no cell."""
    if block.place.tag not in ("td", "th") or block.group is not Group.TABLE:
        return None
    return next((p for p in block.place.up() if p.tag == "tr"), None)


def piece(view: View, cells: list[Block], quote: Quotation | None = None) -> BodyBlock:
    """Make one piece of the body of a block, or of the cells of a row."""
    first = cells[0]
    if quote is not None and len(cells) == 1:
        return BodyBlock(BodyKind.QUOTE, quote.text, attribution=quote.who)
    kind = KINDS[view.label(first) or BODY]
    text = CELLS.join(" ".join(cell.text.split()) for cell in cells)
    if kind is PARAGRAPH and len(cells) == 1:
        return BodyBlock(kind, text)
    if kind is BodyKind.HEADING:
        return BodyBlock(kind, text, level=first.level or None)
    if kind is BodyKind.ITEM:
        return BodyBlock(kind, text, level=max(1, first.level), ordered=first.group is Group.ORDERED_LIST)
    return BodyBlock(BodyKind.ROW if len(cells) > 1 else kind, text)
