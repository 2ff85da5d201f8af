"""The cards of a page: containers that lead to one other page, and the modules they stand in."""

from __future__ import annotations

from typing import Final

from newsparse.addresses import is_picture
from newsparse.compiling import mypyc_attr
from newsparse.document import Block, Kind, Place
from newsparse.findings import Label
from newsparse.letters import is_spaced, squashed
from newsparse.letters import letters as letters_of
from newsparse.lexicons import Topic
from newsparse.punctuation import ENDS
from newsparse.view import WRAPS, View, with_inner

HEADING: Final = Kind.HEADING  # bound once: looking up a member takes Python 3.11 as long as a call
MANY: Final = "*"  # stands for more than one target
CARD_SIZE: Final = 700  # characters; a container with more text is no card
PARAGRAPH: Final = 25.0  # letters of a block that may be a paragraph
PARAGRAPHS: Final = 3  # from so many on that lead nowhere a container is an article with a link; a card has a summary
LINKED: Final = 0.6  # link share from which a block is a pointer
PARTLY: Final = 0.4  # the same for a line that is no sentence: a kicker may stand beside the link
STOPS: Final = ENDS.replace("…", "") + ":;"  # a headline may be cut off by dots
SHORTEST: Final = 22  # letters (of the Latin script) of a headline; shorter links are menus
SHORT_HEADING: Final = 14  # the same of a block that is marked as a heading
ANNOUNCED: Final = 10  # the same of a link under or behind words that announce other articles
WORDS: Final = 3  # words of a headline in scripts that part them
EXTRA: Final = 0.8
"""Letters that a character of Chinese or Japanese says more than a Latin one in a headline. It is less than in prose
(``letters.width``): entries of menus are written in the same characters, and with that factor more of them pass."""
CJK: Final = "\u2e80"  # from here on Chinese, Japanese and Korean
HANGUL: Final = "\uac00"  # … of which Korean parts its words, up to
HANGUL_END: Final = "\ud7af"
GLUED: Final = (("\u0e00", "\u109f"), ("\u1780", "\u17ff"))
"""Thai, Lao, Tibetan, Burmese; Khmer: they do not part words."""
LONGEST: Final = 220  # characters of a headline
MARGIN: Final = 50  # characters of text from which a block under the headline is its summary
KICKER: Final = 45  # characters of a kicker
HEADINGS: Final = frozenset((Topic.RELATED, Topic.READ_ALSO))  # what announces other articles
SERVICE: Final = frozenset(
    (
        Topic.NAVIGATION, Topic.SHARE, Topic.COMMENTS, Topic.CONSENT, Topic.PAYWALL, Topic.NEWSLETTER, Topic.TAGS,
        Topic.COPYRIGHT, Topic.BYLINE, Topic.COUNTER, Topic.CORRECTION, Topic.LOCKED, Topic.METERED, Topic.CREDIT,
        Topic.RELATED,
    )
)  # fmt: skip
OWN: Final = frozenset((Label.TITLE, Label.SUBTITLE, Label.KICKER))
SMALL: Final = frozenset((Label.TIMESTAMP, Label.BYLINE, Label.CAPTION, Label.CREDIT, Label.TITLE, Label.COMMENT))


@mypyc_attr(acyclic=True)
class Card:
    """One container that leads to one other page."""

    place: Final[Place]
    """The largest container with no other target."""

    href: Final[str]
    """The target, as written."""

    blocks: Final[list[Block]]
    """What stands in it."""

    title: Final[Block | None]
    """Its headline; None where nothing in it looks like one."""

    def __init__(self, place: Place, href: str, blocks: list[Block], title: Block | None) -> None:
        self.place = place
        self.href = href
        self.blocks = blocks
        self.title = title


@mypyc_attr(acyclic=True)
class Module:
    """Cards that stand in one container."""

    place: Final[Place]
    """The container."""

    cards: Final[list[Card]]
    """Its cards, in page order."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.cards = []


def modules_of(view: View) -> list[Module]:
    """Return all modules of cards on the page, in page order."""
    targets, walls = targets_of(view), walls_of(view)
    grouped: dict[int, list[Block]] = {}
    for block in view.visible:
        if (place := card_place(block, targets, walls)) is not None:
            grouped.setdefault(place.index, []).append(block)
    modules: dict[int, Module] = {}
    for index, blocks in grouped.items():
        place = view.doc.places[index]
        parent = place.parent or place
        href = targets[index] if targets[index] != MANY else blocks[0].href
        card = Card(place, href or "", blocks, headline(view, blocks))
        modules.setdefault(parent.index, Module(parent)).cards.append(card)
    return list(modules.values())


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


def leads(href: str) -> bool:
    """Whether a link leads to another page."""
    return not href.startswith(("#", "javascript:", "mailto:", "tel:", "whatsapp:"))


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
        place = place.parent
    return place


def first_link_share(block: Block) -> float:
    """Return the share of a block's text inside its first link."""
    first = next((m.text for m in block.marks if m.href), "")
    return len(first) / len(block.text)


def headline(view: View, blocks: list[Block]) -> Block | None:
    """Return the block of a card that looks like its headline: the longest linked heading, else the longest link.

    Where no text is linked, a link lies over all of the card, and it is the longest heading.
    """
    fit = [b for b in blocks if is_headline(view, b)]
    if not fit or any(view.label(b) in OWN for b in blocks):
        return None
    headings = [b for b in fit if b.kind is HEADING]
    if headings and not is_covered(view, blocks):
        headings = [b for b in headings if b.linked]
    linked = [b for b in fit if linked_share(b) >= (PARTLY if b.text[-1] not in STOPS else LINKED)]
    pool = headings or linked
    return max(pool, key=lambda b: len(b.text), default=None)


def is_covered(view: View, blocks: list[Block]) -> bool:
    """Whether the link of a card is that of all of it: there is none in its texts, or one that says "read more"."""
    return all(not b.linked or all(says_more(view, m.text) for m in b.marks if m.href) for b in blocks)


def says_more(view: View, text: str) -> bool:
    """Whether a link says no more than that there is more to read."""
    phrases = view.words.phrases
    return phrases.is_whole(text) and not HEADINGS.isdisjoint(phrases.topics(text))


def linked_share(block: Block) -> float:
    """Return the share of a block's text inside links; all where only numbers stand beside them, a day or a rank.

    All, too, where the link of a topic line is titled with the whole line.
    """
    share = block.link_share
    if not 0.0 < share < LINKED:
        return share
    if is_titled(block):
        return 1.0
    if not any(map(str.isdigit, block.text)):
        return share
    linked = sum(letters_of(m.text) for m in block.marks if m.href)
    return 1.0 if linked == letters_of(block.text) else share


def is_titled(block: Block) -> bool:
    """Whether the first link of a block says in its title what the block says."""
    title = next((m.attributes.get("title") for m in block.marks if m.href), None)
    return title is not None and len(title) < 2 * LONGEST and squashed(title) == squashed(block.text)


def short_headline(view: View, blocks: list[Block]) -> Block | None:
    """Return the longest link of a card that would be a headline if it were marked as a heading."""
    if any(view.label(b) in OWN for b in blocks):
        return None
    fit = (
        b for b in blocks if is_headline(view, b, ANNOUNCED) and (linked_share(b) >= LINKED or is_read_also(view, b))
    )
    return max(fit, key=lambda b: len(b.text), default=None)


def is_read_also(view: View, block: Block) -> bool:
    """Whether a line says "read also" and then links to a page."""
    return bool(block.links) and Topic.READ_ALSO in view.topics(block)


def is_headline(view: View, block: Block, least: int = SHORTEST) -> bool:
    """Whether a block is as long as headlines are, here or marked as a heading, and says nothing else."""
    text = block.text
    least = min(least, SHORT_HEADING) if block.kind is HEADING else least
    if len(text) > LONGEST or (len(text) < least and text.isascii()):
        return False
    words = WORDS - 1 if block.kind is HEADING and least < SHORT_HEADING else WORDS
    if letters(text) < least or (len(text.split()) < words and not is_glued(text)):
        return False
    return view.label(block) not in SMALL and not is_service(view.topics(block))


def is_service(topics: frozenset[Topic]) -> bool:
    """Whether the words of a line serve the page; "Related:" with a headline behind it says "read also"."""
    if not topics:
        return False
    return not SERVICE.isdisjoint(topics - {Topic.RELATED} if Topic.READ_ALSO in topics else topics)


def is_glued(text: str) -> bool:
    """Whether most of a text is written without spaces between words."""
    if is_spaced(text):
        return False
    glued = unspaced(text) + sum(low <= c <= high for c in text for low, high in GLUED)
    return 2 * glued > len(text)


def letters(text: str) -> float:
    """Return the letters of a text, those of scripts that write syllables or words counted for what they say."""
    return letters_of(text) if is_spaced(text) else letters_of(text) + EXTRA * sum(map(CJK.__le__, text))


def unspaced(text: str) -> int:
    """Return how many characters are of a script that writes words without spaces."""
    if is_spaced(text):
        return 0
    return sum(c >= CJK and not HANGUL <= c <= HANGUL_END for c in text)
