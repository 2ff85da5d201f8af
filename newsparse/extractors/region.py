"""Where on the page the article lies: the container that holds the bulk of its prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.document import Block, Place
from newsparse.findings import Region
from newsparse.punctuation import STOPS
from newsparse.view import View, weights_held

BULK: Final = 0.75  # share of the prose in question that the region's container must hold
LEAST: Final = 60  # weight of a paragraph that counts


def region(view: View) -> Iterator[Region]:
    """Find the smallest container with the bulk of the page's prose outside of obvious noise.

    In raw text ``lines`` has found the region already; it is given its headline.
    """
    if (known := view.found.region) is not None:
        yield Region(known.first, known.last, known.place, view.found.headline)
        return
    prose = [b for b in view.visible if view.weight(b) >= LEAST and view.free(b)] or short_prose(view)
    if not prose:
        return
    place = trunk(view, prose)
    inside = [b for b in prose if b.place.lies_in(place)]
    yield Region(inside[0].index, inside[-1].index, place, view.found.headline)


def short_prose(view: View) -> list[Block]:
    """Return the whole sentences below the headline, for a page that has no longer paragraph."""
    start = view.found.headline
    if start is None:
        return []
    return [b for b in view.visible if b.index > start and view.weight(b) and b.text[-1] in STOPS and view.free(b)]


def trunk(view: View, prose: list[Block]) -> Place:
    """Walk down from the root while one child still holds the bulk."""
    places = view.doc.places
    sums = weights_held(places, prose, view.weights)
    bulk = BULK * sums[0]
    return max([place for place in places if sums[place.index] >= bulk], key=lambda place: place.depth)
