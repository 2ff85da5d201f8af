"""Trees over features, and the ones that ship."""

from __future__ import annotations

import pytest

from newsparse import features
from newsparse.document import Block, Document, Kind, Place
from newsparse.features import Features
from newsparse.findings import Findings
from newsparse.scorer import Node, Question, Scorer, body_scorer, line_scorer, probability
from newsparse.view import View
from newsparse.words import words_of

LONG_OR_LINKED = Question(0, 10.0, Node(-1.0), Question(1, 0.5, Node(2.0), Node(-3.0)))
LONE = Node(0.5)
OTHER = Question(1, 0.1, Node(0.25), Node(0.0))


class TestTrees:
    @pytest.mark.parametrize(
        ("values", "score"), [([5.0, 0.0], -1), ([10.0, 0.0], -1), ([11.0, 0.5], 2), ([11.0, 0.6], -3)]
    )
    def test_a_value_up_to_the_threshold_goes_left(self, values: list[float], score: float) -> None:
        assert Scorer(("length", "links"), (LONG_OR_LINKED,)).score(values) == score

    def test_leaves_of_all_trees_add_up(self) -> None:
        assert Scorer(("length", "links"), (LONG_OR_LINKED, LONE, OTHER)).score([11.0, 0.0]) == 2.75

    def test_a_score_that_cannot_come_to_more_than_asked_for_is_one_that_is_no_more(self) -> None:
        assert -1 < Scorer(("length", "links"), (LONG_OR_LINKED, LONE, OTHER)).score([5.0, 0.0], least=0.0) <= 0

    def test_a_score_that_cannot_come_to_less_than_asked_for_is_one_that_is_no_less(self) -> None:
        assert 1.5 <= Scorer(("length", "links"), (LONG_OR_LINKED, LONE, OTHER)).score([11.0, 0.0], most=1.5) < 2.75

    def test_no_tree_says_nothing(self) -> None:
        assert Scorer((), ()).score([]) == 0


class TestProbability:
    def test_even_odds_are_a_half(self) -> None:
        assert probability(0) == 0.5

    @pytest.mark.parametrize("score", [-1e9, 1e9])
    def test_extreme_odds_are_a_share_still(self, score: float) -> None:
        assert 0 < probability(score) <= 1


class TestShipped:
    def test_features_are_those_that_are_computed(self) -> None:
        assert list(body_scorer().features) == features.names()

    @pytest.mark.parametrize("scorer", [body_scorer(), line_scorer()], ids=["blocks", "lines"])
    def test_trees_ask_for_known_features_only(self, scorer: Scorer) -> None:
        pending, asked = [tree.root for tree in scorer.trees], set()
        while pending:
            node = pending.pop()
            if isinstance(node, Question):
                asked.add(node.feature)
                pending += [node.low, node.high]
        assert asked <= set(range(len(scorer.features)))

    def test_a_block_has_a_number_for_every_feature(self) -> None:
        root = Place(0, "html", None, 0)
        block = Block(0, "The bridge is closed.", Kind.TEXT, root)
        view = View(Document((block,), (root,)), Findings(), words_of("en"))
        assert len(Features(view, [block]).of(0)) == len(features.names())
