"""The topic line of raw text: above the headline, or glued to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from newsparse import similarity
from newsparse.document import Block, Kind
from newsparse.extractors._parts import EDGES, Parts, is_kicker
from newsparse.findings import Label
from newsparse.lexicons import Topic
from newsparse.view import View, width

PROSE: Final = 100.0  # letters of a line that is a paragraph
ENDS: Final = ".,;…。，、।۔"  # a headline seldom ends like that
MOST: Final = 260.0  # letters of a headline
OPENING: Final = 6  # paragraphs whose words a headline shares
META: Final = frozenset((Topic.PUBLISHED, Topic.MODIFIED, Topic.BYLINE, Topic.READING_TIME))
PARTING: Final = frozenset((Topic.COUNTER, Topic.ADVERTISING))
KICKER_RUN: Final = 1  # short lines that may stand above a topic line that is not the last of a menu
TOPIC_WORDS: Final = 2  # words of a topic line; single words are sections
SHORT: Final = 30.0  # letters of an entry of a menu
PRINTED: Final = "printed in two lines"
GLUE: Final = ".:?!»”"  # what stands between a topic line and a title that were printed in two lines


def size(block: Block) -> float:
    """Return the length of a line in Latin letters."""
    return len(block.text) * width(block.text)


def is_meta(view: View, block: Block) -> bool:
    """Whether a line is a byline, a date or a reading time."""
    if size(block) > PROSE:
        return False
    if view.label(block) in (Label.BYLINE, Label.TIMESTAMP) or view.topics(block) & META:
        return True
    digits = sum(c.isdigit() for c in block.text)
    return digits >= 5 and digits > 0.2 * len(block.text)


def is_noise(view: View, block: Block) -> bool:
    """Whether a line is an entry of a list, a control, or called something by its words."""
    return block.kind in (Kind.ITEM, Kind.ROW, Kind.CONTROL) or bool(view.topics(block)) or is_meta(view, block)


def glued(text: str, parting: Mapping[str, str]) -> Parts:
    """Cut a topic line off a title that it is glued to, by the missing space or by a line that parts the same words."""
    for at in range(2, len(text) - 1):
        seam = text[at - 1] in GLUE and text[at - 2].islower() and text[at].isalpha() and not text[at].islower()
        if seam and (found := parted(text, at)) is not None:
            return found
    line = parting.get(similarity.fold(text), "")
    last = similarity.words(line.partition(":")[2])
    at = similarity.tail_at(text, last) or 0 if last else 0
    found = parted(text, at) if at and ":" not in text[:at] else None
    return found or Parts(text)


def parting_lines(lines: Iterable[Block]) -> dict[str, str]:
    """Return the lines with a colon by their words: they show where a line of the same words has its seam."""
    return {similarity.fold(b.text): b.text for b in lines if ":" in b.text and size(b) <= MOST}


def parted(text: str, at: int) -> Parts | None:
    """Return the parts before and after *at*; None where the first is no topic line, or the second no title."""
    kicker, title = text[:at].strip(EDGES), text[at:].strip()
    if not is_kicker(kicker) or len(title) < len(kicker) / 2 or " " not in title:
        return None
    return Parts(title, kicker, why=PRINTED)


def kicker_line(view: View, headline: Block) -> Block | None:
    """Return the short line right above the headline; None where it is the last of a menu or says something else."""
    if headline.index == 0:
        return None
    line = view.doc.blocks[headline.index - 1]
    if is_noise(view, line) or not is_kicker(line.text) or line.text[-1] in ENDS or line.linked:
        return None
    if ends_menu(view, line) or similarity.fold(headline.text) in similarity.fold(line.text):
        return None
    return line if is_topic(view, line, headline) else None


def ends_menu(view: View, line: Block) -> bool:
    """Whether a line is the last of several short ones that no blank line, pixel or advertisement parts from it."""
    run, gap = 0, line.gap
    for above in reversed(view.doc.blocks[max(0, line.index - KICKER_RUN - 1) : line.index]):
        topics = view.topics(above)
        if gap or size(above) > SHORT or topics & PARTING:
            return False
        if Topic.NAVIGATION in topics:
            return True
        run, gap = run + 1, above.gap
    return run > KICKER_RUN


def is_topic(view: View, line: Block, headline: Block) -> bool:
    """Whether a line has several words, and the article speaks of half of them, alone or in compounds."""
    words = similarity.words(line.text)
    if len(words) < TOPIC_WORDS or not any(c.isalpha() for c in line.text) or is_run_together(line.text):
        return False
    below = view.doc.blocks[headline.index : headline.index + 4 * OPENING]
    said = {word for block in below for word in similarity.words(block.text)}
    telling = [w for w in words if len(w) > 3 or width(w) > 1] or list(words)
    stems = tuple(w for w in said if len(w) > 3 or width(w) > 1)
    return 2 * sum(w in said or w.endswith(stems) for w in telling) >= len(telling)


def is_run_together(text: str) -> bool:
    """Whether a line is several entries of a list without the spaces between them."""
    return sum(one.islower() and two.isupper() for one, two in pairwise(text)) > 1
