"""Clock times as people write them."""

from __future__ import annotations

from datetime import time, timedelta, timezone, tzinfo
from typing import Final, NamedTuple

from newsparse.dates.machine import clock_of, offset
from newsparse.dates.tokens import Sort, Token, number, size, unit

CLOCK: Final = 2  # digits of an hour and of minutes
BEFORE: Final = frozenset((Sort.AT, Sort.CLOCK))


class Clock(NamedTuple):
    """A clock time read from some tokens."""

    time: time
    """The time without its zone."""
    zone: tzinfo | None
    """The zone written behind it; None where none is."""
    first: int
    """First token."""
    after: int
    """Token behind the last."""


class Reading(NamedTuple):
    """A clock time as far as it is read, before anybody has asked whether there is such a time."""

    hour: int
    """The hour as written: 5 may be meant as 17."""
    minute: int
    """The minute; 0 where none is written."""
    second: int
    """The second; 0 where none is written."""
    after: int
    """Token behind the last."""


def clock_at(tokens: list[Token], at: int, dated: bool = False) -> Clock | None:
    """Read the clock time that begins with a token: 05:15, 5.15 Uhr, 5h15, 5 pm, 下午5时15分; with its zone.

    *dated*: whether a whole date stands right before it, so that 14.05 needs no word that says it is a time.
    """
    first = at
    half = None
    if tokens[at].sort == Sort.HALF:
        half, at = int(tokens[at].value), at + 1
    if at >= len(tokens) or number(tokens, at) is None:
        return None
    read = with_colon(tokens, at) or with_units(tokens, at) or with_word(tokens, at, dated)
    if read is None:
        return None
    after = read.after
    if after < len(tokens) and tokens[after].sort == Sort.HALF:
        half, after = int(tokens[after].value), after + 1
    elif after < len(tokens) and (tokens[after].sort == Sort.CLOCK or unit(tokens, after) == "H"):
        after += 1
    made = clock_of(read.hour if half is None else full_hour(read.hour, half), read.minute, read.second)
    if made is None:
        return None
    zone, after = zone_at(tokens, after)
    return Clock(made, zone, first, after)


def two(tokens: list[Token], at: int) -> int | None:
    """Return the number at a token if it has two digits."""
    return number(tokens, at) if at < len(tokens) and size(tokens[at]) == 2 else None


def follows(tokens: list[Token], at: int, mark: str) -> bool:
    """Whether a mark stands here, glued to what is before it."""
    return at < len(tokens) and tokens[at].value == mark and tokens[at].start == tokens[at - 1].end


def full_hour(hour: int, half: int) -> int:
    """Return the hour of the day for an hour of its first (0) or second (12) half."""
    return hour % 12 + half if hour <= 12 else hour


def with_colon(tokens: list[Token], at: int) -> Reading | None:
    """Read 05:15 or 05:15:30.123."""
    minute = two(tokens, at + 2)
    if not follows(tokens, at + 1, ":") or minute is None:
        return None
    second = two(tokens, at + 4) if follows(tokens, at + 3, ":") else None
    if second is None:
        runs_on = follows(tokens, at + 3, ":") and at + 4 < len(tokens) and tokens[at + 4].start == tokens[at + 3].end
        return None if runs_on else Reading(tokens[at].value, minute, 0, at + 3)
    fraction = follows(tokens, at + 5, ".") and number(tokens, at + 6, 9) is not None
    return Reading(tokens[at].value, minute, second, at + (7 if fraction else 5))


def with_units(tokens: list[Token], at: int) -> Reading | None:
    """Read 5h15, 5時15分30秒, 5시."""
    if unit(tokens, at + 1) != "H":
        return None
    minute = number(tokens, at + 2)
    if minute is None:
        return Reading(tokens[at].value, 0, 0, at + 2)
    after = at + 3
    if unit(tokens, after) != "M":
        return Reading(tokens[at].value, minute, 0, after)
    second = number(tokens, after + 1) if unit(tokens, after + 2) == "S" else None
    return Reading(tokens[at].value, minute, second or 0, after + (3 if second is not None else 1))


def with_word(tokens: list[Token], at: int, dated: bool) -> Reading | None:
    """Read 5.15 and 5 where a word or a date beside it says that it is a time: 5.15 Uhr, kl. 5.15, 5 pm."""
    minute = two(tokens, at + 2) if follows(tokens, at + 1, ".") else None
    dated = dated and minute is not None and size(tokens[at]) == CLOCK and not is_row(tokens, at + 2)
    after = at + (3 if minute is not None else 1)
    behind = tokens[after].sort if after < len(tokens) else Sort.MARK
    ahead = at - 2 if at > 1 and tokens[at - 1].value == "." else at - 1
    before = ahead >= 0 and tokens[ahead].sort in BEFORE
    if behind == Sort.HALF or dated or (minute is not None and (before or behind == Sort.CLOCK)):
        return Reading(tokens[at].value, minute or 0, 0, after)
    return None


def is_row(tokens: list[Token], at: int) -> bool:
    """Whether a mark that no time has is glued to a number, or a mark and a further number."""
    if at + 1 >= len(tokens) or tokens[at + 1].start != tokens[at].end:
        return False
    return bool(tokens[at + 1].value == "%") or number(tokens, at + 2, 9) is not None


def zone_at(tokens: list[Token], at: int) -> tuple[tzinfo | None, int]:
    """Return the zone written behind a clock time and the token behind it: CEST, (GMT), UTC+2, +0200."""
    open_ = at < len(tokens) and tokens[at].value == "("
    at_zone = at + open_
    zone, after = None, at_zone
    if after < len(tokens) and tokens[after].sort == Sort.ZONE:
        zone, after = tokens[after].value, after + 1
    shift, behind = shift_at(tokens, after, named=zone is not None)
    if shift is not None and (zone is None or zone.utcoffset(None) == timedelta()):
        zone, after = shift, behind
    if zone is None:
        return None, at
    return zone, after + (open_ and after < len(tokens) and tokens[after].value == ")")


def shift_at(tokens: list[Token], at: int, named: bool) -> tuple[timezone | None, int]:
    """Return the offset at a token: +0200, +02:00, and behind a zone's name also +2."""
    sign = str(tokens[at].value) if at < len(tokens) and tokens[at].value in ("+", "-") else ""
    hours = number(tokens, at + 1, 4)
    if not sign or hours is None:
        return None, at
    width = size(tokens[at + 1])
    if width == 4:
        return offset(sign, str(hours // 100), str(hours % 100)), at + 2
    minutes = two(tokens, at + 3) if follows(tokens, at + 2, ":") else None
    if minutes is not None and (named or sign == "+"):
        return offset(sign, str(hours), str(minutes)), at + 4
    return (offset(sign, str(hours), None), at + 2) if named and width <= 2 else (None, at)
