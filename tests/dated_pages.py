"""Invented pages with dates, and what is read of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import newsparse
from newsparse.article import Article

TEXT = (
    "The last ferry over the sound leaves on Friday at noon, the harbour office said in a statement.",
    "For ninety years the boats have carried farmers, school classes and their bicycles to the other side.",
    "A bridge of concrete, opened in spring, takes over from them, although few islanders had asked for it.",
)
NOW = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)


def page(head: str = "", above: str = "", below: str = "", foot: str = "", lang: str = "en") -> str:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    return (
        f'<html lang="{lang}"><head><title>Ferry line closes</title>{head}</head><body><article>'
        f"{above}<h1>Ferry line closes</h1>{below}{text}</article>{foot}</body></html>"
    )


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def json_ld(*things: dict[str, Any]) -> str:
    return f'<script type="application/ld+json">{json.dumps(list(things))}</script>'


def read(html: str, now: datetime | None = None, url: str | None = None) -> Article:
    return newsparse.parse(html, url=url, now=now)


def published(html: str, now: datetime | None = None, url: str | None = None) -> str | None:
    found = read(html, now, url).published
    return found.isoformat() if found else None
