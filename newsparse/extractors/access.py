"""Whether a reader gets the whole text: what the page declares, what it asks for, and where the text ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsparse.article import Access, AccessStatus, BodyBlock
from newsparse.document import Block
from newsparse.findings import BODY_LABELS, Candidate, Fields, Finding, Label, Trust, Warned
from newsparse.letters import squashed
from newsparse.lexicons import Topic, table
from newsparse.view import View

WALLS: Final = frozenset((Topic.PAYWALL, Topic.LOCKED, Topic.METERED, Topic.PREMIUM))
NEAR: Final = 12  # blocks after the text in which a wall stands where it cuts the text off
SHORT: Final = 1500.0  # weight of prose below which a text that a wall follows is taken for its beginning
CUT: Final = 0.6  # share of the declared number of words, or of the declared body, below which text is missing
TAIL: Final = 100  # characters of the end of the declared text that are looked for in the body
LAST: Final = 100  # blocks of the body among which they stand
WIDEST: Final = 15  # letters of a word on average, from which the text does not part words: they cannot be counted
ELSEWHERE: Final = frozenset(("newsletter", "comments", "navigation", "footer", "consent"))
"""Hints of boxes whose "Subscribe" and "Sign in" speak of something else than the text."""
ENDS_OPEN: Final = ("…", "...", "[…]", "[...]", "(...)", "(…)")


def access(view: View) -> Iterator[Finding]:
    """Propose the access status, with the notices found and whether the body is whole."""
    blocks = view.doc.blocks
    body = [blocks[i] for i in view.found.labelled(*BODY_LABELS)]
    asking = tuple(view.found.labelled(Label.PAYWALL))
    notices = tuple(dict.fromkeys(blocks[i].text for i in asking))
    free = declared_free(view)
    told = told_body(view)
    complete, why = completeness_of_told(view, told) if told else completeness(view, body)
    if told and notices and free is None:
        free = False  # a page that asks for money and shows less than it declares
    status, source, trust = graded(view, free, complete, bool(notices))
    yield Candidate(Fields.access, Access(status, notices, complete), trust, source, note=why, blocks=asking)
    if complete is False:
        yield Warned(f"the body is not complete: {why}")


def graded(view: View, free: bool | None, complete: bool | None, asked: bool) -> tuple[AccessStatus, str, float]:
    """Return the status, where it comes from and how far it is trusted.

    A declaration alone locks nothing: with the whole text on the page, "not free" means metered.
    """
    if complete is False:
        return AccessStatus.LOCKED, "text ends at a wall", Trust.AGREED if asked and free is False else Trust.MARKUP
    if view.doc.declared.first(*table("_site")["tier"]) == "metered" or Topic.METERED in view.said:
        return AccessStatus.METERED, "declared or announced meter", Trust.DECLARED
    if free is False and complete:
        return AccessStatus.METERED, "declared not free, the text is there", Trust.TEXT
    if free or Topic.FREE in view.said:
        return AccessStatus.FREE, "declared free", Trust.DECLARED
    if complete:
        return AccessStatus.FREE, "the text is there and nothing is declared", Trust.TEXT
    return AccessStatus.UNKNOWN, "nothing on the page says", Trust.GUESS


def declared_free(view: View) -> bool | None:
    """Return what the page declares: free, not free, or nothing (None)."""
    declared = view.doc.declared
    for thing in declared.objects(*table("_types")["articles"]):
        known = truth(thing.get("isAccessibleForFree"))
        if known is not None:
            return known
    tier = (declared.first(*table("_site")["tier"]) or "").casefold()
    if tier in table("_site")["tiers_free"]:
        return True
    return False if tier in table("_site")["tiers_locked"] else None


def truth(value: Any) -> bool | None:
    """Return a JSON-LD boolean, also where it is written as text or as a schema.org address."""
    if isinstance(value, bool):
        return value
    text = value.casefold().rpartition("/")[2] if isinstance(value, str) else ""
    return {"true": True, "false": False}.get(text)


def completeness(view: View, body: list[Block]) -> tuple[bool | None, str | None]:
    """Return whether the body is whole, and the reason; None where there is no body."""
    if not body:
        return None, None
    words = sum(b.text.count(" ") + 1 for b in body)
    weight = sum(view.weight(b) for b in body)
    declared = declared_text(view)
    if words < CUT * (declared.count(" ") + 1) and not ends_with(body, declared):
        return False, f"{words} words of the {declared.count(' ') + 1} in the declared text"
    walls = walls_after(view, body[-1])
    spaced = sum(len(b.text) for b in body) < WIDEST * words
    if walls and spaced and (known := counted_words(view)) and words < CUT * known:
        return False, f"{words} words of {known} declared, then a wall"
    open_end = body[-1].text.endswith(ENDS_OPEN)
    locked = any(Topic.LOCKED in view.topics(b) for b in walls)
    shut = declared_free(view) is False and Topic.METERED not in view.said
    if walls and weight < SHORT and (open_end or locked or shut):
        return False, "a wall follows the beginning of the text"
    return True, None


def told_body(view: View) -> tuple[BodyBlock, ...]:
    """Return the body where it is one that is declared and not shown; () where it is shown."""
    best = view.found.best(Fields.body)
    return best.value if best and best.trust >= Trust.DECLARED else ()


def completeness_of_told(view: View, told: tuple[BodyBlock, ...]) -> tuple[bool, str | None]:
    """Return whether a declared body is whole, and the reason."""
    if told[-1].text.endswith(ENDS_OPEN):
        return False, "the declared text ends openly"
    words, known = sum(piece.text.count(" ") + 1 for piece in told), counted_words(view)
    return (False, f"{words} words of {known} declared") if words < CUT * known else (True, None)


def walls_after(view: View, last: Block) -> list[Block]:
    """Return the lines of a wall right after the text."""
    after = view.doc.blocks[last.index + 1 : last.index + 1 + NEAR]
    return [b for b in after if not b.hidden and is_wall(view, b)]


def is_wall(view: View, block: Block) -> bool:
    """Whether a line asks to pay for the text, and not for something that the box around it is about."""
    topics = view.topics(block) & WALLS
    if topics and not topics <= {Topic.PAYWALL}:
        return True
    return bool(topics or view.label(block) is Label.PAYWALL) and ELSEWHERE.isdisjoint(view.around(block))


def declared_text(view: View) -> str:
    """Return the longest declared text; "" where none is declared."""
    texts = (t.get("articleBody") for t in view.doc.declared.objects(*table("_types")["articles"]))
    return max((t for t in texts if isinstance(t, str)), key=len, default="")


def ends_with(body: list[Block], declared: str) -> bool:
    """Whether the end of the declared text stands in the body: some sites declare it twice, or with captions."""
    tail = squashed(declared[-TAIL:])
    return not tail or tail[-TAIL // 2 :] in squashed(" ".join(b.text for b in body[-LAST:]))


def counted_words(view: View) -> int:
    """Return the declared number of words; 0 where none is declared. Some sites count the whole page."""
    for thing in view.doc.declared.objects(*table("_types")["articles"]):
        count = str(thing.get("wordCount", ""))
        if count.isascii() and count.isdigit():
            return int(count)
    return 0
