"""Dates that elements around a shown date have for machines, or for readers who point at it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from newsparse.dates.reading import read_value
from newsparse.dates.stamp import Stamp
from newsparse.dates.style import Style
from newsparse.dates.written import stamps_in
from newsparse.document import Block, Mark
from newsparse.lexicons import table
from newsparse.markup import hints_of

LINE: Final = 60  # characters; what holds more is no date
LEFT: Final = 10  # letters beside the date in a tooltip that tells nothing else
TIMES: Final = ("time", "abbr")


class Told(NamedTuple):
    """A date in an attribute."""

    stamp: Stamp
    """What was read."""

    raw: str
    """As written."""

    name: str
    """The attribute."""


@cache  # package data, one entry
def attributes_of_dates() -> tuple[frozenset[str], frozenset[str]]:
    """Return the attributes that hold a date for machines, and those that are shown."""
    known = table("_metadata")["stamps"]
    return frozenset(known["attributes"]), frozenset(known["titles"])


def told_in(attributes: Mapping[str, str], text: str, style: Style) -> Told | None:
    """Return the date that the attributes of an element hold, whose text is *text*; None where they hold none."""
    exact, shown = attributes_of_dates()
    if len(text) > LINE:
        return None
    tooltip = None
    for name, value in attributes.items():
        if name in exact and (stamp := read_value(value, style)):
            return Told(stamp, value, name)
        if (
            name in shown
            and tooltip is None
            and (stamp := read_value(value, style))
            and is_of(value, stamp, text, style)
        ):
            tooltip = Told(stamp, value, name)
    return tooltip


def is_of(title: str, stamp: Stamp, text: str, style: Style) -> bool:
    """Whether a tooltip says the date of its element more exactly, rather than something with a date in it."""
    if sum(map(str.isalpha, title[: stamp.start] + title[stamp.end :])) <= LEFT:
        return True
    return any((other.day, other.month) == (stamp.day, stamp.month) for other in stamps_in(text, style))


def told_by_mark(mark: Mark, style: Style) -> Told | None:
    """Return the date that an inline element has for machines."""
    stamp = read_value(mark.datetime, style) if mark.datetime else None
    if stamp is not None:
        return Told(stamp, mark.datetime or "", "")
    return told_in(mark.attributes, mark.text, style) if mark.attributes else None


def box_of(block: Block, stamp: Stamp) -> str:
    """Return the text of the inline element around a written date that is called after dates; "" where none is."""
    written = block.text[stamp.start : stamp.end]
    boxes = [m.text for m in block.marks if written in m.text and (m.tag in TIMES or "timestamp" in hints_of(m.names))]
    return min(boxes, key=len, default="")
