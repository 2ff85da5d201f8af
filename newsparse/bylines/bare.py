"""Names that stand by themselves, without a byline word and without markup that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from newsparse.article import Author, AuthorKind
from newsparse.bylines.datelines import closing
from newsparse.bylines.grammar import HANGUL, Grammar, is_unspaced
from newsparse.bylines.initials import signed
from newsparse.bylines.kinds import before_mail
from newsparse.bylines.marks import author_marks
from newsparse.bylines.names import NARROW, same
from newsparse.bylines.reading import Reading, read_byline
from newsparse.bylines.shown import are_common_words, is_free, near_hints, own_hints
from newsparse.credits import has_marker
from newsparse.document import Block, Kind
from newsparse.findings import Label, Region, Trust
from newsparse.letters import letters
from newsparse.lexicons import Topic
from newsparse.rows import line_of, row_of
from newsparse.view import View

LONGEST: Final = 80  # characters of a line that holds nothing but a name and a date
ROW: Final = 160  # … and of one whose facts stand in elements of their own
LONGEST_NAME: Final = 45  # characters; in scripts without capitals sentences of two parts look like names
ALL: Final = 60  # characters of a line that is nothing but a name, a place and an agency
DASHES: Final = (" - ", " – ", " — ")
UNDER: Final = 6  # blocks below the headline
OVER: Final = 4  # lines of raw text above it
FEW: Final = 4  # items that are a list and no byline
BESIDE: Final = 2  # blocks between a name and its date
NOTE: Final = 50  # characters from which a block that begins with a name tells about the person
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
YEAR_GLUED: Final = re.compile(r"(?<!\d)(?:19|20)\d\d")
STAMP, DIGITS = 40, 6  # characters of a line that is a date and nothing else, and its digits
MOST: Final = 4  # words of a name that nothing but its shape speaks for
DATED: Final = Trust.TEXT
SET_OFF: Final = Trust.MARKUP
REPEATED: Final = Trust.TEXT + 0.08  # more than a date beside it, less than markup
SIGNED: Final = Trust.SHAPE
ALONE: Final = Trust.SHAPE
INITIALLED: Final = Trust.SHAPE - 0.05  # less than a name
DECLARED: Final = "names that the page declares"
CAPITALS: Final = "a name in capitals above the text"
APART: Final = "a name set off before the text, or names with job titles"
DATE_BESIDE: Final = "a name beside the date"
LABELLED: Final = (DECLARED, CAPITALS)
CHOSEN: Final = (APART, DATE_BESIDE)  # labelled where these are the authors
AROUND_END: Final = 14  # blocks around the end of the text in which its author is told about
LEADING: Final = Trust.AGREED + 0.05  # against what the system names
WHOLE: Final = 0.9  # share of the letters of a line that are in its names where words of a credit stand there, too
HALF: Final = 0.5  # the same where capitals cannot tell names from other words
POINTERS: Final = frozenset((Topic.READ_ALSO, Topic.RELATED, Topic.SOURCE))  # "Source: Reuters" names no author
NAME_MARKS: Final = " .-'’"
FACTS: Final = (Label.TIMESTAMP, Label.BYLINE, Label.SUBTITLE)  # what stands between the headline and a name
UNCLAIMED: Final = (None, Label.TIMESTAMP, Label.OTHER, Label.SUBTITLE)


@frozen
class Bare:
    """A line that may be nothing but a name."""

    block: Block
    """The line."""

    authors: tuple[Author, ...]
    """The names."""

    trust: float
    """How far to believe that it is the byline."""

    why: str
    """What speaks for it."""


def bare_names(
    view: View, head: Iterable[Block], headline: int | None, grammar: Grammar, declared: Sequence[str] = ()
) -> Iterator[Bare]:
    """Yield lines below the headline that are names, where a date beside them or a note about them speaks for it.

    *declared*: the names that the page declares, which need nothing else to speak for them.
    """
    region = view.found.region
    if region is None:
        return
    near = near_head(view, headline, region)
    for block in head:
        if block.index not in near or block.index == headline:
            continue
        short = len(block.text) <= (ROW if block.marks and row_of(block) else LONGEST)
        reading = read_byline(line_of(block), grammar) if short else None
        if reading is None or not is_bare(view, block, reading):
            continue
        if view.doc.is_text and are_common_words(view, reading.authors):
            continue
        if all(any(same(a.name, name) for name in declared) for a in reading.authors):
            yield Bare(block, reading.authors, REPEATED, DECLARED)
        elif said := spoken_for(view, block, reading, region):
            yield Bare(block, without_place(view, block, reading.authors, region), *said)


def near_head(view: View, headline: int | None, region: Region) -> range:
    """Return the blocks that may be a bare name: around the headline, of raw text without one right above the text."""
    if headline is None:
        return range(region.first - UNDER, region.first) if view.doc.is_text else range(0)
    if view.doc.is_text:
        return range(headline - OVER + 1, headline + UNDER + 1)
    last, end = max(region.first, headline) + 1, headline + UNDER
    while last < end and view.found.label(last) in FACTS:
        last += 1
    return range(headline + 1, min(last, end) + 1)


def without_place(view: View, block: Block, authors: tuple[Author, ...], region: Region) -> tuple[Author, ...]:
    """Return the names of a line without what stands behind a dash: a place, if the text speaks of it."""
    if not view.doc.is_text or len(authors) == 1:
        return authors
    place = next((block.text.rpartition(dash)[2] for dash in DASHES if dash in block.text), "")
    if place != authors[-1].name:
        return authors
    text = (b.text for b in view.doc.blocks[region.first : region.last + 1])
    return authors[:-1] if speaks_of(text, [place.rpartition(" ")[2]]) else authors


def spoken_for(view: View, block: Block, reading: Reading, region: Region) -> tuple[float, str] | None:
    """Return how far a line of names is to be believed, and what speaks for it; None where nothing does."""
    authors = reading.authors
    if repeated(view, authors, region.last):
        return REPEATED, "a name below the headline, told about after the text"
    if all(a.kind is AuthorKind.AGENCY for a in authors) and is_before_text(view, block, region):
        return REPEATED, "an agency below the headline"
    bold = block.strong >= len(block.text) - 1 and region.first - 1 <= block.index
    apart = block.index <= region.first and (bold or (all(a.role for a in authors) and not block.links))
    if apart or is_signed_first(view, block, authors, region):
        return SET_OFF, APART
    if len(authors) > 1 and block.index == region.first - 1 and not block.links:
        return DATED, "names side by side before the text"
    linked = any(a.name in m.text for m in block.marks if m.tag == "a" for a in authors)
    if not linked and is_dated(view, block, reading):
        return DATED, DATE_BESIDE
    alone = view.doc.is_text and is_before(view, block) and are_unheard(view, authors, region)
    return (ALONE, "a name before the text, which does not speak of it") if alone else None


def is_signed_first(view: View, block: Block, authors: Sequence[Author], region: Region) -> bool:
    """Whether the first line of raw text is a name, a place and the agency in brackets."""
    if not view.doc.is_text or block.index > region.first + BESIDE or len(block.text) > ALL:
        return False
    last = authors[-1]
    signed = block.text[:-1].endswith((f"({last.name}", f"[{last.name}"))
    return signed and len(authors) > 1 and last.kind is AuthorKind.AGENCY


def is_before_text(view: View, block: Block, region: Region) -> bool:
    """Whether a line stands before the text, or behind a standfirst; between paragraphs an agency credits a picture."""
    first = view.doc.blocks[region.first]
    return block.index <= region.first or block.place.parent is not first.place.parent


def in_capitals(view: View, headline: int | None, grammar: Grammar) -> Iterator[Bare]:
    """Yield the line of capitals right above the first paragraph where it is a name that the text does not speak of.

    Topics and places stand there as well; them a text speaks of.
    """
    region, blocks = view.found.region, view.doc.blocks
    if region is None or headline is None:
        return
    start = max(headline + 1, region.first - 1)
    for block, after in pairwise(blocks[start : start + BESIDE + 2]):
        above = is_capital(block.text) and len(after.text) >= NOTE and after.place.parent is block.place.parent
        if not above or block.hidden or view.label(block) not in UNCLAIMED:
            continue
        reading = read_byline(block.text, grammar)
        if is_name(reading) and not is_spoken_of(view, block, region):
            yield Bare(block, reading.authors, LEADING, CAPITALS)


def is_name(reading: Reading) -> bool:
    """Whether a line is made of full names and nothing else at all."""
    others = reading.opened or reading.prose or reading.others
    return bool(reading.authors) and not others and all(map(is_full, reading.authors))


def is_capital(text: str) -> bool:
    """Whether a line is short and all in capitals, and says so: not all scripts have them."""
    return len(text) <= STAMP and text.isupper() and " " in text and all(c.isalpha() or c in NAME_MARKS for c in text)


def is_spoken_of(view: View, block: Block, region: Region) -> bool:
    """Whether a word of a line stands in the text or the headline as well."""
    words = [w for w in block.text.casefold().split() if len(w) > 1]
    start = region.first if region.headline is None else min(region.first, region.headline)
    return speaks_of((b.text.casefold() for b in view.doc.blocks[start : region.last + 1] if b is not block), words)


def speaks_of(text: Iterable[str], words: Sequence[str]) -> bool:
    """Whether any of some words stands in a line of a text, be it inside a longer word."""
    return any(word in line for line in text for word in words)


def signatures(view: View, grammar: Grammar) -> Iterator[Bare]:
    """Yield the last line of the text where it is a name, set off from it or with an address."""
    region, blocks = view.found.region, view.doc.blocks
    if region is None:
        return
    for block in blocks[region.last : region.last + AROUND_END]:
        if len(block.text) > LONGEST or block.hidden:
            continue
        addressed = bool(before_mail(block.text)) and block.place.parent is blocks[region.last].place.parent
        if not addressed and (block.links or block.index > region.last + 1):
            continue
        reading = read_byline(block.text, grammar)
        if is_bare(view, block, reading) and (
            addressed or is_set_off(block) or is_news(view, reading.authors) or all(map(is_reporter, reading.authors))
        ):
            yield Bare(block, reading.authors, SIGNED, "a name at the end of the text")


def signs(view: View, grammar: Grammar) -> Iterator[Bare]:
    """Yield the end of the text where it is signed with initials."""
    region = view.found.region
    if region is None:
        return
    for block in view.doc.blocks[region.last : region.last + 2]:
        if block.hidden or block.links:
            continue
        if authors := signed(block.text, grammar):
            yield Bare(block, authors, INITIALLED, "initials at the end of the text")
        elif authors := closing(block.text, grammar):
            yield Bare(block, authors, SIGNED, "names in brackets at the end of the text")


def biographies(view: View, grammar: Grammar) -> Iterator[Bare]:
    """Yield the one name around the end of the text that stands by itself and is told about in the next block."""
    region, blocks = view.found.region, view.doc.blocks
    if region is None:
        return
    found = []
    for block, after in pairwise(blocks[max(region.first, region.last - AROUND_END) : region.last + AROUND_END]):
        name = block.text
        told = len(after.text) > NOTE and after.text.startswith(f"{name} ")
        if told and len(name) <= LONGEST and " " in name and is_apart(view, block, after):
            reading = read_byline(name, grammar)
            if len(reading.authors) == 1 and reading.authors[0].name == name and is_full(reading.authors[0]):
                found.append(Bare(block, reading.authors, SIGNED, "a name told about at the end of the text"))
    yield from found if len(found) == 1 else ()


def is_apart(view: View, first: Block, last: Block) -> bool:
    """Whether two blocks are visible and make up a box: a section's heading shares its container with other text."""
    blocks = view.doc.blocks[max(first.index - 1, 0) : last.index + 2]
    around = [b.place.parent for b in blocks if b is not first and b is not last]
    return not first.hidden and first.place.parent is last.place.parent and first.place.parent not in around


def is_set_off(block: Block) -> bool:
    """Whether a line is set in bold or italics."""
    return bool(block.strong) or any(m.tag in ("em", "i") and m.text == block.text for m in block.marks)


def is_news(view: View, authors: Iterable[Author]) -> bool:
    """Whether raw text ends in a name that it does not speak of: topics, which stand there too, it does speak of."""
    region = view.found.region
    if region is None or not view.doc.is_text:
        return False
    return are_unheard(view, authors, region, UNDER) and not are_common_words(view, authors)


def are_unheard(view: View, authors: Iterable[Author], region: Region, above: int = 0) -> bool:
    """Whether the text, and some lines *above* it, speak of none of the names."""
    blocks = view.doc.blocks[max(region.first - above, 0) : region.last]
    text = (b.text for b in blocks if not has_marker(b.text, view.words))  # who wrote took the picture as well
    return not speaks_of(text, [a.name.rpartition(" ")[2] for a in authors])


def is_bare(view: View, block: Block, reading: Reading) -> bool:
    """Whether a line is made of full names and nothing else but a date."""
    if reading.prose or not reading.authors or reading.others or block.kind in (Kind.HEADING, Kind.CONTROL):
        return False
    if not POINTERS.isdisjoint(view.topics(block)):
        return False
    if "subtitle" in own_hints(view, block.place) or (view.doc.is_text and not names_alone(view, block, reading)):
        return False
    region = view.found.region
    persons = any(a.kind is not AuthorKind.AGENCY for a in reading.authors)
    listed = block.kind is Kind.ITEM and persons and not stands_by_itself(view, block)
    if listed and (region is None or not repeated(view, reading.authors, region.last)):
        return False
    label = view.label(block)
    if label is Label.BODY and region is not None and is_signed_first(view, block, reading.authors, region):
        label = None
    if (
        label is Label.NAVIGATION
        and view.doc.is_text
        and (is_stamped(view, block) or (is_before(view, block) and is_dated(view, block, reading)))
    ):
        label = None  # a name between headline or date and text has the shape of a menu
    elif not is_free(view, block, reading, author_marks(block)):
        return False
    return label in UNCLAIMED and all(
        a.kind is AuthorKind.AGENCY or is_full(a) or is_reporter(a) for a in reading.authors
    )


def names_alone(view: View, block: Block, reading: Reading) -> bool:
    """Whether a line of raw text is no caption with a credit; without capitals other words do not show as such."""
    names = "".join(a.name + (a.role or "") for a in reading.authors)
    if not reading.dated and block.text.partition(reading.authors[0].name)[0].rstrip()[-1:].isdigit():
        return False  # "28 million euros"
    text = " ".join(word for word in block.text.split() if "@" not in word)
    share = letters(names) / max(1, letters(text))
    if has_marker(block.text, view.words) and not any(a.role for a in reading.authors):
        return share >= WHOLE
    return reading.dated or names.upper() != names.lower() or share >= HALF


def stands_by_itself(view: View, block: Block) -> bool:
    """Whether an item of raw text is one of a few: some renderers put bullets before all links."""
    if not view.doc.is_text:
        return False
    blocks, at = view.doc.blocks, block.index
    first = next((i for i in range(at, max(-1, at - FEW), -1) if blocks[i - 1].kind is not Kind.ITEM), at - FEW)
    end = next((i for i in range(at, min(len(blocks) - 1, at + FEW)) if blocks[i + 1].kind is not Kind.ITEM), at + FEW)
    return end - first < FEW


def is_before(view: View, block: Block) -> bool:
    """Whether a line stands between the headline and the text, or is all that stands above a text without one."""
    headline, region = view.found.headline, view.found.region
    if region is None or block.index >= region.first:
        return False
    return headline < block.index if headline is not None else region.first == 1


def is_reporter(author: Author) -> bool:
    """Whether a name that has no parts, as in Hangul and Chinese, stands with a job title."""
    return author.role is not None and (ord(author.name[0]) in HANGUL or is_unspaced(author.name))


def is_full(author: Author) -> bool:
    """Whether a name has a first and a last one."""
    words = author.name.split()
    if author.kind is not AuthorKind.PERSON or len(author.name) > LONGEST_NAME:
        return False
    if any(is_unspaced(w) for w in words):
        return len(words) == 2 and len(author.name) <= NARROW
    return 2 <= len(words) <= MOST and not any(ord(w[0]) in HANGUL for w in words)


def is_dated(view: View, block: Block, reading: Reading) -> bool:
    """Whether a date stands in a line or right beside it."""
    around = view.doc.blocks[max(block.index - BESIDE, 0) : block.index + BESIDE + 1]
    if reading.dated or YEAR.search(block.text) or view.topics(block) & {Topic.PUBLISHED, Topic.MODIFIED}:
        return True
    if view.label(block) is Label.TIMESTAMP and row_of(block):
        return True
    return any(view.label(b) is Label.TIMESTAMP or is_stamp(b) for b in around if b is not block)


def is_stamped(view: View, block: Block) -> bool:
    """Whether the line just above is a date."""
    return block.index > 0 and view.found.label(block.index - 1) is Label.TIMESTAMP


def is_stamp(block: Block) -> bool:
    """Whether a line has the digits of a date and hardly anything else."""
    text = block.text
    return len(text) <= STAMP and bool(YEAR_GLUED.search(text)) and sum(c.isdigit() for c in text) >= DIGITS


def repeated(view: View, authors: Iterable[Author], last: int) -> bool:
    """Whether a note about any of the authors stands after the text: it begins with the name and goes on."""
    names = tuple(a.name for a in authors)
    later = (b for b in view.doc.blocks[last:] if b.text.startswith(names))
    return any(
        len(b.text) > NOTE or b.kind is Kind.HEADING or near_hints(view, b.place) & {"byline", "bio"} for b in later
    )
