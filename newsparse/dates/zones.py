"""Zones that no date states itself: told by another date of the same instant, or likely for want of anything else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from newsparse.dates.stamp import Moment, fixed
from newsparse.dates.style import Style
from newsparse.dates.tokens import Sort, mark, number, tokens_of

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


def likely(moment: Moment, raw: str, style: Style, stated: Iterable[datetime] = ()) -> Moment:
    """Return a time without a zone in the one that it is likely in.

    That is the one of *stated*, other instants of the page in its own zone; else that of the place that the paper is
    named after, else the one that most papers of its country mean, where it has several. The country is that of the
    page, else the one whose way of writing dates it is.
    """
    value = moment.value
    if value.tzinfo is not None:
        return moment
    zone = style.main or (style.written if is_american(value, raw, style) else None)
    near = min(stated, key=lambda other: abs(other.replace(tzinfo=None) - value), default=None)
    if near is not None and (zone is None or near.astimezone(ZoneInfo(zone)).utcoffset() != near.utcoffset()):
        return assumed(moment, near.tzinfo or UTC, "that of another date of the page")
    return moment if zone is None else assumed(moment, ZoneInfo(zone), zone)


def assumed(moment: Moment, zone: tzinfo, name: str) -> Moment:
    """Return a time without a zone in one that is assumed, and say so."""
    notes = [*filter(None, (moment.note,)), f"zone assumed: {name}"]
    return Moment(fixed(moment.value, zone), "; ".join(notes))


def is_american(value: datetime, raw: str, style: Style) -> bool:
    """Whether a date has the month before the day, in words or with a slash, and a clock of twelve hours."""
    tokens = tokens_of(raw[:LONGEST], style.index)
    dates = (i for i, token in enumerate(tokens) if token.sort in (Sort.MONTH, Sort.NUMBER))
    at = next((i for i in dates if ":" not in (mark(tokens, i + 1), mark(tokens, i - 1) if i else "")), None)
    if at is None or all(token.sort != Sort.HALF for token in tokens):
        return False
    if tokens[at].sort == Sort.MONTH:
        return True
    month_first = tokens[at].value == value.month and number(tokens, at + 2) == value.day != value.month
    return month_first and mark(tokens, at + 1) == "/"
