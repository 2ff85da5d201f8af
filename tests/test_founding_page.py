"""The page that newsparse was begun for: raw text of a regional paper, with everything around the article.

The page here is invented after that shape. The real one is read, too, where ``NEWSPARSE_CASES`` names the folder
that holds it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import newsparse

CAPTION = (
    "Das Luftbild, das die Wasserschutzpolizei am Montag aufgenommen hat, zeigt die gesperrte Fähre am Anleger von "
    "Steinhude und dahinter die Insel Wilhelmstein."
)
SECOND = (
    "Das Standbild, das ein Segler von seinem Boot aus aufgenommen hat, zeigt den Fährmann Hinnerk Brandes auf dem "
    "Vordeck, während die Feuerwehr längsseits geht."
)
SUBTITLE = (
    "Die einzige Fähre zur Insel liegt seit dem Wochenende fest. Über den Grund für den Schaden am Ruder wird in den "
    "Gemeinden rund um den See immer noch gerätselt."
)
BODY = (
    (
        "Die Fähre auf dem Steinhuder Meer bleibt nach einem Schaden am Ruder mindestens zwei Wochen lang außer "
        "Betrieb. Das teilte die Reederei nach einer Untersuchung durch Taucher mit. Bemerkt hatte den Schaden "
        "der Fährmann Hinnerk Brandes, als er am Sonntagabend mit vierzig Gästen an Bord ablegen wollte."
    ),
    (
        "Der Bürgermeister von Wunstorf sprach von einem herben Schlag für die Wirte auf der Insel. Sie hätten "
        "für den September mehrere Hochzeiten und ein Chortreffen angenommen. Die Gäste sollen nun mit kleinen "
        "Segelbooten übergesetzt werden, sofern der Wind es zulässt."
    ),
    (
        "Vermutet wird, dass ein treibender Baumstamm das Ruder verbogen hat. Die Werft in Nienburg benötigt für "
        "den Ersatz ein Teil aus Norwegen, das frühestens in zehn Tagen eintreffen dürfte. Danach muss die Fähre "
        "noch vom Schiffs-TÜV abgenommen werden."
    ),
)
CREDIT = "© dpa-infocom, dpa:240903-99-417205/3"
TEASERS = (
    (
        "Storch überwintert zum ersten Mal am Dümmer",
        (
            "Ein Weißstorch hat den Zug nach Süden ausgelassen. Vogelkundler sehen darin einen Beleg dafür, dass "
            "die Winter am See milder werden. Gefüttert werden muss das Tier nicht."
        ),
    ),
    (
        "Zwei Verletzte bei Brand in Räucherei",
        (
            "In einer Aalräucherei in Mardorf ist am Dienstag ein Ofen in Brand geraten. Zwei Mitarbeiter kamen "
            "mit Rauchvergiftung ins Krankenhaus. Der Schaden ist noch nicht beziffert."
        ),
    ),
)
PAGE = "\n\n".join(
    (
        "Zähl Pixel\nÄrger um Fähre",
        "Taucher finden verbogenes Ruder am Steinhuder Meer",
        CAPTION,
        CAPTION,
        SUBTITLE,
        "Dienstag, 03.09.2024, 05:15 Uhr",
        "Premium-Zugriff auf seeblick.example für nur 0,99 €\nJetzt sichern!",
        *BODY,
        CREDIT,
        SECOND,
        SECOND,
        "Die Redaktion empfiehlt\nWeitere Artikel",
        *(part for teaser in TEASERS for part in teaser),
    )
)
EXPECTED: dict[str, Any] = {
    "kicker": "Ärger um Fähre",
    "title": "Taucher finden verbogenes Ruder am Steinhuder Meer",
    "subtitle": SUBTITLE,
    "published": "2024-09-03T05:15:00+02:00",
    "body": [{"kind": "paragraph", "text": text} for text in BODY],
    "captions": [CAPTION, SECOND],
    "agency_credit": {
        "agencies": ["dpa"],
        "text": CREDIT,
        "item_id": "240903-99-417205/3",
        "urn": "urn:newsml:dpa.com:20090101:240903-99-417205",
    },
    "related": [
        {"heading": "Die Redaktion empfiehlt", "teasers": []},
        {"heading": "Weitere Artikel", "teasers": [{"title": title, "text": text} for title, text in TEASERS]},
    ],
    "language": "de",
    "labels": {
        "noise: counting pixel": ["Zähl Pixel"],
        "noise: paywall advertisement": ["Premium-Zugriff auf seeblick.example für nur 0,99 €", "Jetzt sichern!"],
    },
}
LABELS = {"noise: counting pixel": {"counter"}, "noise: paywall advertisement": {"paywall", "ad"}}


def cases() -> list[Any]:
    """Return (text, what must be found in it) of the invented page and of the real one where it is at hand."""
    found = [pytest.param(PAGE, EXPECTED, id="invented")]
    folder = os.environ.get("NEWSPARSE_CASES")
    if folder:
        case = Path(folder) / "tageblatt"
        expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
        found.append(pytest.param((case / "source.txt").read_text(encoding="utf-8"), expected, id="real"))
    return found


def simple_html(text: str) -> str:
    """Return the page as a crawler's cleaned HTML: headings and paragraphs without any names."""
    lines = [line for line in text.splitlines() if line]
    parts = [f"<h1>{line}</h1>" if at == 2 else f"<p>{line}</p>" for at, line in enumerate(lines)]
    return f'<html lang="de"><body>{"".join(parts)}</body></html>'


MENU = "Startseite\nLokales\nSport\nKultur\nAnzeigen\nAbo-Service\nAnmelden\n"
FOOT = "\nImpressum\nDatenschutz\nAGB\nKontakt\nMediadaten\nNutzungsbedingungen\n"
VARIANTS: dict[str, Callable[[str], str]] = {
    "as it came": lambda text: text,
    "blank lines missing": lambda text: text.replace("\n\n", "\n"),
    "blank lines doubled": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "every line followed by a blank one": lambda text: text.replace("\n\n", "\n").replace("\n", "\n\n"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "NBSP": lambda text: text.replace(" ", "\u00a0"),
    "soft hyphens": lambda text: text.replace("ung", "\u00adung").replace("lich", "\u00adlich"),
    "menu before": lambda text: MENU + text,
    "menu after": lambda text: text + FOOT,
    "simple HTML": simple_html,
}


@pytest.fixture(params=VARIANTS)
def variant(request: pytest.FixtureRequest) -> Callable[[str], str]:
    return VARIANTS[request.param]


@pytest.mark.parametrize(("text", "expected"), cases())
class TestFoundingPage:
    def test_headline_with_kicker_and_subtitle(self, text, expected, variant) -> None:
        article = newsparse.parse(variant(text))
        found = (article.kicker, article.title, article.subtitle)
        assert found == (expected["kicker"], expected["title"], expected["subtitle"])

    def test_body_is_the_paragraphs_and_nothing_else(self, text, expected, variant) -> None:
        article = newsparse.parse(variant(text))
        assert [{"kind": block.kind, "text": block.text} for block in article.body] == expected["body"]

    def test_time_of_publication_in_the_zone_of_the_language(self, text, expected, variant) -> None:
        article = newsparse.parse(variant(text))
        assert article.published == datetime.fromisoformat(expected["published"])
        assert "assumed" in (article.evidence["published"].note or "")

    def test_every_caption_once(self, text, expected, variant) -> None:
        assert list(newsparse.parse(variant(text)).captions) == expected["captions"]

    def test_agency_credit(self, text, expected, variant) -> None:
        credit = newsparse.parse(variant(text)).agency_credit
        assert credit is not None
        found = {"agencies": list(credit.agencies), "text": credit.text, "item_id": credit.item_id, "urn": credit.urn}
        assert found == expected["agency_credit"]

    def test_related_teasers_under_their_headings(self, text, expected, variant) -> None:
        related = newsparse.parse(variant(text)).related
        teasers = [{"title": t.title, "text": t.text} for block in related for t in block.teasers]
        assert teasers == [t for block in expected["related"] for t in block["teasers"]]
        said = " / ".join(heading for block in related for heading in (block.heading or "",))
        assert all(block["heading"] in said for block in expected["related"])

    def test_language(self, text, expected, variant) -> None:
        assert newsparse.parse(variant(text)).language == expected["language"]

    def test_noise_is_labelled_as_what_it_is(self, text, expected, variant) -> None:
        found = {block.text: str(block.label) for block in newsparse.explain(variant(text)).blocks}
        for kind, lines in expected["labels"].items():
            assert {found[line] for line in lines} <= LABELS[kind]
