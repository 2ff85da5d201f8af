"""Boxes that ask readers for something are told apart from the article as wholes."""

from __future__ import annotations

import pytest

from newsparse import pipeline
from newsparse.extractors.appeals import appeals
from newsparse.extractors.hidden import hidden
from newsparse.extractors.noise import noise
from newsparse.extractors.region import region
from newsparse.extractors.title import title
from newsparse.findings import Label
from newsparse.readers import read

PROSE = """
<p>The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
<p>Residents on the far side will have to take the ferry, which runs hourly and carries no more than twelve cars.</p>
<p>The mayor said that nobody had wanted this, least of all in the weeks in which the herring are landed.</p>
<p>A second ferry has been asked for on the mainland, where the harbour office is to answer within ten days.</p>
"""
PUZZLE = "The daily crossword, and the tide tables for the week as a file to print."
COMMISSION = "We may earn a commission if you buy through this link."
PROMISES = f"<ul><li>All the stories of the Herald and of its sister papers on the mainland.</li><li>{PUZZLE}</li></ul>"


def labels(box: str) -> dict[str, Label | None]:
    """What the blocks of a page with *box* in its article are taken for, by text."""
    page = f'<html lang="en"><body><article><h1>Bridge closes to all cars</h1>{PROSE}{box}</article></body></html>'
    doc = read(page, form="html")
    found = pipeline.run(doc, steps=(hidden, title, region, noise, appeals))
    return {block.text: found.label(block.index) for block in doc.blocks}


@pytest.mark.parametrize(
    "opening",
    [
        "<h2>This content is reserved for subscribers</h2>",
        "<h2>Island Herald</h2><p>Create an account or sign in to continue reading.</p>",
    ],
)
def test_what_a_subscription_promises_is_part_of_the_appeal(opening: str) -> None:
    assert labels(f"<div>{opening}{PROMISES}</div>")[PUZZLE] is Label.PAYWALL


def test_a_list_for_which_nothing_is_asked_is_not() -> None:
    assert labels(f"<div><h2>What the council promised</h2>{PROMISES}</div>")[PUZZLE] is None


def test_an_appeal_does_not_take_the_article_around_it_along() -> None:
    found = labels("<p>This content is reserved for subscribers.</p><p>The ferry costs four crowns.</p>")
    assert found["The ferry costs four crowns."] is None


def test_text_before_an_appeal_in_the_same_container_is_not_part_of_it() -> None:
    box = f"<div><p>Who lives there?</p><p>Mostly fishermen.</p><p>Subscribe now to read on.</p>{PROMISES}</div>"
    assert labels(box)["Mostly fishermen."] is None


def test_a_menu_that_begins_with_a_subscription_stays_a_menu() -> None:
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Harbour", "Weather", "Culture"))
    found = labels(f'<ul><li><a href="/shop">Subscribe now to read on</a></li>{links}</ul>')
    assert found["Harbour"] is not Label.PAYWALL


def test_a_table_of_cookies_is_consent_however_long_it_is() -> None:
    row = "This cookie is set by the counter of the site and is kept for a year to tell returning visitors apart."
    found = labels(f'<div class="cookie-banner"><h2>Cookie settings</h2>{f"<p>{row}</p>" * 40}</div>')
    assert found[row] is Label.CONSENT


class TestShops:
    """A small box that is called one that sells, and says that it does, is an advertisement as a whole."""

    def test_what_is_sold_goes_with_the_line_that_says_so(self) -> None:
        box = f'<div class="promo-card"><ul><li>{PUZZLE}</li><li>{COMMISSION}</li></ul></div>'
        assert labels(box)[PUZZLE] is Label.AD

    @pytest.mark.parametrize(
        "box",
        [
            f'<div class="promo-card"><ul><li>{PUZZLE}</li></ul></div><p>{COMMISSION}</p>',
            f"<div><ul><li>{PUZZLE}</li><li>{COMMISSION}</li></ul></div>",
        ],
        ids=["the line stands elsewhere", "the box has no such name"],
    )
    def test_name_and_words_must_agree(self, box: str) -> None:
        assert labels(box)[PUZZLE] is not Label.AD

    def test_a_long_box_is_a_passage(self) -> None:
        box = f'<div class="promo-card">{PROSE}<p>{PUZZLE}</p><p>{COMMISSION}</p></div>'
        assert labels(box)[PUZZLE] is not Label.AD
