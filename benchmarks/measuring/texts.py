"""Texts as they are compared, and how much of one stands in another."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from attrs import frozen

Bag: TypeAlias = Counter[str]

WORD: Final = re.compile(r"\w+")
# What is written without spaces counts by the letter: kana, Han, Thai and Lao, Burmese, Khmer.
DENSE: Final = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
UNIT: Final = re.compile(rf"[{DENSE}]|[^\W_]+")
INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b"))  # soft hyphen, zero-width space
QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚‛`´", "'"))


@frozen
class Tally:
    """Things found, things given and things wanted; tallies of several pages add up."""

    hits: int = 0
    """Those given that are wanted."""

    given: int = 0
    """All that were given."""

    wanted: int = 0
    """All that should have been given."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.given + other.given, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was wanted and nothing given."""
        both = self.given + self.wanted
        return 2 * self.hits / both if both else 1.0


def visible(text: str | None) -> str:
    """Return *text* in Unicode's compatible form, without what cannot be seen; "" for None."""
    return unicodedata.normalize("NFKC", text or "").translate(INVISIBLE)


def squeezed(text: str) -> str:
    """Return *text* with one space for any white space."""
    return " ".join(text.split())


def plain(text: str | None) -> str:
    """Return *text* as it is compared whole: visible, casefolded, squeezed, with typewriter quotes."""
    return squeezed(visible(text).translate(QUOTES).casefold())


def units(text: str | None) -> list[str]:
    """Return the words of *text*; letters, where its script has no spaces."""
    return UNIT.findall(plain(text))


def words(text: str | None) -> list[str]:
    """Return the words of *text*, casefolded; a run without spaces is one word."""
    return WORD.findall(visible(text).casefold())


def shared(given: list[str], wanted: list[str]) -> Tally:
    """Return how many words two texts share; a repeated word counts as often as both have it."""
    return Tally((Bag(given) & Bag(wanted)).total(), len(given), len(wanted))


def likeness(one: str | None, other: str | None) -> float:
    """Return the F1 of two texts' units, 0 to 1."""
    return shared(units(one), units(other)).f1


def distinct(texts: Iterable[str], key: Callable[[str], str] = plain) -> list[str]:
    """Return *texts* in order, without those that are empty or repeat another as *key* sees them."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(key(text), text)
    first.pop("", None)
    return list(first.values())
