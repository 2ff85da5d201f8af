"""Which blocks of a page are printed with which picture."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from attrs import Factory, define

from newsparse.addresses import is_picture
from newsparse.credits import LONGEST, has_marker, is_credit
from newsparse.document import Block, Group, Kind, Mark, Picture, Place
from newsparse.extractors._scene import CAPTION_SIZE, CLIMB, HEADROOM, Scene
from newsparse.extractors._unmarked import is_beside, is_set_under, is_typeset, term_of
from newsparse.findings import Label
from newsparse.letters import length, letters
from newsparse.lexicons import Topic, table
from newsparse.markup import hints_of
from newsparse.view import View

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
CAPTION: Final = Kind.CAPTION
CONTROL: Final = Kind.CONTROL
TABLE: Final = Group.TABLE
TABULAR: Final = (Group.TABLE, Group.QUOTE)
NAMED: Final = 3  # containers whose names tell what a block is
CARD_SIZE: Final = 500  # characters in a container that holds a picture and what is printed with it, and nothing else
TEASER_SIZE: Final = 1000  # characters below which an article element is a teaser, not the article
PRINTED_MOST: Final = 2  # blocks in a table that holds a picture, its caption and its credit; more are facts
UNMARKED_SIZE: Final = 450  # characters of a caption that only its place beside a picture tells
ALONE: Final = 400.0  # weight of prose in a container of a picture that holds more than caption and credit
LINKED: Final = 0.8  # link share of a teaser
LABEL: Final = 30  # characters of a call to follow the paper or to get its app, beside a code to scan
BYLINE: Final = 250  # characters of a box of portrait, name, job and date
NAMES: Final = frozenset(("caption", "credit", "picture"))
BESIDE: Final = 15  # characters of a caption beside a credit in an element of its own; fewer are a name's
CREDIT_TAGS: Final = ("footer", "cite", "small")
CLAIMED: Final = frozenset(
    (Label.TITLE, Label.KICKER, Label.SUBTITLE, Label.BYLINE, Label.TIMESTAMP, Label.BIO, Label.COUNTER)
)
PRINTED: Final = frozenset((Label.CAPTION, Label.CREDIT))
POINTING: Final = 0.15  # link share from which a container is there to lead away
NEEDS_LINKS: Final = frozenset(("related", "footer", "advertising", "navigation", "share", "paywall"))
"""Names of containers that mean nothing around a picture that does not lead away."""
SPEAKING: Final = frozenset(
    (Topic.ADVERTISING, Topic.SHARE, Topic.NAVIGATION, Topic.CONSENT, Topic.PAYWALL, Topic.COMMENTS, Topic.COUNTER)
)


@define(eq=False)
class Shot:
    """One picture and what is printed with it, while the page is gone through."""

    at: int
    """Blocks before it."""

    place: Place
    """Container of the picture and its captions."""

    picture: Picture | None = None
    """The picture; None where only its caption is in the markup."""

    said: list[Block] = Factory(list)
    """Captions printed with it."""

    credited: list[Block] = Factory(list)
    """Blocks that hold its credit and nothing else."""


def shots_of(scene: Scene) -> list[Shot]:
    """Return the pictures of the article and what is printed with them, in page order."""
    shots: dict[int, Shot] = {}
    lone: list[Shot] = []
    strange: set[int] = set()
    for block in scene.view.visible:
        told = scene.view.told(block) in PRINTED
        if not (told or scene.span.near(block.index, block.place)) or (home := home_of(scene, block)) is None:
            continue
        if not told and teaser(block) and leads_away(scene, home, block):
            strange.add(home.index)
            continue
        if not told and foreign(scene, home):
            continue
        picture = nearest(scene, home, block)
        key = picture.index if picture else -1 - home.index
        shot = shots.get(key)
        credit = calls_credit(scene.view, block)
        if shot is None or (not credit and shot.said and not together(shot.said[-1], block)):
            if shot is not None:
                lone.append(shot)
                picture = None
            shot = shots[key] = Shot(picture.at if picture else block.index, home, picture)
        (shot.credited if credit else shot.said).append(block)
    found = [s for s in (*shots.values(), *lone) if s.place.index not in strange]
    seen = {s.picture.index for s in found if s.picture}
    bare = (Shot(p.at, p.place, p) for p in scene.view.doc.pictures if p.index not in seen and shown(scene, p))
    return sorted([*found, *bare], key=lambda s: s.at)


def home_of(scene: Scene, block: Block) -> Place | None:
    """Return the container that a caption or credit shares with its picture; None for other blocks."""
    place, view = block.place, scene.view
    if (told := view.told(block)) is not None:
        return (place.figure or climb(scene, block) or place) if told in PRINTED else None
    if block.kind is CAPTION and block.group is not TABLE:
        says = says_something(view, block) and not names_speaker(scene, block)
        return (place.figure or climb(scene, block) or place) if says else None
    if block.group is TABLE:
        return picture_table(scene, block)
    named, beside = not NAMES.isdisjoint(view.around(block)), block.index in scene.beside
    if not (place.figure is not None or named or beside) or not may_speak(view, block):
        return None
    if place.figure is not None:
        return place.figure
    home = by_names(scene, block) if named else term_of(scene, block)
    if home is None and beside and len(block.text) <= UNMARKED_SIZE:
        apart = is_beside(scene, block) or is_typeset(scene, block) or is_set_under(scene, block)
        home = climb(scene, block) if apart else card(scene, block)
    return None if home is not None and is_outside(scene, block, home) else home


def is_outside(scene: Scene, block: Block, home: Place) -> bool:
    """Whether a block of the text stands beside a container of pictures that lead away from the page."""
    own = scene.span.place
    if own is None or home is own or home.index not in scene.pointing or not block.place.lies_in(own):
        return False
    return own.lies_in(home)


def names_speaker(scene: Scene, block: Block) -> bool:
    """Whether a caption stands in a figure with a quote right before it and no picture: it says who is quoted."""
    figure = block.place.figure
    if block.kind is not CAPTION or figure is None or figure.index in scene.held or not block.index:
        return False
    before = scene.view.doc.blocks[block.index - 1]
    return before.kind is Kind.QUOTE and before.place.figure is figure


def may_speak(view: View, block: Block) -> bool:
    """Whether a block outside of caption elements can be printed with a picture at all."""
    if len(block.text) > CAPTION_SIZE or block.kind is CONTROL or block.group in TABULAR:
        return False
    label = view.label(block)
    return label not in CLAIMED and label is not Label.OTHER and says_something(view, block)


def says_something(view: View, block: Block) -> bool:
    """Whether a block is more than a label, a control or a duration."""
    if block.place.tag == "summary":  # what opens and shuts the rest
        return False
    text = block.text
    if len(text) > UNMARKED_SIZE:
        return True
    topics = view.topics(block)
    promotes = Topic.PROMOTION in topics and len(text) <= LABEL
    return 2 * letters(text) > len(text.replace(" ", "")) and not topics & SPEAKING and not promotes


def card(scene: Scene, block: Block) -> Place | None:
    """Return the container that holds a picture and this text, and little else; None where there is none."""
    span = scene.span
    if not scene.view.free(block) or not (span.first < block.index < span.last or span.holds(block.index, block.place)):
        return None
    for n, place in enumerate(block.place.up()):
        if n > NAMED or scene.sizes[place.index] > CARD_SIZE or scene.linked[place.index]:
            return None
        if place.index in scene.held:
            if block.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM) and not credit_follows(scene.view, block, place):
                return None
            if is_no_card(scene, place):
                return None
            inside = span.first < block.index < span.last  # elsewhere icons of unknown size stand beside lines, too
            shown = (p for p in scene.held[place.index] if p.index not in scene.decoration and p.url and not p.href)
            return place if any(inside or p.width for p in shown) else None
    return None


def picture_table(scene: Scene, block: Block) -> Place | None:
    """Return the table around a block that holds a picture and its caption, one below the other, and nothing else."""
    view = scene.view
    table = next(
        (place for place, _ in zip(block.place.up(), range(CLIMB), strict=False) if place.tag == "table"), None
    )
    if table is None or len(scene.news.get(table.index, ())) != 1 or scene.linked[table.index]:
        return None
    picture = scene.news[table.index][0]
    away = picture.href and not is_picture(picture.href)
    small = scene.sizes[table.index] <= UNMARKED_SIZE and not away and picture.at <= block.index
    speaks = view.label(block) not in CLAIMED and block.kind is not CONTROL and says_something(view, block)
    around = view.doc.blocks[max(block.index - PRINTED_MOST, 0) : block.index + PRINTED_MOST + 1]
    few = sum(other.place.lies_in(table) for other in around) <= PRINTED_MOST
    if not (small and few and speaks) or is_no_card(scene, table):
        return None
    return table if picture.place is block.place or row_of(picture.place) is not row_of(block.place) else None


def row_of(place: Place) -> Place | None:
    """Return the row of a table that a container stands in."""
    return next((outer for outer in place.up() if outer.tag == "tr"), None)


def climb(scene: Scene, block: Block) -> Place | None:
    """Return the nearest container around a block that holds a picture; None where none is close."""
    for n, place in enumerate(block.place.up()):
        if n > CLIMB:
            break
        if place.index in scene.held:
            return place
    return None


def is_no_card(scene: Scene, place: Place) -> bool:
    """Whether a container lies in a small article element that is not the article's, or is the article's own."""
    own = {p.index for p in scene.span.place.up()} if scene.span.place is not None else set()
    around = (p for p in place.up() if p.tag == "article" and p.index not in own)
    return place.index in own or any(scene.sizes[p.index] < TEASER_SIZE for p in around)


def credit_follows(view: View, block: Block, place: Place) -> bool:
    """Whether the next block in the same container is the credit of a picture, and not its caption element."""
    after = (b for b in view.doc.blocks[block.index + 1 : block.index + 2] if b.kind is not Kind.CAPTION)
    return any(b.place.lies_in(place) and is_credit(b.text, view.words) for b in after)


def by_names(scene: Scene, block: Block) -> Place | None:
    """Return the home of a block that the names of its containers call a caption or credit, or part of a picture."""
    view, home = scene.view, climb(scene, block)
    if home is None:
        near = [p for n, p in enumerate(block.place.up()) if n < 2 and "caption" in view.hints(p)]
        inside = scene.span.first < block.index < scene.span.last
        return near[-1] if near and inside and len(block.text) <= UNMARKED_SIZE else None
    alone = view.place_weights[home.index] - view.weight(block) < ALONE
    if not alone and block.index not in scene.beside:
        return None
    for n, place in enumerate(block.place.up()):
        if n > NAMED:
            break
        hints = view.hints(place)
        if "caption" in hints or "credit" in hints:
            return home
        if "picture" in hints and place.index in scene.held and alone and not view.topics(block) & SPEAKING:
            return home if block.kind is not Kind.HEADING else None
    return None


def nearest(scene: Scene, home: Place, block: Block) -> Picture | None:
    """Return the last picture before the block in their common container, else the first after it."""
    news = scene.news.get(home.index, ())
    before = bisect_right(news, block.index, key=lambda p: p.at)
    return news[before - 1] if before else next(iter(news), None)


def together(one: Block, two: Block) -> bool:
    """Whether two blocks are parts of one caption: in one caption element, or in one container."""
    return unit(one) is unit(two)


def unit(block: Block) -> Place:
    """Return the outermost caption element around a block, else the container around its own."""
    caption = block.place.parent or block.place
    for n, place in enumerate(block.place.up()):
        if n > NAMED or place is block.place.figure:
            break
        if place.tag == "figcaption" or "caption" in hints_of(place.names):
            caption = place
    return caption


def calls_credit(view: View, block: Block) -> bool:
    """Whether a block is the credit of a picture and nothing else."""
    if (told := view.told(block)) is not None:
        return told is Label.CREDIT
    if len(block.text) > LONGEST:
        return False
    for n, place in enumerate(block.place.up()):
        if n > NAMED or place is block.place.figure:
            break
        hints = hints_of(place.names)
        if "credit" in hints or "caption" in hints:
            if "caption" not in hints:
                return True
            break
        if place.tag in CREDIT_TAGS:
            return True
    return is_credit(block.text, view.words) and not holds_credit(view, block)


def holds_credit(view: View, block: Block) -> bool:
    """Whether an inline element in a block is a credit by itself: what stands beside it is the caption."""
    return any(credit_in(view, block, mark) for mark in outer_marks(block))


def outer_marks(block: Block) -> tuple[Mark, ...]:
    """Return the first and the last inline element of a block: no other can open or close it alone."""
    marks = block.marks
    return (marks[0], marks[-1]) if marks else ()


def credit_in(view: View, block: Block, mark: Mark) -> bool:
    """Whether an inline element opens or closes a block, with a caption beside it, and is a picture's credit."""
    text, whole = mark.text, block.text
    if not text or len(text) > LONGEST or length(whole) - length(text) < BESIDE:
        return False
    if not (whole.startswith(text) or whole.endswith(text)):
        return False
    return has_marker(text, view.words) and is_credit(text, view.words)


def teaser(block: Block) -> bool:
    """Whether a block is a link to another page from end to end."""
    href = block.href
    return block.link_share > LINKED and href is not None and not href.startswith("#") and not is_picture(href)


def leads_away(scene: Scene, home: Place, block: Block) -> bool:
    """Whether picture or container are linked too: a linked caption under a picture that is not names its source."""
    if block.place.href or block.kind is not Kind.CAPTION:
        return True
    return home.index not in scene.held or home.index in scene.pointing


def foreign(scene: Scene, place: Place) -> bool:
    """Whether a container holds pictures of something else: teasers, portraits, advertisements, menus."""
    view, region = scene.view, scene.span.place
    if not view.around_place(place):
        return False
    around: frozenset[str] = frozenset()
    for outer in place.up():
        if outer is region:
            break
        hints = view.hints(outer)
        pointing = scene.linked[outer.index] > POINTING * scene.sizes[outer.index]
        around |= hints if pointing else hints - NEEDS_LINKS
    strange = around & frozenset(table("_pictures")["foreign"])
    return bool(strange - {"related"} if "gallery" in around else strange)


def shown(scene: Scene, picture: Picture) -> bool:
    """Whether a picture without a caption is one of the article's."""
    span = scene.span
    if picture.place.hidden or not picture.url or not span.first - HEADROOM <= picture.at <= span.last:
        return False
    if picture.href and not is_picture(picture.href):
        return False
    if picture.index in scene.decoration or is_portrait(scene, picture):
        return False
    return not foreign(scene, picture.place)


def is_portrait(scene: Scene, picture: Picture) -> bool:
    """Whether a picture opens a small box of which the byline is the first line."""
    blocks, place = scene.view.doc.blocks, picture.place
    if picture.at >= len(blocks) or scene.sizes[place.index] > BYLINE:
        return False
    after = blocks[picture.at]
    return scene.view.label(after) is Label.BYLINE and after.place.lies_in(place)
