"""Lines near the beginning of the prose of raw text, and which of them most looks like a part of the head."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsparse.columns import densest
from newsparse.document import Block, Kind
from newsparse.findings import BODY_LABELS
from newsparse.head_features import HeadFeatures, is_paragraph
from newsparse.letters import length
from newsparse.scorer import head_scorer
from newsparse.view import View

APART: Final = 12  # lines without prose that end a stretch of it
MOST: Final = 600.0  # letters of one line of text beyond which more says no more
SPARSE: Final = 60.0  # letters that a line of something else takes from a stretch of text


def likeliest(role: str, rows: Mapping[int, list[float]], least: float) -> tuple[int, float] | None:
    """Return which line of those whose features are given most looks like a part of the head, and its log-odds."""
    score = head_scorer(role).score
    best: tuple[int, float] | None = None
    for at, row in sorted(rows.items()):
        likely = score(row, least)
        if likely > least:
            best, least = (at, likely), likely
    return best


def is_long_enough(block: Block, low: float, high: float) -> bool:
    """Whether a line says something, and has so many letters."""
    said = low <= length(block.text) <= high
    return said and block.kind is not Kind.CONTROL and any(map(str.isalpha, block.text))


def prose_at(view: View) -> int | None:
    """Return the line with which the article's prose begins; None where there is no prose."""
    if view.found.region is not None:
        return densest_at(view)
    best: tuple[float, int] | None = None
    total, first, last = 0.0, 0, -APART - 1
    for block in view.visible:
        if not is_paragraph(block):
            continue
        if block.index - last > APART:
            total, first = 0.0, block.index
        total, last = total + len(block.text), block.index
        best = max(best or (0.0, 0), (total, -first))
    return -best[1] if best is not None else None


def densest_at(view: View) -> int:
    """Return where the densest stretch of what is taken for text begins: a notice far above it is no beginning."""
    gains = [-SPARSE] * len(view.doc.blocks)
    for at in view.found.labelled(*BODY_LABELS):
        gains[at] = min(MOST, length(view.doc.blocks[at].text))
    return densest(gains)[0]


def features_of(view: View) -> HeadFeatures | None:
    """Return the features of the lines around the beginning of the prose; None where there is no prose."""
    start = prose_at(view)
    return HeadFeatures(view, start) if start is not None else None
