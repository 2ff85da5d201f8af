"""What speaks for and against a block being text of the article, as numbers; the scorer's only input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import log
from typing import Final

from attrs import define

from newsparse.document import Block, Group, Kind, Place
from newsparse.findings import Label
from newsparse.letters import capitals, squashed
from newsparse.lexicons import Topic
from newsparse.markup import NONE
from newsparse.punctuation import STOPS
from newsparse.view import View, width

KINDS: Final = (Kind.TEXT, Kind.ROW, Kind.CODE)
LISTS: Final = (Group.LIST, Group.ORDERED_LIST)
GROUPS: Final = (Group.TABLE, Group.ARTICLE, Group.MAIN)
AROUND: Final = (
    "advertising", "comments", "consent", "factbox", "footer", "form", "navigation", "related", "section", "share",
    "sidebar",
)  # fmt: skip
OWN: Final = ("comments", "footer", "sidebar")
COMMAS: Final = ",，、،"
TOPICS: Final = ((Topic.ADVERTISING, Topic.PROMOTION), (Topic.RELATED, Topic.READ_ALSO))
UNSAID: Final = [False] * len(TOPICS)
SAMPLE: Final = 200  # characters whose digits and capitals are counted
LEVELS: Final = 4  # containers around a block whose share of the page's prose is looked at
NEAR: Final = (1, 3, 8)  # blocks to each side that make up the neighbourhood
SHINGLE: Final = 40  # characters compared when a block is looked up in the declared body
MUCH: Final = 20_000.0  # weight of prose beyond which a page is long and nothing more can be told from it
MANY: Final = 300  # the same for its blocks
FAR: Final = 60  # blocks; more distance says no more


def names() -> list[str]:
    """Return the names of the features, in the order of ``Features.of``."""
    return [
        "length", "weight", "words", "word_length", "stop", "commas", "upper", "link_share", "strong_share",
        "level", "wide",
        *(f"kind_{k}" for k in KINDS),
        *(f"topic_{t[0]}" for t in TOPICS),
        *(f"group_{g}" for g in GROUPS),
        *(f"around_{h}" for h in AROUND),
        *(f"own_{h}" for h in OWN),
        *(f"share_{n}" for n in range(LEVELS)),
        *(f"place_links_{n}" for n in range(LEVELS)),
        "same_parent", "same_shape", "shape_count", "list_links", "list_items", "in_trunk", "below_trunk", "depth",
        "from_title", "prose_before", "prose_from_title", "prose_after", "position",
        "after_weight",
        *(f"near_{n}" for n in NEAR),
        *(f"near_links_{n}" for n in NEAR),
        "repeated", "declared", "described", "after_comments", "page_prose", "page_blocks",
    ]  # fmt: skip


@define(eq=False, slots=False)
class Features:
    """The features of all blocks of one page; what blocks share is computed once."""

    view: View
    """The page."""

    blocks: Sequence[Block]
    """The blocks looked at, in page order: the neighbourhood of a block is among these."""

    def of(self, at: int) -> list[float]:
        """Return the features of the block at position *at* of ``blocks``."""
        block = self.blocks[at]
        return [*self.text_of(block), *self.place_features(block.place), *self.context_of(block, at)]

    # --- the text itself --------------------------------------------------------------------------------------

    def text_of(self, block: Block) -> list[float]:
        """Return what the text itself shows."""
        text = block.text
        size = len(text)
        words = text.count(" ") + 1
        topics = self.view.topics(block)
        sample = text[:SAMPLE]
        return [
            log(size + 1),
            self.view.weight(block),
            words,
            size / words,
            text[-1] in STOPS,
            sum(map(text.count, "," if text.isascii() else COMMAS)) / size,
            capitals(sample) / len(sample),
            block.link_share,
            block.strong / size,
            block.level,
            width(text) > 1,
            *[block.kind is k for k in KINDS],
            *([not topics.isdisjoint(group) for group in TOPICS] if topics else UNSAID),
        ]

    # --- the containers -------------------------------------------------------------------------------------------

    def place_features(self, place: Place) -> list[float]:
        """Return what the containers of a block show; equal for all blocks of a container."""
        known = self.by_place.get(place.index)
        if known is None:
            known = self.by_place[place.index] = self.describe(place)
        return known

    @cached_property
    def by_place(self) -> dict[int, list[float]]:
        """Features of the containers asked for so far, by place."""
        return {}

    def describe(self, place: Place) -> list[float]:
        """Compute what a container and those around it show."""
        view = self.view
        total = self.total
        parent = place.parent
        looks = shape(place)
        return [
            *[place.group is g for g in GROUPS],
            *self.called(view.around_place(place), AROUND),
            *self.called(view.hints(place), OWN, view.hints(parent) if parent else NONE),
            *self.shares_of(place),
            self.parent_sums[parent.index if parent else 0] / total,
            self.shape_sums[looks] / total,
            self.shape_counts[looks],
            *self.list_of(place),
            *self.trunk_of(place),
            place.depth,
        ]

    def called(self, hints: frozenset[str], asked: tuple[str, ...], more: frozenset[str] = NONE) -> list[bool]:
        """Return which of the hints asked for are among those of a container, or among *more*."""
        key = (hints, more, asked)
        known = self.by_hints.get(key)
        if known is None:
            known = self.by_hints[key] = [h in hints or h in more for h in asked]
        return known

    @cached_property
    def by_hints(self) -> dict[tuple[frozenset[str], frozenset[str], tuple[str, ...]], list[bool]]:
        """What ``called`` has answered so far: a page has few different sets of hints."""
        return {}

    def shares_of(self, place: Place) -> list[float]:
        """Return the share of the page's prose, then the share of links, in a container and those around it."""
        weights, sums, total = self.view.place_weights, self.char_sums, self.total
        shares: list[float] = []
        links: list[float] = []
        up: Place | None = place
        while up is not None and len(shares) < LEVELS:
            shares.append(weights[up.index] / total)
            chars, linked = sums[up.index]
            links.append(linked / chars if chars else 0.0)
            up = up.parent
        missing = LEVELS - len(shares)
        return [*shares, *[1.0] * missing, *links, *[links[-1]] * missing]

    def list_of(self, place: Place) -> tuple[float, int]:
        """Return the link share and the number of items of the list around a place; -1, 0 outside of lists."""
        if place.group not in LISTS:
            return -1.0, 0
        around = next((p for p in place.up() if p.tag in ("ul", "ol", "dl")), None)
        if around is None:
            return -1.0, 0
        chars, linked = self.char_sums[around.index]
        return (linked / chars if chars else 0.0), self.item_counts[around.index]

    def trunk_of(self, place: Place) -> tuple[bool, int]:
        """Return whether the place lies in the region's container, and how far below."""
        region = self.view.found.region
        if region is None:
            return False, -1
        inside = any(p is region.place for p in place.up())
        return inside, place.depth - region.place.depth if inside else -1

    @cached_property
    def total(self) -> float:
        """Weight of all prose of the page."""
        return self.view.place_weights[0] or 1.0

    @cached_property
    def char_sums(self) -> list[tuple[int, int]]:
        """Characters and linked characters in a container, by place."""
        places = self.view.doc.places
        chars, linked = [0] * len(places), [0] * len(places)
        for block in self.view.visible:
            chars[block.place.index] += len(block.text)
            linked[block.place.index] += block.linked
        for place in reversed(places):
            if place.parent is not None:
                chars[place.parent.index] += chars[place.index]
                linked[place.parent.index] += linked[place.index]
        return list(zip(chars, linked, strict=True))

    @cached_property
    def item_counts(self) -> Counter[int]:
        """Number of list items directly in a container, by place."""
        return Counter(p.parent.index for p in self.view.doc.places if p.tag == "li" and p.parent is not None)

    @cached_property
    def parent_sums(self) -> Counter[int]:
        """Weight of the blocks that stand directly in the children of a container, by place."""
        sums: Counter[int] = Counter()
        for block in self.view.visible:
            if weight := self.view.weight(block):
                sums[block.place.parent.index if block.place.parent else 0] += weight  # type: ignore[assignment]
        return sums

    @cached_property
    def shape_sums(self) -> Counter[tuple[str, ...]]:
        """Weight of all blocks that look alike, by shape."""
        sums: Counter[tuple[str, ...]] = Counter()
        for block, looks in zip(self.view.visible, self.shapes, strict=True):
            if weight := self.view.weight(block):
                sums[looks] += weight  # type: ignore[assignment]
        return sums

    @cached_property
    def shape_counts(self) -> Counter[tuple[str, ...]]:
        """Number of blocks that look alike, by shape."""
        return Counter(self.shapes)

    @cached_property
    def shapes(self) -> list[tuple[str, ...]]:
        """Shape of every visible block."""
        return [shape(block.place) for block in self.view.visible]

    # --- the sequence -----------------------------------------------------------------------------------------------

    def context_of(self, block: Block, at: int) -> list[float]:
        """Return what the order of the page shows."""
        title = self.title_at
        cum = self.cumulated
        upto = cum[at]
        total = self.total
        return [
            max(-FAR, min(FAR, block.index - title)) if title >= 0 else -FAR - 1,
            upto / total,
            (upto - self.title_weight) / total,
            (cum[-1] - cum[at + 1]) / total,
            at / len(self.blocks),
            self.view.weight(self.blocks[at + 1]) if at + 1 < len(self.blocks) else 0.0,
            *self.neighbourhoods[at],
            self.text_counts[block.text] - 1,
            *self.declares(block.text),
            block.index > self.first_comment,
            *self.sizes,
        ]

    @cached_property
    def sizes(self) -> tuple[float, float]:
        """How long the page is: its prose, its blocks."""
        return log(min(self.total, MUCH) + 1), log(min(len(self.blocks), MANY) + 1)

    @cached_property
    def cumulated(self) -> list[float]:
        """Weight of the blocks before each position, and of all at the end."""
        sums = [0.0]
        for block in self.blocks:
            sums.append(sums[-1] + self.view.weight(block))
        return sums

    @cached_property
    def linked_sums(self) -> list[tuple[int, int]]:
        """Characters and linked characters before each position, and of all at the end."""
        sums = [(0, 0)]
        for block in self.blocks:
            chars, linked = sums[-1]
            sums.append((chars + len(block.text), linked + block.linked))
        return sums

    @cached_property
    def neighbourhoods(self) -> list[tuple[float, ...]]:
        """Mean weight of a block and its neighbours, in widening circles; then the share of links in the same."""
        spans = [(max(0, at - n), at + n + 1) for n in NEAR for at in range(len(self.blocks))]
        end = len(self.blocks)
        cum, sums = self.cumulated, self.linked_sums
        means = [(cum[min(high, end)] - cum[low]) / (min(high, end) - low) for low, high in spans]
        links = [linked_share(sums[low], sums[min(high, end)]) for low, high in spans]
        columns = [column[n * end : (n + 1) * end] for column in (means, links) for n in range(len(NEAR))]
        return list(zip(*columns, strict=True))

    @cached_property
    def title_at(self) -> int:
        """Block of the headline; -1 where none is known."""
        found = next((b for b in self.view.found.labelled(Label.TITLE)), None)
        return -1 if found is None else found

    @cached_property
    def title_weight(self) -> float:
        """Weight of the blocks before the headline."""
        at = next((i for i, b in enumerate(self.blocks) if b.index >= self.title_at), 0)
        return self.cumulated[at]

    @cached_property
    def text_counts(self) -> Counter[str]:
        """How often a text stands on the page."""
        return Counter(b.text for b in self.view.doc.blocks)

    @cached_property
    def declared_body(self) -> str:
        """The longest declared ``articleBody``, squeezed to letters as ``squashed`` does."""
        bodies = [o.get("articleBody") for o in self.view.doc.declared.json_ld]
        longest = max((b for b in bodies if isinstance(b, str)), key=len, default="")
        return squashed(longest)

    def declares(self, text: str) -> tuple[float, float]:
        """Whether a text stands in the declared body, and whether the declared description begins with it.

        For the body 1 is yes, 0 no, -1 for a short text or without a declared body.
        """
        if len(text) < PROBE or not (self.declared_body or self.description):
            return -1.0, 0.0
        probe = squashed(text)
        middle = max(0, len(probe) // 2 - SHINGLE // 2)
        told = float(probe[middle : middle + SHINGLE] in self.declared_body) if self.declared_body else -1.0
        return told, float(bool(self.description) and probe[:SHINGLE] in self.description)

    @cached_property
    def description(self) -> str:
        """The declared descriptions, squeezed to letters as ``squashed`` does."""
        declared = self.view.doc.declared
        return squashed(" ".join((declared.first("description") or "", declared.first("og:description") or "")))

    @cached_property
    def first_comment(self) -> int:
        """The first block below the headline that is a comment; a number beyond all blocks where there is none."""
        comments = self.view.found.labelled(Label.COMMENT)
        return next((i for i in comments if i > self.title_at), len(self.view.doc.blocks))


PROBE: Final = 20  # characters; shorter blocks stand in any text by chance


def linked_share(low: tuple[int, int], high: tuple[int, int]) -> float:
    """Return the share of links between two running sums of (characters, linked characters)."""
    chars = high[0] - low[0]
    return (high[1] - low[1]) / chars if chars else 0.0


def shape(place: Place) -> tuple[str, ...]:
    """Return what equal looking blocks have in common: the names of their container and of the one around it."""
    parent = place.parent
    return (place.tag, place.names, parent.tag, parent.names) if parent else (place.tag, place.names)
