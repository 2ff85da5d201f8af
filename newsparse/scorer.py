"""A small ensemble of decision trees that says how much a block looks like text of the article.

The trees are data (``scorer.json``, ``line_scorer.json``), grown by ``benchmarks/train`` on labelled pages
and read by plain Python.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, TypeAlias

from attrs import frozen

Node: TypeAlias = "tuple[int, float, Node, Node] | float"
"""An inner node is (feature, threshold, where the feature is at most that, where it is more); a leaf is its value."""


@frozen(eq=False)
class Scorer:
    """Trees over named features."""

    features: tuple[str, ...]
    """Names of the features, in the order in which they are handed in."""

    trees: tuple[Node, ...]
    """The trees; the sum of their leaves is the log-odds."""

    def score(self, values: Sequence[float]) -> float:
        """Return the log-odds of a block with these features: above 0 speaks for text of the article."""
        total = 0.0
        for tree in self.trees:
            node = tree
            while isinstance(node, tuple):
                node = node[2] if values[node[0]] <= node[1] else node[3]
            total += node
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
