"""What was read: the parts of a date as far as they are written, and the instant they add up to."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

EARLIEST: Final = 1600  # years; the first newspapers are younger
LATEST: Final = 2200  # years; what is beyond is no year
UNSET: Final = (date(1970, 1, 1), date(1900, 1, 1))  # what systems write where they have no date
NO_TIME: Final = "no time given"


@frozen
class Stamp:
    """A date, a clock time, or both, as written."""

    year: int | None = None
    """Year of the Gregorian calendar; None where none is written."""

    month: int | None = None
    """Month, 1 to 12; None where only a clock time or a day in words is written."""

    day: int | None = None
    """Day of the month; None as for ``month``."""

    clock: time | None = None
    """Clock time without zone; None where only a day is written."""

    zone: tzinfo | None = None
    """Zone as written; None where none is."""

    days_ago: int | None = None
    """"Today" is 0, "yesterday" 1; None where the day is not given so."""

    ambiguous: bool = False
    """Whether month and day may be meant the other way round: 03/04/2024."""

    start: int = 0
    """Where in the text it begins."""

    end: int = 0
    """Where in the text it ends."""

    @property
    def dated(self) -> bool:
        """Whether day, month and year are written."""
        return self.year is not None and self.day is not None


@frozen
class Moment:
    """An instant, and what had to be assumed for it."""

    value: datetime
    """Aware where a zone is stated or assumed, else naive; midnight where no time is written."""

    note: str | None = None
    """What was assumed or missing; None where nothing."""


def real_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def completed(stamp: Stamp, base: date | None) -> Stamp | None:
    """Fill in a missing year or day from *base*, a day shortly after which nothing can have been written.

    None where something is missing that *base* cannot give.
    """
    if stamp.dated:
        return stamp
    if base is None:
        return None
    if stamp.days_ago is not None:
        return on_day(stamp, base - timedelta(days=stamp.days_ago))
    if stamp.month is None or stamp.day is None:
        return on_day(stamp, base)
    years = [y for y in (base.year, base.year - 1) if real_day(y, stamp.month, stamp.day)]
    past = [y for y in years if date(y, stamp.month, stamp.day) <= base + timedelta(days=1)]
    return evolve(stamp, year=past[0]) if past else None


def turned(stamp: Stamp) -> Stamp:
    """Return an ambiguous stamp the other way round."""
    return evolve(stamp, month=stamp.day, day=stamp.month)


def on_day(stamp: Stamp, day: date) -> Stamp:
    """Return the stamp on a given day."""
    return evolve(stamp, year=day.year, month=day.month, day=day.day)


def moment(stamp: Stamp, zone: str | None) -> Moment | None:
    """Return the instant of a dated stamp; *zone* (an IANA name) is assumed where none is written.

    None for a stamp without day or year, and for the values that stand for "not set".
    """
    year, month, day = stamp.year, stamp.month, stamp.day
    if year is None or month is None or day is None or not real_day(year, month, day):
        return None
    if date(year, month, day) in UNSET:
        return None
    clock = stamp.clock or time()
    value = datetime(year, month, day, clock.hour, clock.minute, clock.second, clock.microsecond)
    notes = [] if stamp.clock else [NO_TIME]
    if stamp.zone is not None:
        value = fixed(value, stamp.zone)
    elif zone is not None:
        value = fixed(value, ZoneInfo(zone))
        notes.append(f"zone assumed: {zone}")
    return Moment(value, "; ".join(notes) or None)


def fixed(value: datetime, zone: tzinfo) -> datetime:
    """Return the naive *value* with the offset that *zone* has then: it means the same wherever it is read back."""
    offset = value.replace(tzinfo=zone).utcoffset() or timedelta()
    return value.replace(tzinfo=timezone(offset) if offset else UTC)
