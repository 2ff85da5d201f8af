"""A small ensemble of decision trees that says how much a block looks like text of the article.

The trees are data (``scorer.json``, ``line_scorer.json``), grown by ``benchmarks/train`` on labelled pages
and read by plain Python.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp, inf
from typing import Any, Final

from newsparse.compiling import mypyc_attr

# Plain classes, which the compiler makes C structures of.


@mypyc_attr(acyclic=True)
class Node:
    """A part of a tree: a leaf, or a question."""

    value: Final[float]
    """What a leaf adds to the log-odds; of a question, its threshold."""

    def __init__(self, value: float) -> None:
        self.value = value


@mypyc_attr(acyclic=True)
class Question(Node):
    """A question of a tree: whether a feature is above a threshold."""

    feature: Final[int]
    """Which feature is asked for, by its place among the values."""

    low: Final[Node]
    """Where a feature up to the threshold leads."""

    high: Final[Node]
    """Where a feature above the threshold leads."""

    def __init__(self, feature: int, value: float, low: Node, high: Node) -> None:
        super().__init__(value)
        self.feature = feature
        self.low = low
        self.high = high


def _leaves(root: Node) -> list[float]:
    """Return what the leaves of a tree add to the log-odds."""
    found: list[float] = []
    open_ = [root]
    while open_:
        node = open_.pop()
        if isinstance(node, Question):
            open_ += [node.low, node.high]
        else:
            found.append(node.value)
    return found


@mypyc_attr(acyclic=True)
class Tree:
    """A tree of an ensemble, with what the trees behind it may still add to the log-odds."""

    root: Final[Node]
    """Its first question."""

    least: Final[float]
    """The least that the trees behind it add."""

    most: Final[float]
    """The most that they add."""

    def __init__(self, root: Node, least: float, most: float) -> None:
        self.root = root
        self.least = least
        self.most = most


class Scorer:
    """Trees over named features."""

    features: Final[tuple[str, ...]]
    """Names of the features, in the order in which they are handed in."""

    trees: Final[list[Tree]]
    """The trees; the sum of their leaves is the log-odds."""

    def __init__(self, features: Sequence[str], roots: Sequence[Node]) -> None:
        self.features = tuple(features)
        leaves = [_leaves(root) for root in roots]
        least, most = [min(values) for values in leaves], [max(values) for values in leaves]
        self.trees = [Tree(root, sum(least[at:], 0.0), sum(most[at:], 0.0)) for at, root in enumerate(roots, 1)]

    def score(self, values: list[float], least: float = -inf, most: float = inf) -> float:
        """Return the log-odds of a block with these features: above 0 speaks for text of the article.

        Of what cannot come to more than *least*, or to less than *most*, a bound that is no more, or no less: not all
        trees are asked.
        """
        total = 0.0
        for tree in self.trees:
            node = tree.root
            while isinstance(node, Question):
                node = node.low if values[node.feature] <= node.value else node.high
            total += node.value
            if total + tree.most <= least:
                return total + tree.most
            if total + tree.least >= most:
                return total + tree.least
        return total


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


def string_scorer() -> Scorer:
    """Return the scorer for a line of raw text going on with the sentence of the line above it."""
    return _load("string_scorer.json")


@cache  # package data, one entry a file
def _load(name: str) -> Scorer:
    raw = json.loads(files("newsparse").joinpath(name).read_text(encoding="utf-8"))
    return Scorer(raw["features"], [_tree(nodes) for nodes in raw["trees"]])


def _tree(rows: list[list[Any]]) -> Node:
    """Build a tree of its nodes, children before parents, the root last."""
    built: list[Node] = []
    for row in rows:
        if len(row) == 1:
            built.append(Node(float(row[0])))
        else:
            feature, threshold, low, high = row
            built.append(Question(int(feature), float(threshold), built[low], built[high]))
    return built[-1]
