"""Dates in strings: as machines write them, as people write them, in addresses."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from newsparse.dates.calendars import from_jalali
from newsparse.dates.glance import may_hold_date
from newsparse.dates.machine import read_machine
from newsparse.dates.reading import placed, read_value
from newsparse.dates.relative import read_relative
from newsparse.dates.stamp import Stamp, completed, moment
from newsparse.dates.url import in_url
from newsparse.dates.written import stamps_in
from tests.date_styles import NOW, read, style
from tests.dated_pages import page, published


class TestMachineDates:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2020-05-28", "2020-05-28T00:00:00"),
            ("20200528", "2020-05-28T00:00:00"),
            ("2020-05-28T10:00", "2020-05-28T10:00:00"),
            ("2020-05-28 10:00:30", "2020-05-28T10:00:30"),
            ("2020-05-28T10:00:00Z", "2020-05-28T10:00:00+00:00"),
            ("2020-05-28T10:00:00 UTC", "2020-05-28T10:00:00+00:00"),
            ("2020-05-28T10:00:00+0200", "2020-05-28T10:00:00+02:00"),
            ("2020-05-28T10:00:00 +0200", "2020-05-28T10:00:00+02:00"),
            ("2020-05-28T10:00:00-05:30", "2020-05-28T10:00:00-05:30"),
            ("2020-05-28T10:00:00+02", "2020-05-28T10:00:00+02:00"),
            ("2020-05-28T10:00:00.123Z", "2020-05-28T10:00:00.123000+00:00"),
            ("2020-05-28T10:00:00.123456789Z", "2020-05-28T10:00:00.123456+00:00"),
            ("20200528T100000Z", "2020-05-28T10:00:00+00:00"),
            ("20200528100000", "2020-05-28T10:00:00"),
            ("2020-05-28T24:00:00", "2020-05-28T00:00:00"),
            ("2020-05-28T10:00:00Z[UTC]", "2020-05-28T10:00:00+00:00"),
        ],
    )
    def test_iso_8601_in_all_its_variants(self, text: str, expected: str) -> None:
        found = read_machine(text)
        assert found is not None
        made = moment(found, None)
        assert made is not None
        assert made.value.isoformat() == expected

    @pytest.mark.parametrize("text", ["1590660000", "1590660000000", "1590660000.25"])
    def test_seconds_and_milliseconds_since_1970_are_utc(self, text: str) -> None:
        found = read_machine(text)
        assert found is not None
        assert moment(found, "Asia/Tokyo") == moment(Stamp(2020, 5, 28, found.clock, UTC), None)

    @pytest.mark.parametrize("text", ["2020-02-30", "2020-13-01", "12345", "", "soon", "2020-05-28T10:00 PM"])
    def test_what_is_no_machine_date_is_left_alone(self, text: str) -> None:
        assert read_machine(text) is None

    @pytest.mark.parametrize("text", ["1970-01-01T00:00:00Z", "0001-01-01"])
    def test_values_that_stand_for_not_set_give_nothing(self, text: str) -> None:
        found = read_value(text, style("en"))
        assert found is None or moment(found, None) is None

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Tue, 12 Sep 2023 05:15:00 +0200", "2023-09-12T05:15:00+02:00"),
            ("Tue, 12 Sep 2023 05:15:00 GMT", "2023-09-12T05:15:00+00:00"),
            ("Tue Sep 12 05:15:00 EST 2023", "2023-09-12T05:15:00-05:00"),
            ("September 12, 2023 5:15 pm", "2023-09-12T17:15:00"),
        ],
    )
    def test_dates_that_programs_write_in_words_are_read(self, text: str, expected: str) -> None:
        assert read(text) == expected


class TestNumbers:
    @pytest.mark.parametrize("tag", ["en-GB", "en-US"])
    @pytest.mark.parametrize(
        "text", ["03.05.2024", "3/5/2024", "14/5/2024 10:30", "5/14/2024, 10:30:15", "03-05-2567", "31/12/2023 24:00"]
    )
    def test_the_fast_way_reads_what_the_words_of_a_line_say(self, text: str, tag: str) -> None:
        here = style("en", tag)
        fast, slow = read_value(text, here), next(iter(stamps_in(text, here)))
        assert fast is not None
        assert (fast.year, fast.month, fast.day, fast.clock, fast.ambiguous) == (
            slow.year, slow.month, slow.day, slow.clock, slow.ambiguous,
        )  # fmt: skip


class TestWrittenDates:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Dienstag, 12.09.2023, 05:15 Uhr", "2023-09-12T05:15:00"),
            ("12. September 2023 um 5.15 Uhr", "2023-09-12T05:15:00"),
            ("Stand: 12.9.23 | 17:00", "2023-09-12T17:00:00"),
            ("5:15 Uhr, 12. Sept. 2023", "2023-09-12T05:15:00"),
            ("12.09.2023 05:15 MESZ", "2023-09-12T05:15:00+02:00"),
            ("Am 1. März 2024", "2024-03-01T00:00:00"),
        ],
    )
    def test_german(self, text: str, expected: str) -> None:
        assert read(text, "de") == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("September 12th, 2023", "2023-09-12T00:00:00"),
            ("12 Sep 2023 at 12:30 UTC+1", "2023-09-12T12:30:00+01:00"),
            ("Sept. 12, 2023, 12:05 a.m. ET", "2023-09-12T00:05:00-04:00"),
            ("Jan. 12, 2023, 1 p.m. ET", "2023-01-12T13:00:00-05:00"),
            ("12:30, 12 September 2023", "2023-09-12T12:30:00"),
            ("12-Sep-23", "2023-09-12T00:00:00"),
            ("2023-Sep-12", "2023-09-12T00:00:00"),
            ("12 | 09 | 2023", "2023-09-12T00:00:00"),
        ],
    )
    def test_english(self, text: str, expected: str) -> None:
        assert read(text) == expected

    @pytest.mark.parametrize(
        ("text", "code", "expected"),
        [
            ("প্রকাশ: ১২ মার্চ ২০২৪, ০৭:৪৫", "bn", "2024-03-12T07:45:00"),
            ("12. märtsil 2024 kell 7.45", "et", "2024-03-12T07:45:00"),
            ("2024 m. kovo 12 d. 07:45", "lt", "2024-03-12T07:45:00"),
            ("2024. gada 12. martā, 07:45", "lv", "2024-03-12T07:45:00"),
            ("प्रकाशित: 12 मार्च 2024, 07:45 PM", "mr", "2024-03-12T19:45:00"),
            ("Selasa, 12 Mac 2024 7:45 petang", "ms", "2024-03-12T19:45:00"),
            ("Publikované 12. marca 2024 o 7:45", "sk", "2024-03-12T07:45:00"),
            ("12. marca 2024 ob 7.45", "sl", "2024-03-12T07:45:00"),
            ("12. март 2024. у 07:45", "sr", "2024-03-12T07:45:00"),
            ("Publicerad 12 mars 2024 07.45", "sv", "2024-03-12T07:45:00"),
            ("Jumanne, Machi 12, 2024", "sw", "2024-03-12T00:00:00"),
            ("வெளியிடப்பட்டது: 12 மார்ச் 2024, 07:45 AM", "ta", "2024-03-12T07:45:00"),
            ("మార్చి 12, 2024 7:45 AM", "te", "2024-03-12T07:45:00"),
            ("شائع شدہ: 12 مارچ 2024، 07:45", "ur", "2024-03-12T07:45:00"),
            ("2024年5月3日 下午3:20", "zh", "2024-05-03T15:20:00"),
            ("2024年5月3日下午3时20分", "zh", "2024-05-03T15:20:00"),
            ("۱۲ اسفند ۱۴۰۲ - ۱۴:۳۰", "fa", "2024-03-02T14:30:00"),
            ("تاریخ انتشار: ۱۴۰۲/۱۲/۱۲ ۱۴:۳۰", "fa", "2024-03-02T14:30:00"),
            ("5 มีนาคม 2567 10:30 น.", "th", "2024-03-05T10:30:00"),
            ("วันอังคารที่ 5 มีนาคม พ.ศ. 2567, 10.30 น.", "th", "2024-03-05T10:30:00"),
            ("民國113年5月3日", "zh", "2024-05-03T00:00:00"),
            ("令和6年5月3日(金)10時30分", "ja", "2024-05-03T10:30:00"),
            ("2024年5月3日（金） 10：30", "ja", "2024-05-03T10:30:00"),
            ("2024년 5월 3일 오후 3:20", "en", "2024-05-03T15:20:00"),
            ("3 мая 2024 г. в 10:30", "ru", "2024-05-03T10:30:00"),
            ("3 maja 2024, 10:30", "pl", "2024-05-03T10:30:00"),
            ("3 de maio de 2024, às 10h30", "pt", "2024-05-03T10:30:00"),
            ("3 Mayıs 2024 Cuma 10:30", "tr", "2024-05-03T10:30:00"),
            ("3 MAYIS 2024", "tr", "2024-05-03T00:00:00"),
            ("3. toukokuuta 2024 klo 10.30", "fi", "2024-05-03T10:30:00"),
            ("3. mai 2024 kl. 10.30", "no", "2024-05-03T10:30:00"),
        ],
    )
    def test_other_languages(self, text: str, code: str, expected: str) -> None:
        assert read(text, code) == expected

    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("ar", "3 مايو 2024 10:30"),
            ("cs", "3. května 2024 10:30"),
            ("da", "3. maj 2024 kl. 10.30"),
            ("de", "Freitag, 3. Mai 2024, 10:30 Uhr"),
            ("en", "Friday, May 3, 2024 10:30 am"),
            ("es", "3 de mayo de 2024, 10:30 h"),
            ("fi", "3.5.2024 klo 10.30"),
            ("fr", "3 mai 2024 à 10h30"),
            ("hu", "2024. május 3. 10:30"),
            ("it", "3 maggio 2024 alle 10:30"),
            ("ja", "2024年5月3日 10時30分"),
            ("ko", "2024년 5월 3일 오전 10:30"),
            ("no", "3. mai 2024 kl. 10.30"),
            ("pl", "3 maja 2024 10:30"),
            ("pt", "3 de maio de 2024 às 10h30"),
            ("ru", "3 мая 2024 в 10:30"),
            ("sv", "3 maj 2024 kl. 10.30"),
            ("tr", "3 Mayıs 2024 10:30"),
            ("uk", "3 травня 2024, 10:30"),
            ("zh", "2024年05月03日10:30"),
        ],
    )
    def test_the_usual_stamp_of_every_language(self, code: str, text: str) -> None:
        assert read(text, code) == "2024-05-03T10:30:00"

    @pytest.mark.parametrize(("tag", "expected"), [("en-GB", "2024-04-03"), ("en-US", "2024-03-04")])
    def test_the_country_says_whether_the_day_comes_first(self, tag: str, expected: str) -> None:
        assert (read("03/04/2024", tag=tag) or "")[:10] == expected

    def test_a_time_may_be_glued_to_the_year(self) -> None:
        assert read("Jan. 14, 20242:23 PM") == "2024-01-14T14:23:00"
        assert read("14 January 202417:59") == "2024-01-14T17:59:00"

    def test_a_number_beyond_twelve_is_the_day_wherever_it_stands(self) -> None:
        assert (read("03/14/2024", tag="en-GB") or "")[:10] == "2024-03-14"

    def test_a_time_may_be_set_off_by_a_colon(self) -> None:
        found = stamps_in("21:40: Last boat leaves", style("en"))
        assert [s.clock for s in found] == [time(21, 40)]

    def test_two_dates_in_one_line_keep_their_own_times(self) -> None:
        found = stamps_in("4.10.2020 10:00 | aktualisiert 5.10.2020 11:00", style("de"))
        assert [(s.day, s.clock.hour if s.clock else None) for s in found] == [(4, 10), (5, 11)]

    @pytest.mark.parametrize(
        "text", ["Tel. 030-12-34-56", "Version 1.2.3.4", "192.168.10.12", "2 hours", "May be 7", "31.02.2023", "1-10-1"]
    )
    def test_other_numbers_are_no_dates(self, text: str) -> None:
        assert stamps_in(text, style("en")) == []

    @pytest.mark.parametrize("text", ["12 comments on 3 boats", "A 5 minute read", "Prices rose by 4.5 percent"])
    def test_lines_without_what_dates_are_made_of_are_told_at_a_glance(self, text: str) -> None:
        assert not may_hold_date(text, style("en").telling)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("5 May", "en"), ("Yesterday", "en"), ("5 p.m.", "en"), ("MayUpdated 5", "en"), ("5/3/2024", "en"),
            ("16:30", "en"), ("@ 5.15", "en"), ("5.15 Uhr", "de"), ("5h15", "fr"), ("3. März", "de"), ("5月3日", "ja"),
        ],
    )  # fmt: skip
    def test_lines_with_what_dates_are_made_of_are_read(self, text: str, code: str) -> None:
        assert may_hold_date(text, style(code).telling)

    def test_a_buddhist_year_is_taken_back_by_543(self) -> None:
        assert read("3 May 2567") == "2024-05-03T00:00:00"

    def test_a_long_text_is_read_in_linear_time(self) -> None:
        assert stamps_in("1." * 100_000, style("de")) == []

    @pytest.mark.parametrize(
        ("jalali", "expected"),
        [((1403, 2, 14), date(2024, 5, 3)), ((1399, 12, 30), date(2021, 3, 20)), ((1299, 12, 29), date(1921, 3, 20))],
    )
    def test_iranian_days(self, jalali: tuple[int, int, int], expected: date) -> None:
        assert from_jalali(*jalali) == expected

    def test_the_last_day_of_a_common_iranian_year_has_no_thirtieth(self) -> None:
        assert from_jalali(1400, 12, 30) is None


class TestWhatIsMissing:
    def test_a_date_without_a_year_is_the_last_such_day(self) -> None:
        (found,) = stamps_in("December 24", style("en"))
        assert completed(found, date(2024, 5, 3)) == Stamp(2023, 12, 24, start=0, end=11)

    def test_a_time_alone_is_of_the_base_day(self) -> None:
        (found,) = stamps_in("16:30", style("en"))
        made = placed(found, style("en"), NOW, date(2024, 5, 2))
        assert made is not None
        assert made.value == datetime(2024, 5, 2, 16, 30)

    @pytest.mark.parametrize("text", ["December 24", "16:30", "yesterday, 16:30"])
    def test_without_a_base_it_gives_nothing(self, text: str) -> None:
        (found,) = stamps_in(text, style("en"))
        assert placed(found, style("en"), None) is None

    def test_yesterday_is_the_day_before_the_base(self) -> None:
        (found,) = stamps_in("gestern, 16:30 Uhr", style("de"))
        made = placed(found, style("de"), NOW, NOW.date())
        assert made is not None
        assert made.value.isoformat() == "2024-05-02T16:30:00+02:00"

    def test_nothing_is_dated_more_than_a_day_after_now(self) -> None:
        assert placed(Stamp(2024, 5, 5), style("en"), NOW) is None
        assert placed(Stamp(2024, 5, 4), style("en"), NOW) is not None

    def test_without_now_no_date_is_too_late(self) -> None:
        assert placed(Stamp(2124, 5, 5), style("en"), None) is not None


class TestRelative:
    @pytest.mark.parametrize(
        ("text", "code", "back"),
        [("2 hours ago", "en", timedelta(hours=2)), ("vor 5 Minuten", "de", timedelta(minutes=5))],
    )
    def test_hours_and_minutes_are_counted_back_from_now(self, text: str, code: str, back: timedelta) -> None:
        found = read_relative(text, style(code), NOW)
        assert found is not None
        made = moment(found, None)
        assert made is not None
        assert made.value == NOW - back

    def test_months_back_give_a_day_without_a_time(self) -> None:
        found = read_relative("4 months ago", style("en"), NOW)
        assert found is not None
        assert (found.year, found.month, found.day, found.clock) == (2024, 1, 3, None)

    @pytest.mark.parametrize("text", ["3 min read", "in 2 hours", "ago", "long ago"])
    def test_what_does_not_count_back_is_left_alone(self, text: str) -> None:
        assert read_relative(text, style("en"), NOW) is None

    def test_without_now_nothing_is_counted(self) -> None:
        assert read_relative("2 hours ago", style("en"), None) is None


class TestAddresses:
    @pytest.mark.parametrize(
        "path",
        [
            "/2024/05/03/bridge/", "/2024/5/3/bridge", "/news/2024-05-03-bridge", "/2024/may/03/bridge",
            "/a/20240503/b", "/2024/0503/bridge", "/bridge_2024.05.03.html",
        ],
    )  # fmt: skip
    def test_a_day_in_the_path_is_read(self, path: str) -> None:
        assert in_url(f"https://example.org{path}") == Stamp(2024, 5, 3)

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org/2024/05/bridge", "https://example.org/a-20241399",
            "https://example.org/id/120240503", "https://example.org/?d=2024-05-03",
            "https://example.org/1234/05/06/", "bridge",
        ],
    )  # fmt: skip
    def test_other_numbers_are_none(self, url: str) -> None:
        assert in_url(url) is None


class TestShortYears:
    @pytest.mark.parametrize("language", ["zh", "ja", "ko", "hu"])
    def test_they_stand_first_where_years_do(self, language: str) -> None:
        stamp = stamps_in("19-09-30 10:03", style(language))[0]
        assert (stamp.year, stamp.month, stamp.day) == (2019, 9, 30)

    def test_and_last_elsewhere(self) -> None:
        stamp = stamps_in("18-03-08 23:16", style("de"))[0]
        assert (stamp.year, stamp.month, stamp.day) == (2008, 3, 18)

    def test_what_is_no_day_with_the_year_first_is_none(self) -> None:
        assert not stamps_in("19-29-30", style("zh"))

    def test_a_day_in_a_key_point_above_the_text_does_not_date_it(self) -> None:
        points = (
            "<ul><li>The old ferry law was signed on August 14, 1935</li><li>Captains protest in the harbour</li></ul>"
        )
        assert published(page(below=points)) is None
