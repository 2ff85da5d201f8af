"""The news agency whose material the text is: credit lines, bylines, datelines, suffixes, metadata.

The same words credit a picture, another story or a source elsewhere: where a line stands decides as much as what
it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from newsparse import agencies, wires
from newsparse.article import AgencyCredit, AuthorKind
from newsparse.document import Block, Kind, Place
from newsparse.findings import BODY_LABELS, Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.lexicons import Topic
from newsparse.rows import row_of
from newsparse.view import View

LINE: Final = 200  # characters; a longer credit line is prose
AFTER: Final = 8  # blocks after the text in which its credit line stands
OPENING: Final = 90  # characters at the start of the text in which a dateline stands
CLOSING: Final = 60  # characters at the end of the text in which a suffix stands
LAST: Final = 3  # paragraphs at the end that can carry the suffix
FIRST: Final = 3  # paragraphs at the start that can carry the dateline
BRACKETS: Final = {"(": ")", "（": "）", "【": "】", "[": "]", "/": "/"}
TITLED: Final = (Kind.HEADING, Kind.CONTROL)
HEADLINES: Final = frozenset((Label.TITLE, Label.KICKER, Label.SUBTITLE))
EXPLICIT: Final = frozenset((Topic.CONTRIBUTION, Topic.AGENCY_UNNAMED))  # lines that speak of the text and nothing else
ALONE: Final = frozenset("【/")  # brackets that make a dateline without a dash
DASHES: Final = "-–—―−:："
SENTENCE_ENDS: Final = (".", "”", '"', "!", "?", "»", "“")
DASHED: Final = " -–—"
DAY: Final = "0123456789./- "  # what a day in numbers is made of
OF_PICTURES: Final = (Label.CREDIT, Label.CAPTION)
NEAR: Final = 1  # blocks between a picture and its credit
NOT_TEXT: Final = frozenset(
    (Label.CAPTION, Label.CREDIT, Label.TEASER, Label.TEASER_HEADING, Label.COMMENT, Label.BIO, Label.HIDDEN)
)
EDGES: Final = " ,|·•-–—("
BARS: Final = re.compile(r"[|·•]")
GLUED: Final = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")  # "Lindqvist" and "The Associated Press" set without a space
RIGHTS: Final = re.compile(r"^(?:©|\(c\)|copyright\b)[\s\d,–-]*", re.IGNORECASE)


@frozen
class Credit:
    """One place on the page that credits agencies."""

    names: tuple[str, ...]
    """Short names of the agencies; empty where the page credits agencies without naming one."""

    text: str
    """The credit as printed."""

    trust: float
    """How far to believe that it credits the text."""

    source: str
    """Where it stands."""

    block: int | None = None
    """Block it was read from; None where it was declared."""


def agency(view: View) -> Iterator[Finding]:
    """Propose the agency credit and label the lines that are nothing else."""
    body = [view.doc.blocks[i] for i in view.found.labelled(*BODY_LABELS)]
    lines = list(credit_lines(view, body))
    for credit in lines:
        if credit.block is not None and view.found.label(credit.block) is not Label.BYLINE:
            yield Labelled(credit.block, Label.AGENCY, Trust.AGREED, "credits an agency for the text")
    found = [*lines, *bylines(view), *suffixes(body), *datelines(body)]
    found = found or [*declared(view), *own(view)]
    if found:
        yield merged(found)


def merged(found: list[Credit]) -> Candidate[AgencyCredit]:
    """Return the best credit, with the agencies of all."""
    best = max(found, key=lambda c: (bool(c.names), c.trust))
    names = tuple(dict.fromkeys(name for credit in (best, *found) for name in credit.names))
    texts = (credit.text for credit in found)
    item = next((item for text in texts for item in agencies.items(text)), None)
    value = AgencyCredit(names, best.text, item.id if item else None, item.urn if item else None)
    at = tuple(sorted({credit.block for credit in found if credit.block is not None}))
    return Candidate(Fields.agency_credit, value, best.trust, best.source, blocks=at)


# --- lines of their own -------------------------------------------------------------------------------------------


def credit_lines(view: View, body: list[Block]) -> Iterator[Credit]:
    """Yield the lines around the text that credit an agency."""
    if not body:
        return
    first, last = body[0].index, body[-1].index
    second = body[-2].index if len(body) > 1 else -1  # from behind: a credit above it stands between paragraphs
    for block in view.doc.blocks[max(0, first - AFTER) : last + 1 + AFTER]:
        if block.hidden or len(block.text) > LINE or block.place.figure is not None:
            continue
        if is_elsewhere(view, block, below=block.index > last) or in_footer(block.place):
            continue
        if credit := line(view, block, between=first < block.index < second):
            yield credit


def is_elsewhere(view: View, block: Block, below: bool) -> bool:
    """Whether a line was found to be no part of the text; *below* it, a picture's credit has a picture near it."""
    label = view.label(block)
    if (
        below
        and label in OF_PICTURES
        and not any(abs(picture.at - block.index) <= NEAR for picture in view.doc.pictures)
    ):
        return False
    return label in HEADLINES or (label in NOT_TEXT and not EXPLICIT & view.topics(block))


def in_footer(place: Place) -> bool:
    """Whether a container is the footer of the page rather than of the article."""
    footer = next((around for around in place.up() if around.tag == "footer"), None)
    return footer is not None and all(around.tag != "article" for around in footer.up())


def line(view: View, block: Block, between: bool) -> Credit | None:
    """Return what one line credits; *between* paragraphs a bare name credits a picture."""
    text = block.text
    topics = view.topics(block)
    source = f"block {block.index}"
    if next(agencies.items(text), None):
        return Credit(agencies.distinct(agencies.find(text, loose=True)), text, Trust.CERTAIN, source, block.index)
    if not EXPLICIT.isdisjoint(topics):
        names = agencies.distinct(agencies.find(text))
        unnamed = Topic.AGENCY_UNNAMED in topics
        return Credit(names, text, Trust.AGREED, source, block.index) if names or unnamed else None
    opening = view.words.phrases.prefix(text, Topic.SOURCE) if topics and Topic.SOURCE in topics else ""
    if opening:
        names = agencies.distinct(agencies.find(text[len(opening) :], loose=True))
        return Credit(names, text, Trust.AGREED, source, block.index) if names and not between else None
    if between or block.kind in TITLED:
        return None
    if block.links and not (text[0] in "([（" and text[-1] in ")]）"):  # a link alone leads to the agency's stories
        return None
    printed = text.partition(" | ")[0]
    names = agencies.group(RIGHTS.sub("", printed).strip(f" ()[]（）,{DAY}"))
    return Credit(names, printed, Trust.DECLARED, source, block.index) if names else None


# --- inside other lines ---------------------------------------------------------------------------------------------


def bylines(view: View) -> Iterator[Credit]:
    """Yield the agencies that bylines name."""
    best = view.found.best(Fields.authors)
    shown = list(view.found.labelled(Label.BYLINE))
    for index in (*shown, *view.found.labelled(Label.TIMESTAMP)):
        for part in row_of(view.doc.blocks[index]):
            if names := in_part(view, part.text):
                yield Credit(names, part.text, Trust.DECLARED, f"block {index}", index)
    for index in shown:
        text = undated(view.doc.blocks[index].text)
        if len(text) <= LINE and (names := named_in(text)):
            yield Credit(names, text, Trust.DECLARED, f"block {index}", index)
    if best and not shown:
        for author in best.value:
            if author.kind is AuthorKind.AGENCY:
                names = agencies.distinct(agencies.find(author.name, loose=True))
                yield Credit(names, author.name, Trust.MARKUP, best.source)


def in_part(view: View, text: str) -> tuple[str, ...]:
    """Return the agencies that one element of a line of facts is, or names as its source."""
    opening = view.words.phrases.prefix(text, Topic.SOURCE)
    return agencies.distinct(agencies.find(text[len(opening) :], loose=True)) if opening else agencies.group(text)


def named_in(text: str) -> tuple[str, ...]:
    """Return the agencies that a byline names, also glued to other words, or that call themselves so."""
    parted = GLUED.sub(" ", text)
    names = agencies.find(text) or agencies.find(parted)
    return agencies.distinct(names) or agencies.group(text) or agencies.unlisted(text)


def undated(text: str) -> str:
    """Return a byline without the date and what follows it."""
    cut = next((i for i, char in enumerate(text) if char.isdigit()), len(text))
    kept = text[:cut].rstrip(EDGES)
    last = BARS.split(kept)[-1] if cut < len(text) else ""
    return kept if not last or agencies.find(last) else kept[: -len(last)].rstrip(EDGES) or kept


def suffixes(body: list[Block]) -> Iterator[Credit]:
    """Yield the agencies in brackets, or after a dash, at the end of the text."""
    for block in body[-LAST:]:
        text = block.text.rstrip(" .")
        tail = text[-CLOSING:]
        inner = closing_bracket(tail.rstrip(DASHED)) or after_dash(tail) or after_stop(tail)
        if inner and (names := agencies.group(inner) or agencies.signed(inner) or dated_names(tail, inner)):
            printed = f"({inner})" if text.endswith((")", "）")) else inner
            yield Credit(names, printed, Trust.DECLARED, f"end of block {block.index}", block.index)


def closing_bracket(tail: str) -> str:
    """Return what stands in the brackets that end *tail*; "" where none do."""
    for opening, closing in BRACKETS.items():
        if tail.endswith(closing):
            inner = tail[:-1].rpartition(opening)
            return inner[2] if inner[1] else ""
    return ""


def after_dash(tail: str) -> str:
    """Return what follows the last long dash of *tail*; "" where there is none."""
    head, dash, last = tail.rpartition("—")
    return last.strip() if dash and head.rstrip().endswith(SENTENCE_ENDS) else ""


def after_stop(tail: str) -> str:
    """Return the capitals, or the agency in small letters, behind the last sentence of *tail*; "" where none are."""
    at = max(tail.rfind(f"{stop} ") for stop in (*SENTENCE_ENDS, ")"))
    last = tail[at + 1 :].strip(" /") if at >= 0 else ""
    return last if last.isupper() or (last.islower() and wires.whole(last)) else ""


def dated_names(tail: str, inner: str) -> tuple[str, ...]:
    """Return the agency of brackets with a day in them behind the last sentence: "(KNA 19.11.21)"."""
    before = tail.rpartition(inner)[0].rstrip("([（ ")
    return agencies.group(inner.strip(DAY)) if before.endswith(SENTENCE_ENDS) else ()


def datelines(body: list[Block]) -> Iterator[Credit]:
    """Yield the agencies in the dateline that opens the text."""
    for block in body[:FIRST]:
        head = block.text[:OPENING]
        wired = agencies.wired(head) or agencies.slashed(head) or bracketed(head) or wires.led(head)
        if wired:
            yield Credit(wired.names, wired.text, Trust.DECLARED, f"start of block {block.index}", block.index)
            return


def bracketed(head: str) -> agencies.Wired | None:
    """Return the agencies of the brackets that end a dateline, with a dash behind them; None where none do."""
    for opening, closing in BRACKETS.items():
        before, found, rest = head.partition(opening)
        inner, closed, after = rest.partition(closing)
        dashed = after.lstrip(" .").startswith(tuple(DASHES))
        if found and closed and (opening in ALONE or dashed or not before.strip()) and (names := dateline_names(inner)):
            return agencies.Wired(names, f"{opening}{inner}{closing}")
    return None


def dateline_names(inner: str) -> tuple[str, ...]:
    """Return the agencies of a dateline's brackets: a group, or a date with one agency."""
    return agencies.group(inner) or agencies.distinct(agencies.find(inner)) if len(inner) < CLOSING else ()


# --- what is only declared --------------------------------------------------------------------------------------------


def declared(view: View) -> Iterator[Credit]:
    """Yield the agencies that the metadata names as authors."""
    for candidate in view.found.candidates(Fields.authors):
        for author in candidate.value:
            if author.kind is AuthorKind.AGENCY and (found := agencies.find(author.name, loose=True)):
                yield Credit(agencies.distinct(found), author.name, Trust.TEXT, candidate.source)


def own(view: View) -> Iterator[Credit]:
    """Yield the agency whose own site the page is on."""
    best = view.found.best(Fields.publisher)
    if best and (found := agencies.find(best.value)):
        whole = found[0].start == 0 and found[0].end >= len(best.value) - 1
        if whole:
            yield Credit(agencies.distinct(found[:1]), best.value, Trust.SHAPE, best.source)
