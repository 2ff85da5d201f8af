"""Instants: the zones that no date states, dates in attributes, publications that are revisions."""

from __future__ import annotations

import pytest

from tests.dated_pages import json_ld, meta, page, published, read


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


class TestLines:
    """Two dates in one line, and what says which is which."""

    AMERICAN = ("2024-05-09T14:05:00-04:00", "2024-05-10T08:30:00-04:00")
    BRITISH = ("2024-05-09T14:05:00+01:00", "2024-05-10T08:30:00+01:00")

    @pytest.mark.parametrize(
        ("line", "lang", "moments"),
        [
            ("Published May 9, 2024 2:05 PM EDTUpdated May 10, 2024 8:30 AM EDT", "en", AMERICAN),
            ("Posted at 2:05 PM, May 9, 2024 and last updated 8:30 AM, May 10, 2024", "en", AMERICAN),
            ("Thu 9 May 2024 14.05 BST Last modified on Fri 10 May 2024 08.30 BST", "en", BRITISH),
            ("Published 2024-05-09 14.05 Updated 2024-05-10 08.30", "en-GB", BRITISH),
            (
                "Published: 9 May 2024, 14:05 Updated: 10 May 2024, 08:30 By: Mara Lindqvist, Tom Reilly",
                "en-GB",
                BRITISH,
            ),
            ("As of: 10 May 2024 08:30 · Published: 9 May 2024 14:05", "en-GB", BRITISH),
        ],
    )
    def test_publication_and_change(self, line: str, lang: str, moments: tuple[str, str]) -> None:
        article = read(page(below=f'<div class="meta">{line}</div>', lang=lang))
        found = [date.isoformat() for date in (article.published, article.modified) if date is not None]
        assert tuple(found) == moments

    def test_the_day_whose_state_a_text_gives_is_that_of_publication_where_no_other_is_told(self) -> None:
        assert published(page(below="<div>As of: 10 May 2024</div>")) == "2024-05-10T00:00:00"

    def test_names_and_sections_that_are_links_beside_the_date(self) -> None:
        names = '<a href="/u/1">Mara Lindqvist</a> and <a href="/u/2">Thomasina Reilly-Okafor</a>'
        below = f'<p>Written by {names} on May 9, 2024 in <a href="/c/harbour">Harbours and ferries</a></p>'
        assert published(page(below=below)) == "2024-05-09T00:00:00"

    def test_a_word_inside_of_the_element_of_a_date(self) -> None:
        first = '<time datetime="2024-05-09T14:05:00Z">May 9</time>'
        article = read(page(below=f'{first} <time datetime="2024-05-10T08:30:00Z">Updated May 10</time>'))
        assert article.modified is not None
        assert article.modified.isoformat() == "2024-05-10T08:30:00+00:00"

    def test_a_number_behind_a_date_is_no_time_where_more_is_glued_to_it(self) -> None:
        assert published(page(below="<div>Published 9 May 2024, 14.05.1</div>")) == "2024-05-09T00:00:00"


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
