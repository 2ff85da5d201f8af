"""Front pages and lists of a section: headlines that lead to articles, with summaries, and no text of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import frozen

from newsparse.addresses import is_article, is_elsewhere
from newsparse.bylines.declared import is_article as is_said_to_be_article
from newsparse.document import Block, Kind
from newsparse.findings import Label, Labelled, Trust
from newsparse.view import View

LEAST: Final = 4  # headlines with a summary that make a list
ALL: Final = 0.8  # share of the page's prose that stands in such summaries
PROSE: Final = 60.0  # weight of a paragraph
SUMMARY: Final = 2  # paragraphs of a summary; more are an article
CARD: Final = 8  # blocks of a headline with all that is told about it
LINKED: Final = 0.9  # share of links of a headline that leads to its article
TRUST: Final = Trust.DECLARED + 0.05  # outweighs the scorer, to which summaries are text


@frozen
class Entry:
    """One headline of a list, with what stands below it."""

    blocks: list[Block]
    """The headline and what is told about it."""

    weight: float
    """Prose of the summary."""


def listing(view: View) -> Iterator[Labelled]:
    """Label the entries of a page that is a list of articles, where it does not say that it is one itself."""
    if view.doc.is_text or is_said_to_be_article(view.doc.declared):
        return
    heads = alike([n for n, b in enumerate(view.visible) if leads_on(view, b)], view)
    usual = heads[-1] - heads[-2] if len(heads) > 1 else 0
    spans = pairwise([*heads, heads[-1] + usual] if heads else [])
    entries = [entry for first, end in spans if (entry := entry_of(view, first, end))]
    told = sum(entry.weight for entry in entries)
    if len(entries) < LEAST or told < ALL * sum(w for b in view.visible if (w := view.weight(b)) >= PROSE):
        return
    for entry in entries:
        for block in entry.blocks:
            yield Labelled(block.index, Label.TEASER, TRUST, "an entry of a list of articles")


def leads_on(view: View, block: Block) -> bool:
    """Whether a block is a heading that leads to an article of the same site."""
    if block.kind is not Kind.HEADING or block.link_share < LINKED:
        return False
    href = block.href
    return href is not None and is_article(href) and not is_elsewhere(href, view.doc)


def alike(heads: list[int], view: View) -> list[int]:
    """Return the headings of the commonest make."""
    makes: dict[tuple[str, str], list[int]] = {}
    for head in heads:
        place = view.visible[head].place
        makes.setdefault((place.tag, place.names), []).append(head)
    return max(makes.values(), key=len, default=[])


def entry_of(view: View, first: int, end: int) -> Entry | None:
    """Return what stands between two headlines, None where that is no summary."""
    blocks = view.visible[first : min(end, first + CARD)]
    prose = [n for n, block in enumerate(blocks) if n and view.weight(block) >= PROSE]
    if not 1 <= len(prose) <= SUMMARY:
        return None
    return Entry(list(blocks), sum(view.weight(blocks[n]) for n in prose))
