"""Grow the trees of newsparse/string_scorer.json, for raw text with one string of the markup a line.

    pip install -e . lightgbm numpy
    python benchmarks/train/grow_strings.py CORPUS [--check 4] [--write FILE]

Which strings are parts of one paragraph, the markup of the pages tells; no labels are needed. ``--check N`` leaves out
every N-th part of the sites in turn and prints which joins are right there. The same pages, versions and seed give the
same trees.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final
from zlib import crc32

import lightgbm
import numpy as np
from pages import page_of
from renderings import strings_of
from trees import grow, written

from newsparse.readers import _strings as strings
from newsparse.readers._strings import Rows, cuts_of, near

TARGET: Final = Path(__file__).parents[2] / "newsparse" / "string_scorer.json"
SETS: Final = {
    "structure": 1000, "fundus_tests": 1000, "postlight": 1000, "agency": 1000, "wcxb": 250, "trafilatura": 250,
    "htmldate": 150,
}  # fmt: skip
"""Data set → how many of its pages are grown on, at most."""
PROSE: Final = 80  # letters of a block in which strings are parts of sentences; in shorter ones that is not known
TREES: Final = 80
RATE: Final = 0.1


class Sample:
    """The lines around cuts of one page as numbers."""

    def __init__(self, site: str, texts: list[str], numbers: list[int]) -> None:
        sizes: Counter[int] = Counter()
        for text, number in zip(texts, numbers, strict=True):
            sizes[number] += len(text) + 1
        cuts = cuts_of(texts, [True] * len(texts))
        rows = Rows(texts, cuts)
        same = [False, *(one == other for one, other in pairwise(numbers))]
        told = [any(map(str.isalnum, text)) for text in texts]
        at = [
            i for i in near(cuts) if i and (not same[i] or sizes[numbers[i]] >= PROSE or not (told[i] and told[i - 1]))
        ]
        self.site = site
        self.values = np.array([rows.of(i) for i in at], dtype=np.float32)
        self.truth = np.array([same[i] for i in at], dtype=bool)
        self.weights = np.full(len(at), max(1, len(at)) ** -0.5)


def samples(folder: Path) -> Iterator[Sample]:
    """Yield the pages with their strings in a line each, and with their blocks in a line each."""
    for name, most in SETS.items():
        rows = [json.loads(line) for line in (folder / name / "truth.jsonl").open(encoding="utf-8")]
        for row in sorted(rows, key=lambda row: crc32(row["id"].encode()))[:most]:
            page = page_of(folder / name, row, "")
            found = strings_of(page)
            for parts in (found, list(blocks_of(found))):
                if parts:
                    sample = Sample(page.site, [text for text, _ in parts], [number for _, number in parts])
                    if len(sample.truth):
                        yield sample


def blocks_of(found: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield the same with one line a block, in which nothing is to be joined."""
    last: list[str] = []
    number = -1
    for text, at in [*found, ("", -1)]:
        if at != number and last:
            yield " ".join(last), number
            last = []
        last.append(text)
        number = at


def check(found: list[Sample], parts: int) -> None:
    """Print which joins are right on sites that the trees have not seen."""
    hits = given = wanted = 0
    for part in range(parts):
        apart = [crc32(sample.site.encode()) % parts == part for sample in found]
        trees = grown([sample for sample, out in zip(found, apart, strict=True) if not out])
        for sample, out in zip(found, apart, strict=True):
            if out:
                joined = trees.predict(sample.values, raw_score=True) > strings.LEAST
                hits += int((joined & sample.truth).sum())
                given += int(joined.sum())
                wanted += int(sample.truth.sum())
    sys.stdout.write(f"right {hits / given:.3f} of those joined, found {hits / wanted:.3f} of {wanted}\n")


def grown(found: list[Sample]) -> lightgbm.Booster:
    """Return trees for these pages."""
    return grow(found, TREES, learning_rate=RATE)


def main() -> None:
    """Read the arguments and grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--check", type=int, default=0, metavar="N")
    parser.add_argument("--write", type=Path, default=TARGET)
    args = parser.parse_args()
    found = list(samples(args.corpus))
    if args.check:
        check(found, args.check)
    args.write.write_text(written(grown(found), list(strings.FEATURES)), encoding="utf-8")


if __name__ == "__main__":
    main()
