"""From raw text to a Document: lines, paragraphs, and the Markdown that text renderers write."""

from __future__ import annotations

from typing import Final

from newsparse.budget import Meter
from newsparse.document import Block, Document, Group, Kind, Mark, Picture, Place
from newsparse.readers import _markdown
from newsparse.readers._lines import Line, lines, once, tight_gap, unwrapped
from newsparse.readers._links import whole_links
from newsparse.readers._markdown import MARKED, PLAIN, Inline, Shape

QUOTE: Final = 30  # characters of a quoted line; shorter ones behind a ">" are steps of a breadcrumb


def read_text(text: str, url: str | None = None, meter: Meter | None = None) -> Document:
    """Read raw page text: every line that is not blank is a block, hard-wrapped paragraphs are re-joined.

    Blank lines are counted in ``Block.gap``. Headings, list items, quotes, table rows, links and pictures are
    read as Markdown writes them; drawn lines are left out.
    """
    most = (meter or Meter()).budget.blocks
    found = lines(text, most + 1)
    warnings = (f"more than {most} lines: the rest was left out",) if len(found) > most else ()
    del found[most:]
    found = once(found)
    tight = tight_gap(found)
    shapes = _markdown.shapes(found)
    marked = _markdown.is_markdown(text)
    found, starts = unwrapped(found, [s is not PLAIN for s in shapes], marked)
    whole = whole_links(found) if marked else found
    shapes = _markdown.shapes(whole) if whole is not found or len(starts) != len(shapes) else shapes
    found = whole
    numbered = _markdown.numbers_links(text)
    writer = _Writer(marked=marked, numbered=numbered, tight=tight)
    for line, shape in zip(found, shapes, strict=True):
        writer.add(line, shape)
    return writer.finish(url, warnings)


class _Writer:
    """Makes blocks of lines."""

    def __init__(self, marked: bool, numbered: bool, tight: int) -> None:
        self.root = Place(0, "", None, 0)
        self.places = [self.root]
        self.blocks: list[Block] = []
        self.pictures: list[Picture] = []
        self.marked = marked
        self.numbered = numbered
        self.tight = tight
        self.list: Place | None = None
        self.passed = False  # whether a line was too long for its marks to be read

    def add(self, line: Line, shape: Shape) -> None:
        """Take over one line."""
        text = line.text
        if not text[0].isalnum() and self.is_drawn(text):
            return
        if shape.skip:
            text = text[shape.skip :]
        if text[:1] == "[":
            text = _markdown.without_sign(text)
        if self.numbered and "[" in text:
            text = _markdown.without_link_numbers(text)
        read = self.inline(text)
        kind = Kind.QUOTE if line.quoted and shape.kind is Kind.TEXT and len(text) >= QUOTE else shape.kind
        if kind is Kind.ROW:
            read = Inline(" | ".join(c.strip() for c in read.text.rstrip("|").split("|")), read.marks)
        if not read.text.strip(" |"):
            return
        self.block(read, kind, self.place_of(shape), shape.level, line)

    def is_drawn(self, text: str) -> bool:
        """Whether a line is drawn; it may make a heading of the line above."""
        if not _markdown.is_rule(text) and text.strip("|-: "):
            return False
        above = self.blocks[-1] if self.blocks else None
        if above is not None and (level := _markdown.underlined(above.text, text)):
            above.kind, above.level = Kind.HEADING, level  # the block has not left the reader yet
        return True

    def inline(self, text: str) -> Inline:
        if not self.marked:
            return Inline(text)
        if len(text) > MARKED:
            self.passed = True
            return Inline(text)
        read = _markdown.inline(text)
        for url, alt in read.pictures:
            self.pictures.append(Picture(len(self.pictures), url, self.root, len(self.blocks), alt))
        return read

    def place_of(self, shape: Shape) -> Place:
        """Return the list an item stands in, the root for everything else."""
        if shape.kind is not Kind.ITEM:
            self.list = None
            return self.root
        group = Group.ORDERED_LIST if shape.ordered else Group.LIST
        if self.list is None or self.list.group is not group:
            self.list = Place(len(self.places), "", self.root, 1, group=group, kind=Kind.ITEM)
            self.places.append(self.list)
        return self.list

    def block(self, read: Inline, kind: Kind, place: Place, level: int, line: Line) -> None:
        linked = links = strong = 0
        if read.marks:
            size = len(read.text)
            linked, links = share(read.marks, "a")
            linked, strong = min(linked, size), min(share(read.marks, "b")[0], size)
        gap = max(0, line.gap - self.tight)
        at, text, marks = len(self.blocks), read.text, read.marks
        block = Block(at, text, kind, place, level, linked, links, strong, marks, gap, line.number)
        self.blocks.append(block)

    def finish(self, url: str | None, warnings: tuple[str, ...]) -> Document:
        if self.passed:
            warnings = (*warnings, f"lines of more than {MARKED} characters: their Markdown was left as it stands")
        parts = tuple(self.blocks), tuple(self.places), tuple(self.pictures)
        return Document(*parts, url=url, form="text", warnings=warnings)


def share(marks: tuple[Mark, ...], tag: str) -> tuple[int, int]:
    """Return the characters inside marks of one kind, and how many there are."""
    sizes = [len(m.text) for m in marks if m.tag == tag]
    return sum(sizes), len(sizes)
