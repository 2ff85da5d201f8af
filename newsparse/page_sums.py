"""What the blocks of a page add up to, by container, by look and along the page: computed once for all features."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, TypeAlias

from newsparse.compiling import mypyc_attr
from newsparse.declared import Declared
from newsparse.document import Block, Place
from newsparse.findings import Label
from newsparse.letters import squashed
from newsparse.view import View

NEAR: Final = (1, 3)  # blocks to each side that make up the neighbourhood
LINKS_NEAR: Final = (1, 3, 8)  # the same for its share of links
PARAGRAPH: Final = 60.0  # weight of a block that is one of the text's column

Shape: TypeAlias = tuple[str, str, str, str]
"""What equal looking blocks have in common: tag and names of their container and of the one around it."""


def shape(place: Place) -> Shape:
    """Return what equal looking blocks have in common: the names of their container and of the one around it."""
    parent = place.parent
    return (place.tag, place.names, parent.tag, parent.names) if parent else (place.tag, place.names, "", "")


@mypyc_attr(acyclic=True)
class Look:
    """All blocks that look alike."""

    def __init__(self) -> None:
        self.count = 0
        self.weight = 0.0
        self.chars = 0
        self.linked = 0


class Sums:
    """What the containers of a page hold."""

    def __init__(self, view: View) -> None:
        places = view.doc.places
        self.chars: Final = view.place_sizes
        self.linked: Final = [0] * len(places)  # by place: characters inside links
        self.items: Final = [0] * len(places)  # by place: list items directly in it
        self.parents: Final[dict[int, float]] = {}  # by place: weight of the blocks directly in its children
        self.shapes: Final[dict[Shape, Look]] = {}
        self.looks: Final[list[Look | None]] = [None] * len(places)  # by place; None for those without text
        weights = view.weights
        for block in view.visible:
            self.add(block, weights[block.index])
        for place in reversed(places):
            parent, linked = place.parent, self.linked[place.index]
            if linked and parent is not None:
                self.linked[parent.index] += linked
            if place.tag == "li" and parent is not None:
                self.items[parent.index] += 1
        self.column: Final = max(self.parents, key=self.parents.__getitem__, default=0)
        self.trunk: Final = {place.index for place in places[self.column].up()}

    def add(self, block: Block, weight: float) -> None:
        """Count a block in the container that it stands in directly."""
        place = block.place
        look = self.look(place)
        look.count += 1
        look.chars += len(block.text)
        if block.linked:
            self.linked[place.index] += block.linked
            look.linked += block.linked
        if weight:
            above = place.parent.index if place.parent else 0
            self.parents[above] = self.parents.get(above, 0.0) + weight
            look.weight += weight

    def look(self, place: Place) -> Look:
        """Return all that looks like what stands in a container."""
        known = self.looks[place.index]
        if known is None:
            looks = shape(place)
            known = self.shapes.get(looks)
            if known is None:
                known = self.shapes[looks] = Look()
            self.looks[place.index] = known
        return known

    def link_share(self, place: Place) -> float:
        """Return the share of links in a container."""
        chars = self.chars[place.index]
        return self.linked[place.index] / chars if chars else 0.0


class Siblings:
    """The order of the blocks among those whose containers stand in the same one, and among those that look alike."""

    def __init__(self, blocks: Sequence[Block], sums: Sums) -> None:
        self.counts: Final[dict[int, int]] = {}  # by place: blocks directly in its children
        self.ranks: Final[list[int]] = []  # by position: blocks before it in the same container
        self.runs: Final[list[int]] = []  # by position: blocks in a row that look alike, itself among them
        start = 0
        last: Look | None = None
        for at, block in enumerate(blocks):
            above = above_of(block.place)
            rank = self.counts.get(above, 0)
            self.counts[above] = rank + 1
            self.ranks.append(rank)
            look = sums.look(block.place)
            if look is not last:
                self.runs.extend([at - start] * (at - start))
                start, last = at, look
        self.runs.extend([len(blocks) - start] * (len(blocks) - start))


def above_of(place: Place) -> int:
    """Return the number of the container around a container."""
    return place.parent.index if place.parent is not None else place.index


def column_of(view: View, blocks: Sequence[Block], sums: Sums) -> tuple[int, int]:
    """Return the positions of the first and the last paragraph in the container that holds most of the prose."""
    weights = view.weights
    column = [
        at
        for at, block in enumerate(blocks)
        if weights[block.index] >= PARAGRAPH and above_of(block.place) == sums.column
    ]
    return (column[0], column[-1]) if column else (0, len(blocks))


def cumulated(weights: Sequence[float]) -> list[float]:
    """Return the weight of the blocks before each position, and of all at the end."""
    return list(accumulate(weights, initial=0.0))


class Neighbourhoods:
    """What stands around each block, in widening circles."""

    def __init__(self, blocks: Sequence[Block], weights: list[float]) -> None:
        """Take the blocks, and what ``cumulated`` gives."""
        self.weights: Final = weights
        self.chars: Final = list(accumulate([len(b.text) for b in blocks], initial=0))
        self.linked: Final = list(accumulate([b.linked for b in blocks], initial=0))
        self.end: Final = len(blocks)

    def of(self, at: int) -> list[float]:
        """Return the mean weight of a block and its neighbours, then the share of links there."""
        weights, chars, linked, end = self.weights, self.chars, self.linked, self.end
        near: list[float] = []
        for n in NEAR:
            low, high = max(0, at - n), min(at + n + 1, end)
            near.append((weights[high] - weights[low]) / (high - low))
        for n in LINKS_NEAR:
            low, high = max(0, at - n), min(at + n + 1, end)
            size = chars[high] - chars[low]
            near.append((linked[high] - linked[low]) / size if size else 0.0)
        return near


def declared_letters(declared: Declared) -> str:
    """Return the longest ``articleBody`` declared, squeezed to letters as ``squashed`` does; "" where there is none."""
    bodies = [o.get("articleBody") for o in declared.json_ld]
    longest = max([b for b in bodies if isinstance(b, str)], key=len, default="")
    return squashed(longest)


def first_comment(view: View, title: int) -> int:
    """Return the first block below the headline that is a comment; a number beyond all blocks where there is none."""
    return next((i for i in view.found.labelled(Label.COMMENT) if i > title), len(view.doc.blocks))
