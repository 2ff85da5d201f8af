"""Lines of facts: names, dates, agencies, each in an element of its own, without a word or a space between them."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.article import Article
from newsparse.document import Block, Mark, Place
from newsparse.findings import Label
from newsparse.rows import line_of, row_of, span_at
from tests.byline_pages import PROSE
from tests.dated_pages import NOW


def read(*facts: str, lang: str = "en") -> Article:
    """Read a page whose facts stand side by side, as scripts with names of classes that say nothing write them."""
    row = "".join(f'<span class="sc-{n}">{fact}</span>' for n, fact in enumerate(facts))
    return read_below(f'<div class="sc-row">{row}</div>', lang)


def stacked(*facts: str, lang: str = "en") -> Article:
    """Read a page whose facts stand below each other."""
    return read_below("".join(f'<div class="sc-{n}"><span>{fact}</span></div>' for n, fact in enumerate(facts)), lang)


def read_below(facts: str, lang: str) -> Article:
    page = f"<html lang={lang}><body><main><h1>Ferry line closes</h1>{facts}{PROSE}</main></body></html>"
    return newsparse.parse(page, now=NOW, language=lang)


def names(article: Article) -> list[str]:
    return [author.name for author in article.authors]


class TestSideBySide:
    @pytest.mark.parametrize(
        ("lang", "facts", "name"),
        [
            ("sl", ("Piše: Tilka Mesarič", "torek, 30. aprila 2024 ob 7:45"), "Tilka Mesarič"),
            ("he", ("נועה ברזילי", "30.04.24"), "נועה ברזילי"),
            ("te", ("By లక్ష్మి ప్రసన్న", "Published : Apr 30, 2024"), "లక్ష్మి ప్రసన్న"),
            ("sw", ("Na Rehema Chombo", "Jumanne, Aprili 30, 2024"), "Rehema Chombo"),
            ("sk", ("Autor: Zdenka Hôrková", "Dátum: 30.04.2024 07:45"), "Zdenka Hôrková"),
        ],
    )
    def test_a_name_ends_where_its_element_does(self, lang: str, facts: tuple[str, ...], name: str) -> None:
        article = read(*facts, lang=lang)
        assert names(article) == [name]
        assert article.published is not None
        assert article.published.date().isoformat() == "2024-04-30"
        assert len(article.paragraphs) == 3

    def test_both_dates_count_whatever_stands_beside_them(self) -> None:
        facts = ("Ragnhild Moe", "Journalist", "Publisert: 30. april 2024 kl. 07.45", "Sist oppdatert: 2. mai 2024")
        article = read(*facts, lang="no")
        assert article.published is not None
        assert article.published.isoformat()[:16] == "2024-04-30T07:45"
        assert article.modified is not None
        assert article.modified.isoformat()[:10] == "2024-05-02"
        assert names(article) == ["Ragnhild Moe"]

    def test_one_is_written_and_one_counted_back(self) -> None:
        article = read("NTB", "Publisert 30. april kl. 07:45", "Oppdatert for 2 timer siden", lang="no")
        assert article.published is not None
        assert article.published.isoformat()[:16] == "2024-04-30T07:45"
        assert article.modified is not None
        assert article.modified.isoformat()[:16] == "2024-05-03T10:00"

    @pytest.mark.parametrize(("lang", "source"), [("lt", "ELTA"), ("lt", "Šaltinis: ELTA")])
    def test_an_agency_is_credited_where_an_element_is_its_name_or_names_it_as_the_source(
        self, lang: str, source: str
    ) -> None:
        credit = read("2024-04-30 07:45", source, lang=lang).agency_credit
        assert credit is not None
        assert credit.agencies == ("ELTA",)

    def test_the_line_is_no_text(self) -> None:
        article = read("Kompas Utara, 30 April 2024, 07:45 WIB", "Penulis Dewi Anggraini", lang="id")
        assert len(article.paragraphs) == 3

    def test_a_caption_with_a_day_in_it_is_no_line_of_facts(self) -> None:
        figure = "<figure><img src=a.jpg><figcaption><span class=a>The harbour on 30 April 2024</span><span class=b>"
        article = read_below(f"{figure}Photo: Ola Venn</span></figcaption></figure>", "en")
        assert [image.caption for image in article.images] == ["The harbour on 30 April 2024"]

    def test_a_timetable_is_no_line_of_facts(self) -> None:
        loft = '<span class="t">12pm</span> <span class="r">The net loft on the old quay</span>'
        rows = "".join(f'<p><span class="d">May {n}, 2024</span> {loft}</p>' for n in range(1, 7))
        page = f"<html lang=en><body><main><h1>Ferry talks</h1><h2>Schedule</h2>{rows}{PROSE}</main></body></html>"
        labels = [block.label for block in newsparse.explain(page).blocks if "net loft" in block.text]
        assert Label.TIMESTAMP not in labels


class TestBelowEachOther:
    def test_a_clock_time_goes_with_the_day_above_it(self) -> None:
        article = stacked("30.04.2024.", "07:45", lang="hr")
        assert article.published is not None
        assert article.published.isoformat()[:16] == "2024-04-30T07:45"

    @pytest.mark.parametrize(
        ("lang", "first", "change"),
        [
            ("cs", "30. dubna 2024 7:45", "Aktualizováno 10:20"),
            ("fi", "Julkaistu 30.04.2024 klo 07:45", "Päivitetty klo 10:20"),
            ("el", "30 Απριλίου 2024 07:45", "Τελευταία ενημέρωση: 10:20"),
        ],
    )
    def test_so_does_the_clock_time_of_a_change(self, lang: str, first: str, change: str) -> None:
        article = stacked(first, change, lang=lang)
        assert article.modified is not None
        assert article.modified.isoformat()[:16] == "2024-04-30T10:20"

    def test_times_of_a_ticker_stay_without_a_day(self) -> None:
        article = stacked("30.04.2024", "11:50", "11:20", "10:45")
        assert article.published is not None
        assert article.published.isoformat()[11:16] == "00:00"

    def test_a_name_beside_the_date_is_no_text(self) -> None:
        article = stacked("Aino Kallasvirta", "30.4.2024 klo 07:45", lang="fi")
        assert names(article) == ["Aino Kallasvirta"]
        assert len(article.paragraphs) == 3

    @pytest.mark.parametrize(
        ("lang", "facts"),
        [
            ("ro", ("acum 3 ore", "Smaranda Tătaru")),
            ("sk", ("utorok 30. apríla 2024, 7:45", "Smaranda Tătaru, redaktorka")),
            ("no", ("Smaranda Tătaru", "Journalist", "30. april 2024 kl. 07.45")),
            ("et", ("Smaranda Tătaru, reporter | 30. aprill 2024, 7:45",)),
            ("lt", ("Smaranda Tătaru, nemuno.lt | 2024-04-30 07:45",)),
        ],
    )
    def test_a_name_below_the_date_and_a_job_title_below_the_name_are_no_text(
        self, lang: str, facts: tuple[str, ...]
    ) -> None:
        article = stacked(*facts, lang=lang)
        assert names(article) == ["Smaranda Tătaru"]
        assert len(article.paragraphs) == 3

    def test_names_beside_dates_in_a_list_of_appointments_are_no_bylines(self) -> None:
        dates = "".join(f"<p>September {day}, 2024 SAAC 217 Carrie Menkel</p>" for day in (10, 17, 24, 28))
        page = f"<html lang=en><body><main><h1>Ferry talks</h1><h2>Schedule</h2>{dates}{PROSE}</main></body></html>"
        labels = [block.label for block in newsparse.explain(page).blocks if "Menkel" in block.text]
        assert Label.BYLINE not in labels


class TestRows:
    @staticmethod
    def block(text: str, *parts: str) -> Block:
        return Block(0, text, Place(0, "div", None, 0).kind, Place(0, "div", None, 0), marks=tuple(map(mark, parts)))

    def test_of_nested_elements_the_outer_ones_make_up_a_row(self) -> None:
        block = self.block("By Ada Venn May 3", "Ada Venn", "By Ada Venn", "May 3")
        assert [mark.text for mark in row_of(block)] == ["By Ada Venn", "May 3"]

    def test_text_between_them_makes_none(self) -> None:
        assert row_of(self.block("Ada Venn wrote on May 3", "Ada Venn", "May 3")) == ()

    def test_a_place_lies_in_one_of_them(self) -> None:
        block = self.block("Ada Venn | May 3", "Ada Venn", "May 3")
        assert span_at(row_of(block), block.text, 11) == (11, 16)
        assert span_at((), block.text, 11) == (0, 16)

    def test_bars_stand_beside_dates_alone(self) -> None:
        assert line_of(self.block("Ada Venn May 3", "Ada", "Venn", "May 3")) == "Ada Venn | May 3"


def mark(text: str) -> Mark:
    return Mark("span", text, "sc")
