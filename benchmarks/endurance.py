"""Whether memory grows with the number of pages read: parse many pages in one process and watch it.

    python benchmarks/endurance.py FOLDER [FOLDER …] [--pages 50000]

The pages of the folders are read over and over, in another order each time. A row for every tenth of the way: pages,
seconds, resident memory. Pages of all lengths one after the other leave holes in it, until it has settled: what counts
is how much it grows after the first tenth. Ends with 1 where that is more than 10 MB.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Final

import newsparse

MOST: Final = 10.0  # megabytes
SEED: Final = 7
STATUS: Final = Path("/proc/self/status")


def main() -> int:
    """Print the table; return 1 where memory has grown."""
    args = arguments()
    pages = [page for folder in args.folders for page in contents(folder)]
    for page in pages:
        read(page)
    first, settled = resident(), 0.0
    start = perf_counter()
    print(f"{len(pages)} pages of {sum(map(len, pages)) // len(pages)} bytes; {first:.1f} MB when each was read once")
    print("| pages | seconds | MB | grown by |\n|---:|---:|---:|---:|")
    for count, page in enumerate(endless(pages, args.pages), 1):
        read(page)
        if count % (args.pages // 10) == 0:
            now = resident()
            settled = settled or now
            print(f"| {count} | {perf_counter() - start:.0f} | {now:.1f} | {now - first:+.1f} |", flush=True)
    return int(resident() - settled > MOST)


def arguments() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=50_000)
    return parser.parse_args()


def contents(folder: Path) -> Iterator[bytes]:
    """Yield the pages and texts in a folder and below."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".htm", ".txt"):
            yield path.read_bytes()


def endless(pages: list[bytes], count: int) -> Iterator[bytes]:
    """Yield *count* pages, all of them before any comes again."""
    chance = random.Random(SEED)  # noqa: S311
    for at in range(count):
        if at % len(pages) == 0:
            chance.shuffle(pages)
        yield pages[at % len(pages)]


def read(page: bytes) -> None:
    """Parse a page, whatever it holds."""
    try:
        newsparse.parse(page)
    except newsparse.ParseError:
        return


def resident() -> float:
    """Return the megabytes of memory that the process holds now."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
