"""Another article below the one that the page is about is not part of it."""

from __future__ import annotations

from newsparse import Article, explain, parse

FIRST = """
<p>The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
<p>Residents on the far side will have to take the ferry, which runs hourly and carries no more than twelve cars.</p>
"""
SECOND = """
<p>The town band has been rehearsing since September in the former net store, which volunteers have done up.</p>
<p>Its first concert is on Saturday at eight; admission is free until all of the two hundred chairs are taken.</p>
"""


def article(markup: str) -> Article:
    return parse(f'<html lang="en"><body>{markup}</body></html>', format="html")


def test_an_article_with_an_h1_of_its_own_is_left_out() -> None:
    found = article(
        f"<article><h1>Bridge closes to all cars</h1>{FIRST}</article>"
        f"<article><h1>Band moves into the net store</h1>{SECOND}</article>"
    )
    assert found.title == "Bridge closes to all cars"
    assert len(found.paragraphs) == 3


def test_it_is_accounted_for() -> None:
    page = (
        f"<article><h1>Bridge closes to all cars</h1>{FIRST}</article>"
        f"<article><h1>Band moves into the net store</h1>{SECOND}</article>"
    )
    last = explain(page, format="html").blocks[-1]
    assert last.rule == "neighbours"
    assert "another article" in last.why


def test_sections_of_one_article_may_each_have_an_h1() -> None:
    found = article(
        f"<article><h1>Bridge closes to all cars</h1>{FIRST}"
        f"<section><h1>What the band does meanwhile</h1>{SECOND}</section></article>"
    )
    assert len(found.paragraphs) == 6  # and a heading


def test_a_headline_above_its_article_and_an_h1_in_it_are_one_article() -> None:
    found = article(
        f"<div><h1>Bridge closes to all cars</h1></div><article><h1>Why the bridge closes</h1>{FIRST}</article>"
    )
    assert len(found.paragraphs) == 3
