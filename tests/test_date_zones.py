"""Zones of dates: those that are written, those that a country or a page implies."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsparse import lexicons
from newsparse.dates.places import country_of, glued_in, regions_in
from newsparse.dates.reading import placed
from newsparse.dates.stamp import Stamp, moment
from newsparse.dates.style import Paper, style_of
from newsparse.dates.written import stamps_in
from tests.date_styles import style


class TestZones:
    def test_the_zone_of_the_language_is_assumed_and_said(self) -> None:
        (found,) = stamps_in("Dienstag, 12.09.2023, 05:15 Uhr", style("de"))
        made = placed(found, style("de"), None)
        assert made is not None
        assert made.value.isoformat() == "2023-09-12T05:15:00+02:00"
        assert made.note == "zone assumed: Europe/Berlin"

    @pytest.mark.parametrize(("tag", "zone"), [("ar", None), ("sv", "Europe/Stockholm"), ("ar-EG", "Africa/Cairo")])
    def test_a_tag_without_a_region_names_no_country(self, tag: str, zone: str | None) -> None:
        # AR is Argentina, SV is El Salvador
        assert style(tag[:2], tag).zone == zone

    def test_a_stated_zone_is_kept(self) -> None:
        (found,) = stamps_in("12.09.2023 05:15 UTC", style("de"))
        made = placed(found, style("de"), None)
        assert made is not None
        assert made.value.tzinfo is UTC
        assert made.note is None

    def test_a_language_of_many_countries_implies_none(self) -> None:
        assert style("en").zone is None

    @pytest.mark.parametrize(
        ("tag", "url", "expected"),
        [
            ("en-GB", None, "Europe/London"),
            ("en-US", None, None),
            ("de-AT", None, "Europe/Vienna"),
            ("en", "https://news.example.nz/a", "Pacific/Auckland"),
            ("en", "https://news.example.co.uk/a", "Europe/London"),
            ("en-US", "https://news.example.in/a", "Asia/Kolkata"),
        ],
    )
    def test_the_country_decides(self, tag: str, url: str | None, expected: str | None) -> None:
        assert style(tag[:2], tag, url).zone == expected

    def test_the_place_that_a_paper_is_named_after_outweighs_the_language(self) -> None:
        found = style_of([lexicons.load("fr")], known=True, paper=Paper(names=("Gazette de Montréal",)))
        assert (found.zone, found.main) == (None, "America/Toronto")

    @pytest.mark.parametrize("tag", ["ar-AR", "sv_SV", "ca-CA"])
    def test_a_tag_that_repeats_the_language_names_no_country(self, tag: str) -> None:
        assert country_of(None, tag) == ""

    @pytest.mark.parametrize(
        ("name", "place"),
        [("seattleledger", "seattle"), ("thenewmexicoledger", ""), ("ledgeriniowa", ""), ("wnewyork", "newyork")],
    )
    def test_a_place_at_either_end_of_a_host(self, name: str, place: str) -> None:
        assert glued_in(name) == place

    @pytest.mark.parametrize(
        ("text", "region"),
        [
            ("12 Mill Street, Springfield, IL 62701-1234", "US-IL"),
            ("12 Mill Street, Toronto, ON M5V 2T6", "CA-ON"),
            ("12 Mill Street, Cairns QLD 4870", "AU-QLD"),
            ("12 Mill Lane, London SW1A 1AA", "GB-SW"),
        ],
    )
    def test_the_region_of_a_postal_address(self, text: str, region: str) -> None:
        assert list(regions_in(text)) == [region]

    def test_a_day_without_a_time_is_midnight_and_says_so(self) -> None:
        made = moment(Stamp(2024, 5, 3), None)
        assert made is not None
        assert made.value == datetime(2024, 5, 3)
        assert made.note == "no time given"


def test_an_offset_survives_a_daylight_saving_zone() -> None:
    found = moment(Stamp(2024, 1, 3), "Europe/Berlin")
    assert found is not None
    assert found.value.utcoffset() == timedelta(hours=1)
    assert found.value.tzinfo == timezone(timedelta(hours=1))
