"""How pages of a language write their dates, for tests of reading them."""

from __future__ import annotations

from datetime import UTC, datetime

from newsparse import lexicons
from newsparse.dates.stamp import moment
from newsparse.dates.style import Style, style_of
from newsparse.dates.written import stamps_in

NOW = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)


def style(code: str, tag: str = "", url: str | None = None) -> Style:
    own = lexicons.load(code)
    others = [lexicons.load("en")] if code != "en" else []
    return style_of([own, *others], True, tag, url)


def read(text: str, code: str = "en", tag: str = "") -> str | None:
    """The first whole date in a text as ISO 8601 without an assumed zone."""
    found = next((s for s in stamps_in(text, style(code, tag)) if s.dated), None)
    made = moment(found, None) if found else None
    return made.value.isoformat() if made else None
