"""The top of an article in raw text: headline, topic line and subtitle, by what lines say and how they follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
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
ABOVE: Final = 100  # lines above the prose in which the headline stands
DECKED: Final = 1.5  # how much less may speak for a headline than for the subtitle below it
DECK_HEAD: Final = 30.0  # letters of a line above another from which it is no topic line
FAR: Final = 40  # lines that count as lying between a line and the prose
BELOW: Final = 10  # lines into the prose in which it may stand, where appeals precede the article
LEAST: Final = 12.0  # letters of a headline
IDEAL: Final = (25.0, 170.0)  # letters that most headlines have
MOST: Final = 260.0
OPENING: Final = 6  # paragraphs whose words a headline shares
FEW: Final = 5  # telling words; a line with fewer is easily covered
COVERS: Final = 2.5  # what sharing all its words with them is worth to a headline
SIZED: Final = 1.0  # … the usual length
REPEATED: Final = 1.5  # … standing elsewhere near the top as well
DATED: Final = 1.0  # … a date or byline below it
MARKED: Final = {1: 3.0, 2: 1.5}  # … being marked as a heading, by level
GLUED: Final = 1.5  # … a topic line glued to it
ENDED: Final = 1.0  # what the end of a sentence costs a line; twice that where it is long
LONG: Final = 60.0  # letters of a line that is long for a headline
MENU: Final = 2.0  # … being called a menu, an appeal or the like
LISTED: Final = 1.5  # … standing between two lines that could be headlines as well
PRECEDED: Final = 0.5  # … each paragraph above it
INSIDE: Final = 0.7  # … standing below the first of them
NEXT: Final = 0.04  # … each line between it and the prose
META: Final = frozenset((Topic.PUBLISHED, Topic.MODIFIED, Topic.BYLINE, Topic.READING_TIME))
PARTING: Final = frozenset((Topic.COUNTER, Topic.ADVERTISING))
KICKER_RUN: Final = 1  # short lines that may stand above a topic line that is not the last of a menu
TOPIC_WORDS: Final = 2  # words of a topic line; single words are sections
SHORT: Final = 30.0  # letters of an entry of a menu
SUBTITLE: Final = (35.0, 650.0)  # letters of a subtitle
HEAD: Final = 4  # lines between a paragraph right below the headline and the next that make it a part of the head
DATELINE: Final = 45  # characters at the start of a paragraph in which a dateline ends
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


@frozen
class Head:
    """The lines above and around the beginning of the prose, each looked at once."""

    lines: tuple[Block, ...]
    """The lines."""

    folded: tuple[str, ...]
    """Their words, for comparison."""

    prose: tuple[bool, ...]
    """Whether each is a paragraph that its words do not call something else."""

    meta: tuple[bool, ...]
    """Whether each is a byline, a date or a reading time."""

    noise: tuple[bool, ...]
    """Whether each is called something by its kind or words."""

    credit: tuple[bool, ...]
    """Whether each credits a picture."""

    parting: Mapping[str, str]
    """Lines with a colon, by their words."""

    start: int
    """Which of the lines begins the prose."""

    said: Counter[str]
    """Words of the first paragraphs, and how many of them have each."""


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
    head = head_of(view, at)
    ranked = [weigh(head, i) for i, block in enumerate(head.lines) if LEAST <= size(block) <= MOST]
    best = max(ranked, key=lambda line: line.score, default=None)
    if best is None or best.score <= SIZED:
        return None
    return next((line for line in ranked if is_decked(line, best)), best)


def is_decked(line: TopLine, best: TopLine) -> bool:
    """Whether the best line is the subtitle of a shorter one right above it that could be the headline as well."""
    if line.block.index != best.block.index - 1 or line.score < best.score - DECKED or best.parts.why:
        return False
    return DECK_HEAD <= size(line.block) < size(best.block)


def head_of(view: View, at: int) -> Head:
    """Look at the lines around the one with which the prose begins."""
    blocks = view.doc.blocks
    lines = blocks[max(0, at - ABOVE) : at + BELOW]
    opening = [b for b in blocks[at : at + 4 * OPENING] if is_prose(b)][:OPENING]
    return Head(
        lines=lines,
        folded=tuple(similarity.fold(b.text) for b in lines),
        prose=tuple(is_prose(b) and not view.topics(b) for b in lines),
        meta=tuple(is_meta(view, b) for b in lines),
        noise=tuple(is_noise(view, b) for b in lines),
        credit=tuple(Topic.CREDIT in view.topics(b) for b in lines),
        parting=parting_lines(lines),
        start=at - max(0, at - ABOVE),
        said=Counter(word for block in opening for word in set(similarity.words(block.text))),
    )


def weigh(head: Head, at: int) -> TopLine:
    """Add up what speaks for and against a line."""
    block = head.lines[at]
    found = glued(block.text, head.parting)
    score = COVERS * covered(head, at, found.title) + SIZED * (IDEAL[0] <= size(block) <= IDEAL[1])
    score += MARKED.get(block.level, 0.0) * (block.kind is Kind.HEADING) + GLUED * (found.why == PRINTED)
    score += REPEATED * is_repeated(head.folded, at) + DATED * any(head.meta[at + 1 : at + 6])
    score -= ENDED * (1 + (size(block) > LONG)) * (block.text[-1] in ENDS) + MENU * head.noise[at]
    score -= MENU * any(head.credit[at + 1 : at + 2]) + LISTED * is_listed(head, at)
    score -= PRECEDED * sum(head.prose[:at]) + INSIDE * (at > head.start)
    score -= NEXT * head.prose[at + 1 : at + FAR].count(False)
    return TopLine(block, found, score)


def covered(head: Head, at: int, title: str) -> float:
    """Return the share of a line's telling words that the first paragraphs have, too."""
    own = is_prose(head.lines[at])  # its words are among those counted
    words = [w for w in similarity.words(title) if len(w) > 3 or width(w) > 1]
    return sum(head.said[w] > own for w in words) / max(FEW, len(words))


def is_listed(head: Head, at: int) -> bool:
    """Whether a line stands between two that could be headlines as well."""
    return all(0 <= i < len(head.lines) and is_titular(head, i) for i in (at - 1, at + 1))


def is_titular(head: Head, at: int) -> bool:
    """Whether a line has a headline's length and no end."""
    block = head.lines[at]
    return IDEAL[0] < size(block) < IDEAL[1] and block.text[-1] not in ENDS and not head.noise[at]


def is_repeated(known: tuple[str, ...], at: int) -> bool:
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


def subtitle_line(view: View, headline: Block) -> Block | None:
    """Return the paragraph that byline, date, dateline or its lack of an end sets apart from the body."""
    below = view.doc.blocks[headline.index + 1 : headline.index + FAR]
    for at, block in enumerate(below):
        if not is_sentence(view, block):
            if block.kind is Kind.HEADING and at > 0:
                return None
            continue
        if at == 0 and block.text[-1] not in STOPS and block.text[-1] != ":":
            return block
        after = below[at + 1 :]
        end = next((i for i, b in enumerate(after) if is_prose(b) and is_text(view, b)), len(after))
        apart = any(is_meta(view, b) for b in after[:end]) or (at == 0 and end >= HEAD)
        dated = end < len(after) and is_dateline(after[end].text) and not is_dateline(block.text)
        return block if apart or dated else None
    return None


def is_dateline(text: str) -> bool:
    """Whether a paragraph begins with a place and a dash, as the body of a report does.

    >>> is_dateline("Bern/Genf (abc) - Der Rat hat entschieden.")
    True
    """
    head, dash, _ = text[:DATELINE].replace("–", "-").replace("—", "-").partition(" - ")
    names = [word for word in head.split() if word[0] != "("]
    return bool(dash) and 0 < len(names) <= 4 and all(name[0].isupper() for name in names)


def is_sentence(view: View, block: Block) -> bool:
    """Whether a line is a text of a subtitle's length, no caption and no noise."""
    low, high = SUBTITLE
    return low <= size(block) <= high and is_text(view, block)


def is_text(view: View, block: Block) -> bool:
    """Whether a line is no caption, no copy of the headline, no byline and no noise."""
    if view.label(block) in (Label.CAPTION, Label.CREDIT, Label.BYLINE, Label.TIMESTAMP, Label.DUPLICATE, Label.TITLE):
        return False
    return not is_meta(view, block) and not view.topics(block) and not is_relative(block)


def is_relative(block: Block) -> bool:
    """Whether a line is glued together of several parts, as author and date are."""
    return "|" in block.text
