"""Letters of a text, counted and kept: what a look at every character would say, by a few calls for the whole text."""

from __future__ import annotations

import re
from typing import Final

LOWERED: Final = bytes(range(256)).lower()
UPPER: Final = bytes(range(ord("A"), ord("Z") + 1))
LETTERS: Final = UPPER + UPPER.lower()
SIGNS: Final = bytes(n for n in range(128) if not chr(n).isalnum())
BEYOND: Final = re.compile(r"[^\x00-\x7f]+")
VOWELS: Final = ("\u0900", "\u109f")  # scripts, Devanagari to Burmese, whose vowel signs Python takes for no letters
ALPHANUMERIC: Final = re.compile(r"[^\W_]+")


def squashed(text: str) -> str:
    """Return the letters and digits of *text*, casefolded: what is left when markup and typography differ."""
    if text.isascii():
        return text.encode().translate(LOWERED, SIGNS).decode()
    words = text.casefold().split()
    return "".join([word if word.isalnum() else "".join(ALPHANUMERIC.findall(word)) for word in words])


def letters(text: str) -> int:
    """Return the number of letters of any script, vowel signs of the scripts of South Asia among them."""
    plain = text.encode("ascii", "ignore")
    known = len(plain) - len(plain.translate(None, LETTERS))
    if len(plain) == len(text):
        return known
    return known + sum([c.isalpha() or VOWELS[0] <= c <= VOWELS[1] for c in "".join(BEYOND.findall(text))])


def capitals(text: str) -> int:
    """Return the number of upper-case letters."""
    plain = text.encode("ascii", "ignore")
    known = len(plain) - len(plain.translate(None, UPPER))
    return known if len(plain) == len(text) else known + sum(map(str.isupper, "".join(BEYOND.findall(text))))
