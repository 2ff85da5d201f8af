"""Rows: blocks that are nothing but inline elements side by side, each of which says something of its own."""

from __future__ import annotations

from typing import Final

from newsparse.document import Block, Mark
from newsparse.letters import has_digit

MOST: Final = 16  # inline elements of a row; what has more is no line of facts
SEPARATORS: Final = " |·•⋅∙●/–—-,\n"  # what may stand between two of them


def row_of(block: Block) -> tuple[Mark, ...]:
    """Return the inline elements that a block is made of, outermost ones, in order; none where other text is in it."""
    marks, text = block.marks, block.text
    if not 1 < len(marks) <= MOST:
        return ()
    row: list[Mark] = []
    at = 0
    while at < len(text):
        here = [m for m in marks if m.text and text.startswith(m.text, at) and len(m.text) < len(text)]
        if here:
            row.append(max(here, key=lambda m: len(m.text)))
            at += len(row[-1].text)
        elif text[at] in SEPARATORS:
            at += 1
        else:
            return ()
    return tuple(row) if len(row) > 1 else ()


def span_at(row: tuple[Mark, ...], text: str, start: int) -> tuple[int, int]:
    """Return where the element of a row begins and ends in which a place of the block's text lies, else all of it."""
    at = 0
    for mark in row:
        at = text.index(mark.text, at)
        if at <= start < at + len(mark.text):
            return at, at + len(mark.text)
        at += len(mark.text)
    return 0, len(text)


def line_of(block: Block) -> str:
    """Return the text of a block; of a row, dates and times stand between bars, so that no name goes on into them."""
    row = row_of(block)
    if not row:
        return block.text
    line, dated = row[0].text, has_digit(row[0].text)
    for mark in row[1:]:
        bar = dated or (dated := has_digit(mark.text))
        line += f" | {mark.text}" if bar else f" {mark.text}"
        dated = has_digit(mark.text)
    return line
