"""The headline of a teaser apart from what stands with it: badge, rank, day, "read also"."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from newsparse.document import Block, Mark
from newsparse.extractors._cards import ANNOUNCED, KICKER, SMALL, Card, is_line, letters, said_by
from newsparse.lexicons import Topic
from newsparse.view import View

POINTERS: Final = "»>›→➤►▶•←‹❮◀◄ "  # what a line that points elsewhere begins with
TRAILING: Final = " →›❯▶►"  # and ends with
SEPARATORS: Final = " :|–—-·•"  # what stands between a label and the headline
CLOCK: Final = re.compile(r"^\d{1,2}[:.]\d\d(?: [|–-])? (?=\D)")  # before the headlines of a ticker
RANKS: Final = 2  # headlines in a row that begin with their ranks, from which they do
READ_ALSO: Final = Topic.READ_ALSO  # bound once: looking up a member takes Python 3.11 as long as a call
BADGES: Final = frozenset((Topic.PREMIUM, Topic.NAVIGATION, Topic.RELATED, Topic.READ_ALSO, Topic.PAYWALL))
LONGEST_LABEL: Final = 30  # characters of a label in a headline
SIGN: Final = 3  # characters of a badge that is a sign


def title_of(view: View, block: Block) -> str:
    """Return a headline in one line, without the "read also" before it.

    A topic line in the same run of text stays, as it is printed as one.
    """
    text = " ".join(block.text.split()).lstrip(POINTERS).rstrip(TRAILING)
    if view.doc.is_text:
        text = CLOCK.sub("", text)
    may_open = text != block.text or READ_ALSO in said_by(view, block)
    prefix = view.words.phrases.prefix(text, READ_ALSO) if may_open else ""
    text = text[len(prefix) :].lstrip(" :|–—-»>") or text
    return unlabelled(view, block, undated(block, text)) if block.marks else text


def undated(block: Block, text: str) -> str:
    """Return a headline without a day in numbers, a time or a rank beside it, outside its link or set apart."""
    links = [m.text for m in block.marks if m.href]
    if len(links) == 1 and len(links[0]) < len(text):
        beside = text.replace(links[0], "", 1)
        apart = is_number(beside) or is_line(block, links[0])
        if apart and letters(links[0]) >= ANNOUNCED:
            return links[0]
    for mark in block.marks:
        label = mark.text
        if not label or not (is_stamp(mark) or is_number(label) or is_sign(label)):
            continue
        rest = without(text, label).strip(SEPARATORS)
        if 2 * len(label) < len(text) or letters(rest) >= ANNOUNCED:
            text = rest
    return text


def is_stamp(mark: Mark) -> bool:
    """Whether an inline element is a time."""
    return mark.tag == "time" or mark.datetime is not None


def is_number(label: str) -> bool:
    """Whether a label is made of digits and signs: a rank, a day or a time in numbers."""
    return len(label) <= LONGEST_LABEL and any(map(str.isdigit, label)) and not any(map(str.isalpha, label))


def is_sign(label: str) -> bool:
    """Whether a label is a symbol, as of what only subscribers may read or of a film: "+", "▶"."""
    return len(label) <= SIGN and all(unicodedata.category(c).startswith("S") for c in label)


def unlabelled(view: View, block: Block, text: str) -> str:
    """Return a headline without the inline elements at its ends that say "Premium" or "Read the article"."""
    for mark in block.marks:
        label = mark.text
        if not label or len(label) > LONGEST_LABEL or 2 * len(label) > len(text):
            continue
        if without(text, label) != text and not view.words.phrases.topics(label).isdisjoint(BADGES):
            text = without(text, label).strip(" :|–—-»>→")
    return text


def without(text: str, label: str) -> str:
    """Return a text without a label at its beginning, else without the one at its end."""
    return text.removeprefix(label) if text.startswith(label) else text.removesuffix(label)


def kicker_of(view: View, card: Card, at: int) -> str | None:
    """Return the topic line above the headline of a card, which is its line number *at*."""
    for block in reversed(card.blocks[:at]):
        if len(block.text) <= KICKER and view.label(block) not in SMALL and any(map(str.isalpha, block.text)):
            return block.text if said_by(view, block).isdisjoint(BADGES) else None
    return None


def unranked(titles: list[str]) -> list[str]:
    """Return the headlines of a module without their ranks, where each begins with its own."""
    bare = [title.removeprefix(str(rank)).lstrip(".)") for rank, title in enumerate(titles, 1)]
    ranked = len(titles) >= RANKS and all(
        title != rest and rest[:1].isspace() for title, rest in zip(titles, bare, strict=True)
    )
    return [rest.strip() for rest in bare] if ranked else titles
