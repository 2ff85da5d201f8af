"""What became of every piece of a page, and why."""

from __future__ import annotations

from collections import Counter

import pytest

import newsparse
from newsparse import pipeline
from newsparse.findings import Label
from newsparse.readers import read

PAGE = """
<html lang="en"><head><title>Bridge closes to all cars - Island Courier</title>
<meta property="og:title" content="Bridge closes to all cars">
<meta property="og:site_name" content="Island Courier">
<link rel="canonical" href="https://courier.example/bridge">
<meta property="og:url" content="https://m.courier.example/bridge">
</head><body>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article>
<h1>Bridge closes to all cars</h1>
<p class="byline">By <a href="/ada" rel="author">Ada Moor</a></p>
<p>The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
<div class="ad">Advertisement</div>
<p>Residents on the far side will have to take the ferry, which runs every hour and carries no more than twelve.</p>
<p hidden>This line is not shown to anybody.</p>
</article>
<footer><p>All rights reserved.</p></footer>
</body></html>
"""
TEXT = """Bridge closes to all cars

By Ada Moor

The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of the year.

Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.

Advertisement

Residents on the far side will have to take the ferry, which runs every hour and carries no more than twelve cars.
"""

pages = pytest.mark.parametrize("page", [PAGE, TEXT], ids=["html", "text"])


def label(text: str) -> Label:
    return next(b.label for b in newsparse.explain(PAGE).blocks if b.text.startswith(text))


class TestBlocks:
    @pages
    def test_every_visible_block_is_there_once_in_page_order(self, page: str) -> None:
        visible = [b.index for b in read(page).blocks if not b.hidden]
        assert [b.index for b in newsparse.explain(page).blocks] == visible

    @pages
    def test_every_block_says_which_rule_decided_and_why(self, page: str) -> None:
        assert [b for b in newsparse.explain(page).blocks if not (b.rule and b.why)] == []

    @pages
    def test_rules_are_steps_of_the_pipeline(self, page: str) -> None:
        steps = {step.__name__ for step in pipeline.STEPS}
        assert {b.rule for b in newsparse.explain(page).blocks} <= steps

    @pages
    def test_trust_is_a_share(self, page: str) -> None:
        assert all(0 <= b.trust <= 1 for b in newsparse.explain(page).blocks)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("News", Label.NAVIGATION),
            ("Bridge closes", Label.TITLE),
            ("By Ada", Label.BYLINE),
            ("The council", Label.BODY),
            ("Advertisement", Label.AD),
            ("All rights", Label.NAVIGATION),
        ],
    )
    def test_a_block_has_the_label_of_what_it_is(self, text: str, expected: Label) -> None:
        assert label(text) is expected

    def test_a_hidden_block_is_left_out(self) -> None:
        assert [b for b in newsparse.explain(PAGE).blocks if "not shown" in b.text] == []

    def test_a_block_tells_where_it_stands(self) -> None:
        byline = next(b for b in newsparse.explain(PAGE).blocks if b.label is Label.BYLINE)
        assert byline.path[-2:] == ("article", "p.byline")

    def test_raw_text_has_no_containers(self) -> None:
        assert {b.path for b in newsparse.explain(TEXT).blocks} == {()}

    def test_a_block_tells_the_labels_that_lost(self) -> None:
        byline = next(b for b in newsparse.explain(PAGE).blocks if b.label is Label.BYLINE)
        assert [(one.label, one.rule) for one in byline.lost] == [(Label.BYLINE, "byline")]
        assert all(one.trust <= byline.trust for one in byline.lost)


class TestSources:
    @pages
    def test_a_field_names_the_blocks_that_say_it(self, page: str) -> None:
        explanation = newsparse.explain(page)
        for name, of in (("title", Label.TITLE), ("authors", Label.BYLINE), ("body", Label.BODY)):
            assert explanation.sources[name] == tuple(b.index for b in explanation.blocks if b.label is of)

    def test_a_declared_value_that_is_shown_too_is_traced_to_where_it_is_shown(self) -> None:
        declared = PAGE.replace("</head>", '<meta name="author" content="Ada Moor"></head>')
        assert newsparse.explain(declared).sources["authors"] == newsparse.explain(PAGE).sources["authors"]

    def test_a_value_that_is_only_declared_has_none(self) -> None:
        assert "publisher" not in newsparse.explain(PAGE).sources

    def test_only_blocks_that_are_explained_are_named(self) -> None:
        explanation = newsparse.explain(PAGE)
        assert {i for blocks in explanation.sources.values() for i in blocks} <= {b.index for b in explanation.blocks}


class TestArticle:
    @pages
    def test_it_is_the_one_that_parse_returns(self, page: str) -> None:
        assert newsparse.explain(page).article == newsparse.parse(page)

    @pages
    def test_the_body_is_what_is_labelled_so(self, page: str) -> None:
        explanation = newsparse.explain(page)
        texts = [b.text for b in explanation.blocks if b.label is Label.BODY]
        assert [piece.text for piece in explanation.article.body] == texts

    @pages
    def test_every_value_has_evidence(self, page: str) -> None:
        article = newsparse.parse(page)
        assert {"title", "authors", "body", "language"} <= article.evidence.keys()

    @pages
    def test_evidence_names_a_rule(self, page: str) -> None:
        steps = {step.__name__ for step in pipeline.STEPS} | {"language"}
        assert {e.rule for e in newsparse.parse(page).evidence.values()} <= steps


class TestLost:
    def test_values_not_taken_are_listed(self) -> None:
        lost = newsparse.explain(PAGE, url="https://courier.example/bridge?from=home").lost
        assert [c.value for c in lost if c.field.name == "url"] == [
            "https://m.courier.example/bridge",
            "https://courier.example/bridge?from=home",
        ]

    def test_values_taken_are_not(self) -> None:
        explanation = newsparse.explain(PAGE)
        assert [c for c in explanation.lost if c.value == getattr(explanation.article, c.field.name)] == []

    def test_the_most_trusted_come_first(self) -> None:
        trust = [c.trust for c in newsparse.explain(PAGE).lost]
        assert trust == sorted(trust, reverse=True)


@pages
def test_asking_again_gives_the_same(page: str) -> None:
    assert newsparse.explain(page).blocks == newsparse.explain(page).blocks


def test_every_word_of_the_page_is_in_one_block() -> None:
    words = Counter(word for b in newsparse.explain(TEXT).blocks for word in b.text.split())
    assert words == Counter(TEXT.split())


def test_a_line_that_nobody_claims_is_accounted_for_too() -> None:
    bare = "<p>Island</p><p>of</p><p>The council of the island voted on Tuesday evening to close the bridge.</p>"
    assert [b.why for b in newsparse.explain(bare).blocks if not b.rule or not b.why] == []
