"""Labelled pages for growing the scorer: a folder of data sets, each with ``truth.jsonl`` and the pages it names.

A row of ``truth.jsonl`` has ``id``, ``file`` and one of ``body`` (the whole text), ``paragraphs`` (a list) or ``with``
and ``without`` (snippets that must and must not be in the text). ``url`` and ``site`` keep sites together.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from attrs import frozen

from newsparse.document import Block
from newsparse.page_sums import shape

WORD: Final = re.compile(r"\w+")
SURE: Final = 0.6  # share of a block's word triples that must stand in the truth
SHORT: Final = 8  # words; shorter blocks count only between longer ones of the truth: they stand anywhere by chance
MARGIN: Final = 2  # blocks beyond the first and last long one


@frozen(eq=False)
class Page:
    """One labelled page."""

    name: str
    """Data set and id."""

    site: str
    """Host without "www.", or the page's id where no address is known."""

    raw: bytes
    """The page."""

    url: str | None
    """Where it came from."""

    body: str
    """The text of the article; "" where only snippets are labelled."""

    subtitle: str = ""
    """The subtitle, which some truths count as text and some do not; "" where none is labelled."""

    present: tuple[str, ...] = ()
    """Snippets of the text."""

    absent: tuple[str, ...] = ()
    """Snippets of noise."""


def pages(folder: Path, names: list[str]) -> Iterator[Page]:
    """Yield the labelled pages of the data sets *names* in *folder*."""
    for name in names:
        for line in (folder / name / "truth.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            body = row.get("body") or "\n".join(row.get("paragraphs") or ())
            if body or row.get("with"):
                yield page_of(folder / name, row, body)


def page_of(folder: Path, row: dict[str, Any], body: str) -> Page:
    """Return one row's page; the pages lie beside ``truth.jsonl`` or in ``pages.zip``."""
    path = folder / row["file"]
    raw = path.read_bytes() if path.exists() else zipfile.ZipFile(folder / "pages.zip").read(row["file"])
    host = (urlsplit(row.get("url") or "").hostname or "").removeprefix("www.")
    site = row.get("site") or host or row["id"]
    snippets = (tuple(row.get("with") or ()), tuple(row.get("without") or ())) if not body else ((), ())
    return Page(f"{folder.name}/{row['id']}", site, raw, row.get("url"), body, row.get("subtitle") or "", *snippets)


def labels(page: Page, blocks: list[Block]) -> list[tuple[bool, bool]]:
    """Return, by block, whether it is text of the article, and whether that is known."""
    if not page.body:
        return [by_snippets(page, block) for block in blocks]
    words = words_of(page.body)
    triples = set(zip(words, words[1:], words[2:], strict=False))
    line = f" {' '.join(words)} "
    found = [stands_in(words_of(block.text), triples, line) for block in blocks]
    long = [i for i, block in enumerate(blocks) if found[i] and len(words_of(block.text)) >= SHORT]
    if not long:
        return [(False, False)] * len(blocks)
    low, high = blocks[long[0]].index - MARGIN, blocks[long[-1]].index + MARGIN
    return [
        (hit and (len(words_of(block.text)) >= SHORT or low <= block.index <= high), not cut)
        for hit, cut, block in zip(found, beyond(blocks, long), blocks, strict=True)
    ]


def beyond(blocks: list[Block], long: list[int]) -> list[bool]:
    """Return, by block, whether it goes on where the truth ends early: below its last block, in the same shape.

    Some truths are cut after so many characters. What follows in the same container is not known to be noise.
    Raw text has no containers to tell by.
    """
    last = blocks[long[-1]]
    kind = shape(last.place)
    return [bool(last.place.tag) and i > long[-1] and shape(block.place) == kind for i, block in enumerate(blocks)]


def words_of(text: str) -> list[str]:
    """Return the words of *text* as they are compared."""
    return WORD.findall(text.lower())


def stands_in(words: list[str], triples: set[tuple[str, str, str]], line: str) -> bool:
    """Whether a block's words stand in the truth."""
    if len(words) < 4:
        return bool(words) and f" {' '.join(words)} " in line
    own = list(zip(words, words[1:], words[2:], strict=False))
    return sum(triple in triples for triple in own) > SURE * len(own)


def by_snippets(page: Page, block: Block) -> tuple[bool, bool]:
    """Return a block's label where only snippets are known."""
    text = " ".join(block.text.split())
    present = any(" ".join(s.split()) in text for s in page.present)
    absent = any(" ".join(s.split()) in text for s in page.absent)
    return present, present != absent
