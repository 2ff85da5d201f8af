"""From text between boundaries to blocks, in the containers that are open around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.document import Block, Kind, Mark, Place
from newsparse.readers._attributes import Attributes, hides, is_styled_away, joined
from newsparse.readers._elements import BOLD, LISTS, MARK_NAMES, NAMES, PLAIN, ROLES, STICKY, TRAITS
from newsparse.readers._text import paragraphs, squeeze

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
TEXT: Final = Kind.TEXT
PARAGRAPH: Final = Kind.PARAGRAPH
HEADING: Final = Kind.HEADING
ITEM: Final = Kind.ITEM
CONTROL: Final = Kind.CONTROL
ROOM: Final = 4  # containers for each block that may be read; pages have about one


class BlockWriter:
    """The blocks and places read so far, and the block that is being read."""

    def __init__(self, most: int, nesting: int, hidden_names: frozenset[bytes]) -> None:
        self.most = most
        self.nesting = nesting
        self.room = ROOM * most
        self.deeper = 0
        self.full = self.flattened = False
        self.blocks: list[Block] = []
        self.place = Place(0, "html", None, 0, kind=TEXT)
        self.places: list[Place] = [self.place]
        self.hidden_names = hidden_names
        self.hiding: dict[str, bool] = {}  # class attribute → whether it hides: the elements of a page share them
        self.buffer: list[str] = []
        self.marks: list[Mark] = []
        self.breaks: list[int] = []  # by line break in the buffer, the number of marks before it
        self.lists = 0
        self.open_marks: list[tuple[str, Attributes, int, int]] = []  # tag, attributes, place in buffer, depth
        self.seam = False
        self.seamed = ""  # class of the inline element that has just ended

    def limits(self) -> Iterator[str]:
        """Yield a warning for every limit that was reached."""
        if self.full:
            yield f"more than {self.most} blocks, pictures or containers: the rest was left out"
        if self.flattened:
            yield f"containers nested deeper than {self.nesting} were not told apart"

    # --- text -----------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """End the block that is being read; something must be in the buffer."""
        open_marks = self.open_marks
        if open_marks:
            for tag, attributes, start, _ in open_marks:
                self.mark(tag, attributes, start)
            open_marks[:] = [(tag, attributes, 0, depth) for tag, attributes, _, depth in open_marks]
        buffer, marks = self.buffer, self.marks
        if self.breaks:
            self.cut("".join(buffer), marks)
            self.breaks.clear()
        elif len(buffer) > 1:
            self.block(squeeze("".join(buffer)), marks)
        else:  # any mark in it holds all of it
            self.block(marks[0].text if marks else squeeze(buffer[0]), marks)
        buffer.clear()
        marks.clear()
        self.seam = False

    def cut(self, raw: str, marks: list[Mark]) -> None:
        """Make blocks of the paragraphs between line breaks."""
        done = 0
        breaks = (*self.breaks, len(marks))
        for text, last in paragraphs(raw, self.place.kind):
            self.block(text, marks[done : breaks[last]])
            done = breaks[last]

    def block(self, text: str, marks: list[Mark]) -> None:
        """Add a block, if there is text for one."""
        if not text:
            return
        if len(self.blocks) >= self.most:
            self.full = True
            return
        place, kind, size = self.place, self.place.kind, len(text)
        linked = links = strong = 0
        for mark in marks:
            if mark.tag == "a":
                linked += len(mark.text)
                links += 1
            elif mark.tag in BOLD:
                strong += len(mark.text)
        if place.href is not None:
            linked, links = size, links or 1
        elif linked > size:
            linked = size
        strong = min(strong, size)
        level = place.level if kind is HEADING else self.lists if kind is ITEM else 0
        self.blocks.append(
            Block(len(self.blocks), text, kind, place, level, linked, links, strong, tuple(marks) if marks else ())
        )

    def control(self, text: str, attributes: Attributes) -> None:
        """Add the block of a button, in a container of its own."""
        if text and len(self.blocks) < self.most and len(self.places) < self.room:
            place = self.place_of("button", attributes)
            self.places.append(place)
            self.blocks.append(Block(len(self.blocks), text, CONTROL, place))

    def mark(self, tag: str, attributes: Attributes, start: int) -> None:
        """Add a mark whose text is what is in the buffer from *start* on."""
        if not attributes and tag in PLAIN and self.place.kind is not HEADING:
            return  # a bare span in a heading may part the topic line from the title
        buffer = self.buffer
        text = squeeze(buffer[-1] if len(buffer) == start + 1 else "".join(buffer[start:]))
        if not text:
            return
        if not attributes:
            self.marks.append(Mark(tag, text))
            return
        names, machine = attributes.get("class") or "", None
        if len(attributes) > 1 or not names:
            names = joined(names, attributes, MARK_NAMES)
            machine = attributes.get("datetime") or attributes.get("content")
            if tag == "abbr":
                machine = machine or attributes.get("title")
        self.marks.append(Mark(tag, text, names, attributes.get("href"), machine, attributes))

    # --- containers -----------------------------------------------------------------------------------------

    def open_place(self, tag: str, attributes: Attributes) -> None:
        """Enter a container."""
        if self.buffer:
            self.flush()
        if tag in LISTS:
            self.lists += 1
        if self.deeper or self.place.depth >= self.nesting or len(self.places) >= self.room:
            self.descend()
            return
        self.place = place = self.place_of(tag, attributes)
        self.places.append(place)

    def descend(self) -> None:
        """Enter a container that is not told apart from the one around it."""
        self.deeper += 1
        if len(self.places) >= self.room:
            self.full = True
        else:
            self.flattened = True

    def close_place(self, tag: str) -> None:
        """Leave the innermost container."""
        if self.buffer:
            self.flush()
        if tag in LISTS:
            self.lists -= 1
        if self.deeper:
            self.deeper -= 1
        elif self.place.parent is not None:
            self.place = self.place.parent

    def place_of(self, tag: str, attributes: Attributes) -> Place:
        """Return the place of an element, in the place that is open."""
        parent = self.place
        kind, group, level = parent.kind, parent.group, parent.level
        if kind is not TEXT and kind not in STICKY:
            kind = TEXT
        if (traits := TRAITS.get(tag)) is not None:
            own, gathers, deep = traits
            if own is not None and (own is not PARAGRAPH or kind is TEXT):
                kind = own
            group, level = gathers or group, deep or level
        place = Place(
            len(self.places), tag, parent, parent.depth + 1, "", group, "", "", parent.hidden, parent.figure,
            self.target() if self.open_marks else parent.href, kind, level,
        )  # fmt: skip
        if attributes:
            self.describe(place, attributes)
        if tag == "dialog" and "open" not in attributes:
            place.hidden = True
        return place

    def target(self) -> str | None:
        """Return the target of the link that is open here, or that wraps the container."""
        for _, attributes, _, _ in self.open_marks:
            if href := attributes.get("href"):
                return href
        return self.place.href

    def describe(self, place: Place, attributes: Attributes) -> None:
        """Add what the attributes of the element say. The place has not left the reader yet."""
        place.attributes = attributes
        place.names = names = attributes.get("class") or ""
        if len(attributes) > 1 or not names:
            place.names = joined(names, attributes, NAMES)
            if "role" in attributes:
                place.group = ROLES.get(attributes["role"]) or place.group
            if "itemprop" in attributes:
                place.itemprop = attributes["itemprop"]
            if "itemtype" in attributes:
                place.itemtype = attributes["itemtype"]
        if not place.hidden and self.is_hidden(names, attributes):
            place.hidden = True

    def is_hidden(self, names: str, attributes: Attributes) -> bool:
        """Whether an attribute, an inline style or one of its *names* keeps an element from being shown."""
        if names:
            known = self.hiding.get(names)
            if known is None:
                known = self.hiding[names] = hides(names, self.hidden_names)
            if known:
                return True
            if len(attributes) == 1:
                return False
        return "hidden" in attributes or ("style" in attributes and is_styled_away(attributes["style"]))
