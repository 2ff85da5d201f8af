"""From markup to events, whatever the markup is: deep, endless, or one tag with a million attributes."""

from __future__ import annotations

from typing import Any, Final, Protocol, cast

from lxml import etree

from newsparse.budget import LATE, Meter

LARGE: Final = 500_000  # bytes from which markup is read piece by piece; no library call may take long
PIECE: Final = 16_384  # bytes read between two looks at the clock
ELEMENTS: Final = 20  # elements for each block that may be read; pages have about three
STRETCH: Final = 4096  # events of a tree between two looks at the clock


class Listener(Protocol):
    """What hears the events of a page."""

    elements: int
    """How many elements have started."""

    def start(self, tag: str, given: Any) -> None:
        """Hear of an element; *given* maps the names of its attributes to their values."""

    def end(self, tag: str) -> None:
        """Hear that the innermost element ends."""

    def data(self, text: str) -> None:
        """Hear of text, or of a part of it."""

    def close(self) -> None:
        """Hear that the page ends."""


def hear_markup(raw: bytes, listener: Listener, meter: Meter) -> tuple[str, ...]:
    """Tell what is in UTF-8 markup, without building a tree of it; return what had to be given up."""
    parser = etree.HTMLParser(
        target=cast(Any, listener), encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )  # fmt: skip
    if len(raw) < LARGE:
        etree.fromstring(raw, parser)
        return ()
    most = ELEMENTS * meter.budget.blocks
    warnings: tuple[str, ...] = ()
    for at in range(0, len(raw), PIECE):
        if meter.is_late():
            warnings = (LATE,)
            break
        if listener.elements > most:
            warnings = (f"more than {most} elements: the rest was not read",)
            break
        parser.feed(raw[at : at + PIECE])
    parser.close()
    return warnings


def hear_tree(root: etree._Element, listener: Listener, meter: Meter) -> tuple[str, ...]:
    """Tell what is in a tree that lxml has built, and that is not changed; return what had to be given up."""
    warnings: tuple[str, ...] = ()
    for number, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end")), 1):
        named = isinstance(element.tag, str)  # not a comment
        text = element.text if named else None
        if event == "end":
            text = element.tail if element is not root else None
            if named:
                listener.end(element.tag.rpartition("}")[2])
        elif named:
            listener.start(element.tag.rpartition("}")[2], dict(element.items()))
        if text:
            listener.data(text)
        if number % STRETCH == 0 and meter.is_late():
            warnings = (LATE,)
            break
    listener.close()
    return warnings
