"""What speaks for and against a block being text of the article, as numbers; the scorer's only input."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import Final, TypeAlias

from newsparse.declared import Declared
from newsparse.document import Block, Group, Kind, Place
from newsparse.findings import Label
from newsparse.letters import capitals, squashed
from newsparse.lexicons import Topic
from newsparse.markup import NONE
from newsparse.punctuation import STOPS
from newsparse.view import View, width

KINDS: Final = (Kind.TEXT, Kind.ROW, Kind.CODE)
LIST_TAGS: Final = ("ul", "ol", "dl")
LISTS: Final = (Group.LIST, Group.ORDERED_LIST)
GROUPS: Final = (Group.TABLE, Group.ARTICLE, Group.MAIN)
AROUND: Final = (
    "advertising", "comments", "consent", "factbox", "footer", "form", "navigation", "related", "section", "share",
    "sidebar",
)  # fmt: skip
OWN: Final = ("comments", "footer", "sidebar")
COMMAS: Final = ",，、،"
TOPICS: Final = ((Topic.ADVERTISING, Topic.PROMOTION), (Topic.RELATED, Topic.READ_ALSO))
UNSAID: Final = [0.0] * len(TOPICS)
SAMPLE: Final = 200  # characters whose digits and capitals are counted
LEVELS: Final = 4  # containers around a block whose share of the page's prose is looked at
NEAR: Final = (1, 3, 8)  # blocks to each side that make up the neighbourhood
SHINGLE: Final = 40  # characters compared when a block is looked up in the declared body
MUCH: Final = 20_000.0  # weight of prose beyond which a page is long and nothing more can be told from it
MANY: Final = 300  # the same for its blocks
PROBE: Final = 20  # characters; shorter blocks stand in any text by chance
FAR: Final = 60  # blocks; more distance says no more


Shape: TypeAlias = tuple[str, str, str, str]
"""What equal looking blocks have in common: tag and names of their container and of the one around it."""

Asked: TypeAlias = tuple[frozenset[str], frozenset[str], tuple[str, ...]]
"""The hints of a container, those of the one around it, and which of them are asked for."""


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
        self.sums: Final = Sums(view)
        self.by_place: Final[dict[int, list[float]]] = {}  # features of the containers asked for so far
        self.by_hints: Final[dict[Asked, list[float]]] = {}  # what `called` has answered: a page has few sets of hints
        self.cumulated: Final = cumulated(view, blocks)
        self.neighbourhoods: Final = neighbourhoods(blocks, self.cumulated)
        self.text_counts: Final = Counter([b.text for b in view.doc.blocks])
        self.title_at: Final = next(view.found.labelled(Label.TITLE), -1)  # -1 where none is known
        self.title_weight: Final = self.weight_before(self.title_at)
        self.first_comment: Final = first_comment(view, self.title_at)
        self.declared_body: Final = declared_body(view.doc.declared)
        self.description: Final = description(view.doc.declared)
        self.sizes: Final = [log(min(self.total, MUCH) + 1), log(min(len(blocks), MANY) + 1)]  # prose, blocks

    def of(self, at: int) -> list[float]:
        """Return the features of the block at position *at* of ``blocks``."""
        block = self.blocks[at]
        return self.text_of(block) + self.place_features(block.place) + self.context_of(block, at)

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
            float(words),
            size / words,
            float(text[-1] in STOPS),
            commas(text) / size,
            capitals(sample) / len(sample),
            block.linked / size,
            block.strong / size,
            float(block.level),
            float(width(text) > 1),
            *[float(block.kind is k) for k in KINDS],
            *([float(not topics.isdisjoint(group)) for group in TOPICS] if topics else UNSAID),
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
        view = self.view
        total = self.total
        parent = place.parent
        looks = shape(place)
        return [
            *[float(place.group is g) for g in GROUPS],
            *self.called(view.around_place(place), AROUND),
            *self.called(view.hints(place), OWN, view.hints(parent) if parent else NONE),
            *self.shares_of(place),
            self.sums.parents.get(parent.index if parent else 0, 0.0) / total,
            self.sums.shapes.get(looks, 0.0) / total,
            float(self.sums.alike[looks]),
            *self.list_of(place),
            *self.trunk_of(place),
            float(place.depth),
        ]

    def called(self, hints: frozenset[str], asked: tuple[str, ...], more: frozenset[str] = NONE) -> list[float]:
        """Return which of the hints asked for are among those of a container, or among *more*."""
        key = (hints, more, asked)
        known = self.by_hints.get(key)
        if known is None:
            known = self.by_hints[key] = [float(h in hints or h in more) for h in asked]
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
        missing = LEVELS - len(shares)
        return shares + [1.0] * missing + links + [links[-1]] * missing

    def list_of(self, place: Place) -> list[float]:
        """Return the link share and the number of items of the list around a place; -1, 0 outside of lists."""
        if place.group not in LISTS:
            return [-1.0, 0.0]
        around: Place | None = place
        while around is not None and around.tag not in LIST_TAGS:
            around = around.parent
        if around is None:
            return [-1.0, 0.0]
        return [self.sums.link_share(around), float(self.sums.items[around.index])]

    def trunk_of(self, place: Place) -> list[float]:
        """Return whether the place lies in the region's container, and how far below."""
        region = self.view.found.region
        if region is None or not place.lies_in(region.place):
            return [0.0, -1.0]
        return [1.0, float(place.depth - region.place.depth)]

    # --- the sequence -----------------------------------------------------------------------------------------------

    def context_of(self, block: Block, at: int) -> list[float]:
        """Return what the order of the page shows."""
        cum, total = self.cumulated, self.total
        upto, title = cum[at], self.title_at
        return [
            float(max(-FAR, min(FAR, block.index - title)) if title >= 0 else -FAR - 1),
            upto / total,
            (upto - self.title_weight) / total,
            (cum[-1] - cum[at + 1]) / total,
            at / len(self.blocks),
            self.view.weight(self.blocks[at + 1]) if at + 1 < len(self.blocks) else 0.0,
            *self.neighbourhoods[at],
            float(self.text_counts[block.text] - 1),
            *self.declares(block.text),
            float(block.index > self.first_comment),
            *self.sizes,
        ]

    def weight_before(self, index: int) -> float:
        """Return the weight of the blocks looked at before the one of that ``index``."""
        for at, block in enumerate(self.blocks):
            if block.index >= index:
                return self.cumulated[at]
        return 0.0

    def declares(self, text: str) -> list[float]:
        """Whether a text stands in the declared body, and whether the declared description begins with it.

        For the body 1 is yes, 0 no, -1 for a short text or without a declared body.
        """
        if len(text) < PROBE or not (self.declared_body or self.description):
            return [-1.0, 0.0]
        probe = squashed(text)
        middle = max(0, len(probe) // 2 - SHINGLE // 2)
        told = float(probe[middle : middle + SHINGLE] in self.declared_body) if self.declared_body else -1.0
        return [told, float(bool(self.description) and probe[:SHINGLE] in self.description)]


class Sums:
    """What the containers of a page hold."""

    def __init__(self, view: View) -> None:
        places = view.doc.places
        self.chars: Final = [0] * len(places)  # by place: characters in it
        self.linked: Final = [0] * len(places)  # by place: those inside links
        self.items: Final = [0] * len(places)  # by place: list items directly in it
        self.parents: Final[dict[int, float]] = {}  # by place: weight of the blocks directly in its children
        self.shapes: Final[dict[Shape, float]] = {}  # weight of all blocks that look alike
        self.alike: Final[dict[Shape, int]] = {}  # number of blocks that look alike
        for block in view.visible:
            self.add(block, view.weight(block))
        for place in reversed(places):
            if (parent := place.parent) is not None:
                self.chars[parent.index] += self.chars[place.index]
                self.linked[parent.index] += self.linked[place.index]
                self.items[parent.index] += place.tag == "li"

    def add(self, block: Block, weight: float) -> None:
        """Count a block in the container that it stands in directly."""
        place = block.place
        parent, looks = place.parent, shape(place)
        self.chars[place.index] += len(block.text)
        self.linked[place.index] += block.linked
        self.alike[looks] = self.alike.get(looks, 0) + 1
        if weight:
            above = parent.index if parent else 0
            self.parents[above] = self.parents.get(above, 0.0) + weight
            self.shapes[looks] = self.shapes.get(looks, 0.0) + weight

    def link_share(self, place: Place) -> float:
        """Return the share of links in a container."""
        chars = self.chars[place.index]
        return self.linked[place.index] / chars if chars else 0.0


def cumulated(view: View, blocks: list[Block]) -> list[float]:
    """Return the weight of the blocks before each position, and of all at the end."""
    weight, sums = 0.0, [0.0]
    for block in blocks:
        weight += view.weight(block)
        sums.append(weight)
    return sums


def neighbourhoods(blocks: list[Block], weights: list[float]) -> list[list[float]]:
    """Return the mean weight of each block and its neighbours, in widening circles, and the share of links there.

    *weights* is what ``cumulated`` gives.
    """
    chars, linked = [0], [0]
    for block in blocks:
        chars.append(chars[-1] + len(block.text))
        linked.append(linked[-1] + block.linked)
    found: list[list[float]] = []
    for at in range(len(blocks)):
        means: list[float] = []
        links: list[float] = []
        for n in NEAR:
            low, high = max(0, at - n), min(at + n + 1, len(blocks))
            size = chars[high] - chars[low]
            means.append((weights[high] - weights[low]) / (high - low))
            links.append((linked[high] - linked[low]) / size if size else 0.0)
        found.append(means + links)
    return found


def declared_body(declared: Declared) -> str:
    """Return the longest declared ``articleBody``, squeezed to letters as ``squashed`` does."""
    bodies = [o.get("articleBody") for o in declared.json_ld]
    longest = max([b for b in bodies if isinstance(b, str)], key=len, default="")
    return squashed(longest)


def description(declared: Declared) -> str:
    """Return the declared descriptions, squeezed to letters as ``squashed`` does."""
    return squashed(" ".join((declared.first("description") or "", declared.first("og:description") or "")))


def first_comment(view: View, title: int) -> int:
    """Return the first block below the headline that is a comment; a number beyond all blocks where there is none."""
    return next((i for i in view.found.labelled(Label.COMMENT) if i > title), len(view.doc.blocks))


def commas(text: str) -> int:
    """Return the number of commas of any script."""
    return text.count(",") if text.isascii() else sum([text.count(comma) for comma in COMMAS])


def shape(place: Place) -> Shape:
    """Return what equal looking blocks have in common: the names of their container and of the one around it."""
    parent = place.parent
    return (place.tag, place.names, parent.tag, parent.names) if parent else (place.tag, place.names, "", "")
