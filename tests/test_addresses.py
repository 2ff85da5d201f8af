"""Addresses of pages and pictures."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import addresses
from newsparse.addresses import absolute, is_article, is_elsewhere, is_picture, picture_key
from newsparse.declared import Declared
from newsparse.document import Document

PAGE = Document((), (), url="https://www.paper.example/sound/ferry-line-closes")


@pytest.mark.parametrize(
    "url",
    [
        "https://img.paper.example/2020/ferry-at-dawn.jpg",
        "https://cdn.example/2020/ferry-at-dawn-1200x800.webp?q=80&w=400",
        "/cache/640/ferry-at-dawn@2x.jpg",
        "https://proxy.example/resize?width=400&url=https%3A%2F%2Fimg.paper.example%2F2020%2Fferry-at-dawn.jpg",
        "https://proxy.example/fit/https://img.paper.example/2020/ferry-at-dawn.jpg",
    ],
)
def test_sizes_and_formats_of_one_picture_have_one_key(url: str) -> None:
    assert picture_key(url) == "ferry-at-dawn"


def test_pictures_with_a_name_that_says_nothing_are_told_apart_by_their_paths() -> None:
    assert picture_key("/a/1/image.jpg") != picture_key("/a/2/image.jpg")


def test_an_address_is_made_absolute_where_the_page_has_one() -> None:
    assert absolute("../a.jpg", PAGE) == "https://www.paper.example/a.jpg"
    assert absolute("../a.jpg", Document((), ())) == "../a.jpg"
    assert (
        absolute("/a.jpg", Document((), (), declared=Declared(canonical="https://x.example/b")))
        == "https://x.example/a.jpg"
    )


@pytest.mark.parametrize(
    "href", [None, "", "#top", "javascript:void(0)", "mailto:desk@paper.example", "data:image/gif;base64,R0"]
)
def test_what_leads_nowhere_has_no_address(href: str | None) -> None:
    assert absolute(href, PAGE) is None


def test_a_broken_address_stays_as_written() -> None:
    assert absolute("https://[broken", PAGE) == "https://[broken"


def test_a_slug_or_a_long_number_makes_an_article() -> None:
    assert is_article("/sound/bridge-to-open-in-spring")
    assert is_article("https://paper.example/a/20200101")
    assert not is_article("/sound")


def test_a_subdomain_of_the_same_site_is_not_elsewhere() -> None:
    assert not is_elsewhere("https://m.paper.example/a", PAGE)
    assert not is_elsewhere("/a", PAGE)
    assert is_elsewhere("https://shop.example.org/a", PAGE)


def test_a_picture_file_is_known_by_its_suffix() -> None:
    assert is_picture("/a/ferry.JPG?w=300")
    assert not is_picture("/a/ferry.html")


class TestWhatIsNoAddress:
    def test_it_is_a_path_and_has_no_host(self) -> None:
        assert addresses.split("//[bad").path == "//[bad"
        assert addresses.host("//[bad") == ""

    def test_it_is_joined_to_nothing(self) -> None:
        assert addresses.join("https://paper.example/", "//[bad") == "//[bad"
        assert addresses.join("//[bad", "/a") == "/a"

    @pytest.mark.parametrize("bad", ["//[bad", "http://[::1", "https://a\u2100b.example/", "http://[x]y/"])
    def test_no_page_fails_over_it(self, bad: str) -> None:
        head = f'<link rel="canonical" href="{bad}"><base href="{bad}"><meta property="og:url" content="{bad}">'
        byline = f'<p>By <a rel="author" href="{bad}">Ada Moor</a></p>'
        body = f'<h1>Bridge</h1>{byline}<img src="{bad}"><a href="{bad}">More</a>'
        for url in (None, bad, "https://paper.example/a"):
            assert newsparse.parse(f"<html><head>{head}</head><body>{body}</body></html>", url=url).title == "Bridge"
