"""What class names and ids say: from ``article__relatedBox`` to the hint "related"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from newsparse.lexicons import table

PART: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
NONE: Final[frozenset[str]] = frozenset()
LONGEST: Final = 400  # characters of class attribute looked at; utility-class soups say nothing anyway


@cache  # package data, one entry
def vocabulary() -> Mapping[str, frozenset[str]]:
    """Return name part → hints, of the markup vocabulary."""
    found: dict[str, set[str]] = {}
    for hint, parts in table("_markup")["hints"].items():
        for part in parts:
            found.setdefault(part, set()).add(hint)
    return {part: frozenset(hints) for part, hints in found.items()}


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
    known, apart = vocabulary(), qualifiers()
    found: set[str] = set()
    for name in names[:LONGEST].split():
        parts = [p.lower() for p in PART.findall(name)]
        for i, part in enumerate(parts):
            if i and parts[i - 1] in apart:
                continue
            two = part + parts[i + 1] if i + 1 < len(parts) else ""
            three = two + parts[i + 2] if i + 2 < len(parts) else ""
            for key in (part, two, three):
                if key in known:
                    found |= known[key]
    return frozenset(found) if found else NONE
