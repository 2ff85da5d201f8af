"""How many pages a second go from WARC to JSON lines: `newsparse convert` beside trafilatura in a pool of processes.

    python benchmarks/throughput.py --repeat 40        # the pages of tests/fixtures
    python benchmarks/throughput.py CORPUS             # a sample of the pages in CORPUS/*/pages/*.html
    python benchmarks/throughput.py CORPUS --engine ray

Every way is a command that reads the same file and writes its own; they take turns, so that whatever else the machine
does strikes all alike. Shown are the median of the rounds in pages a second, starting included, and the processor's
time for a page, which says more where the machine is busy. Takes `newsparse[dumps]` and trafilatura.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from multiprocessing import Pool
from pathlib import Path
from statistics import median
from typing import Any, Final

from attrs import field, frozen

ROOT: Final = Path(__file__).parent.parent
CONVERT: Final = "from newsparse.cli import main; main()"
CHUNK: Final = 16  # pages sent to a process of the pool at once, as many as newsparse sends


@frozen
class Way:
    """One way to convert."""

    name: str
    """What it is called in the table."""

    command: tuple[str, ...]
    """What is run; WARC and output are appended by ``arguments``."""

    def arguments(self, warc: Path, out: Path) -> list[str]:
        """Return the whole command."""
        return [part.format(warc=warc, out=out) for part in self.command]


@frozen
class Run:
    """One measured run."""

    wall: float
    """Seconds from start to end."""

    cpu: float
    """Seconds of processors, all processes together."""


@frozen
class Sample:
    """Pages that are converted."""

    pages: list[bytes] = field(repr=False)
    """The pages."""

    @property
    def size(self) -> float:
        """Mean size in KB."""
        return sum(map(len, self.pages)) / len(self.pages) / 1000


def sample_of(corpus: Path | None, count: int) -> Sample:
    """Return some pages of a corpus, always the same, or the fixtures repeated."""
    folder, pattern = (ROOT / "tests" / "fixtures", "*/source.html") if corpus is None else (corpus, "*/pages/*.html")
    files = sorted(folder.glob(pattern))
    chosen = random.Random(7).sample(files, min(count, len(files)))  # noqa: S311 - a sample, no secret
    return Sample([file.read_bytes() for file in chosen])


def write_warc(path: Path, pages: Iterable[bytes]) -> None:
    """Write pages as responses, each packed by itself, as crawls do."""
    with path.open("wb") as file:
        for number, page in enumerate(pages):
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(page), page)
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
                "WARC-Date: 2026-01-02T03:04:05Z\r\n"
                f"WARC-Target-URI: https://paper{number % 50}.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + body + b"\r\n\r\n", 6))


def ways(engine: str | None) -> Iterator[Way]:
    """Yield the ways that are measured."""
    me, python = str(Path(__file__)), sys.executable
    yield Way("newsparse.parse alone, pages in memory", (python, me, "--only", "parse", "{warc}", "{out}"))
    for jobs in "12":
        convert = (python, "-c", CONVERT, "convert", "{warc}", "-o", "{out}", "--quiet", "--jobs", jobs)
        yield Way(f"newsparse convert --jobs {jobs}", convert)
        if engine:
            yield Way(f"newsparse convert --jobs {jobs} --engine {engine}", (*convert, "--engine", engine))
        yield Way(f"trafilatura, pool of {jobs}", (python, me, "--only", jobs, "{warc}", "{out}"))


def measured(way: Way, warc: Path, folder: Path) -> Run:
    """Run one way once."""
    out = folder / f"{time.monotonic_ns()}.jsonl"
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(way.arguments(warc, out), check=True, stdout=subprocess.DEVNULL, env=environment())  # noqa: S603
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def environment() -> dict[str, str]:
    """Return the environment for the ways: this checkout is what they import."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


# --- what the ways do that are no command of their own


def pages_in(warc: str) -> Iterator[tuple[str, bytes]]:
    """Yield address and page of every response."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with Path(warc).open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            yield record.headers["WARC-Target-URI"], record.reader.read()


def parse_alone(warc: str, out: str) -> None:
    """Parse pages that have been read, and write nothing: the most that one process could reach."""
    import newsparse

    held = list(pages_in(warc))
    start = time.process_time()
    for url, page in held:
        newsparse.parse(page, url)
    Path(out).write_text(str(time.process_time() - start), encoding="ascii")


def extracted(pair: tuple[str, bytes]) -> str:
    """Return the line that trafilatura makes of a page, with all that it finds."""
    import trafilatura

    url, page = pair
    made = trafilatura.extract(page, url=url, output_format="json", with_metadata=True, include_images=True)
    return made or json.dumps({"source": url, "error": "no article"})


def pool(jobs: int, warc: str, out: str) -> None:
    """Convert with trafilatura in a pool of processes."""
    with Pool(jobs) as workers, Path(out).open("w", encoding="utf-8") as file:
        for line in workers.imap(extracted, pages_in(warc), CHUNK):
            file.write(line + "\n")


# --- the table


def table(runs: dict[str, list[Run]], pages: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| way | pages/s | range | processor, ms a page |"
    yield "|---|--:|--:|--:|"
    for name, made in runs.items():
        rates = sorted(pages / run.wall for run in made)
        cpu = median(run.cpu for run in made) / pages * 1000
        yield f"| {name} | {median(rates):.0f} | {rates[0]:.0f}–{rates[-1]:.0f} | {cpu:.1f} |"


def machine() -> str:
    """Return what the figures were measured with."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    packages = ", ".join(f"{name} {version(name)}" for name in ("lxml", "fastwarc", "trafilatura"))
    load = f"load of the machine at the end {os.getloadavg()[0]:.1f}"
    return f"{date.today()}, {os.cpu_count()} cores {model}, Python {platform.python_version()}, {packages}; {load}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path)
    options.add_argument("--pages", type=int, default=400, help="different pages (400)")
    options.add_argument("--repeat", type=int, default=3, help="times that each is in the file (3)")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--engine", help="measure this engine of newsparse convert, too")
    given: Any = options.parse_args()
    sample = sample_of(given.corpus, given.pages)
    count = len(sample.pages) * given.repeat
    runs: dict[str, list[Run]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_warc(folder / "pages.warc.gz", sample.pages * given.repeat)
        for _ in range(given.rounds):
            for way in ways(given.engine):
                runs.setdefault(way.name, []).append(measured(way, folder / "pages.warc.gz", folder))
        packed = (folder / "pages.warc.gz").stat().st_size / count / 1000
    print(
        f"{count} pages ({len(sample.pages)} different) of {sample.size:.0f} KB, {packed:.0f} KB packed; {machine()}\n"
    )
    print("\n".join(table(runs, count)))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--only"]:
        _, _, role, source, target = sys.argv
        parse_alone(source, target) if role == "parse" else pool(int(role), source, target)
    else:
        main()
