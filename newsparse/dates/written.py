"""Dates as people write them: words and numbers in the order of a language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsparse.dates.calendars import from_jalali, gregorian_year
from newsparse.dates.clock import Clock, clock_at
from newsparse.dates.glance import may_hold_date
from newsparse.dates.stamp import Stamp, real_day
from newsparse.dates.style import Style
from newsparse.dates.tokens import Sort, Token, glued, mark, number, size, tokens_of, unit

LONGEST: Final = 400  # characters; a longer text is no line with a date
SEPARATORS: Final = frozenset(".-/|")
PIVOT: Final = 70  # two-digit years from here on are of the twentieth century
STARTS: Final = frozenset((Sort.NUMBER, Sort.MONTH, Sort.ERA, Sort.TODAY, Sort.HALF))
FILLERS: Final = frozenset((Sort.MARK, Sort.AT, Sort.WEEKDAY, Sort.CLOCK, Sort.ZONE))
BUDDHIST_CENTURY: Final = 2500  # in which years of the Buddhist era with two digits lie
SHORT: Final = 4  # letters of a word that may stand between the parts of a date ("de", "of", "г", "года")
APART: Final = 5  # tokens between a date and its clock time


class Day(NamedTuple):
    """A date read from some tokens."""

    year: int | None
    """Year of the Gregorian calendar; None where none is written."""
    month: int | None
    """Month, 1 to 12; None where the day is given in words."""
    day: int | None
    """Day of the month; None as for ``month``."""
    first: int
    """First token."""
    after: int
    """Token behind the last."""
    days_ago: int | None = None
    """0 for "today", 1 for "yesterday"; None where the day is not given so."""
    ambiguous: bool = False
    """Whether month and day may be meant the other way round."""


NO_DAY: Final = Day(None, None, None, 0, 0)


def stamps_in(text: str, style: Style) -> list[Stamp]:
    """Return the dates and clock times written in a line, in order."""
    if len(text) > LONGEST or not may_hold_date(text, style.telling):
        return []
    tokens = tokens_of(text, style.index)
    return list(paired(tokens, list(parts(tokens, style))))


def parts(tokens: list[Token], style: Style) -> Iterator[Day | Clock]:
    """Yield the dates and the clock times among the tokens."""
    at, dated = 0, -1
    while at < len(tokens):
        found = day_at(tokens, at, style) or clock_at(tokens, at, at == dated) if tokens[at].sort in STARTS else None
        if found is not None:
            yield found
            at = found.after
            whole = isinstance(found, Day) and found.year is not None
            dated = at + (mark(tokens, at) in (",", "|", "-")) if whole else -1
        else:
            at += 1


def paired(tokens: list[Token], found: list[Day | Clock]) -> Iterator[Stamp]:
    """Yield dates with the clock times that stand beside them, and the clock times left over."""
    at = 0
    while at < len(found):
        this, after = found[at], found[at + 1] if at + 1 < len(found) else None
        at += 1
        last = found[at + 1] if at + 1 < len(found) else None
        if after is not None and is_pair(tokens, this, after) and not is_taken(tokens, this, after, last):
            at += 1
            yield stamp(tokens, this, after)
        else:
            yield stamp(tokens, this)


def is_pair(tokens: list[Token], this: Day | Clock, after: Day | Clock) -> bool:
    """Whether two parts are a date and a clock time beside each other."""
    return isinstance(this, Day) is not isinstance(after, Day) and beside(tokens, this, after)


def is_taken(tokens: list[Token], this: Day | Clock, after: Day | Clock, last: Day | Clock | None) -> bool:
    """Whether what follows belongs to what comes last: a date to the clock time behind it, a time to a whole date.

    "Harbour Today 3:53 p.m. EST January 25, 2014" has no "today".
    """
    rival = isinstance(last, Clock) if isinstance(this, Clock) else this.days_ago is not None and isinstance(last, Day)
    return rival and last is not None and beside(tokens, after, last)


def beside(tokens: list[Token], this: Day | Clock, that: Day | Clock) -> bool:
    """Whether only fillers stand between two parts."""
    between = tokens[this.after : that.first]
    return len(between) <= APART and all(filler(token) for token in between)


def filler(token: Token) -> bool:
    """Whether a token may stand between the parts of a date."""
    return token.sort in FILLERS or (token.sort == Sort.WORD and size(token) <= SHORT)


def stamp(tokens: list[Token], *found: Day | Clock) -> Stamp:
    """Make a stamp of a date, a clock time, or both."""
    first, after = min(part.first for part in found), max(part.after for part in found)
    day = next((part for part in found if isinstance(part, Day)), NO_DAY)
    clock = next((part for part in found if isinstance(part, Clock)), None)
    year = day.year
    if year is None and day.day is not None and clock is not None and (year := year_number(tokens, after)):
        after += 1  # Sep 12 05:15:00 EDT 2023
    return Stamp(
        year, day.month, day.day,
        clock.time if clock else None, clock.zone if clock else None,
        day.days_ago, day.ambiguous, tokens[first].start, tokens[after - 1].end,
    )  # fmt: skip


# --- dates ------------------------------------------------------------------------------------------------------


def day_at(tokens: list[Token], at: int, style: Style) -> Day | None:
    """Read the date that begins with a token."""
    sort = tokens[at].sort
    if sort == Sort.NUMBER:
        numeric = counted(tokens, at) or in_numbers(tokens, at, style)
        return numeric or day_month(tokens, at, style) or year_month_day(tokens, at) or year_day_month(tokens, at)
    if sort == Sort.MONTH:
        return month_day(tokens, at)
    if sort == Sort.ERA:
        found = counted(tokens, at + 1) if at + 1 < len(tokens) else None
        return found and valid(tokens[at].value + (found.year or 0), found.month, found.day, at, found.after)
    if sort == Sort.TODAY:
        return Day(None, None, None, at, at + 1, tokens[at].value)
    return None


def valid(year: int | None, month: int | None, day: int | None, first: int, after: int) -> Day | None:
    """Return the date where the calendar has it; without a year, where any year may have it."""
    if month is None or day is None or not real_day(2024 if year is None else year, month, day):
        return None
    return Day(year, month, day, first, after)


def year_number(tokens: list[Token], at: int) -> int | None:
    """Return the year at a token: a number of four digits, or two behind an apostrophe."""
    if at < len(tokens) and tokens[at].sort == Sort.NUMBER and size(tokens[at]) == 4:
        return gregorian_year(int(tokens[at].value))
    if at < len(tokens) and tokens[at].value == "'" and (short := number(tokens, at + 1)) is not None:
        return full_year(short)
    return None


def full_year(short: int) -> int:
    """Return the year meant by two digits."""
    return short + (1900 if short >= PIVOT else 2000)


def counted(tokens: list[Token], at: int) -> Day | None:
    """Read 2024年5月3日 or 5월 3일."""
    year, first = None, at
    if unit(tokens, at + 1) == "y":
        year, at = number(tokens, at, 4), at + 2
    if unit(tokens, at + 1) != "m" or unit(tokens, at + 3) != "d":
        return None
    year = gregorian_year(year) if year is not None else None
    after = at + 4
    era = first > 0 and tokens[first - 1].sort == Sort.ERA
    if era and year is not None:
        return Day(year, number(tokens, at), number(tokens, at + 2), first, after)
    return valid(year, number(tokens, at), number(tokens, at + 2), first, after)


def in_numbers(tokens: list[Token], at: int, style: Style) -> Day | None:
    """Read 2023-09-12, 12.09.2023, 9/12/23."""
    sep = mark(tokens, at + 1)
    if sep not in SEPARATORS or mark(tokens, at + 3) != sep or runs_on(tokens, at, sep):
        return None
    long = number(tokens, at, 4), number(tokens, at + 2, 2), number(tokens, at + 4, 4)
    one, two, three = long
    if one is None or two is None or three is None:
        return None
    if year_number(tokens, at) is not None:
        return of_year(one, two, three, style.jalali, at)
    if style.year_first and size(tokens[at]) == size(tokens[at + 4]) == 2 and glued(tokens, at, at + 4):
        return valid(full_year(one), two, three, at, at + 5)
    year = year_number(tokens, at + 4)
    if year is None and sep != "|" and size(tokens[at + 4]) == 2 and glued(tokens, at, at + 4):
        year = full_year(three)
    if year is None or number(tokens, at) is None:
        return None
    first = style.day_first or sep == "." or one > 12
    day, month = (one, two) if first and two <= 12 else (two, one)
    made = valid(year, month, day, at, at + 5)
    return made._replace(ambiguous=sep != "." and max(one, two) <= 12) if made else None


def of_year(year: int, month: int, day: int, jalali: bool, at: int) -> Day | None:
    """Return the date of numbers that begin with the year."""
    if jalali and (found := from_jalali(year, month, day)):
        return Day(found.year, found.month, found.day, at, at + 5)
    return valid(gregorian_year(year), month, day, at, at + 5)


def runs_on(tokens: list[Token], at: int, sep: str) -> bool:
    """Whether a row of numbers goes on before or behind three of them, as in telephone and version numbers."""
    ahead, after = at - 2, at + 6
    before = ahead >= 0 and mark(tokens, at - 1) == sep and tokens[ahead].sort == Sort.NUMBER
    behind = after < len(tokens) and mark(tokens, after - 1) == sep and tokens[after].sort == Sort.NUMBER
    return (before and glued(tokens, ahead, at)) or (behind and glued(tokens, after - 2, after))


def small(tokens: list[Token], at: int, most: int = 2) -> int:
    """Return the token behind the marks and short words that may stand inside a date."""
    end = at + most
    while at < end and at < len(tokens) and (tokens[at].value in (".", ",", "-", "/") or little(tokens[at])):
        at += 1
    return at


def little(token: Token) -> bool:
    """Whether a token is a short word without a meaning of its own, or one that stands before times."""
    return token.sort in (Sort.WORD, Sort.AT, Sort.UNIT) and size(token) <= SHORT


def day_month(tokens: list[Token], at: int, style: Style) -> Day | None:
    """Read 12. September 2023, 12 de septiembre de 2023, 12-Sep-23, 12 September."""
    day = number(tokens, at)
    month_at = small(tokens, at + 1)
    if day is None or month_at >= len(tokens) or tokens[month_at].sort not in (Sort.MONTH, Sort.JALALI):
        return None
    if style.buddhist and (short := short_year(tokens, small(tokens, month_at + 1))) is not None:
        after = small(tokens, month_at + 1) + 1
        return valid(gregorian_year(BUDDHIST_CENTURY + short), tokens[month_at].value, day, at, after)
    return with_year(tokens, day, tokens[month_at], at, month_at + 1)


def short_year(tokens: list[Token], at: int) -> int | None:
    """Return the number of two digits at a token; None where it is the hour of a clock time."""
    timed = mark(tokens, at + 1) in (":", ".") and number(tokens, at + 2) is not None
    return number(tokens, at) if at < len(tokens) and size(tokens[at]) == 2 and not timed else None


def with_year(tokens: list[Token], day: int, month: Token, first: int, after: int) -> Day | None:
    """Complete a day and a month by the year behind them, if there is one."""
    if mark(tokens, after) == "/" and after + 1 < len(tokens) and tokens[after + 1].sort == Sort.MONTH:
        after += 2  # the month in two ways: نيسان / أبريل
    at = small(tokens, after)
    at += at < len(tokens) and tokens[at].sort == Sort.ERA
    year = year_number(tokens, at)
    if month.sort == Sort.JALALI:
        found = from_jalali(int(tokens[at].value), month.value, day) if year is not None else None
        return Day(found.year, found.month, found.day, first, at + 1) if found else None
    if year is not None:
        return valid(year, month.value, day, first, at + 1 + (tokens[at].value == "'"))
    short = number(tokens, at)
    if short is not None and at > after and tokens[at - 1].value in ("-", "/", ".") and glued(tokens, first, at):
        return valid(full_year(short), month.value, day, first, at + 1)
    return valid(None, month.value, day, first, after)


def month_day(tokens: list[Token], at: int) -> Day | None:
    """Read September 12th, 2023; Sep 12."""
    day_at = at + 1 + (mark(tokens, at + 1) in (".", ","))
    day = number(tokens, day_at)
    if day is None or mark(tokens, day_at + 1) == ":":
        return None
    month, after = tokens[at].value, day_at + 1
    behind = small(tokens, after)
    if (year := year_number(tokens, behind)) is not None:
        return valid(year, month, day, at, behind + 1 + (tokens[behind].value == "'"))
    return valid(None, month, day, at, after)


def year_month_day(tokens: list[Token], at: int) -> Day | None:
    """Read 2023. szeptember 12., 2023 m. rugsėjo 12 d., 2023-Sep-12."""
    year = year_number(tokens, at)
    month_at = small(tokens, at + 1)
    if year is None or month_at >= len(tokens) or tokens[month_at].sort != Sort.MONTH:
        return None
    day_at = month_at + 1 + (mark(tokens, month_at + 1) in (".", "-", "/"))
    day = number(tokens, day_at)
    return valid(year, tokens[month_at].value, day, at, day_at + 1)


def year_day_month(tokens: list[Token], at: int) -> Day | None:
    """Read 2023. gada 12. septembrī."""
    year = year_number(tokens, at)
    if year is None or mark(tokens, at + 1) != "." or at + 3 >= len(tokens) or tokens[at + 2].sort != Sort.WORD:
        return None
    day, month_at = number(tokens, at + 3), at + 4 + (mark(tokens, at + 4) == ".")
    if day is None or month_at >= len(tokens) or tokens[month_at].sort != Sort.MONTH:
        return None
    return valid(year, tokens[month_at].value, day, at, month_at + 1)
