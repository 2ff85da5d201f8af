"""What one extractor sees: the document, what is known so far, the words of its language, features computed once."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Final

from attrs import define

from newsparse.document import Block, Document, Kind, Place
from newsparse.findings import Findings, Label, Trust
from newsparse.lexicons import Topic
from newsparse.markup import NONE, elements, heavy, hints_of_all
from newsparse.phrases import NOTHING
from newsparse.profiles import Profile
from newsparse.profiles.matcher import Hit
from newsparse.words import Words

PROSE: Final = 25  # characters below which a block weighs nothing as prose
DENSE: Final = 0.5  # link share from which a block is a pointer, not prose
WRAPS: Final = 0.5  # share of the page's prose from which a container wraps the article: its names say nothing
ALL: Final = 0.9  # share from which nothing is left that could be the article instead
WIDE: Final = 2.2  # a character of a script without spaces says as much as this many letters


@define(eq=False, slots=False)
class View:
    """One page under work. Extractors read it and never change it."""

    doc: Document
    """The page."""

    found: Findings
    """What earlier steps have found."""

    words: Words
    """Lexicons and phrases of the page's language."""

    now: datetime | None = None
    """The moment the page was fetched, for relative stamps; None where unknown."""

    profile: Profile | None = None
    """What is known of the site; None where nothing is."""

    brief: bool = False
    """Whether labels that could not win need not be found; ``explain`` tells those, too."""

    def label(self, block: Block) -> Label | None:
        """Return what the block is taken for so far."""
        return self.found.label(block.index)

    def free(self, block: Block) -> bool:
        """Whether no step has claimed the block yet."""
        return self.found.label(block.index) is None

    def topics(self, block: Block) -> frozenset[Topic]:
        """Return what the phrases in a block say of it."""
        known = self._topics.get(block.index)
        if known is None:
            known = self._topics[block.index] = self.words.phrases.topics(block.text) | self.site_topics(block)
        return known

    def site_topics(self, block: Block) -> frozenset[Topic]:
        """Return what the phrases of the site's profile say of a block."""
        phrases = self.profile.phrases if self.profile is not None else None
        return phrases.topics(block.text) if phrases is not None else NOTHING

    def told(self, block: Block) -> Label | None:
        """Return what the site's profile says that the block is; None where it does not say."""
        best = self.found.best_label(block.index) if self.profile is not None else None
        return best.label if best is not None and best.trust >= Trust.PROFILE else None

    def hints(self, place: Place) -> frozenset[str]:
        """Return what the names of a container say, unless it wraps most of the page's prose."""
        return self._own_hints[place.index]

    def around(self, block: Block) -> frozenset[str]:
        """Return the hints of the block's container and of all containers around it."""
        return self._hints[block.place.index]

    def around_place(self, place: Place) -> frozenset[str]:
        """Return the hints of a container and of all containers around it."""
        return self._hints[place.index]

    def weight(self, block: Block) -> float:
        """Return how much prose a block holds: letters outside links, in units of a Latin letter; 0 for menu lines."""
        return self.weights[block.index]

    @cached_property
    def hits(self) -> dict[int, list[Hit]]:
        """What each selector of the site's profile picks, in page order."""
        return self.profile.matcher.hits(self.doc) if self.profile is not None else {}

    @cached_property
    def credited(self) -> dict[int, list[str]]:
        """Texts of the inline elements that the site's profile calls credits, by block."""
        found: dict[int, list[str]] = {}
        for number, label in self.profile.labels.items() if self.profile is not None else ():
            for hit in self.hits.get(number, ()) if label is Label.CREDIT else ():
                if not hit.is_whole:
                    found.setdefault(hit.block.index, []).append(hit.text)
        return found

    @cached_property
    def visible(self) -> tuple[Block, ...]:
        """The blocks a reader sees."""
        return tuple(b for b in self.doc.blocks if not b.place.hidden)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """Weight as prose, by block."""
        return tuple(map(prose_weight, self.doc.blocks))

    @cached_property
    def place_weights(self) -> tuple[float, ...]:
        """Weight of all prose in a container, by place."""
        sums = [0.0] * len(self.doc.places)
        for block in self.visible:
            sums[block.place.index] += self.weights[block.index]
        for place in reversed(self.doc.places):  # children before parents
            if place.parent is not None:
                sums[place.parent.index] += sums[place.index]
        return tuple(sums)

    @cached_property
    def _topics(self) -> dict[int, frozenset[Topic]]:
        """Topics by block, as far as they have been asked for."""
        return {}

    @cached_property
    def _own_hints(self) -> tuple[frozenset[str], ...]:
        named = hints_of_all({place.names for place in self.doc.places})
        by_tag, outweighing = elements(), heavy()
        total = self.place_weights[0]
        holding = self._headings_held
        found = []
        for place, weight in zip(self.doc.places, self.place_weights, strict=True):
            hints = named[place.names]
            if place.tag in by_tag:
                hints |= by_tag[place.tag]
            if hints and weight > WRAPS * total:
                whole = weight > ALL * total or place.index in holding
                hints = NONE if whole else hints & outweighing
            found.append(hints)
        return tuple(found)

    @cached_property
    def _headings_held(self) -> frozenset[int]:
        """The containers of the page's first h1."""
        first = next((b for b in self.visible if b.kind is Kind.HEADING and b.level == 1), None)
        return frozenset(p.index for p in first.place.up()) if first else frozenset()

    @cached_property
    def _hints(self) -> tuple[frozenset[str], ...]:
        found: list[frozenset[str]] = []
        for place, own in zip(self.doc.places, self._own_hints, strict=True):
            above = found[place.parent.index] if place.parent is not None else NONE
            found.append(above | own if own and above else own or above)
        return tuple(found)


def prose_weight(block: Block) -> float:
    """Return the weight of a block as prose; 0 for what is short or mostly links."""
    text = block.text
    size = len(text)
    if size < PROSE and text.isascii():
        return 0.0
    if block.linked > DENSE * size:
        return 0.0
    free = size - block.linked
    return free * (1.0 if text.isascii() else width(text))


def width(text: str) -> float:
    """Return how many Latin letters a character of *text* is worth: 1, or more in scripts without spaces."""
    if text.isascii():
        return 1.0
    sample = text[:60]
    if max(sample) < "\u0e00":
        return 1.0
    wide = sum(c >= "\u0e00" for c in sample)
    return WIDE if 2 * wide > len(sample) and " " not in sample[:25] else 1.0
