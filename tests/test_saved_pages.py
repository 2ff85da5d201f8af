"""Pages that a browser has saved: where and when that was is noted in them."""

from __future__ import annotations

import base64
import quopri
from datetime import UTC, datetime, timedelta, timezone

import pytest

import newsparse

SENTENCE = "The last ferry over the sound leaves on Friday at noon, the harbour office said in a statement."
PAGE = (
    "<!DOCTYPE html>{note}<html lang=en><title>Ferry line closes</title><body><article><h1>Ferry line closes</h1>"
    f"<time>2 hours ago</time><p>{SENTENCE}</p><p>“It is over,” it said. {SENTENCE}</p><a href='/harbour'>Harbour</a>"
    "</article></body></html>"
)
URL = "https://sound.example/news/ferry"
SINGLE_FILE = (
    f"<!--\n Page saved with SingleFile \n url: {URL} \n"
    " saved date: Tue Mar 05 2024 10:12:33 GMT+0100 (Central European Standard Time)\n-->"
)
HTTRACK = (
    "<!-- Mirrored from sound.example/news/ferry by HTTrack Website Copier/3.x [XR&CO'2014], "
    "Tue, 05 Mar 2024 09:12:33 GMT -->"
)


def archive(coding: str, body: bytes, kind: str = "text/html", eol: str = "\r\n") -> bytes:
    """Return a page as MHTML, with a style sheet before it."""
    head = [
        "From: <Saved by Blink>", f"Snapshot-Content-Location: {URL}", "Subject: Ferry line closes",
        "Date: Tue, 5 Mar 2024 09:12:33 -0000", "MIME-Version: 1.0",
        "Content-Type: multipart/related;", '\ttype="text/html";', '\tboundary="--Part=_7"', "", "",
        "----Part=_7", "Content-Type: text/css", "", "p { color: red }", "",
        "----Part=_7", f"Content-Type: {kind}", f"Content-Transfer-Encoding: {coding}", f"Content-Location: {URL}",
        "", "",
    ]  # fmt: skip
    return eol.join(head).encode() + body + f"{eol}----Part=_7--{eol}".encode()


class TestNotes:
    def test_a_page_of_single_file_says_where_and_when_it_was_saved(self) -> None:
        article = newsparse.parse(PAGE.format(note=SINGLE_FILE))
        assert article.url == URL
        assert article.evidence["url"].source == "note of the browser"
        assert article.published == datetime(2024, 3, 5, 8, 12, 33, tzinfo=timezone(timedelta(hours=1)))

    def test_a_page_saved_by_chrome_says_where(self) -> None:
        assert newsparse.parse(PAGE.format(note=f"<!-- saved from url=(0032){URL} -->")).url == URL

    def test_a_mirrored_page_says_where_and_when(self) -> None:
        article = newsparse.parse(PAGE.format(note=HTTRACK))
        assert article.url == URL.replace("https", "http")
        assert article.published == datetime(2024, 3, 5, 7, 12, 33, tzinfo=UTC)

    def test_what_is_handed_in_counts_before_the_note(self) -> None:
        article = newsparse.parse(
            PAGE.format(note=SINGLE_FILE), "https://other.example/", now=datetime(2031, 1, 1, 12, tzinfo=UTC)
        )
        assert (article.url, article.published) == ("https://other.example/", datetime(2031, 1, 1, 10, tzinfo=UTC))

    @pytest.mark.parametrize(
        "note",
        [
            "<!-- saved from url=(0014)about:internet -->",
            "<!-- Page saved with SingleFile url: javascript:alert(1) saved date: yesterday -->",
            "<!-- Mirrored from here by HTTrack, some day -->".replace("here", "a b"),
            "<!---->" * 2000,
        ],
    )
    def test_a_note_that_says_nothing_is_none(self, note: str) -> None:
        assert newsparse.parse(PAGE.format(note=note)).url is None


class TestArchives:
    @pytest.mark.parametrize("eol", ["\r\n", "\n"])
    @pytest.mark.parametrize(
        ("coding", "encode"),
        [
            ("quoted-printable", quopri.encodestring),
            ("base64", base64.encodebytes),
            ("binary", bytes),
        ],
    )
    def test_the_page_in_mhtml_is_read(self, coding: str, encode: object, eol: str) -> None:
        raw = archive(coding, encode(PAGE.format(note="").encode()), eol=eol)  # type: ignore[operator]
        for content in (raw, raw.decode()):
            article = newsparse.parse(content)
            assert article.paragraphs == (SENTENCE, f"“It is over,” it said. {SENTENCE}")
            assert (article.url, article.warnings) == (URL, ())
            assert article.published == datetime(2024, 3, 5, 7, 12, 33, tzinfo=UTC)

    def test_its_charset_is_that_of_its_part(self) -> None:
        raw = archive("quoted-printable", quopri.encodestring(PAGE.format(note="").encode("cp1252")),
                      kind='text/html; charset="windows-1252"')  # fmt: skip
        assert newsparse.parse(raw).paragraphs[1].startswith("“It is over,”")

    def test_an_archive_without_a_page_is_read_with_a_warning(self) -> None:
        warnings = newsparse.parse(archive("binary", b"body {}", kind="text/css")).warnings
        assert "the content is a MIME archive, not a page: it was read as if it were one" in warnings

    def test_archives_within_archives_are_not_followed(self) -> None:
        raw = PAGE.format(note="").encode()
        for _ in range(1000):
            raw = archive("binary", raw)
        assert newsparse.parse(raw).url == URL

    def test_damaged_base64_is_no_error(self) -> None:
        newsparse.parse(archive("base64", b"PGgxPkZ"))
