"""Where cards lie: containers that lead to one page, the links of a list, and the modules that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newsparse.addresses import is_picture
from newsparse.compiling import mypyc_attr
from newsparse.document import Block, Place
from newsparse.extractors._cards import (
    ANNOUNCED,
    CARD_SIZE,
    LINKED,
    Card,
    Module,
    headline,
    is_headline,
    leads,
)
from newsparse.extractors._link_lists import link_list
from newsparse.extractors._whole_cards import whole_cards
from newsparse.view import WRAPS, View, with_inner

MANY: Final = "*"  # stands for more than one target
PARAGRAPH: Final = 25.0  # letters of a block that may be a paragraph
PARAGRAPHS: Final = 3  # from so many on that lead nowhere a container is an article with a link; a card has a summary


@mypyc_attr(acyclic=True)
class Run:
    """Lines that stand together and lead to one page."""

    place: Final[Place]
    """Their container."""

    href: Final[str]
    """Where they lead, as written."""

    blocks: Final[list[Block]]
    """The lines."""

    def __init__(self, place: Place, href: str, blocks: list[Block]) -> None:
        self.place = place
        self.href = href
        self.blocks = blocks


def modules_of(view: View) -> list[Module]:
    """Return all modules of cards on the page, in page order."""
    targets, walls = targets_of(view), walls_of(view)
    grouped: dict[int, list[Block]] = {}
    lists: list[Module] = []
    for block in view.visible:
        if block.links > 1 and (found := listed(view, block)) is not None:
            lists.append(found)
        elif (place := card_place(block, targets, walls)) is not None:
            grouped.setdefault(place.index if targets[place.index] != MANY else -1 - block.index, []).append(block)
    runs = joined(runs_of(view, grouped, targets))
    cards = [Card(run.place, run.href, run.blocks, headline(view, run.blocks)) for run in runs]
    modules: dict[int, Module] = {}
    for card in whole_cards(view, cards, walls):
        parent = card.place.parent or card.place
        modules.setdefault(parent.index, Module(parent, [])).cards.append(card)
    return sorted((*modules.values(), *lists), key=lambda module: module.cards[0].blocks[0].index)


def runs_of(view: View, grouped: dict[int, list[Block]], targets: list[str | None]) -> Iterator[Run]:
    """Yield what leads to one page each: containers by their index, lines among others, of which theirs is negative."""
    for index, blocks in grouped.items():
        place = view.doc.places[index] if index >= 0 else blocks[0].place
        target = targets[place.index]
        yield Run(place, (target if target != MANY else blocks[0].href) or "", blocks)


def joined(runs: Iterable[Run]) -> list[Run]:
    """Join what stands one below the other in one container and leads to one page: a link around several lines."""
    found: list[Run] = []
    end = -1
    for run in runs:
        first = run.blocks[0].index
        if first == end and (whole := with_next(found[-1], run)) is not None:
            found[-1] = whole
        else:
            found.append(run)
        end = run.blocks[-1].index + 1
    return found


def with_next(last: Run, run: Run) -> Run | None:
    """Return two runs as one where both are linked to one page and stand in each other or in one container."""
    if last.href != run.href or not any(block.linked for block in run.blocks):
        return None
    place = deeper(last.place, run.place)
    if place is None:
        return None
    last.blocks.extend(run.blocks)  # not a list of both: thousands of lines may lie in one link
    return Run(place, run.href, last.blocks)


def deeper(one: Place, other: Place) -> Place | None:
    """Return the inner one of two containers that stand in each other or in the same; None for others."""
    if one is other or one.parent is other or one.parent is other.parent:
        return one
    return other if other.parent is one else None


def listed(view: View, block: Block) -> Module | None:
    """Return the links of a list in one run of text as cards; None where it is none, or no list of headlines."""
    links = link_list(block)
    if links is None or not all(is_headline(view, line, ANNOUNCED) for line in links.lines):
        return None
    cards = [Card(block.place, line.href or "", [line], headline(view, [line])) for line in links.lines]
    return Module(block.place, cards, links.label)


def targets_of(view: View) -> list[str | None]:
    """Return the one target of every container; MANY where there are several, None where there is none.

    Where no text in it is linked, it is that of an empty link or of a picture.
    """
    targets: list[str | None] = [MANY if size > CARD_SIZE else None for size in view.place_sizes]
    for block in view.visible:
        index = block.place.index
        for href in hrefs(block) if block.links and targets[index] != MANY else ():
            targets[index] = href if targets[index] in (None, href) else MANY
    covers = {p.place.index: p.href for p in view.doc.pictures if p.href and not is_picture(p.href)}
    for place in reversed(view.doc.places):  # children before parents
        parent, mine = place.parent, targets[place.index]
        if mine is None and (cover := place.cover or covers.get(place.index)) and leads(cover):
            mine = targets[place.index] = cover
        if parent is not None and mine is not None and (theirs := targets[parent.index]) != mine:
            targets[parent.index] = mine if theirs is None else MANY
    return targets


def hrefs(block: Block) -> set[str]:
    """Return the other pages that a block leads to."""
    found = {m.href for m in block.marks if m.href and leads(m.href)}
    if (wrap := block.place.href) and leads(wrap):
        found.add(wrap)
    return found


def walls_of(view: View) -> frozenset[int]:
    """Return the containers of the article, of its headline and of whole texts: no card reaches up to them."""
    region = view.found.region
    articles = {at for at, count in enumerate(paragraphs_held(view)) if count >= PARAGRAPHS}
    if region is None:
        return frozenset(articles | {0})
    total = view.place_weights[0]
    walls = articles | {at for at, weight in enumerate(view.place_weights) if weight > WRAPS * total}
    inside = [view.doc.blocks[at].place.parent for at in (region.headline, region.first) if at is not None]
    for inner in (region.place, *inside):
        walls.update(place.index for place in (inner.up() if inner is not None else ()))
    return frozenset(walls)


def paragraphs_held(view: View) -> list[int]:
    """Return how many paragraphs without a link in or around them each container holds, by place."""
    counts = [0] * len(view.doc.places)
    weights = view.weights
    for block in view.visible:
        if weights[block.index] >= PARAGRAPH and not block.links and block.place.href is None:
            counts[block.place.index] += 1
    return with_inner(view.doc.places, counts)


def card_place(block: Block, targets: list[str | None], walls: frozenset[int]) -> Place | None:
    """Return the largest container around a block that leads to one page and no other; None where there is none."""
    place = block.place
    target = targets[place.index]
    if target is None:
        place, target = next(((p, t) for p in place.up() if (t := targets[p.index]) is not None), (place, None))
        if place.index in walls:
            return None
    if target == MANY and place is block.place and first_link_share(block) >= LINKED:
        return place
    if target is None or target == MANY:
        return None
    while place.parent is not None and targets[place.parent.index] == target and place.parent.index not in walls:
        if place.parent.tag == "p":  # no container stands in a paragraph: what is written behind it is the next one
            break
        place = place.parent
    return place


def first_link_share(block: Block) -> float:
    """Return the share of a block's text inside its first link."""
    first = next((m.text for m in block.marks if m.href), "")
    return len(first) / len(block.text)
