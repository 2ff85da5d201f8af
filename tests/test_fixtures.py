"""Whole pages, each modelled on a layout of real ones, and the article an editor reads on them."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from newsparse import Article, Explanation
from newsparse.findings import Label
from tests.fixture_pages import FixturePage, pages

PAGES = tuple(pages())


def fields() -> list[Any]:
    """Return (page, field) for everything that is expected; strict xfail where it is known to be wrong."""
    return [
        pytest.param(
            page,
            name,
            id=f"{page.slug}/{name}",
            marks=[pytest.mark.xfail(strict=True)] if name in page.known_failures else [],
        )
        for page in PAGES
        for name in page.expected
    ]


@pytest.fixture(scope="module")
def articles() -> dict[str, dict[str, Any]]:
    """Articles by slug, each page read once for all its fields."""
    return {page.slug: page.parse().to_dict() for page in PAGES}


@pytest.mark.parametrize(("page", "name"), fields())
def test_field(page: FixturePage, name: str, articles: dict[str, dict[str, Any]]) -> None:
    assert seen(articles[page.slug][name], page.expected[name]) == page.expected[name]


def seen(value: Any, expected: Any) -> Any:
    """Return a value without the parts that *expected* is silent on."""
    if isinstance(value, dict) and isinstance(expected, dict):
        return {key: value[key] for key in value if key in expected}
    return value


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

    def test_explains_what_it_parses(self, page: FixturePage) -> None:
        assert page.explain().article == page.parse()

    def test_accounts_for_every_visible_block_once(self, page: FixturePage) -> None:
        blocks = accounted(page.explain())
        assert len(blocks) == len(set(blocks)) > 0

    def test_body_is_what_is_labelled_so(self, page: FixturePage) -> None:
        explanation = page.explain()
        said = " ".join(block.text for block in explanation.blocks)
        assert all(first_words(block.text) in said for block in explanation.article.body)

    def test_known_failures_are_fields_that_are_expected(self, page: FixturePage) -> None:
        assert page.known_failures <= page.expected.keys()


def accounted(explanation: Explanation) -> list[int]:
    """Return the blocks that have a label and a reason."""
    return [block.index for block in explanation.blocks if isinstance(block.label, Label) and block.why]


def first_words(text: str) -> str:
    """Return enough of a paragraph to find it again."""
    return " ".join(text.split()[:5])


def test_pages_are_many_and_in_many_languages() -> None:
    languages = {page.expected.get("language") for page in PAGES}
    assert len(PAGES) >= 27
    assert len(languages - {None}) >= 8
