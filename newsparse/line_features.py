"""What speaks for and against a line of raw text being text of the article, as numbers; the line scorer's only input.

Blank lines are no evidence: renderers and crawls add and drop them, and the same text must give the same article.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import Final

from newsparse.columns import Column, densest, moved, summed
from newsparse.document import Block, Kind
from newsparse.letters import digits, is_unstopped, width
from newsparse.lexicons import Topic
from newsparse.punctuation import ENDS, STOPS
from newsparse.view import View

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
FAR: Final = 30.0  # lines; more distance says no more
NEAR: Final = (1, 3, 8)  # lines to each side that make up the neighbourhood
AROUND: Final = 5  # lines to each side in which a pattern is looked for
MOST: Final = 600.0  # weight of one paragraph beyond which more says no more
SPARSE: Final = 40.0  # weight that a line without prose takes from the dense part of a text
GAP: Final = 150.0  # and from its core
COST: Final = 5  # lines that the heading of a module weighs as much as
POINTED: Final = 20  # characters of a headline behind "read also"
LONG_WORD: Final = 6  # letters of words that are not small words
STAMP: Final = 45  # characters of the longest stamp
STAMP_DIGITS: Final = 3  # digits of the shortest ("9:15")
SENTENCES: Final = (". ", "? ", "! ", ".” ", ".“ ", ".» ", "。", '." ', "؟ ", "। ")
CLOSERS: Final = "\"'”“’»«)]）」』 "
SYMBOLS: Final = ("|", "›", "»", ">", "•", "/", "©", "@")
PLAIN_SENTENCES: Final = tuple(sign for sign in SENTENCES if sign.isascii())  # those that a text in ASCII can have
PLAIN_SYMBOLS: Final = tuple(sign for sign in SYMBOLS if sign.isascii())


NO_WORDS: Final[frozenset[str]] = frozenset()


class LineFeatures:
    """The features of all lines of one text, computed column by column, which takes a fraction of the time by line.

    Entries of menus are not scored: where the words of a line tell nothing of others, theirs are not looked at.
    """

    blocks: Final[Sequence[Block]]
    """The lines, in page order."""

    said: Final[list[frozenset[Topic]]]
    """What the words of a lexicon say of each line."""

    weights: Final[list[float]]
    """Weight as prose: letters of paragraphs that are no copy and say nothing of noise; 0 for other lines."""

    menus: Final[list[bool]]
    """Whether a line stands in a long run of short lines."""

    span: Final[tuple[int, int]]
    """First and last line of the stretch in which prose outweighs other lines."""

    core: Final[tuple[int, int]]
    """First and last line of the stretch that is nearly all prose."""

    columns: Final[dict[str, Column]]
    """Name of a feature → its value for every line."""

    def __init__(self, view: View, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.texts = [b.text for b in blocks]
        self.wide = [width(text) for text in self.texts]
        self.said = [topics_of(view, b) for b in blocks]
        self.before, self.after = repeats(self.texts)
        self.weights = self._weighed(view)
        self.sums = summed(self.weights)
        self.menus = in_menus(self.texts, self.wide)
        self.span = self._densest(SPARSE)
        self.core = self._densest(GAP)
        self.columns = {}
        self._own()
        self._topics()
        self._neighbours()
        self._place()
        self._runs()
        self._pattern()
        self._stretches()
        self._modules()
        self._rows = list(zip(*self.columns.values(), strict=True))

    def row(self, at: int) -> list[float]:
        """Return the features of one line, in the order of ``columns``."""
        return list(self._rows[at])

    def _weighed(self, view: View) -> list[float]:
        found: list[float] = []
        for at, block in enumerate(self.blocks):
            prose = is_prose(block.text, self.wide[at]) and not self.before[at] and NOISE.isdisjoint(self.said[at])
            found.append(view.weight(block) if prose else 0.0)
        return found

    def _densest(self, gap: float) -> tuple[int, int]:
        values: list[float] = []
        for weight, said in zip(self.weights, self.said, strict=True):
            cost = gap if not said or MODULE.isdisjoint(said) else gap * COST
            values.append(min(weight, MOST) if weight else -cost)
        return densest(values)

    # --- the line itself ------------------------------------------------------------------------------------------

    def _own(self) -> None:
        texts, blocks, found = self.texts, self.blocks, self.columns
        samples = ["" if menu else text[:SAMPLE] for text, menu in zip(texts, self.menus, strict=True)]
        cases = [shares_of_cases(sample.split()) for sample in samples]
        found["words"] = [text.count(" ") + 1.0 for text in texts]
        found["colon"] = [float(text[-1] in ":：") for text in texts]
        found["lower_words"] = [lower for lower, _ in cases]
        found["upper_words"] = [upper for _, upper in cases]
        found["sentences"] = [float(sentences(text)) for text in texts]
        found["symbols"] = [float(symbols(sample)) for sample in samples]
        found["item"] = [float(b.kind is Kind.ITEM) for b in blocks]
        found["linked"] = [b.linked / len(b.text) for b in blocks]
        found["repeated_before"] = self.before
        found["repeated_after"] = self.after

    def _topics(self) -> None:
        for topic in OWN_TOPICS:
            self.columns[f"topic_{topic}"] = [float(topic in said) for said in self.said]

    # --- the lines around it --------------------------------------------------------------------------------------

    def _neighbours(self) -> None:
        found = self.columns
        sizes = [log(1 + len(text) * wide) for text, wide in zip(self.texts, self.wide, strict=True)]
        stops = [float(text[-1] in STOPS or is_unstopped(text)) for text in self.texts]
        known = [float(bool(said)) for said in self.said]
        for name, column in (("size", sizes), ("stop", stops), ("known", known)):
            found[name] = column
            found[f"{name}_1_before"] = moved(column, 1)
            for n in (1, 2):
                found[f"{name}_{n}_after"] = moved(column, -n)
        found["size_2_before"] = moved(sizes, 2)

    def _place(self) -> None:
        found, sums, end = self.columns, self.sums, len(self.blocks)
        total = sums[-1] or 1.0
        found["share_before"] = [value / total for value in sums[:-1]]
        found["share_after"] = [(sums[-1] - value) / total for value in sums[1:]]
        found["position"] = [at / end for at in range(end)]
        found["prose"] = [log(total + 1)] * end
        found["lines"] = [log(end)] * end
        for n in NEAR:
            near: Column = []
            for at in range(end):
                low, high = max(0, at - n), min(end, at + n + 1)
                near.append((sums[high] - sums[low]) / (high - low))
            found[f"near_{n}"] = near

    # --- the pattern of prose and other lines ---------------------------------------------------------------------

    def _runs(self) -> None:
        """Distance to the prose on both sides, the run of other lines between them, the prose on both sides of it."""
        weights, found = self.weights, self.columns
        backs, ons = distances(weights), distances(weights[::-1])[::-1]
        past, coming = unbroken(weights), unbroken(weights[::-1])[::-1]
        end = len(weights)
        runs: Column = []
        last: Column = []
        following: Column = []
        for at in range(end):
            back, on = backs[at], ons[at]
            runs.append(0.0 if weights[at] else min(FAR, back + on - 1.0))
            last.append(past[at - back] if back <= at else 0.0)
            following.append(coming[at + on] if at + on < end else 0.0)
        found["from_prose"] = [min(FAR, float(back)) for back in backs]
        found["to_prose"] = [min(FAR, float(on)) for on in ons]
        found["run"] = runs
        found["last_run"] = last
        found["next_run"] = following

    def _pattern(self) -> None:
        """What lists of teasers show: prose and short lines by turns, stamps, short paragraphs."""
        weights, found, end = self.weights, self.columns, len(self.weights)
        turns, stamps = self._turns(), self._stamps()
        changes: Column = []
        stamped: Column = []
        for at in range(end):
            low, high = max(0, at - AROUND), min(end, at + AROUND + 1)
            changes.append(float(turns[high] - turns[low]))
            stamped.append(float(stamps[high] - stamps[low]))
        found["changes"] = changes
        found["stamps"] = stamped
        first, last = self.core
        core = [w for w in weights[first : last + 1] if w]
        mean = sum(core) / len(core) if core else 1.0
        found["paragraph"] = [w / mean for w in weights]

    def _turns(self) -> list[int]:
        """How often prose and other lines have changed above a line."""
        found, total = [0], 0
        for one, other in pairwise(self.weights):
            total += (one > 0) is not (other > 0)
            found.append(total)
        found.append(total)
        return found

    def _stamps(self) -> list[int]:
        """How many stamps stand above a line."""
        found, total = [0], 0
        for text in self.texts:
            total += len(text) < STAMP and has_digits(text)
            found.append(total)
        return found

    def _stretches(self) -> None:
        """Where a line stands to the dense part of the text and to its core, and how many of its words occur there."""
        found, end = self.columns, len(self.blocks)
        for name, (first, last) in (("span", self.span), ("core", self.core)):
            found[f"in_{name}"] = [float(first <= at <= last) for at in range(end)]
            found[f"from_{name}"] = [max(-FAR, min(FAR, float(at - first))) for at in range(end)]
            found[f"to_{name}"] = [max(-FAR, min(FAR, float(last - at))) for at in range(end)]
        found["overlap"] = self._overlap()

    def _overlap(self) -> Column:
        """Share of a line's long words that stand in other prose lines of the core; -1 where it has none."""
        words = [NO_WORDS if menu else long_words(text) for text, menu in zip(self.texts, self.menus, strict=True)]
        first, last = self.core
        counts: dict[str, int] = {}
        for at in range(first, last + 1):
            if self.weights[at]:
                for word in words[at]:
                    counts[word] = counts.get(word, 0) + 1
        found: Column = []
        for at, line in enumerate(words):
            own = int(first <= at <= last and self.weights[at] > 0)
            hits = 0
            for word in line:
                hits += counts.get(word, 0) > own
            found.append(hits / len(line) if line else -1.0)
        return found

    # --- modules --------------------------------------------------------------------------------------------------

    def _modules(self) -> None:
        """Of the last line above that begins a module, by kind: prose up to it, prose and lines since; -1 for none."""
        found, sums = self.columns, self.sums
        total = sums[-1] or 1.0
        end = len(self.blocks)
        for module in MODULES:
            starts = last_with(self.said, module)
            found[f"until_{module}"] = [sums[start] / total if start >= 0 else -1.0 for start in starts]
            found[f"since_{module}"] = [sums[at] - sums[starts[at]] if starts[at] >= 0 else -1.0 for at in range(end)]
            if module in STAMPED:
                distances = [min(FAR, float(at - starts[at])) if starts[at] >= 0 else -1.0 for at in range(end)]
                found[f"lines_{module}"] = distances


def topics_of(view: View, block: Block) -> frozenset[Topic]:
    """Return what a line says; one that points to one article and names it begins no module."""
    said = view.topics(block)
    if not said or Topic.READ_ALSO not in said or Topic.RELATED not in said:
        return said
    prefix = view.words.phrases.prefix(block.text, Topic.READ_ALSO)
    named = prefix and len(block.text) - len(prefix) >= POINTED
    return said - {Topic.RELATED} if named else said


def last_with(said: Sequence[frozenset[Topic]], module: Topic) -> list[int]:
    """Return for every line the last line above it that says a topic; -1 where none does."""
    found: list[int] = []
    last = -1
    for at, topics in enumerate(said):
        found.append(last)
        if topics and module in topics:
            last = at
    return found


def repeats(texts: Sequence[str]) -> tuple[Column, Column]:
    """Return how often each line stands before it and after it."""
    total: dict[str, int] = {}
    before: Column = []
    for text in texts:
        seen = total.get(text, 0)
        before.append(float(seen))
        total[text] = seen + 1
    return before, [total[text] - seen - 1.0 for text, seen in zip(texts, before, strict=True)]


def in_menus(texts: Sequence[str], wide: Sequence[float]) -> list[bool]:
    """Return for every line whether it stands in a long run of short lines."""
    found: list[bool] = []
    length = 0
    for text, factor in zip(texts, wide, strict=True):
        if len(text) < MENU and text[-1] not in STOPS and len(text) * factor < MENU:
            length += 1
            continue
        found += [length >= RUN] * length
        found.append(False)
        length = 0
    return found + [length >= RUN] * length


def sentences(text: str) -> int:
    """Return how often a sentence ends inside a text."""
    return counted(text, PLAIN_SENTENCES if text.isascii() else SENTENCES)


def symbols(text: str) -> int:
    """Return how many signs of menus and footers a text has."""
    return counted(text, PLAIN_SYMBOLS if text.isascii() else SYMBOLS)


def counted(text: str, signs: Sequence[str]) -> int:
    """Return how often any of some signs stands in a text."""
    total = 0
    for sign in signs:
        if sign in text:
            total += text.count(sign)
    return total


def has_digits(text: str) -> bool:
    """Whether a text has as many digits as a stamp."""
    return not text.isalpha() and digits(text) >= STAMP_DIGITS


def long_words(text: str) -> frozenset[str]:
    """Return the words of a line that are not small."""
    found: set[str] = set()
    for word in text[:SAMPLE].lower().split():
        if len(word) >= LONG_WORD:
            found.add(word)
    return frozenset(found)


def shares_of_cases(words: Sequence[str]) -> tuple[float, float]:
    """Return the share of words that begin with a small letter, and that of words in capitals; 0 for no words."""
    lower = upper = 0
    for word in words:
        if word[0].islower():
            lower += 1
        elif word.isupper():
            upper += 1
    count = len(words) or 1
    return lower / count, upper / count


def is_prose(text: str, wide: float) -> bool:
    """Whether a line is a paragraph: long, and with the end of a sentence at its end or inside."""
    if len(text) * wide < PROSE:
        return False
    return text.rstrip(CLOSERS)[-1:] in ENDS or sentences(text) > 0 or is_unstopped(text)


def distances(weights: Sequence[float]) -> list[int]:
    """Return for every line how many lines back the last prose stands; its number plus one where none does."""
    found: list[int] = []
    last = -1
    for at, value in enumerate(weights):
        found.append(at - last)
        if value:
            last = at
    return found


def unbroken(weights: Sequence[float]) -> list[float]:
    """Return for every line the weight of the prose that ends with it, without a break."""
    found: list[float] = []
    weight = 0.0
    for value in weights:
        weight = weight + value if value else 0.0
        found.append(weight)
    return found
