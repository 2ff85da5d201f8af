"""The fixture pages: what each holds, and what is wrong with an article that was read from it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

import newsparse

FOLDER: Final = Path(__file__).parent / "fixtures"


@frozen
class FixturePage:
    """One folder: a page, how it is read, and the article an editor sees on it."""

    slug: str
    """Name of the folder: language and kind of page."""

    content: bytes = field(repr=False)
    """The page as it would come over the wire."""

    expected: dict[str, Any] = field(repr=False)
    """A part of ``Article.to_dict()``: what it leaves out is not checked."""

    url: str | None
    """Address of the page; None where it is read without one."""

    now: datetime | None
    """Moment it was fetched; None where no date on it depends on that."""

    known_failures: frozenset[str]
    """Fields that the library is known to get wrong."""

    @property
    def arguments(self) -> dict[str, Any]:
        """What ``parse`` and ``explain`` are told of the page."""
        return {"url": self.url, "now": self.now}

    def parse(self) -> newsparse.Article:
        """Return the article that the library makes of it."""
        return newsparse.parse(self.content, **self.arguments)

    def explain(self) -> newsparse.Explanation:
        """Return the account that the library gives of it."""
        return newsparse.explain(self.content, **self.arguments)


def pages() -> Iterator[FixturePage]:
    """Yield the reviewed fixture pages in the order of their names."""
    for folder in sorted(path.parent for path in FOLDER.glob("*/case.toml")):
        case = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
        if case["reviewed"]:
            yield page(folder, case)


def page(folder: Path, case: dict[str, Any]) -> FixturePage:
    """Return the page in a folder."""
    (source,) = folder.glob("source.*")
    return FixturePage(
        slug=folder.name,
        content=source.read_bytes(),
        expected=json.loads((folder / "expected.json").read_text(encoding="utf-8")),
        url=case.get("url"),
        now=case.get("now"),
        known_failures=frozenset(case.get("known_failures", ())),
    )
