"""What the reader of raw text makes of the Markdown that converters write: wrapped, over several lines, glued."""

from __future__ import annotations

import pytest

from newsparse.document import Kind
from newsparse.readers.text import read_text


def texts(raw: str) -> list[str]:
    return [block.text for block in read_text(raw).blocks]


def test_a_link_whose_address_a_converter_has_wrapped_is_put_together():
    raw = (
        "The harbour office said on Monday that it would close [the old bridge at the\n"
        "mill](https://example.com/news/the-old-bridge-at-the-\n"
        "mill-will-be-closed-for-the-whole-of-the-summer-20310303), which no carter has\n"
        "used for ten years, and that the ferry would run every hour from the spring on\n"
        "until the new bridge has been built; nobody knows yet who will have to pay for\n"
        "the boats, for the two captains and for the landing stage on the other side of\n"
        "the river, where the reeds have grown over everything but the old iron rings.\n"
    )
    blocks = read_text(raw).blocks
    assert len(blocks) == 1
    assert "close the old bridge at the mill, which no carter" in blocks[0].text
    assert [m.text for m in blocks[0].marks] == ["the old bridge at the mill"]


def test_a_link_over_several_lines_is_a_link_on_each_of_them():
    doc = read_text("[\n\n### Bridge to close\n\nThe council voted on Tuesday.\n\n](https://example.com/bridge)\n")
    assert [(b.text, b.kind, b.link_share) for b in doc.blocks] == [
        ("Bridge to close", Kind.HEADING, 1.0),
        ("The council voted on Tuesday.", Kind.TEXT, 1.0),
    ]


def test_a_bracket_that_is_closed_as_no_link_begins_none():
    raw = "The mayor [sic\n\nsaid so, and **nobody** laughed]\n\nRead [more](https://example.com/more)\n"
    assert texts(raw) == ["The mayor [sic", "said so, and nobody laughed]", "Read more"]


def test_what_is_said_in_place_of_a_picture_over_several_lines_is_no_text():
    doc = read_text("![How to row\n\nHow to sail](https://example.com/a.png)\n\nThe ferry is **late**.\n")
    assert [b.text for b in doc.blocks] == ["The ferry is late."]
    assert [(p.url, p.alt) for p in doc.pictures] == [("https://example.com/a.png", "How to row How to sail")]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("It leads to[ higher water](https://example.com/a) in spring", "It leads to higher water in spring"),
        ("He dug [the soil ](https://example.com/a)until noon", "He dug the soil until noon"),
        ("It costs**$16,550** a day", "It costs $16,550 a day"),
        ("**Note**the date", "Note the date"),
        ("Two [robot](https://example.com/a)s row", "Two robots row"),
        ("**T**he ferry **was** late", "The ferry was late"),
        ("これは[言葉](https://example.com/a)です", "これは言葉です"),
    ],
)
def test_a_converter_may_have_lost_the_space_at_the_edge_of_an_element(raw: str, text: str):
    assert texts(raw) == [text]


def test_a_dash_that_markdown_escapes_is_speech():
    assert texts("The mayor came late.\n\n\\- Nobody told me, she said.\n") == [
        "The mayor came late.",
        "- Nobody told me, she said.",
    ]


@pytest.mark.parametrize("raw", ["[ ### Bridge to close ](/a)", "[ Bridge to close ### Bridge to close ](/a)"])
def test_the_mark_of_a_heading_inside_of_a_link_is_no_text(raw: str):
    assert texts(f"The ferry is **late**.\n\n{raw}\n")[1] == "Bridge to close"
