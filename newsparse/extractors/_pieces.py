"""From labelled blocks to the pieces that a body is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.article import BodyBlock, BodyKind
from newsparse.document import Block, Group, Place
from newsparse.extractors._quotations import Quotation, quotations
from newsparse.findings import Label
from newsparse.letters import length
from newsparse.punctuation import STOPS
from newsparse.view import View

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
BODY: Final = Label.BODY
PARAGRAPH: Final = BodyKind.PARAGRAPH
HEADING: Final = BodyKind.HEADING
ITEM: Final = BodyKind.ITEM
ROW: Final = BodyKind.ROW
TABLE: Final = Group.TABLE
ORDERED: Final = Group.ORDERED_LIST
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
BOLD: Final = ("b", "strong")
LONGEST: Final = 200.0  # letters of a question or a sub-heading in the first line of a paragraph
ASKED: Final = "?？؟"
ANSWER: Final = 20  # blocks of an answer that are looked at for the question above them


def pieces(view: View, chosen: list[Block]) -> Iterator[BodyBlock]:
    """Yield one piece a block, one a row for table cells; who is quoted is told with the quote."""
    quoted = quotations(view, chosen)
    at = 0
    while at < len(chosen):
        block = chosen[at]
        if block.index in quoted.names or not says_something(block.text):
            at += 1
            continue
        row = row_of(block)
        cells = [block]
        while row is not None and at + len(cells) < len(chosen) and row_of(chosen[at + len(cells)]) is row:
            cells.append(chosen[at + len(cells)])
        cells = cells if len({cell.place.index for cell in cells}) > 1 else cells[:1]
        headed = opening(view, block) if len(cells) == 1 else None
        if headed is not None:
            yield from headed
        else:
            yield piece(view, cells, quoted.pieces.get(block.index))
        at += len(cells)


def says_something(text: str) -> bool:
    """Whether a text has a letter or a digit: a line of signs parts passages."""
    return text[0].isalnum() or any(map(str.isalnum, text))


def opening(view: View, block: Block) -> tuple[BodyBlock, BodyBlock] | None:
    """Return the bold first line of a paragraph, where it is a question, and the answer below it; None elsewhere."""
    if "\n" not in block.text or view.label(block) is not BODY:
        return None
    first, _, rest = block.text.partition("\n")
    bold = first and any(m.tag in BOLD and m.text == first for m in block.marks)
    if not bold or length(first) > LONGEST or length(rest) <= length(first):
        return None
    if first[-1] not in ASKED:
        return None
    return BodyBlock(BodyKind.QUESTION, " ".join(first.split())), BodyBlock(PARAGRAPH, " ".join(rest.split()))


def row_of(block: Block) -> Place | None:
    """Return the table row a cell stands in; None for what is no cell."""
    if block.place.tag not in ("td", "th") or block.group is not TABLE:
        return None
    return next((p for p in block.place.up() if p.tag == "tr"), None)


def piece(view: View, cells: list[Block], quote: Quotation | None = None) -> BodyBlock:
    """Make one piece of the body of a block, or of the cells of a row."""
    first = cells[0]
    if quote is not None and len(cells) == 1:
        return BodyBlock(BodyKind.QUOTE, quote.text, attribution=quote.who)
    kind = kind_of(view, first)
    text = CELLS.join([cell.text.replace("\n", " ") for cell in cells])
    if kind is PARAGRAPH and len(cells) == 1:
        return BodyBlock(kind, text)
    if kind is HEADING:
        return BodyBlock(kind, text, level=first.level or None)
    if kind is ITEM:
        return BodyBlock(kind, text, level=max(1, first.level), ordered=first.group is ORDERED)
    return BodyBlock(ROW if len(cells) > 1 else kind, text)


def kind_of(view: View, block: Block) -> BodyKind:
    """Return what a block is: what it was labelled as, but for definitions that answer and cells that hold a text."""
    kind = KINDS[view.label(block) or BODY]
    if kind is ROW and holds_text(view, block):
        bold = block.strong >= len(block.text) and block.text[-1] not in STOPS
        return HEADING if bold else PARAGRAPH
    if block.place.tag == "dt" and kind is PARAGRAPH and block.text[-1] in ASKED:
        return BodyKind.QUESTION
    if block.place.tag == "dd" and kind is ITEM and is_answer(view, block):
        return PARAGRAPH
    return kind


def holds_text(view: View, block: Block) -> bool:
    """Whether a cell is there for the layout: it holds several blocks, or a long one."""
    around = view.doc.blocks[max(block.index - 1, 0) : block.index + 2]
    return length(block.text) > LONGEST or any(b.place is block.place for b in around if b is not block)


def is_answer(view: View, block: Block) -> bool:
    """Whether the definition that a block stands in has a question above it."""
    blocks = view.doc.blocks
    for at in range(block.index, max(block.index - ANSWER, 0), -1):
        above = blocks[at - 1]
        if above.place is not block.place:
            return above.place.tag == "dt" and above.text[-1] in ASKED
    return False
