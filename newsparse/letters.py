"""Letters of a text, counted and kept: what a look at every character would say, by a few calls for the whole text."""

from __future__ import annotations

import re
from typing import Final

LOWERED: Final = bytes(range(256)).lower()
UPPER: Final = bytes(range(ord("A"), ord("Z") + 1))
LETTERS: Final = UPPER + UPPER.lower()
SIGNS: Final = bytes(n for n in range(128) if not chr(n).isalnum())
BEYOND: Final = bytes(n for n in range(128) if n != ord(" "))
"""What is deleted of UTF-8 to keep the characters beyond ASCII, and the spaces between them."""
SPACED: Final = bytes(n if n >= 128 or chr(n).isalnum() else ord(" ") for n in range(256))
"""Byte of UTF-8 → itself where it is of a letter, of a digit or beyond ASCII, a space for all others."""
BEGINNINGS: Final = bytes(0xE0 <= n != 0xE2 for n in range(256))
"""Byte of UTF-8 → 1 where a character from U+0800 on begins with it, punctuation and symbols aside; else 0."""
NUMERIC: Final = bytes(chr(n).isdigit() for n in range(128)) + bytes(128)
"""ASCII → 1 for a digit, else 0."""
DIGIT: Final = re.compile(r"\d")
VOWELS: Final = ("\u0900", "\u109f")  # scripts, Devanagari to Burmese, whose vowel signs Python takes for no letters
SIGNED: Final = b"\xe0\xe1"  # one of these begins each of them in UTF-8
UNSPACED: Final = "\u0e00"
"""From here on, which is Thai, scripts put no spaces between words; Hangul, which does, is none the worse for it."""
SYLLABLES: Final = re.compile("[\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff]")
"""Han, kana, Hangul and their punctuation: a character is a syllable or a word."""
EXTRA: Final = 1.2  # letters that such a character says more than a Latin one
UNSTOPPED: Final = ("\u0e01", "\u0eff")  # letters of Thai and Lao
PARAGRAPH: Final = 100  # characters of a paragraph in them; headlines are shorter
SAMPLE: Final = 60  # characters of a text that tell its script
ALPHANUMERIC: Final = re.compile(r"[^\W_]+")


def in_one_line(text: str) -> str:
    """Return *text* with white space squeezed: single spaces, and none around it."""
    line = text.strip()
    if "  " in line or not line.isprintable():  # of white space nothing but the space is printable
        return " ".join(line.split())
    return line


def squashed(text: str) -> str:
    """Return the letters and digits of *text*, casefolded: what is left when markup and typography differ."""
    if text.isascii():
        return text.encode().translate(LOWERED, SIGNS).decode()
    return "".join(runs(text.casefold()))


def runs(text: str) -> list[str]:
    """Return the runs of letters and digits in *text*, in order."""
    found: list[str] = []
    for piece in text.encode("utf-8", "surrogatepass").translate(SPACED).decode("utf-8", "surrogatepass").split():
        if piece.isalnum():
            found.append(piece)
        else:  # punctuation beyond ASCII in it; a pattern takes its time over every letter
            found += ALPHANUMERIC.findall(piece)
    return found


def is_spaced(text: str) -> bool:
    """Whether no character is of a script without spaces between words, as far as a glance tells; False if in doubt."""
    return text.isascii() or 1 not in text.encode("utf-8", "surrogatepass").translate(BEGINNINGS)


def has_digit(text: str) -> bool:
    """Whether a digit of any script stands in *text*."""
    if text.isascii():
        return 1 in text.encode().translate(NUMERIC)
    return DIGIT.search(text) is not None


def digits(text: str) -> int:
    """Return the number of digits of any script."""
    if text.isascii():
        return text.encode().translate(NUMERIC).count(1)
    return sum([sum(map(str.isdigit, word)) for word in text.split() if not word.isalpha()])


def letters(text: str) -> int:
    """Return the number of letters of any script, vowel signs of the scripts of South Asia among them."""
    if text.isascii():
        return len(text) - len(text.encode().translate(None, LETTERS))
    raw = text.encode("utf-8", "surrogatepass")
    count = len(raw) - len(raw.translate(None, LETTERS))
    counts = is_letter if SIGNED[0] in raw or SIGNED[1] in raw else str.isalpha
    return count + sum([len(part) if part.isalpha() else sum(map(counts, part)) for part in beyond_ascii(raw)])


def is_letter(char: str) -> bool:
    """Whether a character is a letter, or a vowel sign of South Asia."""
    return char.isalpha() or VOWELS[0] <= char <= VOWELS[1]


def capitals(text: str) -> int:
    """Return the number of upper-case letters."""
    if text.isascii():
        return len(text) - len(text.encode().translate(None, UPPER))
    raw = text.encode("utf-8", "surrogatepass")
    count = len(raw) - len(raw.translate(None, UPPER))
    return count + sum([sum(map(str.isupper, part)) for part in beyond_ascii(raw) if not part.islower()])


def beyond_ascii(raw: bytes) -> list[str]:
    """Return what each word of a text in UTF-8 has of characters beyond ASCII: in most scripts that is little."""
    return raw.translate(None, BEYOND).decode("utf-8", "surrogatepass").split()


def width(text: str) -> float:
    """Return how many Latin letters a character of *text* is worth: 1, or more in scripts of syllables and words."""
    if text.isascii():
        return 1.0
    sample = text[:SAMPLE]
    if is_spaced(sample):
        return 1.0
    return 1.0 + EXTRA * len(SYLLABLES.findall(sample)) / len(sample)


def is_unstopped(text: str) -> bool:
    """Whether a text is a paragraph in Thai or Lao, which end no sentence with a sign."""
    return len(text) >= PARAGRAPH and UNSTOPPED[0] <= text[-1] <= UNSTOPPED[1]


def length(text: str) -> float:
    """Return the length of *text* in Latin letters: what it says, whatever its script."""
    return float(len(text)) if text.isascii() else len(text) * width(text)
