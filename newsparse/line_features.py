"""What speaks for and against a line of raw text being text of the article, as numbers; the line scorer's only input.

Blank lines are no evidence: renderers and crawls add and drop them, and the same text must give the same article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import accumulate
from math import log
from typing import Final

from attrs import define

from newsparse.document import Block, Kind
from newsparse.lexicons import Topic
from newsparse.readers._text import STOPS
from newsparse.tongues import words
from newsparse.view import View, width

TOPICS: Final = (
    (Topic.ADVERTISING, Topic.PROMOTION),
    (Topic.PAYWALL, Topic.PREMIUM, Topic.LOCKED, Topic.METERED),
    (Topic.NEWSLETTER,),
    (Topic.CONSENT,),
    (Topic.SHARE,),
    (Topic.COMMENTS,),
    (Topic.RELATED,),
    (Topic.READ_ALSO,),
    (Topic.NAVIGATION, Topic.COUNTER),
    (Topic.CAPTION,),
    (Topic.CREDIT,),
    (Topic.SOURCE, Topic.CONTRIBUTION),
    (Topic.BYLINE,),
    (Topic.BIO,),
    (Topic.CORRECTION,),
    (Topic.PUBLISHED, Topic.MODIFIED, Topic.READING_TIME),
    (Topic.COPYRIGHT,),
    (Topic.TAGS,),
    (Topic.SUMMARY,),
)
MODULES: Final = (Topic.COMMENTS, Topic.RELATED, Topic.NEWSLETTER, Topic.PAYWALL)
PROSE: Final = 80  # characters from which a line that ends as a sentence is prose
MENU: Final = 30  # characters below which a line without an end may be an entry of a menu
RUN: Final = 6  # such lines in a row make a menu
SAMPLE: Final = 400  # characters of a paragraph looked at word by word
FAR: Final = 30  # lines; more distance says no more
NEAR: Final = (1, 3, 8)  # lines to each side that make up the neighbourhood
SIDE: Final = 3  # neighbours to each side that are looked at one by one
SENTENCES: Final = (". ", "? ", "! ", ".” ", "。", '." ')
SYMBOLS: Final = "|›»>•/©@"
MOST: Final = 600.0  # weight of one paragraph beyond which more says no more
SPARSE: Final = 40.0  # weight that a line without prose takes from the dense part of a text
GAP: Final = 150.0  # and from its core
LONG_WORD: Final = 6  # letters of words that are not small words
QUOTES: Final = "\"'“„«»‚‘「『–—-"


def names() -> list[str]:
    """Return the names of the features, in the order of ``LineFeatures.of``."""
    sides = [f"{side}_{n}" for side in ("before", "after") for n in range(1, SIDE + 1)]
    return [
        "size", "words", "word_length", "stop", "colon", "question", "ellipsis", "bracket", "lower_start", "quoted",
        "digits", "upper", "commas", "sentences", "lower_words", "small_words", "symbols", "address", "wide",
        "link_share", "links", "strong", "heading", "item", "quote", "row", "repeated_before", "repeated_after",
        *(f"topic_{t[0]}" for t in TOPICS),
        *(f"{side}_{what}" for side in sides for what in ("size", "stop", "small", "links", "digits", "kind", "topic")),
        *(f"near_{n}" for n in NEAR), "five_before", "five_after",
        "share_before", "share_after", "position", "prose", "lines",
        "from_prose", "to_prose", "run", "next_run", "last_run",
        "in_span", "from_span", "to_span", "in_core", "from_core", "to_core", "overlap",
        *(f"since_{m}" for m in MODULES), *(f"lines_since_{m}" for m in MODULES),
    ]  # fmt: skip


@define(eq=False, slots=False)
class LineFeatures:
    """The features of all lines of one text; what lines share is computed once."""

    view: View
    """The page."""

    blocks: Sequence[Block]
    """The lines, in page order."""

    def of(self, at: int) -> list[float]:
        """Return the features of the line at position *at* of ``blocks``."""
        return [*self.own(at), *self.sides(at), *self.context(at), *self.spans(at), *self.modules(at)]

    def is_menu(self, at: int) -> bool:
        """Whether the line stands in a long run of short lines."""
        return self.menu_runs[at] >= RUN

    # --- the line itself ------------------------------------------------------------------------------------------

    def own(self, at: int) -> list[float]:
        block = self.blocks[at]
        text = block.text
        sample = text[:SAMPLE]
        size = len(sample)
        parts = sample.split()
        topics = self.view.topics(block)
        before, after = self.repeats[at]
        last = text[-1]
        return [
            self.sizes[at],
            len(parts),
            size / len(parts),
            last in STOPS,
            last in ":：",
            last in "?？؟",
            last == "…" or text.endswith("..."),
            last in ")）]",
            text[0].islower(),
            text[0] in QUOTES,
            sum(map(str.isdigit, sample)) / size,
            sum(map(str.isupper, sample)) / size,
            sum(map(sample.count, ",，、،")) / size,
            sum(map(text.count, SENTENCES)),
            sum(part[0].islower() for part in parts) / len(parts),
            self.small[at],
            sum(map(sample.count, SYMBOLS)) / size,
            "://" in sample or "www." in sample or "@" in sample,
            width(text) > 1,
            block.link_share,
            block.links,
            block.strong / len(text),
            block.level if block.kind is Kind.HEADING else 0,
            block.kind is Kind.ITEM,
            block.kind is Kind.QUOTE,
            block.kind is Kind.ROW,
            before,
            after,
            *[any(t in topics for t in group) if topics else False for group in TOPICS],
        ]

    @cached_property
    def sizes(self) -> list[float]:
        return [log(1 + len(b.text) * width(b.text)) for b in self.blocks]

    @cached_property
    def small(self) -> list[float]:
        """Share of small words of the language in the line; -1 where its small words are not known."""
        known = small_words(self.view.words.language)
        if not known:
            return [-1.0] * len(self.blocks)
        return [share(block.text[:SAMPLE].lower().split(), known) for block in self.blocks]

    @cached_property
    def repeats(self) -> list[tuple[int, int]]:
        """How often the line's text stands before it and after it."""
        total = Counter(b.text for b in self.blocks)
        seen: Counter[str] = Counter()
        found = []
        for block in self.blocks:
            before = seen[block.text]
            seen[block.text] += 1
            found.append((before, total[block.text] - before - 1))
        return found

    # --- the lines around it --------------------------------------------------------------------------------------

    def sides(self, at: int) -> list[float]:
        out: list[float] = []
        digests, end = self.digests, len(self.blocks)
        for n in range(1, SIDE + 1):
            out += digests[at - n] if at >= n else OUTSIDE
        for n in range(1, SIDE + 1):
            out += digests[at + n] if at + n < end else OUTSIDE
        return out

    @cached_property
    def digests(self) -> list[list[float]]:
        """What the neighbours of a line see of it."""
        topics = self.view.topics
        return [
            [
                size, b.text[-1] in STOPS, small, b.link_share, sum(map(str.isdigit, b.text[:40])),
                b.level if b.kind is Kind.HEADING else -(b.kind is Kind.ITEM), bool(topics(b)),
            ]
            for b, size, small in zip(self.blocks, self.sizes, self.small, strict=True)
        ]  # fmt: skip

    def context(self, at: int) -> list[float]:
        sums, end = self.sums, len(self.blocks)
        total = sums[-1] or 1.0
        nears = []
        for n in NEAR:
            low, high = max(0, at - n), min(end, at + n + 1)
            nears.append((sums[high] - sums[low]) / (high - low))
        run = self.runs[at]
        return [
            *nears,
            sums[at] - sums[max(0, at - 5)],
            sums[min(end, at + 6)] - sums[at + 1],
            sums[at] / total,
            (sums[-1] - sums[at + 1]) / total,
            at / end,
            log(total + 1),
            log(end),
            *run,
        ]

    @cached_property
    def weights(self) -> list[float]:
        """Weight as prose: letters of lines that are long and end as sentences do; 0 for others."""
        weight = self.view.weight
        return [weight(b) if len(b.text) >= PROSE / width(b.text) and b.text[-1] in STOPS else 0.0 for b in self.blocks]

    @cached_property
    def sums(self) -> list[float]:
        return [0.0, *accumulate(self.weights)]

    @cached_property
    def runs(self) -> list[tuple[int, int, int, float, float]]:
        """Distance to the prose before and after, length of the run of other lines the line stands in (0 for
        prose), and the weights of the unbroken prose after and before that run."""
        gaps, prose, weight = [], [], 0.0
        for value in self.weights:
            weight = weight + value if value else 0.0
            prose.append(weight)
        ahead: list[float] = []
        weight = 0.0
        for value in reversed(self.weights):
            weight = weight + value if value else 0.0
            ahead.append(weight)
        ahead.reverse()
        before = distances(self.weights)
        after = distances(self.weights[::-1])[::-1]
        for at, value in enumerate(self.weights):
            back, on = before[at], after[at]
            run = 0 if value else min(FAR, back + on - 1)
            last = prose[at - back] if back <= at else 0.0
            coming = ahead[at + on] if at + on < len(ahead) else 0.0
            gaps.append((min(FAR, back), min(FAR, on), run, coming, last))
        return gaps

    @cached_property
    def menu_runs(self) -> list[int]:
        """Length of the run of short lines the line stands in; 0 for other lines."""
        short = [len(b.text) * width(b.text) < MENU and b.text[-1] not in STOPS for b in self.blocks]
        runs: list[int] = []
        length = 0
        for at, is_short in enumerate([*short, False]):
            if is_short:
                length += 1
                continue
            runs += [length] * length
            if at < len(short):
                runs.append(0)
            length = 0
        return runs

    # --- where the prose is dense --------------------------------------------------------------------------------

    def spans(self, at: int) -> list[float]:
        """Where the line stands to the dense part of the text and to its core, and how many of its words occur there."""
        found: list[float] = []
        for first, last in (self.span, self.core):
            found += [first <= at <= last, max(-FAR, min(FAR, at - first)), max(-FAR, min(FAR, last - at))]
        return [*found, self.overlap(at)]

    @cached_property
    def span(self) -> tuple[int, int]:
        return densest([min(w, MOST) if w else -SPARSE for w in self.weights])

    @cached_property
    def core(self) -> tuple[int, int]:
        return densest([min(w, MOST) if w else -GAP for w in self.weights])

    def overlap(self, at: int) -> float:
        """Share of the line's long words that stand in other prose lines of the core; -1 where it has none."""
        own = self.vocabularies[at]
        if not own:
            return -1.0
        first, last = self.core
        inside = first <= at <= last and self.weights[at] > 0
        return sum(self.counts[w] > inside for w in own) / len(own)

    @cached_property
    def vocabularies(self) -> list[set[str]]:
        return [{w for w in b.text[:SAMPLE].lower().split() if len(w) >= LONG_WORD} for b in self.blocks]

    @cached_property
    def counts(self) -> Counter[str]:
        first, last = self.core
        found: Counter[str] = Counter()
        for words_, weight in zip(self.vocabularies[first : last + 1], self.weights[first : last + 1], strict=True):
            if weight:
                found.update(words_)
        return found

    # --- modules --------------------------------------------------------------------------------------------------

    def modules(self, at: int) -> list[float]:
        """Prose and lines since the last heading of a module, by kind; -1 where there is none above."""
        sums = self.sums
        starts = [self.last_heading[m][at] for m in MODULES]
        prose = [sums[at] - sums[start] if start >= 0 else -1.0 for start in starts]
        return [*prose, *[min(FAR, at - start) if start >= 0 else -1 for start in starts]]

    @cached_property
    def last_heading(self) -> dict[Topic, list[int]]:
        """For every line the last line above it that says it begins a module, by kind; -1 where there is none."""
        found: dict[Topic, list[int]] = {m: [] for m in MODULES}
        last = dict.fromkeys(MODULES, -1)
        for at, block in enumerate(self.blocks):
            topics = self.view.topics(block)
            for module, starts in found.items():
                starts.append(last[module])
                if module in topics:
                    last[module] = at
        return found


OUTSIDE: Final = [-1.0] * 7


def densest(values: Sequence[float]) -> tuple[int, int]:
    """Return the first and last line of the stretch with the greatest sum."""
    best, sum_, start = 0.0, 0.0, 0
    found = (0, len(values) - 1)
    for at, value in enumerate(values):
        if sum_ <= 0:
            sum_, start = 0.0, at
        sum_ += value
        if sum_ > best:
            best, found = sum_, (start, at)
    return found


def distances(weights: Sequence[float]) -> list[int]:
    """Return for every line how many lines back the last prose stands; its number plus one where none does."""
    found, last = [], -1
    for at, value in enumerate(weights):
        found.append(at - last)
        if value:
            last = at
    return found


def share(parts: Sequence[str], known: frozenset[str]) -> float:
    """Return the share of words that are among the known."""
    return sum(part in known for part in parts) / len(parts)


@cache  # package data by language code
def small_words(language: str | None) -> frozenset[str]:
    """Return the commonest small words of a language; none where they are not known."""
    return frozenset(word for word, codes in words().items() if language in codes)
