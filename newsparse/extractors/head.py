"""The headline of raw text, and its copies; the subtitle follows when captions and bylines are known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse import similarity
from newsparse.document import Block, Kind
from newsparse.extractors._copies import repeats
from newsparse.extractors._head_lines import features_of, is_long_enough, likeliest
from newsparse.extractors._top_lines import glued, parting_lines
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.scorer import probability
from newsparse.view import View

LETTERS: Final = (4.0, 320.0)  # of a headline
LEAST: Final = -2.0  # log-odds from which the likeliest line is the headline: most heads have one
MARKED: Final = -99.0  # the same for a line that is marked as a heading of the first level
COPIES: Final = 40  # lines around the headline in which a copy of it may show where its parts meet


def head(view: View) -> Iterator[Finding]:
    """Propose the line that most looks like the headline, label it and its copies."""
    features = features_of(view) if view.doc.is_text else None
    if features is None:
        return
    able = [at for at, block in enumerate(features.lines) if is_long_enough(block, LETTERS)]
    marked = [at for at in able if features.lines[at].level == 1 and features.lines[at].kind is Kind.HEADING]
    rows = {at: features.rows[at] for at in marked or able}
    best = likeliest("title", rows, MARKED if marked else LEAST)
    if best is not None:
        yield from title_of(view, features.lines[best[0]], best[1])


def title_of(view: View, block: Block, score: float) -> Iterator[Finding]:
    """Yield what follows from a line being the headline."""
    above = view.doc.blocks[max(0, block.index - COPIES) : block.index + COPIES]
    found = glued(block.text, parting_lines(above))
    text = " ".join(found.title.split())
    raw = block.text if found.why else None
    source = f"line {block.source}"
    yield Candidate(Fields.title, text, Trust.TEXT, source, raw=raw, blocks=(block.index,))
    yield Labelled(block.index, Label.TITLE, Trust.AGREED, f"looks like the headline ({probability(score):.0%})")
    yield from repeats(view, block, {similarity.fold(block.text), similarity.fold(text)})
