"""Correction notes and editor's notes: kept apart from the text, with the date they give."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import newsparse
from newsparse.article import Article

TEXT = [
    "The bakery on the market square has a new owner, who wants to keep the old recipes and the oven of 1911.",
    "She learnt the trade in the north and came back when her parents gave up the farm at the edge of the town.",
    "The queue on the first morning went once around the fountain, and by ten o'clock nothing was left to sell.",
    "From autumn on there will be bread made of old kinds of grain, which a farmer next door has begun to grow.",
    "The former owner still comes in at four in the morning, because he cannot sleep any longer anyway, he says.",
]


def page(after: str = "", before: str = "", lang: str = "en", published: str = "2024-05-02T08:00:00+00:00") -> Article:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    head = f'<title>Bakery sold</title><meta property="article:published_time" content="{published}">'
    body = f"<article><h1>Bakery sold</h1>{before}{text}{after}</article>"
    return newsparse.parse(f"<html><head>{head}</head><body>{body}</body></html>", language=lang)


def notes(after: str = "", before: str = "", lang: str = "en") -> list[str]:
    return [note.text for note in page(after, before, lang).corrections]


NOTE = "Correction: An earlier version of this article gave the wrong year for the oven of the bakery."


def test_a_last_paragraph_that_opens_as_a_correction_is_a_note() -> None:
    article = page(f"<p><em>{NOTE}</em></p>")
    assert [note.text for note in article.corrections] == [NOTE]
    assert list(article.paragraphs) == TEXT


def test_a_note_may_stand_before_the_text() -> None:
    note = "Editor's note: The names of two customers have been changed at their request."
    assert notes(before=f"<p>{note}</p>") == [note]


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        ("de", "Anmerkung der Redaktion: In einer früheren Version hieß es, der Ofen sei von 1912. Das ist falsch."),
        ("de", "Aus dem Englischen übersetzt von der Redaktion des Blattes für diese Ausgabe am Wochenende."),
        ("en", "This translation was made by the desk and checked by an editor who speaks both languages."),
        ("fr", "Correction : le four date de 1911 et non de 1912, comme indiqué dans une première version."),
        ("es", "Fe de errores: el horno es de 1911 y no de 1912, como se decía en la primera versión del texto."),
    ],
)
def test_notes_of_other_kinds_and_languages_are_known(lang: str, note: str) -> None:
    assert notes(f"<p>{note}</p>", lang=lang) == [note]


def test_a_heading_announces_the_note_below_it() -> None:
    article = page("<h3>Correction</h3><p>The oven was built in the year 1911, not in 1912 as we wrote at first.</p>")
    expected = ["The oven was built in the year 1911, not in 1912 as we wrote at first."]
    assert [note.text for note in article.corrections] == expected
    assert list(article.paragraphs) == TEXT


def test_a_container_called_so_holds_a_note() -> None:
    note = "We gave the oven one year too few, for which the baker has forgiven us."
    assert notes(f"<div class='article-correction'><p>{note}</p></div>") == [note]


def test_a_last_paragraph_that_mentions_an_earlier_version_is_a_note() -> None:
    note = "The year of the oven was wrong in an earlier version of this article."
    assert notes(f"<p>{note}</p>") == [note]


def test_a_paragraph_about_a_correction_is_text() -> None:
    told = "Correction officers from the prison nearby were among the first in the queue, as they are every week."
    assert notes(f"<p>{told}</p>") == []


def test_each_note_is_given_once() -> None:
    assert notes(f"<p>{NOTE}</p><p>{NOTE}</p>") == [NOTE]


def test_a_text_without_notes_has_none() -> None:
    assert notes() == []


# --- dates ------------------------------------------------------------------------------------------------------


def dated(note: str) -> date | None:
    (found,) = page(f"<p>{note}</p>").corrections
    return found.published.date() if found.published else None


def test_the_date_of_the_note_is_read() -> None:
    assert dated("This article was amended on 4 May 2024 because an earlier version gave a wrong year.") == date(
        2024, 5, 4
    )


def test_a_date_before_publication_is_of_the_story() -> None:
    assert dated("Correction: The oven was built on 4 May 1911, not on the fifth as we wrote at first.") is None


def test_a_note_without_a_date_has_none() -> None:
    assert dated(NOTE) is None


def test_a_year_before_a_colon_is_read() -> None:
    (note,) = page("<p>Correction, May 4, 2024: An earlier version gave the wrong year for the oven.</p>").corrections
    assert note.published is not None
    assert note.published.date() == date(2024, 5, 4)


def test_a_date_without_a_zone_is_of_the_country_of_the_declared_address() -> None:
    note = "This article was amended on 4 May 2024 at 10:30 because an earlier version gave a wrong year."
    head = '<title>Bakery sold</title><link rel="canonical" href="https://paper.co.za/bakery-sold">'
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (*TEXT, note))
    article = newsparse.parse(f"<html><head>{head}</head><body><h1>Bakery sold</h1>{text}</body></html>", language="en")
    assert [note.published for note in article.corrections] == [datetime.fromisoformat("2024-05-04T10:30+02:00")]


def test_a_disclaimer_is_no_correction() -> None:
    assert notes("<p>Disclaimer: The views expressed here are those of the author.</p>") == []
