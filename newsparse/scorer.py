"""A small ensemble of decision trees that says how much a block looks like text of the article.

The trees are data (``scorer.json``, ``line_scorer.json``), grown by ``benchmarks/train`` on labelled pages
and read by plain Python.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import exp, inf
from operator import or_
from struct import Struct
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from newsparse.lanes import Lanes

LANES: Final = ((16, "H"), (32, "I"), (64, "Q"))  # widths of a lane in bits, as ``struct`` cuts them

Node: TypeAlias = "tuple[int, float, Node, Node] | float"
"""An inner node is (feature, threshold, where the feature is at most that, where it is more); a leaf is its value."""

Closing: TypeAlias = tuple[int, float, int, int]
"""What a node closes: (feature, threshold, first leaf closed above it, first leaf behind these)."""


@frozen(eq=False)
class Scorer:
    """Trees over named features."""

    features: tuple[str, ...]
    """Names of the features, in the order in which they are handed in."""

    trees: tuple[Node, ...]
    """The trees; the sum of their leaves is the log-odds."""

    lanes: Lanes = field(init=False, repr=False)
    """The trees as they are read."""

    @lanes.default
    def _lanes(self) -> Lanes:
        return laid(self.trees, len(self.features))

    def score(self, values: Sequence[float]) -> float:
        """Return the log-odds of a block with these features: above 0 speaks for text of the article."""
        return self.lanes.score(values)


def laid(trees: Sequence[Node], features: int) -> Lanes:
    """Lay trees side by side."""
    leaves: list[list[float]] = [[] for _ in trees]
    nodes: list[list[Closing]] = [[] for _ in trees]
    for tree, own_leaves, own_nodes in zip(trees, leaves, nodes, strict=True):
        _count(tree, own_leaves, own_nodes)
    width, code = next((w, c) for w, c in LANES if all(len(own) <= w for own in leaves))
    whole = sum(((1 << len(own)) - 1) << (at * width) for at, own in enumerate(leaves))
    closed: list[dict[float, int]] = [{} for _ in range(features)]
    for at, own_nodes in enumerate(nodes):
        for feature, threshold, first, end in own_nodes:
            bits = ((1 << end) - (1 << first)) << (at * width)
            closed[feature][threshold] = closed[feature].get(threshold, 0) | bits
    return Lanes(
        whole,
        sum(1 << (at * width) for at in range(len(leaves))),
        [min(by, default=inf) for by in closed],
        [sorted(by) for by in closed],
        [_left(whole, [by[t] for t in sorted(by)]) for by in closed],
        [{1 << n: value for n, value in enumerate(own)} for own in leaves],
        Struct(f"<{len(leaves)}{code}"),
    )


def _left(whole: int, closed: Sequence[int]) -> list[int]:
    """Return what stays open above none, one, two … of the thresholds."""
    return [whole & ~bits for bits in accumulate(closed, or_, initial=0)]


def _count(node: Node, leaves: list[float], nodes: list[Closing]) -> None:
    """Number the leaves below a node from left to right, and note which of them each node closes."""
    if not isinstance(node, tuple):
        leaves.append(node)
        return
    feature, threshold, left, right = node
    first = len(leaves)
    _count(left, leaves, nodes)
    nodes.append((feature, threshold, first, len(leaves)))
    _count(right, leaves, nodes)


def probability(score: float) -> float:
    """Return log-odds as a probability, 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def body_scorer() -> Scorer:
    """Return the scorer for text of the article on pages with markup."""
    return _load("scorer.json")


def line_scorer() -> Scorer:
    """Return the scorer for text of the article in raw text."""
    return _load("line_scorer.json")


def head_scorer(role: str) -> Scorer:
    """Return the scorer for a line of raw text being the "title" or the "subtitle"."""
    return _load(f"{role}_scorer.json")


@cache  # package data, one entry a file
def _load(name: str) -> Scorer:
    raw = json.loads(files("newsparse").joinpath(name).read_text(encoding="utf-8"))
    return Scorer(features=tuple(raw["features"]), trees=tuple(map(_tree, raw["trees"])))


def _tree(nodes: list[list[Any]]) -> Node:
    """Build a tree of its nodes, children before parents, the root last."""
    built: list[Node] = []
    for node in nodes:
        if len(node) == 1:
            built.append(float(node[0]))
        else:
            feature, threshold, left, right = node
            built.append((int(feature), float(threshold), built[left], built[right]))
    return built[-1]
