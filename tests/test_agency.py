"""Agencies credited for the text, and those that are not."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import agencies
from newsparse.article import AgencyCredit

SENTENCES = (
    "The last ferry over the sound leaves on Friday at noon, the harbour office of the town said in a statement.",
    "For ninety years the boats have carried farmers, school classes and bicycles to the other side of the water.",
    "A bridge of two kilometres is to take over in the autumn, but its opening has been put off three times already.",
)


def credit(*, above: str = "", first: str = "", last: str = "", below: str = "", head: str = "") -> AgencyCredit | None:
    body = [first + SENTENCES[0], SENTENCES[1], SENTENCES[2] + last]
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    article = f"<article><h1>Ferry line closes</h1>{above}{paragraphs}{below}</article>"
    page = f"<html lang='en'><head>{head}</head><body>{article}</body></html>"
    return newsparse.parse(page).agency_credit


class TestGroups:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("dpa", ("dpa",)),
            ("sid/dpa", ("SID", "dpa")),
            ("APA/sda/dpa", ("APA", "SDA", "dpa")),
            ("FR mit dpa", ("dpa",)),
            ("Le Figaro et AFP", ("AFP",)),
            ("sak/Reuters", ("Reuters",)),
            ("dpa-infocom", ("dpa",)),
            ("رويترز", ("Reuters",)),
            ("أ ف ب", ("AFP",)),
            ("ロイター", ("Reuters",)),
            ("रॉयटर्स", ("Reuters",)),
            ("Рейтер", ("Reuters",)),
            ("韩联社", ("Yonhap",)),
        ],
    )
    def test_names_signs_and_a_paper_make_a_group(self, text: str, names: tuple[str, ...]) -> None:
        assert agencies.group(text) == names

    @pytest.mark.parametrize("text", ["told the AP on Friday", "Jon Berg", "dpo", "ots", "KXAN", "AFP 2019 report", ""])
    def test_prose_dates_and_other_signs_make_none(self, text: str) -> None:
        assert agencies.group(text) == ()


class TestNames:
    def test_the_case_of_acronyms_matters_in_prose(self) -> None:
        assert agencies.find("the ap was slow and pa was tired") == []

    def test_scripts_without_spaces_are_searched(self) -> None:
        assert [n.name for n in agencies.find("据新华社报道")] == ["Xinhua"]

    def test_a_word_that_begins_an_iranian_agency_is_none_in_german(self) -> None:
        assert agencies.find("Mehr zum Thema") == []


class TestCreditLines:
    def test_a_number_of_dpa_gives_item_and_urn(self) -> None:
        assert credit(below="<p>© dpa-infocom, dpa:230428-99-483045/5</p>") == AgencyCredit(
            ("dpa",),
            "© dpa-infocom, dpa:230428-99-483045/5",
            "230428-99-483045/5",
            "urn:newsml:dpa.com:20090101:230428-99-483045",
        )

    @pytest.mark.parametrize(
        ("line", "names"),
        [
            ("Source: AP", ("AP",)),
            ("With files from The Associated Press", ("AP",)),
            ("© 2024 The Associated Press", ("AP",)),
            ("(SID)", ("SID",)),
            ("sak/Reuters", ("Reuters",)),
            ("FMW/Bloomberg", ("Bloomberg",)),
            ("© 2012 APA/AP", ("APA", "AP")),
        ],
    )
    def test_a_line_below_the_text_credits(self, line: str, names: tuple[str, ...]) -> None:
        found = credit(below=f"<p>{line}</p>")
        assert found is not None
        assert (found.agencies, found.text) == (names, line)

    def test_the_line_is_no_paragraph_of_the_body(self) -> None:
        page = f"<h1>Ferry line closes</h1>{''.join(f'<p>{s}</p>' for s in SENTENCES)}<p>Source: AP</p>"
        assert newsparse.parse(page).paragraphs == SENTENCES


class TestInsideTheText:
    def test_a_dateline_credits_and_stays_in_its_paragraph(self) -> None:
        found = credit(first="NORWICK (AP) — ")
        assert found is not None
        assert (found.agencies, found.text) == (("AP",), "(AP)")

    def test_agency_place_and_day_credit_where_words_are_not_spaced(self) -> None:
        wired = agencies.wired("新华社上海5月3日电（记者李明）一座老渡口停摆。")
        assert wired is not None
        assert (wired.names, wired.text) == (("Xinhua",), "新华社上海5月3日电")
        assert agencies.wired("据新华社报道，一座老渡口停摆。") is None

    def test_a_suffix_credits(self) -> None:
        found = credit(last=" (dpa/gem)")
        assert found is not None
        assert (found.agencies, found.text) == (("dpa",), "(dpa/gem)")

    def test_an_agency_after_a_dash_credits(self) -> None:
        found = credit(last=" — AFP")
        assert found is not None
        assert found.agencies == ("AFP",)

    def test_a_byline_credits(self) -> None:
        found = credit(above="<p class='byline'>By Associated Press</p>")
        assert found is not None
        assert found.agencies == ("AP",)


class TestNoCredit:
    @pytest.mark.parametrize(
        "below",
        [
            "<figure><img src='a.jpg'><figcaption>The ferry. Photo: AP</figcaption></figure>",
            "<p>The mayor told Reuters on Monday that the town would miss its old boats and their crews.</p>",
            "<p>Source: Harbour Office</p>",
            "<p>(dpo)</p>",
        ],
        ids=["picture", "quoted in prose", "another source", "satire"],
    )
    def test_the_same_words_elsewhere_do_not_credit(self, below: str) -> None:
        assert credit(below=below) is None


class TestDeclared:
    def test_an_agency_declared_as_author_credits_where_nothing_is_shown(self) -> None:
        raw = '{"@type":"NewsArticle","author":{"@type":"Organization","name":"Reuters"}}'
        script = f'<script type="application/ld+json">{raw}</script>'
        found = credit(head=script)
        assert found is not None
        assert found.agencies == ("Reuters",)


class TestPlacesThatDecide:
    """Forms whose neighbourhood says whether they credit the text."""

    def test_links_in_brackets_do(self) -> None:
        found = credit(below="<p>(<a href='https://example.org/kna'>KNA</a>, <a href='/'>NL</a>)</p>")
        assert found == AgencyCredit(("KNA",), "(KNA, NL)")

    def test_a_bare_name_between_paragraphs_does_not(self) -> None:
        html = "".join(f"<p>{text}</p>" for text in (SENTENCES[0], "REUTERS", *SENTENCES[1:]))
        found = newsparse.parse(
            f"<html lang='en'><body><article><h1>Ferry line closes</h1>{html}</article></body></html>"
        )
        assert found.agency_credit is None
        assert found.authors == ()

    def test_the_footer_of_the_page_does_not(self) -> None:
        paragraphs = "".join(f"<p>{text}</p>" for text in SENTENCES)
        footer = "<footer><p>This site may include material from The Associated Press and AFP</p></footer>"
        html = f"<html lang='en'><body><article><h1>Ferry line closes</h1>{paragraphs}</article>{footer}</body></html>"
        assert newsparse.parse(html).agency_credit is None

    def test_a_link_alone_does_not(self) -> None:
        assert credit(below="<p><a href='/agencies/reuters'>Reuters</a></p>") is None

    @pytest.mark.parametrize(
        ("last", "text"),
        [(" EFE", "EFE"), (" (KNA 19.11.21)", "(KNA 19.11.21)"), (" — AFP", "AFP")],
    )
    def test_a_suffix_stands_behind_a_whole_sentence(self, last: str, text: str) -> None:
        found = credit(last=last)
        assert found is not None
        assert found.text == text

    def test_place_and_agency_before_a_dash(self) -> None:
        found = credit(first="Hamburg/dpa - ")
        assert found == AgencyCredit(("dpa",), "Hamburg/dpa")
        assert credit(first="Hamburg/Kiel - ") is None

    def test_what_follows_a_bar_is_not_part_of_the_credit(self) -> None:
        found = credit(below="<p>© dpa-AFX | Drawing: Harbour Archive | 07.11.2023 08:03</p>")
        assert found is not None
        assert found.text == "© dpa-AFX"


class TestDatelinesInOtherForms:
    """Place, day and agency in any order that agencies print, closed by a mark and followed by the sentence."""

    @pytest.mark.parametrize(
        ("first", "names", "text"),
        [
            ("STOCKHOLM (TT) ", ("TT",), "(TT)"),
            ("MADRID, 12 (EUROPA PRESS) ", ("Europa Press",), "(EUROPA PRESS)"),
            ("New Delhi, May 3 (PTI) ", ("PTI",), "(PTI)"),
            ("Berlin (dpa). ", ("dpa",), "(dpa)"),
            ("Berlin. (dpa) ", ("dpa",), "(dpa)"),
            ("Wien - APA - ", ("APA",), "APA"),
            ("Zürich, awp - ", ("AWP",), "awp"),
            ("Reuters – ", ("Reuters",), "Reuters"),
            ("ПРАГА, 3 мая – РИА Новости. ", ("RIA Novosti",), "РИА Новости"),
            ("КИЕВ. 3 мая. ИНТЕРФАКС-УКРАИНА – ", ("Interfax-Ukraine",), "ИНТЕРФАКС-УКРАИНА"),
        ],
    )
    def test_one(self, first: str, names: tuple[str, ...], text: str) -> None:
        found = credit(first=first)
        assert found is not None
        assert (found.agencies, found.text) == (names, text)

    @pytest.mark.parametrize(
        "first",
        ["The agency (AFP) said that ", "Harrisburg, Pa. – ", "REUTERS: ", "According to AFP, ", "AP, a small town. "],
    )
    def test_none(self, first: str) -> None:
        assert credit(first=first) is None


class TestOtherPlaces:
    @pytest.mark.parametrize(
        ("last", "names"),
        [
            (" dpa", ("dpa",)),
            (" /dpa", ("dpa",)),
            (" (Schluss) apa", ("APA",)),
            (" (Reuters) –", ("Reuters",)),
            (" so.", ()),
        ],
    )
    def test_behind_the_last_sentence(self, last: str, names: tuple[str, ...]) -> None:
        found = credit(last=last)
        assert (found.agencies if found else ()) == names

    @pytest.mark.parametrize(
        ("line", "names"),
        [("© Thomson Reuters 2031", ("Reuters",)), ("TT-AFP", ("TT", "AFP")), ("HARBOUR-NEWS", ())],
    )
    def test_lines_below_the_text(self, line: str, names: tuple[str, ...]) -> None:
        found = credit(below=f"<p>{line}</p>")
        assert (found.agencies if found else ()) == names

    def test_glued_to_other_words_of_the_byline(self) -> None:
        found = credit(above='<p class="byline">By Mara LindqvistThe Associated Press</p>')
        assert found is not None
        assert found.agencies == ("AP",)

    def test_a_byline_ends_where_its_date_begins(self) -> None:
        found = credit(above='<p class="byline">PTI | July 3, 2031</p>')
        assert found is not None
        assert found.text == "PTI"

    def test_a_line_of_declared_names_is_the_byline(self) -> None:
        authors = '[{"@type": "Person", "name": "Mara Lindqvist"}, {"@type": "Person", "name": "AP"}]'
        head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {authors}}}</script>'
        found = credit(above="<div>Mara Lindqvist and AP</div>", head=head)
        assert found is not None
        assert found.text == "Mara Lindqvist and AP"


def test_a_last_paragraph_that_an_agency_signs_is_no_teaser() -> None:
    text = (
        "Die letzte Fähre über den Sund fährt am Freitag um zwölf Uhr, teilte das Hafenamt am Montag mit.",
        "Neunzig Jahre lang trugen die Boote Bauern, Schulklassen und ihre Fahrräder auf die andere Seite des Wassers.",
        "Die Brücke ist zwei Kilometer lang und soll im Herbst eröffnet werden; der Termin wurde schon verschoben.",
        "Vom Sommer an fährt ein Bus stündlich über die neue Brücke, und die Kapitäne arbeiten im Hafen. (dpa)",
    )
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    page = f"<html lang='de'><body><article><h1>Fährlinie schließt</h1>{paragraphs}</article></body></html>"
    assert newsparse.parse(page).paragraphs == text


class TestSigns:
    def test_a_word_of_the_language_in_brackets_behind_the_text(self) -> None:
        found = credit(last=" (भाषा)")
        assert found is not None
        assert found.agencies == ("PTI",)

    def test_the_same_word_among_others_is_none(self) -> None:
        assert credit(last=" (हिन्दी भाषा)") is None
