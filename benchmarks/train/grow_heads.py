"""Grow the trees of newsparse/title_scorer.json and subtitle_scorer.json, for raw text, on renderings of pages.

    pip install -e . lightgbm numpy inscriptis html2text
    python benchmarks/train/grow_heads.py CORPUS [--write FOLDER]

What a line of a rendering is, the page with its markup tells: lines that say the labelled title, or what newsparse
finds as headline and subtitle there. The same pages, versions and seed give the same trees.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import lightgbm
import numpy as np
from pages import Page, page_of
from renderings import RENDERERS, renderings
from trees import SETTINGS, written
from views import view_before

import newsparse
from newsparse.document import Block
from newsparse.extractors import head, subtitle
from newsparse.extractors._head_lines import features_of as head_of
from newsparse.extractors._head_lines import is_long_enough
from newsparse.extractors.subtitle import NEAR
from newsparse.findings import Label
from newsparse.head_features import HeadFeatures
from newsparse.readers import read
from newsparse.similarity import fold

TARGET: Final = Path(__file__).parents[2] / "newsparse"
SETS: Final = {
    "structure": 3.0, "fundus_tests": 3.0, "agency": 1.5, "htmldate": 1.0, "trafilatura": 1.0, "postlight": 1.0,
    "goose3": 1.0, "newspaper4k": 1.0, "readability": 1.0, "wcxb": 0.7,
}  # fmt: skip
"""Data set → weight of its lines: news sites with whole labels count more than the mixed web."""
ALL: Final = ("structure", "fundus_tests", "postlight")  # sets of whose pages all renderings are grown on
FEW: Final = 3  # renderings of each page of the others: sites tell more than renderings
TITLE: Final = {"num_leaves": 12, "min_data_in_leaf": 100, "learning_rate": 0.05, "lambda_l2": 20}
SUBTITLE: Final = {"num_leaves": 6, "min_data_in_leaf": 100, "learning_rate": 0.07, "lambda_l2": 20}
SHORTEST: Final = 200  # characters of a rendering that is grown on
TREES: Final = {"title": 150, "subtitle": 120}
SHARES: Final = {"title": 0.3, "subtitle": 0.5}  # of the features that one tree may ask for
RELATED: Final = ("distance", "alike", "ratio", "metas", "paragraphs", "parted", "apart", "length")
"""What ``HeadFeatures.beside`` adds to the features of a line."""


def is_able(block: Block) -> bool:
    """Whether a line can be a headline."""
    return is_long_enough(block, head.SHORTEST, head.LONGEST)


class Sample:
    """The lines of the head of one rendering as numbers."""

    def __init__(self, features: HeadFeatures, titles: set[str], subtitles: set[str], weight: float) -> None:
        lines = features.lines
        said = [fold(text) for text in features.texts]
        able = [i for i, block in enumerate(lines) if is_able(block)]
        hits = [i for i in able if said[i] in titles]
        self.names = list(features.columns)
        self.rows = np.array([features.row(i) for i in able], dtype=np.float32)
        self.title = np.array([said[i] in titles for i in able], dtype=bool)
        at = hits[-1] if hits else 0  # copies above it stand in breadcrumbs
        near = [i for i in (at + far for far in NEAR if far and hits) if 0 <= i < len(lines)]
        near = [i for i in near if is_long_enough(lines[i], subtitle.SHORTEST, subtitle.LONGEST)]
        self.beside = np.array([features.beside(i, at) for i in near], dtype=np.float32)
        self.subtitle = np.array([said[i] in subtitles for i in near], dtype=bool)
        self.weight = weight


def samples(folder: Path) -> Iterator[Sample]:
    """Yield the heads of all renderings in which a line says the title."""
    for name, weight in SETS.items():
        for line in (folder / name / "truth.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            found = list(samples_of(folder / name, row, weight))
            yield from (sample for sample in found if sample.title.any())


def samples_of(folder: Path, row: dict[str, Any], weight: float) -> Iterator[Sample]:
    """Yield the heads of one page's renderings."""
    page = page_of(folder, row, row.get("body") or "\n".join(row.get("paragraphs") or ()))
    try:
        if read(page.raw, page.url, "html").is_text:
            return  # markup that says no more than lines do is read by the trees that are to be grown
        explained = newsparse.explain(page.raw, page.url, format="html", profiles=())
    except newsparse.ParseError:
        return
    titles = {fold(text) for text in (*(row.get("titles") or ()), row.get("title")) if text}
    titles |= {fold(b.text) for b in explained.blocks if b.label is Label.TITLE}
    subtitles = {fold(text) for text in (page.subtitle, *page.subtitle.split("\n")) if text}
    if folder.name != "structure":  # there every subtitle is labelled
        subtitles |= {fold(b.text) for b in explained.blocks if b.label is Label.SUBTITLE}
    for text in texts_of(folder, page, row["id"]):
        features = features_of(text, page.url)
        if features is not None and any(is_able(block) for block in features.lines):
            yield Sample(features, titles, subtitles, weight)


def texts_of(folder: Path, page: Page, name: str) -> Iterator[str]:
    """Yield the renderings of a page that are grown on."""
    few = len(RENDERERS) if folder.name in ALL else FEW
    names = sorted(RENDERERS, key=lambda renderer: crc32(f"{name}{renderer}".encode()))[:few]
    given = (path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"text/*/{name}.txt")))
    yield from (text for text in (*renderings(page, names), *given) if len(text.strip()) > SHORTEST)


def features_of(text: str, url: str | None) -> HeadFeatures | None:
    """Return the features of the head of a text; None where it has no prose."""
    return head_of(view_before("head", read(text, url, "text")))


def grown(role: str, rows: list[Any], truth: list[Any], weights: list[float]) -> lightgbm.Booster:
    """Return the trees for the rows of all samples."""
    weight = np.concatenate([np.full(len(hits), w) for hits, w in zip(truth, weights, strict=True)])
    data = lightgbm.Dataset(np.vstack(rows), np.concatenate(truth).astype(float), weight=weight)
    settings = TITLE if role == "title" else SUBTITLE
    return lightgbm.train(SETTINGS | settings | {"feature_fraction": SHARES[role]}, data, TREES[role])


def main() -> None:
    """Read the arguments and grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", type=Path, default=TARGET)
    args = parser.parse_args()
    found = list(samples(args.corpus))
    names, weights = found[0].names, [s.weight for s in found]
    title = grown("title", [s.rows for s in found], [s.title for s in found], weights)
    (args.write / "title_scorer.json").write_text(written(title, names), encoding="utf-8")
    near = [s for s in found if len(s.beside)]
    below = grown("subtitle", [s.beside for s in near], [s.subtitle for s in near], [s.weight for s in near])
    (args.write / "subtitle_scorer.json").write_text(written(below, [*names, *RELATED]), encoding="utf-8")


if __name__ == "__main__":
    main()
