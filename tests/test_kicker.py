"""The topic line above the headline."""

from __future__ import annotations

import newsparse

PROSE = """
<p>The council of Lindau voted on Tuesday evening to close the old harbour bridge to cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
"""


def kicker(top: str, head: str = "") -> str | None:
    html = f'<html lang="en"><head>{head}</head><body><main>{top}<div class="text">{PROSE}</div></main></body></html>'
    return newsparse.parse(html).kicker


class TestLineOfItsOwn:
    def test_a_block_called_kicker_is_one(self) -> None:
        assert kicker('<div class="overline">Island traffic</div><h1>Bridge closes to cars</h1>') == "Island traffic"

    def test_it_may_be_in_a_script_that_does_not_part_words(self) -> None:
        for line in ("วิถีชุมชนริมคลอง", "過疎の島を歩く　第三回"):
            assert kicker(f'<div class="overline">{line}</div><h1>Bridge closes to cars</h1>') == " ".join(line.split())

    def test_it_may_be_a_heading(self) -> None:
        assert kicker('<header><h2 class="kicker">Traffic</h2><h1>Bridge closes to cars</h1></header>') == "Traffic"

    def test_an_unlinked_line_in_the_same_header_is_one(self) -> None:
        assert kicker("<header><p>Island traffic</p><h1>Bridge closes to cars</h1></header>") == "Island traffic"

    def test_a_link_to_the_section_is_none(self) -> None:
        assert kicker('<header><p><a href="/traffic">Traffic</a></p><h1>Bridge closes to cars</h1></header>') is None

    def test_a_line_in_the_header_of_the_page_is_none(self) -> None:
        assert kicker("<header>News and weather</header><h1>Bridge closes to cars</h1>") is None

    def test_a_date_is_none(self) -> None:
        assert kicker("<header><p><time>4 June 2024</time></p><h1>Bridge closes to cars</h1></header>") is None

    def test_a_written_date_is_none_whatever_stands_beside_it(self) -> None:
        for line in ("4 June 2024", "Lindau, 04.06.2024", "Ada Moor / 10:08 am Tue Jun 4, 2024", "June 4, 2024 Issue"):
            assert kicker(f"<header><p>{line}</p><h1>Bridge closes to cars</h1></header>") is None

    def test_a_year_alone_is_no_date(self) -> None:
        assert kicker("<header><p>Floods of 2024</p><h1>Bridge closes to cars</h1></header>") == "Floods of 2024"

    def test_a_date_above_the_headline_is_when_it_was_published(self) -> None:
        top = "<header><p>Lindau, 4 June 2024</p><h1>Bridge closes to cars</h1></header>"
        published = newsparse.parse(
            f'<html lang="en"><body><main>{top}<div>{PROSE}</div></main></body></html>'
        ).published
        assert published is not None
        assert published.date().isoformat() == "2024-06-04"

    def test_the_name_of_the_site_is_none(self) -> None:
        head = '<meta property="og:site_name" content="Lake Courier">'
        assert kicker("<header><p>Lake Courier</p><h1>Bridge closes to cars</h1></header>", head) is None

    def test_a_motto_is_none(self) -> None:
        motto = "News from the lake, paid for by its readers."
        assert kicker(f"<header><p>{motto}</p><h1>Bridge closes to cars</h1></header>") is None

    def test_two_links_are_none(self) -> None:
        links = 'News at the <a href="/lake">Lake</a> <a href="/lake/lindau">Lindau</a>'
        assert kicker(f"<header><p>{links}</p><h1>Bridge closes to cars</h1></header>") is None

    def test_a_breadcrumb_is_none(self) -> None:
        assert kicker('<div>You are here: <a href="/">Home</a> » Traffic</div><h1>Bridge closes to cars</h1>') is None

    def test_a_menu_entry_is_none(self) -> None:
        assert kicker("<nav><ul><li>Weather</li></ul></nav><h1>Bridge closes to cars</h1>") is None

    def test_a_sentence_is_none(self) -> None:
        line = "The engineers of the harbour office have looked at all the seven piers of the bridge and found cracks"
        assert kicker(f"<header><p>{line}</p><h1>Bridge closes to cars</h1></header>") is None

    def test_a_page_without_one_has_none(self) -> None:
        assert kicker("<h1>Bridge closes to cars</h1>") is None


class TestInsideTheHeadline:
    def test_words_that_run_on_into_the_declared_headline_are_none(self) -> None:
        head = '<meta property="og:title" content="Old harbour bridge closes to cars">'
        assert kicker("<h1>The Old harbour bridge closes to cars</h1>", head) is None

    def test_a_span_called_so(self) -> None:
        top = '<h1><span class="dachzeile">Island traffic:</span> <span class="headline">Bridge closes</span></h1>'
        assert kicker(top) == "Island traffic"

    def test_a_hidden_colon_is_no_part_of_it(self) -> None:
        top = '<h1><span>Island traffic.<span class="visually-hidden">: </span></span>Bridge closes to cars today</h1>'
        assert kicker(top) == "Island traffic."

    def test_what_the_declared_headline_lacks(self) -> None:
        head = '<meta property="og:title" content="Bridge closes to all cars"><title>Bridge closes to all cars</title>'
        assert kicker("<h1>Island traffic: Bridge closes to all cars</h1>", head) == "Island traffic"

    def test_a_prefix_that_is_declared_too_is_none(self) -> None:
        head = '<meta property="og:title" content="Fact check: The bridge is safe">'
        assert kicker("<h1>Fact check: The bridge is safe</h1>", head) is None

    def test_a_drop_cap_is_none(self) -> None:
        assert kicker('<h1><span class="cap">B</span>ridge closes to cars</h1>') is None


TEXT = """Island traffic
Harbour bridge closes to cars for a year

Tuesday, 4 June 2024, 18:05

The council of Lindau voted to close the old harbour bridge of the island to all traffic until the end of the year.

Engineers had found cracks in two of the seven piers of the bridge, and repairs begin as soon as money is granted.
"""


class TestRawText:
    def test_the_line_above_the_title_is_one(self) -> None:
        assert newsparse.parse(TEXT).kicker == "Island traffic"

    def test_it_is_the_same_below_a_menu_with_and_without_a_blank_line(self) -> None:
        menu = "News\nWeather\nBooks\nCinema\n"
        assert {newsparse.parse(text + TEXT).kicker for text in (menu, menu + "\n")} == {"Island traffic"}

    def test_the_last_entry_of_a_menu_is_none(self) -> None:
        text = TEXT.replace("Island traffic", "Letters to us")
        assert newsparse.parse("News\nWeather\nBooks\nCinema\n" + text).kicker is None

    def test_a_line_that_stands_on_the_page_again_is_a_section(self) -> None:
        assert newsparse.parse("News\nIsland traffic\nCinema\n" + TEXT).kicker is None

    def test_a_single_word_that_the_article_speaks_of_is_one(self) -> None:
        assert newsparse.parse(TEXT.replace("Island traffic", "Engineers")).kicker == "Engineers"

    def test_a_date_may_stand_between_it_and_the_title(self) -> None:
        assert newsparse.parse(TEXT.replace("traffic\n", "traffic\n4 June 2024\n")).kicker == "Island traffic"

    def test_another_wording_of_the_headline_is_none(self) -> None:
        text = TEXT.replace("Island traffic", "Harbour bridge on the island closes")
        assert newsparse.parse(text).kicker is None

    def test_one_glued_to_a_quotation_is_cut_off(self) -> None:
        text = TEXT.replace("traffic\nHarbour", "traffic“Harbour").replace("for a year\n", "for a year”\n")
        assert newsparse.parse(text).kicker == "Island traffic"

    def test_one_glued_to_the_title_is_cut_off(self) -> None:
        assert newsparse.parse(TEXT.replace("traffic\nHarbour", "traffic:Harbour")).kicker == "Island traffic"
