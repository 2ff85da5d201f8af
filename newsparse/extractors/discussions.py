"""What readers write below an article, where no name of a container says so but the words of its controls do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from newsparse.document import Place
from newsparse.extractors._boxes import spans_of
from newsparse.findings import Label, Labelled, Trust
from newsparse.lexicons import Topic
from newsparse.view import View

TRUST: Final = Trust.MARKUP + 0.05  # outweighs the scorer: comments are prose
HEAD: Final = 1  # blocks that may stand before the words that open a discussion
CONTROLS: Final = 3  # lines of a discussion about itself: how many, log in, reply
PARAGRAPHS: Final = 2  # paragraphs of an article above it: one may be the standfirst
PROSE: Final = 60.0  # weight of such a paragraph


def discussions(view: View) -> Iterator[Labelled]:
    """Label all of a container below the text that opens with a line about comments and has more such lines."""
    saying = view.saying(Topic.COMMENTS) if not view.doc.is_text else []
    if len(saying) < CONTROLS:
        return
    ranks = {block.index: rank for rank, block in enumerate(view.visible)}
    said = [ranks[block.index] for block in saying if block.index in ranks]
    spans = spans_of(view)
    begin = below_text(view)
    end = 0
    for rank in said:
        box = box_of(view, rank, said, spans) if begin is not None and rank >= max(begin, end) else None
        if box is not None:
            first, end = spans[box.index]
            for block in view.visible[first:end]:
                yield Labelled(block.index, Label.COMMENT, TRUST, "in a box that opens with a line about comments")


def below_text(view: View) -> int | None:
    """Return the rank of the first block behind some paragraphs below the headline; None where there are none."""
    headline, left = view.found.headline, PARAGRAPHS
    for rank, block in enumerate(view.visible):
        if (headline is None or block.index > headline) and view.weight(block) >= PROSE:
            left -= 1
            if left == 0:
                return rank + 1
    return None


def box_of(view: View, rank: int, said: list[int], spans: dict[int, tuple[int, int]]) -> Place | None:
    """Return the largest container that a line opens and that has enough lines about comments; None where none has."""
    found = None
    for place in view.visible[rank].place.up():
        first, end = spans[place.index]
        if rank - first > HEAD:
            break
        if bisect_left(said, end) - bisect_left(said, first) >= CONTROLS:
            found = place
    return found
