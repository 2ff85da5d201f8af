"""Links in one run of text that only a style sheet or a line break puts below each other: each is a line of its own."""

from __future__ import annotations

from typing import Final

from newsparse.compiling import mypyc_attr
from newsparse.document import Block, Mark
from newsparse.letters import letters

LEAST: Final = 2  # links of a list
MOST: Final = 100  # links that are taken apart in one run of text; a text has fewer
ROOM: Final = 60  # letters of a label before the first link
LONE: Final = 0.9  # share of the letters behind the label that links hold: between them stand bullets and days


@mypyc_attr(acyclic=True)
class LinkList:
    """A run of text that is links, below each other."""

    label: Final[Block | None]
    """What stands before the first link; None where nothing does."""

    lines: Final[list[Block]]
    """The links, as lines of the page; they have the index of the text that they stand in."""

    def __init__(self, label: Block | None, lines: list[Block]) -> None:
        self.label = label
        self.lines = lines


def link_list(block: Block) -> LinkList | None:
    """Take a run of text apart that is a list of links; None where it is none."""
    if not LEAST <= block.links <= MOST:
        return None
    links = [mark for mark in block.marks if mark.href and mark.tag == "a" and mark.text]
    if len(links) < LEAST or len({mark.href for mark in links}) < LEAST or len({mark.names for mark in links}) > 1:
        return None
    before, found, rest = block.text.partition(links[0].text)
    before = before.strip(" \n:•·|-–—»›")
    held = sum(letters(mark.text) for mark in links)
    if not found or len(before) > ROOM or held < LONE * letters(links[0].text + rest):
        return None
    label = line_of(block, before) if before else None
    return LinkList(label, [line_of(block, mark.text, mark, inner) for mark, inner in with_inner(block.marks)])


def with_inner(marks: tuple[Mark, ...]) -> list[tuple[Mark, list[Mark]]]:
    """Return the links among inline elements, with those that stand in each: they end before it does."""
    found: list[tuple[Mark, list[Mark]]] = []
    inner: list[Mark] = []
    for mark in marks:
        if mark.tag == "a" and mark.href and mark.text:
            found.append((mark, [other for other in inner if other.text in mark.text]))
            inner = []
        else:
            inner.append(mark)
    return found


def line_of(block: Block, text: str, link: Mark | None = None, inner: list[Mark] | None = None) -> Block:
    """Return a part of a run of text as a line of its own."""
    marks = (*(inner or ()), link) if link is not None else ()
    linked = len(text) if link is not None else 0
    return Block(block.index, text, block.kind, block.place, block.level, linked, bool(marks), 0, marks)
