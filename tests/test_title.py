"""The headline: which block carries it, what of it is the title, and what is declared where nothing shows it."""

from __future__ import annotations

import newsparse
from newsparse import similarity
from newsparse.findings import Label

PROSE = """
<p>The council of Lindau voted on Tuesday evening to close the old harbour bridge to cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
<p>Shopkeepers on the island fear for their summer, while cyclists welcome the decision as long overdue.</p>
"""
SITE = '<meta property="og:site_name" content="Lake Courier">'


def page(top: str, head: str = "", body: str = PROSE, foot: str = "") -> str:
    return f'<html lang="en"><head>{head}</head><body>{top}<div class="text">{body}</div>{foot}</body></html>'


def title(html: str, url: str | None = None) -> str | None:
    return newsparse.parse(html, url).title


def labels(html: str) -> dict[str, Label]:
    return {block.text: block.label for block in newsparse.explain(html).blocks}


class TestVisibleHeadline:
    def test_an_h1_above_the_prose_is_the_title(self) -> None:
        assert title(page("<h1>Harbour bridge closes to cars</h1>")) == "Harbour bridge closes to cars"

    def test_the_visible_wording_wins_over_the_declared_one(self) -> None:
        head = '<meta property="og:title" content="Lindau bridge closed: what drivers must know now">'
        assert title(page("<h1>Harbour bridge closes to cars</h1>", head)) == "Harbour bridge closes to cars"

    def test_an_h1_with_the_name_of_the_site_is_not_the_title(self) -> None:
        head = f"{SITE}<title>Harbour bridge closes to cars - Lake Courier</title>"
        top = "<h1>Lake Courier</h1><h2>Harbour bridge closes to cars</h2>"
        assert title(page(top, head)) == "Harbour bridge closes to cars"

    def test_an_h1_that_links_to_the_front_page_is_not_the_title(self) -> None:
        top = '<h1><a href="/">Our Daily Fish</a></h1><h2>Harbour bridge closes to cars</h2>'
        assert (
            title(page(top, "<title>Harbour bridge closes to cars | Our Daily Fish</title>"))
            == "Harbour bridge closes to cars"
        )

    def test_an_h1_in_a_menu_is_not_the_title(self) -> None:
        top = '<nav><h1>Log in to your account</h1></nav><h2 class="headline">Harbour bridge closes to cars</h2>'
        assert title(page(top)) == "Harbour bridge closes to cars"

    def test_a_hidden_h1_is_not_the_title(self) -> None:
        top = '<h1 style="display:none">Bridge article</h1><h2>Harbour bridge closes to cars</h2>'
        assert title(page(top, "<title>Harbour bridge closes to cars</title>")) == "Harbour bridge closes to cars"

    def test_an_h1_in_the_breadcrumb_gives_way_to_the_headline_below_it(self) -> None:
        top = """<ol><li><a href="/">Home</a></li><li><h1>Bridge Lindau closed cars 2024</h1></li></ol>
          <h2><span class="kicker">Traffic</span> <span class="headline">Harbour bridge closes to cars</span></h2>"""
        assert title(page(top, "<title>Bridge Lindau closed cars 2024</title>")) == "Harbour bridge closes to cars"

    def test_a_headline_without_a_heading_is_found_by_what_is_declared(self) -> None:
        head = '<meta property="og:title" content="Harbour bridge closes to cars">'
        found = newsparse.parse(page("<div><div>Harbour bridge closes to cars</div></div>", head))
        assert found.title == "Harbour bridge closes to cars"
        assert found.evidence["title"].source.startswith("block")

    def test_the_first_of_two_articles_gives_the_title(self) -> None:
        second = f"<article><h1>Ferry fares to rise</h1>{PROSE}</article>"
        top = "<title>Harbour bridge closes to cars</title>"
        assert (
            title(page("<h1>Harbour bridge closes to cars</h1>", top, foot=second)) == "Harbour bridge closes to cars"
        )

    def test_headlines_of_teasers_are_not_the_title(self) -> None:
        teasers = '<div class="teasers"><h1><a href="/a">Ferry fares to rise</a></h1></div>'
        assert title(page(teasers + "<h2>Harbour bridge closes to cars</h2>")) == "Harbour bridge closes to cars"

    def test_soft_hyphens_do_not_stay_in_the_title(self) -> None:
        assert title(page("<h1>Har&shy;bour bridge closes</h1>")) == "Harbour bridge closes"

    def test_a_prefix_that_is_declared_too_belongs_to_the_title(self) -> None:
        head = '<meta property="og:title" content="Fact check: The bridge is safe">'
        assert title(page("<h1>Fact check: The bridge is safe</h1>", head)) == "Fact check: The bridge is safe"


class TestKickerInTheHeadline:
    def test_a_span_called_kicker_is_not_part_of_the_title(self) -> None:
        top = (
            '<h1><span class="dachzeile">Island traffic</span><span class="headline">Harbour bridge closes</span></h1>'
        )
        assert title(page(top)) == "Harbour bridge closes"

    def test_two_spans_of_different_make_part_kicker_and_title(self) -> None:
        top = '<h1><span class="a">Traffic</span><span class="b">:</span><span class="c">Bridge closes</span></h1>'
        assert title(page(top)) == "Bridge closes"

    def test_spans_of_one_make_do_not(self) -> None:
        top = '<h1><span class="line">Harbour bridge</span> <span class="line">closes to all cars</span></h1>'
        assert title(page(top)) == "Harbour bridge closes to all cars"

    def test_a_beginning_that_no_declaration_has_is_the_kicker(self) -> None:
        head = '<meta property="og:title" content="Bridge closes to all cars"><title>Bridge closes to all cars</title>'
        assert title(page("<h1>Island traffic: Bridge closes to all cars</h1>", head)) == "Bridge closes to all cars"

    def test_parts_that_are_declared_in_one_go_stay_together(self) -> None:
        top = '<h1><span class="a">Harbour bridge</span> <span class="b">closes to all cars</span></h1>'
        assert (
            title(page(top, "<title>Harbour bridge closes to all cars</title>")) == "Harbour bridge closes to all cars"
        )


class TestDeclaredHeadline:
    def test_it_stands_in_where_no_block_carries_the_headline(self) -> None:
        found = newsparse.parse(page("", '<meta property="og:title" content="Harbour bridge closes to cars">'))
        assert found.title == "Harbour bridge closes to cars"
        assert found.evidence["title"].source == "meta og:title"

    def test_the_name_of_the_site_is_cut_off(self) -> None:
        assert (
            title(page("", f"{SITE}<title>Harbour bridge closes | The Lake Courier</title>")) == "Harbour bridge closes"
        )

    def test_the_name_of_the_host_is_cut_off(self) -> None:
        head = "<title>lakecourier » Harbour bridge closes to cars</title>"
        assert title(page("", head), "https://www.lakecourier.example/a") == "Harbour bridge closes to cars"

    def test_the_section_is_cut_off_with_it(self) -> None:
        section = '<meta property="article:section" content="Traffic">'
        head = f"<title>Harbour bridge closes to cars - Traffic - Lake Courier</title>{SITE}{section}"
        assert title(page("", head)) == "Harbour bridge closes to cars"

    def test_a_dash_inside_the_headline_stays(self) -> None:
        assert title(page("", "<title>Bridge closed - cyclists rejoice</title>")) == "Bridge closed - cyclists rejoice"

    def test_a_page_without_any_has_no_title(self) -> None:
        assert title(page("")) is None


def news(headline: str, shared: str, kind: str = "NewsArticle") -> str:
    item = f'{{"@context": "https://schema.org", "@type": "{kind}", "headline": "{headline}"}}'
    return f'<meta property="og:title" content="{shared}"><script type="application/ld+json">{item}</script>'


class TestHeadlineInOtherWords:
    SHOWN = "Harbour bridge closes to cars"
    TOLD = "Lindau: Harbour bridge closes to all cars"
    TOP = f"<h1>{SHOWN}</h1>"

    def test_a_news_page_that_agrees_with_itself_is_taken_at_its_word(self) -> None:
        found = newsparse.parse(page(self.TOP, news(self.TOLD, self.TOLD)))
        assert found.title == self.TOLD
        assert (found.evidence["title"].source, found.evidence["title"].raw) == ("json-ld headline", self.SHOWN)

    def test_the_block_that_shows_it_is_still_the_headline(self) -> None:
        assert labels(page(self.TOP, news(self.TOLD, self.TOLD)))[self.SHOWN] == Label.TITLE

    def test_one_that_does_not_agree_shows_its_headline(self) -> None:
        assert title(page(self.TOP, news(self.TOLD, "Old bridge to close, say Lindau officials"))) == self.SHOWN

    def test_nor_does_one_count_that_declares_what_it_shows(self) -> None:
        shown = f'<meta name="twitter:title" content="{self.SHOWN}">'
        assert title(page(self.TOP, shown + news(self.TOLD, self.TOLD))) == self.SHOWN

    def test_the_title_of_the_window_does_not_speak_for_what_is_shown(self) -> None:
        assert title(page(self.TOP, f"<title>{self.SHOWN}</title>" + news(self.TOLD, self.TOLD))) == self.TOLD

    def test_pages_that_are_no_news_are_worded_for_search_engines(self) -> None:
        assert title(page(self.TOP, news(self.TOLD, self.TOLD, "BlogPosting"))) == self.SHOWN

    def test_a_wording_about_something_else_is_another_headline(self) -> None:
        told = "What drivers must know now that the bridge closes"
        assert title(page(self.TOP, news(told, told))) == self.SHOWN

    def test_kicker_and_title_that_are_declared_in_one_alone_are_the_title(self) -> None:
        top = '<h1><span class="kicker">Island traffic</span> <span class="title">Bridge closes to cars</span></h1>'
        both = "Island traffic: Bridge closes to cars"
        found = newsparse.parse(page(top, f'<meta property="og:title" content="{both}"><title>{both}</title>'))
        assert (found.kicker, found.title) == ("Island traffic", both)

    def test_a_title_that_is_shown_without_its_kicker_elsewhere_stands_alone(self) -> None:
        bar = '<div class="player"><span>Bridge closes to cars</span><span>03:12</span></div>'
        top = '<h1><span class="kicker">Island traffic</span> <span class="title">Bridge closes to cars</span></h1>'
        both = "Island traffic: Bridge closes to cars"
        assert title(page(bar + top, news(both, both))) == "Bridge closes to cars"

    def test_a_title_that_is_declared_without_its_kicker_stands_alone(self) -> None:
        top = '<h1><span class="kicker">Island traffic</span> <span class="title">Bridge closes to cars</span></h1>'
        assert title(page(top, news("Bridge closes to cars", "Island traffic: Bridge closes to cars"))) == (
            "Bridge closes to cars"
        )


class TestLook:
    def test_a_container_that_is_named_after_the_look_of_an_h1_may_hold_the_headline(self) -> None:
        head = '<meta property="og:title" content="Harbour bridge of Lindau to be closed">'
        shown = "Where the gulls are alone: Harbour bridge closes to cars"
        assert title(page(f'<div class="articleH1">{shown}</div>', head)) == shown


class TestPartOfThePage:
    HEAD = '<meta property="og:title" content="Harbour bridge closes to cars">'

    def test_an_h1_in_the_header_of_the_page_is_the_title(self) -> None:
        top = '<div class="page-header"><h1>Harbour bridge closes to cars</h1></div><h2>Bridge closes to cars</h2>'
        assert title(page(top, self.HEAD)) == "Harbour bridge closes to cars"

    def test_an_h1_that_says_what_is_declared_is_the_title_in_any_module(self) -> None:
        top = '<figure class="teaser"><h1>Harbour bridge closes to cars</h1></figure><h2>Bridge closes to cars</h2>'
        assert title(page(top, self.HEAD)) == "Harbour bridge closes to cars"

    def test_one_in_the_breadcrumb_is_a_step_of_it(self) -> None:
        crumbs = '<div class="breadcrumb"><h1>Harbour bridge closes to cars</h1></div>'
        top = f"{crumbs}<h2>Bridge closes to cars for a year</h2>"
        assert title(page(top, self.HEAD)) == "Bridge closes to cars for a year"


class TestCopies:
    def test_they_are_labelled_as_duplicates(self) -> None:
        top = '<div class="crumb">Harbour bridge closes to cars</div><h1>Harbour bridge closes to cars</h1>'
        blocks = newsparse.explain(page(top, "<title>Harbour bridge closes to cars</title>")).blocks
        assert [b.label for b in blocks[:2]] == [Label.DUPLICATE, Label.TITLE]

    def test_one_inside_the_text_does_not_become_body(self) -> None:
        body = PROSE + "<p>Harbour bridge closes to cars</p>" + PROSE.replace("The council", "A council")
        assert (
            "Harbour bridge closes to cars"
            not in newsparse.parse(page("<h1>Harbour bridge closes to cars</h1>", body=body)).paragraphs
        )


TEXT = """Home
Traffic
Harbour bridge closes to cars for a year

Tuesday, 4 June 2024, 18:05

The council of Lindau voted on Tuesday evening to close the old harbour bridge to cars until the end of the year.

Engineers had found cracks in two of the seven piers of the bridge, and repairs begin as soon as money is granted.

Shopkeepers on the island fear for their summer, while cyclists welcome the decision of the office as overdue.
"""


class TestRawText:
    def test_the_short_line_above_the_prose_is_the_title(self) -> None:
        assert title(TEXT) == "Harbour bridge closes to cars for a year"

    def test_blank_lines_do_not_matter(self) -> None:
        assert title(TEXT.replace("\n\n", "\n")) == title(TEXT.replace("\n", "\n\n")) == title(TEXT)

    def test_a_line_with_the_end_of_a_sentence_is_not_the_title(self) -> None:
        lead = "Cracks in two piers have been found, and nobody knows yet when the cars may return."
        assert title(TEXT.replace("Tuesday, 4", f"{lead}\n\nTuesday, 4")) == "Harbour bridge closes to cars for a year"

    def test_a_topic_line_glued_to_the_title_is_cut_off(self) -> None:
        assert title(TEXT.replace("Harbour bridge closes", "Cracked piers:Harbour bridge closes")) == (
            "Harbour bridge closes to cars for a year"
        )


class TestSimilarity:
    def test_punctuation_and_case_do_not_matter(self) -> None:
        assert similarity.fold("“Fire!” – two hurt") == similarity.fold("FIRE: two hurt")

    def test_scripts_without_spaces_are_compared_by_character(self) -> None:
        assert similarity.words("橋を閉鎖") == ("橋", "を", "閉", "鎖")

    def test_overlap_counts_the_words_of_both(self) -> None:
        assert similarity.overlap(("a", "b"), ("b", "c")) == 0.5

    def test_tail_at_gives_the_place_in_the_text(self) -> None:
        text = "Traffic: Bridge closes!"
        assert similarity.tail_at(text, ("bridge", "closes")) == text.index("Bridge")
