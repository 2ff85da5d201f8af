"""From raw text to a Document: lines and paragraphs."""

from __future__ import annotations

from newsparse.document import Block, Document, Kind, Place
from newsparse.readers._text import squeeze


def read_text(text: str, url: str | None = None) -> Document:
    """Read raw page text; every line that is not blank is a block."""
    root = Place(0, "", None, 0)
    blocks: list[Block] = []
    gap = 0
    for number, raw in enumerate(text.splitlines(), 1):
        line = squeeze(raw)
        if line:
            blocks.append(Block(len(blocks), line, Kind.TEXT, root, gap=gap, source=number))
            gap = 0
        else:
            gap += 1
    return Document(blocks=tuple(blocks), places=(root,), url=url, form="text")
