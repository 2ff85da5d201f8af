"""Names of authors as they are compared."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from attrs import frozen

from measuring.texts import units

Phrase: TypeAlias = tuple[str, ...]


@frozen
class Wordings:
    """What stands around names in a byline."""

    between: re.Pattern[str]
    """Parts two names."""

    before: tuple[Phrase, ...]
    """Comes before a name."""

    titles: tuple[Phrase, ...]
    """Comes with a name."""


@cache
def wordings() -> Wordings:
    """Return the words of names.toml."""
    raw = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    between = re.compile(rf"[,;/|&•·\n]|\s(?:{'|'.join(raw['between'])})\s", re.IGNORECASE)
    before, titles = (tuple(tuple(p.split()) for p in raw[key]) for key in ("before", "titles"))
    return Wordings(between, before, titles)


def names(authors: Iterable[str | None] | None) -> set[str]:
    """Return the names, parted at commas and "and", without "By", titles and punctuation, casefolded."""
    parts = (part for author in authors or () for part in wordings().between.split(author or ""))
    return {name for part in parts if (name := bare(units(part)))}


def bare(name: list[str]) -> str:
    """Return the words of a name without those before it and without titles."""
    while size := phrase(name, 0, wordings().before):
        name = name[size:]
    kept, at = [], 0
    while at < len(name):
        size = phrase(name, at, wordings().titles)
        if not size:
            kept.append(name[at])
        at += size or 1
    return " ".join(kept)


def phrase(text: list[str], at: int, phrases: tuple[Phrase, ...]) -> int:
    """Return the length of the longest phrase that stands at a place, 0 where none does."""
    return max((len(p) for p in phrases if tuple(text[at : at + len(p)]) == p), default=0)
