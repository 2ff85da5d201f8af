"""Dates in addresses."""

from __future__ import annotations

import re
from calendar import month_abbr
from typing import Final

from newsparse.addresses import split
from newsparse.dates.stamp import Stamp, real_day

LONGEST: Final = 500  # characters of the path looked at
YEARS: Final = range(1990, 2100)  # in which addresses have been written
PARTED: Final = re.compile(r"(?<!\d)(\d{4})([/_.-])(\d\d?)\2(\d\d?)(?!\d)", re.ASCII)
NAMED: Final = re.compile(r"(?<!\d)(\d{4})/([a-z]{3})/(\d\d?)(?!\d)", re.ASCII | re.IGNORECASE)
WHOLE: Final = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)", re.ASCII)
SPLIT: Final = re.compile(r"(?<!\d)(\d{4})[/-](\d\d)(\d\d)(?!\d)", re.ASCII)
MONTHS: Final = tuple(name.lower() for name in month_abbr)


def in_url(url: str) -> Stamp | None:
    """Return the day in the path of *url*; None where there is none.

    Read are /2024/05/03/, /2024-05-03-, /2024/may/03/, /20240503 and /2024/0503/.
    """
    path = split(url).path[:LONGEST] if "/" in url else ""
    for found in PARTED.finditer(path):
        if made := day_of(found[1], int(found[3]), found[4]):
            return made
    for found in NAMED.finditer(path):
        if found[2].lower() in MONTHS and (made := day_of(found[1], MONTHS.index(found[2].lower()), found[3])):
            return made
    for pattern in (WHOLE, SPLIT):
        for found in pattern.finditer(path):
            if made := day_of(found[1], int(found[2]), found[3]):
                return made
    return None


def day_of(year: str, month: int, day: str) -> Stamp | None:
    """Return the day if the calendar has it and addresses of that year exist."""
    if int(year) not in YEARS or not real_day(int(year), month, int(day)):
        return None
    return Stamp(int(year), month, int(day))
