"""What class names and ids say: from ``article__relatedBox`` to the hint "related"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from newsparse.lexicons import table

PART: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
SPACED: Final = bytes(n if chr(n).isalpha() else ord(" ") for n in range(128)) + bytes(128)
"""ASCII → what is left of it: letters, and a space for all other characters."""
LIKE_H1: Final = re.compile(r"(?<![A-Za-z])h1(?!\d)|H1(?!\d)")
HEADLINE: Final = frozenset(("title",))  # what the name of an h1's look hints at, whatever element it is of
PARTS: Final = 3  # parts in a row that may make up one name of the vocabulary
NONE: Final[frozenset[str]] = frozenset()
LONGEST: Final = 400  # characters of class attribute looked at; utility-class soups say nothing anyway


@cache  # package data, one entry
def vocabulary() -> dict[str, frozenset[str]]:
    """Return name part → hints, of the markup vocabulary."""
    found: dict[str, set[str]] = {}
    for hint, parts in table("_markup")["hints"].items():
        for part in parts:
            found.setdefault(part, set()).add(hint)
    return {part: frozenset(hints) for part, hints in found.items()}


@cache  # package data, one entry
def beginnings() -> frozenset[str]:
    """Return every beginning of a name in the vocabulary: a part that is none of these hints at nothing."""
    return frozenset(name[:size] for name in vocabulary() for size in range(1, len(name) + 1))


@cache  # package data, one entry
def elements() -> Mapping[str, frozenset[str]]:
    """Return element name → hints."""
    return {tag: frozenset(hints) for tag, hints in table("_markup")["elements"].items()}


@cache  # package data, one entry
def heavy() -> frozenset[str]:
    """Return the hints of parts that may outweigh the article."""
    return frozenset(table("_markup")["heavy"])


@cache  # package data, one entry
def qualifiers() -> frozenset[str]:
    """Return the name parts after which the next part speaks of what is inside."""
    return frozenset(table("_markup")["qualifiers"])


def hints_of(names: str) -> frozenset[str]:
    """Return what the names of an element hint at; nothing where none is in the vocabulary.

    >>> sorted(hints_of("c-article__relatedBox"))
    ['factbox', 'related']
    """
    return hints_of_all([names])[names]


def hints_of_all(names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return what the names of many elements hint at, each name of theirs looked at once."""
    known, begun, apart = vocabulary(), beginnings(), qualifiers()
    single: dict[str, frozenset[str]] = {}
    found: dict[str, frozenset[str]] = {}
    for whole in names:
        hints = NONE
        for name in whole[:LONGEST].split():
            own = single.get(name)
            if own is None:
                own = single[name] = hints_in(name, known, begun, apart)
            if own:
                hints = hints | own if hints else own
        found[whole] = hints
    return found


def parts_of(name: str) -> list[str]:
    """Return the words that a name is made of, in small letters."""
    if name.islower():  # where a pattern takes its time over every letter
        return name.encode("ascii", "replace").translate(SPACED).decode().split()
    return [part.lower() for part in PART.findall(name)]


def hints_in(
    name: str, known: dict[str, frozenset[str]], begun: frozenset[str], apart: frozenset[str]
) -> frozenset[str]:
    """Return what one name hints at: one part of it, or two or three in a row.

    *begun* are the beginnings of the names *known*, *apart* the parts behind which another speaks of what is inside.
    """
    found = HEADLINE if "1" in name and "h1" in name.lower() and LIKE_H1.search(name) else NONE
    parts = parts_of(name)
    for at, part in enumerate(parts):
        if part not in begun or (at and parts[at - 1] in apart):
            continue
        if part in known:
            found |= known[part]
        longer = part
        for following in parts[at + 1 : at + PARTS]:
            longer += following
            if longer not in begun:
                break
            if longer in known:
                found |= known[longer]
    return found
