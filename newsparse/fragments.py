"""Text that a page declares of itself, as markup or plain: from one string to pieces of a body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Final

from attrs import evolve

from newsparse.article import BodyBlock, BodyKind
from newsparse.markup import hints_of

LONGEST: Final = 300_000  # characters; no article is longer, and the parser of older Pythons is slow on broken markup
SKIPPED: Final = frozenset(
    "script style figure figcaption aside iframe button svg template noscript form select video audio nav".split()
)
FOREIGN: Final = frozenset(
    ("caption", "credit", "byline", "bio", "related", "advertising", "newsletter", "share", "gallery", "comments")
)
"""Hints of elements whose text is none of the article's."""
BLOCKS: Final = frozenset("p div br hr section article ul ol table tr td th li dl dt dd blockquote pre".split())
HEADINGS: Final = {f"h{n}": n for n in range(1, 7)}
OPENERS: Final = tuple("<" + tag for tag in ("p>", "p ", "br", "div", "h1", "h2", "h3", "h4", "li", "ul", "ol"))
OPENS_AS_MARK: Final = "$[{%#"
ENDS_AS_MARK: Final = "$]}%#"
AGAIN: Final = 60  # characters; where the beginning of a text comes again, the text is there twice


def pieces(raw: str) -> tuple[BodyBlock, ...]:
    """Return the pieces of a text, each long one once: parted by its elements, or by its lines where it has none."""
    raw = raw[:LONGEST]
    if "<" not in raw and "&lt;" in raw:
        raw = unescape(raw)
    reader = _Reader(lines=not any(opener in raw.lower() for opener in OPENERS))
    reader.feed(raw)
    reader.close()
    reader.flush()
    return once(reader.pieces)


def once(found: Iterable[BodyBlock]) -> tuple[BodyBlock, ...]:
    """Return the pieces without those long ones that came before: some pages declare their text twice."""
    seen: set[str] = set()
    kept: list[BodyBlock] = []
    for piece in map(undoubled, found):
        if len(piece.text) < AGAIN or piece.text not in seen:
            kept.append(piece)
            seen.add(piece.text)
    return tuple(kept)


def undoubled(piece: BodyBlock) -> BodyBlock:
    """Return the piece as far as it does not begin anew."""
    at = piece.text.find(piece.text[:AGAIN], AGAIN) if len(piece.text) > 2 * AGAIN else -1
    return evolve(piece, text=piece.text[:at].rstrip()) if at > 0 else piece


def is_placeholder(text: str) -> bool:
    """Whether a text is a mark that a program was to replace: ``$$VIDEO$$``, ``[gallery]``, ``{{ad}}``."""
    return text[0] in OPENS_AS_MARK and text[-1] in ENDS_AS_MARK and " " not in text


class _Reader(HTMLParser):
    """Gathers pieces; knows no more of the markup than what is open."""

    def __init__(self, lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = lines
        self.pieces: list[BodyBlock] = []
        self.buffer: list[str] = []
        self.skipping = ""
        self.nested = 0
        self.level = 0
        self.item = False
        self.quotes = 0
        self.code = False
        self.lists: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipping:
            self.nested += tag == self.skipping
        elif tag in SKIPPED or (tag in BLOCKS and is_foreign(attrs)):
            self.flush()
            self.skipping, self.nested = tag, 1
        elif tag in BLOCKS or tag in HEADINGS:
            self.flush()
            self.open(tag)

    def open(self, tag: str) -> None:
        """Take notice of an element that starts a piece."""
        self.level = HEADINGS.get(tag, self.level if tag == "br" else 0)
        if tag in ("ul", "ol"):
            self.lists.append(tag == "ol")
        elif tag == "li":
            self.item = True
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "pre":
            self.code = True

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.nested -= tag == self.skipping
            if not self.nested:
                self.skipping = ""
        elif tag in BLOCKS or tag in HEADINGS:
            self.flush()
            self.shut(tag)

    def shut(self, tag: str) -> None:
        """Take notice of an element that ends a piece."""
        self.level = 0
        if tag in ("ul", "ol"):
            self.item = False
            del self.lists[-1:]
        elif tag == "li":
            self.item = False
        elif tag == "blockquote":
            self.quotes = max(0, self.quotes - 1)
        elif tag == "pre":
            self.code = False

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        if not self.lines:
            self.buffer.append(data)
            return
        first, *others = data.splitlines(keepends=False) or [""]
        self.buffer.append(first)
        for line in others:
            self.flush()
            self.buffer.append(line)
        if data.endswith(("\n", "\r")):
            self.flush()

    def flush(self) -> None:
        """End the piece that is being read."""
        text = " ".join("".join(self.buffer).split())
        self.buffer.clear()
        if text and not is_placeholder(text):
            self.pieces.append(self.piece(text))

    def piece(self, text: str) -> BodyBlock:
        """Return a piece of the kind that is open."""
        if self.level:
            return BodyBlock(BodyKind.HEADING, text, level=self.level)
        if self.item:
            ordered = bool(self.lists and self.lists[-1])
            return BodyBlock(BodyKind.ITEM, text, level=max(1, len(self.lists)), ordered=ordered)
        kind = BodyKind.CODE if self.code else BodyKind.QUOTE if self.quotes else BodyKind.PARAGRAPH
        return BodyBlock(kind, text)


def is_foreign(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether the class or id of an element says that its text is none of the article's."""
    names = " ".join(value for name, value in attrs if value and name in ("class", "id"))
    return bool(names) and not FOREIGN.isdisjoint(hints_of(names))


def size(found: Iterable[BodyBlock]) -> int:
    """Return how many characters the pieces have."""
    return sum(len(piece.text) for piece in found)


def sentences(found: Iterable[BodyBlock], least: int, stops: str) -> Iterator[BodyBlock]:
    """Yield the pieces that are long and end as a sentence does."""
    return (piece for piece in found if len(piece.text) >= least and piece.text[-1] in stops)
