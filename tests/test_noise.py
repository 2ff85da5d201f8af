"""What is told apart from the article by the names of its containers and by its words."""

from __future__ import annotations

import pytest

from newsparse import pipeline
from newsparse.document import Document
from newsparse.extractors.hidden import hidden
from newsparse.extractors.noise import BY_HINT, BY_TOPIC, noise
from newsparse.extractors.region import region
from newsparse.extractors.title import title
from newsparse.findings import Findings, Label, Trust
from newsparse.readers import read

PROSE = """
<p>The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
<p>Residents on the far side will have to take the ferry, which runs hourly and carries no more than twelve cars.</p>
"""

SUMMED_UP = "The bridge is closed to cars until the end of the year, and a ferry runs hourly."


def document(markup: str) -> Document:
    return read(f'<html lang="en"><body>{markup}</body></html>', form="html")


def findings(markup: str) -> Findings:
    return pipeline.run(document(markup), steps=(hidden, title, region, noise))


def labels(markup: str) -> list[Label | None]:
    """What the blocks of *markup* are taken for at the end of an article."""
    page = f"<article><h1>Bridge closes to all cars</h1>{PROSE}{markup}</article>"
    return [findings(page).label(block.index) for block in document(page).blocks[4:]]


class TestByContainer:
    @pytest.mark.parametrize(
        ("opening", "label"),
        [
            ('<section id="comments">', Label.COMMENT),
            ('<div class="ad-slot">', Label.AD),
            ('<div class="cookie-banner">', Label.CONSENT),
            ('<div class="c-newsletter__box">', Label.NEWSLETTER),
            ('<div data-testid="paywall">', Label.PAYWALL),
            ('<ul class="shareButtons">', Label.SHARE),
            ('<div role="navigation" class="breadcrumb">', Label.NAVIGATION),
            ("<nav>", Label.NAVIGATION),
            ("<footer>", Label.NAVIGATION),
            ("<form>", Label.NAVIGATION),
            ("<dialog open>", Label.NAVIGATION),
            ('<ul class="tag-list">', Label.KEYWORDS),
        ],
    )
    def test_what_it_is_called_is_what_is_in_it(self, opening: str, label: Label) -> None:
        assert labels(f"{opening}<p>The old bridge</p>") == [label]

    def test_containers_inside_are_in_it_too(self) -> None:
        assert (
            labels('<div class="newsletter"><div><p>Every morning</p></div><p>At six</p></div>')
            == [Label.NEWSLETTER] * 2
        )

    def test_of_several_names_the_graver_decides(self) -> None:
        assert labels('<section id="comments"><div class="share"><p>Ada, at noon</p></div></section>') == [
            Label.COMMENT
        ]

    def test_an_unknown_name_says_nothing(self) -> None:
        assert labels('<div class="sc-1a2b3c grid"><p>The old bridge</p></div>') == [None]

    def test_a_name_around_the_article_says_nothing_of_it(self) -> None:
        found = findings(f'<div class="newsletter-signup subscription"><h1>Bridge closes</h1>{PROSE}</div>')
        assert list(found.labelled(Label.NEWSLETTER, Label.PAYWALL)) == []

    def test_a_long_passage_is_no_appeal_whatever_it_is_called(self) -> None:
        long = (
            "<p>The engineers of the harbour have looked at every pier of the bridge and found nothing else at all.</p>"
        )
        assert labels(f'<div class="offer">{long}</div>') == [Label.PAYWALL]
        assert labels(f'<div class="offer">{long * 8}</div>') == [None] * 8

    def test_more_comments_than_text_are_comments_still(self) -> None:
        one = "<p>I have crossed this bridge every day for thirty years and have never seen anybody look at a pier.</p>"
        assert labels(f'<section id="comments">{one * 20}</section>') == [Label.COMMENT] * 20

    def test_the_headline_is_none(self) -> None:
        top = '<title>Bridge closes to all cars</title><div class="topbar"><h1>Bridge closes to all cars</h1></div>'
        found = findings(f"{top}<main>{PROSE}</main>")
        assert found.label(0) is Label.TITLE


class TestByWords:
    @pytest.mark.parametrize(
        ("line", "label"),
        [
            ("Advertisement", Label.AD),
            ("Accept all cookies", Label.CONSENT),
            ("Subscribe to continue reading", Label.PAYWALL),
            ("Sign up for our newsletter", Label.NEWSLETTER),
            ("Share on Facebook", Label.SHARE),
            ("Leave a comment", Label.COMMENT),
            ("All rights reserved", Label.NAVIGATION),
            ("3 min read", Label.OTHER),
            ("Main menu", Label.NAVIGATION),
            ("Post views: 123", Label.COUNTER),
        ],
    )
    def test_a_line_is_what_it_says(self, line: str, label: Label) -> None:
        assert labels(f"<div>{line}</div>") == [label]

    def test_a_sentence_says_nothing_of_the_kind(self) -> None:
        assert labels(
            "<p>An advertisement for the ferry hangs on the bridge, which nobody will see for a year.</p>"
        ) == [None]

    def test_the_words_of_the_page_s_language_count(self) -> None:
        doc = read(f'<html lang="de"><body><h1>Brücke</h1><div>Anzeige</div>{PROSE}</body></html>', form="html")
        assert pipeline.run(doc, lang="de", steps=(noise,)).label(1) is Label.AD

    def test_where_name_and_words_agree_there_is_no_doubt(self) -> None:
        line = "<p>Sign up for our newsletter and get the news of the island every morning at six.</p>"
        named, unnamed = (
            findings(f"<h1>Bridge</h1>{PROSE}<div {name}>{line}</div>") for name in ("class=newsletter", "")
        )
        label, doubtful = named.best_label(4), unnamed.best_label(4)
        assert label is not None
        assert doubtful is not None
        assert label.trust > Trust.MARKUP > doubtful.trust

    @pytest.mark.parametrize(("line", "sure"), [("<p>Back to top</p>", True), ("<li>Back to top</li>", False)])
    def test_a_line_that_says_nothing_else_leaves_none_either(self, line: str, sure: bool) -> None:
        label = findings(f"<h1>Bridge</h1>{PROSE}{line}").best_label(4)
        assert label is not None
        assert (label.trust > Trust.MARKUP) is sure

    def test_rates_of_playing_are_controls(self) -> None:
        assert labels("<div>0.5x</div><div>1×</div><div>400 x</div>") == [Label.COUNTER, Label.COUNTER, None]

    def test_both_say_why(self) -> None:
        found = findings(f'<h1>Bridge closes</h1>{PROSE}<div class="newsletter"><p>Share on Facebook</p></div>')
        assert [(f.label, f.why) for f in found.labels[4]] == [
            (Label.SHARE, "says share"),
            (Label.NEWSLETTER, "in a container called newsletter"),
        ]


def test_hidden_blocks_are_no_concern_of_it() -> None:
    assert labels('<div hidden class="newsletter"><p>Every morning at six</p></div>') == [Label.HIDDEN]


def test_every_hint_and_topic_has_one_label() -> None:
    assert {*BY_HINT.values(), *BY_TOPIC.values()} <= {*Label}


class TestMachines:
    @pytest.mark.parametrize("name", ["ai-summary", "article-poll"])
    def test_a_summary_by_a_machine_and_a_question_to_readers_outweigh_the_scorer(self, name: str) -> None:
        box = f'<div class="{name}"><p>{SUMMED_UP}</p></div>'
        found = findings(f"<article><h1>Bridge closes to all cars</h1>{PROSE}{box}</article>").best_label(4)
        assert found is not None
        assert found.label is Label.OTHER
        assert found.trust > Trust.MARKUP

    def test_a_summary_by_people_is_left_to_the_scorer(self) -> None:
        assert labels(
            '<div class="key-points"><p>The bridge is closed to cars until the end of the year.</p></div>'
        ) == [None]
