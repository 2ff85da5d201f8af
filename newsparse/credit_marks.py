"""How the credits of pictures are marked: the words before and behind them, and the names that are credits alone."""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import define

from newsparse.lexicons import Topic, table
from newsparse.words import Words

MOST_WORDS: Final = 5  # words of the longest source


@define(eq=False)
class Marks:
    """How credits are marked on pages of one language."""

    markers: dict[str, tuple[str, ...]]
    """First two characters → markers that begin so, longest first; lower case."""

    every: tuple[str, ...]
    """All markers: most texts hold none, which one search for each tells sooner than a look at every character."""

    sources: frozenset[str]
    """Names that are credits by themselves, lower case."""

    starters: frozenset[str]
    """Their first words."""

    parts: frozenset[str]
    """All their words."""

    joiners: frozenset[str]
    """What may stand between the names of a credit."""

    endings: tuple[str, ...]
    """Words behind the photographer, where languages put them last."""

    def at(self, folded: str, at: int) -> tuple[str, ...]:
        """Return the markers that may begin at a character of a folded text, longest first."""
        return self.markers.get(folded[at : at + 2], ()) + self.markers.get(folded[at : at + 1], ())


@cache  # package data: one entry a language
def marks_of(words: Words) -> Marks:
    """Return the credit markers of the languages looked up in, and those known everywhere."""
    data = table("_pictures")
    found = {m.lower() for m in data["markers"]}
    sources = set(data["sources"])
    for lexicon in words.lexicons:
        if phrases := lexicon.topics.get(Topic.CREDIT):
            found.update(p.lower().lstrip("([|-–— ") for p in phrases.start)
            sources.update(p.lower() for p in phrases.whole if len(p.split()) <= MOST_WORDS)
        if phrases := lexicon.topics.get(Topic.SOURCE):  # of a chart or map
            found.update(p.lower().lstrip("([") for p in phrases.start if p.endswith(":"))
    by_start: dict[str, list[str]] = {}
    for marker in sorted(found - {""}, key=len, reverse=True):
        if marker.rstrip(" :/") not in data["sources"]:  # a name is the credit, not a mark before it
            by_start.setdefault(marker[:2], []).append(marker)
    return Marks(
        markers={start: tuple(markers) for start, markers in by_start.items()},
        every=tuple([marker for markers in by_start.values() for marker in markers]),
        sources=frozenset(sources),
        starters=frozenset(s.partition(" ")[0] for s in sources),
        parts=frozenset(w for s in sources for w in s.split()),
        joiners=frozenset(data["joiners"]),
        endings=tuple(sorted(data["endings"], key=len, reverse=True)),
    )
