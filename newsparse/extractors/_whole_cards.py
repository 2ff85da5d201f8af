"""Cards of which only the headline leads to the article: the box around it, with topic line, summary, author, day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from newsparse.document import Block, Kind, Place
from newsparse.extractors._cards import CARD_SIZE, HEADINGS, Card, look, said_by
from newsparse.view import View, with_inner

CLIMB: Final = 5  # containers from a headline up to the one that is its card
FELLOWS: Final = 2  # cards of one make


def whole_cards(view: View, cards: list[Card], walls: frozenset[int]) -> list[Card]:
    """Return the cards of a page, those with a headline widened to the containers that hold no other headline.

    Only containers that look like others on the page are cards, and none that stands among the paragraphs of the text.
    """
    region = view.found.region
    titled = [
        card
        for card in cards
        if (title := card.title) is not None
        and (region is None or not region.first <= title.index <= region.last)
        and card.place.parent is not None
    ]
    counts = counts_of(view, titled)
    wide = {card.place.index: place for card in titled if (place := box_of(view, card, counts, walls)) is not None}
    if not wide:
        return cards
    alike = Counter([(place.tag, place.names) for place in wide.values()])
    boxes = {at: place for at, place in wide.items() if alike[place.tag, place.names] >= FELLOWS}
    if not boxes:
        return cards
    boxes.update(shorter_ones(cards, boxes, counts))
    return boxed(view, cards, boxes)


def shorter_ones(cards: list[Card], boxes: dict[int, Place], counts: list[int]) -> Iterator[tuple[int, Place]]:
    """Yield the boxes of the same make around links that are too short for headlines, but look like those."""
    makes = {(place.tag, place.names) for place in boxes.values()}
    looks = {look(card.title) for card in cards if card.title is not None and card.place.index in boxes}
    for card in cards:
        if card.title is None and any(look(block) in looks for block in card.blocks):
            around = (place for place, _ in zip(card.place.up(), range(CLIMB), strict=False))
            box = next((place for place in around if (place.tag, place.names) in makes), None)
            if box is not None and counts[box.index] == 0:
                yield card.place.index, box


def counts_of(view: View, titled: list[Card]) -> list[int]:
    """Return how many headlines of cards each container holds, by place."""
    counts = [0] * len(view.doc.places)
    for card in titled:
        counts[card.place.index] += 1
    return with_inner(view.doc.places, counts)


def box_of(view: View, card: Card, counts: list[int], walls: frozenset[int]) -> Place | None:
    """Return the largest container around a card that holds no other headline; None where that is its own."""
    found: Place | None = None
    place = card.place.parent
    for _ in range(CLIMB):
        if (
            place is None
            or counts[place.index] != 1
            or place.index in walls
            or view.place_sizes[place.index] > CARD_SIZE
        ):
            break
        found, place = place, place.parent
    while found is not None and found is not card.place and announces(view, card, found):
        found = child_of(found, card.place)
    return found if found is not card.place else None


def announces(view: View, card: Card, box: Place) -> bool:
    """Whether a heading, or words that announce articles, stand in a container above the card."""
    for at in range(card.blocks[0].index - 1, -1, -1):
        block = view.doc.blocks[at]
        if not block.place.lies_in(box):
            return False
        if not block.hidden and (block.kind is Kind.HEADING or not said_by(view, block).isdisjoint(HEADINGS)):
            return True
    return False


def child_of(outer: Place, inner: Place) -> Place:
    """Return the container right in *outer* that holds *inner*."""
    place = inner
    while place.parent is not None and place.parent is not outer:
        place = place.parent
    return place


def boxed(view: View, cards: list[Card], boxes: dict[int, Place]) -> list[Card]:
    """Return cards with all that stands in their boxes; what else leads somewhere from there is a part of them."""
    owner: list[int] = [-1] * len(view.doc.places)
    for place in boxes.values():
        owner[place.index] = place.index
    for place in view.doc.places:  # parents before children
        if owner[place.index] < 0 and place.parent is not None:
            owner[place.index] = owner[place.parent.index]
    lines: dict[int, list[Block]] = {place.index: [] for place in boxes.values()}
    for block in view.visible:
        if (at := owner[block.place.index]) >= 0:
            lines[at].append(block)
    found: list[Card] = []
    for card in cards:
        box = boxes.get(card.place.index)
        if box is not None:
            found.append(Card(box, card.href, lines[box.index], card.title))
        elif owner[card.place.index] < 0:
            found.append(card)
    return found
