"""Whatever is named on the command line to a stream of items, each with the place behind it."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final, TypeAlias

from attrs import define, frozen

from newsparse.dumps.options import Options
from newsparse.dumps.record import STDIN, Page, Record, Skipped, Source, Trouble, failed
from newsparse.dumps.sources.addresses import files_at, is_address, opened, size_at
from newsparse.dumps.sources.archives import NO_PAGE, page_in, read_tar, read_zip
from newsparse.dumps.sources.jsonl import Line, read_jsonl
from newsparse.dumps.sources.kinds import Kind, kind_of
from newsparse.dumps.sources.parquet import read_parquet
from newsparse.dumps.sources.unpacking import packing_of
from newsparse.dumps.sources.warc import read_warc

Item: TypeAlias = Page | Line | Record | Skipped

SAMPLE = 1 << 16  # bytes, still packed, by which a file is known


@frozen(order=True)
class Place:
    """How far the input has been read."""

    file: int = 0
    """Number of the file, from 0, among all files found."""

    item: int = 0
    """Number of items of this file that lie behind."""


@define
class Meter:
    """How much of the input has been read, for a guess at the time that is left."""

    passed: int = 0
    """Bytes of the files that lie behind."""

    stream: io.BufferedReader | None = None
    """The file that is being read."""

    @property
    def bytes(self) -> int:
        """Bytes read, as stored."""
        stream = self.stream
        return self.passed + (stream.tell() if stream and not stream.closed and stream.seekable() else 0)


def items(
    inputs: Iterable[str], options: Options, start: Place, meter: Meter | None = None
) -> Iterator[tuple[Place, Item]]:
    """Yield every item from *start* on, with the place behind it.

    The order depends on the names of files alone, and every part of a dump counts as one item, so that a place means
    the same in each run. Raises OSError where something that was named does not exist.
    """
    meter, inputs = meter or Meter(), tuple(inputs)
    for number, file in enumerate(files(inputs)):
        if number >= start.file:
            first = start.item if number == start.file else 0
            for count, item in enumerate(read(file, options, meter, first), first + 1):
                yield Place(number, count), refused(file) if item is ALONE and file in inputs else item
        meter.passed += size_of(file)


def refused(file: str) -> Record:
    """Return the failure that a file is which was named itself, not its folder, and holds no page."""
    return failed(Source(file=file), Trouble.SOURCE, REFUSED)


ALONE: Final = Skipped(NO_PAGE.reason)
"""A file that is no page; nothing else is the same object."""

REFUSED: Final = "neither a page nor a dump of a kind that is read; of a JSON array or a table make JSONL first"


def size_of(file: str) -> int:
    """Return the bytes of a file as stored; 0 for a pipe, and where there is no such file."""
    if is_address(file):
        return size_at(file)
    return os.path.getsize(file) if os.path.isfile(file) else 0


def files(inputs: Iterable[str]) -> Iterator[str]:
    """Yield the files named, and those in the folders named, by name.

    Hidden ones, links to folders, pipes and devices are left out of folders.
    """
    for given in inputs:
        if is_address(given):
            yield from files_at(given)
        elif given != STDIN and os.path.isdir(given):
            yield from _within(given)
        else:
            yield given


def _within(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (os.path.join(parent, name) for name in sorted(names) if not name.startswith("."))
        yield from (path for path in paths if not _waits(path))


def _waits(path: str) -> bool:
    """Whether a path is a pipe, a socket or a device: to open it may take for ever."""
    return os.path.exists(path) and not os.path.isfile(path)


def read(file: str, options: Options, meter: Meter, start: int) -> Iterator[Item]:
    """Yield the items of one file, from the *start*-th on; a file that cannot be read is one failure."""
    done = 0
    try:
        with _opened(file) as stream:
            meter.stream = stream
            head = stream.peek(SAMPLE)[:SAMPLE]
            for item in _read(stream, head, file, options, start):
                yield item
                done += 1
    except OSError as error:
        if done or start == 0:
            yield failed(Source(file=file), Trouble.SOURCE, error.strerror or str(error))


def _opened(file: str) -> io.BufferedReader:
    if file == STDIN:
        return io.BufferedReader(_Patient(sys.stdin.fileno(), closefd=False), SAMPLE)
    if is_address(file):
        return opened(file)
    return io.BufferedReader(io.FileIO(file), SAMPLE)


class _Patient(io.FileIO):
    """A pipe that is read in full buffers, so that the first tells what comes through it."""

    def readinto(self, buffer: Any) -> int:
        view, filled = memoryview(buffer), 0
        while filled < len(view) and (count := super().readinto(view[filled:])):
            filled += count
        return filled


def _read(stream: io.BufferedReader, head: bytes, file: str, options: Options, start: int) -> Iterator[Item]:
    packing = packing_of(head)
    match kind_of(head, file):
        case Kind.WARC:
            return read_warc(stream, packing, file, options, start)
        case Kind.JSONL:
            return read_jsonl(stream, packing, file, options, start)
        case Kind.TAR:
            return read_tar(stream, packing, file, options, start)
        case Kind.ZIP if not packing:
            return read_zip(_seekable(stream), file, options, start)
        case Kind.PARQUET if not packing:
            return read_parquet(_seekable(stream), file, options, start)
        case _:
            return iter([_single(stream, file, options)][start:])


def _single(stream: BinaryIO, file: str, options: Options) -> Page | Record | Skipped:
    raw = stream.read(options.largest + 1)
    if len(raw) > options.largest:
        return failed(Source(file=file), Trouble.SIZE, f"the file has more than {options.largest} bytes")
    item = page_in(raw, Source(file=file), options)
    return ALONE if item is NO_PAGE else item


def _seekable(stream: io.BufferedReader) -> BinaryIO:
    """Return a stream that can be rewound: one that cannot, a pipe, goes to a file without a name first."""
    if stream.seekable():
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the last reference, when the dump has been read)
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return copy
