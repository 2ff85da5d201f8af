"""What may be handed in, and what happens with what cannot be read."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path

import attrs
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

    def test_markdown_is_text_though_html_stands_in_it(self) -> None:
        story = "Ferry line closes\n\n<div align=center><img src='ferry.jpg'></div>\n\nThe harbour is <b>closed</b>.\n"
        for page in (f"# {story}", f"\n## {story}", f"---\ntags: [sea]\n---\n\n{story}"):
            assert read(page).form == "text"
        assert read(f"# {story}".encode()).form == "text"

    def test_markup_is_told_by_its_tags(self) -> None:
        assert read("<p>The harbour is closed.</p>").form == "html"


XHTML = (
    "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Ferry line closes</h1>"
    "<p>The harbour is closed.</p></body></html>"
)
PREFIXED = (
    "<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:body><h:h1>Ferry line closes</h:h1>"
    "<h:p class='a:b'>The harbour is closed.</h:p></h:body></h:html>"
)


class TestXhtml:
    @pytest.mark.parametrize("page", [XHTML, PREFIXED], ids=["default namespace", "prefix"])
    def test_elements_are_known_by_their_names(self, page: str) -> None:
        for content in (page, page.encode(), etree.fromstring(page)):
            assert [b.text for b in read(content).blocks] == ["Ferry line closes", "The harbour is closed."]


class TestTextInPages:
    STORY = (
        "Ferry line closes\n\nBy Ann Pilot\n\nThe harbour office &amp; the town said on Monday that the ferry\n"
        "line would close in October, after forty years.\n\nNobody had wanted to buy the boats, they said, though\n"
        "they had been on offer since the spring.\n"
    )

    @pytest.mark.parametrize(
        "page",
        [
            "<html><head><meta name='color-scheme' content='light dark'></head><body><pre>{}</pre></body></html>",
            "<HTML><HEAD><TITLE>Wire</TITLE></HEAD><BODY><PRE wrap>\n{}",
        ],
    )
    def test_a_page_that_is_one_pre_is_read_as_the_text_in_it(self, page: str) -> None:
        article = newsparse.parse(page.format(self.STORY))
        assert article == attrs.evolve(newsparse.parse(self.STORY.replace("&amp;", "&")), evidence=article.evidence)
        assert article.authors[0].name == "Ann Pilot"

    def test_code_among_other_blocks_stays_what_it_is(self) -> None:
        page = read("<h1>Ferry</h1><pre>if closed:\n\n    wait()</pre>")
        assert [b.text for b in page.blocks] == ["Ferry", "if closed: wait()"]

    def test_a_page_of_frames_says_so(self) -> None:
        page = "<html><frameset cols='20%,80%'><frame src='menu.html'><frame src='ferry.html'></frameset></html>"
        assert "the page only shows others, in frames: they were not read" in newsparse.parse(page).warnings


class TestArguments:
    @pytest.mark.parametrize("call", [newsparse.parse, newsparse.explain])
    def test_what_is_no_argument_is_an_error_that_says_so(self, call: Callable[..., object]) -> None:
        with pytest.raises(TypeError, match=r"url is a str or None, not int: hand in str\(url\)"):
            call(PAGE, url=5)
        with pytest.raises(TypeError, match="now is a datetime or None, not str"):
            call(PAGE, now="2031-03-03")
        with pytest.raises(ValueError, match="format is one of auto, html, text, not 'markdown'"):
            call(PAGE, format="markdown")
        with pytest.raises(ValueError, match="'bytes' must be >= 1"):
            call(PAGE, budget=newsparse.Budget(bytes=-1))

    def test_a_path_is_told_what_to_do(self, tmp_path: Path) -> None:
        with pytest.raises(newsparse.UnsupportedInput, match=r"of a path hand in read_bytes\(\)"):
            newsparse.parse(tmp_path)


class TestErrors:
    @pytest.mark.parametrize("content", ["", "  \n ", b"", b"\n\n", "<!-- nothing -->"])
    def test_an_empty_page_is_an_error(self, content: str | bytes) -> None:
        with pytest.raises(newsparse.EmptyPage):
            newsparse.parse(content, format="html")

    @pytest.mark.parametrize(
        "content", [b"%PDF-1.7 \x00\x01", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04zip", bytes(range(256)) * 9]
    )
    def test_binary_content_is_an_error(self, content: bytes) -> None:
        with pytest.raises(newsparse.BinaryPage, match="the content is not text: it is "):
            newsparse.parse(content)

    @pytest.mark.parametrize("pack", [zlib.compress, gzip.compress, bz2.compress, lzma.compress])
    def test_compressed_content_is_an_error(self, pack: Callable[[bytes], bytes]) -> None:
        words = "".join(f"<p>The harbour is closed on day {day**3}.</p>" for day in range(300))
        with pytest.raises(newsparse.BinaryPage, match="it is packed with"):
            newsparse.parse(pack(words.encode()))

    @pytest.mark.parametrize("content", [None, 3, ["<p>x</p>"], {}, etree.Comment("x"), etree.ElementTree()])
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
            ("https://harbour.example/news/ferry", "an address or the name of a file"),
            ("pages/ferry.html\n", "an address or the name of a file"),
            (str(f"\n{PAGE}".encode()), "a string as programs print it, with quotes and escapes"),
            (json.dumps(PAGE), "a string as programs print it, with quotes and escapes"),
        ],
    )
    def test_what_is_no_page_is_read_with_a_warning(self, content: str, kind: str) -> None:
        assert f"the content is {kind}, not a page: it was read as if it were one" in newsparse.parse(content).warnings

    @pytest.mark.parametrize(
        "content",
        [
            PAGE,
            "'<b>Ferry</b> line closes', they said.",
            "[Harbour] The ferry line closes.",
            "{{ title }}\n\nThe ferry line closes.",
        ],
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
        raw = "<meta charset='utf-8'><p>Die Fähre".encode() + b" \xff f\xe4hrt.</p>"
        assert read(raw, form="html", encoding="utf-8").warnings == ("2 characters could not be read as utf-8",)

    def test_a_claim_of_utf_8_that_every_other_byte_disproves_is_ignored(self) -> None:
        page = read(self.page("cp1252", "<meta charset='utf-8'>"), form="html", encoding="utf-8")
        assert page.blocks[-1].text == "Die Fähre fährt über die Öresundbrücke."
        assert (page.encoding, page.encoding_source) == ("cp1252", "detected")
        assert page.warnings == ("said to be utf-8, which its bytes disprove: read as cp1252",)

    def test_a_claim_of_utf_8_stands_where_another_script_would_be_meant(self) -> None:
        assert read("<meta charset=utf-8><p>Мост закрыт".encode("cp1251")).encoding == "utf-8"

    @pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
    def test_utf_16_needs_no_byte_order_mark(self, charset: str) -> None:
        raw = self.page(charset)
        assert self.text(raw) == self.text(raw, charset) == "Die Fähre fährt über die Öresundbrücke."
        words = "The harbour office calls it “a closed line”, and nothing more was said on Monday."
        assert read(words.encode(charset)).blocks[0].text == words

    def test_a_charset_may_stand_in_quotes(self) -> None:
        assert self.text(self.page("iso-8859-1", "<meta charset='koi8-r'>"), '"iso-8859-1"').startswith("Die Fähre")

    def test_nul_bytes_do_not_cut_the_page(self) -> None:
        assert self.text(b"<p>The har\x00bour is closed.</p>") == "The harbour is closed."
