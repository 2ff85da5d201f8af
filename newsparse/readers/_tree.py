"""From markup to an lxml tree, whatever the markup is: deep, endless, or one tag with a million attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from newsparse.budget import LATE, Meter
from newsparse.readers._elements import INLINE

LARGE: Final = 500_000  # bytes from which markup is read piece by piece; no library call may take long
SUSPECT: Final = 50_000  # bytes of a tag that may hold so many attributes that libxml2's look-ups grow quadratic
BLANKS: Final = 1_000  # white space in such a tag: it is no long address or text
PIECE: Final = 4096  # bytes read between two looks at the clock
DEEPEST: Final = 1_000  # elements in each other that the tree keeps; libxml2 itself gives up at 2048
ELEMENTS: Final = 20  # elements for each block that may be read; pages have about three
ATTRIBUTES: Final = 60  # attributes of an element that are kept
NAME: Final = re.compile(r"[A-Za-z_][-A-Za-z0-9_]*")
CONTROLS: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])  # no tree holds them
TRUNK: Final = frozenset(("html", "body"))


def parse_markup(raw: bytes, meter: Meter) -> tuple[etree._Element | None, tuple[str, ...]]:
    """Build the tree of UTF-8 markup; None where nothing is in it. Also returns what the parser had to give up."""
    if len(raw) >= LARGE or is_suspect(raw):
        return parse_guarded(raw, meter)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, ()
    if any("depth" in error.message for error in parser.error_log.filter_from_fatals()):
        return parse_guarded(raw, meter)
    if root is not None:  # a page of comments alone has no element
        gather(root)
    return root, ()


def gather(root: etree._Element) -> None:
    """Take into the body what stands behind the end of the page, where the parser puts it into a page of its own."""
    strangers = list(root.itersiblings())
    if not strangers:
        return
    body = root.find("body")
    trunk = root if body is None else body
    for strange in strangers:
        if strange.tag != "html":
            trunk.append(strange)
            continue
        if strange.text:
            etree.SubElement(trunk, "div").text = strange.text
        trunk.extend(list(strange))


def is_suspect(raw: bytes) -> bool:
    """Whether a single tag may hold thousands of attributes."""
    if len(raw) < SUSPECT:
        return False
    return any(len(tag) >= SUSPECT and len(tag.split(None, BLANKS)) > BLANKS for tag in long_tags(raw))


def long_tags(raw: bytes) -> Iterator[bytes]:
    """Yield what begins like a tag and goes on for long, looking at one byte in thousands."""
    at = -1
    while at + SUSPECT < len(raw):
        last = raw.rfind(b"<", at + 1, at + 1 + SUSPECT)
        if last < 0:
            last = raw.find(b"<", at + 1 + SUSPECT)
            end = last if last >= 0 else len(raw)
            yield raw[at + 1 : end].partition(b">")[0]
            at = end
        else:
            at = last


def parse_guarded(raw: bytes, meter: Meter) -> tuple[etree._Element | None, tuple[str, ...]]:
    """Build the tree from the parser's events, piece by piece: no limit of libxml2, no long call."""
    flat = _Flat()
    parser = etree.HTMLParser(target=flat, encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    most = ELEMENTS * meter.budget.blocks
    warnings: tuple[str, ...] = ()
    for at in range(0, len(raw), PIECE):
        if meter.is_late():
            warnings = (LATE,)
            break
        if flat.count > most:
            warnings = (f"more than {most} elements: the rest was not read",)
            break
        parser.feed(raw[at : at + PIECE])
    return parser.close(), warnings


class _Flat:
    """Builds a tree that is nowhere deeper than ``DEEPEST``: what lies deeper becomes a row of siblings there.

    No text is lost, and none of it moves. What is passed through without an element of its own: deep inline
    elements, and names that no page can mean.
    """

    def __init__(self) -> None:
        self.builder = etree.TreeBuilder()
        self.names: list[str] = []
        self.opened: list[str] = []
        self.count = 0

    def start(self, tag: Any, attributes: Any) -> None:
        self.count += 1
        if tag in TRUNK:
            self.opened.append("")
            if tag not in self.names:  # what comes behind their ends still belongs into them
                self.open(tag, kept(attributes))
            return
        deep = len(self.names) >= DEEPEST
        if not NAME.fullmatch(tag) or (deep and tag in INLINE):
            self.opened.append("")
            return
        if deep:
            self.builder.end(self.names.pop())
        self.open(tag, kept(attributes))
        self.opened.append("flat" if deep else "own")

    def end(self, tag: Any) -> None:
        how = self.opened.pop()
        if how:
            self.builder.end(self.names.pop())
        if how == "flat":
            self.open("div", {})  # the text behind it is that of the container around it

    def open(self, tag: str, attributes: dict[str | bytes, str | bytes]) -> None:
        self.builder.start(tag, attributes)
        self.names.append(tag)

    def data(self, text: Any) -> None:
        if self.names:
            self.builder.data(text if text.isprintable() else text.translate(CONTROLS))

    def comment(self, text: Any) -> None:
        """A comment is nothing to read."""

    def close(self) -> Any:
        """Return the root; None where there is none."""
        if not self.names:
            return None
        while self.names:
            self.builder.end(self.names.pop())
        return self.builder.close()


def kept(attributes: dict[str, str]) -> dict[str | bytes, str | bytes]:
    """Return the first attributes of an element that have proper names."""
    found: dict[str | bytes, str | bytes] = {}
    if not attributes:
        return found
    for name, value in attributes.items():
        if NAME.fullmatch(name):
            found[name] = value if value.isprintable() else value.translate(CONTROLS)
        if len(found) >= ATTRIBUTES:
            break
    return found
