"""Whether a date may stand in a line at all, as far as a glance at its numbers and words tells."""

from __future__ import annotations

from typing import Final

from newsparse.compiling import mypyc_attr
from newsparse.dates.tokens import Index, Sort, seam, units

NUMBERS: Final = bytes(n if chr(n).isdigit() else ord(" ") for n in range(128)) + bytes(128)
"""ASCII → what is left of it: digits, and a space for all other characters."""
LETTERS: Final = bytes(n if chr(n).isalpha() else ord(" ") for n in range(128)) + bytes(128)
"""The same for letters."""
NAMING: Final = frozenset((Sort.MONTH, Sort.JALALI, Sort.TODAY, Sort.ERA, Sort.HALF))
"""What stands in a date, or beside a clock time of one number."""
BESIDE: Final = frozenset((Sort.AT, Sort.CLOCK))
"""What stands beside a clock time with a point: "5.15 Uhr"."""


@mypyc_attr(acyclic=True)
class Telling:
    """What lines of ASCII have where a date or a clock time stands in them that is not of numbers alone."""

    names: Final[frozenset[str]]
    """Words of which one stands there; of a phrase its longest, the last of several: "m" is rarer than "a"."""

    beside: Final[frozenset[str]]
    """The same where the time has a point, ``names`` among them."""

    signs: Final[tuple[str, ...]]
    """Phrases without letters."""

    def __init__(self, names: frozenset[str], beside: frozenset[str], signs: tuple[str, ...]) -> None:
        self.names = names
        self.beside = beside
        self.signs = signs


def telling_of(index: Index) -> Telling:
    """Return what tells of a date in the words of an index."""
    names = {unit for unit in units() if unit.isascii()}
    beside: set[str] = set()
    signs: set[str] = set()
    for first, entries in index.items():
        for rest, sort, _ in entries:
            phrase = (first, *rest)
            if sort not in NAMING | BESIDE or not all(token.isascii() for token in phrase):
                continue
            word = max([token for token in reversed(phrase) if token.isalpha()], key=len, default="")
            if word:
                (names if sort in NAMING else beside).add(word)
            else:
                signs.add(first)
    return Telling(frozenset(names), frozenset(names | beside), tuple(sorted(signs)))


def may_hold_date(text: str, telling: Telling) -> bool:
    """Whether a date or a clock time may stand in a line; beyond ASCII, always."""
    if not text.isascii() or ":" in text or any(sign in text for sign in telling.signs):
        return True
    raw = text.encode()
    numbers = len(raw.translate(NUMBERS).split())
    if numbers > 2:
        return True
    words = raw.translate(LETTERS).decode().split()
    known = telling.beside if numbers == 2 else telling.names
    return not known.isdisjoint([word.lower() for word in words]) or any(seam(word) for word in words)
