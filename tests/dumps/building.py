"""Small dumps, built by code: pages, WARC records, packed members; and work that misbehaves on demand."""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsparse.dumps import Options, Page, Record, sources
from newsparse.dumps.record import Skipped, Trouble
from newsparse.dumps.sources import Line, Place

SENTENCE = "The harbour office said on Monday that the ferry would leave at noon, as it has done for ninety years. "


def page(number: int = 0, title: str = "Ferry line closes") -> bytes:
    """Return the page of a small article, told from others by its number."""
    return (
        f'<html lang="en"><head><title>{title} {number}</title></head><body><article><h1>{title} {number}</h1>'
        f"<p>{SENTENCE}</p><p>Boat {number} has carried farmers and their children. {SENTENCE}</p>"
        "</article></body></html>"
    ).encode()


def warc(
    number: int,
    body: bytes | None = None,
    *,
    kind: str = "response",
    content_type: str = "text/html; charset=utf-8",
    headers: str = "",
    status: str = "200 OK",
    off: int = 0,
) -> bytes:
    """Return a WARC record; *off* is by how much its stated length is wrong."""
    content = page(number) if body is None else body
    block = content
    if kind != "conversion":
        head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{headers}Content-Length: {len(content)}\r\n\r\n"
        block = head.encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:08}>\r\n"
        f"WARC-Target-URI: https://paper{number % 3}.example/{number}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"Content-Type: {'text/plain' if kind == 'conversion' else 'application/http; msgtype=response'}\r\n"
        f"Content-Length: {len(block) + off}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*members: bytes) -> bytes:
    """Return members that are packed one by one, as in WARC files."""
    return b"".join(gzip.compress(member, 1) for member in members)


def jsonl(*rows: Any) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def read(path: Path | str, start: int = 0, **options: Any) -> list[Page | Line | Record | Skipped]:
    """Return the items of a file, from the *start*-th on."""
    return [item for _, item in sources.items([str(path)], Options(**options), Place(0, start))]


def pages(found: Iterable[Any]) -> list[Page]:
    return [item for item in opened(found) if isinstance(item, Page)]


def opened(found: Iterable[Any]) -> Iterator[Any]:
    for item in found:
        yield item.page() if isinstance(item, Line) else item


def failures(found: Iterable[Any]) -> list[str]:
    return [item.failure.reason for item in opened(found) if isinstance(item, Record) and item.failure]


def command(*arguments: str) -> list[str]:
    """Return the command line of ``newsparse convert`` in a process of its own."""
    return [sys.executable, "-c", "from newsparse.cli import main; main()", "convert", *arguments]


class Misbehaving:
    """Work that gives back its items, but hangs at "hang", dies at "die", and the first time at "die once: <file>"."""

    def prepare(self) -> None:
        """Nothing is loaded."""

    def __call__(self, items: Iterable[str]) -> list[str]:
        return [self.done(item) for item in items]

    def done(self, item: str) -> str:
        if item == "hang":
            time.sleep(600)
        marker = Path(item.removeprefix("die once: "))
        if item == "die" or (item.startswith("die once") and not marker.exists()):
            if item != "die":
                marker.touch()
            os._exit(9)
        return item

    def lost(self, item: str, trouble: Trouble, reason: str) -> list[str]:
        return [f"lost: {item}: {trouble.value}: {reason}"]
