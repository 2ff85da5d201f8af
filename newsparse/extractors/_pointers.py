"""Which cards are pointers to other articles: what is said of them, where they stand, where they lead."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsparse.addresses import is_article, is_elsewhere
from newsparse.document import Block, Kind
from newsparse.extractors._cards import (
    HEADINGS,
    MARGIN,
    MENUS,
    PAIR,
    QUESTIONS,
    SENTENCE,
    SHARE,
    SHORTEST,
    STOPS,
    Card,
    Module,
    is_covered,
    is_headline,
    leads,
    letters,
    said_by,
)
from newsparse.extractors._pictured import Pictured
from newsparse.findings import Label
from newsparse.lexicons import Topic, table
from newsparse.markup import parts_of
from newsparse.view import View

WHOLE: Final = 0.95  # link share of a block that is a link and nothing else
FELLOWS: Final = 2  # such headlines from which a list is no menu
NEAR: Final = 3  # containers from a card up, its own included, that may be named after the article before or after
LABEL: Final = 6  # characters of a label before a link
BOX: Final = 400.0  # weight of prose in a box beside the text
NEVER: Final = frozenset(("comments", "consent", "dialog"))
SHARING: Final = frozenset(("share",))  # what calls itself a bookmark may be a box that shows an article
OFFERS: Final = frozenset((Topic.ADVERTISING, Topic.PROMOTION))
WORDS: Final = 4  # words of a headline in a part of the page that holds menus, too
ARROWS: Final = frozenset("←→‹›«»⟵⟶⇐⇒❮❯◀▶◄►<>")


def is_teaser(view: View, module: Module, card: Card, heading: Block | None, pictured: Pictured) -> bool:
    """Whether a card is a pointer to another article."""
    title = card.title
    if title is not None and (site := view.told(title)) is not None:
        return site is Label.TEASER
    said = says_related(view, card, heading)
    if (
        title is None
        or view.around_place(card.place) & NEVER
        or is_paid(view, card)
        or offers(view, title, heading, said)
    ):
        return False
    told = said or named_related(view, card)
    if in_text(view, card):
        return told or stands_between(view, module, card, heading, pictured)
    return leads_away(view, module, card, said, told, pictured)


def stands_between(view: View, module: Module, card: Card, heading: Block | None, pictured: Pictured) -> bool:
    """Whether a card among the paragraphs that nothing calls related is none of them, by its headline or picture."""
    title = card.title
    if title is None or card.place is module.place:
        return False
    if is_headline(view, title) and stands_apart(view, card):
        return True
    region = view.found.region
    if region is not None and title.index > region.last and len(module.cards) <= PAIR and is_neighbour(card):
        return True
    return heading is None and pictured.beside(card) and is_box(view, card)


def leads_away(view: View, module: Module, card: Card, said: bool, told: bool, pictured: Pictured) -> bool:
    """Whether a card outside of the text is a pointer to another article; *told* by words, *said*, or names."""
    around = view.around_place(card.place)
    if not said and not is_written(view, card) and (not is_article(card.href) if not told else is_section(view, card)):
        return False
    if is_elsewhere(card.href, view.doc) and (not told or "footer" in around):
        return False
    if around & MENUS == SHARING and pictured.beside(card) and is_box(view, card):
        return True
    if around & MENUS:
        return stands_in_menu(module, card, view.around(card.title or card.blocks[0]), said, told, pictured)
    return leads_to_article(module, card, told)


def stands_in_menu(
    module: Module, card: Card, around: frozenset[str], said: bool, told: bool, pictured: Pictured
) -> bool:
    """Whether a card in a part of the page that holds menus, too, is a pointer to another article."""
    title = card.title
    if title is None:
        return False
    mostly_long = module.long >= FELLOWS and module.long >= SHARE * len(module.cards)
    if mostly_long or letters(title.text) >= SENTENCE or (len(module.cards) <= PAIR and is_neighbour(card)):
        return True
    if "footer" in around:
        shown = pictured.shows(card) or (title.kind is Kind.HEADING and "picture" in around)
        return (said and is_article(card.href)) or (shown and len(title.text.split()) >= WORDS)
    return said if "navigation" in around else told


def leads_to_article(module: Module, card: Card, told: bool) -> bool:
    """Whether a card outside of text and menus is a pointer to another article; *told* by words or names."""
    title = card.title
    if title is None:
        return False
    long = letters(title.text) >= SENTENCE
    return long or told or title.kind is Kind.HEADING or module.headed >= SHARE * len(module.cards)


def offers(view: View, title: Block, heading: Block | None, said: bool) -> bool:
    """Whether a card sells something, by its words or by those above its module, or leads to a place on the page."""
    if Topic.ADVERTISING in said_by(view, title) or (title.href and not leads(title.href)):
        return True
    return heading is not None and not said and not OFFERS.isdisjoint(said_by(view, heading))


def is_written(view: View, card: Card) -> bool:
    """Whether a card is a linked heading with a summary under it: no menu has those."""
    title = card.title
    if title is None or title.kind is not Kind.HEADING or not (title.linked or is_covered(view, card.blocks)):
        return False
    return any(is_summary(block) for block in card.blocks[card.blocks.index(title) + 1 :])


def is_section(view: View, card: Card) -> bool:
    """Whether a link does not look like that of an article, while the page's own address does."""
    return not is_article(card.href) and any(
        is_article(own) for own in (view.doc.url, view.doc.declared.canonical) if own
    )


def is_neighbour(card: Card) -> bool:
    """Whether names or an arrow call a card the article before or after this one."""
    if any(ARROWS.issuperset(block.text) for block in card.blocks):
        return True
    links = (mark.names for block in card.blocks for mark in block.marks if mark.href)
    names = [*links, *(place.names for place, _ in zip(card.place.up(), range(NEAR), strict=False))]
    return any(are_named(whole, name_parts("neighbours")) for whole in names)


def are_named(names: str, known: frozenset[str]) -> bool:
    """Whether the names of an element hold one of some parts of names."""
    low = names.lower()
    if not any(part in low for part in known):
        return False
    return any(not known.isdisjoint(parts_of(name)) for name in names.split())


def is_paid(view: View, card: Card) -> bool:
    """Whether a card leads to another site by a network that is paid for it."""
    if not is_elsewhere(card.href, view.doc):
        return False
    return any(are_named(place.names, name_parts("networks")) for place in card.place.up() if place.names)


def is_box(view: View, card: Card) -> bool:
    """Whether all of a card leads to an article of the site: with a picture it is a box between paragraphs."""
    title = card.title
    if title is None or (title.text[-1] in STOPS and title.text[-1] not in QUESTIONS):
        return False
    if is_elsewhere(card.href, view.doc) or not is_article(card.href):
        return False
    return all(block.place.href is not None or block.link_share > WHOLE for block in card.blocks)


@cache  # package data, two entries
def name_parts(kind: str) -> frozenset[str]:
    """Return the parts of names that tell "neighbours", the articles before and after, or paid "networks"."""
    return frozenset(table("_markup")[kind])


def in_text(view: View, card: Card) -> bool:
    """Whether a card stands among the paragraphs of the article, or right in their container."""
    region, title = view.found.region, card.title
    if region is None or title is None:
        return False
    if region.first < title.index < region.last:
        return True
    near = title.place.parent
    return title.kind is not Kind.HEADING and near is not None and region.place in (near, near.parent)


def named_related(view: View, card: Card) -> bool:
    """Whether a container around a card, and not around the article, is named after teasers."""
    region = view.found.region
    for place in card.place.up():
        if region is not None and place is region.place:
            return False
        if "related" in view.hints(place):
            return True
    return False


def says_related(view: View, card: Card, heading: Block | None) -> bool:
    """Whether the words of a card, or of the heading above it, call it related."""
    blocks = (*card.blocks, heading) if heading is not None else card.blocks
    return any(said_by(view, b) & HEADINGS for b in blocks)


def stands_apart(view: View, card: Card) -> bool:
    """Whether a card among the paragraphs is none of them: a linked box with a heading, or a line that is all link."""
    title, region = card.title, view.found.region
    if title is None or region is None or title.text[-1] in STOPS:
        return False
    if title.kind is Kind.HEADING:
        parent = card.place.parent
        alone = parent is not None and view.place_weights[parent.index] <= BOX
        led = title.link_share > WHOLE or is_covered(view, card.blocks)
        return led and alone and region.place not in (parent, title.place.parent)
    if len(card.blocks) > 1 or title.kind not in (Kind.PARAGRAPH, Kind.QUOTE):
        return False
    if title.kind is Kind.QUOTE and is_elsewhere(card.href, view.doc):
        return False
    return title.link_share > WHOLE or has_label(title)


def has_label(title: Block) -> bool:
    """Whether a line is a label in capitals and a link: "MORE ON THIS | Headline"."""
    label = title.text.partition(next((m.text for m in title.marks if m.href), ""))[0].rstrip(" |:–—-")
    return len(label) >= LABEL and label.isupper()


def below_text(view: View, heading: Block) -> bool:
    """Whether a line stands below the beginning of the text; above it, the words of a heading are those of a menu."""
    region = view.found.region
    return region is not None and heading.index > region.first


def is_summary(block: Block) -> bool:
    """Whether a block under a headline is long, or a whole sentence."""
    return len(block.text) >= MARGIN or (block.text[-1] in STOPS and letters(block.text) >= SHORTEST)
