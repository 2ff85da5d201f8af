"""What the report calls labels: which belong together and share a colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from newsparse.explanation import ExplainedBlock
from newsparse.findings import Label
from newsparse.similarity import words

FAMILIES: Final[dict[str, tuple[Label, ...]]] = {
    "head": (Label.TITLE, Label.KICKER, Label.SUBTITLE),
    "text": (Label.BODY, Label.HEADING, Label.QUOTE, Label.ITEM, Label.ROW, Label.QUESTION, Label.CODE),
    "facts": (
        Label.BYLINE, Label.TIMESTAMP, Label.AGENCY, Label.CORRECTION, Label.BIO, Label.SECTION, Label.KEYWORDS,
    ),
    "picture": (Label.CAPTION, Label.CREDIT),
    "teaser": (Label.TEASER_HEADING, Label.TEASER),
    "wall": (Label.PAYWALL,),
    "ad": (Label.AD, Label.NEWSLETTER, Label.CONSENT),
    "page": (
        Label.SHARE, Label.COUNTER, Label.COMMENT, Label.EMBED, Label.NAVIGATION, Label.DUPLICATE, Label.OTHER,
        Label.HIDDEN,
    ),
}  # fmt: skip
"""Family → its labels, in the order of the report."""

NAMES: Final = {
    "head": "headline",
    "text": "text",
    "facts": "facts about it",
    "picture": "pictures",
    "teaser": "teasers",
    "wall": "paywall",
    "ad": "advertising",
    "page": "rest of the page",
}
FAMILY_OF: Final = {label: family for family, labels in FAMILIES.items() for label in labels}
KEPT: Final = frozenset(("head", "text"))
"""Families whose words are the article's text."""


@frozen
class Figures:
    """How many words of a page became what. In scripts without spaces every character is a word."""

    words: dict[Label, int]
    """Words by label; no entry for a label that no block has."""

    blocks: dict[Label, int]
    """Blocks by label."""

    @property
    def total(self) -> int:
        """All words that a reader of the page sees."""
        return sum(self.words.values())

    @property
    def kept(self) -> int:
        """Words of headline and text."""
        return sum(self.of(family) for family in KEPT)

    def of(self, family: str) -> int:
        """Return the words of a family."""
        return sum(self.words.get(label, 0) for label in FAMILIES[family])


def figures(blocks: Iterable[ExplainedBlock]) -> Figures:
    """Count the words of a page by label."""
    counted: Counter[Label] = Counter()
    number: Counter[Label] = Counter()
    for block in blocks:
        counted[block.label] += len(words(block.text))
        number[block.label] += 1
    return Figures(dict(counted), dict(number))
