"""Links that are too short for headlines, but are some by where they stand."""

from __future__ import annotations

from typing import Final

from newsparse.addresses import is_article
from newsparse.document import Block
from newsparse.extractors._cards import (
    ANNOUNCED,
    HEADINGS,
    MENUS,
    PAIR,
    SHARE,
    Card,
    Module,
    is_headline,
    look,
    said_by,
    short_headline,
)
from newsparse.extractors._pictured import Pictured
from newsparse.extractors._pointers import below_text, is_neighbour
from newsparse.lexicons import Topic
from newsparse.view import View

FELLOWS: Final = 2  # headlines that tell how those of a module look
NO_LOOKS: Final[frozenset[tuple[str, str]]] = frozenset()
FOOTER: Final = frozenset(("footer",))
ENDS: Final = frozenset(("navigation", "footer"))  # where the articles before and after are linked
LABELS: Final = frozenset((Topic.RELATED, Topic.NAVIGATION, Topic.READ_ALSO))
READ_ALSO: Final = Topic.READ_ALSO  # bound once: looking up a member takes Python 3.11 as long as a call


def with_headlines(view: View, module: Module, heading: Block | None, pictured: Pictured) -> Module:
    """Return a module with the headlines of its cards that are too short for some elsewhere.

    Short links are some below the text under words that announce articles, among other headlines of their look, and
    several with pictures that lead to the same articles.
    """
    menu = view.around_place(module.place) & MENUS
    if module.headed == len(module.cards) or (menu - FOOTER and len(module.cards) > PAIR):
        return module
    said = heading is not None and not said_by(view, heading).isdisjoint(HEADINGS) and below_text(view, heading)
    looks = looks_of(module)
    illustrated = not menu and are_illustrated(module, pictured)
    if not (said or looks or illustrated or len(module.cards) <= PAIR or view.saying(READ_ALSO)):
        return module
    cards: list[Card] = []
    for card in module.cards:
        found = None
        if card.title is None:
            found = short_one(view, card, said or (illustrated and pictured.shows(card)), looks)
        cards.append(card if found is None else Card(card.place, card.href, holding(card.blocks, found), found))
    return Module(module.place, cards, module.label)


def are_illustrated(module: Module, pictured: Pictured) -> bool:
    """Whether several cards without a headline have pictures."""
    shown = (card for card in module.cards if card.title is None and pictured.shows(card) and is_article(card.href))
    return sum(1 for _ in zip(shown, range(FELLOWS), strict=False)) == FELLOWS


def short_one(view: View, card: Card, fits: bool, looks: frozenset[tuple[str, str]]) -> Block | None:
    """Return the short link of a card where it is a headline: it *fits*, or has one of the *looks* of others."""
    around = view.around_place(card.place) & MENUS
    if around:
        alike = bool(looks) and around <= FOOTER
        fits = not around.isdisjoint(ENDS) and is_neighbour(card)
    else:
        alike, fits = bool(looks), fits or read_also(view, card)
    if not alike and not fits:
        return None
    short = short_headline(view, card.blocks)
    if short is None and around and fits:
        return behind_label(view, card.blocks)
    return short if short is not None and (fits or look(short) in looks) else None


def behind_label(view: View, blocks: list[Block]) -> Block | None:
    """Return the headline behind the words "Previous" or "Next article" in one link with it, as a line of its own."""
    for block in blocks:
        label = next((mark.text for mark in block.marks if not mark.href), "")
        rest = block.text.removeprefix(label).lstrip(" :")
        if not label or rest == block.text or view.words.phrases.topics(label).isdisjoint(LABELS):
            continue
        line = Block(block.index, rest, block.kind, block.place, block.level, len(rest), block.links)
        if is_headline(view, line, ANNOUNCED):
            return line
    return None


def holding(blocks: list[Block], line: Block) -> list[Block]:
    """Return the lines of a card with one that was taken out of a line of theirs in its place."""
    return [line if block.index == line.index else block for block in blocks]


def looks_of(module: Module) -> frozenset[tuple[str, str]]:
    """Return how the headlines of a module look, where it has several and most of its cards have one."""
    if module.headed < FELLOWS or module.headed < SHARE * len(module.cards):
        return NO_LOOKS
    return frozenset([look(card.title) for card in module.cards if card.title is not None])


def read_also(view: View, card: Card) -> bool:
    """Whether words before the link of a card say "read also"."""
    return any(READ_ALSO in said_by(view, block) for block in card.blocks)
