"""When an article appeared and changed, from everything a page declares and shows."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

import newsparse
from newsparse.article import Article
from newsparse.findings import Label

TEXT = (
    "The last ferry over the sound leaves on Friday at noon, the harbour office said in a statement.",
    "For ninety years the boats have carried farmers, school classes and their bicycles to the other side.",
    "A bridge of concrete, opened in spring, takes over from them, although few islanders had asked for it.",
)
NOW = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)


def page(head: str = "", above: str = "", below: str = "", foot: str = "", lang: str = "en") -> str:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    return (
        f'<html lang="{lang}"><head><title>Ferry line closes</title>{head}</head><body><article>'
        f"{above}<h1>Ferry line closes</h1>{below}{text}</article>{foot}</body></html>"
    )


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def json_ld(*things: dict[str, Any]) -> str:
    return f'<script type="application/ld+json">{json.dumps(list(things))}</script>'


def read(html: str, now: datetime | None = None, url: str | None = None) -> Article:
    return newsparse.parse(html, url=url, now=now)


def published(html: str, now: datetime | None = None, url: str | None = None) -> str | None:
    found = read(html, now, url).published
    return found.isoformat() if found else None


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


class TestMarkup:
    """What elements around a date have for machines, or for readers who point at it."""

    @pytest.mark.parametrize(
        "element",
        [
            '<relative-time datetime="2024-05-02T10:00:00Z">on May 2</relative-time>',
            '<span data-timestamp="1714644000">2 May 2024</span>',
            '<div class="when" data-published="2024-05-02T10:00:00Z">2 May 2024</div>',
            '<p><span title="Thursday 2nd of May 2024 10:00:00 AM UTC">May 2nd, 2024</span></p>',
            '<p>Ada Lovelace <span title="2024-05-02 10:00 UTC">2 hours ago</span></p>',
        ],
    )
    def test_an_attribute_says_the_instant(self, element: str) -> None:
        assert published(page(below=element)) == "2024-05-02T10:00:00+00:00"

    def test_a_tooltip_that_tells_something_else_is_no_date(self) -> None:
        below = '<p><a href="/x" title="What the harbour looked like on 4 June 1990">Part 2</a></p>'
        assert published(page(below=below)) is None

    def test_names_beside_a_date_in_an_element_of_its_own(self) -> None:
        below = '<p>Mara Lindqvist, The Harbour Weekly of Nordby <span class="time">2 May 2024</span></p>'
        assert published(page(below=below)) == "2024-05-02T00:00:00"

    def test_a_paper_called_today(self) -> None:
        below = '<div class="time">Harbour Today 3:53 p.m. EDT May 2, 2024</div>'
        assert published(page(below=below)) == "2024-05-02T15:53:00-04:00"


class TestRevisions:
    HEAD = json_ld(
        {"@type": "NewsArticle", "datePublished": "2024-05-02T22:00:40Z", "dateModified": "2024-05-03T12:43:39Z"}
    ) + meta("article:published_time", "2024-05-03T12:43:39Z")

    def test_a_publication_at_the_instant_of_a_change_yields_to_an_earlier_one_that_is_shown(self) -> None:
        below = '<div><time datetime="2024-05-03T12:43:39Z">May 2, 2024, 10:00 PM UTC</time></div>'
        assert published(page(head=self.HEAD, below=below)) == "2024-05-02T22:00:40+00:00"


class TestZonesThatNoDateStates:
    """Told by another date of the page, or assumed."""

    def test_a_clock_that_shows_an_instant_stated_elsewhere(self) -> None:
        head = meta("article:published_time", "2024-05-03T03:15:31Z")
        article = read(page(head=head, below="<div>May 2, 2024, 10:15 PM</div>"))
        assert article.published is not None
        assert article.published.isoformat() == "2024-05-02T22:15:31-05:00"
        assert article.evidence["published"].note is None

    def test_not_where_the_clocks_are_apart_as_no_zones_are(self) -> None:
        head = meta("article:published_time", "2024-05-03T03:15:31Z")
        assert published(page(head=head, below="<div>May 2, 2024, 22:40</div>")) == "2024-05-03T03:15:31+00:00"

    def test_a_country_with_several_zones(self) -> None:
        article = read(page(below="<div>3 May 2024, 10:00</div>", lang="en-US"))
        assert article.published is not None
        assert article.published.isoformat() == "2024-05-03T10:00:00-04:00"
        assert article.evidence["published"].note == "zone assumed: America/New_York"

    def test_the_american_way_of_writing_where_no_country_is_known(self) -> None:
        article = read(page(below="<div>May 3, 2024, 10:00 am</div>"))
        assert article.published is not None
        assert article.published.isoformat() == "2024-05-03T10:00:00-04:00"
        assert article.evidence["published"].note == "zone assumed: America/New_York"

    def test_the_american_way_of_writing_the_time_of_a_declared_day(self) -> None:
        head = meta("publish-date", "May 3, 2024")
        html = page(head=head, below='<div class="date">May 3rd 2024 10:00AM</div>')
        assert published(html) == "2024-05-03T10:00:00-04:00"

    @pytest.mark.parametrize(
        ("head", "url"),
        [
            (meta("og:site_name", "The New Mexico Ledger"), None),
            (json_ld({"@type": "NewsArticle", "publisher": {"name": "Ledger", "address": "Santa Fe"}}), None),
            (meta("geo.region", "US-NM"), None),
            ("", "https://www.newmexicoledger.com/a"),
        ],
    )
    def test_the_place_that_a_paper_is_named_after_or_declares(self, head: str, url: str | None) -> None:
        html = page(head=head, below="<div>May 3, 2024, 10:00 am</div>")
        assert published(html, url=url) == "2024-05-03T10:00:00-06:00"

    def test_a_place_in_another_country_than_the_papers_says_nothing(self) -> None:
        html = page(head=meta("og:site_name", "Berlin Ledger"), below="<div>3 May 2024, 10:00</div>", lang="en-GB")
        assert published(html) == "2024-05-03T10:00:00+01:00"

    def test_a_postal_address_behind_the_text(self) -> None:
        foot = "<footer><p>The Ledger, 12 Mill Street, Springfield, IL 62701</p></footer>"
        assert published(page(below="<div>May 3, 2024, 10:00 am</div>", foot=foot)) == "2024-05-03T10:00:00-05:00"

    def test_not_where_there_are_addresses_in_several_zones(self) -> None:
        foot = "<footer><p>Springfield, IL 62701</p><p>Salem, OR 97301</p></footer>"
        assert published(page(below="<div>3 May 2024, 10:00</div>", foot=foot)) == "2024-05-03T10:00:00"

    @pytest.mark.parametrize("tag", ["en_GB", "en-gb"])
    def test_the_country_of_a_declared_locale(self, tag: str) -> None:
        html = page(head=meta("og:locale", tag), below="<div>3 May 2024, 10:00</div>")
        assert published(html) == "2024-05-03T10:00:00+01:00"

    def test_the_locale_that_systems_write_for_want_of_another_tells_of_no_country(self) -> None:
        assert published(page(head=meta("og:locale", "en_US"), below="<div>3 May 2024</div>")) == "2024-05-03T00:00:00"

    def test_the_zone_of_another_date_of_the_page(self) -> None:
        article = read(page(below="<div>Published 3 May 2024 9:00 | Updated 3 May 2024 15:53 PDT</div>"))
        assert article.published is not None
        assert article.published.isoformat() == "2024-05-03T09:00:00-07:00"
        assert article.evidence["published"].note == "zone assumed: that of another date of the page"

    def test_utc_is_no_papers_zone(self) -> None:
        head = meta("article:modified_time", "2024-05-03T15:53:00Z")
        assert published(page(head=head, below="<div>3 May 2024 9:40</div>")) == "2024-05-03T09:40:00"

    @pytest.mark.parametrize("line", ["5/23/2024 10:00 AM", "May 23, 2024, 10:00 am"])
    def test_the_american_way_in_numbers(self, line: str) -> None:
        assert published(page(below=f"<div>{line}</div>")) == "2024-05-23T10:00:00-04:00"

    def test_no_zone_where_nothing_tells_of_a_country(self) -> None:
        assert published(page(below="<div>3 May 2024, 10:00 am</div>")) == "2024-05-03T10:00:00"


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
