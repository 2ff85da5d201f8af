"""What stands between paragraphs: sub-headings, questions, tables, and headings with nothing below them."""

from __future__ import annotations

import newsparse
from newsparse.article import BodyKind

SENTENCES = (
    "The last ferry over the sound leaves on Friday at noon, the harbour office of the town said in a statement.",
    "For ninety years the boats have carried farmers, classes and their bicycles to the other side of the water.",
    "A bridge of two kilometres is to take over in the autumn, but its opening has been put off three times already.",
    "Until then a bus goes round the bay, which takes an hour and a half and is free for those who live on the island.",
)


LONG = tuple(f"<p>{one} {other}</p>" for one, other in zip(SENTENCES, reversed(SENTENCES), strict=True))
IN_SECTIONS = (*LONG[:2], "<h2>A bus round the bay</h2>", *LONG[2:])


def kinds(*between: str, below: str = "") -> list[tuple[BodyKind, str]]:
    pieces = [f"<p>{SENTENCES[0]}</p>"]
    for markup, sentence in zip(between, SENTENCES[1:], strict=False):
        pieces += [markup, f"<p>{sentence}</p>"]
    page = f"<html lang='en'><body><article><h1>Ferry line closes</h1>{''.join(pieces)}{below}</article></body></html>"
    return [(block.kind, block.text) for block in newsparse.parse(page).body if block.text not in SENTENCES]


def test_an_advertisement_below_a_heading_is_not_what_it_heads() -> None:
    text = "".join(f"<section>{markup}</section><div class=a><b>Advertisement</b></div>" for markup in IN_SECTIONS)
    nav = "<nav><ul><li><a href=/n>News</a></li><li><a href=/h>Harbours</a></li></ul></nav>"
    page = f"<html lang=en><body>{nav}<main class=m><h1>Ferry line closes</h1>{text}</main></body></html>"
    assert BodyKind.HEADING in [block.kind for block in newsparse.parse(page).body]


def test_a_bold_line_above_a_paragraph_is_a_heading() -> None:
    assert kinds("<p><b>What comes next</b></p>", "") == [(BodyKind.HEADING, "What comes next")]


def test_a_line_in_capitals_above_a_paragraph_is_a_heading() -> None:
    assert kinds("<p>WHAT COMES NEXT</p>", "") == [(BodyKind.HEADING, "WHAT COMES NEXT")]


def test_a_bold_sentence_is_a_paragraph() -> None:
    assert kinds("<p><b>The mayor was not amused.</b></p>", "") == [(BodyKind.PARAGRAPH, "The mayor was not amused.")]


def test_bold_questions_are_questions() -> None:
    found = kinds("<p><strong>Will you miss the boats?</strong></p>", "<p><strong>And the bridge?</strong></p>")
    assert found == [(BodyKind.QUESTION, "Will you miss the boats?"), (BodyKind.QUESTION, "And the bridge?")]


def test_several_plain_questions_make_an_interview() -> None:
    asked = ("Will you miss the boats?", "And what of the bridge?", "Who will take the bus?")
    assert kinds(*(f"<p>{text}</p>" for text in asked)) == [(BodyKind.QUESTION, text) for text in asked]


def test_one_plain_question_is_a_paragraph() -> None:
    assert kinds("<p>Who will miss the boats?</p>", "") == [(BodyKind.PARAGRAPH, "Who will miss the boats?")]


def test_a_heading_below_the_text_is_left_out() -> None:
    assert kinds("", "", "", below="<h2>Did you like this?</h2>") == []


def test_the_cells_of_a_row_are_one_piece() -> None:
    table = "<table><tr><th>From</th><th>To</th></tr><tr><td>7.10</td><td>7.55</td></tr></table>"
    assert kinds("", table) == [(BodyKind.ROW, "From | To"), (BodyKind.ROW, "7.10 | 7.55")]


def test_a_quote_that_repeats_a_sentence_of_the_text_is_left_out() -> None:
    assert kinds("<blockquote>its opening has been put off three times already</blockquote>", "") == []


def test_a_quote_of_its_own_is_kept() -> None:
    quote = "I have rowed across when the boats were on strike."
    assert kinds(f"<blockquote>{quote}</blockquote>", "") == [(BodyKind.QUOTE, quote)]


def test_paragraphs_that_a_page_puts_into_a_heading_are_kept() -> None:
    said = "The ferryman, who is seventy-one, says that he will sell his boat to whoever will not paint it white."
    assert kinds("", "", "", below=f"<h2><div><p>{said}</p></div></h2>") == [(BodyKind.HEADING, said)]


def test_a_table_with_a_head_that_closes_the_text_is_part_of_it() -> None:
    rows = "<tr><th>Club</th><th>Points</th></tr><tr><td>Norwick</td><td>48</td></tr><tr><td>Lund</td><td>45</td></tr>"
    found = kinds("", "", "", below=f"<h3>The table</h3><table>{rows}</table>")
    assert found == [
        (BodyKind.HEADING, "The table"),
        (BodyKind.ROW, "Club | Points"),
        (BodyKind.ROW, "Norwick | 48"),
        (BodyKind.ROW, "Lund | 45"),
    ]
