"""Pointers to other articles: modules of teasers and single "read also" lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from newsparse.addresses import absolute
from newsparse.article import RelatedBlock, Teaser
from newsparse.document import Block, Kind
from newsparse.extractors._cards import (
    HEADINGS,
    SMALL,
    Card,
    Module,
    said_by,
)
from newsparse.extractors._lines_of_teasers import teasers_in_text
from newsparse.extractors._modules import modules_of
from newsparse.extractors._pictured import Pictured
from newsparse.extractors._pointers import below_text, is_summary, is_teaser
from newsparse.extractors._scene import text_key
from newsparse.extractors._short_headlines import with_headlines
from newsparse.extractors._teaser_titles import kicker_of, title_of, unranked
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.view import View

SURE: Final = Trust.DECLARED + 0.05  # beats text that only looks like body
LONGEST_HEADING: Final = 60  # characters of a line that announces a module


def related(view: View) -> Iterator[Finding]:
    """Propose the modules of teasers on the page and label their blocks."""
    own = own_keys(view)
    yield from in_cards(view, own) if has_links(view) else in_text_lines(view, own)


def has_links(view: View) -> bool:
    """Whether links tell where other articles are."""
    if view.doc.form == "text":
        return False
    return any(block.links for block in view.visible) or any(place.cover for place in view.doc.places)


def in_cards(view: View, own: frozenset[str]) -> Iterator[Finding]:
    """Propose and label the modules of linked cards."""
    pictured = Pictured(view)
    for found in modules_of(view):
        heading = heading_of(view, found)
        module = with_headlines(view, found, heading, pictured)
        headed = [card for card in module.cards if card.title is not None] if module.headed else []
        cards = [card for card in headed if is_teaser(view, module, card, heading, pictured)]
        if not cards:
            continue
        yield from labels(cards, heading)
        if others := teasers_of(view, cards, own):
            text = heading.text if heading is not None else None
            blocks = [b for card in cards for b in card.blocks] + ([heading] if heading is not None else [])
            at = indexes(blocks)
            source = f"block {cards[0].blocks[0].index}"
            yield Candidate(Fields.related, RelatedBlock(text, others), Trust.MARKUP, source, blocks=at)


def teasers_of(view: View, cards: list[Card], own: frozenset[str]) -> tuple[Teaser, ...]:
    """Return the teasers of cards in page order, the first of each title; *own*: keys of the article's own headline."""
    told = [teaser for card in cards if (teaser := teaser_of(view, card)) is not None]
    titles = unranked([teaser.title for teaser in told])
    found: dict[str, Teaser] = {}
    for teaser, title in zip(told, titles, strict=True):
        if (key := text_key(title)) not in own:
            found.setdefault(key, teaser if title == teaser.title else evolve(teaser, title=title))
    return tuple(found.values())


def in_text_lines(view: View, own: frozenset[str]) -> Iterator[Finding]:
    """Propose and label the modules of teasers in raw text."""
    for module in teasers_in_text(view):
        if module.heading is not None:
            yield Labelled(module.heading.index, Label.TEASER_HEADING, SURE, "announces other articles")
        teasers: dict[str, Teaser] = {}
        for title in module.titles:
            text = module.texts.get(title.index)
            for block in (title, text) if text is not None else (title,):
                yield Labelled(block.index, Label.TEASER, SURE, "headline of another article, or what stands under it")
            if (key := text_key(title.text)) not in own:
                url = absolute(title.href, view.doc)
                teasers.setdefault(
                    key, Teaser(title_of(view, title), None, text.text if text is not None else None, url)
                )
        heading = module.heading
        if teasers or (heading is not None and below_text(view, heading)):
            found = RelatedBlock(heading.text if heading is not None else None, tuple(teasers.values()))
            blocks = [*module.titles, *module.texts.values()] + ([heading] if heading is not None else [])
            yield Candidate(Fields.related, found, Trust.TEXT, "lines of raw text", blocks=indexes(blocks))


def indexes(blocks: list[Block]) -> tuple[int, ...]:
    """Return the positions of blocks on the page, each once, in page order."""
    return tuple(sorted({block.index for block in blocks}))


def labels(cards: list[Card], heading: Block | None) -> Iterator[Labelled]:
    """Label the blocks of a module."""
    own = {block.index for card in cards for block in card.blocks}
    if heading is not None and heading.index not in own:
        yield Labelled(heading.index, Label.TEASER_HEADING, SURE, "heads a module of teasers")
    for card in cards:
        for block in card.blocks:
            if block is not heading:
                yield Labelled(block.index, Label.TEASER, SURE, "part of a card that leads to another article")


def own_keys(view: View) -> frozenset[str]:
    """Return the keys of the article's own headline, as shown and as declared."""
    titles = [c.value for c in view.found.candidates(Fields.title)]
    return frozenset(text_key(title) for title in titles)


def heading_of(view: View, module: Module) -> Block | None:
    """Return the heading right before the first card of a module."""
    if module.label is not None:
        return module.label
    lines = module.cards[0].blocks
    if len(lines) > 1 and lines[0] is not module.cards[0].title and not said_by(view, lines[0]).isdisjoint(HEADINGS):
        return lines[0]
    first = lines[0].index
    if first == 0:
        return None
    before = view.doc.blocks[first - 1]
    if before.hidden or len(before.text) > LONGEST_HEADING or view.label(before) in SMALL:
        return None
    if said_by(view, before) & HEADINGS:
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
    below = [b.text for b in card.blocks[at + 1 :] if is_summary(b) and view.label(b) not in SMALL]
    text = below[0] if below else None
    return Teaser(title_of(view, title), kicker_of(view, card, at), text, absolute(card.href, view.doc))
