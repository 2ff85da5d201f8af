"""The cards of a page: containers that lead to one other page, and the modules they stand in."""

from __future__ import annotations

from typing import Final

from newsparse.compiling import mypyc_attr
from newsparse.document import Block, Kind, Place
from newsparse.findings import Label
from newsparse.letters import is_spaced, squashed
from newsparse.letters import letters as letters_of
from newsparse.lexicons import Topic
from newsparse.punctuation import ENDS
from newsparse.view import View

TIMESTAMP: Final = Label.TIMESTAMP
HEADING: Final = Kind.HEADING  # bound once: looking up a member takes Python 3.11 as long as a call
CARD_SIZE: Final = 700  # characters; a container with more text is no card
LINKED: Final = 0.6  # link share from which a block is a pointer
PARTLY: Final = 0.4  # the same for a line that is no sentence: a kicker may stand beside the link
STOPS: Final = ENDS.replace("…", "") + ":;"  # a headline may be cut off by dots
QUESTIONS: Final = "?？؟"  # what ends a headline, and no summary
SHORTEST: Final = 22  # letters (of the Latin script) of a headline; shorter links are menus
SENTENCE: Final = 38.0  # letters of a link that is a headline wherever it stands
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
SHARE: Final = 0.5  # share of a module's cards that must have headlines; menus have few
MENUS: Final = frozenset(("navigation", "tags", "share", "newsletter", "byline", "bio", "footer", "form", "paywall"))
PAIR: Final = 2  # cards in a module of the articles before and after, at most
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

    label: Final[Block | None]
    """What stands before them in the same run of text; None where nothing does."""

    def __init__(self, place: Place, cards: list[Card], label: Block | None = None) -> None:
        self.place = place
        self.cards = cards
        self.label = label
        self._headed: int | None = None  # counted when asked for
        self._long: int | None = None

    @property
    def headed(self) -> int:
        """How many cards have a headline."""
        if self._headed is None:
            self._headed = sum([card.title is not None for card in self.cards])
        return self._headed

    @property
    def long(self) -> int:
        """How many cards have a headline as long as those of articles are."""
        if self._long is None:
            self._long = sum([c.title is not None and letters(c.title.text) >= SENTENCE for c in self.cards])
        return self._long


def leads(href: str) -> bool:
    """Whether a link leads to another page."""
    return not href.startswith(("#", "javascript:", "mailto:", "tel:", "whatsapp:"))


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
    pool = headings or [b for b in linked if b.text[-1] not in STOPS or b.text[-1] in QUESTIONS] or linked
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
    if is_titled(block) or is_line(block, block.marks[-1].text if block.links == 1 and block.marks else ""):
        return 1.0
    if not any(map(str.isdigit, block.text)):
        return share
    linked = sum(letters_of(m.text) for m in block.marks if m.href)
    return 1.0 if linked == letters_of(block.text) else share


def is_line(block: Block, text: str) -> bool:
    """Whether a text is the first line of a block, and another one follows."""
    return bool(text) and block.text.startswith(text + "\n")


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
    return bool(block.links) and Topic.READ_ALSO in said_by(view, block)


def is_headline(view: View, block: Block, least: int = SHORTEST) -> bool:
    """Whether a block is as long as headlines are, here or marked as a heading, and says nothing else."""
    text = block.text
    least = min(least, SHORT_HEADING) if block.kind is HEADING else least
    if len(text) > LONGEST or (len(text) < least and text.isascii()):
        return False
    words = WORDS - 1 if block.kind is HEADING and least < SHORT_HEADING else WORDS
    if letters(text) < least or (len(text.split()) < words and not is_glued(text)):
        return False
    label = view.label(block)
    if label is TIMESTAMP and is_beside_time(block, least):
        label = None
    return label not in SMALL and not is_service(said_by(view, block))


def is_beside_time(block: Block, least: int) -> bool:
    """Whether more letters than those of a headline stand beside the time in a link."""
    times = sum(letters(mark.text) for mark in block.marks if mark.tag == "time")
    return letters(block.text) - times >= least and any(mark.tag == "time" for mark in block.marks)


def look(block: Block) -> tuple[str, str]:
    """Return element and names of a block: cards of a module are made alike."""
    return block.place.tag, block.place.names


def said_by(view: View, block: Block) -> frozenset[Topic]:
    """Return what the phrases in a block say, or in a line that was taken out of one."""
    if view.doc.blocks[block.index] is block:
        return view.topics(block)
    return view.words.phrases.topics(block.text)


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
