"""Pages as raw text, in the ways that crawls, converters and mail clients flatten them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Final

import html2text
import inscriptis
from pages import Page, labels

from newsparse.document import Block
from newsparse.readers import read

BEFORE: Final = (2, 3, 4, 6, 8, 12, 20)  # blocks above the text that an excerpt keeps
AFTER: Final = (1, 2, 4, 6, 10, 20, 40)


def renderings(page: Page) -> Iterator[str]:
    """Yield a page in several renderings; which ones depends on the page's name alone."""
    chance = random.Random(page.name)  # noqa: S311  # chance that can be repeated is wanted
    blocks = [b for b in read(page.raw, page.url, "html").blocks if not b.hidden]
    markup = page.raw.decode("utf-8", "replace")
    yield "\n".join(b.text for b in blocks)
    yield excerpt(page, blocks, chance)
    yield "\n".join(pieces(blocks))
    for converter in (inscriptis.get_text, chance.choice((markdown, plain))):
        yield converted(converter, markup)


def converted(converter: Callable[[str], str], markup: str) -> str:
    """Return what a converter makes of a page; nothing where it fails, as some do on broken pages."""
    try:
        return converter(markup)
    except Exception:  # noqa: BLE001  # whatever the other library raises
        return ""


def excerpt(page: Page, blocks: list[Block], chance: random.Random) -> str:
    """Return the text of the article with some lines around it, as copied from a browser."""
    known = labels(page, blocks)
    text = [i for i, (hit, _) in enumerate(known) if hit]
    if not text:
        return ""
    part = blocks[max(0, text[0] - chance.choice(BEFORE)) : text[-1] + chance.choice(AFTER)]
    return "\n".join(b.text for b in part)


def pieces(blocks: list[Block]) -> Iterator[str]:
    """Yield one line a run of text between two elements: sentences with links in them fall apart."""
    for block in blocks:
        rest = block.text
        for mark in block.marks:
            head, found, tail = rest.partition(mark.text)
            if found and mark.tag in ("a", "b", "strong", "i", "em"):
                yield from filter(None, (head.strip(), mark.text))
                rest = tail
        if rest.strip():
            yield rest.strip()


def markdown(markup: str) -> str:
    """Return Markdown with links and pictures."""
    writer = html2text.HTML2Text(bodywidth=0)
    writer.unicode_snob = True
    return writer.handle(markup)


def plain(markup: str) -> str:
    """Return Markdown without links and pictures."""
    writer = html2text.HTML2Text(bodywidth=0)
    writer.unicode_snob = writer.ignore_links = writer.ignore_images = True
    return writer.handle(markup)
