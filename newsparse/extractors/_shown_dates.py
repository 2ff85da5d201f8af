"""Dates that stand on the page: where they stand, what they are dates of, how far to believe it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from attrs import evolve, frozen

from newsparse.compiling import mypyc_attr
from newsparse.dates.relative import read_relative
from newsparse.dates.stamp import Stamp
from newsparse.dates.style import Style
from newsparse.dates.written import stamps_in
from newsparse.document import Block, Group, Kind, Mark, Place
from newsparse.extractors._dates_in_markup import box_of, told_by_mark, told_in
from newsparse.extractors._roles_of_dates import (
    Role,
    role_around,
    role_in_marks,
    role_in_names,
    role_in_text,
    role_of_byline,
    role_of_words,
    said,
)
from newsparse.findings import Label
from newsparse.letters import has_digit
from newsparse.lexicons import Topic
from newsparse.rows import row_of, span_at
from newsparse.view import View

NO_LINES: Final = (Kind.CAPTION, Kind.CONTROL)
LINE: Final = 60  # characters; a longer block is no line with a date alone
LONGEST: Final = 220  # characters; a longer block is text
SEPARATOR: Final = re.compile(r"[|·•⋅∙●\n]| (?:/|//|–|—|-) ")
ENDS: Final = re.compile(r"[\s.,]{0,3}[|:(/–—-]")  # what ends the opening of a text, behind its date
OPENING: Final = 90  # characters of a text in which its opening lies
PLACE: Final = 30  # letters that may stand before the date: a place, "Press release of"
ROLES: Final = (Topic.MODIFIED, Topic.PUBLISHED)
ABOVE: Final = 8  # blocks before the headline in which its date may stand
WITHOUT: Final = 12  # blocks before the text looked at where no block carries the headline; beyond is far from one
NEAR: Final = 3  # blocks behind the first of text in which its date may stand: that may be the standfirst
BELOW: Final = 8  # blocks behind the text in which its date may stand
PROSE: Final = 60  # weight of a paragraph of text
STRANGE: Final = frozenset(("comments", "related", "advertising", "newsletter", "form", "dialog"))
"""Hints of containers whose dates are not the article's."""
APART: Final = frozenset(("footer", "navigation", "sidebar"))
"""Hints of containers that hold the article's date beside the headline, or where it is said to be that."""
CLOCKS: Final = 2  # clock times without a day on a page; more are a ticker, a timetable
CLAIMED: Final = frozenset(
    (Label.COMMENT, Label.AD, Label.TEASER, Label.NEWSLETTER, Label.CONSENT, Label.CAPTION, Label.CREDIT)
)
"""Labels of blocks whose dates are not the article's."""


class Spot(StrEnum):
    """Where a block stands."""

    HEAD = "between headline and text"
    OVER = "right above the headline"
    ABOVE = "above the headline"
    OPENING = "in the opening of the text"
    TEXT = "in the text"
    FOOT = "behind the text"
    AWAY = "elsewhere"


@mypyc_attr(acyclic=True)
class Layout:
    """Where on the page headline and text stand, by block."""

    headline: Final[int]
    """The headline, or where it would be."""

    text: Final[int]
    """First block of text behind it."""

    last: Final[int]
    """Last block of text."""

    holding: Final[frozenset[int]]
    """The containers around headline and text, by place."""

    def __init__(self, headline: int, text: int, last: int, holding: frozenset[int]) -> None:
        self.headline = headline
        self.text = text
        self.last = last
        self.holding = holding


BESIDE: Final = frozenset((Spot.HEAD, Spot.OVER, Spot.ABOVE))


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

    far: bool = False
    """Whether much stands between the headline and it."""

    box: str = ""
    """Text of the inline element around it that is called after dates, or is one of a row; "" where there is none."""

    rowed: bool = False
    """Whether the block is nothing but inline elements side by side."""

    span: tuple[int, int] | None = None
    """Where in the text of the block the dates before and behind it end and begin; None where there are none."""


def shown_dates(view: View, style: Style) -> list[Seen]:
    """Return the dates that stand around the article, and those elsewhere that the markup says are dates."""
    return completed(list(as_written(view, style)))


def completed(seen: list[Seen]) -> list[Seen]:
    """Give clock times the day that stands right before them, in their line or the one above: 12.03.2024 | 07:45.

    Of many, only those that words say what they are the time of: the others are those of a ticker.
    """
    ticking = sum(map(is_bare_clock, seen)) > CLOCKS
    found: list[Seen] = []
    for one in seen:
        before = found[-1] if found else None
        beside = before is not None and one.spot in BESIDE and one.block.index - before.block.index in (0, 1)
        if before is not None and beside and is_bare_clock(one) and before.stamp.dated and may_go(before, one, ticking):
            day = before.stamp
            whole = evolve(one.stamp, year=day.year, month=day.month, day=day.day)
            found.append(evolve(one, stamp=whole, role=one.role or before.role))
        else:
            found.append(one)
    return found


def may_go(day: Seen, clock: Seen, ticking: bool) -> bool:
    """Whether a clock time goes with a day: one that lacks it, or another event of the same day."""
    if clock.role is not None and clock.role is not day.role:
        return True
    return day.stamp.clock is None and not ticking


def is_bare_clock(one: Seen) -> bool:
    """Whether a clock time stands without a day."""
    return one.stamp.day is None and one.stamp.days_ago is None


def as_written(view: View, style: Style) -> Iterator[Seen]:
    """Yield the dates that stand around the article, and those elsewhere that the markup says are dates."""
    layout = layout_of(view)
    for block in view.visible:
        spot = spot_of(block, layout)
        marked = is_marked(view, block)
        if not (marked or spot in BESIDE or said(view, block)) and (spot is Spot.AWAY or len(block.text) > LINE):
            continue
        if not worth_reading(block):
            continue
        if is_claimed(view, block, spot) or is_within(view, block, STRANGE, layout):
            continue
        if (spot is Spot.ABOVE and in_header(block, layout)) or Topic.COPYRIGHT in view.topics(block):
            continue
        apart = spot not in BESIDE and is_within(view, block, APART, layout)
        apart = apart or (spot is Spot.OVER and in_header(block, layout))
        far = layout is not None and spot is Spot.HEAD and block.index > layout.headline + WITHOUT
        for one in dates_of(view, block, spot, style, marked):
            if one.role or not apart:
                yield evolve(one, far=True) if far else one
    yield from in_openings(view, style, layout)


def in_openings(view: View, style: Style, layout: Layout | None) -> Iterator[Seen]:
    """Yield the dates that open the text: "LONDON, May 3 (Reuters) -", "Press release of 3 May 2024 | "."""
    if layout is None:
        return
    for block in view.doc.blocks[layout.text : layout.text + 2]:
        opening = block.text[:OPENING]
        for stamp in stamps_in(opening, style) if len(block.text) > LINE else ():
            before = sum(map(str.isalpha, opening[: stamp.start]))
            if stamp.day is not None and before <= PLACE and ENDS.match(opening, stamp.end):
                yield Seen(block, stamp, None, Spot.OPENING, False, opening[stamp.start : stamp.end])


def worth_reading(block: Block) -> bool:
    """Whether a block may hold a date, as far as a glance tells."""
    if len(block.text) > LONGEST or block.kind in NO_LINES:
        return False
    return has_digit(block.text) or has_time(block)


def has_time(block: Block) -> bool:
    """Whether an inline element of a block is a time."""
    return bool(block.marks) and any(mark.datetime or mark.tag == "time" for mark in block.marks)


def layout_of(view: View) -> Layout | None:
    """Return where headline and text stand; None where there is no text."""
    region, blocks = view.found.region, view.doc.blocks
    if region is None:
        return None
    headline = region.headline if region.headline is not None else region.first - WITHOUT
    after = (b.index for b in blocks[max(headline + 1, 0) :] if view.weight(b) >= PROSE)
    text = next(after, region.first) if region.headline is not None else region.first
    known = [i for i in (region.headline, text) if i is not None]
    holding = frozenset(place.index for i in known for place in blocks[i].place.up())
    return Layout(headline, text, max(region.last, text), holding)


def spot_of(block: Block, layout: Layout | None) -> Spot:
    """Return where a block stands."""
    if layout is None:
        return Spot.AWAY
    at = block.index
    if at > layout.last:
        return Spot.FOOT if at <= layout.last + BELOW else Spot.AWAY
    if at > layout.text + NEAR:
        return Spot.TEXT
    if at >= layout.headline:
        return Spot.HEAD
    if at == layout.headline - 1:
        return Spot.OVER
    return Spot.ABOVE if at >= layout.headline - ABOVE else Spot.AWAY


def is_claimed(view: View, block: Block, spot: Spot) -> bool:
    """Whether a block away from the headline was found to be something else."""
    return spot not in BESIDE and view.label(block) in CLAIMED


def is_within(view: View, block: Block, hints: frozenset[str], layout: Layout | None) -> bool:
    """Whether a container is called so; what holds headline or text, or stands beside it, may be called anything."""
    if layout is not None and abs(block.index - layout.headline) == 1:
        return False
    told = view.own_hints
    place: Place | None = block.place
    while place is not None and (layout is None or place.index not in layout.holding):
        if (own := told[place.index]) and not hints.isdisjoint(own):
            return True
        place = place.parent
    return False


def in_header(block: Block, layout: Layout | None) -> bool:
    """Whether a block stands in the header of the page, which shows today's date, rather than in the article's."""
    for place in block.place.up():
        if layout is not None and place.index in layout.holding:
            return False
        if place.group is Group.NAVIGATION:
            return True
        if place.tag == "header":
            return all(around.tag != "article" for around in place.up())
    return False


def is_marked(view: View, block: Block) -> bool:
    """Whether the markup says that there is a date in the block."""
    if block.kind is Kind.HEADING:
        return False
    if has_time(block):
        return True
    place = block.place
    return "timestamp" in view.hints(place) or (place.parent is not None and "timestamp" in view.hints(place.parent))


def dates_of(view: View, block: Block, spot: Spot, style: Style, marked: bool) -> Iterator[Seen]:
    """Yield the dates of one block: machine-readable ones, and those written beside them."""
    around = role_around(view, block)
    written = stamps_in(block.text, style)
    row = row_in(block, spot)
    taken: list[range] = []
    for mark in block.marks:
        if told := told_by_mark(mark, style):
            stamp = evolve(told.stamp, start=(at := block.text.find(mark.text)), end=at + len(mark.text))
            taken.append(range(stamp.start, stamp.end))
            inner = next((one for one in written if stamp.start < one.start < stamp.end), stamp)
            role = role_in_names(f"{mark.names} {told.name}") or role_in_text(view, block, inner, written)
            yield Seen(block, stamp, role or around, spot, True, told.raw, rowed=bool(row))
    if not taken and len(written) <= 1 and (told := told_in(block.place.attributes, block.text, style)):
        stamp = evolve(told.stamp, start=0, end=len(block.text))
        taken.append(range(stamp.end))
        first = written[0] if written else stamp
        yield Seen(block, stamp, role_in_text(view, block, first, written) or around, spot, True, told.raw)
    for stamp in written:
        if not any(stamp.start in span for span in taken) or (stamp.clock and stamp.dated):
            begin, end = span_at(row, block.text, stamp.start)
            role = role_in_text(view, block, stamp, written, (begin, end))
            role = role or role_in_marks(block, stamp) or around
            role = role or (role_of_byline(view, block) if spot not in BESIDE else None)
            box = box_of(block, stamp)
            raw, span = block.text[stamp.start : stamp.end], between(block, stamp, written)
            part = box or (block.text[begin:end] if row else "")
            yield Seen(block, stamp, role, spot, marked or bool(box), raw, box=part, rowed=bool(row), span=span)
    if view.now is not None and not taken and (row if written else marked or spot in BESIDE):
        yield from counted_back(view, block, row, spot, style)


def row_in(block: Block, spot: Spot) -> tuple[Mark, ...]:
    """Return the inline elements that a block beside the headline is made of; none where other text is in it."""
    return row_of(block) if spot in BESIDE and block.place.figure is None else ()


def between(block: Block, stamp: Stamp, written: list[Stamp]) -> tuple[int, int] | None:
    """Return where the dates beside a date end and begin; None where it is the only one."""
    if len(written) == 1:
        return None
    begin = max((other.end for other in written if other.end <= stamp.start), default=0)
    return begin, min((other.start for other in written if other.start >= stamp.end), default=len(block.text))


def counted_back(view: View, block: Block, row: Sequence[Mark], spot: Spot, style: Style) -> Iterator[Seen]:
    """Yield what a block, or an inline element of it, says in the form "2 hours ago"."""
    parts = (*(() if row else SEPARATOR.split(block.text)), *(mark.text for mark in row or block.marks))
    for part in dict.fromkeys(parts):
        label = next((p for t in ROLES if (p := view.words.phrases.prefix(part, t))), "")
        if stamp := read_relative(part[len(label) :].strip(" :"), style, view.now):
            start = block.text.find(part)
            stamp = evolve(stamp, start=start + len(label), end=start + len(part))
            yield Seen(block, stamp, role_of_words(view, part), spot, True, part, rowed=bool(row))
