"""WARC and WET: the records of crawls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from newsparse.dumps.options import Options
from newsparse.dumps.packages import package
from newsparse.dumps.record import Page, Record, Skipped, Source, Trouble, failed
from newsparse.dumps.sources.http import codings_of
from newsparse.dumps.sources.tape import Cut, Tape, cuts
from newsparse.dumps.sources.unpacking import pieces

MARKUP: Final = frozenset({"text/html", "application/xhtml+xml"})
NOT_HTML: Final = Skipped("not HTML")
NO_SUCCESS: Final = Skipped("HTTP status other than 2xx")


def read_warc(
    stream: BinaryIO, packing: str | None, file: str, options: Options, start: int
) -> Iterator[Page | Record | Skipped]:
    """Yield an item for every record, from the *start*-th on: a page, a damaged record, or what was skipped."""
    warc = package("fastwarc.warc", "reading WARC")
    tape = Tape(pieces(stream, packing), packed=packing is not None)
    for number, cut in enumerate(cuts(tape, options.largest)):
        if number >= start:
            yield _item(warc, file, cut)


def _item(warc: Any, file: str, cut: Cut) -> Page | Record | Skipped:
    try:
        record: Any = warc.WarcRecord.from_bytes(cut.raw) if cut.raw else None
    except OSError as error:
        return failed(Source(file=file, offset=cut.at), Trouble.SOURCE, str(error))
    source = _source(file, cut, record)
    if cut.trouble and not cut.oversize:
        return failed(source, Trouble.SOURCE, cut.trouble)
    if not _is_page(warc, record):
        return Skipped(f"{record.record_type} record")
    if cut.trouble:
        return failed(source, Trouble.SIZE, cut.trouble)
    return _response(record, source) if record.is_http else _bare(warc, record, source)


def _is_page(warc: Any, record: Any) -> bool:
    kinds = warc.WarcRecordType
    return record.record_type in (kinds.response, kinds.resource, kinds.conversion)


def _source(file: str, cut: Cut, record: Any) -> Source:
    if record is None:
        return Source(file=file, offset=cut.at)
    return Source(
        file=file,
        member=record.record_id,
        offset=cut.at,
        url=(record.headers.get("WARC-Target-URI") or "").strip("<> ") or None,
        date=record.record_date,
    )


def _response(record: Any, source: Source) -> Page | Record | Skipped:
    from attrs import evolve

    try:
        record.parse_http()
    except OSError as error:
        return failed(source, Trouble.SOURCE, f"broken HTTP header: {error}")
    headers = record.http_headers
    if headers is None or headers.status_code is None:
        return failed(source, Trouble.SOURCE, "a response without an HTTP header")
    if not 200 <= headers.status_code < 300:
        return NO_SUCCESS
    kind = (record.http_content_type or "").lower()
    if kind and kind not in MARKUP and kind != "text/plain":
        return NOT_HTML
    return Page(
        source=evolve(source, charset=record.http_charset),
        content=record.reader.read(),
        form="html" if kind in MARKUP else "text" if kind else "auto",
        codings=codings_of(headers.get("Content-Encoding"), headers.get("Transfer-Encoding")),
    )


def _bare(warc: Any, record: Any, source: Source) -> Page | Skipped:
    kind = (record.headers.get("Content-Type") or "").lower().partition(";")[0]
    if record.record_type == warc.WarcRecordType.conversion:
        return Page(source=source, content=record.reader.read(), form="text")
    if kind.strip() not in MARKUP:
        return NOT_HTML
    return Page(source=source, content=record.reader.read(), form="html")
