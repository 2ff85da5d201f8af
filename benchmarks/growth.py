"""How time and memory grow with ordinary pages: longer ones, ones of more blocks, ones nested deeper.

    python benchmarks/growth.py [--budget]

A row for every kind of page: CPU milliseconds at each size, growth at the last step to twice the size, peak memory
beyond that of the bare process, the warnings. Without --budget nothing is limited; with it the defaults apply. Ends
with 1 where a doubling takes more than 2.2 times as long.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any, Final

from adversarial import NO_LIMIT, row

import newsparse
from newsparse import Budget

SENTENCE: Final = "The council met again on Tuesday and put the old harbour bridge at the end of its list. "
PARAGRAPH: Final = f"<p>{SENTENCE * 5}</p>\n"
CARD: Final = (
    '<div class="card"><a href="/a/{n}"><img src="/i/{n}.jpg"><h3>Bridge number {n}</h3></a><p>Read on</p></div>\n'
)
HEAD: Final = "<html><head><title>Bridge</title></head><body><article><h1>The bridge that waits</h1>\n"
SIZES: Final = {
    "bytes": [10_000, 100_000, 1_000_000, 5_000_000, 10_000_000],
    "blocks": [10, 100, 1_000, 10_000, 50_000, 100_000],
    "depth": [10, 100, 1_000, 10_000, 50_000, 100_000],
}


def main() -> int:
    """Print the tables; return 1 where a kind of page grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--budget", action="store_true")
    budget = Budget() if parser.parse_args().budget else NO_LIMIT
    newsparse.parse(HEAD + PARAGRAPH * 3)  # loads what a first call loads
    well = []
    for unit, sizes in SIZES.items():
        print(f"\n| {unit} | {' | '.join(f'{size:,}' for size in sizes)} | growth | memory | warnings |")
        print(f"|---|{'---:|' * (len(sizes) + 2)}---|")
        well += [row(name, make, sizes, budget) for name, make in KINDS[unit].items()]
    return int(not all(well))


def long_article(size: int) -> tuple[str, str]:
    """An article of so many bytes."""
    return HEAD + PARAGRAPH * (size // len(PARAGRAPH)), "html"


def long_text(size: int) -> tuple[str, str]:
    """A text of so many bytes, a paragraph a line."""
    line = SENTENCE * 5 + "\n\n"
    return "The bridge that waits\n\n" + line * (size // len(line)), "text"


def many_cards(size: int) -> tuple[str, str]:
    """An article above a list of so many bytes of teasers."""
    return HEAD + PARAGRAPH * 10 + "".join(CARD.format(n=n) for n in range(size // len(CARD))), "html"


def many_paragraphs(count: int) -> tuple[str, str]:
    """An article of so many paragraphs, no two of them the same."""
    return HEAD + "".join(f"<p>{n}. {SENTENCE}</p>\n" for n in range(count)), "html"


def many_lines(count: int) -> tuple[str, str]:
    """A text of so many lines, no two of them the same."""
    return "The bridge that waits\n" + "".join(f"{n}. {SENTENCE}\n" for n in range(count)), "text"


def deep_boxes(depth: int) -> tuple[str, str]:
    """An article inside so many containers."""
    return "<div>" * depth + HEAD + PARAGRAPH * 20 + "</div>" * depth, "html"


def deep_lists(depth: int) -> tuple[str, str]:
    """Lists in each other, a line in each."""
    return HEAD + PARAGRAPH * 20 + "<ul><li>A bridge" * depth, "html"


KINDS: Final[dict[str, dict[str, Callable[[int], tuple[Any, Any]]]]] = {
    "bytes": {"article": long_article, "raw text": long_text, "article and teasers": many_cards},
    "blocks": {"paragraphs": many_paragraphs, "lines of raw text": many_lines},
    "depth": {"containers": deep_boxes, "lists": deep_lists},
}


if __name__ == "__main__":
    sys.exit(main())
