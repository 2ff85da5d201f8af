"""Correction notes, editor's notes and notes on the origin of the text: out of the body, with their dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from newsparse.article import Correction
from newsparse.dates.reading import aware, placed
from newsparse.dates.style import Style
from newsparse.dates.written import stamps_in
from newsparse.document import Block, Kind
from newsparse.extractors._style import style_of_page
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Region, Trust
from newsparse.lexicons import Topic
from newsparse.view import View

CORRECTION: Final = Topic.CORRECTION  # bound once: looking up a member takes Python 3.11 as long as a call
LONGEST: Final = 1200  # characters; a longer passage is about a correction, it is none
HEADING: Final = 40  # characters of a line that announces a note
BEFORE: Final = 10  # blocks before the text among which a note may stand
AFTER: Final = 12  # blocks behind the text among which a note may stand
EDGE: Final = 2  # paragraphs at either end of the text that are notes where they only mention a correction
OPENING: Final = 120  # characters of a note in which its date stands; later ones are those of the story
DAY: Final = timedelta(days=1)  # a correction is not made before publication; days may differ by the zone
MARKS: Final = ":.-–—([|,*：。"
STRANGE: Final = frozenset((Label.NAVIGATION, Label.COMMENT, Label.TEASER, Label.TEASER_HEADING, Label.TITLE))
"""Labels of blocks that are no notes, whatever they say."""


def corrections(view: View) -> Iterator[Finding]:
    """Label notes and propose them, each once, with the date they give."""
    region = view.found.region
    if region is None:
        return
    notes: dict[str, Block] = {}
    for block, why in notes_of(view, region):
        yield Labelled(block.index, Label.CORRECTION, Trust.DECLARED, why)
        if view.weight(block) > 0:
            notes.setdefault(" ".join(block.text.split()), block)
    if not notes:
        return
    style = style_of_page(view)
    for text, block in notes.items():
        note = Correction(text, date_of(view, style, text))
        yield Candidate(Fields.corrections, note, Trust.TEXT, f"block {block.index}", blocks=(block.index,))


def notes_of(view: View, region: Region) -> Iterator[tuple[Block, str]]:
    """Yield the notes around and in the text, and the lines that announce them, with the reason."""
    announced = False
    near = view.doc.blocks[max(0, region.first - BEFORE) : region.last + 1 + AFTER]
    inner = inner_of(view, region)
    for block in near:
        if block.hidden or len(block.text) > LONGEST or view.label(block) in STRANGE:
            continue
        if announced and view.weight(block) > 0:
            yield block, "stands below a line that announces a note"
        elif announces(view, block):
            yield block, "announces a note"
            announced = True
            continue
        elif "correction" in view.around(block) and view.weight(block) > 0:
            yield block, "stands in a container called so"
        elif opens_note(view, block):
            yield block, "opens as a correction or editor's note"
        elif block.index not in inner and mentions(view, block):
            yield block, "stands at the end of the text and says that it was changed"
        announced = False


def announces(view: View, block: Block) -> bool:
    """Whether a line is the heading of a note."""
    if len(block.text) > HEADING or block.linked or CORRECTION not in view.topics(block):
        return False
    return block.kind is Kind.HEADING or block.text.rstrip().endswith((":", "：")) or 2 * block.strong > len(block.text)


def opens_note(view: View, block: Block) -> bool:
    """Whether the first words of a block say that it is a note; a single word where a mark parts it from the text."""
    opening = view.words.phrases.prefix(block.text, CORRECTION) if view.weight(block) > 0 else ""
    if not opening:
        return False
    follows = block.text[len(opening) :].lstrip()[:1]
    parted = not opening[-1].isalpha() or follows in MARKS or follows.isdigit()
    return " " in opening or not opening.isascii() or parted


def mentions(view: View, block: Block) -> bool:
    """Whether a paragraph speaks of an earlier version, not only with its first words."""
    phrases = view.words.phrases
    return CORRECTION in view.topics(block) and not phrases.prefix(block.text, CORRECTION)


def inner_of(view: View, region: Region) -> range:
    """Return the blocks of the text between its first and its last paragraphs; empty for a short text."""
    blocks = view.doc.blocks[region.first : region.last + 1]
    prose = [b.index for b in blocks if view.weight(b) > 0]
    return range(prose[1], prose[-EDGE]) if len(prose) > 2 * EDGE else range(0)


def date_of(view: View, style: Style, text: str) -> datetime | None:
    """Return the date a note gives of itself; None where it gives none, or one before publication."""
    published, modified = view.found.best(Fields.published), view.found.best(Fields.modified)
    base = modified or published
    for stamp in stamps_in(text[:OPENING], style):
        if stamp.day is None:
            continue
        found = placed(stamp, style, view.now, base.value.date() if base else None)
        if found is None or (published and aware(found.value) < aware(published.value) - DAY):
            return None
        return found.value
    return None
