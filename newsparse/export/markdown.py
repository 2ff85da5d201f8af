"""Markdown for reading. Whatever the page says is text: nothing of it can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsparse.article import Article, BodyBlock, BodyKind, Image, RelatedBlock, Teaser

SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~])")
OPENING: Final = re.compile(r"^([#+\-=]|\d{1,9}[.)])")
BACKTICKS: Final = re.compile(r"`+")
BREAKING: Final = {char: f"%{char:02X}" for char in (*range(0x21), *map(ord, "<>\\"), 0x7F)}
SAFE: Final = ("http://", "https://")


def to_markdown(article: Article) -> str:
    """Return the article as CommonMark."""
    return "\n\n".join(part for part in _parts(article) if part) + "\n"


def escaped(text: str) -> str:
    """Return *text* as Markdown that shows it as it is, in one line."""
    line = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return OPENING.sub(lambda m: m[1][:-1] + "\\" + m[1][-1], line).replace("&", "&amp;")


def _parts(article: Article) -> Iterator[str]:
    if article.kicker and not (article.title or "").startswith(article.kicker):
        yield f"*{escaped(article.kicker)}*"
    if article.title:
        yield f"# {escaped(article.title)}"
    if article.subtitle:
        yield f"**{escaped(article.subtitle)}**"
    yield escaped(_byline(article))
    yield from map(_image, article.images)
    yield from map(_passage, article.body)
    if article.agency_credit:
        yield f"*{escaped(article.agency_credit.text)}*"
    yield from (f"> {escaped(note.text)}" for note in article.corrections)
    yield from map(_related, article.related)


def _byline(article: Article) -> str:
    stamp = article.published.isoformat(sep=" ", timespec="minutes") if article.published else ""
    return " · ".join(filter(None, (", ".join(a.name for a in article.authors), stamp)))


def _image(image: Image) -> str:
    caption = " ".join(filter(None, (image.caption, f"({image.credit})" if image.credit else "")))
    if not image.url or not image.url.startswith(SAFE):
        return f"*{escaped(caption)}*" if caption else ""
    return f"![{escaped(image.alt or '')}](<{_address(image.url)}>)" + (f"\n*{escaped(caption)}*" if caption else "")


def _passage(block: BodyBlock) -> str:
    text = escaped(block.text)
    if block.kind is BodyKind.HEADING:
        return f"{'#' * max(2, block.level or 2)} {text}"
    if block.kind is BodyKind.ITEM:
        return f"{'  ' * ((block.level or 1) - 1)}{'1.' if block.ordered else '-'} {text}"
    if block.kind is BodyKind.QUOTE:
        return f"> {text}\n\n— {escaped(block.attribution)}" if block.attribution else f"> {text}"
    if block.kind is BodyKind.CODE:
        return _fenced(" ".join(block.text.split()))
    return f"**{text}**" if block.kind is BodyKind.QUESTION else text


def _fenced(text: str) -> str:
    """Return code between fences that are longer than any in it; indented, it would be text of a list before it."""
    fence = "`" * max(3, 1 + max(map(len, BACKTICKS.findall(text)), default=0))
    return f"{fence}\n{text}\n{fence}"


def _related(block: RelatedBlock) -> str:
    heading = [f"## {escaped(block.heading)}"] if block.heading else []
    teasers = ["\n".join(f"- {_teaser(t)}" for t in block.teasers)] if block.teasers else []
    return "\n\n".join(heading + teasers)


def _teaser(teaser: Teaser) -> str:
    title = escaped(teaser.title)
    linked = f"[{title}](<{_address(teaser.url)}>)" if teaser.url and teaser.url.startswith(SAFE) else title
    return linked + (f": {escaped(teaser.text)}" if teaser.text else "")


def _address(url: str) -> str:
    """Return an address for angle brackets: what would end it is percent-encoded."""
    return url.translate(BREAKING)
