"""Which part of a page is the text of the article."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import BodyKind

TEXT = (
    "The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of May.",
    "Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as there is money.",
    "Residents on the far side will have to take the ferry, which runs hourly and carries no more than twelve cars.",
    "The mayor said that she regretted the decision, but that the safety of everybody who crosses came first.",
    "A second bridge has been planned for twenty years, and nobody on the island believes that it will be built.",
)
OTHERS = (
    "I have crossed this bridge every day for thirty years and I have never seen anybody look at the piers.",
    "The ferry is always late and the people who work in town will lose an hour every day because of this.",
    "They should have built the second bridge when there was still money for it, as everybody said back then.",
)
HEADLINE = "<h1>Bridge closes to all cars</h1>"
MENU = (
    '<nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/c">Culture</a></li></ul></nav>'
)


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def body(markup: str) -> tuple[newsparse.BodyBlock, ...]:
    head = "<head><title>Bridge closes to all cars</title></head>"
    return newsparse.parse(f'<html lang="en">{head}<body>{markup}</body></html>').body


def texts(markup: str) -> tuple[str, ...]:
    return tuple(piece.text for piece in body(markup))


class TestWhatStandsAround:
    def test_menu_and_footer_are_none(self) -> None:
        footer = "<footer><p>Copyright 2024 Island Courier. All rights reserved.</p></footer>"
        assert texts(f"{MENU}<article>{HEADLINE}{paragraphs(TEXT)}</article>{footer}") == TEXT

    def test_comments_are_none(self) -> None:
        said = "".join(f'<div class="comment"><b>Ada</b><p>{t}</p></div>' for t in OTHERS)
        comments = f'<section id="comments"><h2>Comments</h2>{said}</section>'
        assert texts(f"<article>{HEADLINE}{paragraphs(TEXT)}</article>{comments}") == TEXT

    def test_cards_of_other_articles_are_none(self) -> None:
        heads = ("Ferry breaks down again today", "Harbour is to get new cranes", "Museum reopens after a year")
        cards = "".join(
            f'<div class="card"><a href="/a{n}"><h4>{head}</h4></a><p>{text}</p></div>'
            for n, (head, text) in enumerate(zip(heads, OTHERS, strict=True))
        )
        module = f'<div class="related"><h3>Related stories</h3>{cards}</div>'
        assert texts(f"<article>{HEADLINE}{paragraphs(TEXT)}</article>{module}") == TEXT

    def test_an_appeal_inside_is_none(self) -> None:
        line = "Sign up for our newsletter and get the news of the island every morning at six."
        appeal = f'<div class="newsletter"><h3>Newsletter</h3><p>{line}</p></div>'
        assert texts(f"<article>{HEADLINE}{paragraphs(TEXT[:3])}{appeal}{paragraphs(TEXT[3:])}</article>") == TEXT

    def test_buttons_between_paragraphs_are_none(self) -> None:
        button = "<div><button>Full screen</button></div>"
        parts = button.join(f"<p>{text}</p>" for text in TEXT)
        assert texts(f"<article>{HEADLINE}{parts}</article>") == TEXT


class TestHowItIsWritten:
    def test_a_text_split_by_advertisements_is_one(self) -> None:
        ad = '<div class="ad"><span>Advertisement</span></div>'
        parts = ad.join(f'<div class="text">{paragraphs(TEXT[n : n + 2])}</div>' for n in (0, 2, 4))
        assert texts(f"<article>{HEADLINE}{parts}</article>") == TEXT

    @pytest.mark.parametrize("joint", ["<br><br>", "<br>\n<br>", "<br/><br/><br/>"])
    def test_paragraphs_may_be_parted_by_breaks(self, joint: str) -> None:
        assert texts(f'{MENU}<div id="x">{HEADLINE}<div>{joint.join(TEXT)}</div></div>') == TEXT

    def test_paragraphs_may_be_divs(self) -> None:
        assert texts(f"{MENU}{HEADLINE}<div>{''.join(f'<div>{t}</div>' for t in TEXT)}</div>") == TEXT


class TestPieces:
    def test_headings_have_their_level(self) -> None:
        found = body(
            f"<article>{HEADLINE}{paragraphs(TEXT[:2])}<h3>Long way round</h3>{paragraphs(TEXT[2:])}</article>"
        )
        assert [(p.text, p.level) for p in found if p.kind is BodyKind.HEADING] == [("Long way round", 3)]

    @pytest.mark.parametrize(("tag", "ordered"), [("ul", False), ("ol", True)])
    def test_items_have_their_depth_and_order(self, tag: str, ordered: bool) -> None:
        items = (
            "<li>The ferry leaves every hour from the old pier.</li><li>Bicycles travel free of charge all year.</li>"
        )
        page = f"<article>{HEADLINE}{paragraphs(TEXT[:2])}<{tag}>{items}</{tag}>{paragraphs(TEXT[2:])}</article>"
        found = [(p.level, p.ordered) for p in body(page) if p.kind is BodyKind.ITEM]
        assert found == [(1, ordered), (1, ordered)]

    def test_a_quote_is_one(self) -> None:
        quote = f"<blockquote><p>{OTHERS[0]}</p></blockquote>"
        found = body(f"<article>{HEADLINE}{paragraphs(TEXT[:2])}{quote}{paragraphs(TEXT[2:])}</article>")
        assert [p.text for p in found if p.kind is BodyKind.QUOTE] == [OTHERS[0]]

    def test_cells_of_a_row_are_one_piece(self) -> None:
        rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in ((TEXT[1], OTHERS[0]), (TEXT[2], OTHERS[1])))
        found = body(f"<article>{HEADLINE}{paragraphs(TEXT[:1])}<table>{rows}</table>{paragraphs(TEXT[3:])}</article>")
        assert [p.text for p in found if p.kind is BodyKind.ROW] == [
            f"{TEXT[1]} | {OTHERS[0]}",
            f"{TEXT[2]} | {OTHERS[1]}",
        ]


def test_a_page_of_menus_has_no_text() -> None:
    assert body(MENU + MENU) == ()


class TestPiecesOfOneBlock:
    def test_paragraphs_between_breaks_in_a_cell_for_the_layout_are_no_row(self) -> None:
        column = "<br><br>".join((*TEXT[:2], "<b>A second bridge</b>", *TEXT[2:]))
        found = body(f"{HEADLINE}<table><tr><td>{column}</td></tr></table>")
        assert [(piece.kind, piece.text) for piece in found] == [
            *((BodyKind.PARAGRAPH, text) for text in TEXT[:2]),
            (BodyKind.HEADING, "A second bridge"),
            *((BodyKind.PARAGRAPH, text) for text in TEXT[2:]),
        ]

    def test_a_bold_question_before_a_break_and_its_answer_are_two(self) -> None:
        answers = "".join(f"<p><b>And then, what came of it?</b><br>{text}</p>" for text in TEXT)
        kinds = [piece.kind for piece in body(f"<article>{HEADLINE}{answers}</article>")]
        assert kinds == [BodyKind.QUESTION, BodyKind.PARAGRAPH] * len(TEXT)

    def test_an_interview_in_a_list_of_definitions_is_questions_and_paragraphs(self) -> None:
        answers = "".join(f"<dt>And what came of plan {n}?</dt><dd>{text}</dd>" for n, text in enumerate(TEXT))
        kinds = [piece.kind for piece in body(f"<article>{HEADLINE}<p>{OTHERS[0]}</p><dl>{answers}</dl></article>")]
        assert kinds == [BodyKind.PARAGRAPH, *[BodyKind.QUESTION, BodyKind.PARAGRAPH] * len(TEXT)]

    def test_a_line_of_signs_is_none(self) -> None:
        lines = paragraphs((*TEXT[:3], "___", *TEXT[3:]))
        assert texts(f"<article>{HEADLINE}{lines}</article>") == TEXT
