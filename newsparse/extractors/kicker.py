"""The topic line above the headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse import similarity
from newsparse.dates.reading import read_value
from newsparse.document import Block, Kind
from newsparse.extractors._headline import Headline
from newsparse.extractors._opening import common_depth, is_margin
from newsparse.extractors._parts import EDGES, ELEMENTS, Parts, is_kicker, parts
from newsparse.extractors._style import style_of_page
from newsparse.extractors._top_lines import around, glued, kicker_line, unglued
from newsparse.extractors._wordings import section_names, site_names, wordings
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.view import View

ABOVE: Final = 4  # visible blocks above the headline among which the kicker stands
CLOSE: Final = 3  # containers up from the headline that may hold the kicker, too
OTHER: Final = frozenset(
    "byline timestamp credit caption share navigation advertising paywall tags comments live footer newsletter"
    " consent picture gallery".split()
)
LINKED: Final = 0.8  # link share from which a line is a link
STOPS: Final = ".!。！"
SENTENCE: Final = 5  # words of a sentence; a topic line may end with a stop, "Smith & Co."
STEPS: Final = frozenset("»›>→|")  # characters between the steps of a breadcrumb


def kicker(view: View) -> Iterator[Finding]:
    """Propose the kicker: a part of the headline's block, else a short line right above it."""
    if view.found.headline is None:
        return
    block = view.doc.blocks[view.found.headline]
    found = parts_of(view, block)
    if found.kicker and not is_dated(view, found.kicker):
        trust = Trust.AGREED if found.why in ELEMENTS else Trust.DECLARED
        source = f"block {block.index}"
        yield Candidate(Fields.kicker, one_line(found.kicker), trust, source, block.text, found.why, (block.index,))
    elif (line := kicker_line(view, block) if view.doc.is_text else line_above(view, block)) is not None:
        text = " ".join(unglued(line.text)) if view.doc.is_text else line.text
        yield Candidate(Fields.kicker, one_line(text), Trust.DECLARED, f"block {line.index}", blocks=(line.index,))
        yield Labelled(line.index, Label.KICKER, Trust.AGREED, "short line above the headline")


def parts_of(view: View, block: Block) -> Parts:
    """Return what stands in the headline's block."""
    if view.doc.is_text:
        return glued(block.text, around(view, block))
    shown = view.found.measured
    if isinstance(shown, Headline) and shown.block is block:
        return shown.parts
    return parts(block, similarity.words(block.text), wordings(view))


def one_line(text: str) -> str:
    """Return a kicker without line breaks and the punctuation around it."""
    return " ".join(text.split()).strip(EDGES)


def line_above(view: View, headline: Block) -> Block | None:
    """Return the line above the headline that is called kicker, else the unlinked one in the same container."""
    above = [b for b in view.visible if headline.index - 3 * ABOVE <= b.index < headline.index][-ABOVE:]
    names = site_names(view)
    lines = [b for b in reversed(above) if is_line(view, b, names)]
    sections = section_names(view.doc.declared)
    for block in lines:
        if is_named(view, block) and not is_section(block, sections):
            return block
    return next((b for b in lines if is_unlinked(b) and is_joined(b, headline) and not is_banner(b, headline)), None)


def is_line(view: View, block: Block, names: frozenset[str]) -> bool:
    """Whether a block is short text and nothing that its names or words call otherwise; *names* are the site's."""
    if block.kind in (Kind.CONTROL, Kind.CAPTION, Kind.ROW) or not view.free(block) or not is_kicker(block.text):
        return False
    if is_margin(block) or any(m.tag == "time" for m in block.marks) or not any(c.isalpha() for c in block.text):
        return False
    if not STEPS.isdisjoint(block.text) or is_spoken(block.text) or is_dated(view, block.text):
        return False
    if similarity.fold(block.text) in names:
        return False
    return not view.topics(block) and not (view.around(block) & OTHER and not is_named(view, block))


def is_unlinked(block: Block) -> bool:
    """Whether a line is neither a link nor several: those are of a menu."""
    return block.link_share < LINKED and block.links < 2


def is_spoken(text: str) -> bool:
    """Whether a line is a sentence: what the site says of itself."""
    return text[-1] in STOPS and len(text.split()) >= SENTENCE


def is_dated(view: View, text: str) -> bool:
    """Whether a whole date stands in a line: then it is a byline, or tells of an issue."""
    if not any(map(str.isdigit, text)):
        return False
    stamp = read_value(text, style_of_page(view))
    return stamp is not None and stamp.dated


def is_named(view: View, block: Block) -> bool:
    """Whether the block's own container, or the one around it, is called kicker."""
    place = block.place
    return "kicker" in view.hints(place) or (place.parent is not None and "kicker" in view.hints(place.parent))


def is_section(block: Block, sections: frozenset[str]) -> bool:
    """Whether a line is nothing but the link to the section."""
    return block.link_share >= LINKED and (similarity.fold(block.text) in sections or block.links > 1)


def is_banner(block: Block, headline: Block) -> bool:
    """Whether a line stands in a header that is not the headline's: that of the page."""
    header = next((place for place in block.place.up() if place.tag == "header"), None)
    return header is not None and not headline.place.lies_in(header)


def is_joined(block: Block, headline: Block) -> bool:
    """Whether a line stands in one small container with the headline."""
    shared = common_depth(block.place, headline.place)
    return headline.place.depth - shared <= CLOSE and block.place.depth - shared <= CLOSE
