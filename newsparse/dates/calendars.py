"""Years and days of calendars other than the Gregorian."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

BUDDHIST: Final = 543  # years ahead of the Gregorian calendar
BUDDHIST_YEARS: Final = range(2443, 2743)  # Gregorian 1900 to 2199; nobody prints these as Gregorian years
JALALI_YEARS: Final = range(1250, 1500)  # Gregorian 1871 to 2120
JALALI_START: Final = date(1921, 3, 21)  # first day of the Jalali year 1300
LEAPS: Final = 33  # years after which the leap years of the Jalali calendar repeat


def gregorian_year(year: int) -> int:
    """Return the Gregorian year of a year that may be Buddhist."""
    return year - BUDDHIST if year in BUDDHIST_YEARS else year


def from_jalali(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Jalali one; None for a day that the calendar does not have.

    The rule of 33 years is exact for the years 1178 to 1633.
    """
    if year not in JALALI_YEARS or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    first, last = (1300, year) if year >= 1300 else (year, 1300)
    days = sum(366 if is_leap(y) else 365 for y in range(first, last))
    start = JALALI_START + timedelta(days=days if year >= 1300 else -days)
    return start + timedelta(days=31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


def is_leap(year: int) -> bool:
    """Whether a Jalali year has 366 days."""
    return (25 * year + 11) % LEAPS < 8


def month_length(year: int, month: int) -> int:
    """Return how many days a Jalali month has."""
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29
