"""Who is quoted: the name that stands below a quote or at its end, set apart by the markup or a dash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from newsparse.document import Block, Kind, Place
from newsparse.findings import BODY_LABELS, Label
from newsparse.punctuation import ENDS
from newsparse.view import View

QUOTE: Final = Label.QUOTE  # bound once: looking up a member takes Python 3.11 as long as a call
APART: Final = ("cite", "footer", "figcaption")  # elements that name the speaker of the quote they stand in
DASHES: Final = "—–―‒-"
LONG_DASHES: Final = "—–―‒"  # what may part a name from the quote in one line; a hyphen joins words
LONGEST: Final = 120  # characters of a name with what its bearer does
MOST: Final = 14  # words of it
CLOSING: Final = ENDS + "\"'”’»“‘«›‹」』"  # what a quote ends with before the name of its speaker
LOOSE: Final = frozenset((None, Label.OTHER, *BODY_LABELS))  # labels of a line that may name the speaker


@frozen
class Quotation:
    """One piece of a quote."""

    text: str
    """What is quoted."""

    who: str | None
    """Who is quoted; None where the page does not set that apart."""


@frozen
class Quotations:
    """The quotes among the blocks of a text."""

    pieces: dict[int, Quotation]
    """Block → the quote in it."""

    names: frozenset[int]
    """Blocks that name speakers and hold nothing else."""


def quotations(view: View, chosen: list[Block]) -> Quotations:
    """Return the quotes among *chosen*, the blocks of a text."""
    pieces: dict[int, Quotation] = {}
    names: set[int] = set()
    for quote in quotes(view, chosen):
        *said, last = quote
        text, who = last.text, None
        if said and (is_apart(last) or dashed(last.text)):
            names.add(last.index)
            who = name_in(last.text)
        elif found := ending(last):
            text, who = found
        elif below := name_below(view, last):
            names.add(below.index)
            who = name_in(below.text)
        said_last = [] if last.index in names else [(last, text)]
        for block, words in [*((block, block.text) for block in said), *said_last]:
            pieces[block.index] = Quotation(" ".join(words.split()), who)
    return Quotations(pieces, frozenset(names))


def quotes(view: View, chosen: list[Block]) -> Iterator[list[Block]]:
    """Yield the blocks of each quote: those that follow each other in one element, or in raw text."""
    run: list[Block] = []
    for block in chosen:
        quoted = view.label(block) is QUOTE
        if run and not (quoted and block.index == run[-1].index + 1 and element_of(block) is element_of(run[-1])):
            yield run
            run = []
        if quoted:
            run.append(block)
    if run:
        yield run


def element_of(block: Block) -> Place | None:
    """Return the quote element around a block; None where there is none."""
    return next((place for place in block.place.up() if place.tag == "blockquote"), None)


def is_apart(block: Block) -> bool:
    """Whether a block in a quote is an element that names the speaker."""
    if any(mark.tag == "cite" and mark.text == block.text for mark in block.marks):
        return True
    quote = element_of(block)
    return any(place.tag in APART for place in block.place.up() if quote is not None and place.depth > quote.depth)


def dashed(text: str) -> bool:
    """Whether a line is a dash and a name."""
    return text[0] in DASHES and is_name(name_in(text))


def name_in(line: str) -> str:
    """Return a name without the dash before it."""
    return " ".join(line.split()).lstrip(DASHES + " ")


def is_name(text: str) -> bool:
    """Whether a text may be a name with what its bearer does: short, no sentence, not the rest of one."""
    if not 1 < len(text) <= LONGEST or len(text.split()) > MOST or text[-1] in ENDS:
        return False
    return not text[0].islower() and any(map(str.isalpha, text))


def ending(block: Block) -> tuple[str, str] | None:
    """Return quote and speaker where the block ends with the latter: in an element, a line or behind a dash."""
    cited = next((m.text for m in block.marks if m.tag == "cite" and m.text and block.text.endswith(m.text)), None)
    if cited is not None and len(cited) < len(block.text):
        return parted(block.text[: -len(cited)], cited)
    before, _, last = block.text.rpartition("\n")
    if before and dashed(last):
        return parted(before, last)
    at = max(block.text.rfind(dash) for dash in LONG_DASHES)
    before = block.text[:at].rstrip() if at > 0 else ""
    if before and before[-1] in CLOSING and is_name(name_in(block.text[at:])):
        return parted(before, block.text[at:])
    return None


def parted(quote: str, who: str) -> tuple[str, str] | None:
    """Return quote and speaker without what parts them; None where nothing is left of one."""
    quote, who = quote.rstrip(DASHES + " \n"), name_in(who)
    return (quote, who) if quote and who else None


def name_below(view: View, last: Block) -> Block | None:
    """Return the block right below a quote that names its speaker: an element in it, its caption, a dash and a name."""
    below = next((b for b in view.doc.blocks[last.index + 1 : last.index + 2] if not b.hidden), None)
    if below is None:
        return None
    if (quote := element_of(last)) is not None and element_of(below) is quote:
        return below if is_apart(below) else None  # a footer is often taken for one of the page
    is_name_of = is_caption_of(below, last) or dashed(below.text)
    return below if is_name_of and view.label(below) in LOOSE else None


def is_caption_of(block: Block, quote: Block) -> bool:
    """Whether a block is the caption of a figure that holds a quote right before it."""
    figure = block.place.figure
    return block.kind is Kind.CAPTION and figure is not None and quote.place.figure is figure
