"""Markup that says no more than raw text does: what a crawler's cleaning or a converter leaves of a page."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from newsparse.document import Document, Group, Kind

PLAIN: Final = frozenset((None, Group.LIST, Group.ORDERED_LIST, Group.QUOTE, Group.ARTICLE, Group.MAIN))
POINTERS: Final = 0.2  # share of blocks that are links, from which the links tell text from menus


def weighed(doc: Document) -> Document:
    """Return *doc*, marked as bare where its containers have no names and gather nothing."""
    return evolve(doc, bare=True) if is_bare(doc) else doc


def is_bare(doc: Document) -> bool:
    """Whether a page has no names, no parts, no captions, few links, and declares no article."""
    declared = doc.declared
    if declared.json_ld or declared.items or declared.first("og:title", "og:type"):
        return False
    if any(p.names or p.itemprop or p.figure or p.hidden or p.group not in PLAIN for p in doc.places):
        return False
    if any(b.kind is Kind.CAPTION or b.kind is Kind.CONTROL for b in doc.blocks):
        return False
    return sum(b.links > 0 and 2 * b.linked > len(b.text) for b in doc.blocks) <= POINTERS * len(doc.blocks)
