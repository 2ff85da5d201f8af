"""Who wrote it: what the page declares."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsparse import parse
from newsparse.article import Author, AuthorKind
from tests.byline_pages import PERSON, json_ld, names, page


@pytest.mark.parametrize(
    ("base", "expected"), [("", "https://a.example/p/mara"), ("/en/", "https://a.example/en/p/mara"), (None, None)]
)
def test_the_page_of_an_author_is_seen_from_the_page(base: str | None, expected: str | None) -> None:
    head = f'<base href="{base}">' if base else ""
    link = "p/mara" if base is not None else "javascript:show(7)"
    html = page(f'<p class="byline">By <a rel="author" href="{link}">Mara Lindqvist</a></p>', head=head)
    assert [author.url for author in parse(html, "https://a.example/ferry").authors] == [expected]


class TestDeclared:
    @pytest.mark.parametrize(
        "author",
        [
            PERSON,
            [PERSON],
            "Mara Lindqvist",
            ["By Mara Lindqvist"],
            {"@type": "Person", "name": ["Mara Lindqvist"]},
            {"@type": "Person", "name": {"@value": "Mara Lindqvist"}},
            {"@type": "Person", "givenName": "Mara", "familyName": "Lindqvist"},
            [[PERSON]],
            {"@type": "Person", "name": "Mara Lindqvist, The Evening Star Newsroom"},
        ],
    )
    def test_json_ld_in_all_its_forms(self, author: Any) -> None:
        assert names(page(head=json_ld(author))) == ["Mara Lindqvist"]

    def test_the_account_that_runs_the_system_is_nobody(self) -> None:
        assert names(page(head=json_ld({"@type": "Person", "name": "admin"}))) == []

    def test_two_names_in_one_are_parted(self) -> None:
        assert names(page(head=json_ld({"@type": "Person", "name": "Mara Lindqvist and Tom Reilly"}))) == [
            "Mara Lindqvist",
            "Tom Reilly",
        ]

    def test_a_reference_is_followed(self) -> None:
        graph = {"@graph": [{"@type": "Article", "author": {"@id": "#m"}}, {"@id": "#m", **PERSON}]}
        head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
        assert names(page(head=head)) == ["Mara Lindqvist"]

    def test_role_and_link_are_taken_over(self) -> None:
        author = {**PERSON, "jobTitle": "Harbour Editor", "url": "/staff/mara"}
        assert parse(page(head=json_ld(author)), "https://paper.example/1").authors == (
            Author("Mara Lindqvist", role="Harbour Editor", url="https://paper.example/staff/mara"),
        )

    def test_a_link_stays_as_written_where_the_address_of_the_page_is_unknown(self) -> None:
        assert parse(page(head=json_ld({**PERSON, "url": "/staff/mara"}))).authors[0].url == "/staff/mara"

    def test_the_photographer_is_not_the_author(self) -> None:
        assert names(page(head=json_ld(PERSON, "ImageObject"))) == []

    def test_of_several_articles_that_with_the_headline_counts(self) -> None:
        other = json_ld({"@type": "Person", "name": "Tom Reilly"}, headline="Bridge opens to much applause")
        own = json_ld(PERSON, headline="Ferry line closes after ninety years")
        assert names(page(head=other + own)) == ["Mara Lindqvist"]

    @pytest.mark.parametrize("name", ["parsely-author", "article:author", "author"])
    def test_meta_tags(self, name: str) -> None:
        head = f'<meta property="og:type" content="article"><meta name="{name}" content="Mara Lindqvist">'
        assert names(page(head=head)) == ["Mara Lindqvist"]

    def test_an_address_in_a_meta_tag_is_no_name(self) -> None:
        assert names(page(head='<meta name="article:author" content="https://social.example/paper">')) == []

    def test_a_labelled_meta_value_counts_where_the_label_says_author(self) -> None:
        head = '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="Mara Lindqvist">'
        assert names(page(head=head.format("Written by"))) == ["Mara Lindqvist"]
        assert names(page(head=head.format("Filed under"))) == []

    def test_the_author_of_a_page_that_is_no_article_made_the_site(self) -> None:
        assert names(page(head='<meta name="author" content="Mara Lindqvist">')) == []

    def test_an_organization_that_news_declare_counts_where_nobody_else_is_named(self) -> None:
        star = {"@type": "Organization", "name": "The Evening Star"}
        authors = parse(page(head=json_ld(star))).authors
        assert [(a.name, a.kind) for a in authors] == [("The Evening Star", AuthorKind.ORGANIZATION)]
        assert names(page("<p>By Mara Lindqvist</p>", head=json_ld(star))) == ["Mara Lindqvist"]

    def test_the_site_as_the_author_of_a_post_says_nothing(self) -> None:
        star = {"@type": "Organization", "name": "The Evening Star"}
        assert names(page(head=json_ld(star, "BlogPosting", publisher=star))) == []

    def test_an_account_that_keeps_the_page_counts_only_where_it_is_shown(self) -> None:
        head = '<meta property="og:type" content="article"><meta name="dcterms.creator" content="Mara Lindqvist">'
        assert names(page(head=head)) == []
        assert names(page('<p><a href="/author/mara">Mara Lindqvist</a></p>', head=head)) == ["Mara Lindqvist"]
