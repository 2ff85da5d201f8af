"""Other articles on the page, whole ones with a headline of their own: below the article, or the next one loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.document import Block, Kind, Place
from newsparse.findings import Label, Labelled, Trust
from newsparse.view import View

TEXT: Final = 200.0  # weight of prose that makes an article: more than a teaser has
PARAGRAPH: Final = 60.0  # weight of a paragraph of it
TRUST: Final = Trust.MARKUP + 0.1  # outweighs the scorer, to which another article's text is text, too


def neighbours(view: View) -> Iterator[Labelled]:
    """Label everything in another ``article`` element that has an h1 and text of its own below the headline's text."""
    title = next((view.doc.blocks[i] for i in view.found.labelled(Label.TITLE)), None)
    rivals = [b for b in view.visible if is_rival(b, title)] if title is not None else []
    prose = opening(view, title, rivals[0]) if title is not None and rivals else []
    if title is None or not prose:
        return
    own = frozenset(place.index for block in (title, *prose) for place in block.place.up())
    others = {place.index for rival in rivals if (place := article_of(view, rival, own)) is not None}
    for block in view.visible if others else ():
        if any(place.index in others for place in block.place.up()):
            yield Labelled(block.index, Label.OTHER, TRUST, "belongs to another article on the page")


def is_rival(block: Block, title: Block) -> bool:
    """Whether a block below the headline is an h1 that says something else."""
    below = block.level == 1 and block.index > title.index
    return below and block.kind is Kind.HEADING and block.text != title.text


def opening(view: View, title: Block, rival: Block) -> list[Block]:
    """Return the paragraphs between the headline and the first other h1; none where they make no article."""
    between = view.doc.blocks[title.index + 1 : rival.index]
    prose = [b for b in between if view.weight(b) >= PARAGRAPH and not b.hidden]
    return prose if sum(map(view.weight, prose)) >= TEXT else []


def article_of(view: View, rival: Block, own: frozenset[int]) -> Place | None:
    """Return the outermost ``article`` around another h1, None where it is none or holds some of the first article."""
    around = [place for place in rival.place.up() if place.tag == "article"]
    if not around or any(place.index in own for place in around):
        return None
    return around[-1] if view.place_weights[around[-1].index] >= TEXT else None
