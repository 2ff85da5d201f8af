"""Pull quotes: sentences of the text that are printed a second time, larger, for the eye."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.document import Block, Kind
from newsparse.findings import BODY_LABELS, Label, Labelled, Trust
from newsparse.letters import squashed
from newsparse.view import View

QUOTE: Final = Kind.QUOTE  # bound once: looking up a member takes Python 3.11 as long as a call
LEAST: Final = 15  # letters; shorter words stand anywhere by chance
MOST: Final = 50  # quotes of a page that are looked up, each in the whole text


def pullquotes(view: View) -> Iterator[Labelled]:
    """Label quotes whose words stand in a paragraph of the text as copies of it."""
    body = [view.doc.blocks[i] for i in view.found.labelled(*BODY_LABELS)]
    quotes = [block for block in body if is_quote(view, block)]
    if not quotes:
        return
    set_apart = {block.index for block in quotes}
    text = " ".join(squashed(block.text) for block in body if block.index not in set_apart)
    for block in quotes[:MOST]:
        said = block.text.rpartition("\n")[0]  # without the line that says who is quoted
        if is_in(block.text, text) or (said and is_in(said, text)):
            yield Labelled(block.index, Label.DUPLICATE, Trust.DECLARED, "a sentence of the text, printed again")


def is_in(quote: str, text: str) -> bool:
    """Whether the words of a quote stand in the squashed *text*."""
    words = squashed(quote)
    return len(words) >= LEAST and words in text


def is_quote(view: View, block: Block) -> bool:
    """Whether a block is set apart as a quote."""
    return block.kind is QUOTE or "pullquote" in view.around(block)
