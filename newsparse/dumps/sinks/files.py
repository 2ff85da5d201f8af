"""A folder with one JSON file a page, numbered in the order of the input, a thousand to a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from newsparse.dumps.sinks.base import State

SHELF: Final = 1000
"""Files in one folder; more are slow to list."""


class Files:
    """A folder of JSON files."""

    interval = 128

    def __init__(self, path: str, state: State | None = None) -> None:
        self.path = Path(path)
        self.count: int = (state or {}).get("count", 0)
        self.safe = self.count
        self.path.mkdir(parents=True, exist_ok=True)
        self._cut()

    def write(self, rows: list[bytes]) -> None:
        """Write some documents, each to a file of its own."""
        for row in rows:
            place = self._place(self.count)
            if self.count % SHELF == 0:
                place.parent.mkdir(exist_ok=True)
            place.write_bytes(row)
            self.count += 1

    def commit(self) -> State:
        """Return how many files there are."""
        self.safe = self.count
        return {"count": self.safe}

    def finish(self) -> None:
        """Nothing: an empty folder is a valid output."""

    def close(self) -> None:
        """Remove what is not safe."""
        self._cut()

    def _place(self, number: int) -> Path:
        return self.path / f"{number // SHELF:06}" / f"{number:09}.json"

    def _cut(self) -> None:
        number = self.safe
        while (place := self._place(number)).exists():
            place.unlink()
            number += 1
