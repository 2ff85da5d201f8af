"""Dates that stand on the page: where they stand, what they are dates of, how far to believe it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from attrs import evolve, frozen

from newsparse.dates.reading import read_value
from newsparse.dates.stamp import Stamp
from newsparse.dates.style import Style
from newsparse.dates.written import stamps_in
from newsparse.document import Block, Kind, Mark
from newsparse.findings import Label, Region
from newsparse.lexicons import Topic, table
from newsparse.view import View

LONGEST: Final = 220  # characters; a longer block is text
DIGIT: Final = re.compile(r"\d")
ABOVE: Final = 8  # blocks before the headline in which its date may stand
WITHOUT: Final = 12  # blocks before the text looked at where no block carries the headline
BELOW: Final = 6  # blocks behind the text in which its date may stand
TAIL: Final = 4  # words before a date that are searched for what it is the date of
STRANGE: Final = frozenset(
    ("comments", "related", "footer", "navigation", "advertising", "sidebar", "newsletter", "form", "dialog")
)
"""Hints of containers whose dates are not the article's."""
CLAIMED: Final = frozenset(
    (Label.COMMENT, Label.AD, Label.TEASER, Label.NEWSLETTER, Label.CONSENT, Label.CAPTION, Label.CREDIT)
)
"""Labels of blocks whose dates are not the article's."""


class Spot(Enum):
    """Where a block stands."""

    HEAD = "between headline and text"
    ABOVE = "above the headline"
    TEXT = "in the text"
    FOOT = "behind the text"
    AWAY = "elsewhere"


class Role(Enum):
    """What a date is the date of."""

    PUBLISHED = "published"
    MODIFIED = "modified"


@frozen
class Seen:
    """One date on the page."""

    block: Block
    """Where it stands."""

    stamp: Stamp
    """What was read; its place in the text of the block."""

    role: Role | None
    """What the words or names around it say it is the date of; None where they say nothing."""

    spot: Spot
    """Where its block stands."""

    marked: bool
    """Whether the markup says it is a date: a machine-readable value, or a name."""

    raw: str
    """As written."""


def shown_dates(view: View, style: Style) -> Iterator[Seen]:
    """Yield the dates that stand around the article, and those elsewhere that the markup says are dates."""
    region = view.found.region
    for block in view.visible:
        if not worth_reading(view, block):
            continue
        spot = spot_of(block, region)
        marked = is_marked(view, block)
        if (spot is Spot.AWAY or spot is Spot.TEXT) and not (marked or said(view, block)):
            continue
        if view.label(block) in CLAIMED or STRANGE & view.around(block):
            continue
        yield from dates_of(view, block, spot, style, marked)


def worth_reading(view: View, block: Block) -> bool:
    """Whether a block may hold a date, as far as a glance tells."""
    if len(block.text) > LONGEST or block.kind is Kind.CAPTION or block.kind is Kind.CONTROL:
        return False
    return DIGIT.search(block.text) is not None or any(mark.datetime for mark in block.marks)


def spot_of(block: Block, region: Region | None) -> Spot:
    """Return where a block stands."""
    if region is None:
        return Spot.AWAY
    at, headline = block.index, region.headline
    if headline is None or headline > region.last:
        headline = region.first - WITHOUT
    if at > region.last:
        return Spot.FOOT if at <= region.last + BELOW else Spot.AWAY
    if at > max(region.first, headline):
        return Spot.TEXT
    if at >= headline:
        return Spot.HEAD
    return Spot.ABOVE if at >= headline - ABOVE else Spot.AWAY


def is_marked(view: View, block: Block) -> bool:
    """Whether the markup says that there is a date in the block."""
    if any(mark.datetime or mark.tag == "time" for mark in block.marks):
        return True
    place = block.place
    return "timestamp" in view.hints(place) or (place.parent is not None and "timestamp" in view.hints(place.parent))


def said(view: View, block: Block) -> bool:
    """Whether the words of a block say that it tells of publication or change."""
    topics = view.topics(block)
    return Topic.PUBLISHED in topics or Topic.MODIFIED in topics


def dates_of(view: View, block: Block, spot: Spot, style: Style, marked: bool) -> Iterator[Seen]:
    """Yield the dates of one block: machine-readable ones, and those written beside them."""
    around = role_around(view, block)
    written = stamps_in(block.text, style)
    taken: list[range] = []
    for mark in block.marks:
        stamp = read_value(mark.datetime, style) if mark.datetime else None
        if stamp is not None:
            stamp = evolve(stamp, start=(at := block.text.find(mark.text)), end=at + len(mark.text))
            taken.append(range(stamp.start, stamp.end))
            role = role_in_names(mark.names) or role_in_text(view, block, stamp, written)
            yield Seen(block, stamp, role or around, spot, True, mark.datetime or "")
    for stamp in written:
        if not any(stamp.start in span for span in taken) or (stamp.clock and stamp.dated):
            role = role_in_text(view, block, stamp, written) or role_in_marks(block, stamp)
            yield Seen(block, stamp, role or around, spot, marked, block.text[stamp.start : stamp.end])


# --- what a date is the date of ---------------------------------------------------------------------------------


def role_in_names(names: str) -> Role | None:
    """Return what the names of an element say."""
    if not names:
        return None
    names = names.lower()
    known = table("_metadata")
    for role in (Role.MODIFIED, Role.PUBLISHED):
        if any(part in names for part in known[role.value]["contained"]):
            return role
    return None


def role_in_marks(block: Block, stamp: Stamp) -> Role | None:
    """Return what the names of the inline element around a written date say."""
    text = block.text[stamp.start : stamp.end]
    holding: Iterator[Mark] = (mark for mark in block.marks if mark.names and text in mark.text)
    return next((role for mark in holding if (role := role_in_names(mark.names))), None)


def role_in_text(view: View, block: Block, stamp: Stamp, written: list[Stamp]) -> Role | None:
    """Return what the words before a date say, else those behind it where it is the only one."""
    begin = max((other.end for other in written if other.end <= stamp.start), default=0)
    before = block.text[begin : stamp.start].strip()
    words = before.split()
    tails = [before, *(" ".join(words[-n:]) for n in range(min(TAIL, len(words)), 0, -1))]
    after = block.text[stamp.end :].strip(" ,.|()-–·:") if len(written) == 1 else ""
    return next((role for text in (*tails, after) if text and (role := role_of_words(view, text))), None)


def role_of_words(view: View, text: str) -> Role | None:
    """Return what a phrase says."""
    topics = view.words.phrases.topics(text)
    return Role.MODIFIED if Topic.MODIFIED in topics else Role.PUBLISHED if Topic.PUBLISHED in topics else None


def role_around(view: View, block: Block) -> Role | None:
    """Return what the names of the container say, else the block before, where it is a label and nothing else."""
    place = block.place
    names = f"{place.itemprop} {place.names}"
    if (role := role_in_names(names)) is not None:
        return role
    before = view.doc.blocks[block.index - 1] if block.index else None
    if before is None or DIGIT.search(before.text) or len(before.text) > LONGEST // 4:
        return None
    return role_of_words(view, before.text) if said(view, before) else None
