"""What does not change a text does not change its article: line ends, spaces, invisible characters, a second copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

import newsparse

TEXTS: Final = sorted(Path(__file__).parent.glob("fixtures/*/source.txt"))
CHANGES: Final[dict[str, Callable[[str], str]]] = {
    "with carriage returns": lambda text: text.replace("\n", "\r\n"),
    "with spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "with soft hyphens": lambda text: " ".join(map(hyphenated, text.split(" "))),
    "with a byte order mark": lambda text: f"\ufeff{text}",
    "with spaces at the ends of lines": lambda text: text.replace("\n", "  \n"),
    "with every line end doubled": lambda text: text.replace("\n", "\n\n"),
    "twice": lambda text: f"{text.rstrip()}\n\n{text}",
    "four times": lambda text: "\n".join([text] * 4),
}


def hyphenated(word: str) -> str:
    """Return a word with a soft hyphen inside where it is long."""
    return f"{word[:4]}\u00ad{word[4:]}" if len(word) > 8 and word.isalpha() else word


def article(text: str) -> newsparse.Article:
    """Return the article of a text without the numbers of its lines."""
    return evolve(newsparse.parse(text, format="text"), evidence={})


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("path", TEXTS, ids=[path.parent.name for path in TEXTS])
def test_the_article_is_the_same(path: Path, change: Callable[[str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert article(change(text)) == article(text)


def test_blank_lines_left_out_do_not_change_the_article() -> None:
    page = (Path(__file__).parent / "fixtures" / "nl-liveblog-text" / "source.txt").read_text(encoding="utf-8")
    dense = "\n".join(line for line in page.splitlines() if line.strip())
    assert article(dense) == article(page)
