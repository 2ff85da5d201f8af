"""Dates as machines write them: ISO 8601 in all its variants, and seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Final

from newsparse.dates.stamp import Stamp, real_day

ISO: Final = re.compile(
    r"(\d{4})(-?)(\d\d)\2(\d\d)"  # day
    r"(?:[T ]? ?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,:](\d{1,9}))?)?)?"  # clock
    r"\s?(?:([+-])(\d\d):?(\d\d)?|(Z|UTC|GMT))?(?![\d:])",
    re.ASCII | re.IGNORECASE,
)
EDGES: Final = " \t\n\r\"'"
SECONDS: Final = range(10**8, 5 * 10**9)  # 1973 to 2128
DAY: Final = timedelta(days=1)


def from_iso(text: str) -> Stamp | None:
    """Read an ISO 8601 date, extended or basic, with or without clock and zone; None for anything else."""
    found = ISO.match(text)
    if found is None or not rests(text[found.end() :]):
        return None
    year, _, month, day, hour, minute, second, fraction, sign, over, under, utc = found.groups()
    if not real_day(int(year), int(month), int(day)):
        return None
    clock = clock_of(int(hour), int(minute), int(second or 0), fraction or "") if hour else None
    zone = offset(sign, over, under) if sign else UTC if utc else None
    return Stamp(int(year), int(month), int(day), clock, zone if clock else None, end=found.end())


def rests(rest: str) -> bool:
    """Whether nothing of the date is left: a bracketed zone name repeats the offset."""
    rest = rest.strip()
    return not rest or rest[0] == "["


def clock_of(hour: int, minute: int, second: int = 0, fraction: str = "") -> time | None:
    """Make a clock time; None where it cannot be. 24:00 is midnight, a leap second the one before it."""
    if hour == 24 and minute == 0:
        hour = 0
    if hour > 23 or minute > 59 or second > 60:
        return None
    return time(hour, minute, min(second, 59), int(fraction[:6].ljust(6, "0")))


def offset(sign: str, hours: str, minutes: str | None) -> timezone | None:
    """Make a zone of the parts of ``+02`` or ``-05:30``; None beyond what the earth has."""
    shift = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if shift >= DAY:
        return None
    return timezone(-shift if sign == "-" else shift)


def from_epoch(text: str) -> Stamp | None:
    """Read seconds or milliseconds since 1970 in UTC; None for any other number."""
    digits = text.partition(".")[0]
    if not (digits.isascii() and digits.isdigit() and len(digits) in (9, 10, 12, 13)):
        return None
    seconds = int(digits) // 1000 if len(digits) > 10 else int(digits)
    if seconds not in SECONDS:
        return None
    value = datetime.fromtimestamp(seconds, UTC)
    return Stamp(value.year, value.month, value.day, value.time(), UTC, end=len(text))


def read_machine(text: str) -> Stamp | None:
    """Read a machine-written date; None where *text* is none."""
    text = text.strip(EDGES)
    return from_iso(text) or from_epoch(text)
