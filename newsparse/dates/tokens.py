"""A line cut into numbers, marks and words, each with what it means in a date."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, Final, TypeAlias

from newsparse.compiling import mypyc_attr
from newsparse.lexicons import table

TOKEN: Final = re.compile(r"\d+|[^\s\d.,:;/|()\[\]{}<>+\-–—―‐‑·•∙●\"'’‘“”„…‚、。，．：；／（）【】「」!?@#&*=~_]+|\S")
PLAIN: Final = dict(zip("：，、．／（）‐‑–—―’", ":,,./()-----'", strict=True))
ACCENTS: Final = frozenset(map(chr, range(0x300, 0x370)))
SAME: Final = str.maketrans("ıيك", "iیک")  # letters that keyboards of neighbouring languages write differently
SPANS: Final = ("間", "间", "간")  # behind a unit: so many of them, not the one of that number
GLUED: Final = 5  # letters of two words that are glued together
CENTURIES: Final = ("19", "20")
YEAR: Final = 4  # digits of a year
CLOCK: Final = 2  # most digits of an hour or minutes
UNIT_NAMES: Final = {"year": "y", "month": "m", "day": "d", "hour": "H", "minute": "M", "second": "S"}


class Sort:
    """What a token is: plain numbers, because every word of many lines is compared with them."""

    NUMBER: Final = 1
    """Digits."""
    MARK: Final = 2
    """A mark of punctuation."""
    WORD: Final = 3
    """A word that means nothing here."""
    MONTH: Final = 4
    """A month of the Gregorian calendar, from 1."""
    JALALI: Final = 5
    """A month of the Iranian calendar, from 1."""
    WEEKDAY: Final = 6
    """A day of the week, from 1."""
    HALF: Final = 7
    """A half of the day; 0 before noon, 12 after."""
    CLOCK: Final = 8
    """What stands behind a clock time ("Uhr")."""
    AT: Final = 9
    """What stands before one ("kl.")."""
    ZONE: Final = 10
    """A time zone."""
    TODAY: Final = 11
    """A day counted from now: 0 today, 1 yesterday."""
    AGO: Final = 12
    """What counts back from now."""
    ERA: Final = 13
    """An era, by the year before its first."""
    UNIT: Final = 14
    """A letter behind a number: "y", "m", "d", "H", "M", "S"."""


@mypyc_attr(acyclic=True)
class Token:
    """A number, a mark, or one or more words with a meaning."""

    sort: Final[int]
    """One of ``Sort``."""

    value: Final[Any]
    """NUMBER: int. MARK and WORD: the text. ZONE: tzinfo. Else a number as said in ``Sort``."""

    start: Final[int]
    """Where in the text it begins."""

    end: Final[int]
    """Where in the text it ends."""

    def __init__(self, sort: int, value: Any, start: int, end: int) -> None:
        self.sort = sort
        self.value = value
        self.start = start
        self.end = end


Entry: TypeAlias = tuple[tuple[str, ...], int, Any]
Index: TypeAlias = dict[str, list[Entry]]


def folded(word: str) -> str:
    """Return a word as it is compared: casefolded, without the accents of European scripts."""
    word = word.casefold()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if c not in ACCENTS).translate(SAME)


def pieces(text: str) -> tuple[str, ...]:
    """Cut a phrase into the tokens that it would be in a text."""
    return tuple(folded(PLAIN.get(piece, piece)) for piece in TOKEN.findall(text))


@cache  # package data, one entry
def units() -> dict[str, str]:
    """Return the letters behind numbers, with what they count."""
    known = table("_dates")
    return {letter: unit for name, unit in UNIT_NAMES.items() for letter in known[name]}


def tokens_of(text: str, index: Index) -> list[Token]:
    """Cut a text into tokens, each with what it means in a date."""
    raw = placed(text)
    found: list[Token] = []
    at = 0
    while at < len(raw):
        word, start = raw[at]
        if word.isdecimal():
            own = year_size(raw, at)
            found.append(Token(Sort.NUMBER, int(word[:own]), start, start + own))
            if own < len(word):
                raw[at] = (word[own:], start + own)
                continue
        elif (unit := unit_of(word, start, found)) is not None:
            found.append(unit)
            if unit.end < start + len(word):
                raw[at] = (word[unit.end - start :], unit.end)
                continue
        else:
            at += add_word(raw, at, index, found)
            continue
        at += 1
    return found


def placed(text: str) -> list[tuple[str, int]]:
    """Return the pieces of a text, each with where it begins: white space alone stands between them."""
    found: list[tuple[str, int]] = []
    at = 0
    for piece in TOKEN.findall(text):
        at = text.index(piece, at)
        found.append((piece, at))
        at += len(piece)
    return found


def year_size(raw: list[tuple[str, int]], at: int) -> int:
    """Return the digits of a number, of a year that a time is glued to ("20242:23") those of the year."""
    word = raw[at][0]
    timed = len(raw) > at + 2 and raw[at + 1][0] == ":" and len(raw[at + 2][0]) == CLOCK
    return YEAR if YEAR < len(word) <= YEAR + CLOCK and word[:2] in CENTURIES and timed else len(word)


def unit_of(word: str, start: int, before: list[Token]) -> Token | None:
    """Return the counting letter that follows a number; it may be glued to what comes behind it."""
    if not before or before[-1].sort != Sort.NUMBER:
        return None
    known = units()
    if unit := known.get(word.lower()):
        return Token(Sort.UNIT, unit, start, start + len(word))
    if word[0] >= "\u3000" and word[1:2] not in SPANS and (unit := known.get(word[0])):
        return Token(Sort.UNIT, unit, start, start + 1)
    return None


def add_word(raw: list[tuple[str, int]], at: int, index: Index, found: list[Token]) -> int:
    """Append the longest known phrase that begins here, else the bare word or mark; return how many pieces it took."""
    word, start = raw[at]
    plain = PLAIN.get(word, word)
    for rest, sort, value in index.get(folded(plain), ()):
        more = raw[at + 1 : at + 1 + len(rest)]
        if len(more) == len(rest) and all(folded(PLAIN.get(w, w)) == r for (w, _), r in zip(more, rest, strict=True)):
            last, begins = more[-1] if more else (word, start)
            found.append(Token(sort, value, start, begins + len(last)))
            return 1 + len(rest)
    mark = len(word) == 1 and not word.isalnum()
    if not mark and (own := seam(word)) and folded(word[:own]) in index:
        raw[at : at + 1] = [(word[:own], start), (word[own:], start + own)]
        return add_word(raw, at, index, found)
    found.append(Token(Sort.MARK if mark else Sort.WORD, plain, start, start + len(word)))
    return 1


def seam(word: str) -> int:
    """Return where a second word is glued to the first: "EDTUpdated", "UhrAktualisiert"; 0 where none is."""
    if word.islower() or len(word) < GLUED:
        return 0
    for at in range(2, len(word) - 1):
        if word[at].isupper() and (word[at - 1].islower() or word[at + 1].islower()):
            return at
    return 0


def number(tokens: list[Token], at: int, most: int = 2) -> int | None:
    """Return the number at a token if it has at most *most* digits."""
    if at >= len(tokens) or tokens[at].sort != Sort.NUMBER or size(tokens[at]) > most:
        return None
    return int(tokens[at].value)


def size(token: Token) -> int:
    """Return how many characters a token has."""
    return token.end - token.start


def mark(tokens: list[Token], at: int) -> str:
    """Return the mark at a token; "" where there is none."""
    return str(tokens[at].value) if at < len(tokens) and tokens[at].sort == Sort.MARK else ""


def unit(tokens: list[Token], at: int) -> str:
    """Return what the letter at a token counts; "" where there is none."""
    return str(tokens[at].value) if at < len(tokens) and tokens[at].sort == Sort.UNIT else ""


def glued(tokens: list[Token], first: int, last: int) -> bool:
    """Whether no white space stands between tokens."""
    return all(tokens[i].end == tokens[i + 1].start for i in range(first, last))
