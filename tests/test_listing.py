"""Lists of articles: front pages, sections, tags."""

from __future__ import annotations

import newsparse
from newsparse.article import Article

SUMMARIES = (
    "The last ferry over the sound leaves on Friday at noon, the harbour office said in a statement on Monday.",
    "For ninety years the boats have carried farmers, school classes and their bicycles to the other side.",
    "A bridge of concrete, opened in spring, takes over from them, although few islanders had asked for it.",
    "Two captains will work in the harbour office from the summer on; a third one wants to fish for eels.",
    "The old landing stage will be taken down in autumn, and a café is to open in the house beside it.",
)


def page(*entries: str, head: str = "") -> str:
    main = f"<main><h1>Islands</h1>{''.join(entries)}</main>"
    return f"<html lang=en><head><title>Islands - The Sound</title>{head}</head><body>{main}</body></html>"


def entry(number: int, text: str, host: str = "") -> str:
    link = f'<a href="{host}/news/ferry-line-closes-{48210 + number}">Ferry line {number} closes after ninety years</a>'
    return f"<div class=k><h2>{link}</h2><p>{text}</p><span>May {number}, 2024</span></div>"


def entries(host: str = "") -> list[str]:
    return [entry(number, text, host) for number, text in enumerate(SUMMARIES, 1)]


def read(html: str) -> Article:
    return newsparse.parse(html, url="https://sound.example/islands/")


def test_a_page_of_headlines_with_summaries_holds_no_article() -> None:
    found = read(page(*entries()))
    assert found.body == ()
    assert found.warnings == ("no article text was found",)
    assert found.published is None


def test_one_that_says_it_is_an_article_does() -> None:
    head = '<meta property="og:type" content="article">'
    assert len(read(page(*entries(), head=head)).paragraphs) == len(SUMMARIES)


def test_a_text_with_linked_headings_and_more_than_summaries_does() -> None:
    assert read(page("".join(f"<p>{text}</p>" for text in SUMMARIES), *entries())).paragraphs[:5] == SUMMARIES


def test_headings_that_lead_to_other_sites_are_those_of_an_article() -> None:
    assert len(read(page(*entries("https://museum.example.org"))).paragraphs) >= len(SUMMARIES)
