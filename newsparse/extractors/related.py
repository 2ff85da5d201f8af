"""Pointers to other articles: modules of teasers and single "read also" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsparse.addresses import absolute, is_article, is_elsewhere
from newsparse.article import RelatedBlock, Teaser
from newsparse.document import Block, Kind, Mark
from newsparse.extractors._cards import (
    HEADINGS,
    KICKER,
    MARGIN,
    SHORT_HEADING,
    SHORTEST,
    SMALL,
    STOPS,
    Card,
    Module,
    is_covered,
    leads,
    letters,
    modules_of,
    short_headline,
)
from newsparse.extractors._lines_of_teasers import teasers_in_text
from newsparse.extractors._scene import text_key
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.lexicons import Topic
from newsparse.view import View

SURE: Final = Trust.DECLARED + 0.05  # beats text that only looks like body
SHARE: Final = 0.5  # share of a module's cards that must have headlines; menus have few
SENTENCE: Final = 38.0  # letters of a link that is a headline wherever it stands
WHOLE: Final = 0.95  # link share of a block that is a link and nothing else
POINTERS: Final = "»>›→➤►▶• "  # what a line that points elsewhere begins with
CLOCK: Final = re.compile(r"^\d{1,2}[:.]\d\d(?: [|–-])? (?=\D)")  # before the headlines of a ticker
LABEL: Final = 6  # characters of a label before a link
BOX: Final = 400.0  # weight of prose in a box beside the text
NEVER: Final = frozenset(("comments", "consent", "dialog"))
MENUS: Final = frozenset(("navigation", "tags", "share", "newsletter", "byline", "bio", "footer", "form", "paywall"))
READ_ALSO: Final = Topic.READ_ALSO  # bound once: looking up a member takes Python 3.11 as long as a call
OFFERS: Final = frozenset((Topic.ADVERTISING, Topic.PROMOTION))
BADGES: Final = frozenset((Topic.PREMIUM, Topic.NAVIGATION, Topic.RELATED, Topic.READ_ALSO, Topic.PAYWALL))
LONGEST_HEADING: Final = 60  # characters of a line that announces a module
LONGEST_LABEL: Final = 30  # characters of a label in a headline
WORDS: Final = 4  # words of a headline in a part of the page that holds menus, too


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
    for module in modules_of(view):
        heading = heading_of(view, module)
        cards = with_headlines(view, module, heading)
        if not cards:
            continue
        cards = [card for card in cards if is_teaser(view, module, card, heading)]
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
    found: dict[str, Teaser] = {}
    for card in cards:
        if (teaser := teaser_of(view, card)) is not None and (key := text_key(teaser.title)) not in own:
            found.setdefault(key, teaser)
    return tuple(found.values())


def with_headlines(view: View, module: Module, heading: Block | None) -> list[Card]:
    """Return the cards that have headlines: below the text, under words that announce articles, short links, too."""
    said = heading is not None and not view.topics(heading).isdisjoint(HEADINGS) and below_text(view, heading)
    titles = [card.title for card in module.cards]
    if not view.around_place(module.place) & MENUS:
        titles = [
            card.title or (short_headline(view, card.blocks) if said or read_also(view, card) else None)
            for card in module.cards
        ]
    return [
        card if card.title is not None else Card(card.place, card.href, card.blocks, title)
        for card, title in zip(module.cards, titles, strict=True)
        if title is not None
    ]


def read_also(view: View, card: Card) -> bool:
    """Whether words before the link of a card say "read also"."""
    return any(READ_ALSO in view.topics(block) for block in card.blocks)


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


def below_text(view: View, heading: Block) -> bool:
    """Whether a line stands below the beginning of the text; above it, the words of a heading are those of a menu."""
    region = view.found.region
    return region is not None and heading.index > region.first


def indexes(blocks: list[Block]) -> tuple[int, ...]:
    """Return the positions of blocks on the page, each once, in page order."""
    return tuple(sorted({block.index for block in blocks}))


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
    title = card.title
    site = view.told(title) if title is not None else None
    if site is not None:
        return site is Label.TEASER
    if title is None or view.around_place(card.place) & NEVER:
        return False
    said = says_related(view, card, heading)
    if offers(view, title, heading, said):
        return False
    told = said or named_related(view, card)
    if in_text(view, card):
        return told or stands_apart(view, card)
    if not said and not is_written(view, card) and (not is_article(card.href) if not told else is_section(view, card)):
        return False
    return leads_to_article(view, module, card, said, told)


def leads_to_article(view: View, module: Module, card: Card, said: bool, told: bool) -> bool:
    """Whether a card outside of the text is a pointer to another article; *said* by words, *told* by names, too."""
    around, title = view.around_place(card.place), card.title
    if title is None or (is_elsewhere(card.href, view.doc) and (not told or "footer" in around)):
        return False
    long = letters(title.text) >= SENTENCE
    if around & MENUS:
        illustrated = "footer" in around and is_illustrated(title, around)
        return long or illustrated or (said if "navigation" in around else told and "footer" not in around)
    fit = sum(c.title is not None for c in module.cards)
    return long or told or title.kind is Kind.HEADING or fit >= SHARE * len(module.cards)


def offers(view: View, title: Block, heading: Block | None, said: bool) -> bool:
    """Whether a card sells something, by its words or by those above its module, or leads to a place on the page."""
    if Topic.ADVERTISING in view.topics(title) or (title.href and not leads(title.href)):
        return True
    return heading is not None and not said and not OFFERS.isdisjoint(view.topics(heading))


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


def is_illustrated(title: Block, around: frozenset[str]) -> bool:
    """Whether a headline is a heading beside a picture: so are those of articles and no entries of a menu."""
    return title.kind is Kind.HEADING and "picture" in around and len(title.text.split()) >= WORDS


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
    return any(view.topics(b) & HEADINGS for b in blocks)


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
    if len(card.blocks) > 1 or title.kind is not Kind.PARAGRAPH:
        return False
    return title.link_share > WHOLE or has_label(title)


def has_label(title: Block) -> bool:
    """Whether a line is a label in capitals and a link: "MORE ON THIS | Headline"."""
    label = title.text.partition(next((m.text for m in title.marks if m.href), ""))[0].rstrip(" |:–—-")
    return len(label) >= LABEL and label.isupper()


def heading_of(view: View, module: Module) -> Block | None:
    """Return the heading right before the first card of a module."""
    first = module.cards[0].blocks[0].index
    if first == 0:
        return None
    before = view.doc.blocks[first - 1]
    if before.hidden or len(before.text) > LONGEST_HEADING or view.label(before) in SMALL:
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
    above = [b.text for b in card.blocks[:at] if len(b.text) <= KICKER and view.label(b) not in SMALL]
    below = [b.text for b in card.blocks[at + 1 :] if is_summary(b) and view.label(b) not in SMALL]
    kicker, text = above[-1] if above else None, below[0] if below else None
    return Teaser(title_of(view, title), kicker, text, absolute(card.href, view.doc))


def is_summary(block: Block) -> bool:
    """Whether a block under a headline is long, or a whole sentence."""
    return len(block.text) >= MARGIN or (block.text[-1] in STOPS and letters(block.text) >= SHORTEST)


def title_of(view: View, block: Block) -> str:
    """Return a headline in one line, without the "read also" before it."""
    text = " ".join(block.text.split()).lstrip(POINTERS)
    if view.doc.is_text:
        text = CLOCK.sub("", text)
    may_open = text != block.text or READ_ALSO in view.topics(block)
    prefix = view.words.phrases.prefix(text, READ_ALSO) if may_open else ""
    text = text[len(prefix) :].lstrip(" :|–—-»>") or text
    return unlabelled(view, block, undated(block, text)) if block.marks else text


def undated(block: Block, text: str) -> str:
    """Return a headline without a day in numbers, a time or a rank beside it, outside its link or set apart."""
    links = [m.text for m in block.marks if m.href]
    if len(links) == 1 and len(links[0]) < len(text):
        beside = text.replace(links[0], "", 1)
        if is_number(beside) and letters(links[0]) >= SHORT_HEADING:
            return links[0]
    for mark in block.marks:
        label = mark.text
        if label and 2 * len(label) < len(text) and (is_stamp(mark) or is_number(label)):
            text = without(text, label).strip(" :|–—-·•")
    return text


def is_stamp(mark: Mark) -> bool:
    """Whether an inline element is a time."""
    return mark.tag == "time" or mark.datetime is not None


def is_number(label: str) -> bool:
    """Whether a label is made of digits and signs: a rank, a day or a time in numbers."""
    return len(label) <= LONGEST_LABEL and any(map(str.isdigit, label)) and not any(map(str.isalpha, label))


def unlabelled(view: View, block: Block, text: str) -> str:
    """Return a headline without the inline elements at its ends that say "Premium" or "Read the article"."""
    for mark in block.marks:
        label = mark.text
        if not label or len(label) > LONGEST_LABEL or 2 * len(label) > len(text):
            continue
        if without(text, label) != text and not view.words.phrases.topics(label).isdisjoint(BADGES):
            text = without(text, label).strip(" :|–—-»>→")
    return text


def without(text: str, label: str) -> str:
    """Return a text without a label at its beginning, else without the one at its end."""
    return text.removeprefix(label) if text.startswith(label) else text.removesuffix(label)
