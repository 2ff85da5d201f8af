"""Entries of a live blog as a page shows them: neighbours of one shape, each opened by its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from newsparse.dates.reading import read_value
from newsparse.dates.stamp import Stamp
from newsparse.dates.style import Style
from newsparse.dates.written import stamps_in
from newsparse.document import Block, Kind, Place
from newsparse.findings import BODY_LABELS, Label
from newsparse.letters import has_digit
from newsparse.lexicons import Topic
from newsparse.view import View

OPENING: Final = 40  # characters at the start of a block in which its time lies
NEAR_START: Final = 12  # characters of it among which a digit stands
LETTERS: Final = 12  # letters before the time: a weekday, "Updated at"
LEAST: Final = 3  # entries of a live blog; fewer are a text and its updates
BEFORE: Final = 3  # blocks of an entry that may stand before its time: its headline, a label
DIGIT: Final = re.compile(r"\d")
OF_ARTICLE: Final = frozenset((Topic.PUBLISHED, Topic.MODIFIED))  # what says so is the date of the whole
AFTER: Final = " \t\n:|–—-•·,.)]+/"
CLAIMED: Final = frozenset(
    {Label.TITLE, Label.KICKER, Label.SUBTITLE, Label.COMMENT, Label.NAVIGATION, Label.AD, Label.CAPTION}
    | {Label.TEASER, Label.TEASER_HEADING, Label.HIDDEN, Label.DUPLICATE}
)
"""Labels of blocks that open no entry."""


@frozen(eq=False)
class Opener:
    """A block that begins with a time."""

    block: Block
    """The block."""

    stamp: Stamp
    """Its time."""

    rest: str
    """What stands behind the time in the block; "" where nothing does."""


@frozen(eq=False)
class Entry:
    """One entry."""

    opener: Opener
    """Where its time stands."""

    title: str | None
    """Its headline; None where it has none."""

    text: tuple[Block, ...]
    """Blocks of its text; the first may begin with the time."""


def entries_of(view: View, style: Style) -> list[Entry]:
    """Return the entries in the text of the article, in page order; [] where there are fewer than three."""
    text = list(view.found.labelled(*BODY_LABELS))
    if len(text) < LEAST:
        return []
    blocks = view.doc.blocks[max(0, text[0] - BEFORE) : text[-1] + 1]
    openers = alike([found for block in blocks if (found := opener(view, block, style))])
    if view.doc.is_text:
        openers = without_head(openers)
    if len(openers) < LEAST:
        return []
    entries = (entry(view, one, span) for one, span in zip(openers, spans(view, openers, text[-1]), strict=True))
    return [one for one in entries if one.title or one.text]


def opener(view: View, block: Block, style: Style) -> Opener | None:
    """Return a block as the opener of an entry; None where it does not begin with a time."""
    marked = next((m for m in block.marks[:2] if m.tag == "time" and block.text.startswith(m.text)), None)
    if marked is None and not has_digit(block.text[:NEAR_START]):
        return None
    if block.hidden or view.label(block) in CLAIMED or not OF_ARTICLE.isdisjoint(view.topics(block)):
        return None
    opening = block.text[:OPENING].replace(": ", "  ")  # the colon behind a time is none of it
    stamp = next(iter(stamps_in(opening, style)), None)
    if stamp is not None and sum(map(str.isalpha, block.text[: stamp.start])) > LETTERS:
        return None
    if marked is not None and marked.datetime and (machine := read_value(marked.datetime, style)) and machine.clock:
        stamp = evolve(machine, start=0, end=max(len(marked.text), stamp.end if stamp else 0))
    if stamp is None or stamp.clock is None:
        return None
    return Opener(block, stamp, block.text[stamp.end :].lstrip(AFTER))


def alike(openers: list[Opener]) -> list[Opener]:
    """Return the largest group of openers of one shape."""
    groups: dict[tuple[int, str, str], list[Opener]] = {}
    for one in openers:
        place = one.block.place
        groups.setdefault((place.depth, place.tag, DIGIT.sub("", place.names)), []).append(one)
    return max(groups.values(), key=len, default=[])


def without_head(openers: list[Opener]) -> list[Opener]:
    """Leave out the date of the whole, where it stands above entries that give the time alone."""
    dated = [one.stamp.dated for one in openers]
    return openers[1:] if dated[:1] == [True] and not any(dated[1:]) else openers


def spans(view: View, openers: Sequence[Opener], last: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last block of every entry: its container, else as far as the next time.

    *last*: the last block of the text, where the entries end at the latest.
    """
    trunk = common(openers)
    branches = [place for one in openers if (place := branch(one.block.place, trunk))]
    if len({place.index for place in branches}) == len(openers):
        own = [(begin_of(view, o, p), end_of(view, o, p)) for o, p in zip(openers, branches, strict=True)]
        if any(end > one.block.index for one, (_, end) in zip(openers, own, strict=True)):
            yield from own
            return
    for one, after in pairwise(openers):
        yield one.block.index, after.block.index - 1
    yield openers[-1].block.index, min(end_of(view, openers[-1], trunk), last)


def common(openers: Sequence[Opener]) -> Place:
    """Return the innermost container of all openers."""
    shared = set.intersection(*({p.index for p in one.block.place.up()} for one in openers))
    return next(p for p in openers[0].block.place.up() if p.index in shared)


def branch(place: Place, trunk: Place) -> Place | None:
    """Return the child of a container that a place lies in; None where it is the container itself."""
    return next((p for p in place.up() if p.parent is trunk), None)


def end_of(view: View, one: Opener, place: Place) -> int:
    """Return the last block from the opener on that lies in a container."""
    blocks, end = view.doc.blocks, one.block.index
    while end + 1 < len(blocks) and blocks[end + 1].place.lies_in(place):
        end += 1
    return end


def begin_of(view: View, one: Opener, place: Place) -> int:
    """Return the first block of an entry whose time does not come first."""
    blocks, first = view.doc.blocks, one.block.index
    while first > max(0, one.block.index - BEFORE) and blocks[first - 1].place.lies_in(place):
        first -= 1
    return first


def entry(view: View, one: Opener, span: tuple[int, int]) -> Entry:
    """Return the entry that an opener opens."""
    blocks = [b for b in view.doc.blocks[span[0] : span[1] + 1] if view.label(b) in BODY_LABELS and b.text]
    title = own_title(view, one) or next((b.text for b in blocks if is_heading(view, b) and b is not one.block), None)
    text = [b for b in blocks if b.text != title and (b is not one.block or (one.rest and one.rest != title))]
    return Entry(one, title, tuple(text))


def own_title(view: View, one: Opener) -> str | None:
    """Return the headline that stands behind the time in one block; None where text or nothing stands there."""
    strong = one.block.strong >= len(one.rest) > 0
    return one.rest if one.rest and (is_heading(view, one.block) or strong) else None


def is_heading(view: View, block: Block) -> bool:
    """Whether a block is a heading."""
    return block.kind is Kind.HEADING or view.label(block) is Label.HEADING


def clocks(entries: Sequence[Entry]) -> list[float]:
    """Return the clock times of entries in hours, as far as they stand without a day."""
    found = (one.opener.stamp for one in entries)
    return [s.clock.hour + s.clock.minute / 60 for s in found if s.clock and s.day is None and s.days_ago is None]


def falls(times: Sequence[float]) -> list[bool]:
    """Return for every time but the first whether it is not later than the one above it."""
    return [above >= time for above, time in pairwise(times)]


def newest_first(entries: Sequence[Entry]) -> bool:
    """Whether most entries are older than the one above them."""
    found = falls(clocks(entries))
    return 2 * sum(found) > len(found)
