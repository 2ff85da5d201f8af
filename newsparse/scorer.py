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


@mypyc_attr(acyclic=True)
class Node:
    """A question of a tree, or a leaf: a plain class, which the compiler makes a C structure of."""

    feature: Final[int]
    """Which feature is asked for, by its place among the values; 0 for a leaf."""

    value: Final[float]
    """Threshold of a question; of a leaf, what it adds to the log-odds."""

    low: Final[Node | None]
    """Where a feature up to the threshold leads; None for a leaf."""

    high: Final[Node | None]
    """Where a feature above the threshold leads; None for a leaf."""

    def __init__(self, value: float, feature: int = 0, low: Node | None = None, high: Node | None = None) -> None:
        self.value = value
        self.feature = feature
        self.low = low
        self.high = high


def _leaves(root: Node) -> list[float]:
    """Return what the leaves of a tree add to the log-odds."""
    found: list[float] = []
    open_ = [root]
    while open_:
        node = open_.pop()
        if node.low is None or node.high is None:
            found.append(node.value)
        else:
            open_ += [node.low, node.high]
    return found


class Scorer:
    """Trees over named features."""

    features: Final[tuple[str, ...]]
    """Names of the features, in the order in which they are handed in."""

    trees: Final[list[Node]]
    """Roots of the trees; the sum of their leaves is the log-odds."""

    def __init__(self, features: Sequence[str], trees: Sequence[Node]) -> None:
        self.features = tuple(features)
        self.trees = list(trees)
        most = [max(_leaves(root)) for root in self.trees]
        self._rest: Final = [sum(most[at + 1 :]) for at in range(len(most))]  # the most that the trees behind each add

    def score(self, values: list[float], least: float = -inf) -> float:
        """Return the log-odds of a block with these features: above 0 speaks for text of the article.

        Of what cannot come to more than *least*, a bound that is no more either: not all trees are asked.
        """
        total = 0.0
        for root, rest in zip(self.trees, self._rest, strict=True):
            node = root
            while (low := node.low) is not None and (high := node.high) is not None:
                node = low if values[node.feature] <= node.value else high
            total += node.value
            if total + rest <= least:
                return total + rest
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
            built.append(Node(float(threshold), int(feature), built[low], built[high]))
    return built[-1]
