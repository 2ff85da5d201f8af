"""The top of an article in raw text: headline, topic line and subtitle by what lines say and how they follow each other."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from newsparse import similarity
from newsparse.document import Block, Kind
from newsparse.extractors._parts import EDGES, Parts, is_kicker
from newsparse.findings import Label
from newsparse.lexicons import Topic
from newsparse.view import View, width

PROSE: Final = 100.0  # letters of a line that is a paragraph
STOPS: Final = ".!?…。！？।۔؟\"”»“’'"
ENDS: Final = ".,;…。，、।۔"  # a headline seldom ends like that
APART: Final = 12  # lines without prose that end a stretch of it
ABOVE: Final = 40  # lines above the prose in which the headline stands
BELOW: Final = 10  # lines into the prose in which it may stand, where appeals precede the article
LEAST: Final = 12.0  # letters of a headline
IDEAL: Final = (25.0, 170.0)  # letters that most headlines have
MOST: Final = 260.0
OPENING: Final = 6  # paragraphs whose words a headline shares
COVERS: Final = 2.5  # what sharing all its words with them is worth to a headline
SIZED: Final = 1.0  # … the usual length
REPEATED: Final = 1.5  # … standing elsewhere near the top as well
DATED: Final = 1.0  # … a date or byline below it
MARKED: Final = {1: 3.0, 2: 1.5}  # … being marked as a heading, by level
GLUED: Final = 1.5  # … a topic line glued to it
ENDED: Final = 1.0  # what the end of a sentence costs a line; twice that where it is long
LONG: Final = 60.0  # letters of a line that is long for a headline
MENU: Final = 1.5  # … being called a menu, an appeal or the like
PRECEDED: Final = 0.8  # … each paragraph above it
NEXT: Final = 0.04  # … each line between it and the prose
META: Final = frozenset((Topic.PUBLISHED, Topic.MODIFIED, Topic.BYLINE, Topic.READING_TIME))
KICKER_RUN: Final = 1  # short lines that may stand above a topic line that is not the last of a menu
TOPIC_WORDS: Final = 2  # words of a topic line; single words are sections
SHORT: Final = 30.0  # letters of an entry of a menu
SUBTITLE: Final = (35.0, 650.0)  # letters of a subtitle
PRINTED: Final = "printed in two lines"
GLUE: Final = ".:?!»”"  # what stands between a topic line and a title that were printed in two lines


@frozen
class TopLine:
    """The line of the headline."""

    block: Block
    """The line."""

    parts: Parts
    """What stands in it."""

    score: float
    """What speaks for it; comparable within one page only."""


def size(block: Block) -> float:
    """Return the length of a line in Latin letters."""
    return len(block.text) * width(block.text)


def is_prose(block: Block) -> bool:
    """Whether a line is a paragraph."""
    return size(block) >= PROSE and block.text[-1] in STOPS and block.kind in (Kind.TEXT, Kind.PARAGRAPH)


def prose_at(view: View) -> int | None:
    """Return the line with which the article's prose begins; None where there is no prose."""
    if view.found.region is not None:
        return view.found.region.first
    best: tuple[float, int] | None = None
    total, first, last = 0.0, 0, -APART - 1
    for block in view.visible:
        if not is_prose(block):
            continue
        if block.index - last > APART:
            total, first = 0.0, block.index
        total, last = total + size(block), block.index
        best = max(best or (0.0, 0), (total, -first))
    return -best[1] if best is not None else None


def headline_line(view: View) -> TopLine | None:
    """Return the line that most speaks for being the headline; None where none does."""
    at = prose_at(view)
    if at is None:
        return None
    lines = view.doc.blocks[max(0, at - ABOVE) : at + BELOW]
    prose = [b for b in view.doc.blocks[at : at + 4 * OPENING] if is_prose(b)][:OPENING]
    said = frozenset(word for block in prose for word in similarity.words(block.text))
    known = [similarity.fold(b.text) for b in lines]
    ranked = [weigh(view, lines, i, said, known) for i in range(len(lines)) if LEAST <= size(lines[i]) <= MOST]
    best = max(ranked, key=lambda line: line.score, default=None)
    return best if best is not None and best.score > SIZED else None


def weigh(view: View, lines: tuple[Block, ...], at: int, said: frozenset[str], known: list[str]) -> TopLine:
    """Add up what speaks for and against a line."""
    block = lines[at]
    found = glued(block.text, [b.text for b in lines[:at]])
    words = [w for w in similarity.words(found.title) if len(w) > 3 or width(w) > 1]
    score = COVERS * (sum(w in said for w in words) / max(3, len(words)))
    score += SIZED * (IDEAL[0] <= size(block) <= IDEAL[1]) + MARKED.get(block.level, 0.0) * (block.kind is Kind.HEADING)
    score += REPEATED * is_repeated(known, at) + DATED * any(is_meta(view, b) for b in lines[at + 1 : at + 6])
    score += GLUED * (found.why == PRINTED)
    score -= ENDED * (1 + (size(block) > LONG)) * (block.text[-1] in ENDS) + MENU * is_noise(view, block)
    score -= PRECEDED * sum(is_prose(b) and not view.topics(b) for b in lines[:at])
    score -= NEXT * sum(not is_prose(b) for b in lines[at + 1 : ABOVE])
    return TopLine(block, found, score)


def is_repeated(known: list[str], at: int) -> bool:
    """Whether a line stands as the end of a line above it, as in a breadcrumb, or a second time."""
    own = known[at]
    return len(own) > LEAST and any(other.endswith(own) and len(other) < 3 * len(own) for other in known[:at])


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


def glued(text: str, above: list[str]) -> Parts:
    """Cut a topic line off a title that it is glued to, by the missing space or by a line above that parts them."""
    for at in range(1, len(text) - 1):
        if text[at - 1] in GLUE and text[at].isalpha() and not text[at].islower() and text[at - 2 : at - 1].islower():
            if (found := parted(text, at)) is not None:
                return found
    own = similarity.words(text)
    for line in above:
        if ":" in line and similarity.words(line) == own:
            last = similarity.words(line.partition(":")[2])
            at = similarity.tail_at(text, last) if last else None
            if at and ":" not in text[:at] and (found := parted(text, at)) is not None:
                return found
    return Parts(text)


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
    """Whether a line is the last of several short ones; a counting pixel's line does not count."""
    above = view.doc.blocks[max(0, line.index - KICKER_RUN - 1) : line.index]
    short = [b for b in above if size(b) <= SHORT and Topic.COUNTER not in view.topics(b)]
    return len(short) > KICKER_RUN or any(Topic.NAVIGATION in view.topics(b) for b in short)


def is_topic(view: View, line: Block, headline: Block) -> bool:
    """Whether a line has several words, and the article speaks of half of them."""
    words = similarity.words(line.text)
    if len(words) < TOPIC_WORDS or not any(c.isalpha() for c in line.text):
        return False
    below = view.doc.blocks[headline.index : headline.index + 4 * OPENING]
    said = {word for block in below for word in similarity.words(block.text)}
    telling = [w for w in words if len(w) > 3 or width(w) > 1] or list(words)
    return 2 * sum(w in said for w in telling) >= len(telling)


def subtitle_line(view: View, headline: Block) -> Block | None:
    """Return the paragraph between headline and body that byline or date sets apart from the body, or its lack of an end."""
    below = view.doc.blocks[headline.index + 1 : headline.index + ABOVE]
    for at, block in enumerate(below):
        if not is_sentence(view, block):
            if block.kind is Kind.HEADING and at > 0:
                return None
            continue
        if at == 0 and block.text[-1] not in STOPS and block.text[-1] != ":":
            return block
        after = below[at + 1 :]
        end = next((i for i, b in enumerate(after) if is_sentence(view, b)), len(after))
        return block if any(is_meta(view, b) for b in after[:end]) else None
    return None


def is_sentence(view: View, block: Block) -> bool:
    """Whether a line is a text of a subtitle's length, no caption and no noise."""
    if view.label(block) in (Label.CAPTION, Label.CREDIT, Label.BYLINE, Label.TIMESTAMP, Label.DUPLICATE, Label.TITLE):
        return False
    low, high = SUBTITLE
    return low <= size(block) <= high and not is_meta(view, block) and not view.topics(block)
