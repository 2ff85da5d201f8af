"""Print the table of several systems side by side, from the baseline, beside/ and peers.toml.

``quality.py --system NAME --keep benchmarks/beside/NAME.json`` writes what is in beside/.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from measuring.baseline import load
from measuring.systems import SYSTEMS
from measuring.tables import NONE, peers, table

HERE: Final = Path(__file__).parent
OTHERS: Final = tuple(name for name in SYSTEMS if not name.startswith("newsparse"))
ROWS: Final = (
    "body/fundus_tests/F1",
    "body/structure/F1",
    "body/structure/first paragraph",
    "body/wcxb/F1",
    "snippets/trafilatura/F1",
    "paragraphs/fundus_tests/F1",
    "noise/structure/all",
    "title/fundus_tests/exact",
    "title/structure/F1",
    "title/wcxb/exact",
    "title/trafilatura/exact",
    "authors/fundus_tests/F1",
    "authors/structure/F1",
    "authors/trafilatura/F1",
    "authors/trafilatura/none ok",
    "authors/wcxb/F1",
    "authors/wcxb/none ok",
    "date/fundus_tests/day",
    "date/fundus_tests/instant",
    "date/trafilatura/day",
    "date/trafilatura/none ok",
    "date/htmldate/day",
)
SILENT: Final = {"readability-lxml": ("authors", "date"), "trafilatura": ("date/fundus_tests/instant",)}
"""What a system does not offer: a figure of it would say something of the page, not of the system."""


def beside() -> str:
    """Return the table: newsparse as its baseline has it, the others as kept or as ``peers.toml`` has them."""
    kept = {"newsparse": load(HERE / "baseline.json")["all"]} | {name: figures_of(name) for name in OTHERS}
    rows = [(*row.split("/"), *(cell(name, figures, row) for name, figures in kept.items())) for row in ROWS]
    return table([("what", "set", "metric", *kept), *rows])


def figures_of(name: str) -> dict[str, float]:
    """Return the figures of another library."""
    kept = HERE / "beside" / f"{name}.json"
    if kept.exists():
        figures: dict[str, float] = load(kept)["all"]
        return figures
    known = peers(HERE / "peers.toml")
    return {
        f"{family}/{data_set}/{metric}": told[name]
        for family, sets in known.items()
        for data_set, metrics in sets.items()
        for metric, told in metrics.items()
        if name in told
    }


def cell(name: str, figures: dict[str, float], row: str) -> str:
    """Return one figure of a system."""
    if row not in figures or row.startswith(SILENT.get(name, ())):
        return NONE
    return f"{figures[row]:.3f}"


if __name__ == "__main__":
    print(beside(), end="")
