"""What has been written safely, and how far the input had been read by then: one line for every commit.

The journal lies beside the output until that is complete. A line that was cut off while it was written does not count.
What it says of the records between two commits is a difference, so that a line stays small however long the run.
"""

from __future__ import annotations

import io
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import define, field

from newsparse.dumps.sinks import State
from newsparse.dumps.sources import Place
from newsparse.dumps.summary import Summary, Tally

SUFFIX: Final = ".journal"


class Foreign(Exception):
    """The journal is that of another command, or another run is writing it; the message says so."""


@define
class Progress:
    """What a run has done, up to a commit."""

    place: Place = field(factory=Place)
    """How far the input has been read."""

    sink: State = field(factory=dict)
    """What the output holds."""

    errors: State = field(factory=dict)
    """What the error file holds."""

    summary: Summary = field(factory=Summary)
    """Records, counted by host."""

    counts: Counter[str] = field(factory=Counter)
    """What became of all items, by kind."""


class Journal:
    """The journal of one output."""

    def __init__(self, output: str, command: Mapping[str, Any]) -> None:
        self.path = journal_of(output)
        self.command = dict(command)
        self.file: io.FileIO | None = None

    def begin(self) -> None:
        """Start a new journal."""
        self.file = io.FileIO(self.path, "w")
        _lock(self.file)
        self._write({"command": self.command})

    def resume(self) -> Progress:
        """Return what the run before this has done, and go on with its journal. Raises Foreign, OSError."""
        self.file = io.FileIO(self.path, "r+")
        _lock(self.file)
        raw = self.file.read()
        whole = raw[: raw.rfind(b"\n") + 1]
        self.file.truncate(len(whole))
        self.file.seek(len(whole))
        if not whole:  # stopped before its first line was there
            self._write({"command": self.command})
        return self._read(whole.splitlines())

    def _read(self, lines: list[bytes]) -> Progress:
        done = Progress()
        for number, line in enumerate(lines):
            entry = json.loads(line)
            if number == 0:
                self._compare(entry["command"])
                continue
            done.place, done.sink, done.errors = Place(*entry["place"]), entry["sink"], entry["errors"]
            done.summary.merge(_summary(entry["hosts"], done.summary.fields))
            done.counts.update(entry["counts"])
        return done

    def _compare(self, before: Mapping[str, Any]) -> None:
        for key in {*before, *self.command}:
            if before.get(key) != self.command.get(key):
                raise Foreign(f"{self.path} belongs to a run with another {key}: {_shown(before.get(key))}")

    def commit(self, place: Place, sink: State, errors: State, summary: Summary, counts: Counter[str]) -> None:
        """Add a line: the states, and what was counted since the last line. Raises OSError."""
        self._write(
            {
                "place": [place.file, place.item],
                "sink": sink,
                "errors": errors,
                "hosts": dict(_hosts(summary)),
                "counts": counts,
            }
        )

    def end(self) -> None:
        """Remove the journal: the output is complete."""
        self.close()
        self.path.unlink()

    def close(self) -> None:
        """Leave the journal where it is."""
        if self.file is not None:
            self.file.close()
            self.file = None

    def _write(self, entry: Mapping[str, Any]) -> None:
        line = json.dumps(entry, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
        if self.file is None:
            raise ValueError("the journal is closed")
        while line:
            line = line[self.file.write(line) :]
        os.fsync(self.file.fileno())


def journal_of(output: str) -> Path:
    """Return where the journal of an output lies."""
    return Path(output.rstrip("/") + SUFFIX)


def _hosts(summary: Summary) -> Iterator[tuple[str, list[int]]]:
    for host, tally in summary.hosts.items():
        yield host, [tally.pages, tally.errors, tally.articles, *(tally.filled[name] for name in summary.fields)]


def _summary(hosts: Mapping[str, list[int]], fields: tuple[str, ...]) -> Summary:
    made = Summary(fields=fields)
    for host, (pages, errors, articles, *filled) in hosts.items():
        made.hosts[host] = Tally(pages, errors, articles, Counter(dict(zip(fields, filled, strict=True))))
    return made


def _lock(file: io.FileIO) -> None:
    """Keep a second run away from this journal, where the system has locks; a lock ends with its process."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise Foreign(f"another run is writing this output ({file.name})") from error


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
