"""What conversions wrote, read back: JSON lines, plain or packed, and Parquet, to rows, and those to a summary."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from attrs import frozen

from newsparse.dumps.record import host_of
from newsparse.dumps.summary import FIELDS, Glance, Summary, filled_in

GZIP: Final = b"\x1f\x8b"
ZSTD: Final = b"\x28\xb5\x2f\xfd"
PARQUET: Final = b"PAR1"
WRITTEN: Final = frozenset(("article", "failure", "error", *FIELDS))
"""Names of which every row has one: what a conversion wrote, or fields of an article that stands alone."""

ROWS: Final = 1000  # of Parquet held at once


@frozen
class Unread:
    """A part of a file that could not be read."""

    where: str
    """File, and line where it is made of lines."""

    why: str
    """The reason."""


def summary_of(rows: Iterable[Mapping[str, Any]]) -> Summary:
    """Return the summary of rows: those that ``newsparse convert`` writes, or articles as ``to_dict`` gives them.

    Only fields that the rows have are counted: a conversion may have written some and not others.
    """
    summary = Summary()
    present: set[str] = set()
    for row in rows:
        present.update(_article(row))
        summary.add_glance(glance_of(row))
    summary.fields = tuple(name for name in FIELDS if name in present)
    return summary


def glance_of(row: Mapping[str, Any]) -> Glance:
    """Return what a summary wants to know of a row."""
    article = _article(row)
    source = row.get("source")
    given = source.get("url") if isinstance(source, Mapping) else row.get("page_url")
    host = host_of(_text(given)) or host_of(_text(article.get("url")))
    if row.get("failure") or row.get("error"):
        return Glance(host, failed=True)
    if "body" in article and not (article["body"] or article.get("live_updates")):
        return Glance(host)
    return Glance(host, filled_in({name: article[name] for name in FIELDS if name in article}))


def rows_of(path: Path) -> Iterator[Mapping[str, Any] | Unread]:
    """Yield the rows of a file, or of the files of a folder, and what of it could not be read.

    The kind of a file is told by how it begins. Raises OSError where it cannot be opened, ImportError where a
    package is missing that its kind takes.
    """
    if path.is_dir():
        for member in sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith((".", "_"))):
            yield from rows_of(member)
        return
    with path.open("rb") as opened:
        head = opened.read(4)
    yield from _parquet_rows(path) if head == PARQUET else _lines(path, head)


def _lines(path: Path, head: bytes) -> Iterator[Mapping[str, Any] | Unread]:
    number = 0
    with path.open("rb") as file:
        lines, damage = _unpacked(file, head)
        try:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, f"{path}:{number}")
        except damage as error:
            yield Unread(f"{path}:{number + 1}", str(error) or type(error).__name__)


def _row(line: bytes, where: str) -> Mapping[str, Any] | Unread:
    try:
        row = json.loads(line)
    except ValueError as error:
        return Unread(where, f"not JSON: {error}")
    if isinstance(row, dict) and not WRITTEN.isdisjoint(row):
        return row
    return Unread(where, "no record of a conversion and no article")


def _unpacked(file: IO[bytes], head: bytes) -> tuple[Iterable[bytes], tuple[type[Exception], ...]]:
    """Return the lines of a file and what is raised where its packing is damaged or ends too early."""
    if head[:2] == GZIP:
        return gzip.open(file), (OSError, EOFError, zlib.error)
    if head != ZSTD:
        return file, (OSError,)
    try:
        import zstandard
    except ImportError as missing:
        raise ImportError("reading .zst takes zstandard: pip install 'newsparse[dumps]'") from missing
    reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
    return io.BufferedReader(reader), (OSError, zstandard.ZstdError)


def _parquet_rows(path: Path) -> Iterator[Mapping[str, Any] | Unread]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as missing:
        raise ImportError("reading Parquet takes pyarrow: pip install 'newsparse[dumps]'") from missing
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(ROWS):
                yield from batch.to_pylist()
    except pyarrow.ArrowException as error:
        yield Unread(str(path), str(error))


def _article(row: Mapping[str, Any]) -> Mapping[str, Any]:
    article = row.get("article", row)
    return article if isinstance(article, Mapping) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
