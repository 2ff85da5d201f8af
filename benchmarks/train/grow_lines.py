"""Grow the trees of newsparse/line_scorer.json, for raw text, on renderings of labelled pages.

    pip install -e . lightgbm numpy inscriptis html2text
    python benchmarks/train/grow_lines.py CORPUS --sets wcxb fundus_tests structure [--write FILE]

The same pages, versions and seed give the same trees.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
from pages import Page, labels, pages, words_of
from renderings import renderings
from trees import grow, written

from newsparse import pipeline
from newsparse.line_features import LineFeatures
from newsparse.readers import read

TARGET: Final = Path(__file__).parents[2] / "newsparse" / "line_scorer.json"
TREES: Final = 60
MIXED: Final = "wcxb"
PAGE: Final = 10.0  # weight that the lines of a page share
NEWS: Final = 2.0  # how much more a page of a news site counts than one of the mixed web
TENTH: Final = 5  # tenths of the mixed web's pages that are used: the news would drown in all of them


class Sample:
    """The lines of one rendering as numbers; entries of menus are decided without the trees."""

    def __init__(self, page: Page, text: str) -> None:
        features = features_of(text, page.url)
        known = labels(page, list(features.blocks))
        at = [i for i, menu in enumerate(features.menus) if not menu]
        seen: set[str] = set()
        again = []
        for block in features.blocks:
            again.append(block.text in seen)
            seen.add(block.text)
        self.values = np.array([features.row(i) for i in at], dtype=np.float32)
        self.truth = np.array([known[i][0] and not again[i] for i in at], dtype=bool)
        sizes = np.sqrt([len(words_of(features.blocks[i].text)) + 1 for i in at])
        sure = np.array([known[i][1] and features.blocks[i].text not in page.subtitle for i in at], dtype=bool)
        share = PAGE * (1.0 if page.name.startswith(MIXED) else NEWS)
        self.weights = sizes / max(1.0, sizes.sum()) * share * sure


def features_of(text: str, url: str | None) -> LineFeatures:
    """Return the features of a text's lines."""
    view = pipeline.begun(read(text, url, "text"))
    return LineFeatures(view, view.visible)


def used(page: Page) -> bool:
    """Whether a page is grown on."""
    return bool(page.body) and (not page.name.startswith(MIXED) or crc32(page.name.encode()) % 10 < TENTH)


def main() -> None:
    """Read the arguments and grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sets", nargs="+", default=[MIXED, "fundus_tests", "structure"])
    parser.add_argument("--write", type=Path, default=TARGET)
    args = parser.parse_args()
    texts = ((page, text) for page in pages(args.corpus, args.sets) if used(page) for text in renderings(page))
    samples = [sample for page, text in texts if text.strip() and len((sample := Sample(page, text)).values)]
    names = list(features_of("A line.", None).columns)
    trees = grow(samples, TREES, learning_rate=0.15, min_data_in_leaf=60, lambda_l2=5, bagging_fraction=0.7)
    args.write.write_text(written(trees, names), encoding="utf-8")


if __name__ == "__main__":
    main()
