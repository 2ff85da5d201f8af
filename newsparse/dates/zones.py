"""Zones that no date states itself: told by another date of the same instant, or likely for want of anything else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from newsparse.dates.stamp import Moment, fixed
from newsparse.dates.style import Style
from newsparse.dates.tokens import Sort, tokens_of

HOUR: Final = timedelta(hours=1)
WEST, EAST = timedelta(hours=-10), timedelta(hours=14)
BROKEN: Final = frozenset(timedelta(minutes=m) for m in (-210, 210, 270, 330, 345, 390, 570))
"""Offsets of zones that are no whole hours."""
LONGEST: Final = 100  # characters; a longer text is no date


def shown(wall: datetime, stated: Iterable[datetime]) -> datetime | None:
    """Return the instant among *stated* that a clock of some zone shows as *wall*, with the offset of that zone.

    >>> shown(datetime(2024, 5, 3, 7, 15), [datetime(2024, 5, 3, 12, 15, 30, tzinfo=UTC)]).isoformat()
    '2024-05-03T07:15:30-05:00'
    """
    for instant in stated:
        offset = minutely(wall) - minutely(instant.astimezone(UTC).replace(tzinfo=None))
        if offset and offset != instant.utcoffset() and is_offset(offset):
            return instant.astimezone(timezone(offset))
    return None


def is_offset(shift: timedelta) -> bool:
    """Whether clocks somewhere are set so."""
    return WEST <= shift <= EAST and (not shift % HOUR or shift in BROKEN)


def minutely(value: datetime) -> datetime:
    """Return a time to the minute."""
    return value.replace(second=0, microsecond=0)


def likely(moment: Moment, raw: str, style: Style) -> Moment:
    """Return a time without a zone in the one that most papers of its country mean, where it has several.

    The country is that of the page, else the one whose way of writing dates it is.
    """
    value = moment.value
    if value.tzinfo is not None:
        return moment
    zone = style.main or (style.written if is_american(raw, style) else None)
    if zone is None:
        return moment
    notes = [*filter(None, (moment.note,)), f"zone assumed: {zone}"]
    return Moment(fixed(value, ZoneInfo(zone)), "; ".join(notes))


def is_american(raw: str, style: Style) -> bool:
    """Whether a date has the month before the day, in words, and a clock of twelve hours."""
    sorts = [token.sort for token in tokens_of(raw[:LONGEST], style.index)]
    first = next((sort for sort in sorts if sort in (Sort.MONTH, Sort.NUMBER)), None)
    return first == Sort.MONTH and Sort.HALF in sorts
