"""Which containers and links of a page have a picture."""

from __future__ import annotations

from typing import Final

from newsparse.extractors._cards import Card
from newsparse.view import View, with_inner


class Pictured:
    """The pictures of a page, as cards are asked for theirs."""

    held: Final[list[int]]
    """How many pictures a container holds, by place."""

    targets: Final[frozenset[str]]
    """Where pictures lead."""

    def __init__(self, view: View) -> None:
        held = [0] * len(view.doc.places)
        for picture in view.doc.pictures:
            held[picture.place.index] += 1
        self.held = with_inner(view.doc.places, held)
        self.targets = frozenset([picture.href for picture in view.doc.pictures if picture.href])

    def shows(self, card: Card) -> bool:
        """Whether a card has a picture, in it or beside it, that leads where the card does."""
        return self.held[card.place.index] > 0 or card.href in self.targets
