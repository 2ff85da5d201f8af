"""Figures kept from an earlier run, and what has fallen below them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from measuring.corpus import DataSet
from measuring.observed import Judged, Key, figures

PARTS: Final = ("all", "tune", "check")
MARGIN: Final = 0.003  # a page more or less of several hundred is no step back
LESS_IS_BETTER: Final = {"without", "repeats"}  # metrics; and the family "noise"


def written(sets: Iterable[DataSet], pages: list[Judged]) -> str:
    """Return the text of a baseline: the day, the digests of the truths, the figures of all parts."""
    baseline: dict[str, Any] = {"written": date.today().isoformat(), "truth": {data.name: data.digest for data in sets}}
    for part in PARTS:
        found = figures(page for page in pages if part in ("all", page.part))
        baseline[part] = {"/".join(key): round(value, 4) for key, value in found.items()}
    return json.dumps(baseline, indent=1) + "\n"


def strangers(baseline: Path, sets: Iterable[DataSet]) -> list[str]:
    """Return the names of the data sets whose pages are not those of the baseline."""
    truth = load(baseline)["truth"]
    return [data.name for data in sets if truth.get(data.name) != data.digest]


def fallen(baseline: Path, part: str, sets: Iterable[DataSet], now: Mapping[Key, float]) -> Iterator[str]:
    """Yield a line for every figure that is worse than in the baseline, where that is of the same pages."""
    before, unknown = load(baseline)[part], strangers(baseline, sets)
    for key, value in now.items():
        then = before.get("/".join(key))
        if then is not None and key[1].partition(":")[0] not in unknown and loss(key, then, value) > MARGIN:
            yield f"{' '.join(key)}: {value:.4f}, was {then:.4f}"


def load(baseline: Path) -> dict[str, Any]:
    """Return a baseline."""
    found: dict[str, Any] = json.loads(baseline.read_text(encoding="utf-8"))
    return found


def loss(key: Key, then: float, now: float) -> float:
    """Return by how much a figure is worse."""
    family, _, metric = key
    return now - then if family == "noise" or metric in LESS_IS_BETTER else then - now
