"""A folder of Parquet files, each written whole: such a file ends with its table of contents and cannot be continued.

Readers (pyarrow, pandas, DuckDB, Spark, Ray) take the folder as one table.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from newsparse.dumps.packages import package
from newsparse.dumps.sinks.base import State
from newsparse.dumps.sinks.columns import schema

INTERVAL: Final = 2048
"""Records in a file: some ten megabytes. They are held in memory until it is written."""


class Parquet:
    """A folder of numbered Parquet files."""

    interval = INTERVAL

    def __init__(self, path: str, state: State | None = None, fields: tuple[str, ...] | None = None) -> None:
        self.arrow = package("pyarrow", "writing Parquet")
        self.parquet = package("pyarrow.parquet", "writing Parquet")
        self.path = Path(path)
        self.parts: int = (state or {}).get("parts", 0)
        self.schema = schema(fields)
        self.held: list[Any] = []
        self.path.mkdir(parents=True, exist_ok=True)
        self._cut()

    def write(self, rows: bytes) -> None:
        """Hold a batch."""
        with self.arrow.ipc.open_stream(rows) as stream:
            self.held += [batch for batch in stream if batch.num_rows]

    def commit(self) -> State:
        """Write what is held to a new file."""
        if self.held:
            self._write()
        return {"parts": self.parts}

    def finish(self) -> None:
        """Write a file without rows where there are no others: it tells the columns."""
        if not self.parts and not self.held:
            self._write()

    def close(self) -> None:
        """Remove what is not safe."""
        self._cut()

    def _write(self) -> None:
        table = self.arrow.Table.from_batches(self.held, schema=self.schema)
        unfinished = self._unfinished()
        self.parquet.write_table(table.combine_chunks(), unfinished, compression="zstd")
        os.replace(unfinished, self._place(self.parts))
        self.parts += 1
        self.held = []

    def _place(self, number: int) -> Path:
        return self.path / f"part-{number:06}.parquet"

    def _unfinished(self) -> Path:
        return self.path / ".unfinished"  # readers of folders pass over names with a dot

    def _cut(self) -> None:
        self._unfinished().unlink(missing_ok=True)
        number = self.parts
        while (place := self._place(number)).exists():
            place.unlink()
            number += 1
