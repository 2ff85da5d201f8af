"""What speaks for and against a block being text of the article, as numbers; the scorer's only input."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import Final

from newsparse.document import Block, Group, Kind, Place
from newsparse.findings import Label
from newsparse.letters import capitals, squashed, width
from newsparse.page_sums import (
    LINKS_NEAR,
    NEAR,
    Neighbourhoods,
    Siblings,
    Sums,
    above_of,
    column_of,
    cumulated,
    declared_letters,
    first_comment,
)
from newsparse.punctuation import STOPS
from newsparse.view import View

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
TEXT: Final = Kind.TEXT
CODE: Final = Kind.CODE
TABLE: Final = Group.TABLE
MAIN: Final = Group.MAIN
LIST_TAGS: Final = ("ul", "ol", "dl")
LISTS: Final = (Group.LIST, Group.ORDERED_LIST)
AROUND: Final = ("body", "comments", "consent", "factbox", "related")
OWN: Final = "comments"
WRAPPING: Final = frozenset((Label.TEASER, Label.TEASER_HEADING, Label.SUBTITLE, Label.NAVIGATION))
"""Labels that earlier steps give to what a container is called, which may hold text as well."""
SAMPLE: Final = 200  # characters whose capitals are counted
LEVELS: Final = 4  # containers around a block whose share of the page's prose is looked at
SHINGLE: Final = 40  # characters compared when a block is looked up in the declared body
MUCH: Final = 20_000.0  # weight of prose beyond which a page is long and nothing more can be told from it
MANY: Final = 300  # the same for its blocks
PROBE: Final = 20  # characters; shorter blocks stand in any text by chance
FAR: Final = 60  # blocks; more distance says no more
BESIDE: Final = 30  # the same for the distance to the text's column
CROWD: Final = 100  # the same for blocks in one container
STEPS: Final = 15  # the same for containers between a block and the column
SKIPPED: Final = 20  # the same for blocks passed over between a block and the next


def names() -> list[str]:
    """Return the names of the features, in the order of ``Features.of``."""
    return [
        "length", "weight", "stop", "upper", "link_share", "level", "signs", "marks",
        "kind_text", "kind_code", "topics", "group_table", "group_main",
        *(f"around_{h}" for h in AROUND),
        f"own_{OWN}",
        *(f"share_{n}" for n in range(LEVELS)),
        *(f"place_links_{n}" for n in range(LEVELS)),
        "same_parent", "same_shape", "shape_count", "shape_mean", "shape_links",
        "list_links", "list_items", "in_trunk", "below_trunk", "depth", "from_column", "below_column",
        "tag_div", "tag_li", "siblings",
        "from_title", "prose_before", "prose_from_title", "prose_after", "position",
        *(f"near_{n}" for n in NEAR),
        *(f"near_links_{n}" for n in LINKS_NEAR),
        "gap_after", "run", "siblings_before", "siblings_after", "after_column_begins", "before_column_ends",
        "repeated", "declared", "after_comments", "claimed", "claimed_apart", "of_longest",
        "page_prose", "page_blocks", "column_share",
    ]  # fmt: skip


class Features:
    """The features of all blocks of one page; what blocks share is computed once."""

    view: Final[View]
    """The page."""

    blocks: Final[list[Block]]
    """The blocks looked at, in page order: the neighbourhood of a block is among these."""

    def __init__(self, view: View, blocks: list[Block]) -> None:
        self.view = view
        self.blocks = blocks
        self.total: Final = view.place_weights[0] or 1.0
        self.weights: Final = [view.weights[b.index] for b in blocks]
        self.longest: Final = max(self.weights, default=0.0) or 1.0
        self.sums: Final = Sums(view)
        self.siblings: Final = Siblings(blocks, self.sums)
        self.column: Final = column_of(view, blocks, self.sums)
        self.by_place: Final[dict[int, list[float]]] = {}  # features of the containers asked for so far
        self.by_hints: Final[dict[frozenset[str], list[float]]] = {}  # what `called` has said: a page has few such sets
        self.cumulated: Final = cumulated(self.weights)
        self.neighbourhoods: Final = Neighbourhoods(blocks, self.cumulated)
        self.text_counts: Final = Counter([b.text for b in view.doc.blocks])
        self.title_at: Final = next(view.found.labelled(Label.TITLE), -1)  # -1 where none is known
        self.title_weight: Final = self.weight_before(self.title_at)
        self.first_comment: Final = first_comment(view, self.title_at)
        self.declared: Final = declared_letters(view.doc.declared)
        self.of_page: Final = [
            log(min(self.total, MUCH) + 1),
            log(min(len(blocks), MANY) + 1),
            self.sums.parents.get(self.sums.column, 0.0) / self.total,
        ]

    def of(self, at: int) -> list[float]:
        """Return the features of the block at position *at* of ``blocks``."""
        block = self.blocks[at]
        found = self.text_of(block, at)
        found += self.place_features(block.place)
        found += self.context_of(block, at)
        return found

    # --- the text itself --------------------------------------------------------------------------------------

    def text_of(self, block: Block, at: int) -> list[float]:
        """Return what the text itself shows."""
        text, kind = block.text, block.kind
        size = len(text)
        sample = text[:SAMPLE]
        return [
            log(size * width(text) + 1),
            self.weights[at],
            float(text[-1] in STOPS),
            capitals(sample) / len(sample),
            block.linked / size,
            float(block.level),
            float(("|" in text) + ("©" in text) + ("@" in text)),  # credits, links to follow, titles of pages
            float(len(block.marks)),
            float(kind is TEXT),
            float(kind is CODE),
            float(len(self.view.topics(block))),
        ]

    # --- the containers -------------------------------------------------------------------------------------------

    def place_features(self, place: Place) -> list[float]:
        """Return what the containers of a block show; equal for all blocks of a container."""
        known = self.by_place.get(place.index)
        if known is None:
            known = self.by_place[place.index] = self.describe(place)
        return known

    def describe(self, place: Place) -> list[float]:
        """Compute what a container and those around it show."""
        view, sums, total = self.view, self.sums, self.total
        parent, group, tag = place.parent, place.group, place.tag
        look = sums.look(place)
        link_share, items = self.list_of(place)
        inside, below = self.trunk_of(place)
        up, down = self.column_from(place)
        return [
            float(group is TABLE),
            float(group is MAIN),
            *self.called(view.around_place(place)),
            float(OWN in view.hints(place) or (parent is not None and OWN in view.hints(parent))),
            *self.shares_of(place),
            sums.parents.get(parent.index if parent else 0, 0.0) / total,
            look.weight / total,
            float(look.count),
            look.weight / max(1, look.count),
            look.linked / max(1, look.chars),
            link_share,
            items,
            inside,
            below,
            float(place.depth),
            up,
            down,
            float(tag == "div"),
            float(tag == "li"),
            float(min(CROWD, self.siblings.counts.get(above_of(place), 0))),
        ]

    def called(self, hints: frozenset[str]) -> list[float]:
        """Return which of the hints asked for are among those of a container and of those around it."""
        known = self.by_hints.get(hints)
        if known is None:
            known = self.by_hints[hints] = [float(h in hints) for h in AROUND]
        return known

    def shares_of(self, place: Place) -> list[float]:
        """Return the share of the page's prose, then the share of links, in a container and those around it."""
        weights, sums, total = self.view.place_weights, self.sums, self.total
        shares: list[float] = []
        links: list[float] = []
        up: Place | None = place
        while up is not None and len(shares) < LEVELS:
            shares.append(weights[up.index] / total)
            links.append(sums.link_share(up))
            up = up.parent
        while len(shares) < LEVELS:
            shares.append(1.0)
            links.append(links[-1])
        shares += links
        return shares

    def list_of(self, place: Place) -> tuple[float, float]:
        """Return the link share and the number of items of the list around a place; -1, 0 outside of lists."""
        if place.group not in LISTS:
            return -1.0, 0.0
        around: Place | None = place
        while around is not None and around.tag not in LIST_TAGS:
            around = around.parent
        if around is None:
            return -1.0, 0.0
        return self.sums.link_share(around), float(self.sums.items[around.index])

    def trunk_of(self, place: Place) -> tuple[float, float]:
        """Return whether the place lies in the region's container, and how far below."""
        region = self.view.found.region
        if region is None or not place.lies_in(region.place):
            return 0.0, -1.0
        return 1.0, float(place.depth - region.place.depth)

    def column_from(self, place: Place) -> tuple[float, float]:
        """Return the steps up to the container that holds the text's column, too, and from there down to the column."""
        up: Place | None = place
        while up is not None and up.index not in self.sums.trunk:
            up = up.parent
        shared = up.depth if up is not None else 0
        column = self.view.doc.places[self.sums.column].depth
        return float(min(STEPS, place.depth - shared)), float(min(STEPS, column - shared))

    # --- the sequence -----------------------------------------------------------------------------------------------

    def context_of(self, block: Block, at: int) -> list[float]:
        """Return what the order of the page shows."""
        cum, total = self.cumulated, self.total
        upto, title = cum[at], self.title_at
        trust, apart = self.claims(block)
        return [
            float(max(-FAR, min(FAR, block.index - title)) if title >= 0 else -FAR - 1),
            upto / total,
            (upto - self.title_weight) / total,
            (cum[-1] - cum[at + 1]) / total,
            at / len(self.blocks),
            *self.neighbourhoods.of(at),
            *self.order_of(block, at),
            float(self.text_counts[block.text] - 1),
            self.declares(block.text),
            float(block.index > self.first_comment),
            trust,
            apart,
            self.weights[at] / self.longest,
            *self.of_page,
        ]

    def order_of(self, block: Block, at: int) -> list[float]:
        """Return where a block stands among the blocks around it and beside the text's column."""
        siblings = self.siblings
        first, last = self.column
        rank = siblings.ranks[at]
        following = self.blocks[at + 1].index if at + 1 < len(self.blocks) else block.index + SKIPPED
        return [
            float(min(SKIPPED, following - block.index)),
            float(siblings.runs[at]),
            float(min(CROWD, rank)),
            float(min(CROWD, siblings.counts[above_of(block.place)] - rank - 1)),
            float(max(-BESIDE, min(BESIDE, at - first))),
            float(max(-BESIDE, min(BESIDE, last - at))),
        ]

    def claims(self, block: Block) -> tuple[float, float]:
        """Return how far another step is believed that has said what a block is."""
        best = self.view.found.best_label(block.index)
        if best is None:
            return 0.0, 0.0
        return best.trust, 0.0 if best.label in WRAPPING else best.trust

    def weight_before(self, index: int) -> float:
        """Return the weight of the blocks looked at before the one of that ``index``."""
        for at, block in enumerate(self.blocks):
            if block.index >= index:
                return self.cumulated[at]
        return 0.0

    def declares(self, text: str) -> float:
        """Return 1 for a text that stands in the declared body, 0 for another, -1 where that says nothing."""
        if len(text) < PROBE or not self.declared:
            return -1.0
        probe = squashed(text)
        middle = max(0, len(probe) // 2 - SHINGLE // 2)
        return float(probe[middle : middle + SHINGLE] in self.declared)
