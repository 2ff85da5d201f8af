"""What was read: a page as a flat stream of blocks, plus what it declares of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

from attrs import frozen

from newsparse.compiling import mypyc_attr
from newsparse.declared import Declared

# Places, marks, blocks and pictures are plain classes with an `__init__` of their own: thousands are made a page, and
# the compiler of the released wheels makes C structures of such classes and of no other. What is set once is `Final`.

NOTHING: Final[Mapping[str, str]] = {}


class Kind(StrEnum):
    """What the markup (or the shape of a line) says a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    ROW = "row"
    CODE = "code"
    CONTROL = "control"
    TEXT = "text"
    """Bare text in a container; says nothing."""


class Group(StrEnum):
    """The nearest kind of container that gathers blocks."""

    FIGURE = "figure"
    TABLE = "table"
    LIST = "list"
    ORDERED_LIST = "ordered-list"
    QUOTE = "quote"
    NAVIGATION = "navigation"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"
    FORM = "form"
    DIALOG = "dialog"
    ARTICLE = "article"
    MAIN = "main"


class Place:  # acyclic, but not told so to the compiler: what is must not form chains (docs/architecture.md)
    """One container element; a chain of parents leads to the root. Raw text has only a root."""

    index: Final[int]
    """Number of the place in ``Document.places``; a parent's is always lower than its children's."""

    tag: Final[str]
    """Element name in lower case, "" for the root of raw text."""

    parent: Final[Place | None]
    """The container around it; None for the root."""

    depth: Final[int]
    """Number of places above it."""

    names: str
    """Class, id, role and test-id attributes joined by spaces, as written; "" where there are none."""

    group: Group | None
    """Nearest gathering container, itself included; None where there is none."""

    itemprop: str
    """Microdata property of the element; "" where there is none."""

    itemtype: str
    """Microdata type of the element; "" where there is none."""

    hidden: bool
    """Not shown to a reader: hidden attribute, inline style, or inside such an element."""

    href: Final[str | None]
    """Target of the link that wraps the container; None where none does."""

    cover: str | None
    """Target of the one link without text or picture that stands in it, as such lie over cards; "" where there are
    several, which are icons, None where there is none."""

    kind: Final[Kind]
    """What text directly in it is; headings, items, quotes and captions pass their kind on to what they hold."""

    level: Final[int]
    """Level of the heading it is or lies in, 1 to 6; 0 outside headings."""

    attributes: Mapping[str, str]
    """Attributes of the element as written, for site profiles."""

    def __init__(
        self,
        index: int,
        tag: str,
        parent: Place | None,
        depth: int,
        names: str = "",
        group: Group | None = None,
        itemprop: str = "",
        itemtype: str = "",
        hidden: bool = False,
        figure: Place | None = None,
        href: str | None = None,
        kind: Kind = Kind.TEXT,
        level: int = 0,
        attributes: Mapping[str, str] = NOTHING,
    ) -> None:
        self.index = index
        self.tag = tag
        self.parent = parent
        self.depth = depth
        self.names = names
        self.group = group
        self.itemprop = itemprop
        self.itemtype = itemtype
        self.hidden = hidden
        self._figure: Final = figure  # the one around it: what holds itself waits for the garbage collector
        self.href = href
        self.cover = None
        self.kind = kind
        self.level = level
        self.attributes = attributes

    @property
    def figure(self) -> Place | None:
        """The figure element it lies in, itself included; None outside figures."""
        return self if self.tag == "figure" else self._figure

    def up(self) -> Iterator[Place]:
        """Yield the place itself and all around it, innermost first."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent

    def lies_in(self, other: Place) -> bool:
        """Whether *other* is the place itself or one around it."""
        place: Place | None = self
        while place is not None and place.depth > other.depth:
            place = place.parent
        return place is other

    @property
    def path(self) -> tuple[str, ...]:
        """Outermost first, as ``tag.name.name``; empty for raw text."""
        steps = (".".join((p.tag, *p.names.split())) for p in self.up() if p.tag)
        return tuple(steps)[::-1]


@mypyc_attr(acyclic=True)
class Mark:
    """An inline element inside a block: a link, a time, emphasis, a named span."""

    tag: Final[str]
    """Element name."""

    text: Final[str]
    """Its visible text, white space squeezed."""

    names: Final[str]
    """Class, id, rel, itemprop and property attributes joined by spaces."""

    href: Final[str | None]
    """Target of a link, as written."""

    datetime: Final[str | None]
    """Machine-readable time (``datetime`` or ``content`` attribute, ``title`` of an ``abbr``), as written."""

    attributes: Final[Mapping[str, str]]
    """Attributes of the element as written, for site profiles."""

    def __init__(
        self,
        tag: str,
        text: str,
        names: str = "",
        href: str | None = None,
        datetime: str | None = None,
        attributes: Mapping[str, str] = NOTHING,
    ) -> None:
        self.tag = tag
        self.text = text
        self.names = names
        self.href = href
        self.datetime = datetime
        self.attributes = attributes


@mypyc_attr(acyclic=True)
class Block:
    """One run of visible text between two block boundaries, with the evidence its reader saw."""

    index: Final[int]
    """Position in ``Document.blocks``."""

    text: Final[str]
    """Visible text, never empty, white space squeezed, soft hyphens and zero-width characters removed; a single
    ``<br>`` inside a paragraph stays as "\\n". In raw text: the line, or the paragraph re-joined."""

    kind: Kind
    """What the markup says it is."""

    place: Final[Place]
    """The container it stands in (for ``<p>text</p>`` the place of the ``p``)."""

    level: int
    """Heading: 1 to 6. Item: depth of the list. Else 0."""

    linked: Final[int]
    """Characters of ``text`` inside links."""

    links: Final[int]
    """Number of links that start or wrap the text."""

    strong: Final[int]
    """Characters of ``text`` in bold."""

    marks: Final[tuple[Mark, ...]]
    """Inline elements that may mean something, in order."""

    gap: Final[int]
    """Raw text: number of blank lines before it, less one where every line is followed by one. HTML: 0."""

    source: Final[int]
    """Raw text: number of its first line. HTML: line in the markup where known, else 0."""

    def __init__(
        self,
        index: int,
        text: str,
        kind: Kind,
        place: Place,
        level: int = 0,
        linked: int = 0,
        links: int = 0,
        strong: int = 0,
        marks: tuple[Mark, ...] = (),
        gap: int = 0,
        source: int = 0,
    ) -> None:
        self.index = index
        self.text = text
        self.kind = kind
        self.place = place
        self.level = level
        self.linked = linked
        self.links = links
        self.strong = strong
        self.marks = marks
        self.gap = gap
        self.source = source

    @property
    def link_share(self) -> float:
        """Share of the text inside links, 0 to 1."""
        return self.linked / len(self.text) if self.text else 0.0

    @property
    def hidden(self) -> bool:
        """Not shown to a reader."""
        return self.place.hidden

    @property
    def path(self) -> tuple[str, ...]:
        """Containers, outermost first, as ``tag.name``; empty for raw text."""
        return self.place.path

    @property
    def group(self) -> Group | None:
        """Nearest gathering container."""
        return self.place.group

    @property
    def href(self) -> str | None:
        """Target of the first link in or around it, as written; None where there is none."""
        for mark in self.marks:
            if mark.href:
                return mark.href
        return self.place.href


@mypyc_attr(acyclic=True)
class Picture:
    """An ``img``, ``amp-img`` or video poster on the page."""

    index: Final[int]
    """Position in ``Document.pictures``."""

    url: Final[str]
    """Best source found (largest of srcset, lazy-loading attributes, noscript copy), as written."""

    place: Final[Place]
    """The container it stands in."""

    at: Final[int]
    """Number of blocks before it."""

    alt: Final[str]
    """Alternative text; "" where there is none."""

    title: Final[str]
    """Title attribute; "" where there is none."""

    width: Final[int | None]
    """Declared width in pixels; None where none is declared."""

    height: Final[int | None]
    """Declared height in pixels; None where none is declared."""

    href: Final[str | None]
    """Target of the link around it, as written; None where it is not linked."""

    def __init__(
        self,
        index: int,
        url: str,
        place: Place,
        at: int,
        alt: str = "",
        title: str = "",
        width: int | None = None,
        height: int | None = None,
        href: str | None = None,
    ) -> None:
        self.index = index
        self.url = url
        self.place = place
        self.at = at
        self.alt = alt
        self.title = title
        self.width = width
        self.height = height
        self.href = href


@frozen(eq=False)
class Document:
    """A page as every reader hands it on and every extractor sees it."""

    blocks: tuple[Block, ...]
    """Every run of text on the page, hidden ones included, in source order."""

    places: tuple[Place, ...]
    """Every container that holds a block or a picture, parents first."""

    pictures: tuple[Picture, ...] = ()
    """Every picture on the page."""

    declared: Declared = Declared()
    """What the page declares of itself."""

    url: str | None = None
    """Where the page came from, if the caller or the browser that saved it said so."""

    url_noted: bool = False
    """Whether the browser said so."""

    fetched: datetime | None = None
    """When it was saved, if the browser that did so noted it."""

    form: str = "html"
    """"html" or "text"."""

    bare: bool = False
    """Whether the markup says no more than raw text does: no names, no parts of a page, hardly a link."""

    encoding: str | None = None
    """Encoding that the bytes were read in; None where text was handed in."""

    encoding_source: str | None = None
    """How that was found: "bom", "given", "meta", "detected"; None where text was handed in."""

    warnings: tuple[str, ...] = ()
    """What the reader could not read whole."""

    @property
    def is_text(self) -> bool:
        """Whether lines are all there is to go by: raw text, or markup that says no more."""
        return self.bare or self.form == "text"
