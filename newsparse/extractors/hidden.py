"""Text that a reader does not see."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.findings import Label, Labelled, Trust
from newsparse.view import View


def hidden(view: View) -> Iterator[Labelled]:
    """Label hidden blocks. Prose in them can still be claimed as body where the page declares it as such."""
    for block in view.doc.blocks:
        if block.place.hidden:
            yield Labelled(block.index, Label.HIDDEN, Trust.MARKUP, "not shown to a reader")
