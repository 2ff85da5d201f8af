"""Bylines of teasers: alike, and with other text or headlines between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newsparse.document import Block
from newsparse.view import View

TEASERS, APART = 3, 4  # as many alike with as many blocks from one to the next are bylines of teasers
LINKED: Final = 0.8  # link share of a teaser's headline
HEADLINE: Final = 25  # characters of one


def listed(view: View, bylines: Sequence[Block]) -> frozenset[int]:
    """Return which of some bylines come from a list of teasers, by block."""
    alike: dict[tuple[str, str], list[Block]] = {}
    for block in bylines:
        around = block.place.parent
        alike.setdefault((block.place.names, around.names if around else ""), []).append(block)
    groups = [g for g in alike.values() if len(g) >= TEASERS]
    return frozenset(b.index for g in groups if are_far_apart(g) or are_parted(view, g) for b in g)


def are_far_apart(group: Sequence[Block]) -> bool:
    """Whether much other text stands between some blocks."""
    return group[-1].index - group[0].index >= APART * (len(group) - 1)


def are_parted(view: View, group: Sequence[Block]) -> bool:
    """Whether a link as long as a headline stands between any two of some blocks."""
    return all(any(map(is_headline, view.doc.blocks[a.index + 1 : b.index])) for a, b in pairwise(group))


def is_headline(block: Block) -> bool:
    """Whether a block is a link as long as a headline."""
    return bool(block.href) and block.link_share > LINKED and len(block.text) >= HEADLINE
