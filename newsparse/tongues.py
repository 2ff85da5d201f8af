"""Telling languages apart by script and by small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from newsparse.letters import beyond_ascii
from newsparse.lexicons import table

# What is no white space, digit or punctuation: to Python the vowel signs of Indian scripts are no letters.
WORD: Final = re.compile(r"[^\s\d!-/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff65।॥،؛؟]+")
SPACED: Final = bytes(n if chr(n).isalpha() else ord(" ") for n in range(128)).lower() + bytes(128)
"""ASCII → what is left of it: letters in lower case, and a space for all other characters."""
PARTED: Final = bytes(n if n >= 128 or chr(n).isalpha() else ord(" ") for n in range(256))
"""Byte of UTF-8 → itself where it is of a letter or beyond ASCII, a space for all others."""
TELLING: Final = "\u0370"  # from here on a letter belongs to a script that tells something
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
    rare = "".join(beyond_ascii(text.encode("utf-8", "surrogatepass")))
    beyond = [char for char in set(rare) if char >= TELLING and char.isalpha()]
    if not beyond:
        return ()
    counts: Counter[int] = Counter()
    letters = sum(map(str.isalpha, text))
    spans = scripts()
    for char in beyond:
        times = text.count(char)
        counts.update({i: times for i, (low, high, _) in enumerate(spans) if low <= char <= high})
    for i, (_, _, codes) in enumerate(spans):
        least = KANA if codes == ("ja",) else MOST
        if letters and counts[i] >= least * letters:
            return codes
    return ()


def words_in(text: str) -> list[str]:
    """Return the words of *text* in lower case."""
    if text.isascii():  # where a pattern takes its time over every letter
        return text.encode().translate(SPACED).decode().split()
    found: list[str] = []
    for word in (
        text.lower().encode("utf-8", "surrogatepass").translate(PARTED).decode("utf-8", "surrogatepass").split()
    ):
        if word.isalpha():
            found.append(word)
        else:
            found += WORD.findall(word)
    return found


def by_words(text: str, among: tuple[str, ...] = ()) -> Counter[str]:
    """Weigh the languages by their small words in *text*, likeliest first; only those of *among* where it is given.

    A count is divided by what is usual in the language, so that one of few small words stands its ground
    against one of many; 100 is a text of a hundred words that are all as small as usual.
    """
    known, usual = words(), table("_detect")["usual"]
    votes: dict[str, int] = {}
    for word, times in Counter([word for word in words_in(text) if word in known]).items():
        for code in known[word]:
            votes[code] = votes.get(code, 0) + times
    return Counter({code: round(n / usual.get(code, USUAL)) for code, n in votes.items() if not among or code in among})
