"""The subtitle: the text between headline and body that is set apart from both."""

from __future__ import annotations

import newsparse
from newsparse.findings import Label

LEAD = "Cracks in two piers have been found, and nobody knows yet when the cars may return."
FIRST = (
    "The council of Lindau voted on Tuesday evening to close the old harbour bridge to cars until the end of the year."
)
REST = """
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
<p>Shopkeepers on the island fear for their summer, while cyclists welcome the decision as long overdue.</p>
"""
H1 = "<h1>Harbour bridge closes to cars</h1>"
BYLINE = '<div class="byline">By Ida Lindqvist</div>'


def page(top: str, first: str = f"<p>{FIRST}</p>", head: str = "") -> str:
    body = f'<main>{top}<div class="text">{first}{REST}</div></main>'
    return f'<html lang="en"><head>{head}</head><body>{body}</body></html>'


def subtitle(top: str, first: str = f"<p>{FIRST}</p>", head: str = "") -> str | None:
    return newsparse.parse(page(top, first, head)).subtitle


def described(text: str) -> str:
    return f'<meta name="description" content="{text}">'


class TestFound:
    def test_a_paragraph_called_so(self) -> None:
        assert subtitle(f'{H1}<p class="standfirst">{LEAD}</p>') == LEAD

    def test_the_label_before_it_is_no_part_of_it(self) -> None:
        assert subtitle(f'{H1}<p class="standfirst">Summary: {LEAD}</p>') == LEAD

    def test_a_heading_right_after_the_headline(self) -> None:
        assert subtitle(f"<header>{H1}<h2>{LEAD}</h2></header>") == LEAD

    def test_a_paragraph_in_the_header_that_is_the_description(self) -> None:
        assert subtitle(f"<header>{H1}<p>{LEAD}</p></header>", head=described(LEAD)) == LEAD

    def test_a_paragraph_of_another_make_above_the_byline(self) -> None:
        assert subtitle(f'<header>{H1}<p class="x7">{LEAD}</p>{BYLINE}</header>') == LEAD

    def test_a_bold_first_paragraph(self) -> None:
        assert subtitle(H1 + BYLINE, f"<p><strong>{LEAD}</strong></p><p>{FIRST}</p>") == LEAD

    def test_the_first_paragraph_in_the_wrapper_of_the_text(self) -> None:
        assert subtitle(H1, f'<p class="intro">{LEAD}</p><p>{FIRST}</p>') == LEAD

    def test_the_description_in_the_cell_of_a_table(self) -> None:
        cells = f"<tr><td><i>{LEAD}</i></td></tr><tr><td>Ida Lindqvist</td><td>3 May 2024</td></tr>"
        assert subtitle(f"{H1}<table>{cells}</table>", head=described(LEAD)) == LEAD

    def test_below_author_and_date(self) -> None:
        assert subtitle(f'{H1}{BYLINE}<p class="lead">{LEAD}</p>') == LEAD

    def test_several_paragraphs_of_one_make_make_up_one(self) -> None:
        more = "The harbour office asks drivers to leave their cars ashore."
        assert subtitle(f'{H1}<p class="dek">{LEAD}</p><p class="dek">{more}</p>') == f"{LEAD} {more}"

    def test_it_is_no_part_of_the_body(self) -> None:
        assert LEAD not in newsparse.parse(page(f'{H1}<p class="standfirst">{LEAD}</p>')).paragraphs


class TestNone:
    def test_body_right_below_the_headline(self) -> None:
        assert subtitle(H1) is None

    def test_a_first_paragraph_that_is_the_description(self) -> None:
        assert subtitle(H1 + BYLINE, head=described(FIRST)) is None

    def test_a_description_that_nobody_sees(self) -> None:
        assert subtitle(H1, head=described(LEAD)) is None

    def test_a_caption(self) -> None:
        caption = "<figcaption>The harbour bridge seen from the lighthouse in May.</figcaption>"
        assert subtitle(f"{H1}<figure><img src='a.jpg'>{caption}</figure>") is None

    def test_a_byline(self) -> None:
        assert subtitle(f"<header>{H1}{BYLINE}</header>") is None

    def test_a_summary_box(self) -> None:
        box = "<div class='ai-summary'><p>Two piers are cracked, and the bridge stays closed all year.</p></div>"
        assert subtitle(H1 + box + BYLINE) is None

    def test_a_sub_heading_in_the_text(self) -> None:
        assert subtitle(H1, f"<p>{FIRST}</p><h2>Why did nobody see the cracks before this spring</h2>") is None


class TestCopies:
    def test_one_for_another_screen_is_a_duplicate(self) -> None:
        top = f'{H1}<p class="standfirst">{LEAD}</p><div class="mobile"><div>{LEAD}</div></div>'
        found = newsparse.explain(page(top))
        assert found.article.subtitle == LEAD
        assert [b.label for b in found.blocks if b.text == LEAD] == [Label.SUBTITLE, Label.DUPLICATE]


TEXT = f"""Harbour bridge closes to cars for a year

{LEAD}

Tuesday, 4 June 2024, 18:05

{FIRST}

Engineers had found cracks in two of the seven piers of the bridge, and repairs begin as soon as money is granted.

Shopkeepers on the island fear for their summer, while cyclists welcome the decision of the office as overdue.
"""


class TestRawText:
    def test_a_paragraph_that_the_date_sets_apart_from_the_body(self) -> None:
        assert newsparse.parse(TEXT).subtitle == LEAD

    def test_a_caption_printed_twice_above_it_is_passed_over(self) -> None:
        caption = "The old harbour bridge of Lindau on Monday morning, seen from the lighthouse at the pier."
        text = TEXT.replace(LEAD, f"{caption}\n\n{caption}\n\n{LEAD}")
        assert newsparse.parse(text).subtitle == LEAD

    def test_a_dateline_opens_the_body(self) -> None:
        text = TEXT.replace(f"{LEAD}\n\n", "").replace(FIRST, f"{LEAD}\n\nLindau (abc) - {FIRST}")
        assert newsparse.parse(text).subtitle == LEAD

    def test_the_first_paragraph_below_the_date_is_body(self) -> None:
        assert newsparse.parse(TEXT.replace(f"{LEAD}\n\n", "")).subtitle is None
