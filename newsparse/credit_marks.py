"""How the credits of pictures are marked: the words before and behind them, and the names that are credits alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from attrs import define

from newsparse.lexicons import Topic, table
from newsparse.phrases import RUN, plain, runs
from newsparse.words import Words

MOST_WORDS: Final = 5  # words of the longest source
GLUED: Final = ":©"  # what ends a marker that may run on from a word without a space
GLUE: Final = re.compile(f"[{GLUED}]")


@define(eq=False)
class Marks:
    """How credits are marked on pages of one language."""

    markers: dict[str, tuple[str, ...]]
    """First two characters → markers that begin so, longest first; lower case."""

    words: dict[str, tuple[str, ...]]
    """First run of letters → markers; most texts hold none, which tells sooner than a look at every character."""

    heard: dict[str, tuple[str, ...]]
    """The same in plain text, for markers that begin with a sign, too."""

    signs: tuple[str, ...]
    """Markers that begin with no letter."""

    glued: tuple[str, ...]
    """Markers that may run on from a word, so that their first letters are no run of their own."""

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

    jobs: tuple[str, ...]
    """What photographers are called before their name in those languages, longest first."""

    def at(self, folded: str, at: int) -> tuple[str, ...]:
        """Return the markers that may begin at a character of a folded text, longest first."""
        return self.markers.get(folded[at : at + 2], ()) + self.markers.get(folded[at : at + 1], ())

    def may_be_in(self, text: str, letters: list[str]) -> bool:
        """Whether any marker may be in a text with such runs of letters in its plain form, as far as a glance tells."""
        if ":" in text or "：" in text:
            return True
        folded = text.lower()
        for run in self.heard.keys() & letters:
            if holds_any(folded, self.heard[run]):
                return True
        return holds_any(folded, self.signs)

    def standing_in(self, folded: str) -> list[str]:
        """Return the markers that stand in a folded text with their first letters apart, be it inside a word."""
        words = runs(folded)
        able = [] if self.words.keys().isdisjoint(words) else [m for word in words for m in self.words.get(word, ())]
        return [marker for marker in (*able, *self.signs) if marker in folded]

    def glued_in(self, folded: str, low: int) -> Iterator[int]:
        """Yield where markers begin, from *low* on, that may run on from a word without a space."""
        for match in GLUE.finditer(folded, low):
            if folded.endswith(self.glued, low, match.end()):
                for marker in self.glued:
                    if folded.endswith(marker, low, match.end()):
                        yield match.end() - len(marker)


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
    every = [marker for markers in by_start.values() for marker in markers]
    by_word: dict[str, tuple[str, ...]] = {}
    heard: dict[str, tuple[str, ...]] = {}
    for marker in every:
        for run in runs(plain(marker))[:1]:
            heard[run] = (*heard.get(run, ()), marker)
        if marker[0].isalpha():
            word = RUN.findall(marker)[0]
            by_word[word] = (*by_word.get(word, ()), marker)
    return Marks(
        markers={start: tuple(markers) for start, markers in by_start.items()},
        words=by_word,
        heard=heard,
        signs=tuple([marker for marker in every if not marker[0].isalpha()]),
        glued=tuple([marker for marker in every if marker[-1] in GLUED]),
        sources=frozenset(sources),
        starters=frozenset(s.partition(" ")[0] for s in sources),
        parts=frozenset(w for s in sources for w in s.split()),
        joiners=frozenset(data["joiners"]),
        endings=tuple(sorted(data["endings"], key=len, reverse=True)),
        jobs=tuple(sorted(data["jobs"], key=len, reverse=True)),
    )


def holds_any(folded: str, markers: Iterable[str]) -> bool:
    """Whether any of some markers stands in a folded text, be it inside a word."""
    for marker in markers:  # noqa: SIM110  # a loop takes half the time of a generator
        if marker in folded:
            return True
    return False
