"""Parse labelled pages and measure what comes out."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import Final

from attrs import frozen

from measuring.bodies import text
from measuring.corpus import DataSet, is_check, read
from measuring.credits import agencies
from measuring.fields import fields
from measuring.observed import Judged, Observation, Prediction, Row
from measuring.structure import structure
from measuring.systems import SYSTEMS

CHUNK: Final = 16  # pages that one process takes at a time: it opens the set's zip file once for them


@frozen
class Task:
    """Some pages of one data set."""

    folder: Path
    """Where the set lies."""

    rows: tuple[Row, ...]
    """What is labelled on the pages."""

    labels: frozenset[str]
    """Fields that any page of the set has."""

    renderer: str | None
    """Whose raw texts are read; None for HTML."""

    system: str
    """What reads them: a name of ``systems.SYSTEMS``."""


def judge(sets: Iterable[DataSet], part: str, jobs: int, system: str = "newsparse") -> list[Judged]:
    """Return what is seen on the pages of a part ("all", "tune", "check"), in *jobs* processes."""
    tasks = [task for data in sets for task in split(data, part, system)]
    if jobs == 1:
        return [page for task in tasks for page in work(task)]
    with multiprocessing.Pool(jobs) as pool:
        return [page for pages in pool.imap(work, tasks) for page in pages]


def split(data: DataSet, part: str, system: str) -> Iterator[Task]:
    """Yield the tasks of one data set."""
    rows = [row for row in data.rows if part in ("all", part_of(row))]
    for renderer in (None, *(data.renderers if system == "newsparse" else ())):
        for start in range(0, len(rows), CHUNK):
            yield Task(data.folder, tuple(rows[start : start + CHUNK]), data.labels, renderer, system)


def part_of(row: Row) -> str:
    """Return the part that a page belongs to, "tune" or "check"."""
    return "check" if is_check(row) else "tune"


def work(task: Task) -> list[Judged]:
    """Parse and measure the pages of a task."""
    names = [f"text/{task.renderer}/{row['id']}.txt" if task.renderer else row["file"] for row in task.rows]
    pages = zip(task.rows, read(task.folder, names), strict=True)
    return [judged(row, raw, task) for row, raw in pages]


def judged(row: Row, raw: bytes, task: Task) -> Judged:
    """Return what is seen on one page; one that cannot be parsed counts as one where nothing was found."""
    name = f"{task.folder.name}:{task.renderer}" if task.renderer else task.folder.name
    error, got = None, Prediction()
    try:
        content = raw.decode("utf-8", "replace") if task.renderer else raw
        got = SYSTEMS[task.system](content, row.get("url"))
    except Exception as caught:  # noqa: BLE001  # whatever it is, the other pages are measured, and it is reported
        error = repr(caught)
    return Judged(name, row["id"], part_of(row), tuple(observe(row, got, task.labels)), error)


def observe(row: Row, got: Prediction, labels: Set[str]) -> Iterator[Observation]:
    """Yield what is seen on a page of a data set that labels *labels*: its kind shows by them."""
    if "roles" in labels:
        yield from structure(row, got)
    elif "traps" in labels:
        yield from agencies(row, got)
    else:
        yield from text(row, got, labels)
        yield from fields(row, got)
