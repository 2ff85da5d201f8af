"""One declared or labelled value, read by whatever way fits it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from newsparse.dates.machine import read_machine
from newsparse.dates.numeric import from_numbers
from newsparse.dates.stamp import Moment, Stamp, completed, moment
from newsparse.dates.style import Style
from newsparse.dates.written import stamps_in

LONGEST: Final = 100  # characters; a longer declaration is no date
AHEAD: Final = timedelta(days=1)  # how far a stamp may lie in the future: zones, and clocks that go wrong


def read_value(text: str, style: Style) -> Stamp | None:
    """Read a value that is said to be a date; None where no whole date is in it."""
    if len(text) > LONGEST:
        return None
    fast = read_machine(text) or from_numbers(text, style.day_first)
    return fast or next((stamp for stamp in stamps_in(text, style) if stamp.dated), None)


def placed(stamp: Stamp, style: Style, now: datetime | None, base: date | None = None) -> Moment | None:
    """Return the instant of a stamp; None where it cannot be told, or lies in the future of *now*.

    *base*: the day to count from where the stamp lacks its day or year.
    """
    whole = completed(stamp, base)
    found = moment(whole, style.zone) if whole is not None else None
    return None if found is None or is_ahead(found.value, now) else found


def is_later(value: datetime, than: datetime) -> bool:
    """Whether an instant is later than another."""
    return aware(value) > aware(than)


def is_ahead(value: datetime, now: datetime | None) -> bool:
    """Whether an instant lies more than a day after *now*; False where *now* is unknown."""
    return now is not None and aware(value) > aware(now) + AHEAD


def aware(value: datetime) -> datetime:
    """Return an instant as aware, UTC where it has no zone: only good for comparing days apart."""
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)
