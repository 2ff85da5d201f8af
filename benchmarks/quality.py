"""Measure newsparse on labelled pages, beside other libraries.

    python benchmarks/quality.py CORPUS [--sets SET …] [--part tune|check] [--jobs N] [--against BASELINE]
    python benchmarks/quality.py CORPUS --write-baseline
    python benchmarks/quality.py CORPUS --system trafilatura --keep benchmarks/beside/trafilatura.json

Prints a table for every family of metrics; README.md says what they mean and how a corpus is laid out. With --against,
ends with 1 where a figure is worse than in that baseline (benchmarks/baseline.json), and names it.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from measuring.baseline import PARTS, fallen, strangers, written
from measuring.corpus import data_sets, with_profile
from measuring.judge import judge
from measuring.observed import Judged, figures
from measuring.systems import SYSTEMS
from measuring.tables import peers, tables

HERE: Final = Path(__file__).parent
BASELINE: Final = HERE / "baseline.json"


def main() -> int:
    """Measure, print, and compare or keep the figures; return the exit code."""
    args = arguments()
    sets = list(data_sets(args.corpus, args.sets))
    if args.profiled:
        sets = list(with_profile(sets))
    start = time.perf_counter()
    pages = judge(sets, args.part, args.jobs, args.system)
    report(pages, args, time.perf_counter() - start)
    if args.keep:
        args.keep.write_text(written(sets, pages), encoding="utf-8")
    if args.write_baseline:
        BASELINE.write_text(written(sets, pages), encoding="utf-8")
    if not args.against:
        return 0
    for name in strangers(args.against, sets):
        print(f"{name}: not compared, the baseline is of other pages")
    lines = list(fallen(args.against, args.part, sets, figures(pages)))
    print("\n".join(["Worse than the baseline:", *lines] if lines else ["No figure is worse than the baseline."]))
    return 1 if lines else 0


def arguments() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sets", nargs="+", help="names of data sets; default: all")
    parser.add_argument(
        "--part", choices=PARTS, default="all", help="pages of 60 %% (tune) or 40 %% (check) of the sites"
    )
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--system", choices=list(SYSTEMS), default="newsparse", help="what is measured; others by pip")
    parser.add_argument("--profiled", action="store_true", help="only pages of sites that a shipped profile is for")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the figures in a file of their own")
    parser.add_argument("--write-baseline", action="store_true", help="keep the figures; of all sets and pages only")
    parser.add_argument(
        "--against", type=Path, metavar="BASELINE", help="end with 1 where a figure is worse than there"
    )
    args = parser.parse_args()
    if not any(args.corpus.glob("*/truth.jsonl")):
        parser.error(f"no data set in {args.corpus}")
    if args.profiled and (args.write_baseline or args.against):
        parser.error("a baseline is of all sites")
    if args.write_baseline and (args.sets or args.part != "all" or args.system != "newsparse"):
        parser.error("a baseline is of newsparse on all sets and pages")
    return args


def report(pages: list[Judged], args: argparse.Namespace, seconds: float) -> None:
    """Print the tables and the pages that could not be parsed."""
    print(f"# {len(pages)} pages ({args.part}) in {seconds:.0f} s\n")
    print("Figures of other libraries are those of all pages of the sets, not of a part.\n")
    print("\n".join(tables(figures(pages), peers(HERE / "peers.toml"), args.system)))
    for page in pages:
        if page.error:
            print(f"{page.data_set} {page.page}: {page.error}")


if __name__ == "__main__":
    sys.exit(main())
