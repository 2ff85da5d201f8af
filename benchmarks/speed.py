"""How fast newsparse is beside lxml's bare parse and other libraries, on a folder of pages.

    python benchmarks/speed.py FOLDER [--pages 200] [--rounds 5] [--only newsparse trafilatura]

Page by page every system takes its turn, so that what slows the machine slows all of them; of the rounds the fastest
counts. Times are told in multiples of the bare parse of the same page. Memory is that of one process a system.
"""

from __future__ import annotations

import argparse
import gc
import platform
import random
import subprocess
import sys
import warnings
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from measuring.clocks import BARE, TEXT, Work, rendered, works
from measuring.tables import NONE, table

import newsparse

SEED: Final = 7
NEVER: Final = 60.0  # seconds: what a page costs on which a system fails


def main(words: Sequence[str] | None = None) -> None:
    """Time the systems and print the table."""
    asked = arguments(words)
    warnings.simplefilter("ignore")  # of the other libraries
    chosen = [name for name in works() if not asked.only or name in (*asked.only, BARE)]
    pages = sample(asked.folder, asked.pages)
    if asked.memory:
        print(peak(works()[asked.memory], pages), end="")
        return
    pages = [page for page in pages if readable(page)]
    times = [timed(page, chosen, asked.rounds) for page in pages]
    memory = {name: apart(name, asked) for name in chosen}
    print(f"{len(pages)} pages, {round(median(map(len, pages)) / 1024)} KiB in the median, {asked.rounds} rounds")
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {', '.join(versions())}")
    print(table([("system", "ms", "p95 ms", "× bare", "p95 × bare", "peak MB"), *rows(chosen, times, memory)]), end="")


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the pages lie: *.html and *.htm in it and below")
    parser.add_argument("--pages", type=int, default=200, help="how many of them to take")
    parser.add_argument("--rounds", type=int, default=5, help="how often every system reads a page")
    parser.add_argument("--only", nargs="*", default=(), help="systems to time beside the bare parse")
    parser.add_argument("--memory", help=argparse.SUPPRESS)
    return parser.parse_args(words)


def sample(folder: Path, most: int) -> list[bytes]:
    """Return some pages, always the same of the same folder."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".htm"))
    chosen = random.Random(SEED).sample(files, min(most, len(files)))  # noqa: S311
    return [path.read_bytes() for path in chosen]


def readable(page: bytes) -> bool:
    """Whether a page can be parsed at all. Parsing all of them warms everything that is loaded once."""
    try:
        newsparse.parse(page, format="html")
    except newsparse.ParseError:
        return False
    return True


def timed(page: bytes, names: Iterable[str], rounds: int) -> dict[str, float]:
    """Return the least seconds that every system takes for a page."""
    known = works()
    inputs = {name: rendered(page) if name == TEXT else page for name in names}
    best = dict.fromkeys(inputs, NEVER)
    for _ in range(rounds):
        for name, content in inputs.items():
            best[name] = min(best[name], seconds(known[name], content))
    return best


def seconds(work: Work, page: bytes) -> float:
    """Return the seconds that one call takes, its garbage included; ``NEVER`` where it fails."""
    gc.collect(0)
    start = perf_counter()
    try:
        work(page)
    except Exception:  # noqa: BLE001  whatever other libraries raise
        return NEVER
    return perf_counter() - start


def rows(names: Iterable[str], times: Sequence[dict[str, float]], memory: dict[str, str]) -> Iterable[tuple[str, ...]]:
    """Yield the rows of the table; a page on which a system fails does not count for it."""
    for name in names:
        own = [(one[name], one[name] / one[BARE]) for one in times if one[name] < NEVER]
        if not own:
            yield (name, *[NONE] * 5)
            continue
        spent, shares = [ms * 1000 for ms, _ in own], [share for _, share in own]
        figures = (median(spent), late(spent), median(shares), late(shares))
        yield (name, *(f"{figure:.2f}" for figure in figures), memory[name])


def late(values: Iterable[float]) -> float:
    """Return the value that one in twenty exceeds."""
    ranked = sorted(values)
    return ranked[int(0.95 * len(ranked))]


def apart(name: str, asked: argparse.Namespace) -> str:
    """Return the peak memory, in MB, of a process that reads the pages with one system; not told for texts."""
    if name == TEXT:
        return NONE
    command = [sys.executable, __file__, str(asked.folder), "--pages", str(asked.pages), "--memory", name]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603


def peak(work: Work, pages: Iterable[bytes]) -> str:
    """Read all pages and return the peak memory of this process in MB."""
    for page in pages:
        seconds(work, page)
    # of ru_maxrss a process inherits what its parent had; Linux tells its own as VmHWM
    status = Path("/proc/self/status")
    if not status.exists():
        return NONE
    own = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return f"{int(own.split()[1]) / 1024:.0f}"


def versions() -> Iterable[str]:
    """Yield the versions of what is timed."""
    for name in ("newsparse", "lxml", *works()):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue


if __name__ == "__main__":
    main()
