"""How a conversion is getting on, on standard error: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol

import click
from attrs import define, field

from newsparse.dumps.sources import files
from newsparse.dumps.sources.reading import size_of

if TYPE_CHECKING:
    from newsparse.dumps.run import Report

EVERY: Final = 10.0
"""Seconds between two plain lines."""

OFTEN: Final = 0.2
"""Seconds between two looks of the bar."""


class Watch(Protocol):
    """Is told how the run is getting on."""

    def __call__(self, report: Report) -> None:
        """Take a look."""


@contextmanager
def watching(inputs: Iterable[str], *, quiet: bool) -> Iterator[Watch]:
    """Give a watch for the time of a run."""
    if quiet:
        yield lambda report: None
        return
    whole = sum(size_of(file) for file in files(inputs))
    bar = _bar() if sys.stderr.isatty() else None
    if bar is None:
        yield Plain(Pace(whole))
        return
    with bar:
        yield Bar(Pace(whole), bar, bar.add_task("", total=whole or None, rate="", errors="0", left=""))


@define
class Pace:
    """Pages a second and seconds left, reckoned from where this run began."""

    whole: int
    """Bytes of the input as stored; 0 where that is not known."""

    began: float = field(factory=time.monotonic)
    """When this run began, on the monotonic clock."""

    first: tuple[int, int] | None = None
    """Pages and bytes at the first look: what a run before this one has done is not the merit of this one."""

    def pages(self, report: Report) -> int:
        """Return the pages done."""
        return report.counts["articles"] + report.counts["errors"]

    def rate(self, report: Report) -> float:
        """Return pages a second."""
        first = self._first(report)
        return (self.pages(report) - first[0]) / max(time.monotonic() - self.began, 1e-9)

    def left(self, report: Report) -> float | None:
        """Return seconds left; None where nothing tells how much there is."""
        first = self._first(report)
        read = report.meter.bytes - first[1]
        if not self.whole or read <= 0:
            return None
        return (time.monotonic() - self.began) * max(self.whole - report.meter.bytes, 0) / read

    def _first(self, report: Report) -> tuple[int, int]:
        if self.first is None:
            self.first = (self.pages(report), report.meter.bytes)
            self.began = time.monotonic()
        return self.first


@define
class Plain:
    """A line every few seconds, for logs."""

    pace: Pace
    """How fast the run gets on."""

    last: float = field(factory=time.monotonic)
    """When the last line was printed, on the monotonic clock."""

    def __call__(self, report: Report) -> None:
        """Print a line if it is time."""
        rate, now = self.pace.rate(report), time.monotonic()
        if now - self.last < EVERY:
            return
        self.last = now
        left = self.pace.left(report)
        rest = f", {clock(left)} left" if left is not None else ""
        pages, errors = self.pace.pages(report), report.counts["errors"]
        click.echo(f"newsparse: {pages:,} pages, {rate:,.0f} pages/s, {errors:,} errors{rest}", err=True)


@define
class Bar:
    """A bar drawn by rich."""

    pace: Pace
    """How fast the run gets on."""

    bar: Any
    """What draws it."""

    task: Any
    """What the run is called there."""

    last: float = 0.0
    """When the bar was last moved, on the monotonic clock."""

    def __call__(self, report: Report) -> None:
        """Move the bar if it is time."""
        rate, now = self.pace.rate(report), time.monotonic()
        if now - self.last < OFTEN:
            return
        self.last = now
        left = self.pace.left(report)
        self.bar.update(
            self.task,
            completed=report.meter.bytes,
            description=f"{self.pace.pages(report):,} pages",
            rate=f"{rate:,.0f} pages/s",
            errors=f"{report.counts['errors']:,}",
            left=f"{clock(left)} left" if left is not None else "",
        )


def clock(seconds: float) -> str:
    """Return seconds as hours, minutes, seconds."""
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _bar() -> Any:
    """Return the bar of rich, None where that is not installed."""
    try:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn
    except ImportError:
        return None
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[errors]} errors"),
        TextColumn("{task.fields[left]}"),
        console=Console(stderr=True),
        transient=True,
    )
