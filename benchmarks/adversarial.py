"""Time hostile pages of growing size: what newsparse must read in time that grows no faster than they do.

    python benchmarks/adversarial.py [WORD …] [--sizes 32000,64000,128000] [--budget]

A row for every family whose name holds a WORD: CPU milliseconds at each size, growth at the last doubling, peak memory
beyond that of the bare process, the warnings. Without --budget nothing is limited, so that growth shows; with it the
defaults apply. Ends with 1 where a doubling takes more than 2.2 times as long, noise below 50 ms aside.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from time import process_time
from typing import Any, Final

from hostile.families import FAMILIES, sized

import newsparse
from newsparse import Budget

MOST: Final = 2.2  # times the time for twice the input
NOISE: Final = 50.0  # milliseconds below which growth says nothing
PATIENCE: Final = 300.0  # seconds after which a family is given up
NO_LIMIT: Final = Budget(bytes=10**12, blocks=10**12, seconds=1e9)


def main() -> int:
    """Print the table; return 1 where a family grows too fast or does not end."""
    args = arguments()
    newsparse.parse("<p>Loads what a first call loads</p>" * 20)
    head = " | ".join(f"{size // 1000} kB" for size in args.sizes)
    print(f"| family | {head} | growth | memory | warnings |\n|---|{'---:|' * (len(args.sizes) + 2)}---|")
    names = [name for name in FAMILIES if not args.words or any(word in name for word in args.words)]
    budget = Budget() if args.budget else NO_LIMIT
    well = [row(name, partial(content_of, name), args.sizes, budget) for name in names]
    return int(not all(well))


def content_of(name: str, size: int) -> tuple[Any, Any]:
    """Return the content of a family at a size, and how it is read."""
    form, family = FAMILIES[name]
    return sized(family, size), form


def arguments() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--sizes", type=lambda text: [int(s) for s in text.split(",")], default=[32000, 64000, 128000])
    parser.add_argument("--budget", action="store_true")
    return parser.parse_args()


def row(name: str, make: Callable[[int], tuple[Any, Any]], sizes: list[int], budget: Budget) -> bool:
    """Print the row of what *make* makes of each size; False where it grows too fast or does not end."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=measure, args=(make, sizes, budget, theirs))
    process.start()
    found: dict[str, Any] = ours.recv() if ours.poll(PATIENCE) else {}
    process.kill()
    process.join()
    if not found:
        print(f"| {name} | {' | '.join('–' for _ in sizes)} | did not end | | |", flush=True)
        return False
    times = found["times"]
    growth = times[-1] / times[-2] if len(times) > 1 and times[-1] > NOISE else 0.0
    cells = " | ".join(f"{time:.0f}" for time in times)
    said = "; ".join(found["warnings"])[:90]
    print(f"| {name} | {cells} | {f'{growth:.2f}' if growth else ''} | {found['memory']} MB | {said} |", flush=True)
    return growth <= MOST


def measure(make: Callable[[int], tuple[Any, Any]], sizes: list[int], budget: Budget, out: Connection) -> None:
    """Send the milliseconds for every size, the megabytes and the warnings of one family."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times: list[float] = []
    warnings: tuple[str, ...] = ()
    for size in sizes:
        content, form = make(size)
        rounds = []
        for _ in range(3 if size <= 1_000_000 else 1):
            start = process_time()
            warnings = outcome(content, form, budget)
            rounds.append(1000 * (process_time() - start))
        times.append(min(rounds))
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    out.send({"times": times, "memory": memory, "warnings": warnings})


def outcome(content: Any, form: Any, budget: Budget) -> tuple[str, ...]:
    """Return the warnings of a page; the error where there is nothing to read."""
    try:
        return newsparse.parse(content, format=form, budget=budget).warnings
    except newsparse.ParseError as error:
        return (f"{type(error).__name__}: {error}",)


if __name__ == "__main__":
    sys.exit(main())
