"""What `newsparse convert` takes: memory of the whole process tree over a long run, and what it adds to bare parsing.

    python benchmarks/dumps.py memory --pages 100000    # a curve, from page 1,000 on
    python benchmarks/dumps.py rates --pages 2000       # parse() in a loop, one job, two jobs

The pages are those of tests/fixtures, varied by code, as a WARC file packed record by record, with a request record
before each response. The memory is read from /proc, so it takes Linux. Besides pages a second, processor time for a
page is told: on a machine that has other work it is the figure to believe.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from measuring.tables import table

import newsparse

FIXTURES: Final = Path(__file__).parent.parent / "tests" / "fixtures"
CONVERT: Final = (sys.executable, "-c", "from newsparse.cli import main; main()", "convert", "--quiet")
TINY: Final = b"<html lang=en><h1>The ferry line closes</h1><p>The boats have carried farmers for ninety years.</p>"
MB: Final = 1 << 20
MARKS: Final = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
PAUSE: Final = 0.2  # seconds between two looks


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("memory", "rates"))
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2, help="for memory")
    parser.add_argument("--tiny", action="store_true", help="pages of a headline and a sentence, for a long curve")
    asked = parser.parse_args(words)
    models = models_of(asked)
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "dump.warc.gz"
        write(dump, models, asked.pages)
        print(f"{asked.pages:,} pages, {sum(map(len, models)) / len(models) / 1000:.1f} KB each on average")
        measure = memory if asked.what == "memory" else rates
        print(measure(dump, asked), end="")


def models_of(asked: argparse.Namespace) -> list[bytes]:
    """Return the pages that are varied."""
    return [TINY] if asked.tiny else [path.read_bytes() for path in sorted(FIXTURES.glob("*/source.html"))]


def write(dump: Path, models: list[bytes], count: int) -> None:
    """Write a WARC file of pages."""
    with dump.open("wb") as file:
        for number in range(count):
            file.write(gzip.compress(record(number, "request", b"GET / HTTP/1.1\r\n\r\n"), 1))
            file.write(gzip.compress(record(number, "response", response(varied(models, number))), 1))


def varied(models: list[bytes], number: int) -> bytes:
    """Return the page of this number; no two are equal."""
    return models[number % len(models)].replace(b"</p>", b" No. %d.</p>" % number)


def response(page: bytes) -> bytes:
    """Return a page as a server sends it."""
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page


def record(number: int, kind: str, block: bytes) -> bytes:
    """Return a WARC record."""
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{kind}-{number}>",
        f"WARC-Target-URI: https://paper{number % 50}.example/{number}",
        "WARC-Date: 2026-01-02T03:04:05Z",
        f"Content-Type: application/http; msgtype={kind}",
        f"Content-Length: {len(block)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def memory(dump: Path, asked: argparse.Namespace) -> str:
    """Return the memory of all processes, each time that another mark has been passed."""
    out = dump.with_name("out.jsonl")
    rows: list[tuple[str, ...]] = [("pages written", "MB now", "MB at most so far")]
    highest = done = 0
    marks = iter([mark for mark in MARKS if mark < asked.pages])
    mark = next(marks, None)
    tail = Tail(out)
    command = [*CONVERT, str(dump), "-o", str(out), "--jobs", str(asked.jobs)]
    with subprocess.Popen(command) as process:  # noqa: S603  (it is this library)
        while process.poll() is None:
            now = sum(resident(pid) for pid in tree(process.pid))
            highest = max(highest, now)
            done = tail.lines()
            if mark is not None and done >= mark:
                rows.append((f"{done:,}", f"{now / MB:.0f}", f"{highest / MB:.0f}"))
                print(*rows[-1], file=sys.stderr, flush=True)  # a long run may be cut short
                mark = next(marks, None)
            time.sleep(PAUSE)
        done = tail.lines()
    rows.append((f"{done:,} (end)", "–", f"{highest / MB:.0f}"))
    return table(rows)


class Tail:
    """A file that another process is writing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.at = self.count = 0

    def lines(self) -> int:
        """Return how many lines it has by now."""
        if self.path.exists():
            with self.path.open("rb") as file:
                file.seek(self.at)
                while new := file.read(MB):
                    self.at += len(new)
                    self.count += new.count(b"\n")
        return self.count


def tree(pid: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield pid
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = path.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from tree(int(child))


def resident(pid: int) -> int:
    """Return the bytes of memory that a process holds; 0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def rates(dump: Path, asked: argparse.Namespace) -> str:
    """Return pages a second and processor time for a page: parse() alone, and the command with one and two jobs."""
    models = models_of(asked)
    pages = [varied(models, number) for number in range(asked.pages)]
    rows: list[tuple[str, ...]] = [("", "pages/s", "ms of processor a page")]
    wall, cpu = bare(pages)
    rows.append(("parse()", f"{asked.pages / wall:.0f}", f"{cpu / asked.pages * 1000:.2f}"))
    for jobs in (1, 2):
        wall, cpu = converted(dump, jobs)
        rows.append((f"convert, {jobs} jobs", f"{asked.pages / wall:.0f}", f"{cpu / asked.pages * 1000:.2f}"))
    return table(rows)


def bare(pages: list[bytes]) -> tuple[float, float]:
    """Return seconds, and seconds of processor, for parsing in a loop, once all is loaded."""
    for page in pages[:50]:
        newsparse.parse(page)
    began, used = time.perf_counter(), time.process_time()
    for page in pages:
        newsparse.parse(page)
    return time.perf_counter() - began, time.process_time() - used


def converted(dump: Path, jobs: int) -> tuple[float, float]:
    """Return seconds, and seconds of processor of all processes, for the command, starting included."""
    before, began = children(), time.perf_counter()
    command = [*CONVERT, str(dump), "-o", str(dump.with_name(f"{jobs}.jsonl")), "--jobs", str(jobs)]
    subprocess.run(command, check=True)  # noqa: S603  (it is this library)
    return time.perf_counter() - began, children() - before


def children() -> float:
    """Return the seconds of processor of all processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
