"""What speaks for a line near the top of raw text being headline, topic line or subtitle; the head scorers' input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from math import log
from typing import Final, TypeAlias

from attrs import define

from newsparse import similarity
from newsparse.document import Block, Kind
from newsparse.findings import BODY_LABELS, Label
from newsparse.lexicons import Topic
from newsparse.punctuation import STOPS
from newsparse.view import View, width

ABOVE: Final = 100  # lines above the prose that are looked at
BELOW: Final = 12  # lines from its beginning on
PROSE: Final = 100.0  # letters of a line that is a paragraph
OPENING: Final = 6  # paragraphs whose words a headline shares
TITULAR: Final = (25.0, 170.0)  # letters that most headlines have
FAR: Final = 20  # lines; more distance says no more
SAMPLE: Final = 200  # characters of a line looked at one by one
FEW: Final = 5  # telling words; a line with fewer is easily covered
DATELINE: Final = 45  # characters at the start of a paragraph in which a dateline ends
CLOSED: Final = ".,;…。，、।۔"  # a headline seldom ends like that
META: Final = frozenset((Topic.PUBLISHED, Topic.MODIFIED, Topic.BYLINE, Topic.READING_TIME))
SAID: Final = (Topic.BYLINE, Topic.PUBLISHED, Topic.NAVIGATION, Topic.CREDIT, Topic.RELATED, Topic.SHARE)

Column: TypeAlias = "Sequence[float]"


@define(eq=False, slots=False)
class HeadFeatures:
    """The features of the lines around the beginning of the prose, column by column."""

    view: View
    """The page."""

    start: int
    """Block with which the prose begins."""

    @cached_property
    def lines(self) -> Sequence[Block]:
        """The lines looked at."""
        return self.view.doc.blocks[max(0, self.start - ABOVE) : self.start + BELOW]

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Name of a feature → its value for every line."""
        return {
            **self._own(),
            **self._marked(),
            **self._neighbours(),
            **self._place(),
            **self._words(),
            **self._copies(),
        }

    @cached_property
    def rows(self) -> list[tuple[float, ...]]:
        """The features of every line, in the order of ``columns``."""
        return list(zip(*self.columns.values(), strict=True))

    def beside(self, at: int, title: int) -> tuple[float, ...]:
        """Return the features of the line at *at* with those that relate it to the headline, the line at *title*."""
        between = range(min(at, title) + 1, max(at, title))
        return (
            *self.rows[at],
            max(-FAR, min(FAR, at - title)),
            similarity.overlap(self.words[at], self.words[title]),
            self.sizes[at] / max(1.0, self.sizes[title]),
            sum(self.is_meta[i] for i in between),
            sum(self.sizes[i] >= PROSE for i in between),
            self.parted[at],
        )

    @cached_property
    def parted(self) -> list[int]:
        """How many bylines and dates part each line from the next paragraph below it, as they part a subtitle."""
        found: list[int] = []
        metas = 0
        for text, size, meta in zip(self.texts[::-1], self.sizes[::-1], self.is_meta[::-1], strict=True):
            found.append(metas)
            metas = 0 if size >= PROSE and text[-1] in STOPS else metas + meta
        return found[::-1]

    # --- shared -----------------------------------------------------------------------------------------------------

    @cached_property
    def texts(self) -> list[str]:
        """The lines' texts."""
        return [b.text for b in self.lines]

    @cached_property
    def words(self) -> list[tuple[str, ...]]:
        """The lines' words, for comparison."""
        return [similarity.words(text[: 2 * SAMPLE]) for text in self.texts]

    @cached_property
    def sizes(self) -> list[float]:
        """The lines' lengths in Latin letters."""
        return [len(text) * width(text) for text in self.texts]

    @cached_property
    def said(self) -> list[frozenset[Topic]]:
        """What the words of a lexicon say of each line."""
        return [self.view.topics(b) for b in self.lines]

    @cached_property
    def digits(self) -> list[float]:
        """Share of digits in each line."""
        return [sum(map(str.isdigit, text[:SAMPLE])) / len(text[:SAMPLE]) for text in self.texts]

    @cached_property
    def is_meta(self) -> list[bool]:
        """Whether each line is a short one with a byline, a date or a reading time."""
        pairs = zip(self.sizes, self.said, self.digits, strict=True)
        return [size < PROSE and (bool(said & META) or share > 0.2) for size, said, share in pairs]

    def is_apart(self, at: int) -> bool:
        """Whether byline, date or the dateline of the next paragraph set a line apart from the text."""
        follows = self.texts[at + 1] if at + 1 < len(self.texts) else ""
        return self.parted[at] > 0 or (is_dateline(follows) and not is_dateline(self.texts[at]))

    def is_silent(self, at: int) -> bool:
        """Whether no words of a lexicon and no date say what a line is."""
        return not self.said[at] and not self.is_meta[at] and "|" not in self.texts[at]

    # --- the line itself --------------------------------------------------------------------------------------------

    def _own(self) -> dict[str, Column]:
        texts = self.texts
        split = [text[:SAMPLE].split() for text in texts]
        return {
            "size": [log(1 + size) for size in self.sizes],
            "words": [len(found) for found in split],
            "closed": [text[-1] in CLOSED for text in texts],
            "stop": [text[-1] in STOPS for text in texts],
            "colon": [text[-1] in ":：" for text in texts],
            "inner_colon": [":" in text[:-1] for text in texts],
            "bar": ["|" in text or "›" in text or "»" in text for text in texts],
            "digits": self.digits,
            "lower_start": [text[0].islower() for text in texts],
            "upper": [sum(map(str.isupper, text[:SAMPLE])) / len(text[:SAMPLE]) for text in texts],
            "lower_words": [sum([w[0].islower() for w in found]) / max(1, len(found)) for found in split],
            "sentences": [text.count(". ") + text.count("。") for text in texts],
            "glued": [sum(a.islower() and b.isupper() for a, b in pairwise(t)) for t in texts],
        }

    def _marked(self) -> dict[str, Column]:
        lines = self.lines
        labels = [self.view.label(b) for b in lines]
        return {
            "heading": [b.level if b.kind is Kind.HEADING else 0 for b in lines],
            "item": [b.kind in (Kind.ITEM, Kind.ROW, Kind.CONTROL) for b in lines],
            "linked": [b.linked / len(b.text) for b in lines],
            "body": [label in BODY_LABELS for label in labels],
            "menu": [label is Label.NAVIGATION for label in labels],
            "meta": self.is_meta,
            "known": [bool(said) for said in self.said],
            **{f"topic_{topic}": [topic in said for said in self.said] for topic in SAID},
        }

    # --- the lines around it ----------------------------------------------------------------------------------------

    def _neighbours(self) -> dict[str, Column]:
        sizes = [log(1 + size) for size in self.sizes]
        titular = [float(low < s < high) for (low, high), s in ((TITULAR, s) for s in self.sizes)]
        found: dict[str, Column] = {}
        for name, column in (("size", sizes), ("closed", [float(t[-1] in CLOSED) for t in self.texts])):
            for n in (1, 2, 3):
                found[f"{name}_{n}_above"] = moved(column, n)
                found[f"{name}_{n}_below"] = moved(column, -n)
        for name, column in (
            ("meta", list(map(float, self.is_meta))),
            ("known", [float(bool(said)) for said in self.said]),
            ("titular", titular),
        ):
            found[f"{name}_1_above"] = moved(column, 1)
            found[f"{name}_1_below"] = moved(column, -1)
        found["to_meta"] = ahead(self.is_meta)
        found["from_meta"] = ahead(self.is_meta[::-1])[::-1]
        return found

    def _place(self) -> dict[str, Column]:
        first = self.lines[0].index
        start = self.start - first
        end = len(self.lines)
        prose = [size >= PROSE and text[-1] in STOPS for size, text in zip(self.sizes, self.texts, strict=True)]
        return {
            "to_start": [max(-BELOW, min(2 * FAR, start - at)) for at in range(end)],
            "from_top": [min(2 * FAR, first + at) for at in range(end)],
            "prose_above": counted(prose),
            "to_prose": ahead(prose),
            "shorts_between": [sum(not p for p in prose[at + 1 : start]) if at < start else 0 for at in range(end)],
        }

    # --- its words --------------------------------------------------------------------------------------------------

    def _words(self) -> dict[str, Column]:
        """Share of a line's telling words in the first paragraphs, and in the line below."""
        opening = [b for b in self.view.doc.blocks[self.start : self.start + 4 * OPENING] if is_paragraph(b)][:OPENING]
        own = {b.index for b in opening}
        said = Counter(word for b in opening for word in set(similarity.words(b.text)))
        covered = []
        for block, words in zip(self.lines, self.words, strict=True):
            telling = [w for w in words if len(w) > 3 or width(w) > 1]
            covered.append(sum(said[w] > (block.index in own) for w in telling) / max(FEW, len(telling)))
        best = max(covered, default=0.0)
        return {
            "covered": covered,
            "covered_best": [best - share for share in covered],
            "like_above": [similarity.overlap(a, b) for a, b in zip([(), *self.words], self.words, strict=False)],
            "like_below": [similarity.overlap(a, b) for a, b in zip(self.words, [*self.words[1:], ()], strict=True)],
        }

    def _copies(self) -> dict[str, Column]:
        """How often the line stands above and below it, and whether it ends or begins another one."""
        known = [" ".join(words) for words in self.words]
        total = Counter(similarity.fold(b.text) for b in self.view.doc.blocks if len(b.text) <= 2 * SAMPLE)
        seen: Counter[str] = Counter()
        above = []
        for text in known:
            above.append(seen[text])
            seen[text] += 1
        return {
            "above": above,
            "copies": [max(0, total[text] - 1) for text in known],
            "ends": [is_part(known, at, str.endswith) for at in range(len(known))],
            "begins": [is_part(known, at, str.startswith) for at in range(len(known))],
        }


def is_paragraph(block: Block) -> bool:
    """Whether a line is a paragraph."""
    return len(block.text) * width(block.text) >= PROSE and block.text[-1] in STOPS


def is_dateline(text: str) -> bool:
    """Whether a paragraph begins with a place and a dash, as the body of a report does.

    >>> is_dateline("Bern/Genf (abc) - Der Rat hat entschieden.")
    True
    """
    head, dash, _ = text[:DATELINE].replace("–", "-").replace("—", "-").partition(" - ")
    names = [word for word in head.split() if word[0] != "("]
    return bool(dash) and 0 < len(names) <= 4 and all(name[0].isupper() for name in names)


def is_part(known: Sequence[str], at: int, part: Callable[[str, str], bool]) -> bool:
    """Whether a line of several words is the end, or the beginning, of a longer one near it."""
    own = known[at]
    near = known[max(0, at - FAR) : at + FAR]
    return own.count(" ") > 1 and any(len(own) < len(other) < 3 * len(own) and part(other, own) for other in near)


def moved(column: Sequence[float], n: int) -> list[float]:
    """Return a column moved down by *n* lines, or up where it is negative; -1 where there is no line."""
    if n < 0:
        return [*column[-n:], *[-1.0] * -n][: len(column)]
    return [*[-1.0] * n, *column[: len(column) - n]][: len(column)]


def ahead(hits: Sequence[bool]) -> list[float]:
    """Return for every line how many lines on the next hit stands, at most ``FAR``."""
    found: list[float] = []
    distance = FAR
    for hit in reversed(hits):
        distance = min(FAR, distance + 1)
        found.append(distance)
        if hit:
            distance = 0
    return found[::-1]


def counted(hits: Sequence[bool]) -> list[float]:
    """Return for every line how many hits stand above it."""
    total, found = 0, []
    for hit in hits:
        found.append(float(total))
        total += hit
    return found
