"""Where a page shows its author: near the headline, around the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import Factory, define, evolve, frozen

from newsparse.article import Author, AuthorKind
from newsparse.bylines.grammar import UNSPACED, Grammar, may_hold, may_open, words_in
from newsparse.bylines.kinds import is_whole
from newsparse.bylines.marks import author_marks, houses, is_before, is_role_mark, marked_authors, pieces, tagged
from newsparse.bylines.names import folded, is_name_word
from newsparse.bylines.reading import Reading, read_byline
from newsparse.bylines.slots import named
from newsparse.bylines.teasers import listed
from newsparse.credits import has_marker
from newsparse.document import Block, Kind, Mark, Place
from newsparse.findings import Label
from newsparse.letters import is_spaced
from newsparse.lexicons import Topic
from newsparse.phrases import plain
from newsparse.punctuation import STOPS
from newsparse.rows import line_of
from newsparse.view import View

LONGEST: Final = 220  # characters of a byline block; longer ones are prose
SHORT: Final = 90  # characters of a line that may be nothing but a name and its date
ABOVE, BELOW = 8, 40  # blocks looked at above and below the headline
AFTER, BEFORE_END = 14, 3  # blocks looked at after the text, and last ones of it
HEAD: Final = 4  # blocks of prose that may still carry the byline
TOGETHER: Final = 8  # blocks over which one byline may be spread
ALONE: Final = 30  # characters of a label that stands by itself before the name it belongs to
NEAR: Final = 4  # containers around a block whose names may speak of the byline
OPENED: Final = 12  # words among which a byline word stands
ROLE: Final = 60  # characters of a job title below a name
PROSE, WORDY = 2, 3  # words of no byline that are let pass; so many more where markup or the first word is clear
CAPTION: Final = Kind.CAPTION  # bound once: looking up a member takes Python 3.11 as long as a call
TELLING: Final = 3  # letters of a word; shorter ones are particles of names, too
SET_APART: Final = (Kind.CAPTION, Kind.CODE, Kind.QUOTE)
BY_WORD: Final = "byline word"
BARRED: Final = frozenset(
    (Label.TITLE, Label.TEASER, Label.TEASER_HEADING, Label.COMMENT, Label.CAPTION, Label.CREDIT, Label.HIDDEN)
)
DOUBTED: Final = frozenset(
    (Label.KEYWORDS, Label.NAVIGATION, Label.AD, Label.PAYWALL, Label.NEWSLETTER, Label.CONSENT, Label.SHARE)
)
AUTHORED: Final = ("author", "creator")  # microdata properties
ELSEWHERE: Final = frozenset(("comments", "related", "caption", "credit"))


@frozen
class Sighting:
    """One block that names authors."""

    block: Block
    """The block."""

    authors: tuple[Author, ...]
    """Whom it names."""

    score: int
    """How much speaks for its being the byline: markup, a byline word, where it stands."""

    why: str
    """What speaks for it."""

    leading: bool = False
    """Whether it begins with a byline word."""

    carried: bool = False
    """Whether that word is the block before it."""

    joined: bool = False
    """Whether it goes on with the byline above, by a word such as "and"."""

    sure: bool = True
    """Whether it says so itself, by a byline word or the name of its container; a link alone may be a teaser's."""


@define(eq=False)
class Zone:
    """Stretches of blocks where a byline may stand."""

    head: list[Block] = Factory(list)
    """From above the headline into the first blocks of prose."""

    tail: list[Block] = Factory(list)
    """The last blocks of prose and what follows it."""

    headline: int | None = None
    """Block of the headline; None where none is known."""


def zone_of(view: View) -> Zone:
    """Return the blocks to search, by where the headline and the prose stand."""
    region = view.found.region
    title = next(view.found.labelled(Label.TITLE), None)
    headline = region.headline if region and region.headline is not None else title
    if region is None and headline is None:
        return Zone()
    first = region.first if region else (headline or 0) + BELOW
    top = first if headline is None else headline
    opening = first + HEAD + cuts(view.doc.blocks[first : first + HEAD])
    bottom = opening if top <= first <= top + BELOW else top + BELOW
    indexes = {*range(top - ABOVE, bottom), *range(first - TOGETHER, opening)}
    last = region.last if region else bottom
    ending = range(last - BEFORE_END + 1, last + AFTER)
    return Zone(shown(view, indexes), shown(view, set(ending) - indexes), headline)


def cuts(blocks: Sequence[Block]) -> int:
    """Return how many blocks go on with the paragraph of the block before them, cut at a line break."""
    return sum(a.place is b.place and b.kind is Kind.PARAGRAPH for a, b in pairwise(blocks))


def shown(view: View, indexes: set[int]) -> list[Block]:
    """Return the visible blocks at some positions, in page order."""
    blocks = view.doc.blocks
    return [blocks[i] for i in sorted(indexes) if 0 <= i < len(blocks) and not blocks[i].hidden]


def sightings(view: View, blocks: list[Block], grammar: Grammar, strict: bool = False) -> list[Sighting]:
    """Return the blocks that read as a byline, in page order; *strict*: those that something clear speaks for."""
    found: list[Sighting] = []
    before = NOTHING
    for block in blocks:
        opened = before.leading and not (before.authors or before.prose or before.others)
        claimed = before.foreign and not before.others
        reading = NOTHING
        marks = author_marks(block) if opened or len(block.text) <= LONGEST else []
        joined = not opened and bool(found) and is_joined(found[-1], block, grammar)
        goes_on = not opened and bool(found) and (joined or is_next(found[-1], block))
        opened = opened or goes_on
        worth = opened or (
            is_worth_reading(view, block, marks, grammar) and not (strict and is_vague(view, block, marks, grammar))
        )
        if worth:
            # the next block is read by what this one says, where it is short; a long line of prose is no byline anyway
            most = LONGEST if marks or len(block.text) <= ALONE else PROSE + WORDY
            reading = read_byline(line_of(block), grammar, opened=opened, most=most)
            if not claimed and is_free(view, block, reading, marks):
                if found and is_role_below(found[-1], block, grammar):
                    found[-1] = evolve(found[-1], authors=(evolve(found[-1].authors[0], role=block.text),))
                elif (seen := sighted(view, block, reading, marks, grammar)) and (not goes_on or is_pure(seen, joined)):
                    found.append(evolve(seen, joined=joined))
        if block.kind is not CAPTION:
            before = reading if len(block.text) <= ALONE else NOTHING
    teasers = listed(view, [s.block for s in found])
    return [s for s in found if s.block.index not in teasers]


def is_next(above: Sighting, block: Block) -> bool:
    """Whether a line stands right below the name that a label opened, in an element like it: "Authors" opens both."""
    before, place = above.block.place, block.place
    if not above.carried or above.block.index != block.index - 1 or len(block.text) > ALONE or before is place:
        return False
    return before.parent is place.parent and before.tag == place.tag and before.names == place.names


def is_joined(above: Sighting, block: Block, grammar: Grammar) -> bool:
    """Whether a line goes on with the byline right above it: "By Ada Lovelace" / "and Alan Turing"."""
    if above.block.index != block.index - 1 or above.block.place.parent is not block.place.parent:
        return False
    first, _, rest = block.text.partition(" ")
    return 0 < len(rest) <= ALONE and plain(first) in grammar.joiners and is_name_word(rest)


def is_pure(seen: Sighting, joined: bool = False) -> bool:
    """Whether a line is full names of persons and nothing else, but for the word that *joined* says it begins with."""
    names = sum(len(a.name) for a in seen.authors)
    if joined:
        names += len(seen.block.text.partition(" ")[0])
    persons = all(a.kind is AuthorKind.PERSON and is_whole(a) for a in seen.authors)
    return persons and names >= len(seen.block.text) - len(seen.authors)


def is_role_below(above: Sighting, block: Block, grammar: Grammar) -> bool:
    """Whether a line right below the name of one author, in the same box, begins with a job title and has no other."""
    near = above.block.index + 1 == block.index and above.block.place.parent is block.place.parent
    lone = near and len(above.authors) == 1 and above.authors[0].role is None
    if not lone or len(block.text) > ROLE or block.text[-1] in STOPS:
        return False
    return plain(block.text).split(" ", 1)[0].rstrip(",") in grammar.roles


def is_worth_reading(view: View, block: Block, marks: list[Mark], grammar: Grammar) -> bool:
    """Whether a block can be a byline at all; reading it word by word is what takes time."""
    if len(block.text) > LONGEST:
        return False
    if marks or is_wide(block.text) or block.place.itemprop in AUTHORED or is_near(view, block.place, "byline"):
        return True
    if (letters := view.runs(block)) is not None and not may_open(block.text, letters, grammar):
        return False
    line = plain(block.text)
    words = line.replace(":", " ").replace("/", " ").split(maxsplit=OPENED)[:OPENED]
    return may_hold(line, words, grammar.openings) or may_hold(line, words, grammar.foreign)


def is_vague(view: View, block: Block, marks: list[Mark], grammar: Grammar) -> bool:
    """Whether nothing but a byline word inside a line speaks for it, and the line is too long to be a label."""
    text = block.text
    if marks or len(text) <= ALONE or is_wide(text) or view.label(block) is Label.TIMESTAMP:
        return False
    if block.place.itemprop in AUTHORED or is_near(view, block.place, "byline"):
        return False
    return not any(plain(word) in grammar.openings for word in words_in(text[:ALONE])[:1])


def is_wide(text: str) -> bool:
    """Whether a text has characters of scripts without spaces."""
    return not is_spaced(text) and max(text) >= chr(UNSPACED)


NOTHING: Final = Reading((), False, 0)


def is_free(view: View, block: Block, reading: Reading, marks: list[Mark]) -> bool:
    """Whether nothing says that a block is something else; *marks* is what ``author_marks`` finds in it."""
    if (told := view.told(block)) is not None:
        return told is Label.BYLINE
    if block.place.figure is not None or block.kind in SET_APART or is_of_card(view, block):
        return False
    label = view.label(block)
    called = "byline" in own_hints(view, block.place)
    if label in BARRED or (label in DOUBTED and not (called or (reading.opened and reading.authors) or marks)):
        return False
    around = view.around(block) - headline_hints(view)
    return not around & ELSEWHERE or (called and "comments" not in around)


def is_of_card(view: View, block: Block) -> bool:
    """Whether a line lies in a link that the line before lies in as well: both are parts of a teaser."""
    href = next((m.href for m in block.marks if m.tag == "a" and m.text == block.text), None)
    if href is None or block.index == 0:
        return False
    before = view.doc.blocks[block.index - 1]
    return any(m.tag == "a" and m.href == href and m.text == before.text != block.text for m in before.marks)


def headline_hints(view: View) -> frozenset[str]:
    """Return what is said of the headline's place, which then says nothing against a line beside it."""
    region = view.found.region
    if region is None or region.headline is None:
        return frozenset()
    return view.around(view.doc.blocks[region.headline])


def own_hints(view: View, place: Place) -> frozenset[str]:
    """Return what a container and the one around it are called."""
    return view.hints(place) | (view.hints(place.parent) if place.parent else frozenset())


def near_hints(view: View, place: Place) -> frozenset[str]:
    """Return what the nearest containers of a block are called."""
    found: frozenset[str] = frozenset()
    for steps, around in enumerate(place.up()):
        if steps == NEAR:
            break
        found |= view.hints(around)
    return found


def is_near(view: View, place: Place, hint: str) -> bool:
    """Whether any of the nearest containers of a block is called so."""
    hints = view.own_hints
    around: Place | None = place
    for _ in range(NEAR):
        if around is None:
            return False
        if hint in hints[around.index]:
            return True
        around = around.parent
    return False


def sighted(view: View, block: Block, reading: Reading, marks: list[Mark], grammar: Grammar) -> Sighting | None:
    """Return what a block says of authors; None where it is no byline. *marks* is what ``author_marks`` finds in it."""
    hinted = is_hinted(view, block, reading)
    reasons = [
        name
        for name, holds in (("byline markup", hinted), ("linked author", bool(marks)), (BY_WORD, reading.opened))
        if holds
    ]
    let_pass = LONGEST if marks and reading.leading else PROSE + (WORDY if marks or reading.leading else 0)
    if not reasons or reading.prose > let_pass or Topic.COPYRIGHT in view.topics(block):
        return None
    unnamed = block.kind is Kind.HEADING and not (marks or hinted or reading.leading)
    if unnamed or (not reading.opened and is_wide(block.text) and has_marker(block.text, view.words)):
        return None  # a heading; the photographer, in a box that is named after authors
    authors = authors_in(view, block, reading, marks if marks else pieces(block) if hinted else [], grammar)
    if not (marks or hinted or reading.leading):
        authors = tuple(a for a in authors if (is_whole(a) or reading.dated) and not reading.prose)
    if not authors:
        return None
    nothing = view.doc.is_text and reading.carried and (are_common_words(view, authors) or is_place(reading))
    if nothing or (reading.carried and block.text[-1] == "。"):
        return None  # the line above, which ends in "from", opens nothing; a sentence about the author or the text
    if all(a.kind is AuthorKind.ORGANIZATION for a in authors) and not (
        marks or reading.opened or "byline" in own_hints(view, block.place)
    ):
        return None
    return Sighting(
        block, with_roles(block, authors, reading), len(reasons) + bool(marks), ", ".join(reasons),
        leading=reading.leading, carried=reading.carried, sure=hinted or reading.opened,
    )  # fmt: skip


def is_place(reading: Reading) -> bool:
    """Whether a line is a single word and a date, as those that say where and when an article was written."""
    return reading.dated and not any(is_whole(a) or a.kind is AuthorKind.AGENCY for a in reading.authors)


def are_common_words(view: View, authors: Iterable[Author]) -> bool:
    """Whether a word of any of the names stands on the page in small letters, as words do that name no person."""
    words = (word.lower() for a in authors if a.kind is AuthorKind.PERSON for word in a.name.split())
    return any(len(word) >= TELLING and word in view.small_words for word in words)


def is_hinted(view: View, block: Block, reading: Reading) -> bool:
    """Whether the nearest containers of a block are called after authors, or farther ones of a line of names."""
    if block.place.itemprop in AUTHORED or "byline" in own_hints(view, block.place):
        return True
    if not is_near(view, block.place, "byline") or block.kind is Kind.HEADING:
        return False
    return len(block.text) <= SHORT and not reading.prose and all(is_whole(a) for a in reading.authors)


def authors_in(view: View, block: Block, reading: Reading, marks: list[Mark], grammar: Grammar) -> tuple[Author, ...]:
    """Return whom a block names: in its marks, else in its words, else all of a block that is called after authors."""
    found = marked_authors(marks, grammar)
    if reading.leading and reading.authors and is_before(reading.authors[0], marks, block.text):
        found = ()  # the marks hold what follows the name
    if not found:
        odd = reading.prose and any(m.text != block.text for m in marks)
        found = tuple(a for a in reading.authors if not odd or any(a.name == m.text for m in marks))
    others = reading.others | tagged(block)
    found = tuple(a for a in found if folded(a.name) not in others)
    return found or lone_name(view, block, grammar) or (() if others else houses(view, marks, grammar))


def lone_name(view: View, block: Block, grammar: Grammar) -> tuple[Author, ...]:
    """Return the one-word name that a block called "author" holds and nothing else."""
    if "byline" not in own_hints(view, block.place) or " " in block.text or view.topics(block):
        return ()
    return named(block.text, grammar, shown=True)


def with_roles(block: Block, authors: tuple[Author, ...], reading: Reading) -> tuple[Author, ...]:
    """Add the job titles that the markup, or the whole line, gives to the names that are set apart."""
    roles = {folded(a.name): a.role for a in reading.authors if a.role}
    titles = [m.text for m in block.marks if is_role_mark(m)]
    if len(authors) == len(titles) == 1 and titles[0] != authors[0].name:
        return (evolve(authors[0], role=titles[0]),)
    return tuple(
        evolve(a, role=roles[folded(a.name)]) if a.role is None and folded(a.name) in roles else a for a in authors
    )


# --- the byline among what was seen ----------------------------------------------------------------------------------


def byline_of(seen: list[Sighting]) -> list[Sighting]:
    """Return the sightings that make up the byline: the best one and its neighbours of the same make."""
    best = max(seen, key=lambda s: s.score, default=None)
    if best is None:
        return []
    near = [s for s in seen if abs(s.block.index - best.block.index) <= TOGETHER]
    first = next(s for s in near if s.score >= best.score - 1)
    if first.block.place.names != best.block.place.names and not first.sure:
        first = best
    return [s for s in near if s is first or s is best or s.joined or alike(s, best)]


def alike(one: Sighting, other: Sighting) -> bool:
    """Whether two sightings stand in containers of the same make."""
    left, right = one.block.place, other.block.place
    return (
        why(one) == why(other) and left.tag == right.tag and left.names == right.names and above(left) == above(right)
    )


def why(seen: Sighting) -> str:
    """Return what speaks for a sighting itself: the word before the first of several names speaks for all."""
    return seen.why.removesuffix(f", {BY_WORD}") if seen.carried else seen.why


def above(place: Place) -> str:
    """Return the names of the container around a container."""
    return place.parent.names if place.parent else ""


def is_bio(view: View, block: Block) -> bool:
    """Whether a block tells about the author."""
    topics = view.topics(block)
    return (bool(topics) and Topic.BIO in topics) or is_near(view, block.place, "bio")
