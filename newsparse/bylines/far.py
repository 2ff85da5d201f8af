"""Bylines far from the headline and from the end of the text, looked for where nothing else names a person."""

from __future__ import annotations

from typing import Final

from newsparse.article import AuthorKind
from newsparse.bylines.grammar import Grammar
from newsparse.bylines.kinds import is_whole
from newsparse.bylines.names import folded
from newsparse.bylines.shown import BY_WORD, Sighting, Zone, sightings
from newsparse.document import Block, Kind
from newsparse.findings import Label
from newsparse.view import View

STRONG: Final = 2  # things that speak for it: markup, a link to an author's page, a byline word
LINKED: Final = 3  # as many where it is both called so and linked
ELSEWHERE: Final = frozenset(("comments", "related", "navigation", "menu"))
CLAIMED: Final = (Label.TEASER, Label.COMMENT, Label.NAVIGATION)


def far_sightings(view: View, zone: Zone, grammar: Grammar) -> list[Sighting]:
    """Return what reads as a byline outside of the zone, where all that does names the same people.

    More names than that are those of teasers, of comments, of a list of contributors.
    """
    known = {block.index for block in (*zone.head, *zone.tail)}
    region = view.found.region
    top = zone.headline if zone.headline is not None else 0
    beyond = (b for b in view.visible if b.index not in known and (b.index > top or region is None))
    rest = [b for b in beyond if not is_elsewhere(view, b)]
    found = [s for s in sightings(view, rest, grammar, strict=True) if is_strong(view, s, region.last if region else 0)]
    groups = {tuple(sorted(folded(a.name) for a in s.authors)) for s in found}
    return found[:1] if len(groups) == 1 else []


def is_elsewhere(view: View, block: Block) -> bool:
    """Whether a block belongs to something else than the article."""
    return view.label(block) in CLAIMED or not view.around(block).isdisjoint(ELSEWHERE)


def is_strong(view: View, seen: Sighting, last: int) -> bool:
    """Whether a line says clearly that it names the author of the page."""
    if any(a.kind is not AuthorKind.PERSON for a in seen.authors):
        return False
    if view.label(seen.block) is Label.TIMESTAMP and BY_WORD in seen.why:
        return True  # "Posted by ada on 3 May 2024"
    if not is_own_line(seen):
        return False
    if seen.score < LINKED and not all(map(is_whole, seen.authors)):
        return False
    return seen.carried or (seen.sure and seen.score >= STRONG) or (seen.leading and ends_text(view, seen.block, last))


def is_own_line(seen: Sighting) -> bool:
    """Whether a line is hardly more than the names and the words before them."""
    named = sum(len(a.name) + len(a.role or "") for a in seen.authors)
    return 2 * named >= len(seen.block.text)


def ends_text(view: View, block: Block, last: int) -> bool:
    """Whether a line follows a paragraph and none follows it: in a list of facts it names the author of a book."""
    at, weights = block.index, view.weights
    if not 0 < at <= last or block.kind is Kind.ITEM:
        return False
    return bool(weights[at - 1]) and not any(weights[at + 1 : at + 2])
