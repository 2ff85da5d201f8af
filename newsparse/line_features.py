"""What speaks for and against a line of raw text being text of the article, as numbers; the line scorer's only input.

Blank lines are no evidence: renderers and crawls add and drop them, and the same text must give the same article.
"""

from __future__ import annotations

from itertools import compress, pairwise
from math import log
from operator import not_
from typing import Final

from newsparse.columns import Column, densest, distances, moved, repeats, summed
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
TELLING: Final = {sign: sign.rstrip()[-1] for sign in SENTENCES + SYMBOLS}  # a character is found sooner than several


class LineFeatures:
    """The features of the lines of one text, computed column by column, which takes a fraction of the time by line.

    Entries of menus are not scored: they have none of their own, and are what stands around others.
    """

    blocks: Final[tuple[Block, ...]]
    """The lines, in page order."""

    said: Final[list[frozenset[Topic]]]
    """What the words of a lexicon say of each line."""

    weights: Final[list[float]]
    """Weight as prose: letters of paragraphs that are no copy and say nothing of noise; 0 for other lines."""

    menus: Final[list[bool]]
    """Whether a line stands in a long run of short lines."""

    asked: Final[list[int]]
    """The lines that stand in none: those that have features."""

    span: Final[tuple[int, int]]
    """First and last line of the stretch in which prose outweighs other lines."""

    core: Final[tuple[int, int]]
    """First and last line of the stretch that is nearly all prose."""

    columns: Final[dict[str, Column]]
    """Name of a feature → its value for every line asked."""

    overlap: Final[dict[int, float]]
    """Line → share of its long words that stand in other prose lines of the core; -1 where it has none."""

    def __init__(self, view: View, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        self.texts = [b.text for b in blocks]
        self.wide = [width(text) for text in self.texts]
        self.said = [topics_of(view, b) for b in blocks]
        self.before, self.after = repeats(self.texts)
        self.weights = self._weighed(view)
        self.sums = summed(self.weights)
        self.menus = in_menus(self.texts, self.wide)
        self.asked = [at for at, menu in enumerate(self.menus) if not menu]
        self.split = [self.texts[at][:SAMPLE].split() for at in self.asked]
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
        self.overlap = dict(zip(self.asked, self._overlap(), strict=True))
        self.columns["overlap"] = list(self.overlap.values())
        self._modules()
        self._rows = dict(zip(self.asked, zip(*self.columns.values(), strict=True), strict=True))

    def row(self, at: int) -> list[float]:
        """Return the features of one of the lines asked, in the order of ``columns``."""
        return list(self._rows[at])

    def of_asked(self, column: Column) -> Column:
        """Return what a column of all lines holds of those asked."""
        return list(compress(column, map(not_, self.menus)))

    def _weighed(self, view: View) -> list[float]:
        found: list[float] = []
        for at, block in enumerate(self.blocks):
            prose = is_prose(block.text, self.wide[at]) and not self.before[at] and NOISE.isdisjoint(self.said[at])
            found.append(view.weight(block) if prose else 0.0)
        return found

    def _densest(self, gap: float) -> tuple[int, int]:
        values: list[float] = []
        for at, weight in enumerate(self.weights):
            if weight:
                values.append(min(weight, MOST))
                continue
            said = self.said[at]
            values.append(-gap if not said or MODULE.isdisjoint(said) else -gap * COST)
        return densest(values)

    # --- the line itself ------------------------------------------------------------------------------------------

    def _own(self) -> None:
        blocks, found = [self.blocks[at] for at in self.asked], self.columns
        texts = [block.text for block in blocks]
        found["words"] = [text.count(" ") + 1.0 for text in texts]
        found["colon"] = [float(text[-1] in ":：") for text in texts]
        cases = [shares_of_cases(words) for words in self.split]
        found["lower_words"] = [lower for lower, _ in cases]
        found["upper_words"] = [upper for _, upper in cases]
        found["sentences"] = [float(sentences(text)) for text in texts]
        found["symbols"] = [float(symbols(text[:SAMPLE])) for text in texts]
        found["item"] = [float(b.kind is Kind.ITEM) for b in blocks]
        found["linked"] = [b.linked / len(b.text) for b in blocks]
        found["repeated_before"] = self.of_asked(self.before)
        found["repeated_after"] = self.of_asked(self.after)

    def _topics(self) -> None:
        for topic in OWN_TOPICS:
            self.columns[f"topic_{topic}"] = [float(topic in self.said[at]) for at in self.asked]

    # --- the lines around it --------------------------------------------------------------------------------------

    def _neighbours(self) -> None:
        found = self.columns
        sizes = [log(1 + len(text) * self.wide[at]) for at, text in enumerate(self.texts)]
        stops = [float(text[-1] in STOPS or is_unstopped(text)) for text in self.texts]
        known = [float(bool(said)) for said in self.said]
        for name, column in (("size", sizes), ("stop", stops), ("known", known)):
            found[name] = self.of_asked(column)
            found[f"{name}_1_before"] = self.of_asked(moved(column, 1))
            for n in (1, 2):
                found[f"{name}_{n}_after"] = self.of_asked(moved(column, -n))
        found["size_2_before"] = self.of_asked(moved(sizes, 2))

    def _place(self) -> None:
        found, asked, sums, end = self.columns, self.asked, self.sums, len(self.blocks)
        total = sums[-1] or 1.0
        found["share_before"] = [sums[at] / total for at in asked]
        found["share_after"] = [(sums[-1] - sums[at + 1]) / total for at in asked]
        found["position"] = [at / end for at in asked]
        found["prose"] = [log(total + 1)] * len(asked)
        found["lines"] = [log(end)] * len(asked)
        for n in NEAR:
            near: Column = []
            for at in asked:
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
        for at in self.asked:
            back, on = backs[at], ons[at]
            runs.append(0.0 if weights[at] else min(FAR, back + on - 1.0))
            last.append(past[at - back] if back <= at else 0.0)
            following.append(coming[at + on] if at + on < end else 0.0)
        found["from_prose"] = [min(FAR, float(backs[at])) for at in self.asked]
        found["to_prose"] = [min(FAR, float(ons[at])) for at in self.asked]
        found["run"] = runs
        found["last_run"] = last
        found["next_run"] = following

    def _pattern(self) -> None:
        """What lists of teasers show: prose and short lines by turns, stamps, short paragraphs."""
        weights, found, end = self.weights, self.columns, len(self.weights)
        turns, stamps = self._turns(), self._stamps()
        changes: Column = []
        stamped: Column = []
        for at in self.asked:
            low, high = max(0, at - AROUND), min(end, at + AROUND + 1)
            changes.append(float(turns[high] - turns[low]))
            stamped.append(float(stamps[high] - stamps[low]))
        found["changes"] = changes
        found["stamps"] = stamped
        first, last = self.core
        core = [w for w in weights[first : last + 1] if w]
        mean = sum(core) / len(core) if core else 1.0
        found["paragraph"] = [weights[at] / mean for at in self.asked]

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
        """Where a line stands to the dense part of the text and to its core."""
        found = self.columns
        for name, (first, last) in (("span", self.span), ("core", self.core)):
            found[f"in_{name}"] = [float(first <= at <= last) for at in self.asked]
            found[f"from_{name}"] = [max(-FAR, min(FAR, float(at - first))) for at in self.asked]
            found[f"to_{name}"] = [max(-FAR, min(FAR, float(last - at))) for at in self.asked]

    def _overlap(self) -> Column:
        """Share of a line's long words that stand in other prose lines of the core; -1 where it has none."""
        words = [long_words(split) for split in self.split]
        first, last = self.core
        cored = [first <= at <= last and self.weights[at] > 0 for at in self.asked]
        counts: dict[str, int] = {}
        for n, line in enumerate(words):
            if cored[n]:
                for word in line:
                    counts[word] = counts.get(word, 0) + 1
        found: Column = []
        for n, line in enumerate(words):
            own = int(cored[n])
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
        nowhere = [-1.0] * len(self.asked)
        for module in MODULES:
            starts = last_with(self.said, module)
            asked = self.asked if starts[-1] >= 0 else []
            until: Column = []
            since: Column = []
            lines: Column = []
            for at in asked:
                start = starts[at]
                until.append(sums[start] / total if start >= 0 else -1.0)
                since.append(sums[at] - sums[start] if start >= 0 else -1.0)
                lines.append(min(FAR, float(at - start)) if start >= 0 else -1.0)
            found[f"until_{module}"] = until or nowhere
            found[f"since_{module}"] = since or nowhere
            if module in STAMPED:
                found[f"lines_{module}"] = lines or nowhere


def topics_of(view: View, block: Block) -> frozenset[Topic]:
    """Return what a line says; one that points to one article and names it begins no module."""
    said = view.topics(block)
    if not said or Topic.READ_ALSO not in said or Topic.RELATED not in said:
        return said
    prefix = view.words.phrases.prefix(block.text, Topic.READ_ALSO)
    named = prefix and len(block.text) - len(prefix) >= POINTED
    return said - {Topic.RELATED} if named else said


def last_with(said: list[frozenset[Topic]], module: Topic) -> list[int]:
    """Return for every line, and the end, the last line above it that says a topic; -1 where none does."""
    found: list[int] = []
    last = -1
    for at, topics in enumerate(said):
        found.append(last)
        if topics and module in topics:
            last = at
    found.append(last)
    return found


def in_menus(texts: list[str], wide: list[float]) -> list[bool]:
    """Return for every line whether it stands in a long run of short lines."""
    found: list[bool] = []
    length = 0
    for at, text in enumerate(texts):
        if len(text) < MENU and text[-1] not in STOPS and len(text) * wide[at] < MENU:
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


def counted(text: str, signs: tuple[str, ...]) -> int:
    """Return how often any of some signs stands in a text."""
    total = 0
    for sign in signs:
        if TELLING[sign] in text:
            total += text.count(sign)
    return total


def has_digits(text: str) -> bool:
    """Whether a text has as many digits as a stamp."""
    return not text.isalpha() and digits(text) >= STAMP_DIGITS


def long_words(words: list[str]) -> set[str]:
    """Return those of some words that are not small, in small letters."""
    found: set[str] = set()
    for word in words:
        if len(word) >= LONG_WORD:
            found.add(word.lower())
    return found


def shares_of_cases(words: list[str]) -> tuple[float, float]:
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


def unbroken(weights: list[float]) -> list[float]:
    """Return for every line the weight of the prose that ends with it, without a break."""
    found: list[float] = []
    weight = 0.0
    for value in weights:
        weight = weight + value if value else 0.0
        found.append(weight)
    return found
