"""Pointers to other articles: modules of teasers and single "read also" lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.addresses import absolute
from newsparse.article import RelatedBlock, Teaser
from newsparse.document import Block, Kind
from newsparse.extractors._cards import KICKER, MARGIN, SMALL, STOPS, Card, Module, letters, modules_of
from newsparse.extractors._shots import text_key
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.lexicons import Topic
from newsparse.view import View

SURE: Final = Trust.DECLARED + 0.05  # beats text that only looks like body
SHARE: Final = 0.5  # share of a module's cards that must have headlines; menus have few
SENTENCE: Final = 38.0  # letters of a link that is a headline wherever it stands
WHOLE: Final = 0.95  # link share of a block that is a link and nothing else
NEVER: Final = frozenset(("comments", "consent", "dialog"))
MENUS: Final = frozenset(("navigation", "tags", "share", "newsletter", "byline", "bio", "footer", "form", "paywall"))
HEADINGS: Final = frozenset((Topic.RELATED, Topic.READ_ALSO))


def related(view: View) -> Iterator[Finding]:
    """Propose the modules of teasers on the page and label their blocks."""
    own = own_keys(view)
    for module in modules_of(view):
        cards = [card for card in module.cards if card.title is not None]
        if not cards:
            continue
        heading = heading_of(view, module)
        cards = [card for card in cards if is_teaser(view, module, card, heading)]
        if not cards:
            continue
        yield from labels(cards, heading)
        teasers = {text_key(t.title): t for card in reversed(cards) if (t := teaser_of(view, card)) is not None}
        others = tuple(t for key, t in reversed(teasers.items()) if key not in own)
        if others:
            text = heading.text if heading is not None else None
            yield Candidate(Fields.related, RelatedBlock(text, others), Trust.MARKUP, f"block {cards[0].blocks[0].index}")


def labels(cards: list[Card], heading: Block | None) -> Iterator[Labelled]:
    """Label the blocks of a module."""
    if heading is not None:
        yield Labelled(heading.index, Label.TEASER_HEADING, SURE, "heads a module of teasers")
    for card in cards:
        for block in card.blocks:
            if block is not heading:
                yield Labelled(block.index, Label.TEASER, SURE, "part of a card that leads to another article")


def own_keys(view: View) -> frozenset[str]:
    """Return the keys of the article's own headline, as shown and as declared."""
    titles = [c.value for c in view.found.candidates(Fields.title)]
    return frozenset(text_key(title) for title in titles)


def is_teaser(view: View, module: Module, card: Card, heading: Block | None) -> bool:
    """Whether a card is a pointer to another article."""
    around, title = view.around_place(card.place), card.title
    if title is None or around & NEVER:
        return False
    told = "related" in around or says_related(view, card, heading)
    region = view.found.region
    if region is not None and region.first < title.index < region.last:
        return told or stands_apart(view, card)
    long = letters(title.text) >= SENTENCE
    if around & MENUS:
        return long or (told and "footer" not in around)
    fit = sum(c.title is not None for c in module.cards)
    return long or told or title.kind is Kind.HEADING or fit >= SHARE * len(module.cards)


def says_related(view: View, card: Card, heading: Block | None) -> bool:
    """Whether the words of a card, or of the heading above it, call it related."""
    blocks = (*card.blocks, heading) if heading is not None else card.blocks
    return any(view.topics(b) & HEADINGS for b in blocks)


def stands_apart(view: View, card: Card) -> bool:
    """Whether a card among the paragraphs is none of them: a linked heading in a box, or a paragraph all link."""
    title, region = card.title, view.found.region
    if title is None or region is None:
        return False
    if title.kind is Kind.HEADING:
        return title.link_share > WHOLE and card.place.parent is not region.place and title.place.parent is not region.place
    return len(card.blocks) == 1 and title.kind is Kind.PARAGRAPH and title.link_share > WHOLE and title.text[-1] not in STOPS


def heading_of(view: View, module: Module) -> Block | None:
    """Return the heading right before the first card of a module."""
    first = module.cards[0].blocks[0].index
    if first == 0:
        return None
    before = view.doc.blocks[first - 1]
    if before.hidden or len(before.text) > 60 or view.label(before) in SMALL:
        return None
    if view.topics(before) & HEADINGS:
        return before
    near = (module.place, module.place.parent)
    close = any(p in near for p in before.place.up())
    return before if before.kind is Kind.HEADING and close and before.link_share in (0.0, 1.0) else None


def teaser_of(view: View, card: Card) -> Teaser | None:
    """Make a teaser of a card; None where it has no headline."""
    title = card.title
    if title is None:
        return None
    at = card.blocks.index(title)
    kicker = next((b.text for b in reversed(card.blocks[:at]) if len(b.text) <= KICKER and view.label(b) not in SMALL), None)
    text = next((b.text for b in card.blocks[at + 1 :] if len(b.text) >= MARGIN and view.label(b) not in SMALL), None)
    return Teaser(" ".join(title.text.split()), kicker, text, absolute(card.href, view.doc))
