"""The headline."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.view import View


def title(view: View) -> Iterator[Finding]:
    """Propose the headline and label the block that carries it."""
    if og := view.doc.declared.first("og:title"):
        yield Candidate(Fields.title, og, Trust.GUESS, "meta og:title")
    for block in view.visible:
        if block.level == 1:
            yield Candidate(Fields.title, block.text, Trust.MARKUP, f"block {block.index}", block=block.index)
            yield Labelled(block.index, Label.TITLE, Trust.MARKUP, "first h1")
            return
