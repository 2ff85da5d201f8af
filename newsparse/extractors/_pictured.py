"""Which containers and links of a page have a picture."""

from __future__ import annotations

from typing import Final

from newsparse.compiling import mypyc_attr
from newsparse.extractors._cards import Card
from newsparse.view import View, with_inner


@mypyc_attr(acyclic=True)
class Pictured:
    """The pictures of a page, as cards are asked for theirs."""

    view: Final[View]
    """The page."""

    targets: Final[frozenset[str]]
    """Where pictures lead."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.targets = frozenset([picture.href for picture in view.doc.pictures if picture.href])
        self._places: frozenset[tuple[str, int]] | None = None
        self._held: list[int] | None = None

    @property
    def held(self) -> list[int]:
        """How many pictures a container holds, by place."""
        if self._held is None:
            held = [0] * len(self.view.doc.places)
            for picture in self.view.doc.pictures:
                held[picture.place.index] += 1
            self._held = with_inner(self.view.doc.places, held)
        return self._held

    def beside(self, card: Card) -> bool:
        """Whether a picture stands in a card, or right before or after its lines with the same link around it."""
        if self.held[card.place.index] > 0:
            return True
        if self._places is None:
            self._places = frozenset([(p.href, p.at) for p in self.view.doc.pictures if p.href])
        first, last = card.blocks[0].index, card.blocks[-1].index + 1
        return (card.href, first) in self._places or (card.href, last) in self._places

    def shows(self, card: Card) -> bool:
        """Whether a picture leads where the card does, or stands in it."""
        return card.href in self.targets or self.held[card.place.index] > 0
