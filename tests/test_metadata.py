"""Address, publisher, section and keywords, as the page declares them."""

from __future__ import annotations

import json
from typing import Any

import pytest

import newsparse
from newsparse import Article


def page(head: str, body: str = "", url: str | None = None) -> Article:
    return newsparse.parse(f"<html><head>{head}</head><body><h1>Bridge closes</h1>{body}</body></html>", url=url)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def json_ld(**values: Any) -> str:
    raw = json.dumps({"@type": "NewsArticle", **values})
    return f'<script type="application/ld+json">{raw}</script>'


class TestAddress:
    def test_the_canonical_one_goes_first(self) -> None:
        head = '<link rel="canonical" href="https://paper.example/a">' + meta("og:url", "https://m.paper.example/a")
        assert page(head, url="https://paper.example/a?from=x").url == "https://paper.example/a"

    def test_a_relative_one_is_made_absolute(self) -> None:
        assert page('<link rel="canonical" href="/a">', url="https://paper.example/b").url == "https://paper.example/a"

    def test_a_relative_one_without_a_base_is_none(self) -> None:
        assert page('<link rel="canonical" href="/a">').url is None

    def test_the_front_page_is_not_the_article(self) -> None:
        head = '<link rel="canonical" href="https://paper.example/">'
        assert page(head, url="https://paper.example/a").url == "https://paper.example/a"

    @pytest.mark.parametrize("written", ["javascript:void(0)", "//[bad", "ftp://paper.example/a"])
    def test_what_leads_to_no_page_is_left_out(self, written: str) -> None:
        head = f'<link rel="canonical" href="{written}">'
        assert page(head, url="https://paper.example/a").url == "https://paper.example/a"


class TestPublisher:
    def test_that_of_the_article_goes_first(self) -> None:
        head = meta("og:site_name", "courier.example") + json_ld(publisher={"name": "Island Courier"})
        assert page(head).publisher == "Island Courier"

    @pytest.mark.parametrize("publisher", ["Moor &amp; Sons", {"name": "Moor & Sons"}, [{"name": ["Moor & Sons"]}]])
    def test_it_may_be_written_in_many_ways(self, publisher: object) -> None:
        assert page(json_ld(publisher=publisher)).publisher == "Moor & Sons"

    @pytest.mark.parametrize(
        ("language", "notice", "name"),
        [
            ("zh", "海港网版权所有", "海港网"),
            ("en", "Copyright (c) 2031 Island Courier. All rights reserved", "Island Courier"),
            ("en", "© 20 Minutes Ltd.", "20 Minutes Ltd."),
            ("de", "Inselkurier GmbH", "Inselkurier GmbH"),
        ],
    )
    def test_a_notice_of_copyright_names_its_owner(self, language: str, notice: str, name: str) -> None:
        html = f'<html lang="{language}"><head><meta name="copyright" content="{notice}"></head><h1>Bridge closes</h1>'
        assert newsparse.parse(html, language=language).publisher == name

    @pytest.mark.parametrize("publisher", [None, 3, [], {}, {"name": None}, [[]]])
    def test_what_is_no_name_is_left_out(self, publisher: object) -> None:
        assert page(json_ld(publisher=publisher) + meta("og:site_name", "Courier")).publisher == "Courier"

    def test_an_account_has_no_sign_before_it(self) -> None:
        assert page('<meta name="twitter:site" content="@courier">').publisher == "courier"


class TestSection:
    def test_meta_tags_say_it(self) -> None:
        assert page(meta("article:section", "Politics")).section == "Politics"

    def test_the_article_says_it(self) -> None:
        assert page(json_ld(articleSection=["Politics", "Island"])).section == "Politics"

    @pytest.mark.parametrize("written", ["news/politics", "x" * 81])
    def test_a_path_or_a_sentence_is_none(self, written: str) -> None:
        assert page(meta("article:section", written)).section is None

    def test_a_breadcrumb_says_it_in_its_second_step(self) -> None:
        steps = [{"name": "Home"}, {"item": {"name": "Politics"}}, {"name": "Bridge closes"}]
        assert page(json_ld(**{"@type": "BreadcrumbList"}, itemListElement=steps)).section == "Politics"
        assert page(json_ld(**{"@type": "BreadcrumbList"}, itemListElement=steps[:2])).section is None

    def test_a_breadcrumb_that_is_shown_says_it_in_its_first_link_but_the_front_page(self) -> None:
        steps = '<a href="/">Home</a> / <a href="/coast">Coast</a> / <a href="/coast/bridges">Bridges</a>'
        html = f'<html><body><nav class="breadcrumb">{steps}</nav><h1>Bridge closes</h1><p>It is old.</p></body></html>'
        assert newsparse.parse(html).section == "Coast"


class TestKeywords:
    def test_links_without_anything_between_them_are_keywords_of_their_own(self) -> None:
        tags = '<div class="tags"><span><a href="/t/1">Erosion</a></span><span><a href="/t/2">Harbour</a></span></div>'
        assert page("", tags).keywords == ("Erosion", "Harbour")

    @pytest.mark.parametrize(
        "written", ["bridge, ferry", "bridge;ferry", "#bridge, ferry, bridge", " bridge ,, ferry "]
    )
    def test_a_text_is_cut_at_its_marks(self, written: str) -> None:
        assert page(meta("keywords", written)).keywords == ("bridge", "ferry")

    @pytest.mark.parametrize("name", ["news_keywords", "article:tag", "keywords", "parsely-tags"])
    def test_they_are_declared_under_several_names(self, name: str) -> None:
        assert page(meta(name, "bridge, ferry")).keywords == ("bridge", "ferry")

    def test_a_list_is_taken_as_it_is(self) -> None:
        assert page(json_ld(keywords=["bridge", {"name": "ferry"}, 3, None])).keywords == ("bridge", "ferry")

    def test_several_tags_are_put_together(self) -> None:
        assert page(meta("article:tag", "bridge") + meta("article:tag", "ferry")).keywords == ("bridge", "ferry")

    def test_the_heading_above_the_tags_shown_is_none(self) -> None:
        assert page("", '<div class="tags"><h2>Related topics</h2><p>Bridges</p></div>').keywords == ("Bridges",)

    def test_sentences_are_none(self) -> None:
        assert page(meta("keywords", "x" * 81)).keywords == ()
