"""What a date on the page is the date of: by the words beside it and the names of the elements around it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Final

from newsparse.dates.stamp import Stamp
from newsparse.document import Block, Mark
from newsparse.letters import has_digit
from newsparse.lexicons import Topic, table
from newsparse.view import View

SAYING: Final = frozenset((Topic.MODIFIED, Topic.PUBLISHED, Topic.BYLINE))
LABEL: Final = 55  # characters; a longer block is no label of the one below it
TAIL: Final = 4  # words before a date that are searched for what it is the date of


class Role(Enum):
    """What a date is the date of."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    AS_OF = "as of"
    """The state that the text gives: the last change where a publication is told as well, else the publication."""


def said(view: View, block: Block) -> bool:
    """Whether the words of a block say that it tells of publication or change."""
    return not SAYING.isdisjoint(view.topics(block))


@cache  # package data, one entry
def named_roles() -> tuple[tuple[str, Role], ...]:
    """Return what names of elements contain, with what it says; the first that is contained decides."""
    known, roles = table("_metadata"), (Role.MODIFIED, Role.PUBLISHED)
    return tuple((part, role) for role in roles for part in known[role.value]["contained"])


def role_in_names(names: str) -> Role | None:
    """Return what the names of an element say."""
    if not names:
        return None
    names = names.lower()
    for part, role in named_roles():
        if part in names:
            return role
    return None


def role_in_marks(block: Block, stamp: Stamp) -> Role | None:
    """Return what the names of the inline element around a written date say."""
    text = block.text[stamp.start : stamp.end]
    holding: Iterator[Mark] = (mark for mark in block.marks if mark.names and text in mark.text)
    return next((role for mark in holding if (role := role_in_names(mark.names))), None)


def role_in_text(
    view: View, block: Block, stamp: Stamp, written: list[Stamp], span: tuple[int, int] | None = None
) -> Role | None:
    """Return what the words before a date say, else those behind it where it is the only one.

    *span*: where in the text its element begins and ends; only a label may stand outside of it.
    """
    first, last = span or (0, len(block.text))
    begin = max((other.end for other in written if other.end <= stamp.start), default=0)
    if block.text[first : stamp.start].strip():
        begin = max(begin, first)
    before = block.text[begin : stamp.start].strip()
    words = before.split()
    tails = [before, *(" ".join(words[-n:]) for n in range(min(TAIL, len(words)), 0, -1))]
    after = block.text[stamp.end : last].strip(" ,.|()-–·:") if len(written) == 1 else ""
    return next((role for text in (*tails, after) if text and (role := role_of_words(view, text))), None)


def role_of_byline(view: View, block: Block) -> Role | None:
    """Return what a byline word says of a date away from the headline: "Submitted by rasos on 3 May 2024"."""
    return Role.PUBLISHED if Topic.BYLINE in view.topics(block) else None


def role_of_words(view: View, text: str) -> Role | None:
    """Return what a phrase says."""
    if text.casefold().strip(" :") in words_of_state():
        return Role.AS_OF
    topics = view.words.phrases.topics(text)
    return Role.MODIFIED if Topic.MODIFIED in topics else Role.PUBLISHED if Topic.PUBLISHED in topics else None


@cache  # package data, one entry
def words_of_state() -> frozenset[str]:
    """Return the words before the day whose state a text gives."""
    return frozenset(table("_dates")["as_of"])


def role_around(view: View, block: Block) -> Role | None:
    """Return what the names of the container say, else the block before, where it is a label and nothing else."""
    place = block.place
    names = f"{place.itemprop} {place.names}"
    if (role := role_in_names(names)) is not None:
        return role
    before = view.doc.blocks[block.index - 1] if block.index else None
    if before is None or has_digit(before.text) or len(before.text) > LABEL:
        return None
    return role_of_words(view, before.text) if said(view, before) else None
