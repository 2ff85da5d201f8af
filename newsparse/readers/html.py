"""From markup to a Document: one pass over the lxml tree, no recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final

from lxml import etree

from newsparse.budget import LATE, Meter
from newsparse.document import Block, Document, Kind, Mark, Picture, Place
from newsparse.lexicons import table
from newsparse.readers._attributes import Attributes, attributes_of, hides, is_name, is_styled_away, joined
from newsparse.readers._declared import DeclaredWriter
from newsparse.readers._elements import (
    BOLD,
    GROUPS,
    INLINE,
    KINDS,
    LEVELS,
    LISTS,
    MARK_NAMES,
    MARKED,
    NAMES,
    PLAIN,
    ROLES,
    SEAMED,
    SKIPPED,
    STICKY,
)
from newsparse.readers._pictures import best_source, declared_set, pixels
from newsparse.readers._text import BREAK, SEAM, paragraphs, squeeze

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
TEXT, PARAGRAPH, HEADING, ITEM, CONTROL = Kind.TEXT, Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.CONTROL
PROSE: Final = 80  # characters from which a block counts when hidden and shown text are weighed
STRETCH: Final = 4096  # events of the tree between two looks at the clock
MARKS: Final = 32  # inline elements in each other that are told apart
ROOM: Final = 4  # containers for each block that may be read; pages have about one


def read_tree(root: etree._Element, url: str | None = None, meter: Meter | None = None) -> Document:
    """Read a tree that lxml has built; the tree is not changed."""
    walk = _Walk(frozenset(table("_markup")["hidden"]), meter or Meter())
    return walk.read(root, url)


class _Walk:
    """State of the pass: what has been read, and which elements are open."""

    __slots__ = (
        "apart", "blocks", "buffer", "closers", "declared", "deeper", "flattened", "full", "hidden_names", "hiding",
        "late", "lines", "lists", "marks", "meter", "most", "nesting", "open_marks", "openers", "pictures", "place",
        "places", "room", "seam", "sets",
    )  # fmt: skip

    def __init__(self, hidden_names: frozenset[str], meter: Meter) -> None:
        self.meter = meter
        self.most, self.nesting = meter.budget.blocks, meter.budget.nesting
        self.room = ROOM * self.most
        self.deeper = 0
        self.full = self.flattened = self.late = False
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.pictures: list[Picture] = []
        self.sets: list[str] = []
        self.declared = DeclaredWriter()
        self.hidden_names = hidden_names
        self.hiding: dict[str, bool] = {}  # class attribute → whether it hides: the elements of a page share them
        self.buffer: list[str] = []
        self.marks: list[tuple[int, Mark]] = []
        self.lines = 0
        self.open_marks: list[tuple[etree._Element, Attributes, int]] = []
        self.apart: etree._Element | None = None
        self.lists = 0
        self.seam = False
        self.place: Place = self.root()
        self.openers: dict[Any, Callable[[Any, str], bool]] = self.handlers()
        self.closers: dict[Any, Callable[[Any, str], None]] = dict.fromkeys(INLINE, self.close_inline)

    def root(self) -> Place:
        place = Place(0, "html", None, 0, kind=TEXT)
        self.places.append(place)
        return place

    def handlers(self) -> dict[str, Callable[[Any, str], bool]]:
        """Return what to do at the start of an element, by its name; True means that its inside is passed over."""
        found: dict[str, Callable[[Any, str], bool]] = dict.fromkeys(INLINE, self.open_inline)
        found |= dict.fromkeys((*SKIPPED, "rt", "rp"), self.skip)
        found |= {"br": self.line_break, "hr": self.rule, "img": self.image, "amp-img": self.image, "video": self.video}
        found |= {"noscript": self.noscript, "picture": self.open_picture, "source": self.source}
        found |= dict.fromkeys(("figure-img", "wbr", "html", "param", "track"), self.enter)
        found |= dict.fromkeys(("meta", "link", "title", "script", "base"), self.declare)
        return found

    # --- the loop -------------------------------------------------------------------------------------------

    def read(self, root: etree._Element, url: str | None) -> Document:
        self.declared.lang = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        walker = etree.iterwalk(root, events=("start", "end"))
        while self.stretch(walker, root):
            if self.meter.is_late():
                self.late = True
                break
        if self.buffer:
            self.flush()
        return self.document(url)

    def stretch(self, walker: Any, root: etree._Element) -> bool:
        """Read on for some events; False where there were none left."""
        openers, closers, buffer = self.openers, self.closers, self.buffer
        element = None
        for event, element in islice(walker, STRETCH):
            tag = element.tag
            if event == "start":
                if (openers.get(tag) or self.learn(tag))(element, tag):
                    walker.skip_subtree()
                    continue
                text = element.text
            else:
                if tag in closers:
                    closers[tag](element, tag)
                text = element.tail if element is not root else None
            if text and (buffer or not text.isspace()):
                buffer.append(text)
                self.seam = False
        return element is not None

    def learn(self, tag: Any) -> Callable[[Any, str], bool]:
        """Return what to do with an element that is met for the first time: a block, or nothing."""
        if tag.__class__ is not str:  # a comment
            return self.skip
        named = is_name(tag)
        if named:
            self.closers[tag] = self.close_block
        opener = self.openers[tag] = self.open_block if named else self.enter
        return opener

    def document(self, url: str | None) -> Document:
        """Return what was read. Where most of the text is hidden, a script is to show it: nothing counts as hidden."""
        hidden = sum(len(b.text) for b in self.blocks if b.place.hidden and len(b.text) >= PROSE)
        shown = sum(len(b.text) for b in self.blocks if not b.place.hidden and len(b.text) >= PROSE)
        if hidden > shown:
            for place in self.places:
                place.hidden = False
        return Document(
            blocks=tuple(self.blocks),
            places=tuple(self.places),
            pictures=tuple(self.pictures),
            declared=self.declared.finish(),
            url=url,
            warnings=(*self.declared.warnings, *self.limits()),
        )

    def limits(self) -> Iterator[str]:
        """Yield a warning for every limit that was reached."""
        if self.full:
            yield f"more than {self.most} blocks, pictures or containers: the rest was left out"
        if self.flattened:
            yield f"containers nested deeper than {self.nesting} were not told apart"
        if self.late:
            yield LATE

    # --- text -----------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """End the block that is being read; something must be in the buffer."""
        open_marks = self.open_marks
        for element, attributes, start in open_marks:
            self.mark(element.tag, attributes, start)
        if open_marks:
            open_marks[:] = [(element, attributes, 0) for element, attributes, _ in open_marks]
        raw, marks = "".join(self.buffer), self.marks
        if self.lines:
            self.cut(raw, marks)
        elif text := squeeze(raw):
            self.block(text, tuple([mark for _, mark in marks]))
        self.buffer.clear()
        marks.clear()
        self.lines = 0
        self.seam = False

    def cut(self, raw: str, marks: list[tuple[int, Mark]]) -> None:
        """Make blocks of the paragraphs between line breaks."""
        done = 0
        for text, last in paragraphs(raw, self.place.kind is TEXT):
            upto = done
            while upto < len(marks) and marks[upto][0] <= last:
                upto += 1
            self.block(text, tuple([mark for _, mark in marks[done:upto]]))
            done = upto

    def block(self, text: str, marks: tuple[Mark, ...]) -> None:
        if len(self.blocks) >= self.most:
            self.full = True
            return
        place = self.place
        linked = links = strong = 0
        for mark in marks:
            if mark.tag == "a":
                linked += len(mark.text)
                links += 1
            elif mark.tag in BOLD:
                strong += len(mark.text)
        if place.href is not None:
            linked, links = len(text), links or 1
        level = place.level if place.kind is HEADING else self.lists if place.kind is ITEM else 0
        size = len(text)
        linked, strong = (size if linked > size else linked), (size if strong > size else strong)
        self.blocks.append(Block(len(self.blocks), text, place.kind, place, level, linked, links, strong, marks))

    def mark(self, tag: str, attributes: Attributes, start: int) -> None:
        if not attributes and tag in PLAIN and self.place.kind is not HEADING:
            return  # a bare span in a heading may part the topic line from the title
        text = squeeze(self.buffer[-1] if len(self.buffer) == start + 1 else "".join(self.buffer[start:]))
        if not text:
            return
        if not attributes:
            self.marks.append((self.lines, Mark(tag, text)))
            return
        get = attributes.get
        names = get("class") or ""
        if len(attributes) > 1 or not names:
            names = joined(names, attributes, MARK_NAMES)
        machine = get("datetime") or get("content") or (get("title") if tag == "abbr" else None)
        self.marks.append((self.lines, Mark(tag, text, names, get("href"), machine, attributes)))

    # --- elements -------------------------------------------------------------------------------------------

    def open_inline(self, element: etree._Element, tag: str) -> bool:
        if self.seam and self.buffer and tag in SEAMED:
            self.buffer.append(SEAM)
        self.seam = False
        if tag in MARKED:
            attributes = attributes_of(element)
            if attributes and self.is_hidden(attributes):
                return True
            if len(self.open_marks) < MARKS:
                self.open_marks.append((element, attributes, len(self.buffer)))
        return False

    def close_inline(self, element: etree._Element, tag: str) -> None:
        if self.open_marks and self.open_marks[-1][0] is element:
            _, attributes, start = self.open_marks.pop()
            self.mark(tag, attributes, start)
        self.seam = tag in SEAMED  # until text follows

    def open_block(self, element: etree._Element, tag: str) -> bool:
        if tag == "button" and self.buffer:
            return self.button(element)
        if self.buffer:
            self.flush()
        if tag in LISTS:
            self.lists += 1
        if self.deeper or self.place.depth >= self.nesting or len(self.places) >= self.room:
            self.descend()
            return False
        self.place = self.place_of(element, tag, self.place)
        self.places.append(self.place)
        return False

    def descend(self) -> None:
        """Enter a container that is not told apart from the one around it."""
        self.deeper += 1
        if len(self.places) >= self.room:
            self.full = True
        else:
            self.flattened = True

    def place_of(self, element: etree._Element, tag: str, parent: Place) -> Place:
        kind = KINDS.get(tag) or (parent.kind if parent.kind in STICKY else TEXT)
        if kind is PARAGRAPH and parent.kind in STICKY:
            kind = parent.kind
        group = GROUPS.get(tag) or parent.group
        href = self.target() if self.open_marks else parent.href
        place = Place(
            len(self.places), tag, parent, parent.depth + 1, "", group, "", "",
            parent.hidden, parent.figure, href, kind, LEVELS.get(tag) or parent.level,
        )  # fmt: skip
        if attributes := attributes_of(element):
            self.describe(place, attributes)
        if tag == "figure":
            place.figure = place
        elif tag == "dialog" and "open" not in attributes:
            place.hidden = True
        return place

    def target(self) -> str | None:
        """Return the target of the link that is open here, or that wraps the container."""
        for _, attributes, _ in self.open_marks:
            if href := attributes.get("href"):
                return href
        return self.place.href

    def describe(self, place: Place, attributes: Attributes) -> None:
        """Add what the attributes of the element say. The place has not left the reader yet."""
        place.attributes = attributes
        get = attributes.get
        place.names = names = get("class") or ""
        if len(attributes) > 1 or not names:
            place.names = joined(names, attributes, NAMES)
            if role := get("role"):
                place.group = ROLES.get(role) or place.group
            place.itemprop = get("itemprop") or ""
            place.itemtype = get("itemtype") or ""
        if not place.hidden and self.is_hidden(attributes):
            place.hidden = True

    def is_hidden(self, attributes: Attributes) -> bool:
        """Whether an attribute, an inline style or one of the names that hide keeps an element from being shown."""
        names = attributes.get("class")
        if names:
            known = self.hiding.get(names)
            if known is None:
                known = self.hiding[names] = hides(names, self.hidden_names)
            if known:
                return True
            if len(attributes) == 1:
                return False
        return "hidden" in attributes or ("style" in attributes and is_styled_away(attributes["style"]))

    def close_block(self, element: etree._Element, tag: str) -> None:
        if element is self.apart:
            self.apart = None
            return
        if self.buffer:
            self.flush()
        if tag in LISTS:
            self.lists -= 1
        if self.deeper:
            self.deeper -= 1
        elif self.place.parent is not None:
            self.place = self.place.parent

    def button(self, element: etree._Element) -> bool:
        """A button inside a sentence stands apart and does not cut the sentence."""
        self.apart = element
        text = squeeze(" ".join(map(str, element.itertext())))
        if text and len(self.blocks) < self.most and len(self.places) < self.room:
            place = self.place_of(element, "button", self.place)
            self.places.append(place)
            self.blocks.append(Block(len(self.blocks), text, CONTROL, place))
        return True

    def enter(self, element: etree._Element, tag: str) -> bool:
        return False

    def skip(self, element: etree._Element, tag: str) -> bool:
        return True

    def line_break(self, element: etree._Element, tag: str) -> bool:
        if self.buffer:
            self.buffer.append(BREAK)
            self.lines += 1
        return False

    def rule(self, element: etree._Element, tag: str) -> bool:
        if self.buffer:
            self.flush()
        return False

    def declare(self, element: etree._Element, tag: str) -> bool:
        self.declared.add(element, tag, self.place)
        return True

    # --- pictures -------------------------------------------------------------------------------------------

    def image(self, element: etree._Element, tag: str) -> bool:
        get = attributes_of(element).get
        self.picture(best_source(get, self.sets), get)
        self.sets.clear()
        return True

    def picture(self, url: str, get: Callable[[str], str | None]) -> None:
        if len(self.pictures) >= self.most:
            self.full = True
            return
        picture = Picture(
            len(self.pictures),
            url,
            self.place,
            at=len(self.blocks) + bool(self.buffer),
            alt=squeeze(get("alt") or ""),
            title=squeeze(get("title") or ""),
            width=pixels(get("width")),
            height=pixels(get("height")),
            href=self.target(),
        )
        self.pictures.append(picture)

    def video(self, element: etree._Element, tag: str) -> bool:
        if poster := element.get("poster"):
            self.picture(poster, element.get)
        return True

    def open_picture(self, element: etree._Element, tag: str) -> bool:
        self.sets.clear()
        return self.enter(element, tag)

    def source(self, element: etree._Element, tag: str) -> bool:
        """Remember a variant of the image to come, which stands inside where the parser has not closed the source."""
        if " " in (variants := declared_set(element.get).strip()):  # without a width it may be smaller than the image
            self.sets.append(variants)
        return self.enter(element, tag)

    def noscript(self, element: etree._Element, tag: str) -> bool:
        """Take the pictures that stand in for lazy-loaded ones; the text is for readers without scripts."""
        for image in element.iter("img"):
            before = self.pictures[-1] if self.pictures else None
            if before is not None and before.place is self.place and not before.url:
                self.pictures.pop()
            self.image(image, "img")
        return True
