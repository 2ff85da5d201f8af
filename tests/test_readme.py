"""What the README shows is what the library does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import newsparse

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = ROOT / "tests" / "fixtures" / "de-regional-harbour" / "source.txt"


def blocks(language: str) -> list[str]:
    return [part.partition("```")[0] for part in README.split(f"```{language}\n")[1:]]


def test_the_python_example_runs() -> None:
    scope: dict[str, Any] = {"page": PAGE.read_bytes()}
    exec(compile("\n".join(blocks("python")), "README.md", "exec"), scope)
    assert scope["article"].published.isoformat() == "2023-11-16T06:40:00+01:00"


def test_the_output_shown_is_that_of_the_page() -> None:
    raw = newsparse.parse(PAGE.read_bytes()).to_dict()
    shown = blocks("json")[0]
    for value in (raw["kicker"], raw["title"], raw["published"], raw["agency_credit"]["urn"], raw["access"]["status"]):
        assert json.dumps(value, ensure_ascii=False) in shown
    assert raw["evidence"]["published"]["note"] in shown


def test_the_lines_shown_stand_in_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for line in blocks("text")[0].splitlines():
        assert all(piece.strip() in text for piece in line.split("…"))
