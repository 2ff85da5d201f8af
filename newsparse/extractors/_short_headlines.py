"""Links that are too short for headlines, but are some by where they stand."""

from __future__ import annotations

from typing import Final

from newsparse.addresses import is_article
from newsparse.document import Block
from newsparse.extractors._cards import HEADINGS, MENUS, SHARE, Card, Module, short_headline
from newsparse.extractors._pictured import Pictured
from newsparse.extractors._pointers import below_text, is_neighbour
from newsparse.lexicons import Topic
from newsparse.view import View

FELLOWS: Final = 2  # headlines that tell how those of a module look
FOOTER: Final = frozenset(("footer",))
READ_ALSO: Final = Topic.READ_ALSO  # bound once: looking up a member takes Python 3.11 as long as a call


def with_headlines(view: View, module: Module, heading: Block | None, pictured: Pictured) -> Module:
    """Return a module with the headlines of its cards that are too short for some elsewhere.

    Short links are some below the text under words that announce articles, among other headlines of their look, and
    several with pictures that lead to the same articles.
    """
    said = heading is not None and not view.topics(heading).isdisjoint(HEADINGS) and below_text(view, heading)
    looks = looks_of(module)
    shorts = [short_headline(view, card.blocks) if card.title is None else None for card in module.cards]
    shown = [
        short is not None and pictured.shows(card) and is_article(card.href)
        for card, short in zip(module.cards, shorts, strict=True)
    ]
    several = sum(shown) >= FELLOWS
    found = Module(module.place, module.label)
    for card, short, illustrated in zip(module.cards, shorts, shown, strict=True):
        fits = short is not None and (said or (illustrated and several))
        if short is not None and is_one(view, card, look(short) in looks, fits):
            found.cards.append(Card(card.place, card.href, card.blocks, short))
        else:
            found.cards.append(card)
    return found


def is_one(view: View, card: Card, alike: bool, fits: bool) -> bool:
    """Whether the short link of a card is a headline; *alike* others of its module, *fits* for another reason."""
    around = view.around_place(card.place) & MENUS
    if around:
        return (alike and around <= FOOTER) or is_neighbour(card)
    return alike or fits or read_also(view, card)


def looks_of(module: Module) -> frozenset[tuple[str, str]]:
    """Return how the headlines of a module look, where it has several and most of its cards have one."""
    titles = [card.title for card in module.cards if card.title is not None]
    if len(titles) < FELLOWS or len(titles) < SHARE * len(module.cards):
        return frozenset()
    return frozenset(look(title) for title in titles)


def look(block: Block) -> tuple[str, str]:
    """Return element and names of a block: cards of a module are made alike."""
    return block.place.tag, block.place.names


def read_also(view: View, card: Card) -> bool:
    """Whether words before the link of a card say "read also"."""
    return any(READ_ALSO in view.topics(block) for block in card.blocks)
