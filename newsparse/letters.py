"""Letters of a text, counted and kept: what a look at every character would say, by a few calls for the whole text."""

from __future__ import annotations

import re
from typing import Final

LOWERED: Final = bytes(range(256)).lower()
UPPER: Final = bytes(range(ord("A"), ord("Z") + 1))
LETTERS: Final = UPPER + UPPER.lower()
SIGNS: Final = bytes(n for n in range(128) if not chr(n).isalnum())
VOWELS: Final = ("\u0900", "\u109f")  # scripts, Devanagari to Burmese, whose vowel signs Python takes for no letters
UNSPACED: Final = "\u0e00"
"""From here on, which is Thai, scripts put no spaces between words; Hangul, which does, is none the worse for it."""
ALPHANUMERIC: Final = re.compile(r"[^\W_]+")


def squashed(text: str) -> str:
    """Return the letters and digits of *text*, casefolded: what is left when markup and typography differ."""
    if text.isascii():
        return text.encode().translate(LOWERED, SIGNS).decode()
    return "".join(ALPHANUMERIC.findall(text.casefold()))


def letters(text: str) -> int:
    """Return the number of letters of any script, vowel signs of the scripts of South Asia among them."""
    if text.isascii():
        return len(text) - len(text.encode().translate(None, LETTERS))
    return sum([len(word) if word.isalpha() else sum(map(is_letter, word)) for word in text.split()])


def is_letter(char: str) -> bool:
    """Whether a character is a letter, or a vowel sign of South Asia."""
    return char.isalpha() or VOWELS[0] <= char <= VOWELS[1]


def capitals(text: str) -> int:
    """Return the number of upper-case letters."""
    if text.isascii():
        return len(text) - len(text.encode().translate(None, UPPER))
    return sum([sum(map(str.isupper, word)) for word in text.split() if not word.islower()])
