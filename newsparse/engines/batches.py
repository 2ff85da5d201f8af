"""The items of a dump as Arrow batches for ``parse_batch``, and its batches as records again.

So an engine that moves Arrow between processes makes of a dump the very records that this machine alone would make.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

import pyarrow as pa
from attrs import evolve

from newsparse.arrow import ERROR, Columns, from_row, storable
from newsparse.dumps.options import Options
from newsparse.dumps.record import Page, Record, Skipped, Trouble, failed
from newsparse.dumps.sources.reading import Meter, Place, read
from newsparse.dumps.where import Where
from newsparse.dumps.work import ready, wanted

COLUMNS: Final = Columns(page="page", text="page_text")
"""Where ``parse_batch`` finds the pages in these batches: a dump may hold bytes and texts."""

HELD: Final = "held"
"""Column with all but the content of an item: the page without it, or what became of the item before parsing."""

SCHEMA: Final = pa.schema(
    [("file", pa.int32()), ("item", pa.int64()), (HELD, pa.binary()), ("page", pa.binary()), ("page_text", pa.string())]
    + [(name, pa.string()) for name in ("url", "now", "encoding", "format")]
)
"""What the batches hold. ``file`` and ``item`` are the place behind an item."""

BATCH: Final = 64
"""Items in a batch: a few megabytes of pages."""


def batches_of(file: str, number: int, first: int, where: Where, options: Options) -> Iterator[pa.Table]:
    """Yield the items of one file, from the *first* on, in batches; *number* is the file's among all."""
    outcomes = (ready(item, where, options) for item in read(file, options, Meter(), first))
    numbered = enumerate(outcomes, first + 1)
    while held := list(islice(numbered, BATCH)):
        yield pa.Table.from_pylist([_row(Place(number, item), outcome) for item, outcome in held], SCHEMA)


def outcomes_of(rows: Iterable[dict[str, Any]], where: Where) -> Iterator[Record | Skipped]:
    """Yield what became of the items of a batch, whose rows come from ``parse_batch``."""
    for row in rows:
        held = pickle.loads(row[HELD])  # noqa: S301 - made by `_row`, in a process of the same run
        yield wanted(_record(held, row), where) if isinstance(held, Page) else held


def _record(page: Page, row: dict[str, Any]) -> Record:
    article = from_row(row)
    if article is None:
        return evolve(failed(page.source, Trouble.PAGE, row[ERROR]), carried=page.carried)
    return Record(source=page.source, article=article, carried=page.carried)


def _row(place: Place, outcome: Page | Record | Skipped) -> dict[str, Any]:
    row: dict[str, Any] = {"file": place.file, "item": place.item}
    if not isinstance(outcome, Page):
        return row | {HELD: pickle.dumps(outcome)}
    source, content = outcome.source, outcome.content
    column, value = ("page", content) if isinstance(content, bytes) else ("page_text", storable(content))
    return row | {
        HELD: pickle.dumps(evolve(outcome, content=b"")),
        column: value,
        "url": source.url and storable(source.url),
        "now": source.date.isoformat() if source.date else None,
        "encoding": source.charset,
        "format": outcome.form,
    }
