"""What one extractor sees: the document, what is known so far, the words of its language, features computed once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from newsparse.dates.style import Style
from newsparse.document import Block, Document, Kind, Place
from newsparse.findings import Findings, Label, Trust
from newsparse.letters import width
from newsparse.lexicons import Topic
from newsparse.markup import NONE, elements, heavy, hints_of_all
from newsparse.phrases import LONGEST, NOTHING, plain, runs
from newsparse.profiles import Profile
from newsparse.profiles.matcher import Hit
from newsparse.words import Words

EDGES: Final = ".,:;!?()\"'“”‘’«»…"  # what may stand around a word
PROSE: Final = 25  # characters below which a block weighs nothing as prose
DENSE: Final = 0.5  # link share from which a block is a pointer, not prose
WRAPS: Final = 0.5  # share of the page's prose from which a container wraps the article: its names say nothing
ALL: Final = 0.9  # share from which nothing is left that could be the article instead
NO_BLOCKS: Final[list[Block]] = []


class View:
    """One page under work. Extractors read it and never change it."""

    doc: Final[Document]
    """The page."""

    found: Final[Findings]
    """What earlier steps have found."""

    words: Final[Words]
    """Lexicons and phrases of the page's language."""

    now: Final[datetime | None]
    """The moment the page was fetched, for relative stamps; None where unknown."""

    profile: Final[Profile | None]
    """What is known of the site; None where nothing is."""

    brief: Final[bool]
    """Whether labels that could not win need not be found; ``explain`` tells those, too."""

    style: Style | None
    """How the page writes dates, kept by the first step that needs it; None until then."""

    def __init__(
        self,
        doc: Document,
        found: Findings,
        words: Words,
        now: datetime | None = None,
        profile: Profile | None = None,
        brief: bool = False,
    ) -> None:
        self.doc = doc
        self.found = found
        self.words = words
        self.now = now
        self.profile = profile
        self.brief = brief
        # what the properties of these names have computed; None until they are asked
        self._hits: dict[int, list[Hit]] | None = None
        self._credited: dict[int, list[str]] | None = None
        self._visible: tuple[Block, ...] | None = None
        self._weights: list[float] | None = None
        self._place_weights: list[float] | None = None
        self._place_sizes: list[int] | None = None
        self._own_hints: list[frozenset[str]] | None = None
        self._all_hints: list[frozenset[str]] | None = None
        self._said: dict[Topic, list[Block]] | None = None
        self._small_words: frozenset[str] | None = None
        self._topics: list[frozenset[Topic] | None] = [None] * len(doc.blocks)  # as far as they have been asked for
        self._topics_of: dict[str, frozenset[Topic]] = {}  # the same by text: many lines stand on a page twice
        self._runs: dict[str, list[str]] = {}  # by text, of lines that phrases are looked for in
        self.style = None

    def in_words(self, words: Words, now: datetime | None, profile: Profile | None, brief: bool) -> View:
        """Return the page for extractors that look for other words; what does not depend on words is kept."""
        other = View(self.doc, self.found, words, now, profile, brief)
        other._visible, other._weights = self._visible, self._weights
        return other

    def label(self, block: Block) -> Label | None:
        """Return what the block is taken for so far."""
        return self.found.label(block.index)

    def free(self, block: Block) -> bool:
        """Whether no step has claimed the block yet."""
        return self.found.label(block.index) is None

    def topics(self, block: Block) -> frozenset[Topic]:
        """Return what the phrases in a block say of it."""
        known = self._topics[block.index]
        if known is None:
            known = self._topics_of.get(block.text)
            if known is None:
                known = self.in_line(block.text) if self.doc.is_text else self.words.phrases.topics(block.text)
                if self.profile is not None:
                    known |= self.site_topics(block)
                self._topics_of[block.text] = known
            self._topics[block.index] = known
        return known

    def in_line(self, text: str) -> frozenset[Topic]:
        """Return what the phrases in a line of raw text say of it, and keep its runs of letters for later steps."""
        if len(text) > LONGEST:
            return NOTHING
        line = plain(text)
        letters = self._runs[text] = runs(line)
        return self.words.phrases.said(line, letters)

    def runs(self, block: Block) -> list[str] | None:
        """Return the runs of letters in the plain text of a block, where phrases have been looked for in raw text."""
        return self._runs.get(block.text)

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
        return self.own_hints[place.index]

    def around(self, block: Block) -> frozenset[str]:
        """Return the hints of the block's container and of all containers around it."""
        return self.all_hints[block.place.index]

    def around_place(self, place: Place) -> frozenset[str]:
        """Return the hints of a container and of all containers around it."""
        return self.all_hints[place.index]

    def weight(self, block: Block) -> float:
        """Return how much prose a block holds: letters outside links, in units of a Latin letter; 0 for menu lines."""
        return self.weights[block.index]

    @property
    def hits(self) -> dict[int, list[Hit]]:
        """What each selector of the site's profile picks, in page order."""
        if self._hits is None:
            self._hits = self.profile.matcher.hits(self.doc) if self.profile is not None else {}
        return self._hits

    @property
    def credited(self) -> dict[int, list[str]]:
        """Texts of the inline elements that the site's profile calls credits, by block."""
        if self._credited is None:
            self._credited = credits_told(self.profile, self.hits) if self.profile is not None else {}
        return self._credited

    @property
    def visible(self) -> tuple[Block, ...]:
        """The blocks a reader sees."""
        if self._visible is None:
            self._visible = tuple([b for b in self.doc.blocks if not b.place.hidden])
        return self._visible

    @property
    def said(self) -> dict[Topic, list[Block]]:
        """What the phrases of the visible lines say, with the lines that say it, in page order."""
        if self._said is None:
            self._said = {}
            for block in self.visible:
                if topics := self.topics(block):
                    for topic in topics:
                        self._said.setdefault(topic, []).append(block)
        return self._said

    def saying(self, topic: Topic) -> list[Block]:
        """Return the visible lines that say something, in page order."""
        return self.said.get(topic, NO_BLOCKS)

    @property
    def small_words(self) -> frozenset[str]:
        """The words that stand on the page in small letters; none in scripts that have no others."""
        if self._small_words is None:
            words = set(" ".join([block.text for block in self.visible]).split())
            self._small_words = frozenset([word.strip(EDGES) for word in words if word.islower()])
        return self._small_words

    @property
    def weights(self) -> list[float]:
        """Weight as prose, by block."""
        if self._weights is None:
            self._weights = [prose_weight(b) for b in self.doc.blocks]
        return self._weights

    @property
    def place_weights(self) -> list[float]:
        """Weight of all prose in a container, by place."""
        if self._place_weights is None:
            self._place_weights = weights_held(self.doc.places, self.visible, self.weights)
        return self._place_weights

    @property
    def place_sizes(self) -> list[int]:
        """Characters of visible text in a container, by place."""
        if self._place_sizes is None:
            self._place_sizes = sizes_held(self.doc.places, self.visible)
        return self._place_sizes

    @property
    def own_hints(self) -> list[frozenset[str]]:
        """What the names of a container say, unless it wraps most of the page's prose, by place."""
        if self._own_hints is None:
            self._own_hints = hints_told(self.doc.places, self.place_weights, holders(self.visible))
        return self._own_hints

    @property
    def all_hints(self) -> list[frozenset[str]]:
        """The hints of a container and of all containers around it, by place."""
        if self._all_hints is None:
            self._all_hints = hints_inherited(self.doc.places, self.own_hints)
        return self._all_hints


def credits_told(profile: Profile, hits: dict[int, list[Hit]]) -> dict[int, list[str]]:
    """Return the texts of the inline elements that a profile calls credits, by block."""
    found: dict[int, list[str]] = {}
    for number, label in profile.labels.items():
        for hit in hits.get(number, ()) if label is Label.CREDIT else ():
            if not hit.is_whole:
                found.setdefault(hit.block.index, []).append(hit.text)
    return found


def weights_held(places: tuple[Place, ...], blocks: Sequence[Block], weights: list[float]) -> list[float]:
    """Return the weight of all prose in each container; *weights* are those of all blocks of the page."""
    sums = [0.0] * len(places)
    for block in blocks:
        if weight := weights[block.index]:
            sums[block.place.index] += weight
    for place in reversed(places):  # children before parents
        if place.parent is not None and (weight := sums[place.index]):
            sums[place.parent.index] += weight
    return sums


def sizes_held(places: tuple[Place, ...], blocks: Sequence[Block]) -> list[int]:
    """Return the characters of text in each container."""
    sums = [0] * len(places)
    for block in blocks:
        sums[block.place.index] += len(block.text)
    return with_inner(places, sums)


def with_inner(places: tuple[Place, ...], sums: list[int]) -> list[int]:
    """Add to what each container holds itself, in place, what those in it hold; return the same list."""
    for place in reversed(places):  # children before parents
        if place.parent is not None and (held := sums[place.index]):
            sums[place.parent.index] += held
    return sums


def holders(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the containers of the first h1."""
    first = next((b for b in blocks if b.kind is Kind.HEADING and b.level == 1), None)
    return frozenset([p.index for p in first.place.up()]) if first else frozenset()


def hints_told(places: tuple[Place, ...], weights: list[float], holding: frozenset[int]) -> list[frozenset[str]]:
    """Return what the names of each container say; *holding* are the containers of the headline."""
    named = hints_of_all({place.names for place in places})
    by_tag, outweighing = elements(), heavy()
    total = weights[0]
    found: list[frozenset[str]] = []
    for place in places:
        hints = named[place.names]
        if place.tag in by_tag:
            hints |= by_tag[place.tag]
        weight = weights[place.index]
        if hints and weight > WRAPS * total:
            whole = weight > ALL * total or place.index in holding
            hints = NONE if whole else hints & outweighing
        found.append(hints)
    return found


def hints_inherited(places: tuple[Place, ...], told: list[frozenset[str]]) -> list[frozenset[str]]:
    """Return the hints of each container together with those of all containers around it."""
    found: list[frozenset[str]] = []
    for place in places:
        above = found[place.parent.index] if place.parent is not None else NONE
        own = told[place.index]
        found.append(above | own if own and above else own or above)
    return found


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
