"""What may be handed in, and what happens with what cannot be read."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from lxml import etree, html

import newsparse
from newsparse.readers import read

PAGE = "<html><body><h1>Ferry line closes</h1><p>The harbour is closed. Ölpreise steigen.</p></body></html>"


class TestForms:
    @pytest.mark.parametrize(
        "content",
        [
            PAGE,
            PAGE.encode(),
            bytearray(PAGE.encode()),
            BeautifulSoup(PAGE, "lxml"),
            html.document_fromstring(PAGE),
            etree.ElementTree(html.document_fromstring(PAGE)),
        ],
        ids=["str", "bytes", "bytearray", "soup", "element", "tree"],
    )
    def test_every_form_gives_the_same_blocks(self, content: object) -> None:
        assert [b.text for b in read(content).blocks] == [
            "Ferry line closes",
            "The harbour is closed. Ölpreise steigen.",
        ]

    def test_a_tree_handed_in_is_not_changed(self) -> None:
        tree = html.document_fromstring(PAGE)
        before = etree.tostring(tree)
        newsparse.parse(tree)
        assert etree.tostring(tree) == before

    def test_text_without_tags_is_read_as_text(self) -> None:
        assert read("Ferry line closes\n\nThe harbour is closed.").form == "text"

    def test_text_with_a_stray_angle_bracket_is_text(self) -> None:
        assert read("If a < b and b > c, the ferry is late.").form == "text"

    def test_markup_is_told_by_its_tags(self) -> None:
        assert read("<p>The harbour is closed.</p>").form == "html"


class TestErrors:
    @pytest.mark.parametrize("content", ["", "  \n ", b"", b"\n\n", "<!-- nothing -->"])
    def test_an_empty_page_is_an_error(self, content: str | bytes) -> None:
        with pytest.raises(newsparse.EmptyPage):
            newsparse.parse(content, format="html")

    @pytest.mark.parametrize(
        "content", [b"%PDF-1.7 \x00\x01", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04zip", bytes(range(256)) * 9]
    )
    def test_binary_content_is_an_error(self, content: bytes) -> None:
        with pytest.raises(newsparse.BinaryPage):
            newsparse.parse(content)

    @pytest.mark.parametrize("pack", [zlib.compress, bz2.compress, lzma.compress], ids=["zlib", "bz2", "xz"])
    def test_compressed_content_is_an_error(self, pack: Callable[[bytes], bytes]) -> None:
        words = "".join(f"<p>The harbour is closed on day {day**3}.</p>" for day in range(300))
        with pytest.raises(newsparse.BinaryPage):
            newsparse.parse(pack(words.encode()))

    @pytest.mark.parametrize("content", [None, 3, ["<p>x</p>"], {}])
    def test_an_unknown_type_is_an_error(self, content: object) -> None:
        with pytest.raises(newsparse.UnsupportedInput, match="not "):
            newsparse.parse(content)

    def test_all_errors_are_parse_errors(self) -> None:
        for error in (newsparse.EmptyPage, newsparse.BinaryPage, newsparse.UnsupportedInput):
            assert issubclass(error, newsparse.ParseError)


FEED = "<rss version='2.0'><channel><title>Harbour</title><item><title>Ferry line closes</title></item></channel></rss>"
ARCHIVE = (
    "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\n" + PAGE + "\n--b--\n"
)


class TestStrangers:
    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            ('{"headline": "Ferry line closes"}', "JSON"),
            ('[\n  {"headline": "Ferry line closes"}\n]', "JSON"),
            ('<?xml version="1.0"?>\n' + FEED, "a feed"),
            (FEED, "a feed"),
            (ARCHIVE, "a MIME archive"),
        ],
    )
    def test_what_is_no_page_is_read_with_a_warning(self, content: str, kind: str) -> None:
        assert f"the content is {kind}, not a page: it was read as if it were one" in newsparse.parse(content).warnings

    @pytest.mark.parametrize(
        "content", [PAGE, "[Harbour] The ferry line closes.", "{{ title }}\n\nThe ferry line closes."]
    )
    def test_pages_and_texts_are_no_strangers(self, content: str) -> None:
        assert not [warning for warning in read(content).warnings if "not a page" in warning]


class TestEncoding:
    def page(self, charset: str, meta: str = "") -> bytes:
        return f"<html><head>{meta}</head><body><p>Die Fähre fährt über die Öresundbrücke.</p></body></html>".encode(
            charset
        )

    def text(self, raw: bytes, encoding: str | None = None) -> str:
        return read(raw, form="html", encoding=encoding).blocks[-1].text

    def test_utf_8_needs_no_declaration(self) -> None:
        page = read(self.page("utf-8"), form="html")
        assert (page.encoding, page.encoding_source) == ("utf-8", "detected")

    def test_a_byte_order_mark_decides(self) -> None:
        raw = b"\xff\xfe" + self.page("utf-16-le", "<meta charset='iso-8859-1'>")
        assert self.text(raw) == "Die Fähre fährt über die Öresundbrücke."
        assert read(raw, form="html").encoding_source == "bom"

    def test_the_given_charset_goes_before_the_declared_one(self) -> None:
        raw = self.page("iso-8859-1", "<meta charset='koi8-r'>")
        assert self.text(raw, "iso-8859-1") == "Die Fähre fährt über die Öresundbrücke."

    def test_the_declared_charset_is_used(self) -> None:
        raw = self.page("cp1252", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>")
        assert self.text(raw) == "Die Fähre fährt über die Öresundbrücke."
        assert read(raw, form="html").encoding_source == "meta"

    def test_latin_1_is_read_as_windows_1252(self) -> None:
        raw = "<meta charset='iso-8859-1'><p>„Fähre“ – 5 €</p>".encode("cp1252")
        assert self.text(raw) == "„Fähre“ – 5 €"

    def test_utf_8_that_claims_latin_1_is_read_as_utf_8(self) -> None:
        assert self.text(self.page("utf-8", "<meta charset='iso-8859-1'>")) == "Die Fähre fährt über die Öresundbrücke."

    @pytest.mark.parametrize("claim", ["utf-7", "utf-16", "no-such-charset", "hex", ""])
    def test_an_impossible_claim_is_ignored(self, claim: str) -> None:
        assert self.text(self.page("utf-8", f"<meta charset='{claim}'>")) == "Die Fähre fährt über die Öresundbrücke."

    def test_damage_is_reported(self) -> None:
        page = read(b"<meta charset='utf-8'><p>Die F\xe4hre \xff f\xe4hrt.</p>", form="html", encoding="utf-8")
        assert page.warnings == ("3 characters could not be read as utf-8",)

    def test_nul_bytes_do_not_cut_the_page(self) -> None:
        assert self.text(b"<p>The har\x00bour is closed.</p>") == "The harbour is closed."
