"""Correction notes and editor's notes: out of the body, with their dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.article import Correction
from newsparse.document import Block
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.lexicons import Topic
from newsparse.view import View

LONGEST: Final = 1200  # characters; a longer passage is about a correction, it is none


def corrections(view: View) -> Iterator[Finding]:
    """Label notes of correction and propose them; a note is what opens as one or stands in a container named so."""
    region = view.found.region
    if region is None:
        return
    notes: dict[str, Block] = {}
    for block in view.visible:
        if not opens_note(view, block) or len(block.text) > LONGEST:
            continue
        yield Labelled(block.index, Label.CORRECTION, Trust.DECLARED, "opens as a correction or editor's note")
        notes.setdefault(block.text, block)
    for text, block in notes.items():
        yield Candidate(Fields.corrections, Correction(text), Trust.TEXT, f"block {block.index}", block=block.index)


def opens_note(view: View, block: Block) -> bool:
    """Whether a block is a note: its first words say so, or its container is called so and it is a sentence."""
    if "correction" in view.around(block):
        return view.weight(block) > 0
    opening = view.words.phrases.prefix(block.text, Topic.CORRECTION)
    return bool(opening) and view.weight(block) > 0
