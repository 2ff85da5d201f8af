"""Whole pages, each modelled on a layout of real ones, and the article an editor reads on them."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from newsparse import Article, BodyKind
from newsparse.readers import read
from tests.fixture_pages import FixturePage, pages

PAGES = tuple(pages())


def case(page: FixturePage, name: str, *, of: str = "") -> Any:
    """Return the parameters of a test about one field; it has to fail where the field is known to be wrong."""
    marks = [pytest.mark.xfail(strict=True)] if name in page.known_failures else []
    return pytest.param(*((page,) if of else (page, name)), id=f"{page.slug}/{of or name}", marks=marks)


@pytest.fixture(scope="module")
def articles() -> dict[str, dict[str, Any]]:
    """Articles by slug, each page read once for all its fields."""
    return {page.slug: page.parse().to_dict() for page in PAGES}


@pytest.mark.parametrize(("page", "name"), [case(page, name) for page in PAGES for name in page.expected])
def test_field(page: FixturePage, name: str, articles: dict[str, dict[str, Any]]) -> None:
    assert told(articles[page.slug][name], page.expected[name]) == page.expected[name]


def told(value: Any, expected: Any) -> Any:
    """Return a value without the keys that *expected* is silent on."""
    if isinstance(value, dict) and isinstance(expected, dict):
        return {key: value[key] for key in value if key in expected}
    return value


@pytest.mark.parametrize("page", [case(p, "body", of="warnings") for p in PAGES if p.expected.get("body") == []])
def test_a_page_without_an_article_says_so(page: FixturePage) -> None:
    assert page.parse().warnings


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
class TestEveryPage:
    def test_gives_the_same_article_twice(self, page: FixturePage) -> None:
        assert page.parse() == page.parse()

    def test_gives_an_article_that_pickles(self, page: FixturePage) -> None:
        article = page.parse()
        assert pickle.loads(pickle.dumps(article)) == article

    def test_gives_an_article_that_survives_json(self, page: FixturePage) -> None:
        article = page.parse()
        assert Article.from_dict(json.loads(article.to_json())) == article

    def test_explains_the_article_it_parses(self, page: FixturePage) -> None:
        assert page.explain().article == page.parse()

    def test_labels_every_visible_block_exactly_once_and_says_why(self, page: FixturePage) -> None:
        blocks = page.explain().blocks
        labelled = [block.index for block in blocks]
        visible = {block.index for block in read(page.content, page.url).blocks if not block.hidden}
        assert len(labelled) == len(set(labelled))
        assert visible <= set(labelled)
        assert all(block.why for block in blocks)

    def test_has_nothing_in_the_body_that_is_not_on_the_page(self, page: FixturePage) -> None:
        explanation = page.explain()
        on_page = " ".join(" ".join(block.text.split()) for block in explanation.blocks)
        pieces = [block.text for block in explanation.article.body if block.kind is not BodyKind.ROW]
        assert [text for text in pieces if text not in on_page] == []

    def test_is_known_to_fail_only_where_something_is_expected(self, page: FixturePage) -> None:
        assert page.known_failures <= page.expected.keys()


def test_pages_are_many_and_in_many_languages() -> None:
    languages = {page.expected.get("language") for page in PAGES}
    assert len(PAGES) >= 27
    assert len(languages - {None}) >= 8
