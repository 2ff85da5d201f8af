"""Whole values that are a date in numbers and nothing else: 03.05.2024, 5/3/2024 10:30. The fast way to read them."""

from __future__ import annotations

import re
from typing import Final

from newsparse.dates.calendars import gregorian_year
from newsparse.dates.machine import clock_of
from newsparse.dates.stamp import Stamp, real_day

FORM: Final = re.compile(
    r"\s*(\d\d?)([./-])(\d\d?)\2(\d{4})(?:,? ?(?<=[, ])(\d\d?):(\d\d)(?::(\d\d))?)?\s*", re.ASCII
)  # day and month, year, clock


def from_numbers(text: str, day_first: bool) -> Stamp | None:
    """Read a date with the year last, with or without a clock time; None for anything else."""
    found = FORM.fullmatch(text)
    if found is None:
        return None
    one, two, year = int(found[1]), int(found[3]), gregorian_year(int(found[4]))
    dotted = found[2] == "."
    first = day_first or dotted or one > 12
    day, month = (one, two) if first and two <= 12 else (two, one)
    if not real_day(year, month, day):
        return None
    clock = clock_of(int(found[5]), int(found[6]), int(found[7] or 0)) if found[5] else None
    if found[5] and clock is None:
        return None
    return Stamp(year, month, day, clock, None, None, not dotted and max(one, two) <= 12, 0, len(text))
