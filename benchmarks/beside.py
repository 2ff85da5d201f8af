"""Print the table of several systems side by side, from the baseline and what quality.py --keep wrote into beside/."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from measuring.baseline import load
from measuring.systems import SYSTEMS
from measuring.tables import NONE, table

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
    """Return the table: newsparse as its baseline has it, and every system whose figures are kept."""
    files = {"newsparse": HERE / "baseline.json"} | {name: HERE / "beside" / f"{name}.json" for name in OTHERS}
    kept = {name: load(file)["all"] for name, file in files.items() if file.exists()}
    rows = [(*row.split("/"), *(cell(name, figures, row) for name, figures in kept.items())) for row in ROWS]
    return table([("what", "set", "metric", *kept), *rows])


def cell(name: str, figures: dict[str, float], row: str) -> str:
    """Return one figure of a system."""
    if row not in figures or row.startswith(SILENT.get(name, ())):
        return NONE
    return f"{figures[row]:.3f}"


if __name__ == "__main__":
    print(beside(), end="")
