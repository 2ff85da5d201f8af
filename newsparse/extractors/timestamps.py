"""When the article appeared and changed, as a reader sees it; the blocks that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from newsparse.dates.reading import placed
from newsparse.dates.style import Style, style_of
from newsparse.extractors._shown_dates import Role, Seen, Spot, shown_dates
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled
from newsparse.view import View

BASE: Final = {Spot.HEAD: 0.58, Spot.ABOVE: 0.46, Spot.TEXT: 0.4, Spot.FOOT: 0.4, Spot.AWAY: 0.2}
"""Trust in a date that nothing but its place speaks for."""

MARKED: Final = 0.06  # trust added where the markup says that it is a date
NAMED: Final = 0.1  # trust added where words or names say what it is the date of
UNSAID: Final = 0.02  # trust lost by every date in a block that is not its first
CHANGED: Final = 0.25  # trust in the date of a change as that of publication, where there is no other
SHARPER: Final = 0.01  # trust added where one source has the day and another the time of that day
STAMP: Final = 0.65  # trust in the label: above prose by its shape, below a byline
LEFT: Final = 40  # letters beside dates that a block of dates and bylines may have
FIELDS: Final = {Role.PUBLISHED: Fields.published, Role.MODIFIED: Fields.modified}


def timestamps(view: View) -> Iterator[Finding]:
    """Propose the dates shown, label their blocks, and put days and times together."""
    declared = view.doc.declared
    url = view.doc.url or declared.canonical
    style = style_of(view.words.lexicons, bool(view.words.lexicon.code), declared.lang, url)
    seen = list(shown_dates(view, style))
    yield from labels(seen)
    shown = list(candidates(view, seen, style))
    yield from shown
    known = [*view.found.candidates(Fields.published), *(c for c in shown if c.field is Fields.published)]
    yield from sharpened(known)
    if not known:
        changes = [*view.found.candidates(Fields.modified), *(c for c in shown if c.field is Fields.modified)]
        yield from from_change(changes)


def candidates(view: View, seen: Iterable[Seen], style: Style) -> Iterator[Candidate[datetime]]:
    """Yield what the dates on the page say of the article."""
    base = base_day(view, seen, style)
    counts: dict[int, int] = {}
    for one in seen:
        nth = counts[one.block.index] = counts.get(one.block.index, -1) + 1
        found = placed(one.stamp, style, view.now, base)
        if found is None or (one.stamp.day is None and one.stamp.days_ago is None and not is_line(one)):
            continue
        trust = BASE[one.spot] + (NAMED if one.role else 0.0) + (MARKED if one.marked else 0.0) - UNSAID * nth
        source = f"block {one.block.index}"
        field = FIELDS[one.role or Role.PUBLISHED]
        yield Candidate(field, found.value, trust, source, raw=one.raw, note=found.note, block=one.block.index)


def base_day(view: View, seen: Iterable[Seen], style: Style) -> date | None:
    """Return the day to count "yesterday" and "16:30" from: today, else another date of the page."""
    if view.now is not None:
        return view.now.date()
    if (best := view.found.best(Fields.published)) is not None:
        return best.value.date()
    whole = (placed(one.stamp, style, None) for one in seen if one.stamp.dated)
    return next((found.value.date() for found in whole if found), None)


def is_line(one: Seen) -> bool:
    """Whether a block says a time and nothing else: a clock time inside other words may be of anything."""
    return one.marked or one.role is not None or left_over([one]) == 0


def sharpened(known: list[Candidate[datetime]]) -> Iterator[Candidate[datetime]]:
    """Where the most trusted date has no time, propose it with the time that another one gives for the day."""
    best = max(known, key=lambda c: c.trust, default=None)
    if best is None or not is_day(best.value):
        return
    timed = [c for c in known if not is_day(c.value) and c.value.date() == best.value.date()]
    if other := max(timed, key=lambda c: c.trust, default=None):
        trust = best.trust + SHARPER
        yield Candidate(Fields.published, other.value, trust, other.source, other.raw, other.note, other.block)


def is_day(value: datetime) -> bool:
    """Whether an instant is a day without a time: midnight is what systems write for it."""
    return value.hour == value.minute == value.second == 0


def from_change(changes: list[Candidate[datetime]]) -> Iterator[Candidate[datetime]]:
    """Propose the date of a change as that of publication; only where nothing else is known."""
    if changes:
        first = changes[0]
        note = "; ".join(filter(None, ("only the date of a change is given", first.note)))
        yield Candidate(Fields.published, first.value, CHANGED, first.source, first.raw, note, first.block)


def labels(seen: list[Seen]) -> Iterator[Labelled]:
    """Label the short blocks that are dates and little else."""
    blocks: dict[int, list[Seen]] = {}
    for one in seen:
        if one.spot is not Spot.AWAY:
            blocks.setdefault(one.block.index, []).append(one)
    for index, ones in blocks.items():
        left = left_over(ones)
        sure = any(one.marked or one.role for one in ones)
        if left <= (LEFT if sure else LEFT // 4):
            yield Labelled(index, Label.TIMESTAMP, STAMP, f"a date, {ones[0].spot.value}")


def left_over(ones: list[Seen]) -> int:
    """Return how many letters of a block are not part of its dates."""
    text = ones[0].block.text
    inside = {i for one in ones for i in range(one.stamp.start, one.stamp.end)}
    return sum(c.isalpha() for i, c in enumerate(text) if i not in inside)
