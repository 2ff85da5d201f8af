"""Telling languages apart by script and by small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from newsparse.lexicons import table

# What is no white space, digit or punctuation: to Python the vowel signs of Indian scripts are no letters.
WORD: Final = re.compile(r"[^\s\d!-/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff65।॥،؛؟]+")
MOST: Final = 0.3  # share of letters in a script from which the text is in that script
USUAL: Final = 0.3  # share of a text that small words make up in most languages
KANA: Final = 0.05  # share of kana from which text in Chinese characters is Japanese


@cache  # package data, one entry
def words() -> Mapping[str, tuple[str, ...]]:
    """Return small word → languages that use it, sorted."""
    found: dict[str, set[str]] = {}
    for code, line in table("_detect")["words"].items():
        for word in line.split():
            found.setdefault(word, set()).add(canonical(code))
    return {word: tuple(sorted(codes)) for word, codes in found.items()}


@cache  # package data, one entry
def scripts() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (first character, last character, languages) of every script that tells something."""
    return tuple((span[0], span[2], tuple(codes)) for span, codes in table("_detect")["scripts"].items())


def canonical(code: str) -> str:
    """Return the two-letter code that a language tag means to newsparse: "nb-NO" → "no"; "" for no tag."""
    short = code.strip().replace("_", "-").partition("-")[0].lower()
    return str(table("_detect")["same"].get(short, short)) if short.isalpha() and len(short) in (2, 3) else ""


def by_script(text: str) -> tuple[str, ...]:
    """Return the languages that the script of *text* can be, likeliest first; empty for Latin script."""
    if text.isascii():
        return ()
    counts: Counter[int] = Counter()
    letters = 0
    spans = scripts()
    for char, times in Counter(text).items():
        if char.isalpha():
            letters += times
            if char >= "Ͱ":
                counts.update({i: times for i, (low, high, _) in enumerate(spans) if low <= char <= high})
    for i, (_, _, codes) in enumerate(spans):
        least = KANA if codes == ("ja",) else MOST
        if letters and counts[i] >= least * letters:
            return codes
    return ()


def by_words(text: str, among: tuple[str, ...] = ()) -> Counter[str]:
    """Weigh the languages by their small words in *text*, likeliest first; only those of *among* where it is given.

    A count is divided by what is usual in the language, so that one of few small words stands its ground
    against one of many; 100 is a text of a hundred words that are all as small as usual.
    """
    known, usual = words(), table("_detect")["usual"]
    votes: Counter[str] = Counter()
    for word, times in Counter(WORD.findall(text.lower())).items():
        for code in known.get(word, ()):
            votes[code] += times
    return Counter({code: round(n / usual.get(code, USUAL)) for code, n in votes.items() if not among or code in among})
