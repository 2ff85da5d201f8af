"""Captions that no element, name or table tells: by what the page declares, by how and where they are set."""

from __future__ import annotations

from typing import Final

from newsparse.addresses import is_picture
from newsparse.credits import has_marker
from newsparse.document import Block, Kind, Place
from newsparse.extractors._scene import Scene, text_key
from newsparse.lexicons import Topic

AGREED: Final = 15  # letters of a caption that is recognised by what the page declares
SLANTED: Final = ("em", "i")
INITIALS: Final = 2  # letters of a word in capitals that may be an abbreviation
SLANTED_SIZE: Final = 250  # characters; a longer italic paragraph is a passage of the text
PROSE: Final = 60.0  # weight of a paragraph of the text
TERM: Final = 450  # characters of a list of definitions that is a picture and its caption


def is_beside(scene: Scene, block: Block) -> bool:
    """Whether a block beside a picture says what the page declares of the picture, or carries a credit."""
    view = scene.view
    if Topic.CREDIT in view.topics(block) and has_marker(block.text, view.words):
        return True
    key = text_key(block.text)
    if len(key) < AGREED:
        return False
    return key in scene.declared or any(text_key(p.alt) == key for p in scene.beside[block.index])


def is_typeset(scene: Scene, block: Block) -> bool:
    """Whether a short paragraph between others, right below a large picture, is set as captions are.

    That is italic as a whole, or bold with an opening in capitals: other bold lines are questions and emphasis.
    """
    span, text = scene.span, block.text
    if block.kind is not Kind.PARAGRAPH or not span.first < block.index < span.last or len(text) > SLANTED_SIZE:
        return False
    slanted = any(mark.tag in SLANTED and mark.text == text for mark in block.marks)
    if scene.view.topics(block) or not (slanted or (block.strong == len(text) and opens_in_capitals(text))):
        return False
    above = scene.view.doc.blocks[block.index - 1]
    if scene.view.weight(above) < PROSE:  # below a lead picture it may be the subtitle or a note
        return False
    large = (p for p in scene.beside[block.index] if not p.href and p.index not in scene.decoration)
    return any(p.at == block.index for p in large)


def opens_in_capitals(text: str) -> bool:
    """Whether a sentence opens with a word in capitals, as captions do: "ADA Lindqvist at the harbour."."""
    first = text.partition(" ")[0].rstrip(":")
    return len(first) > INITIALS and first.isalpha() and first.isupper() and not text.isupper() and text[-1] == "."


def is_set_under(scene: Scene, block: Block) -> bool:
    """Whether a line is all that stands in the container of a large picture, below it, set small or with a credit."""
    view, text, place = scene.view, block.text, block.place
    if len(text) > SLANTED_SIZE or scene.sizes[place.index] != len(text):
        return False
    over = [p for p in scene.news.get(place.index, ()) if p.place is place and p.at == block.index]
    if not over or any(p.href and not is_picture(p.href) for p in over):
        return False
    return has_marker(text, view.words) or any(mark.tag == "small" and mark.text == text for mark in block.marks)


def term_of(scene: Scene, block: Block) -> Place | None:
    """Return the list of definitions around a block in which it explains a picture, and nothing else stands."""
    home = block.place.parent
    if block.place.tag != "dd" or home is None or home.tag != "dl" or scene.linked[home.index]:
        return None
    alone = scene.sizes[home.index] <= TERM and scene.sizes[home.index] == len(block.text)
    shown = [p for p in scene.news.get(home.index, ()) if p.place.tag == "dt" and (not p.href or is_picture(p.href))]
    return home if alone and len(shown) == 1 else None
