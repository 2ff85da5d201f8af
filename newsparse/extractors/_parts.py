"""What stands in one headline block: kicker, title and what follows them."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from newsparse import similarity
from newsparse.document import Block, Mark
from newsparse.extractors._wordings import Wording
from newsparse.letters import is_spaced, length
from newsparse.markup import hints_of

EDGES: Final = " \t\n:|/–—-•·»›"
ABOVE: Final = frozenset(("kicker", "subtitle", "section"))  # hints of a part before the title that is none of it
KICKER: Final = 70  # characters; a longer part before the title is no topic line
WORDS: Final = 8  # words; as above
BY_NAME: Final = "its class name"
BY_PAIR: Final = "two elements"
BY_MARK: Final = "the declared headline"
ELEMENTS: Final = frozenset((BY_NAME, BY_PAIR, BY_MARK))
"""Reasons that rest on elements inside the block."""
LEAST: Final = 0.3  # share of its block that a title has at least
DROP_CAP: Final = 3  # characters; a shorter element at the start is a drop cap or a number
SPOKEN: Final = 2  # words that a title has at least


@frozen
class Parts:
    """A headline block taken apart."""

    title: str
    """The title itself."""

    kicker: str = ""
    """What stands before it in the block, without punctuation at its edges; "" where nothing does."""

    rest: str = ""
    """What stands after it in the block; "" where nothing does."""

    why: str = ""
    """What told the parts from each other; "" where the block is the title as a whole."""


def parts(block: Block, words: tuple[str, ...], declared: tuple[Wording, ...]) -> Parts:
    """Take a headline block apart: by its inline elements, else by the declared wordings that lack its beginning.

    *words* are those of the block, as ``similarity.words`` gives them.
    """
    text = block.text
    marks = [m for m in block.marks if m.text != text and m.text in text]
    found = by_elements(text, marks, declared) if marks else None
    return found or by_wording(text, words, declared) or Parts(text)


def by_elements(text: str, marks: list[Mark], declared: tuple[Wording, ...]) -> Parts | None:
    """Take a block apart by its inline elements, unless the page declares the parts in one go."""
    found = by_wording_of_mark(text, marks, declared) or by_names(text, marks) or by_pair(text, marks)
    if found is None:
        return None
    whole = similarity.words(text)
    if found.rest and any(wording.words == whole for wording in declared):
        return None
    if found.why == BY_PAIR and not any(":" in wording.text for wording in declared if wording.words == whole):
        return None if any(wording.words == whole for wording in declared) else found
    return None if found.kicker and runs_on(text, found.kicker, declared) else found


def around(text: str, title: str, why: str) -> Parts | None:
    """Return the parts that a title inside *text* leaves; None where what is before it is no topic line."""
    before, _, after = text.partition(title)
    if text.endswith(title):
        before, after = text[: -len(title)], ""
    before, after = before.strip(EDGES), after.strip(EDGES)
    if not is_kicker(before):
        return None
    return Parts(title.strip(), before, after, why)


def is_kicker(text: str) -> bool:
    """Whether a text is short enough for a topic line."""
    if len(text) > KICKER:
        return False
    most = max(WORDS, len(text) // 4)
    if len(similarity.words(text)) <= most:
        return True
    return not is_spaced(text) and len(text.split()) <= most and length(text) <= KICKER  # words cannot be told apart


def by_wording_of_mark(text: str, marks: list[Mark], declared: tuple[Wording, ...]) -> Parts | None:
    """A part that the page declares as its headline is the title; unless it declares the whole too."""
    whole = similarity.fold(text)
    wanted = {" ".join(w.words) for w in declared}
    said = [m.text for m in marks if (folded := similarity.fold(m.text)) in wanted and folded != whole]
    return around(text, max(said, key=len), BY_MARK) if said else None


def by_names(text: str, marks: list[Mark]) -> Parts | None:
    """A part called kicker or title, and what is left."""
    for mark in marks:
        hints = hints_of(mark.names)
        if text.startswith(mark.text) and hints & ABOVE and "title" not in hints - ABOVE:
            title = text[len(mark.text) :].lstrip(EDGES)
            kicker = mark.text.strip(EDGES)
            if title and is_kicker(kicker):
                return Parts(title, kicker, why=BY_NAME)
        if "title" in hints and not hints & ABOVE and len(mark.text) >= LEAST * len(text):
            return around(text, mark.text, BY_NAME)
    return None


def by_pair(text: str, marks: list[Mark]) -> Parts | None:
    """Two elements of different names that make up the whole: a topic line, then a longer title."""
    first = max((m for m in marks if text.startswith(m.text)), key=lambda m: len(m.text), default=None)
    if first is None:
        return None
    rest = text[len(first.text) :].lstrip(EDGES)
    last = next((m for m in marks if m.text == rest and m is not first), None)
    apart = is_glued(text, first.text) if last is None else last.names != first.names
    if not apart or len(rest) < len(first.text):
        return None
    if not is_kicker(first.text):
        return None
    return Parts(rest, first.text.strip(EDGES), why=BY_PAIR)


def is_glued(text: str, first: str) -> bool:
    """Whether the rest follows an element without a space, and not as the rest of a word."""
    follows = text[len(first) : len(first) + 1]
    return len(first) > DROP_CAP and follows.isalnum() and not follows.islower()


def runs_on(text: str, first: str, declared: tuple[Wording, ...]) -> bool:
    """Whether a declared wording has the first part and the rest in one go, without a mark between them."""
    whole, head = similarity.words(text), similarity.words(first)
    for wording in declared:
        if wording.words == whole:
            at = similarity.tail_at(wording.text, whole[len(head) :])
            between = wording.text[:at].rstrip() if at else ""
            return between[-1:].isalnum()
    return False


def by_wording(text: str, whole: tuple[str, ...], declared: tuple[Wording, ...]) -> Parts | None:
    """The beginning of the block that no declared wording has; *whole*: the words of all of it."""
    if any(similarity.starts(w.words, whole[:SPOKEN]) for w in declared):
        return None
    for wording in declared:
        if SPOKEN <= len(wording.words) < len(whole) and similarity.ends(whole, wording.words):
            at = similarity.tail_at(text, wording.words)
            if at is not None and (kicker := text[:at].strip(EDGES + "\"'“„«‘‚")) and is_kicker(kicker):
                start = len(text[:at].rstrip("\"'“„«‘‚([¿¡"))
                kicker = "" if runs_into(text[:start]) else kicker
                return Parts(text[start:], kicker, why="not in the declared headline")
    return None


def runs_into(before: str) -> bool:
    """Whether the beginning of a headline runs on into the rest, nothing but a space between them: no topic line."""
    words = before.rstrip(" ")
    return words != before and words[-1:].isalnum()
