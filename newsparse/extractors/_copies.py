"""Copies of the headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse import similarity
from newsparse.document import Block
from newsparse.findings import Label, Labelled
from newsparse.view import View

COPY: Final = 0.66  # trust in a copy: above that in text by its markup
PUNCTUATED: Final = 1.5  # how much longer a text may be with its punctuation


def repeats(view: View, headline: Block, said: set[str]) -> Iterator[Labelled]:
    """Label the blocks other than the headline that say one of the wordings and nothing else."""
    shortest = min(len(text) for text in said)
    longest = PUNCTUATED * max(len(text) for text in said)
    for block in view.visible:
        if (
            shortest <= len(block.text) <= longest
            and block is not headline
            and similarity.fold(untimed(block.text)) in said
        ):
            yield Labelled(block.index, Label.DUPLICATE, COPY, "repeats the headline")


def untimed(text: str) -> str:
    """Return a text without the length of a recording behind it: "Headline 4:12"."""
    head, _, length = text.rpartition(" ")
    return head if ":" in length and length.replace(":", "").isdecimal() else text
