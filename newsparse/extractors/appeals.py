"""Boxes that ask for something – to subscribe, to sign in, to consent – as wholes, with what they promise for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsparse.document import Block, Place
from newsparse.extractors._boxes import spans_of
from newsparse.findings import Label, Labelled, Trust
from newsparse.letters import length
from newsparse.lexicons import Topic
from newsparse.view import View

ASKS: Final = frozenset((Topic.PAYWALL, Topic.LOCKED, Topic.METERED, Topic.CONSENT, Topic.NEWSLETTER))
SHOPS: Final = frozenset(("advertising", "related"))  # hints of a box that sells or points elsewhere
MOST: Final = 700.0  # weight of prose beyond which a container is a passage of the article, whatever it opens with
SHARE: Final = 0.3  # share of the page's prose beyond which it may be all there is of the article
LEAST: Final = 20  # letters; a shorter line ("Best value", "Newsletter") asks for nothing
TOLD: Final = 30.0  # letters of a sentence about a summary; shorter lines head one, which may be the author's
HEAD: Final = 1  # blocks that may stand before the words that tell: a heading
TRUST: Final = Trust.MARKUP + 0.05  # outweighs the scorer


def appeals(view: View) -> Iterator[Labelled]:
    """Label all of a small container that opens with an appeal, where noise has not told what it is."""
    yield from shops(view)
    yield from summaries(view)
    asking = [b for b in view.visible if is_appeal(view, b)]
    if not asking:
        return
    ranks = {block.index: rank for rank, block in enumerate(view.visible)}
    spans = spans_of(view)
    end = 0
    for block in asking:
        rank, label = ranks[block.index], view.label(block)
        box = box_of(view, block, rank, spans) if rank >= end else None
        if box is None or label is None:
            continue
        first, end = spans[box.index]
        for other in view.visible[first:end]:
            yield Labelled(other.index, label, TRUST, f"in a box that opens with an appeal ({label})")


def shops(view: View) -> Iterator[Labelled]:
    """Label all of a small container that is called one that sells, and in which a line says that it does."""
    most = min(MOST, SHARE * view.place_weights[0])
    selling: set[int] = set()
    for block in view.saying(Topic.PROMOTION):
        if (place := shop_of(view, block, most)) is not None:
            selling.add(place.index)
    for block in view.visible if selling else ():
        if any(place.index in selling for place in block.place.up()):
            yield Labelled(block.index, Label.AD, TRUST, "in a box that is called one that sells, and says so")


def shop_of(view: View, block: Block, most: float) -> Place | None:
    """Return the largest small container around a block that is called one that sells."""
    found = None
    for place in block.place.up():
        if view.place_weights[place.index] > most:
            break
        if view.hints(place) & SHOPS:
            found = place
    return found


def summaries(view: View) -> Iterator[Labelled]:
    """Label all of a small container in which a whole sentence says that it is a summary, and by whom: by a machine."""
    most = min(MOST, SHARE * view.place_weights[0])
    found: set[int] = set()
    for block in view.saying(Topic.SUMMARY):
        if length(block.text) >= TOLD:
            weight = view.weight(block)
            place = next((p for p in block.place.up() if view.place_weights[p.index] > weight), None)
            if place is not None and view.place_weights[place.index] <= most:
                found.add(place.index)
    for block in view.visible if found else ():
        if any(place.index in found for place in block.place.up()):
            yield Labelled(block.index, Label.OTHER, TRUST, "in a summary that says who made it")


def is_appeal(view: View, block: Block) -> bool:
    """Whether a block was taken for noise, and its words ask for something."""
    if ASKS.isdisjoint(view.topics(block)):
        return False
    return not view.free(block) and length(block.text) >= LEAST


def box_of(view: View, block: Block, rank: int, spans: dict[int, tuple[int, int]]) -> Place | None:
    """Return the largest small container that the block opens; None where it stands alone in all of them."""
    found = None
    most = min(MOST, SHARE * view.place_weights[0])
    for place in block.place.up():
        first, last = spans[place.index]
        if rank - first > HEAD or view.place_weights[place.index] > most:
            break
        if last - first > 1:
            found = place
    return found if found is not None and not is_menu(view.visible[slice(*spans[found.index])]) else None


def is_menu(blocks: Sequence[Block]) -> bool:
    """Whether what stands in a box is mostly links: a menu that begins with a subscription."""
    return 2 * sum(b.linked for b in blocks) > sum(len(b.text) for b in blocks)
