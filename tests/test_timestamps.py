"""When an article appeared and changed, from everything a page declares and shows."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

import newsparse
from newsparse.findings import Label
from tests.dated_pages import NOW, TEXT, json_ld, meta, page, published, read


class TestDeclared:
    def test_the_date_of_the_article_in_json_ld(self) -> None:
        dates = {"datePublished": "2024-05-02T10:00:00+02:00", "dateModified": "2024-05-03T08:00:00Z"}
        head = json_ld({"@type": "NewsArticle", **dates})
        article = read(page(head))
        assert article.published == datetime.fromisoformat("2024-05-02T10:00:00+02:00")
        assert article.modified == datetime.fromisoformat("2024-05-03T08:00:00+00:00")
        assert article.evidence["published"].raw == "2024-05-02T10:00:00+02:00"

    @pytest.mark.parametrize("wrapped", [["2024-05-02T10:00:00Z"], {"@type": "Date", "@value": "2024-05-02T10:00:00Z"}])
    def test_a_date_wrapped_in_a_list_or_a_typed_literal(self, wrapped: Any) -> None:
        head = json_ld({"@type": "NewsArticle", "datePublished": wrapped})
        assert published(page(head)) == "2024-05-02T10:00:00+00:00"

    def test_json_ld_in_a_meta_tag(self) -> None:
        said = json.dumps({"@type": "Article", "datePublished": "2024-05-02T10:00:00+02:00"}).replace('"', "&quot;")
        head = f'<meta name="script:ld+json" content="{said}">'
        assert published(page(head)) == "2024-05-02T10:00:00+02:00"

    def test_dates_of_events_people_and_pictures_are_not_the_articles(self) -> None:
        head = json_ld(
            {"@type": "Event", "startDate": "2024-06-01"},
            {"@type": "Person", "birthDate": "1980-01-01"},
            {"@type": "Comment", "datePublished": "2024-05-03"},
        )
        assert published(page(head)) is None

    def test_of_several_articles_that_with_the_pages_headline_counts(self) -> None:
        head = json_ld(
            {"@type": "NewsArticle", "headline": "Something else", "datePublished": "2021-01-01"},
            {"@type": "NewsArticle", "headline": "Ferry line closes", "datePublished": "2024-05-02T10:00:00Z"},
        )
        assert published(page(head)) == "2024-05-02T10:00:00+00:00"

    def test_meta_tags(self) -> None:
        changed = meta("article:modified_time", "2024-05-03T08:00:00Z")
        head = meta("article:published_time", "2024-05-02T10:00:00Z") + changed
        article = read(page(head))
        assert article.published == datetime(2024, 5, 2, 10, tzinfo=UTC)
        assert article.modified == datetime(2024, 5, 3, 8, tzinfo=UTC)

    def test_a_change_before_publication_is_of_something_else(self) -> None:
        changed = meta("article:modified_time", "2024-04-03T08:00:00Z")
        head = meta("article:published_time", "2024-05-02T10:00:00Z") + changed
        assert read(page(head)).modified is None

    def test_a_page_that_is_kept_up_has_no_date_of_publication(self) -> None:
        article = read(page(meta("article:modified_time", "2024-05-03T08:00:00Z")))
        assert article.published is None
        assert article.modified == datetime(2024, 5, 3, 8, tzinfo=UTC)

    def test_the_day_in_the_address_is_a_last_resort(self) -> None:
        assert published(page(), url="https://example.org/2024/05/02/ferry") == "2024-05-02T00:00:00"

    def test_nothing_is_later_than_now(self) -> None:
        head = meta("article:published_time", "2024-05-06T10:00:00Z")
        assert published(page(head), now=NOW) is None
        assert published(page(head)) == "2024-05-06T10:00:00+00:00"


class TestShown:
    def test_a_time_element_beside_the_headline(self) -> None:
        below = '<p><time datetime="2024-05-02T10:00:00+02:00">2 May</time></p>'
        assert published(page(below=below)) == "2024-05-02T10:00:00+02:00"

    def test_publication_and_change_glued_in_one_line(self) -> None:
        article = read(page(below="<div>Published 2 May 2024 10:00 | Updated 3 May 2024 8:00</div>"))
        assert article.published == datetime(2024, 5, 2, 10)
        assert article.modified == datetime(2024, 5, 3, 8)

    def test_change_before_publication(self) -> None:
        article = read(page(below="<div>Updated May 3, 2024</div><div>Published May 2, 2024</div>"))
        assert article.published == datetime(2024, 5, 2)
        assert article.modified == datetime(2024, 5, 3)

    def test_a_label_in_a_block_of_its_own(self) -> None:
        article = read(page(below="<div>Updated</div><div>May 3, 2024</div><div>Published</div><div>May 2, 2024</div>"))
        assert article.published == datetime(2024, 5, 2)
        assert article.modified == datetime(2024, 5, 3)

    def test_a_lone_change_beside_the_headline_stands_for_publication_and_says_so(self) -> None:
        article = read(page(below="<div>Updated May 3, 2024</div>"))
        assert article.published == datetime(2024, 5, 3)
        assert "only the date of a change" in (article.evidence["published"].note or "")

    def test_a_date_above_the_headline_or_in_a_footer_beside_it(self) -> None:
        assert published(page(above="<div>May 2, 2024</div>")) == "2024-05-02T00:00:00"
        below = "<footer><div>Ann Smith</div><div>May 2, 2024</div></footer>"
        assert published(page(below=below)) == "2024-05-02T00:00:00"

    def test_dates_of_comments_teasers_and_copyright_lines_do_not_count(self) -> None:
        foot = (
            '<div class="comments"><p>Bob <time datetime="2024-05-05">5 May 2024</time></p></div>'
            '<div class="related"><p><time datetime="2024-01-05">5 January 2024</time> Another story</p></div>'
            "<footer><p>© 5 May 2024 The Paper</p></footer>"
        )
        assert published(page(foot=foot)) is None

    def test_a_date_in_a_sentence_is_not_the_articles(self) -> None:
        below = "<p>The harbour was founded on 3 May 1901 by fishermen of the neighbouring coast.</p>"
        assert published(page(below=below)) is None

    def test_minutes_ago_need_now(self) -> None:
        html = page(below="<div>Published 2 hours ago</div>")
        assert published(html) is None
        assert published(html, now=NOW) == "2024-05-03T10:00:00+00:00"

    def test_the_block_is_labelled(self) -> None:
        blocks = newsparse.explain(page(below="<div>Published May 2, 2024 10:00 am</div>")).blocks
        assert [b.text for b in blocks if b.label is Label.TIMESTAMP] == ["Published May 2, 2024 10:00 am"]

    def test_the_opening_of_the_text(self) -> None:
        first = f"SOUTHPORT, 2 May 2024 (Agency) - {' '.join(TEXT)}"
        assert published(page(below=f"<p>{first}</p>")) == "2024-05-02T00:00:00"
        assert published(page(below=f"<p>{first.replace(' (Agency) -', ' was the day of')}</p>")) is None

    def test_raw_text(self) -> None:
        text = "\n".join(["Die Fähre fährt nicht mehr", "Dienstag, 12.09.2023, 05:15 Uhr", *TEXT])
        article = newsparse.parse(text, format="text", language="de")
        assert article.published is not None
        assert article.published.isoformat() == "2023-09-12T05:15:00+02:00"
        assert article.evidence["published"].note == "zone assumed: Europe/Berlin"


class TestNotes:
    """Dates away from the headline that say what they are."""

    def test_a_sentence_about_the_posting_behind_the_text(self) -> None:
        note = "<p>This entry was posted on Friday, 3 May 2024 at 10:00 and is filed under Boats, Harbours.</p>"
        assert published(page(foot=note)) == "2024-05-03T10:00:00"

    def test_a_byline_behind_the_text(self) -> None:
        assert (
            published(page(foot="<div>Submitted by harbourmaster on 3 May 2024 - 18:55</div>")) == "2024-05-03T18:55:00"
        )

    def test_a_change_behind_the_text_where_nothing_else_is_known(self) -> None:
        article = read(page(foot="<p>Last updated: May 3, 2024</p>"))
        assert article.published == datetime(2024, 5, 3)
        assert "only the date of a change" in (article.evidence["published"].note or "")

    def test_a_sentence_that_mentions_a_publication_is_none(self) -> None:
        line = (
            "<p>The report, published on 3 May 2023 by the harbour office, counts four thousand passengers a day.</p>"
        )
        assert published(page(foot=line)) is None


class TestNeverTheArticles:
    MENU = "<nav><a href='/'>Home</a><a href='/news'>News</a><a href='/sport'>Sport</a></nav>"

    def test_todays_date_in_the_header_of_the_page(self) -> None:
        header = f"<header><div class='date'>Friday, May 3, 2024</div>{self.MENU}</header>"
        assert published(page().replace("<article>", f"{header}<article>"), now=NOW) is None

    def test_the_date_of_the_copyright(self) -> None:
        assert published(page(foot="<footer><p>© 2024 The Lantern. Updated May 3, 2024</p></footer>")) is None

    def test_a_date_in_the_header_of_the_article_is(self) -> None:
        html = (
            page()
            .replace("<h1>", "<header><div>May 3, 2024</div><p>Harbour</p><h1>")
            .replace("</h1>", "</h1></header>")
        )
        assert published(html) == "2024-05-03T00:00:00"


class TestRightAboveTheHeadline:
    def test_a_line_there_outweighs_dates_in_a_list_far_below(self) -> None:
        rows = "".join(f"<li>Timetable of boat {n}</li>" for n in range(14))
        listed = f"<ul>{rows}<li>May 1, 2024</li><li>May 9, 2023</li></ul>"
        assert published(page(above="<p>2 May 2024</p>", below=listed)) == "2024-05-02T00:00:00"

    def test_a_line_there_does_not_outweigh_the_date_below_the_headline(self) -> None:
        html = page(above="<p>Friday, 3 May 2024</p>", below="<div>12 March 2024</div>")
        assert published(html) == "2024-03-12T00:00:00"


class TestEmbeddedState:
    STATE = '<script id="__NEXT_DATA__" type="application/json">{}</script>'

    def test_the_date_beside_the_headline_where_nothing_else_is_known(self) -> None:
        state = {"props": {"article": {"title": "Ferry line closes", "publishedAt": "2024-05-02T10:00:00Z"}}}
        article = read(page(foot=self.STATE.format(json.dumps(state))))
        assert article.published == datetime(2024, 5, 2, 10, tzinfo=UTC)
        assert article.evidence["published"].source == "state publishedAt"

    def test_it_is_more_exact_than_the_day_in_the_address(self) -> None:
        state = {"props": {"article": {"title": "Ferry line closes", "publishedAt": "2024-05-02T10:00:00Z"}}}
        html = page(foot=self.STATE.format(json.dumps(state)))
        url = "https://sound.example/2024/05/02/ferry-line-closes.html"
        assert published(html, url=url) == "2024-05-02T10:00:00+00:00"

    def test_dates_of_other_articles_do_not_count(self) -> None:
        state = {"latest": [{"title": "Mayor opens a library", "publishedAt": "2024-05-02T10:00:00Z"}]}
        assert published(page(foot=self.STATE.format(json.dumps(state)))) is None

    def test_what_the_page_declares_comes_first(self) -> None:
        state = {"title": "Ferry line closes", "publishedAt": "2024-05-02T10:00:00Z"}
        html = page(meta("article:published_time", "2024-05-01T09:00:00Z"), foot=self.STATE.format(json.dumps(state)))
        assert published(html) == "2024-05-01T09:00:00+00:00"


class TestTogether:
    def test_a_day_takes_its_time_from_a_source_that_agrees(self) -> None:
        html = page(meta("article:published_time", "2024-05-02"), below="<div>May 2, 2024, 10:15 am EST</div>")
        assert published(html) == "2024-05-02T10:15:00-05:00"

    def test_of_two_offsets_for_one_clock_time_that_of_the_paper_is_believed(self) -> None:
        html = page(
            meta("article:published_time", "2024-05-02T20:00:00Z"),
            below='<time datetime="2024-05-02T20:00:00+09:00">May 2, 2024 20:00</time>',
        )
        assert published(html) == "2024-05-02T20:00:00+09:00"

    def test_what_readers_are_told_outweighs_a_declared_revision(self) -> None:
        thing = {"@type": "NewsArticle", "datePublished": "2024-05-02", "dateModified": "2024-05-02"}
        assert published(page(json_ld(thing), below="<div>Published March 7, 2024</div>")) == "2024-03-07T00:00:00"

    def test_a_publication_declared_later_than_the_last_change_is_that_of_the_system(self) -> None:
        thing = {
            "@type": "NewsArticle",
            "datePublished": "2024-05-02T10:00:00Z",
            "dateModified": "2024-05-02T09:58:00Z",
        }
        html = page(json_ld(thing), below='<time datetime="2024-03-07">March 7, 2024</time>')
        assert published(html) == "2024-03-07T00:00:00"

    def test_an_unnamed_date_does_not_outweigh_a_declared_one(self) -> None:
        thing = {"@type": "NewsArticle", "datePublished": "2024-03-07", "dateModified": "2024-05-02"}
        assert published(page(json_ld(thing), below="<div>May 2, 2024</div>")) == "2024-03-07T00:00:00"

    def test_month_and_day_are_turned_where_that_agrees_with_the_address(self) -> None:
        html = page(below="<div>04/03/2024 10:15</div>")
        assert published(html, url="https://example.org/2024/04/03/ferry") == "2024-04-03T10:15:00"
        assert published(html, url="https://example.org/2024/03/04/ferry") == "2024-03-04T10:15:00"

    def test_the_same_page_gives_the_same_dates_on_any_day(self) -> None:
        html = page(below="<div>Yesterday, 16:30</div>")
        assert published(html) is None


class TestFormsOfLanguages:
    @pytest.mark.parametrize(
        ("lang", "line", "expected"),
        [
            ("th", "12 พ.ค. 67 05:15 น.", "2024-05-12T05:15:00+07:00"),
            ("vi", "Ngày 12 tháng 5 năm 2024", "2024-05-12T00:00:00+07:00"),
            ("en-IE", "12 May 2024 10:00 IST", "2024-05-12T10:00:00+01:00"),
            ("en-IN", "12 May 2024 10:00 IST", "2024-05-12T10:00:00+05:30"),
            ("en-AU", "12 May 2024 10:00 EST", "2024-05-12T10:00:00+10:00"),
        ],
    )
    def test_written(self, lang: str, line: str, expected: str) -> None:
        html = page(below=f'<div class="date">{line}</div>', lang=lang)
        found = newsparse.parse(html, language=lang[:2]).published
        assert found is not None
        assert found.isoformat() == expected

    @pytest.mark.parametrize(
        ("lang", "line"),
        [
            ("ja", "3時間前"),
            ("ko", "3시간 전"),
            ("zh", "3小时前"),
            ("th", "3 ชั่วโมงที่แล้ว"),
            ("th", "3 ชั่วโมงก่อน"),
            ("el", "πριν 3 ώρες"),
            ("hi", "3 घंटे पहले"),
            ("et", "3 tundi tagasi"),
            ("ms", "3 jam yang lalu"),
            ("mr", "३ तासांपूर्वी"),
            ("ne", "३ घण्टा अगाडि"),
            ("sr", "Pre 3 sata"),
            ("sr", "Пре 3 сата"),
        ],
    )
    def test_counted_back(self, lang: str, line: str) -> None:
        html = page(below=f'<div class="date">{line}</div>', lang=lang)
        found = newsparse.parse(html, now=NOW, language=lang).published
        assert found is not None
        assert found == datetime(2024, 5, 3, 9, tzinfo=UTC)
        assert newsparse.parse(html, language=lang).published is None


def test_today_in_the_header_of_the_page_right_above_the_headline() -> None:
    header = '<header><div class="date">Friday, May 3, 2024</div></header>'
    assert published(page().replace("<body>", f"<body>{header}")) is None


def test_a_list_of_dates_far_below_the_headline_does_not_outweigh_the_line_above_it() -> None:
    teasers = "".join(f"<p>Another thing happened</p><p>{day:02}.04.2024</p>" for day in (9, 9, 8, 8, 7, 6, 5))
    menu = "".join(f"<p>Menu {n}</p>" for n in range(14))
    html = page(above="<div>02.05.2024, 10:16</div>", below=menu + teasers)
    found = published(html)
    assert found is not None
    assert found.startswith("2024-05-02T10:16")
