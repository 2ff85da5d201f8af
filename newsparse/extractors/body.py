"""The text of the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.document import Kind
from newsparse.findings import Label, Labelled, Trust
from newsparse.view import View

LABELS: Final = {
    Kind.HEADING: Label.HEADING,
    Kind.ITEM: Label.ITEM,
    Kind.QUOTE: Label.QUOTE,
    Kind.ROW: Label.ROW,
    Kind.CODE: Label.CODE,
}


def body(view: View) -> Iterator[Labelled]:
    """Label the blocks of the region that are text, and everything else that nobody has claimed."""
    region = view.found.region
    for block in view.visible:
        if region and region.first <= block.index <= region.last and view.free(block) and block.kind is not Kind.CAPTION:
            yield Labelled(block.index, LABELS.get(block.kind, Label.BODY), Trust.SHAPE, "prose in the article's container")
        elif view.free(block):
            yield Labelled(block.index, Label.OTHER, Trust.NONE, "outside of the article")
