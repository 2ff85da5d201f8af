"""Datelines without brackets, or with no dash behind them: "Wien - APA - ", "МОСКВА. /ТАСС/. ", "MADRID, 12 (EFE) ".

Pure: a text in, the agency and what is printed out. Other datelines: ``extractors/agency.py``.
"""

from __future__ import annotations

import re
from typing import Final

from newsparse import agencies
from newsparse.agencies import Wired

OPENING: Final = 90  # characters in which a dateline ends
MARK: Final = re.compile(r"\.(?= |$)|[,()/|]| [-–—―]+ |—|―")
PLACE: Final = 30  # characters of a place or a day
WORDS: Final = 4  # words of one
SMALL: Final = 3  # letters of a word written small inside of one ("de", "la", "am")
SHORT: Final = 3  # letters of an agency's name that is known without brackets around it
CLOSING: Final = tuple("-–—―.:：")


def led(text: str) -> Wired | None:
    """Return the dateline that *text* begins with; None where it begins otherwise.

    >>> led("MADRID, 12 may. (EFE) El último barco").text
    '(EFE)'
    """
    start = 0
    for found in MARK.finditer(text, 0, OPENING):
        part = text[start : found.start()].strip()
        if names := whole(part):
            return Wired(names, printed(text, start, found.start())) if closes(text, start, found) else None
        if part and not is_place(part):
            return None
        start = found.end()
    return None


def printed(text: str, start: int, end: int) -> str:
    """Return the name between two places with the brackets or strokes around it."""
    around = text[start - 1 : start] + text[end : end + 1]
    return text[start - 1 : end + 1] if around in ("()", "//") else text[start:end].strip()


def whole(part: str) -> tuple[str, ...]:
    """Return the agency that a part names and nothing else; it is written as usual, or in one case throughout."""
    if not part or not (part.isupper() or part.islower() or agencies.find(part)):
        return ()
    found = agencies.find(part, loose=True)
    return (found[0].name,) if found and found[0].start == 0 and found[0].end == len(part) else ()


def is_place(part: str) -> bool:
    """Whether a part can be a place or a day: a few words with capitals, or a number and its month."""
    words = part.split()
    if len(part) > PLACE or len(words) > WORDS:
        return False
    numbered = any(word[0].isdigit() for word in words)
    return numbered or all(not word[0].islower() or len(word) <= SMALL for word in words)


def closes(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the mark behind an agency's name closes a dateline, rather than going on with a sentence."""
    mark, rest, before = text[end.start()], text[end.end() :].lstrip(), text[:start].rstrip(" (")
    if mark == ")":
        loud = before.isupper() or any(c in ".," or c.isdigit() for c in before)
        return bool(before) and (rest.startswith(CLOSING) or (loud and not rest[:1].islower()))
    if mark == "/":
        return rest.startswith(CLOSING) or not rest[:1].isalpha()
    if mark in ",(|" or rest[:1].islower():
        return False
    return (bool(before) or mark != ".") and end.start() - start >= SHORT and len(rest) >= PLACE
