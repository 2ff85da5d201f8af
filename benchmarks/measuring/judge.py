"""Parse labelled pages and measure what comes out."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import Final

from attrs import frozen

import newsparse
from measuring.bodies import text
from measuring.corpus import DataSet, is_check, read
from measuring.credits import agencies
from measuring.fields import fields
from measuring.observed import Judged, Observation, Prediction, Row
from measuring.structure import structure

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


def judge(sets: Iterable[DataSet], part: str, jobs: int) -> list[Judged]:
    """Return what is seen on the pages of a part ("all", "tune", "check"), in *jobs* processes."""
    tasks = [task for data in sets for task in split(data, part)]
    if jobs == 1:
        return [page for task in tasks for page in work(task)]
    with multiprocessing.Pool(jobs) as pool:
        return [page for pages in pool.imap(work, tasks) for page in pages]


def split(data: DataSet, part: str) -> Iterator[Task]:
    """Yield the tasks of one data set."""
    rows = [row for row in data.rows if part in ("all", part_of(row))]
    for renderer in (None, *data.renderers):
        for start in range(0, len(rows), CHUNK):
            yield Task(data.folder, tuple(rows[start : start + CHUNK]), data.labels, renderer)


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
        got = predicted(row, raw.decode("utf-8", "replace") if task.renderer else raw)
    except Exception as caught:  # noqa: BLE001  # whatever it is, the other pages are measured, and it is reported
        error = repr(caught)
    return Judged(name, row["id"], part_of(row), tuple(observe(row, got, task.labels)), error)


def predicted(row: Row, content: bytes | str) -> Prediction:
    """Return what newsparse makes of a page of any site: without site profiles."""
    article = newsparse.parse(
        content, row.get("url"), format="text" if isinstance(content, str) else "html", profiles=()
    )
    credit = article.agency_credit
    return Prediction(
        title=article.title,
        kicker=article.kicker,
        subtitle=article.subtitle,
        authors=tuple(author.name for author in article.authors),
        published=article.published,
        paragraphs=article.paragraphs,
        captions=article.captions,
        teasers=tuple(teaser.title for block in article.related for teaser in block.teasers),
        agencies=credit.agencies if credit else (),
        credit=credit.text if credit else None,
        item_id=credit.item_id if credit else None,
    )


def observe(row: Row, got: Prediction, labels: Set[str]) -> Iterator[Observation]:
    """Yield what is seen on a page of a data set that labels *labels*: its kind shows by them."""
    if "roles" in labels:
        yield from structure(row, got)
    elif "traps" in labels:
        yield from agencies(row, got)
    else:
        yield from text(row, got, labels)
        yield from fields(row, got)
