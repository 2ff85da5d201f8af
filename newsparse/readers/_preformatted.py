"""Raw text in the clothes of a page: what a browser makes of a text file, and how old wires were put on the web."""

from __future__ import annotations

from html import unescape
from typing import Final

from newsparse.document import Document

OPENING: Final = "<pre"
CLOSING: Final = "</pre"


def preformatted(page: Document, markup: str) -> str | None:
    """Return the text of a page that is one ``pre`` and nothing else, lines kept; None for any other page."""
    if len(page.blocks) != 1 or page.blocks[0].place.tag != OPENING[1:]:
        return None
    lowered = markup.lower()
    start = lowered.find(OPENING)
    end = lowered.find(CLOSING, start)
    inside = markup[markup.find(">", start) + 1 : end if end >= 0 else None]
    if "</" in inside or not inside.count("\n"):  # markup inside says more than lines do
        return None
    return unescape(inside)
