"""What holds for every page: nothing raises, nothing is lost, nothing depends on chance."""

from __future__ import annotations

import pickle
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import Article

WORDS = """
the bridge of island ferry closes to all cars council voted on Tuesday evening engineers found
cracks in two piers and repairs begin Brücke für den Verkehr gesperrt Rat der Insel 12 2024 10:30 3.
May von By Foto: Photo Reuters dpa Advertisement Anzeige Newsletter Share Comments Related stories
Read also: Updated Published © | - – … “so” (AP) 橋を閉鎖 مجلس الجزيرة мост закрыт & < > " ' \u200f
\u00ad \ufffd
""".split()
NAMES = """
article body related teaser comments newsletter ad paywall byline author date kicker headline caption credit gallery
sidebar footer share tags breadcrumb correction live factbox c-box__item sc-1a2b
""".split()
CONTAINERS = """
div section article main aside header footer nav ul ol li figure figcaption table tr td blockquote p h1 h2 h3 form
""".split()
INLINE = ["a", "b", "em", "span", "time", "i"]
VOID = ["<br>", "<hr>", "<img src='a.jpg' alt='The bridge'>", "<br><br>", "<!-- a comment -->"]

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=40).map(" ".join)
texts = sentences.map(escape)


def json_ld(raw: str) -> str:
    return f'<script type="application/ld+json">{raw}</script>'


@st.composite
def elements(draw: st.DrawFn, inside: st.SearchStrategy[str], tags: list[str]) -> str:
    tag = draw(st.sampled_from(tags))
    name = f' class="{draw(st.sampled_from(NAMES))}"' if draw(st.booleans()) else ""
    link = ' href="/a/story"' if tag == "a" else ' datetime="2024-05-03T10:00:00Z"' if tag == "time" else ""
    return f"<{tag}{name}{link}>{draw(inside)}</{tag}>"


@st.composite
def runs(draw: st.DrawFn) -> str:
    """Text with inline elements and line breaks, as it stands in a paragraph."""
    parts = draw(st.lists(texts | elements(texts, INLINE) | st.sampled_from(VOID), min_size=1, max_size=4))
    return " ".join(parts)


nested = st.recursive(
    runs(),
    lambda inside: elements(st.lists(inside, min_size=1, max_size=5).map(" ".join), CONTAINERS),
    max_leaves=25,
)
heads = st.lists(
    st.sampled_from(
        [
            "<title>Bridge closes to all cars - Courier</title>",
            '<meta property="og:title" content="Bridge closes to all cars">',
            '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">',
            json_ld('{"@type": "NewsArticle", "headline": "Bridge", "author": [{}, 3, null]}'),
            json_ld('{"@type": ["NewsArticle"], "datePublished": {"a": []}, "publisher": [[]], "keywords": {},'),
            '<link rel="canonical" href="//[bad">',
            '<meta name="keywords" content="a, b;c,,">',
        ]
    ),
    max_size=3,
).map("".join)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of containers, some of them named, with inline elements and lines in several languages."""
    lang = draw(st.sampled_from(["", ' lang="en"', ' lang="de-AT"', ' lang="{{x}}"']))
    body = " ".join(draw(st.lists(nested, min_size=1, max_size=5)))
    return f"<html{lang}><head>{draw(heads)}</head><body>{body}</body></html>"


lines = st.lists(sentences | st.just(""), min_size=1, max_size=25).map("\n".join)
brief = settings(max_examples=40, deadline=None)


def parse(page: str | bytes, form: str) -> Article | str:
    """The article of a page; the name of the error where there is nothing to read."""
    try:
        return newsparse.parse(page, format="html" if form == "html" else "text")
    except newsparse.ParseError as error:
        return type(error).__name__


def visible(page: str) -> Counter[str]:
    """The words of all text nodes that a reader sees, by another parser than the library's own walk."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "lxml")
    body = soup.body
    assert body is not None
    return Counter(letters(body.get_text(" ")))


def letters(text: str) -> str:
    """The characters that neither white space nor the cutting into blocks can change."""
    return "".join(c for c in text if c.isalnum())


class TestPages:
    @brief
    @given(pages())
    def test_nothing_is_lost_and_nothing_is_counted_twice(self, page: str) -> None:
        if not visible(page):
            return
        explained = Counter(letters("".join(b.text for b in newsparse.explain(page, format="html").blocks)))
        assert explained == visible(page)

    @brief
    @given(pages())
    def test_every_block_has_a_label_and_a_reason(self, page: str) -> None:
        blocks = newsparse.explain(page, format="html").blocks
        assert len({b.index for b in blocks}) == len(blocks)
        assert all(b.rule and b.why for b in blocks)

    @brief
    @given(pages())
    def test_body_is_made_of_text_of_the_page(self, page: str) -> None:
        article = newsparse.parse(page, format="html")
        assert not Counter(letters(article.text)) - visible(page)

    @brief
    @given(pages(), st.sampled_from(["en", "de", "ja", "xx", ""]))
    def test_any_language_may_be_given(self, page: str, language: str) -> None:
        assert newsparse.parse(page, language=language).to_json()


class TestText:
    @brief
    @given(lines)
    def test_raw_text_never_raises_anything_but_parse_errors(self, text: str) -> None:
        assert parse(text, "text")

    @brief
    @given(st.text(max_size=400))
    def test_nor_do_strange_characters(self, text: str) -> None:
        assert parse(text, "text")
        assert parse(text, "html")

    @brief
    @given(st.binary(max_size=400))
    def test_nor_do_bytes(self, raw: bytes) -> None:
        assert parse(raw, "text")
        assert parse(raw, "html")


@brief
@given(pages() | lines)
def test_articles_survive_json_and_pickle(page: str) -> None:
    for form in ("html", "text"):
        article = parse(page, form)
        if isinstance(article, Article):
            assert Article.from_json(article.to_json()) == article
            assert pickle.loads(pickle.dumps(article)) == article


@settings(max_examples=3, deadline=None)
@given(st.lists(pages() | lines, min_size=10, max_size=10))
def test_the_order_of_pages_does_not_matter(ten: list[str]) -> None:
    first = [parse(page, "html") for page in ten]
    assert [parse(page, "html") for page in reversed(ten)] == first[::-1]


@settings(max_examples=3, deadline=None)
@given(st.lists(pages(), min_size=8, max_size=8))
def test_threads_do_not_disturb_each_other(some: list[str]) -> None:
    alone = [parse(page, "html") for page in some]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(parse, some, ["html"] * len(some))) == alone


@pytest.mark.parametrize("form", ["html", "text"])
@settings(max_examples=20, deadline=None)
@given(page=pages() | lines)
def test_asking_again_gives_the_same(form: str, page: str) -> None:
    assert parse(page, form) == parse(page, form)
