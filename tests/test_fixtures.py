"""Whole pages, each modelled on a layout of real ones: what holds for all of them.

The fields that an editor reads on them are compared by the plugin for pytest, a test for each.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from newsparse import Article, BodyKind
from newsparse.fixtures import Case
from newsparse.readers import read
from tests.fixture_pages import explain, pages, parse

PAGES = tuple(pages())


def without_article() -> Iterator[Any]:
    """The pages of which no body is expected; where one comes out all the same, they cannot say that there is none."""
    for page in PAGES:
        if page.expected.get("body") == []:
            marks = [pytest.mark.xfail(strict=True)] if "body" in page.known_failures else []
            yield pytest.param(page, id=page.slug, marks=marks)


@pytest.mark.parametrize("page", [*without_article()])
def test_a_page_without_an_article_says_so(page: Case) -> None:
    assert parse(page).warnings


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
class TestEveryPage:
    def test_gives_the_same_article_twice(self, page: Case) -> None:
        assert parse(page) == parse(page)

    def test_gives_an_article_that_pickles(self, page: Case) -> None:
        article = parse(page)
        assert pickle.loads(pickle.dumps(article)) == article

    def test_gives_an_article_that_survives_json(self, page: Case) -> None:
        article = parse(page)
        assert Article.from_dict(json.loads(article.to_json())) == article

    def test_explains_the_article_it_parses(self, page: Case) -> None:
        assert explain(page).article == parse(page)

    def test_labels_every_visible_block_exactly_once_and_says_why(self, page: Case) -> None:
        blocks = explain(page).blocks
        labelled = [block.index for block in blocks]
        visible = {block.index for block in read(page.content, page.url).blocks if not block.hidden}
        assert len(labelled) == len(set(labelled))
        assert visible <= set(labelled)
        assert all(block.why for block in blocks)

    def test_has_nothing_in_the_body_that_is_not_on_the_page(self, page: Case) -> None:
        explanation = explain(page)
        on_page = " ".join(" ".join(block.text.split()) for block in explanation.blocks)
        pieces = [block.text for block in explanation.article.body if block.kind is not BodyKind.ROW]
        assert [text for text in pieces if text not in on_page] == []


def test_pages_are_many_and_in_many_languages() -> None:
    languages = {page.expected.get("language") for page in PAGES}
    assert len(PAGES) >= 27
    assert len(languages - {None}) >= 8


def test_every_page_was_compared_with_its_fields_by_a_person() -> None:
    assert [page.slug for page in PAGES if not page.reviewed] == []
