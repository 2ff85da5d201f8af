"""Parquet: one page a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from newsparse.dumps.options import Columns, Options
from newsparse.dumps.packages import package
from newsparse.dumps.record import Page, Record, Source, Trouble, failed
from newsparse.dumps.sources.jsonl import page_of

ROWS: Final = 32
"""Rows unpacked at once: pages are large."""


def read_parquet(stream: BinaryIO, file: str, options: Options, start: int) -> Iterator[Page | Record]:
    """Yield an item for every row, from the *start*-th on; rows that cannot be read are a failure each."""
    parquet, arrow = (package(name, "reading Parquet") for name in ("pyarrow.parquet", "pyarrow"))
    damage = (arrow.ArrowException, OSError)
    try:
        table = parquet.ParquetFile(stream)
    except damage as error:
        if start == 0:
            yield failed(Source(file=file), Trouble.SOURCE, f"damaged Parquet: {error}")
        return
    first = 0
    for group in range(table.num_row_groups):
        end = first + table.metadata.row_group(group).num_rows
        row, reason = max(first, start), "the row group ends early"
        try:
            for values in _rows(table, group, row - first, options.columns) if row < end else ():
                yield _page(values, Source(file=file, row=row), options)
                row += 1
        except damage as error:
            reason = f"damaged Parquet: {error}"
        for lost in range(row, end):
            yield failed(Source(file=file, row=lost), Trouble.SOURCE, reason)
        first = end


def _rows(table: Any, group: int, start: int, columns: Columns) -> Iterator[dict[str, Any]]:
    wanted = _wanted(table.schema_arrow.names, columns)
    for batch in table.iter_batches(batch_size=ROWS, row_groups=[group], columns=wanted, use_threads=False):
        if start < batch.num_rows:
            yield from batch.slice(start).to_pylist()
        start = max(start - batch.num_rows, 0)


def _page(values: dict[str, Any], source: Source, options: Options) -> Page | Record:
    page = page_of(values, source, options.columns)
    if isinstance(page, Page) and len(page.content) > options.largest:
        return failed(page.source, Trouble.SIZE, f"a page of {len(page.content)}, more than {options.largest} bytes")
    return page


def _wanted(names: list[str], columns: Columns) -> list[str] | None:
    if columns.carry is None:
        return None
    known = {*columns.markup, *columns.text, *columns.url, *columns.id, *columns.date, *columns.carry}
    return [name for name in names if name in known]
