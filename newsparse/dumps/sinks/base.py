"""What sinks have in common."""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

State: TypeAlias = dict[str, Any]
"""What a sink has written safely, as JSON types; empty before anything is."""


class Unwritable(Exception):
    """The output cannot be written: full, forbidden, gone. The message names it and the reason in one line."""


class Sink(Protocol):
    """A place that records are written to, from one safe state to the next."""

    interval: int
    """Records after which what has been written is made safe."""

    def write(self, rows: Any) -> None:
        """Write rows; they are safe only after the next commit. Raises OSError."""

    def commit(self) -> State:
        """Make all that was written safe and return the new state. Raises OSError."""

    def finish(self) -> None:
        """Write what even an output without records needs; the last commit follows. Raises OSError."""

    def close(self) -> None:
        """Leave behind what is safe, and nothing else."""
