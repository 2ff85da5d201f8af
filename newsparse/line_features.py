"""What speaks for and against a line of raw text being text of the article, as numbers; the line scorer's only input.

Blank lines are no evidence: renderers and crawls add and drop them, and the same text must give the same article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, pairwise
from math import log
from typing import Final, TypeAlias

from attrs import define

from newsparse.document import Block, Kind
from newsparse.lexicons import Topic
from newsparse.punctuation import STOPS
from newsparse.view import WIDE, View, width

OWN_TOPICS: Final = (Topic.CAPTION, Topic.BYLINE)
MODULES: Final = (Topic.COMMENTS, Topic.RELATED, Topic.NEWSLETTER, Topic.PAYWALL, Topic.BYLINE, Topic.PUBLISHED)
STAMPED: Final = (Topic.BYLINE, Topic.PUBLISHED)  # of these the lines since count, too
MODULE: Final = frozenset((Topic.RELATED, Topic.COMMENTS, Topic.NEWSLETTER, Topic.COPYRIGHT, Topic.TAGS))
OFFERS: Final = frozenset((Topic.PAYWALL, Topic.LOCKED, Topic.ADVERTISING, Topic.PROMOTION))
NOISE: Final = MODULE | OFFERS | {Topic.CONSENT, Topic.BIO, Topic.READ_ALSO}
PROSE: Final = 80  # letters from which a line with the end of a sentence is prose
MENU: Final = 30  # letters below which a line without an end may be an entry of a menu
RUN: Final = 6  # such lines in a row make a menu
SAMPLE: Final = 200  # characters of a line looked at word by word
FAR: Final = 30  # lines; more distance says no more
NEAR: Final = (1, 3, 8)  # lines to each side that make up the neighbourhood
AROUND: Final = 5  # lines to each side in which a pattern is looked for
MOST: Final = 600.0  # weight of one paragraph beyond which more says no more
SPARSE: Final = 40.0  # weight that a line without prose takes from the dense part of a text
GAP: Final = 150.0  # and from its core
COST: Final = 5  # lines that the heading of a module weighs as much as
POINTED: Final = 20  # characters of a headline behind "read also"
LONG_WORD: Final = 6  # letters of words that are not small words
STAMP: Final = 45  # characters of the longest stamp
STAMP_DIGITS: Final = 3
SENTENCES: Final = (". ", "? ", "! ", ".” ", ".“ ", ".» ", "。", '." ', "؟ ", "। ")
ENDS: Final = ".!?…。！？؟।։۔"
CLOSERS: Final = "\"'”“’»«)]）」』 "
SYMBOLS: Final = "|›»>•/©@"


Column: TypeAlias = "Sequence[float]"


@define(eq=False, slots=False)
class LineFeatures:
    """The features of all lines of one text, computed column by column, which takes a fraction of the time by line."""

    view: View
    """The page."""

    blocks: Sequence[Block]
    """The lines, in page order."""

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Name of a feature → its value for every line."""
        return {
            **self._own(),
            **self._topics(),
            **self._neighbours(),
            **self._place(),
            **self._runs(),
            **self._pattern(),
            **self._stretches(),
            **self._modules(),
        }

    @cached_property
    def rows(self) -> list[tuple[float, ...]]:
        """The features of every line, in the order of ``columns``."""
        return list(zip(*self.columns.values(), strict=True))

    @cached_property
    def weights(self) -> list[float]:
        """Weight as prose: letters of paragraphs that are no copy and say nothing of noise; 0 for other lines."""
        weigh = self.view.weight
        before, _ = self._repeats
        return [
            weigh(b) if is_prose(b.text) and not copies and NOISE.isdisjoint(said) else 0.0
            for b, said, copies in zip(self.blocks, self._said, before, strict=True)
        ]

    @cached_property
    def span(self) -> tuple[int, int]:
        """First and last line of the stretch in which prose outweighs other lines."""
        return self._densest(SPARSE)

    @cached_property
    def core(self) -> tuple[int, int]:
        """First and last line of the stretch that is nearly all prose."""
        return self._densest(GAP)

    def _densest(self, gap: float) -> tuple[int, int]:
        costs = [gap if MODULE.isdisjoint(said) else gap * COST for said in self._said]
        return densest([min(w, MOST) if w else -cost for w, cost in zip(self.weights, costs, strict=True)])

    @cached_property
    def menus(self) -> list[bool]:
        """Whether a line stands in a long run of short lines."""
        found: list[bool] = []
        length = 0
        for text in self._texts:
            if len(text) < MENU and text[-1] not in STOPS and len(text) * width(text) < MENU:
                length += 1
                continue
            found += [length >= RUN] * length
            found.append(False)
            length = 0
        return found + [length >= RUN] * length

    @cached_property
    def _texts(self) -> list[str]:
        return [b.text for b in self.blocks]

    @cached_property
    def _said(self) -> list[frozenset[Topic]]:
        return [self._topics_of(b) for b in self.blocks]

    def _topics_of(self, block: Block) -> frozenset[Topic]:
        """Return what a line says; one that points to one article and names it begins no module."""
        said = self.view.topics(block)
        if Topic.READ_ALSO not in said or Topic.RELATED not in said:
            return said
        prefix = self.view.words.phrases.prefix(block.text, Topic.READ_ALSO)
        named = prefix and len(block.text) - len(prefix) >= POINTED
        return said - {Topic.RELATED} if named else said

    @cached_property
    def _sums(self) -> list[float]:
        """Weight of the prose above a line."""
        return [0.0, *accumulate(self.weights)]

    # --- the line itself ------------------------------------------------------------------------------------------

    def _own(self) -> dict[str, Column]:
        texts, blocks = self._texts, self.blocks
        words = [text[:SAMPLE].split() for text in texts]
        before, after = self._repeats
        return {
            "words": [text.count(" ") + 1 for text in texts],
            "colon": [text[-1] in ":：" for text in texts],
            "lower_words": [sum([w[0].islower() for w in found]) / len(found) for found in words],
            "upper_words": [sum(map(str.isupper, found)) / len(found) for found in words],
            "sentences": [sum(map(text.count, SENTENCES)) for text in texts],
            "symbols": [sum(map(text[:SAMPLE].count, SYMBOLS)) for text in texts],
            "item": [b.kind is Kind.ITEM for b in blocks],
            "linked": [b.linked / len(text) for b, text in zip(blocks, texts, strict=True)],
            "repeated_before": before,
            "repeated_after": after,
        }

    def _topics(self) -> dict[str, Column]:
        return {f"topic_{topic}": [topic in said for said in self._said] for topic in OWN_TOPICS}

    @cached_property
    def _repeats(self) -> tuple[list[int], list[int]]:
        """How often the line's text stands before it and after it."""
        total = Counter(self._texts)
        if len(total) == len(self.blocks):
            none = [0] * len(self.blocks)
            return none, none
        seen: Counter[str] = Counter()
        before = []
        for text in self._texts:
            before.append(seen[text])
            seen[text] += 1
        return before, [total[text] - n - 1 for text, n in zip(self._texts, before, strict=True)]

    # --- the lines around it --------------------------------------------------------------------------------------

    def _neighbours(self) -> dict[str, Column]:
        sizes = [log(1 + len(text) * width(text)) for text in self._texts]
        stops = [float(text[-1] in STOPS) for text in self._texts]
        known = [float(bool(said)) for said in self._said]
        found: dict[str, Column] = {}
        for name, column in (("size", sizes), ("stop", stops), ("known", known)):
            found[name] = column
            found[f"{name}_1_before"] = shifted(column, 1)
            for n in (1, 2):
                found[f"{name}_{n}_after"] = shifted(column[::-1], n)[::-1]
        found["size_2_before"] = shifted(sizes, 2)
        return found

    def _place(self) -> dict[str, Column]:
        sums, end = self._sums, len(self.blocks)
        total = sums[-1] or 1.0
        found: dict[str, Column] = {
            "share_before": [s / total for s in sums[:-1]],
            "share_after": [(sums[-1] - s) / total for s in sums[1:]],
            "position": [at / end for at in range(end)],
            "prose": [log(total + 1)] * end,
            "lines": [log(end)] * end,
        }
        for n in NEAR:
            lows, highs = around(n, end)
            found[f"near_{n}"] = [(sums[h] - sums[low]) / (h - low) for low, h in zip(lows, highs, strict=True)]
        return found

    # --- the pattern of prose and other lines ---------------------------------------------------------------------

    def _runs(self) -> dict[str, Column]:
        """Distance to the prose on both sides, the run of other lines between them, the prose on both sides of it."""
        weights = self.weights
        backs, ons = distances(weights), distances(weights[::-1])[::-1]
        past, coming = unbroken(weights), unbroken(weights[::-1])[::-1]
        end = len(weights)
        pairs = list(enumerate(zip(backs, ons, strict=True)))
        return {
            "from_prose": [min(FAR, back) for back in backs],
            "to_prose": [min(FAR, on) for on in ons],
            "run": [0 if w else min(FAR, back + on - 1) for w, back, on in zip(weights, backs, ons, strict=True)],
            "last_run": [past[at - back] if back <= at else 0.0 for at, (back, _) in pairs],
            "next_run": [coming[at + on] if at + on < end else 0.0 for at, (_, on) in pairs],
        }

    def _pattern(self) -> dict[str, Column]:
        """What lists of teasers show: prose and short lines by turns, stamps, short paragraphs."""
        prose = [w > 0 for w in self.weights]
        turns = list(accumulate([False, *(a is not b for a, b in pairwise(prose)), False]))
        digits = (len(text) < STAMP and sum(map(str.isdigit, text)) >= STAMP_DIGITS for text in self._texts)
        stamps = [0, *accumulate(digits)]
        spans = list(zip(*around(AROUND, len(prose)), strict=True))
        first, last = self.core
        core = [w for w in self.weights[first : last + 1] if w]
        mean = sum(core) / len(core) if core else 1.0
        return {
            "changes": [turns[high] - turns[low] for low, high in spans],
            "stamps": [stamps[high] - stamps[low] for low, high in spans],
            "paragraph": [w / mean for w in self.weights],
        }

    def _stretches(self) -> dict[str, Column]:
        """Where a line stands to the dense part of the text and to its core, and how many of its words occur there."""
        found: dict[str, Column] = {}
        ats = range(len(self.blocks))
        for name, (first, last) in (("span", self.span), ("core", self.core)):
            found[f"in_{name}"] = [first <= at <= last for at in ats]
            found[f"from_{name}"] = [max(-FAR, min(FAR, at - first)) for at in ats]
            found[f"to_{name}"] = [max(-FAR, min(FAR, last - at)) for at in ats]
        found["overlap"] = self._overlap()
        return found

    def _overlap(self) -> Column:
        """Share of a line's long words that stand in other prose lines of the core; -1 where it has none."""
        words = [{w for w in text[:SAMPLE].lower().split() if len(w) >= LONG_WORD} for text in self._texts]
        first, last = self.core
        inside = [first <= at <= last and w > 0 for at, w in enumerate(self.weights)]
        counts = Counter(chain.from_iterable(compress(words, inside)))
        get = counts.__getitem__
        return [
            sum([n > own for n in map(get, found)]) / len(found) if found else -1.0
            for found, own in zip(words, inside, strict=True)
        ]

    # --- modules --------------------------------------------------------------------------------------------------

    def _modules(self) -> dict[str, Column]:
        """Of the last line above that begins a module, by kind: prose up to it, prose and lines since; -1 for none."""
        sums, total = self._sums, self._sums[-1] or 1.0
        found: dict[str, Column] = {}
        for module in MODULES:
            starts, last = [], -1
            for at, said in enumerate(self._said):
                starts.append(last)
                if module in said:
                    last = at
            found[f"until_{module}"] = [sums[start] / total if start >= 0 else -1.0 for start in starts]
            found[f"since_{module}"] = [sums[at] - sums[s] if s >= 0 else -1.0 for at, s in enumerate(starts)]
            if module in STAMPED:
                found[f"lines_{module}"] = [min(FAR, at - s) if s >= 0 else -1 for at, s in enumerate(starts)]
        return found


def shifted(column: Sequence[float], n: int) -> list[float]:
    """Return a column moved down by *n* lines, -1 where there is no line."""
    return [*[-1.0] * n, *column[:-n]][: len(column)]


def around(n: int, end: int) -> tuple[list[int], list[int]]:
    """Return for every line the first line of its neighbourhood and the line after the last."""
    return [max(0, at - n) for at in range(end)], [min(end, at + n + 1) for at in range(end)]


def is_prose(text: str) -> bool:
    """Whether a line is a paragraph: long, and with the end of a sentence at its end or inside."""
    size = len(text)
    if size < PROSE and (size < PROSE / WIDE or size * width(text) < PROSE):
        return False
    return text.rstrip(CLOSERS)[-1:] in ENDS or any(end in text for end in SENTENCES)


def distances(weights: Sequence[float]) -> list[int]:
    """Return for every line how many lines back the last prose stands; its number plus one where none does."""
    found, last = [], -1
    for at, value in enumerate(weights):
        found.append(at - last)
        if value:
            last = at
    return found


def unbroken(weights: Sequence[float]) -> list[float]:
    """Return for every line the weight of the prose that ends with it, without a break."""
    found, weight = [], 0.0
    for value in weights:
        weight = weight + value if value else 0.0
        found.append(weight)
    return found


def densest(values: Sequence[float]) -> tuple[int, int]:
    """Return the first and last line of the stretch with the greatest sum."""
    best, total, start = 0.0, 0.0, 0
    found = (0, len(values) - 1)
    for at, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best:
            best, found = total, (start, at)
    return found
