"""The words of the languages, one TOML file each, and the vocabulary of markup and of news agencies.

A language is added by adding a file; ``docs/adding/language.md`` says what goes into it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from newsparse.lexicons._words import Dates, Names, Phrases, Topic

__all__ = ["Dates", "Lexicon", "Names", "Phrases", "Topic", "build", "codes", "load", "table"]


@frozen(kw_only=True)
class Lexicon:
    """The words of one language."""

    code: str
    """ISO 639-1 code."""

    name: str
    """The language's own name."""

    zone: str | None = None
    """IANA zone to assume for stamps without one where the language points to one country; None elsewhere."""

    day_first: bool = True
    """Whether 03/04/2024 is the third of April."""

    topics: Mapping[Topic, Phrases] = field(factory=dict)
    """Phrases by what they tell of the line they stand in."""

    dates: Dates = Dates()
    """Months, weekdays and what stands around times."""

    names: Names = Names()
    """What stands in and around bylines."""


def codes() -> list[str]:
    """Return the codes of all languages that have a lexicon, sorted."""
    stems = (p.name.removesuffix(".toml") for p in files(__name__).iterdir() if p.name.endswith(".toml"))
    return sorted(stem for stem in stems if not stem.startswith("_"))


@cache
def table(stem: str) -> Mapping[str, Any]:
    """Return the raw contents of the data file *stem* (``_markup``, ``_agencies``, ``_detect``, ``de`` …)."""
    return tomllib.loads(files(__name__).joinpath(f"{stem}.toml").read_text(encoding="utf-8"))


@cache
def load(code: str) -> Lexicon:
    """Return the lexicon of a language.

    Raises KeyError for a language without one, TypeError or ValueError for a file with unknown keys.
    """
    if code not in codes():
        raise KeyError(code)
    return build(table(code))


def build(raw: Mapping[str, Any]) -> Lexicon:
    """Make a lexicon of a parsed TOML file; unknown keys raise TypeError, unknown topics ValueError."""
    parts = dict(raw)
    topics = {Topic(name): Phrases(**phrases) for name, phrases in parts.pop("topics", {}).items()}
    dates = Dates(**parts.pop("dates", {}))
    names = Names(**parts.pop("names", {}))
    return Lexicon(topics=topics, dates=dates, names=names, **parts)
