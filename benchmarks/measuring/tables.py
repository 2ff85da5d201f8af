"""Figures as tables, beside those of other libraries."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from measuring.observed import Key

FAMILIES: Final = {
    "body": "Body: the words of the text",
    "snippets": "Snippets: what must and must not stand in the text",
    "paragraphs": "Paragraphs, in order",
    "noise": "Noise leaked into the body (less is better)",
    "title": "Title",
    "kicker": "Kicker",
    "subtitle": "Subtitle",
    "authors": "Authors",
    "date": "Date of publication",
    "captions": "Captions",
    "teasers": "Teasers",
    "agencies": "Agency credited for the text",
}
PEERS: Final = ("trafilatura", "newspaper4k")
NONE: Final = "–"
COUNTS: Final = {"repeats"}  # metrics that are no shares

Facts: TypeAlias = Mapping[str, Any]  # of peers.toml: family → set → metric → best, by and the figures of PEERS


def peers(path: Path) -> Facts:
    """Return the figures of other libraries."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def tables(figures: Mapping[Key, float], known: Facts, system: str = "newsparse") -> Iterator[str]:
    """Yield a Markdown table for every family that was measured, of the figures of *system*."""
    head = ("set", "metric", system, "best peer", *PEERS)
    for family, heading in FAMILIES.items():
        theirs = known.get(family, {})
        own = {key[1:]: value for key, value in figures.items() if key[0] == family}
        rows = [row(name, metric, ours, theirs.get(name, {}).get(metric, {})) for (name, metric), ours in own.items()]
        if rows:
            yield f"## {heading}\n\n" + table([head, *rows])


def row(name: str, metric: str, ours: float, theirs: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the cells of one figure."""
    digits = 0 if metric in COUNTS else 3
    best = f"{theirs['best']:.{digits}f} {theirs['by']}" if theirs else NONE
    others = (f"{theirs[peer]:.{digits}f}" if peer in theirs else NONE for peer in PEERS)
    return (name, metric, f"{ours:.{digits}f}", best, *others)


def table(rows: list[tuple[str, ...]]) -> str:
    """Return rows as a Markdown table, the first as its head, columns aligned."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *rest = ("| " + " | ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)) + " |" for r in rows)
    rule = "|" + "|".join("-" * (w + 2) for w in widths) + "|"
    return "\n".join([head, rule, *rest]) + "\n"
