"""The text of the article: blocks that the scorer takes for it."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Final

from newsparse.document import Block, Kind
from newsparse.features import Features
from newsparse.findings import TEXT_LABELS, Label, Labelled, Trust
from newsparse.scorer import body_scorer, probability
from newsparse.view import View

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
AD: Final = Label.AD
BODY: Final = Label.BODY
OTHER: Final = Label.OTHER
POINTER: Final = 40  # characters; a shorter block that is all link is an entry of a menu
LINKED: Final = 0.9  # share of links from which a block is "all link"
BUTTON: Final = 40  # characters; a shorter button says what it does, a longer one may hold a sentence
DOUBTFUL: Final = 1.5  # log-odds below which what a block heads, or stands in, decides


def body(view: View) -> Iterator[Labelled]:
    """Label text of the article, and what nobody has claimed; in raw text, ``lines`` has found the text."""
    if view.doc.is_text:
        yield from leftovers(view)
        return
    blocks = [b for b in view.visible if not is_pointer(b)]
    judge = Judge(view, blocks)
    for at, block in enumerate(blocks):
        if view.brief and is_outweighed(view, block):
            continue
        score = judge.score(at)
        if score > 0 and not is_button(block) and not judge.doubts(at):
            yield Labelled(block.index, TEXT_LABELS.get(block.kind, BODY), Trust.MARKUP, why(view, "looks", score))
        elif view.free(block):
            yield Labelled(block.index, OTHER, Trust.NONE, why(view, "does not look", score))
    for block in view.visible:
        if view.free(block) and is_pointer(block):
            yield Labelled(block.index, Label.NAVIGATION, Trust.NONE, "short and all link")


class Judge:
    """What the scorer says of the blocks of a page, each looked at once."""

    def __init__(self, view: View, blocks: list[Block]) -> None:
        self.view: Final = view
        self.blocks: Final = blocks
        self.features: Final = Features(view, blocks)
        self.scorer: Final = body_scorer()
        self.known: Final[dict[int, float]] = {}

    def score(self, at: int) -> float:
        """Return the log-odds that the block at a position is text of the article.

        Where nobody asks for more, they are exact only as long as they leave a doubt.
        """
        known = self.known.get(at)
        if known is None:
            least, most = (0.0, DOUBTFUL) if self.view.brief else (-inf, inf)
            known = self.known[at] = self.scorer.score(self.features.of(at), least, most)
        return known

    def doubts(self, at: int) -> bool:
        """Whether what little speaks for a block is outweighed: it heads what is no text, or stands in a summary."""
        block = self.blocks[at]
        if self.score(at) >= DOUBTFUL:
            return False
        if "summary" in self.view.around(block):
            return True
        if block.kind is not Kind.HEADING:
            return False
        after = at + 1
        while after < len(self.blocks) and self.view.label(self.blocks[after]) is AD:
            after += 1
        return after < len(self.blocks) and self.score(after) <= 0


def is_outweighed(view: View, block: Block) -> bool:
    """Whether a label that the block has already outweighs whatever the scorer would say."""
    known = view.found.best_label(block.index)
    return known is not None and known.trust >= Trust.MARKUP


def why(view: View, verb: str, score: float) -> str:
    """Return the reason for a verdict, which only ``explain`` tells."""
    return "" if view.brief else f"{verb} like text of the article ({probability(score):.0%})"


def leftovers(view: View) -> Iterator[Labelled]:
    """Label the lines of raw text that nobody has claimed."""
    for block in view.visible:
        if view.free(block):
            yield Labelled(block.index, Label.OTHER, Trust.NONE, "does not look like text of the article")


def is_button(block: Block) -> bool:
    """Whether a block is a control and no sentence that somebody made a control."""
    return block.kind is Kind.CONTROL and len(block.text) < BUTTON


def is_pointer(block: Block) -> bool:
    """Whether a block is short and all link."""
    return block.linked >= LINKED * len(block.text) and len(block.text) < POINTER
