"""Quotes in the text: what is quoted, and who is."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.article import BodyBlock

BEFORE = """
<p>The council of Lindau voted on Tuesday evening to close the old harbour bridge to cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
"""
AFTER = """
<p>Shopkeepers told the council that they fear for their summer, while cyclists welcome the decision as overdue.</p>
<p>A ferry is to carry people from the island to the station from May on, free of charge for all who live there.</p>
"""
SAID = "Nobody asked us about the bridge before they closed it."
MORE = "We learned it from the radio."
WHO = "Ada Holm, ferry pilot"


def article(quote: str) -> newsparse.Article:
    page = f"<h1>Harbour bridge closes to cars</h1><article>{BEFORE}{quote}{AFTER}</article>"
    return newsparse.parse(f'<html lang="en"><body>{page}</body></html>')


def quotes(quote: str) -> list[tuple[str, str | None]]:
    return [(piece.text, piece.attribution) for piece in article(quote).body if piece.kind == "quote"]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(f"<blockquote><p>{SAID}</p><cite>{WHO}</cite></blockquote>", id="cite"),
        pytest.param(f"<blockquote><p>{SAID}</p><footer>{WHO}</footer></blockquote>", id="footer"),
        pytest.param(
            f"<blockquote><p>{SAID}</p><footer>— <cite>{WHO}</cite></footer></blockquote>", id="cite in footer"
        ),
        pytest.param(f"<blockquote><p>{SAID} <cite>{WHO}</cite></p></blockquote>", id="cite in the paragraph"),
        pytest.param(f"<blockquote><p>{SAID}</p><p>– {WHO}</p></blockquote>", id="line with a dash"),
        pytest.param(f"<blockquote><p>{SAID}<br>— {WHO}</p></blockquote>", id="last line of the paragraph"),
        pytest.param(f"<blockquote><p>{SAID}</p></blockquote><p>— {WHO}</p>", id="line below"),
        pytest.param(
            f"<figure><blockquote><p>{SAID}</p></blockquote><figcaption>{WHO}</figcaption></figure>", id="figcaption"
        ),
    ],
)
def test_who_is_quoted_is_parted_from_the_quote(quote: str) -> None:
    assert quotes(quote) == [(SAID, WHO)]


def test_a_name_behind_a_dash_and_the_end_of_the_quote_is_who_is_quoted() -> None:
    assert quotes(f"<blockquote><p>“{SAID}” — {WHO}</p></blockquote>") == [(f"“{SAID}”", WHO)]


def test_all_paragraphs_of_a_quote_are_of_the_same_speaker() -> None:
    quote = f"<blockquote><p>{SAID}</p><p>{MORE}</p><footer>{WHO}</footer></blockquote>"
    assert quotes(quote) == [(SAID, WHO), (MORE, WHO)]


def test_two_quotes_have_each_their_own() -> None:
    quote = f"<blockquote><p>{SAID}</p><cite>{WHO}</cite></blockquote><blockquote><p>{MORE}</p></blockquote>"
    assert quotes(quote) == [(SAID, WHO), (MORE, None)]


def test_a_quote_without_a_name_has_nobody() -> None:
    assert quotes(f"<blockquote><p>{SAID}</p></blockquote>") == [(SAID, None)]


def test_a_dash_inside_the_quote_parts_nothing() -> None:
    said = "They closed it overnight — without a word to any of us."
    assert quotes(f"<blockquote><p>{said}</p></blockquote>") == [(said, None)]


def test_a_line_of_speech_below_a_quote_is_no_name() -> None:
    speech = "— Nobody told us a word about it, she said on the pier."
    found = article(f"<blockquote><p>{SAID}</p></blockquote><p>{speech}</p>")
    assert BodyBlock(newsparse.BodyKind.PARAGRAPH, speech) in found.body


def test_a_figure_with_a_quote_is_no_picture() -> None:
    quote = f"<figure><blockquote><p>{SAID}</p></blockquote><figcaption>{WHO}</figcaption></figure>"
    assert article(quote).images == ()


def test_markdown_says_who_is_quoted() -> None:
    assert (
        f"> {SAID}\n\n— {WHO}\n" in article(f"<blockquote><p>{SAID}</p><cite>{WHO}</cite></blockquote>").to_markdown()
    )


def test_so_does_the_report() -> None:
    page = f"<blockquote><p>{SAID}</p><cite>{WHO}</cite></blockquote>"
    assert f"— {WHO}</footer>" in article(page)._repr_html_()
