"""Every form in which papers credit an agency for a text, and those that credit it for something else."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.article import AgencyCredit
from tests.test_language import PROSE as LONG

MORE = {
    "fr": (
        "Le conseil de l'île a décidé de fermer le vieux pont, et le bac transportera désormais tous ceux qui "
        "travaillent au port. Ce n'est pas la première fois qu'un pont est fermé, a dit la maire lundi à la mairie."
    ),
    "it": (
        "Il consiglio dell'isola ha deciso di chiudere il vecchio ponte, e il traghetto porterà tutti quelli che "
        "lavorano nel porto. Non è la prima volta che un ponte viene chiuso, ha detto la sindaca lunedì in municipio."
    ),
    "pl": (
        "Rada wyspy zdecydowała o zamknięciu starego mostu, a prom będzie teraz woził wszystkich, którzy pracują "
        "w porcie. To nie pierwszy raz, gdy zamknięto most, ale tym razem na zawsze, powiedziała burmistrz."
    ),
    "es": (
        "El consejo de la isla ha decidido cerrar el viejo puente, y el transbordador llevará a todos los que "
        "trabajan en el puerto. No es la primera vez que se cierra un puente, dijo la alcaldesa el lunes."
    ),
}
PROSE = {**LONG, **MORE}


def credit(language: str, *, first: str = "", last: str = "", above: str = "", below: str = "") -> AgencyCredit | None:
    text = PROSE[language]
    body = f"<p>{first}{text}</p><p>{text}</p><p>{text}{last}</p>"
    article = f"<article><h1>{text[:30]}</h1>{above}{body}{below}</article>"
    return newsparse.parse(f"<html lang='{language}'><body>{article}</body></html>").agency_credit


class TestLinesBelowTheText:
    @pytest.mark.parametrize(
        ("language", "line", "names"),
        [
            ("de", "© dpa-infocom, dpa:230428-99-483045/5", ("dpa",)),
            ("de", "Quelle: sid/dpa", ("SID", "dpa")),
            ("de", "(Quelle: APA/sda/dpa)", ("APA", "SDA", "dpa")),
            ("nl", "Bron: BELGA", ("Belga",)),
            ("pl", "Źródło: PAP", ("PAP",)),
            ("it", "Fonte: ANSA", ("ANSA",)),
            ("ru", "Источник: ТАСС", ("TASS",)),
            ("zh", "来源：新华社", ("Xinhua",)),
            ("de", "sak/Reuters", ("Reuters",)),
            ("de", "SDA/sep", ("SDA",)),
            ("de", "(SID)", ("SID",)),
            ("de", "FMW/Bloomberg", ("Bloomberg",)),
            ("en", "With files from The Associated Press", ("AP",)),
            ("de", "Mit Material von dpa", ("dpa",)),
            ("bn", "সূত্র: রয়টার্স", ("Reuters",)),
            ("ur", "(اے پی پی)", ("APP",)),
            ("mr", "(पीटीआय)", ("PTI",)),
        ],
    )
    def test_a_line_names_whom_the_text_is_from(self, language: str, line: str, names: tuple[str, ...]) -> None:
        found = credit(language, below=f"<p>{line}</p>")
        assert found is not None
        assert (found.agencies, found.text) == (names, line)

    @pytest.mark.parametrize(("language", "line"), [("de", "Mit Agenturmaterial"), ("de", "Mit Agenturmaterial.")])
    def test_a_line_may_name_none(self, language: str, line: str) -> None:
        found = credit(language, below=f"<p>{line}</p>")
        assert found is not None
        assert (found.agencies, found.text) == ((), line)


class TestBehindTheLastSentence:
    @pytest.mark.parametrize(
        ("language", "last", "names"),
        [
            ("de", " (dpa)", ("dpa",)),
            ("de", " (dpa/gem)", ("dpa",)),
            ("de", " (FR mit dpa)", ("dpa",)),
            ("en", " — AFP", ("AFP",)),
            ("es", " EFE", ("EFE",)),
        ],
    )
    def test_the_sign_of_the_agency(self, language: str, last: str, names: tuple[str, ...]) -> None:
        found = credit(language, last=last)
        assert found is not None
        assert found.agencies == names


class TestDatelines:
    @pytest.mark.parametrize(
        ("language", "first", "names"),
        [
            ("en", "NORWICK (AP) — ", ("AP",)),
            ("de", "Hamburg (dpa/lno) – ", ("dpa",)),
            ("en", "KATHMANDU, April 25 (Reuters) - ", ("Reuters",)),
            ("it", "(ANSA) - ROMA, 28 LUG - ", ("ANSA",)),
            ("ru", "МОСКВА, 29 июня. /ТАСС/. ", ("TASS",)),
            ("zh", "新华社上海5月3日电 ", ("Xinhua",)),
            ("ja", "【6月18日 AFP】", ("AFP",)),
        ],
    )
    def test_the_first_words_of_the_text(self, language: str, first: str, names: tuple[str, ...]) -> None:
        found = credit(language, first=first)
        assert found is not None
        assert found.agencies == names


class TestBylines:
    @pytest.mark.parametrize(
        ("language", "line", "names"),
        [
            ("de", "Von Mara Lindner, dpa", ("dpa",)),
            ("en", "By Associated Press", ("AP",)),
            ("fr", "Le Monde avec AFP", ("AFP",)),
            ("en", "PTI Mumbai", ("PTI",)),
            ("de", "dpaHafenblatt-Redaktion", ("dpa",)),
        ],
    )
    def test_an_agency_in_the_byline(self, language: str, line: str, names: tuple[str, ...]) -> None:
        found = credit(language, above=f"<p class='byline'>{line}</p>")
        assert found is not None
        assert found.agencies == names


class TestOfSomethingElse:
    @pytest.mark.parametrize(
        ("language", "last"),
        [
            ("de", " Das sagte die Bürgermeisterin der dpa."),
            ("de", " Laut Reuters fehlt dafür das Geld."),
            ("de", " (dpo)"),
            ("de", " (ots)"),
            ("en", " (KXAN)"),
            ("de", " Die AFP ist eine Partei, die AAP ein Verein."),
        ],
    )
    def test_quoted_agencies_other_signs_and_parties(self, language: str, last: str) -> None:
        assert credit(language, last=last) is None

    def test_reporting_and_editing_name_people_and_no_agency(self) -> None:
        assert credit("en", below="<p>Reporting by Mara Lindqvist; Editing by Tom O'Hara</p>") is None

    def test_the_picture(self) -> None:
        figure = "<figure><img src='/media/bridge.jpg'><figcaption>Quelle: dpa</figcaption></figure>"
        assert credit("de", above=figure) is None

    def test_the_footer_of_the_site(self) -> None:
        assert (
            credit("en", below="<footer><p>This site may include material from AFP and Reuters.</p></footer>") is None
        )
