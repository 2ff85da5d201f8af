"""What a page puts into values: addresses that run code, text that would be markup in another format."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

import newsparse
from newsparse import Article, Author, BodyBlock, BodyKind, Image, RelatedBlock, Teaser
from newsparse.addresses import absolute, scheme
from newsparse.document import Document

PROSE = "The bridge to the island closes to all cars on Monday, the council said after a long meeting. " * 3
EVIL = [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)",
    "java\nscript:alert(1)", "java\tscript:alert(1)", "vbscript:x", "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd",
]  # fmt: skip
INJECTED = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](http://a.example/)",
    "<javascript:alert(1)>", "# x", "- x", "1. x", "> x", "    x", "```\nx\n```", "~~~", "| a | b |\n|---|---|", "***",
    "x\n===", "**x**", "`x`", "&lt;script&gt;", "&#60;b&#62;", "[x]: http://a.example/", "\\<b>", "\\", "x\\\n<b>",
    "x\r<b>y</b>", "x\u2028# y", "<!-- x", "<![CDATA[", "<?php", "--- \n", "*x", "_x_", "]", "![", "`", "``",
]  # fmt: skip


class TestAddresses:
    @pytest.mark.parametrize("url", EVIL)
    def test_no_link_or_picture_leads_to_code(self, url: str) -> None:
        assert absolute(url, Document((), ())) is None

    @pytest.mark.parametrize("url", ["http://a.example/", "/a:b", "a", "//a.example/", "?a=javascript:", "../a"])
    def test_those_of_the_web_are_kept(self, url: str) -> None:
        assert absolute(url, Document((), ())) == url
        assert scheme(url) in ("", "http")

    @pytest.mark.parametrize("url", EVIL[:5] + EVIL[6:])
    def test_what_a_page_declares_all_the_same_is_flagged(self, url: str) -> None:
        page = f'<html lang=en><link rel=canonical href="{url}"><h1>Bridge closes to all cars</h1><p>{PROSE}</p></html>'
        article = newsparse.parse(page)
        flagged = [w for w in article.warnings if "none of the web" in w]
        assert len(flagged) == (article.url is not None)

    def test_the_warning_names_the_field(self) -> None:
        page = f"<h1>Bridge closes</h1><p>By <a rel=author href=' JavaScript:x'>Ann Bell</a></p><p>{PROSE}</p>"
        (author,) = newsparse.parse(page).authors
        assert author.url is None or any("'authors'" in w for w in newsparse.parse(page).warnings)


def shown(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", INJECTED)
class TestMarkdown:
    def html(self, article: Article) -> str:
        reader = MarkdownIt("commonmark").enable("table").enable("strikethrough")
        return str(reader.render(article.to_markdown()))

    def test_no_text_becomes_markup(self, text: str) -> None:
        kinds = (BodyKind.ITEM, BodyKind.CODE, BodyKind.PARAGRAPH, BodyKind.QUOTE, BodyKind.CODE, BodyKind.HEADING)
        body = tuple(BodyBlock(kind, f"{text}", level=2) for kind in kinds)
        author, image = Author(text), Image(url="http://a.example/b.jpg", alt=text, caption=text, credit=text)
        related = RelatedBlock(text, (Teaser(text, url="http://a.example/", text=text),))
        article = Article(title=text, kicker=text, subtitle=text, body=body, authors=(author,), images=(image,),
                          related=(related,))  # fmt: skip
        plain = Article(title="x", kicker="x", subtitle="x", authors=(Author("x"),),
                        body=tuple(BodyBlock(kind, "x", level=2) for kind in kinds),
                        images=(Image(url="http://a.example/b.jpg", alt="x", caption="x", credit="x"),),
                        related=(RelatedBlock("x", (Teaser("x", url="http://a.example/", text="x"),)),))  # fmt: skip
        assert tags(self.html(article)) == tags(self.html(plain))

    def test_no_address_becomes_markup(self, text: str) -> None:
        url = f"http://a.example/{text}"
        page = self.html(Article(images=(Image(url=url),), related=(RelatedBlock(None, (Teaser("x", url=url),)),)))
        assert tags(page) == ["p", "img", "/p", "ul", "li", "a", "/a", "/li", "/ul"]


def tags(markup: str) -> list[str]:
    """The tags of HTML that a Markdown reader wrote; of text it escapes every bracket."""
    return [piece.partition(">")[0].split()[0].rstrip("/") for piece in markup.split("<")[1:]]
