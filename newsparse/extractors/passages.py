"""The pieces of ``Article.body``, from the blocks that were labelled as text."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import BodyBlock
from newsparse.extractors._pieces import pieces
from newsparse.findings import BODY_LABELS, Candidate, Fields, Trust
from newsparse.view import View


def passages(view: View) -> Iterator[Candidate[tuple[BodyBlock, ...]]]:
    """Put the body together; cells of one table row become one piece."""
    blocks = view.doc.blocks
    chosen = [blocks[i] for i in view.found.labelled(*BODY_LABELS)]
    if chosen:
        at = tuple(block.index for block in chosen)
        site = view.profile
        if site is not None and (any(map(view.told, chosen)) or not view.hits.keys().isdisjoint(site.within)):
            trust, source = Trust.PROFILE, site.source
        else:
            trust, source = Trust.MARKUP, f"blocks {at[0]} to {at[-1]}"
        yield Candidate(Fields.body, tuple(pieces(view, chosen)), trust, source, blocks=at)
