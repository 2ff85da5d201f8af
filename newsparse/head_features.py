"""What speaks for a line near the top of raw text being headline, topic line or subtitle; the head scorers' input."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, pairwise
from math import log
from typing import Final

from newsparse.columns import Column, ahead, best_near, between, counted, moved, ranks, unbroken
from newsparse.document import Block, Kind
from newsparse.findings import BODY_LABELS, Label, Measured
from newsparse.letters import is_spaced, is_unstopped, length
from newsparse.lexicons import Topic
from newsparse.punctuation import STOPS
from newsparse.view import View

ABOVE: Final = 100  # lines above the prose that are looked at
BELOW: Final = 12  # lines from its beginning on
PROSE: Final = 100.0  # letters of a line that is a paragraph
OPENING: Final = 6  # paragraphs whose words a headline shares
CORE: Final = 40  # paragraphs that stand for the whole text
REACH: Final = 4  # lines a paragraph among which it is looked for
TERSE: Final = 25.0  # letters that most headlines have more than
WORDY: Final = 170.0  # … and less than
FAR: Final = 20.0  # lines; more distance says no more
NEAR: Final = 20  # lines around a line among which a longer one that contains it tells something
SAMPLE: Final = 200  # characters of a line looked at
SAME_WORDS: Final = 0.7  # share of words of two paragraphs from which they are of one kind
STEM: Final = 6  # letters of a word by which it is compared: endings change
TELLING: Final = 4  # letters of words that are not small words
FEW: Final = 5  # telling words; a line with fewer is easily covered
DATELINE: Final = 45  # characters at the start of a paragraph in which a dateline ends
CLOSED: Final = ".,;…。，、।۔"  # a headline seldom ends like that
EDGES: Final = " .,;:!?…\"'“”„‚‘’«»‹›()[]{}|*#–—-"
META: Final = frozenset((Topic.PUBLISHED, Topic.MODIFIED, Topic.BYLINE, Topic.READING_TIME))
WIDE_RUN: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]{2,}")
NONE: Final[frozenset[str]] = frozenset()


class HeadFeatures(Measured):
    """The features of the lines around the beginning of the prose, column by column."""

    lines: Final[tuple[Block, ...]]
    """The lines looked at."""

    start: Final[int]
    """Which of them begins the prose."""

    texts: Final[list[str]]
    """The lines' texts."""

    sizes: Final[list[float]]
    """The lines' lengths in Latin letters."""

    stems: Final[list[frozenset[str]]]
    """The lines' telling words, for comparison."""

    is_meta: Final[list[bool]]
    """Whether each line is a short one with a byline, a date or a reading time."""

    columns: Final[dict[str, Column]]
    """Name of a feature → its value for every line."""

    def __init__(self, view: View, start: int) -> None:
        blocks = view.doc.blocks
        first = max(0, start - ABOVE)
        self.lines = blocks[first : start + BELOW]
        self.start = start - first
        self.first = first
        self.texts = [b.text for b in self.lines]
        self.sizes = [length(text) for text in self.texts]
        self.said = [view.topics(b) for b in self.lines]
        self.split = [text[:SAMPLE].split() for text in self.texts]
        self.stems = [stems_of(text[:SAMPLE]) for text in self.texts]
        self.digits = [share_of_numbers(words) for words in self.split]
        self.is_meta = [
            size < PROSE and (self.digits[at] > 0.3 or not self.said[at].isdisjoint(META))
            for at, size in enumerate(self.sizes)
        ]
        self.titular = [TERSE < size < WORDY for size in self.sizes]
        stops = [text[-1] in STOPS or is_unstopped(text) for text in self.texts]
        self.prose = [size >= PROSE and stops[at] for at, size in enumerate(self.sizes)]
        self.parted = metas_below(self.prose, self.is_meta)
        self.columns = {}
        self._own()
        self._marked([view.label(b) for b in self.lines])
        self._neighbours()
        self._place()
        self._words(blocks[start : start + REACH * CORE])
        self._copies(blocks)
        self._rows = list(zip(*self.columns.values(), strict=True))

    def row(self, at: int) -> list[float]:
        """Return the features of one line, in the order of ``columns``."""
        return list(self._rows[at])

    def beside(self, at: int, title: int) -> list[float]:
        """Return the features of the line at *at* with those that relate it to the headline, the line at *title*."""
        low, high = min(at, title) + 1, max(at, title)
        row = self.row(at)
        row.append(max(-FAR, min(FAR, float(at - title))))
        row.append(alike(self.stems[at], self.stems[title]))
        row.append(self.sizes[at] / max(1.0, self.sizes[title]))
        row.append(float(sum(self.is_meta[low:high])))
        row.append(float(sum(self.prose[low:high])))
        row.append(float(self.parted[at]))
        row.append(float(self.is_apart(at)))
        row.append(self.sizes[at] / self.paragraph)
        return row

    def is_apart(self, at: int) -> bool:
        """Whether byline, date or the dateline of the next paragraph set a line apart from the text."""
        follows = self.texts[at + 1] if at + 1 < len(self.texts) else ""
        return self.parted[at] > 0 or (is_dateline(follows) and not is_dateline(self.texts[at]))

    def is_one_of_many(self, at: int) -> bool:
        """Whether a paragraph goes on in the words of the one above, as the items of a chronicle do; copies do not."""
        if at + 1 >= len(self.prose) or not (self.prose[at] and self.prose[at + 1]):
            return False
        return self.texts[at] != self.texts[at + 1] and alike(self.stems[at], self.stems[at + 1]) >= SAME_WORDS

    def is_silent(self, at: int) -> bool:
        """Whether no words of a lexicon and no date say what a line is."""
        return not self.said[at] and not self.is_meta[at] and "|" not in self.texts[at]

    # --- the line itself --------------------------------------------------------------------------------------------

    def _own(self) -> None:
        texts, split, found = self.texts, self.split, self.columns
        found["size"] = [log(1 + size) for size in self.sizes]
        found["words"] = [float(len(words)) for words in split]
        found["closed"] = [float(text[-1] in CLOSED) for text in texts]
        found["stop"] = [float(text[-1] in STOPS or is_unstopped(text)) for text in texts]
        found["inner_colon"] = [float(":" in text[:-1]) for text in texts]
        found["digits"] = self.digits
        found["lower_start"] = [float(text[0].islower()) for text in texts]
        found["lower_words"] = [share_of_lower(words) for words in split]
        found["sentences"] = [float(text.count(". ") + text.count("。")) for text in texts]
        found["glued"] = [float(seams(words)) for words in split]

    def _marked(self, labels: list[Label | None]) -> None:
        lines, found = self.lines, self.columns
        found["heading"] = [float(b.level if b.kind is Kind.HEADING else 0) for b in lines]
        found["item"] = [float(b.kind in (Kind.ITEM, Kind.ROW, Kind.CONTROL)) for b in lines]
        found["linked"] = [b.linked / len(b.text) for b in lines]
        found["body"] = [float(label in BODY_LABELS) for label in labels]
        found["menu"] = [float(label is Label.NAVIGATION) for label in labels]
        found["meta"] = [float(meta) for meta in self.is_meta]
        found["known"] = [float(bool(said)) for said in self.said]
        found["topic_credit"] = [float(Topic.CREDIT in said) for said in self.said]

    # --- the lines around it ----------------------------------------------------------------------------------------

    def _neighbours(self) -> None:
        found = self.columns
        for name, most in (("size", 3), ("closed", 2), ("meta", 1), ("known", 1)):
            for n in range(1, most + 1):
                found[f"{name}_{n}_above"] = moved(found[name], n)
                found[f"{name}_{n}_below"] = moved(found[name], -n)
        titular = [float(hit) for hit in self.titular]
        found["titular_1_above"] = moved(titular, 1)
        found["titular_1_below"] = moved(titular, -1)
        found["to_meta"] = ahead(self.is_meta, FAR)
        found["from_meta"] = ahead(self.is_meta[::-1], FAR)[::-1]

    def _place(self) -> None:
        found, end, start = self.columns, len(self.lines), self.start
        found["to_start"] = [max(-float(BELOW), min(2 * FAR, float(start - at))) for at in range(end)]
        found["from_top"] = [min(2 * FAR, float(self.first + at)) for at in range(end)]
        found["prose_above"] = counted(self.prose)
        found["to_prose"] = ahead(self.prose, FAR)
        found["shorts_between"] = between([not hit for hit in self.prose], start)
        found["titular_between"] = between(self.titular, start)
        found["titular_above"] = counted(self.titular)
        saying = [size >= TERSE and not self.is_meta[at] for at, size in enumerate(self.sizes)]
        found["saying_above"] = unbroken(saying)
        found["saying_below"] = unbroken(saying[::-1])[::-1]

    # --- its words --------------------------------------------------------------------------------------------------

    def _words(self, below: tuple[Block, ...]) -> None:
        """Share of a line's telling words in the first paragraphs, in the whole text, in the lines above and below."""
        found, stems = self.columns, self.stems
        paragraphs = [b for b in below if is_paragraph(b)][:CORE]
        own = {b.index - self.first for b in paragraphs}
        told = [stems_of(b.text) for b in paragraphs]
        opening, core = Counts(told[:OPENING]), Counts(told)
        sizes = sorted([length(b.text) for b in paragraphs])
        self.paragraph = max(PROSE, sizes[len(sizes) // 2]) if sizes else PROSE
        covered = [opening.share(words, at in own) for at, words in enumerate(stems)]
        found["covered"] = covered
        best = max(covered)
        found["covered_best"] = [best - share for share in covered]
        found["covered_rank"] = ranks(covered, FAR)
        found["rival_above"] = best_near(covered, self.titular, (-3, -2, -1))
        found["rival_below"] = best_near(covered, self.titular, (1, 2, 3))
        found["core"] = [core.share(words, at in own) for at, words in enumerate(stems)]
        alikes = [alike(one, other) for one, other in pairwise(stems)]
        found["like_above"] = [0.0, *alikes]
        found["like_below"] = [*alikes, 0.0]

    def _copies(self, blocks: tuple[Block, ...]) -> None:
        """How often the line stands above and below it, and whether it ends another one."""
        found = self.columns
        keys = [key_of(block.text) for block in blocks]
        known = keys[self.first : self.first + len(self.lines)]
        total: dict[str, int] = {}
        for at, key in enumerate(keys):
            if len(blocks[at].text) <= 2 * SAMPLE:
                total[key] = total.get(key, 0) + 1
        seen: dict[str, int] = {}
        above: list[float] = []
        for key in known:
            before = seen.get(key, 0)
            above.append(float(before))
            seen[key] = before + 1
        found["above"] = above
        found["copies"] = [max(0.0, total.get(key, 0) - 1.0) for key in known]
        found["ends"] = endings(known)


class Counts:
    """In how many of some paragraphs, given by their telling words, a word stands."""

    def __init__(self, paragraphs: list[frozenset[str]]) -> None:
        self.counts: Final[dict[str, int]] = Counter(chain.from_iterable(paragraphs))

    def share(self, stems: frozenset[str], own: bool) -> float:
        """Return the share of *stems* that stand in the paragraphs; in another one where the line is one itself."""
        least = 1 if own else 0
        hits = 0
        for stem in stems:
            if self.counts.get(stem, 0) > least:
                hits += 1
        return hits / max(FEW, len(stems))


def stems_of(text: str) -> frozenset[str]:
    """Return the telling words of a line, cut to what endings leave; pairs of letters in scripts without spaces."""
    found: set[str] = set()
    if not is_spaced(text):
        for run in WIDE_RUN.findall(text):
            for at in range(len(run) - 1):
                found.add(run[at : at + 2])
    for word in text.casefold().split():
        if len(word) < TELLING:
            continue
        bare = word if word.isalnum() else word.strip(EDGES)
        if len(bare) >= TELLING:
            found.add(bare[:STEM])
    return frozenset(found) if found else NONE


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how many words two lines share, 0 to 1."""
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))


def share_of_numbers(words: list[str]) -> float:
    """Return the share of words that begin or end with a digit."""
    hits = 0
    for word in words:
        if not word.isalpha() and (word[0].isdigit() or word[-1].isdigit()):
            hits += 1
    return hits / max(1, len(words))


def share_of_lower(words: list[str]) -> float:
    """Return the share of words that begin with a small letter."""
    hits = 0
    for word in words:
        if word[0].islower():
            hits += 1
    return hits / max(1, len(words))


def seams(words: list[str]) -> int:
    """Return how many words have a capital inside after a small letter, as words that were printed apart do."""
    hits = 0
    for word in words:
        rest = word[1:]
        if not rest.islower() and rest.lower() != rest and not rest.isupper():
            hits += 1
    return hits


def key_of(text: str) -> str:
    """Return a text as copies are compared."""
    return text[: 2 * SAMPLE].casefold().strip(EDGES)


def is_paragraph(block: Block) -> bool:
    """Whether a line is a paragraph."""
    return (block.text[-1] in STOPS or is_unstopped(block.text)) and length(block.text) >= PROSE


def is_dateline(text: str) -> bool:
    """Whether a paragraph begins with a place and a dash, as the body of a report does.

    >>> is_dateline("Bern/Genf (abc) - Der Rat hat entschieden.")
    True
    """
    head, dash, _ = text[:DATELINE].replace("–", "-").replace("—", "-").partition(" - ")
    names = [word for word in head.split() if word[0] != "("]
    return bool(dash) and 0 < len(names) <= 4 and all(name[0].isupper() for name in names)


def endings(known: list[str]) -> Column:
    """Return for every line of several words whether it ends a longer one near it."""
    by_word: dict[str, list[int]] = {}
    for at, key in enumerate(known):
        if " " in key:
            by_word.setdefault(key.rpartition(" ")[2], []).append(at)
    found = [0.0] * len(known)
    for places in by_word.values():
        for at in places if len(places) > 1 else ():
            found[at] = float(known[at].count(" ") > 1 and is_ending(known, at, places))
    return found


def is_ending(known: list[str], at: int, places: list[int]) -> bool:
    """Whether a line ends one of those at some places that is longer, if not much, and near."""
    key = known[at]
    for other in places:
        line = known[other]
        if abs(other - at) <= NEAR and len(key) < len(line) < 3 * len(key) and line.endswith(key):
            return True
    return False


def metas_below(prose: list[bool], metas: list[bool]) -> list[int]:
    """Return how many bylines and dates part each line from the next paragraph below it, as they part a subtitle."""
    found: list[int] = []
    count = 0
    for at in range(len(prose) - 1, -1, -1):
        found.append(count)
        count = 0 if prose[at] else count + metas[at]
    return found[::-1]
