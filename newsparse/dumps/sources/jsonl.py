"""JSONL: one page a line, in fields whose names can be given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, BinaryIO, Final

from attrs import evolve, field, frozen

from newsparse.dumps.options import Columns, Options
from newsparse.dumps.record import Page, Record, Source, Trouble, failed
from newsparse.dumps.sources.unpacking import Piece, pieces

DIGITS: Final = "%Y%m%d%H%M%S"
ROOM: Final = 2  # a line is longer than its page: escapes, other fields


@frozen(kw_only=True)
class Line:
    """A line that a worker will take apart."""

    source: Source
    """Where it lies; what it says of the page is not known yet."""

    content: bytes = field(repr=False)
    """The line."""

    columns: Columns
    """Names of its fields."""

    def page(self) -> Page | Record:
        """Return the page that the line holds, a failure where it holds none."""
        try:
            row = json.loads(self.content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            return failed(self.source, Trouble.SOURCE, f"bad UTF-8 in the line: {error.reason} at byte {error.start}")
        except (ValueError, RecursionError) as error:
            return failed(self.source, Trouble.SOURCE, f"bad JSON: {error}")
        if not isinstance(row, dict):
            return failed(self.source, Trouble.SOURCE, "the line is no JSON object")
        return page_of(row, self.source, self.columns)


def read_jsonl(
    stream: BinaryIO, packing: str | None, file: str, options: Options, start: int
) -> Iterator[Line | Record]:
    """Yield an item for every line that is not empty and for every damaged place, from the *start*-th on."""
    for row, (at, content, trouble) in enumerate(_lines(pieces(stream, packing), options.largest * ROOM)):
        if row < start:
            continue
        source = Source(file=file, offset=at, row=row)
        if trouble:
            yield failed(source, Trouble.SIZE if content else Trouble.SOURCE, trouble)
        else:
            yield Line(source=source, content=content, columns=options.columns)


def _lines(parts: Iterator[Piece], longest: int) -> Iterator[tuple[int, bytes, str | None]]:
    """Yield offset, bytes and trouble of every line; of one that is too long the beginning."""
    held, at, passing = bytearray(), 0, False
    for part in parts:
        first, *others = part.data.split(b"\n")
        held += first
        for other in others:
            if held.strip() and not passing:
                yield at, bytes(held), None
            at, held, passing = at + len(held) + 1, bytearray(other), False
        if part.damage:
            yield at, b"", part.damage
            held.clear()
        elif len(held) > longest:
            if not passing:
                yield at, bytes(held[:1]), f"a line of more than {longest} bytes"
            at, held, passing = at + len(held), bytearray(), True
    if held.strip() and not passing:
        yield at, bytes(held), None


def page_of(row: Mapping[str, Any], source: Source, columns: Columns) -> Page | Record:
    """Return the page that a row holds, a failure where it holds none; *source* gains what the row says of the page."""
    markup = _first(row, columns.markup, str | bytes)
    name = markup or _first(row, columns.text, str | bytes)
    source = evolve(
        source,
        member=_text(row, columns.id),
        url=_text(row, columns.url),
        date=_moment(row, columns.date),
    )
    carried = _carried(row, columns)
    if name is None:
        wanted = ", ".join((*columns.markup, *columns.text))
        return evolve(failed(source, Trouble.SOURCE, f"no page in any of the fields {wanted}"), carried=carried)
    return Page(source=source, content=row[name], form="auto" if markup else "text", carried=carried)


def _first(row: Mapping[str, Any], names: tuple[str, ...], kind: Any) -> str | None:
    return next((name for name in names if isinstance(row.get(name), kind) and row[name]), None)


def _text(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    name = _first(row, names, str | int)
    return str(row[name]) if name else None


def _moment(row: Mapping[str, Any], names: tuple[str, ...]) -> datetime | None:
    """Return when a page was fetched; what is no date is passed over, a date without a zone is UTC, as in crawls."""
    found = next((when for name in names if (when := _instant(row.get(name))) is not None), None)
    return found.replace(tzinfo=UTC) if found is not None and found.tzinfo is None else found


def _instant(value: Any) -> datetime | None:
    """Return the instant that a date, ISO 8601, the 14 digits of web archives or a count of seconds stands for."""
    try:
        if isinstance(value, str):
            return datetime.strptime(value, DIGITS) if value.isdecimal() else datetime.fromisoformat(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return value if isinstance(value, datetime) else None


def _carried(row: Mapping[str, Any], columns: Columns) -> dict[str, Any]:
    if columns.carry is not None:
        return {name: row[name] for name in columns.carry if name in row}
    pages = {*columns.markup, *columns.text}
    told = {name for name in columns.date if _instant(row.get(name)) is not None}
    told |= {name for name in (_first(row, names, str | int) for names in (columns.url, columns.id)) if name}
    return {name: value for name, value in row.items() if name not in pages and name not in told}
