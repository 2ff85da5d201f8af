"""From markup to a Document: one pass over what the parser tells, without a tree and without recursion."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from lxml import etree

from newsparse.budget import Meter
from newsparse.document import Document, Kind, Picture
from newsparse.lexicons import table
from newsparse.readers._attributes import NONE, Attributes, is_name
from newsparse.readers._blocks import BlockWriter
from newsparse.readers._declared import DeclaredWriter
from newsparse.readers._elements import (
    APART,
    BODY,
    CONTAINER,
    INLINE,
    INLINED,
    MARKED,
    PASSED,
    SEAMED,
    TREATMENT,
    UNKNOWN,
)
from newsparse.readers._parser import hear_markup, hear_tree
from newsparse.readers._pictures import best_source, declared_set, pixels
from newsparse.readers._text import BREAK, GAP, SEAM, squeeze

PROSE: Final = 80  # characters from which a block counts when hidden and shown text are weighed
OPENING: Final = ("(", "（", "[", "〔", "【", "《", "〈")  # before the reading of characters
SHADOW: Final = frozenset(("shadowrootmode", "shadowroot"))  # attributes of a shadow tree, today's and the first one
CODE: Final = Kind.CODE  # bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does
MARKS: Final = 32  # inline elements in each other that are told apart


@cache  # package data, one entry
def hidden_names() -> frozenset[bytes]:
    """Return the class names that hide, in small letters without hyphens."""
    return frozenset(name.encode() for name in table("_markup")["hidden"])


def read_markup(raw: bytes, url: str | None, meter: Meter) -> Document | None:
    """Read UTF-8 markup; None where neither an element nor text is in it."""
    page = _Page(hidden_names(), meter)
    warnings = hear_markup(raw, page, meter)
    return page.document(url, warnings) if page.elements else None


def read_tree(root: etree._Element, url: str | None = None, meter: Meter | None = None) -> Document:
    """Read a tree that lxml has built; the tree is not changed."""
    meter = meter or Meter()
    page = _Page(hidden_names(), meter)
    page.declared.lang = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    warnings = hear_tree(root, page, meter)
    return page.document(url, warnings)


class _Page(BlockWriter):
    """What has been read, and what is open: it hears of every element's start and end, and of the text between."""

    def __init__(self, hidden_names: frozenset[bytes], meter: Meter) -> None:
        super().__init__(meter.budget.blocks, meter.budget.nesting, hidden_names)
        self.elements = 0
        self.depth = 0
        self.passed = 0  # depth of the element that is passed over with all in it; 0 outside of such
        self.heard: list[str] | None = None  # the text of that element, where somebody wants it
        self.holder: Attributes = NONE  # and its attributes
        self.stands_in = False  # whether that element holds what is shown where no scripts run
        self.body = self.place  # the root until there is one
        self.pictures: list[Picture] = []
        self.sets: list[str] = []
        self.declared = DeclaredWriter()

    # --- events ---------------------------------------------------------------------------------------------

    # lxml has `inspect` read the signature of `start` for every page. One with a default that is no literal is not
    # written out by the compiler: then there is nothing to read, which takes a twentieth of the time of a bare parse.
    def start(self, tag: str, given: Any = NONE) -> None:
        """Hear of an element. An empty mapping of attributes may be of any kind."""
        self.elements += 1
        self.depth += 1
        attributes: Attributes = given or NONE
        if self.passed:
            self.start_within(tag, attributes)
            return
        treatment = TREATMENT.get(tag, UNKNOWN)
        if treatment == CONTAINER:
            self.open_place(tag, attributes)
        elif treatment <= INLINED:
            self.open_inline(tag, attributes, treatment == MARKED)
        elif treatment == PASSED:
            self.passed = self.depth
        elif treatment <= APART:
            HANDLERS[tag](self, tag, attributes)
        elif treatment == UNKNOWN and is_name(tag):
            self.open_place(tag, attributes)

    def end(self, tag: str) -> None:
        """Hear that the innermost element ends."""
        depth = self.depth
        self.depth = depth - 1
        if self.passed:
            if self.passed == depth:
                self.end_passed(tag)
            elif self.heard is not None:
                self.heard.append(" ")
            return
        treatment = TREATMENT.get(tag, UNKNOWN)
        if treatment == CONTAINER:
            self.close_place(tag)
        elif treatment <= INLINED:
            self.close_inline(tag, depth)
        elif treatment <= BODY or (treatment == UNKNOWN and is_name(tag)):
            self.close_place(tag)

    def data(self, text: str) -> None:
        """Hear of text, or of a part of it."""
        if self.passed:
            if self.heard is not None:
                self.heard.append(text)
        elif self.buffer or not text.isspace():
            self.buffer.append(text)
            self.seam = False

    def close(self) -> None:
        """Hear that the page ends."""
        if self.buffer:
            self.flush()

    def document(self, url: str | None, warnings: tuple[str, ...]) -> Document:
        """Return what was read. Where most of the text is hidden, a script is to show it: nothing counts as hidden."""
        hidden = sum([len(b.text) for b in self.blocks if b.place.hidden and len(b.text) >= PROSE])
        if hidden > sum([len(b.text) for b in self.blocks if not b.place.hidden and len(b.text) >= PROSE]):
            for place in self.places:
                place.hidden = False
        doc = Document(
            blocks=tuple(self.blocks),
            places=tuple(self.places),
            pictures=tuple(self.pictures),
            declared=self.declared.finish(),
            url=url,
            warnings=(*warnings, *self.declared.warnings, *self.limits()),
        )
        self.forget()
        return doc

    def forget(self) -> None:
        """Let go of the page: lxml's parser lives on until the garbage collector comes, and this object with it."""
        self.place = self.body = self.places[0]
        self.blocks, self.places, self.pictures = [], [], []
        self.declared = DeclaredWriter()

    # --- inline elements ------------------------------------------------------------------------------------

    def open_inline(self, tag: str, attributes: Attributes, marked: bool) -> None:
        if self.seam:
            if self.buffer and tag in SEAMED and self.place.kind is not CODE:
                names = attributes.get("class") or ""
                self.buffer.append(SEAM if names == self.seamed or not (names and self.seamed) else SEAM + SEAM)
            self.seam = False
        if not marked:
            return
        if attributes and self.is_hidden(attributes.get("class") or "", attributes):
            self.passed = self.depth
        elif len(self.open_marks) < MARKS:
            self.open_marks.append((tag, attributes, len(self.buffer), self.depth))

    def close_inline(self, tag: str, depth: int) -> None:
        self.seamed = ""
        if self.open_marks and self.open_marks[-1][3] == depth:
            _, attributes, start, _ = self.open_marks.pop()
            self.seamed = attributes.get("class") or ""
            if self.buffer:
                self.mark(tag, attributes, start)
            elif tag == "a" and (href := attributes.get("href")):
                self.bare_link(href)
        self.seam = tag in SEAMED  # until text follows

    def bare_link(self, href: str) -> None:
        """Hear of the end of a link where no text is being read: it held blocks or a picture, or nothing at all."""
        last = (self.blocks[-1] if self.blocks else None), (self.pictures[-1] if self.pictures else None)
        held = any(thing is not None and thing.href == href for thing in last)
        if not held:
            self.place.cover = href if self.place.cover in (None, href) else ""

    def line_break(self, tag: str, attributes: Attributes) -> None:
        if self.buffer:
            self.buffer.append(BREAK)
            self.breaks.append(len(self.marks))

    def reading(self, tag: str, attributes: Attributes) -> None:
        """How characters are read is text where the page has put it in brackets for those who cannot print it above."""
        if not self.buffer or self.buffer[-1][-1:] not in OPENING:
            self.passed = self.depth

    # --- what is passed over --------------------------------------------------------------------------------

    def start_within(self, tag: str, attributes: Attributes) -> None:
        """Hear of an element inside one that is passed over."""
        if self.heard is not None:
            self.heard.append(" ")
        if self.stands_in and tag == "img":
            before = self.pictures[-1] if self.pictures else None
            if before is not None and before.place is self.place and not before.url:
                self.pictures.pop()  # the placeholder of a picture that is loaded late
            self.image(tag, attributes)

    def end_passed(self, tag: str) -> None:
        """Hear of the end of an element that was passed over."""
        self.passed = 0
        self.stands_in = False
        if tag in INLINE:
            self.seam = tag in SEAMED
        if self.heard is None:
            return
        text = "".join(self.heard)
        self.heard = None
        if tag == "script":
            self.declared.add_script(self.holder, text)
        elif tag == "title":
            self.declared.add_title(text)
        else:
            self.control(squeeze(text), self.holder)

    def hear(self, tag: str, attributes: Attributes) -> None:
        """Pass over an element, but for its text."""
        self.passed = self.depth
        self.heard, self.holder = [], attributes

    def button(self, tag: str, attributes: Attributes) -> None:
        """A button inside a sentence stands apart and does not cut the sentence."""
        if self.buffer:
            if self.buffer[-1][-1:].isspace():
                self.buffer.append(GAP)
            self.hear(tag, attributes)
        else:
            self.open_place(tag, attributes)

    def template(self, tag: str, attributes: Attributes) -> None:
        """Pass over what a script may show some day; a shadow tree is shown where it stands."""
        if SHADOW.isdisjoint(attributes):
            self.passed = self.depth
        else:
            self.open_place(tag, attributes)

    def noscript(self, tag: str, attributes: Attributes) -> None:
        """Take the pictures that stand in for lazy-loaded ones; the text is for readers without scripts."""
        self.passed = self.depth
        self.stands_in = True

    def declare(self, tag: str, attributes: Attributes) -> None:
        self.passed = self.depth
        self.declared.add(tag, attributes, self.place)

    # --- other elements -------------------------------------------------------------------------------------

    def html(self, tag: str, attributes: Attributes) -> None:
        """What stands behind the end of the page begins a page of its own: it belongs into the body all the same."""
        if self.depth == 1:
            self.declared.lang = self.declared.lang or attributes.get("lang", "")
            self.place = self.body

    def open_body(self, tag: str, attributes: Attributes) -> None:
        if self.place is self.body and self.body.parent is not None:  # the body of such a page
            return
        self.open_place(tag, attributes)
        if self.body.parent is None:
            self.body = self.place

    def rule(self, tag: str, attributes: Attributes) -> None:
        if self.buffer:
            self.flush()

    # --- pictures -------------------------------------------------------------------------------------------

    def image(self, tag: str, attributes: Attributes) -> None:
        self.picture(best_source(attributes, self.sets), attributes)
        self.sets.clear()

    def picture(self, url: str, attributes: Attributes) -> None:
        if len(self.pictures) >= self.most:
            self.full = True
            return
        picture = Picture(
            len(self.pictures),
            url,
            self.place,
            at=len(self.blocks) + bool(self.buffer),
            alt=squeeze(attributes.get("alt") or ""),
            title=squeeze(attributes.get("title") or ""),
            width=pixels(attributes.get("width")),
            height=pixels(attributes.get("height")),
            href=self.target(),
        )
        self.pictures.append(picture)

    def open_image(self, tag: str, attributes: Attributes) -> None:
        self.passed = self.depth
        self.image(tag, attributes)

    def video(self, tag: str, attributes: Attributes) -> None:
        self.passed = self.depth
        if poster := attributes.get("poster"):
            self.picture(poster, attributes)

    def open_picture(self, tag: str, attributes: Attributes) -> None:
        self.sets.clear()

    def source(self, tag: str, attributes: Attributes) -> None:
        """Remember a variant of the image to come, which stands inside where the parser has not closed the source."""
        if " " in (variants := declared_set(attributes).strip()):
            self.sets.append(variants)


HANDLERS: Final[dict[str, Callable[[_Page, str, Attributes], None]]] = {
    "html": _Page.html,
    "body": _Page.open_body,
    "br": _Page.line_break,
    "hr": _Page.rule,
    "rt": _Page.reading,
    "button": _Page.button,
    "template": _Page.template,
    "img": _Page.open_image,
    "amp-img": _Page.open_image,
    "video": _Page.video,
    "picture": _Page.open_picture,
    "source": _Page.source,
    "noscript": _Page.noscript,
    "meta": _Page.declare,
    "link": _Page.declare,
    "base": _Page.declare,
    "script": _Page.hear,
    "title": _Page.hear,
}
"""What is done at the start of elements that are like no others."""
