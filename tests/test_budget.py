"""What a budget limits, and what comes back where it is reached."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import html

import newsparse
from newsparse import Budget
from newsparse.readers import read

PROSE = "The bridge to the island closes to all cars on Monday, the council said after a long meeting."
PASSAGES = tuple(f"On day {number} of the works {PROSE[0].lower()}{PROSE[1:]}" for number in range(50))
PAGE = f"<html lang=en><h1>Bridge closes to all cars</h1><p>{'</p><p>'.join(PASSAGES)}</p></html>"
TEXT = "Bridge closes to all cars\n\n" + "\n\n".join(PASSAGES)


def limited(content: Any, **limits: float) -> newsparse.Article:
    return newsparse.parse(content, budget=Budget(**limits))  # type: ignore[arg-type]


@pytest.mark.parametrize("content", [PAGE, TEXT, PAGE.encode(), TEXT.encode()])
class TestOfOrdinaryPages:
    def test_the_defaults_are_never_reached(self, content: Any) -> None:
        assert newsparse.parse(content).warnings == ()

    def test_the_first_bytes_are_read(self, content: Any) -> None:
        article = limited(content, bytes=2000)
        assert article.title == "Bridge closes to all cars"
        assert 10 <= len(article.body) <= 20
        assert any("more than 2000" in warning for warning in article.warnings)

    def test_the_first_blocks_are_read(self, content: Any) -> None:
        article = limited(content, blocks=11)
        assert article.paragraphs == PASSAGES[:10]
        assert any("more than 11" in warning for warning in article.warnings)

    def test_without_time_there_is_a_warning(self, content: Any) -> None:
        assert any("out of time" in warning for warning in limited(content, seconds=-1.0).warnings)

    def test_explain_has_the_same_limits(self, content: Any) -> None:
        assert len(newsparse.explain(content, budget=Budget(blocks=5)).blocks) == 5


class TestOfTheInput:
    def test_no_character_is_cut_in_two(self) -> None:
        raw = "Die Brücke schließt für alle Autos. ".encode() * 50
        for most in range(700, 720):
            article = limited(raw, bytes=most)
            assert article.evidence["encoding"].raw == "utf-8"
            assert "\ufffd" not in article.text

    def test_trees_and_soups_are_limited_too(self) -> None:
        for content in (html.fromstring(PAGE), BeautifulSoup(PAGE, "html.parser")):
            assert limited(content, blocks=11).paragraphs == PASSAGES[:10]

    def test_declarations_behind_the_last_block_are_still_read(self) -> None:
        page = PAGE + '<script type="application/ld+json">{"@type": "Article", "datePublished": "2024-05-03"}</script>'
        published = limited(page, blocks=11).published
        assert published is not None
        assert published.year == 2024

    @pytest.mark.parametrize("kind", ["<img src=a.jpg>", "<div></div>", "<button>x</button>x", "x<br><br>"])
    def test_nothing_else_of_a_page_grows_beyond_its_blocks(self, kind: str) -> None:
        doc = read("<p>x</p>" + kind * 1000, meter=newsparse.budget.Meter(Budget(blocks=20)))
        assert len(doc.blocks) <= 20
        assert len(doc.pictures) <= 20
        assert len(doc.places) <= 80
        assert any("more than 20 blocks" in warning for warning in doc.warnings)

    def test_a_large_page_ends_with_its_elements(self) -> None:
        doc = read("<i>x</i> " * 100_000, meter=newsparse.budget.Meter(Budget(blocks=10)))
        assert doc.warnings == ("more than 200 elements: the rest was not read",)


class TestOfNesting:
    def test_deeper_containers_are_read_as_one(self) -> None:
        page = (
            "<h1>Bridge closes</h1>" + "<div>" * 50 + f"<p>{PROSE}</p><p>{PROSE}</p>" + "</div>" * 50 + "<p>The end</p>"
        )
        doc = read(page, meter=newsparse.budget.Meter(Budget(nesting=20)))
        assert [b.text for b in doc.blocks] == ["Bridge closes", PROSE, PROSE, "The end"]
        assert max(p.depth for p in doc.places) == 20
        assert doc.warnings == ("containers nested deeper than 20 were not told apart",)

    @pytest.mark.parametrize("depth", [10, 300, 2500, 9000])
    def test_text_is_read_at_any_depth(self, depth: int) -> None:
        for start, end in (("<div>x", "</div>"), ("<b>x", "</b>"), ("<ul><li>x", "</ul>")):
            page = f"<p>Above</p>{start * depth}<p>{PROSE}</p>{end * depth}<p>Below</p>"
            text = "".join(b.text for b in read(page).blocks)
            assert text.count("x") == depth
            assert text.startswith("Above")
            assert text.endswith(f"{PROSE}Below")

    def test_the_page_is_read_alike_however_it_is_built(self) -> None:
        page = f"<p>Above</p><div class=x>{'<p>' + PROSE + '</p>'}<a href=/a>Read</a></div><p>Below"
        small, large = read(page), read(page + "<!-- nothing -->" * 50_000)
        assert [(b.text, b.path, b.links) for b in small.blocks] == [(b.text, b.path, b.links) for b in large.blocks]


@pytest.mark.parametrize("encoded", [True, False])
def test_pictures_within_the_page_do_not_count(encoded: bool) -> None:
    picture = "<img src='data:image/png;base64," + "iVBO" * 200 + "'>"
    page = PAGE.replace("<p>", f"<p>{picture}")
    article = limited(page.encode() if encoded else page, bytes=10_000)
    assert article.paragraphs == PASSAGES
    assert article.warnings == ()
