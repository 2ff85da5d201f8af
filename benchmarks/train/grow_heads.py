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
from pages import page_of
from renderings import renderings
from trees import SETTINGS, written

import newsparse
from newsparse import pipeline
from newsparse.extractors._head_lines import features_of as head_of
from newsparse.extractors.language import language
from newsparse.extractors.subtitle import NEAR
from newsparse.findings import Fields, Findings, Label
from newsparse.head_features import HeadFeatures
from newsparse.readers import read
from newsparse.similarity import fold
from newsparse.view import View
from newsparse.words import EVERYWHERE
from newsparse.words import words_of as lexicon_words

TARGET: Final = Path(__file__).parents[2] / "newsparse"
SETS: Final = {"structure": 3.0, "fundus_tests": 3.0, "trafilatura": 1.0, "postlight": 1.0, "wcxb": 0.7}
"""Data set → weight of its lines: news sites with whole labels count more than the mixed web."""
TENTHS: Final = {"trafilatura": 4, "wcxb": 2}  # of how many tenths of its pages a large set gives two renderings
TITLE: Final = {"num_leaves": 12, "min_data_in_leaf": 60, "learning_rate": 0.07, "lambda_l2": 20}
SUBTITLE: Final = {"num_leaves": 8, "min_data_in_leaf": 40, "learning_rate": 0.07, "lambda_l2": 10}
RELATED: Final = ("distance", "overlap", "ratio", "metas", "paragraphs", "parted")  # of ``HeadFeatures.beside``


class Sample:
    """The lines of the head of one rendering as numbers."""

    def __init__(self, features: HeadFeatures, titles: set[str], subtitles: set[str], weight: float) -> None:
        said = [fold(text) for text in features.texts]
        title = [text in titles for text in said]
        at = title.index(True)
        near = [i for i in range(len(said)) if i - at in NEAR and i != at]
        self.names = list(features.columns)
        self.rows = np.array(features.rows, dtype=np.float32)
        self.title = np.array(title, dtype=bool)
        self.beside = np.array([features.beside(i, at) for i in near], dtype=np.float32).reshape(len(near), -1)
        self.subtitle = np.array([said[i] in subtitles for i in near], dtype=bool)
        self.weight = weight


def samples(folder: Path) -> Iterator[Sample]:
    """Yield the heads of all renderings in which a line says the title."""
    for name, weight in SETS.items():
        for line in (folder / name / "truth.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            if crc32(row["id"].encode()) % 10 < TENTHS.get(name, 10):
                yield from samples_of(folder / name, row, weight)


def samples_of(folder: Path, row: dict[str, Any], weight: float) -> Iterator[Sample]:
    """Yield the heads of one page's renderings."""
    page = page_of(folder, row, row.get("body") or "\n".join(row.get("paragraphs") or ()))
    explained = newsparse.explain(page.raw, page.url, format="html")
    titles = {fold(text) for text in (row.get("titles") or [row.get("title")]) if text}
    titles |= {fold(b.text) for b in explained.blocks if b.label is Label.TITLE}
    subtitles = {fold(b.text) for b in explained.blocks if b.label is Label.SUBTITLE}
    subtitles |= {fold(text) for text in page.subtitle.split("\n") if text}
    texts = list(renderings(page))
    texts = texts[:3:2] if folder.name in TENTHS else texts
    texts += [path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"text/*/{row['id']}.txt"))]
    for text in filter(str.strip, texts):
        features = features_of(text, page.url)
        if features is not None and any(fold(line) in titles for line in features.texts):
            yield Sample(features, titles, subtitles, weight)


def features_of(text: str, url: str | None) -> HeadFeatures | None:
    """Return the features of the head of a text; None where it has no prose."""
    doc = read(text, url, "text")
    found = Findings()
    found.add(language(View(doc, found, lexicon_words(EVERYWHERE))), rule="language")
    best = found.best(Fields.language)
    view = View(doc, found, lexicon_words(best.value if best else None))
    for step in pipeline.STEPS:
        if step.__name__ == "head":
            break
        found.add(step(view), rule=step.__name__)
    return head_of(view)


def grow(rows: list[Any], truth: list[Any], weights: list[float], trees: int, settings: dict[str, Any]) -> Any:
    """Return the trees for the rows of all samples."""
    weight = np.concatenate([np.full(len(hits), w) for hits, w in zip(truth, weights, strict=True)])
    data = lightgbm.Dataset(np.vstack(rows), np.concatenate(truth), weight=weight)
    return lightgbm.train(SETTINGS | settings, data, trees)


def main() -> None:
    """Read the arguments and grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", type=Path, default=TARGET)
    args = parser.parse_args()
    found = list(samples(args.corpus))
    names, weights = found[0].names, [s.weight for s in found]
    title = grow([s.rows for s in found], [s.title for s in found], weights, 100, TITLE | {"feature_fraction": 0.2})
    (args.write / "title_scorer.json").write_text(written(title, names), encoding="utf-8")
    near = [s for s in found if len(s.beside)]
    weights = [s.weight for s in near]
    subtitle = grow(
        [s.beside for s in near], [s.subtitle for s in near], weights, 60, SUBTITLE | {"feature_fraction": 0.3}
    )
    (args.write / "subtitle_scorer.json").write_text(written(subtitle, [*names, *RELATED]), encoding="utf-8")


if __name__ == "__main__":
    main()
