"""What a worker does with a batch: items to records, records to what the sink writes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, TypeAlias

from attrs import evolve, field, frozen

import newsparse
from newsparse.dumps.options import Options
from newsparse.dumps.record import Page, Record, Skipped, Trouble, failed, parsed
from newsparse.dumps.sources import Item, Line
from newsparse.dumps.sources.http import Damaged, Oversize, undone
from newsparse.dumps.summary import Summary
from newsparse.dumps.where import Where

Form: TypeAlias = Literal["lines", "files", "parquet"]

GZIP: Final = b"\x1f\x8b"
UNWANTED: Final = Skipped("not wanted (--where)")


@frozen
class Answer:
    """What became of some items."""

    rows: Any
    """What the sink writes: lines as bytes, a list of documents as bytes, or an Arrow batch in its file form."""

    errors: bytes
    """Lines for the error file."""

    summary: Summary
    """Records, counted by host."""

    counts: Counter[str]
    """``articles`` and ``errors``, the latter by kind as ``errors: <trouble>``; ``skipped: <what>``."""


@frozen
class Conversion:
    """The work of ``newsparse convert``."""

    form: Form = "lines"
    """What rows are made for."""

    fields: tuple[str, ...] | None = None
    """Fields of the article that are written; None: all."""

    where: Where = field(factory=Where)
    """Pages that are wanted."""

    options: Options = field(factory=Options)
    """Limits."""

    def prepare(self) -> None:
        """Load the parser."""
        load()

    def __call__(self, items: Iterable[Item]) -> Answer:
        """Return what became of the items."""
        return self.answer(record_of(item, self.where, self.options) for item in items)

    def lost(self, item: Item, trouble: Trouble, reason: str) -> Answer:
        """Return the answer for an item that ended its worker."""
        return self.answer([lost(item, trouble, reason)])

    def answer(self, outcomes: Iterable[Record | Skipped]) -> Answer:
        """Return records in the form that is written."""
        summary, counts = Summary(), Counter[str]()
        errors, good = [], []
        for outcome in outcomes:
            if isinstance(outcome, Skipped):
                counts[f"skipped: {outcome.reason}"] += 1
                continue
            summary.add(outcome)
            if outcome.failure:
                counts["errors"] += 1
                counts[f"errors: {outcome.failure.trouble.value}"] += 1
                errors.append(as_json(outcome.to_dict()))
            else:
                counts["articles"] += 1
                good.append(outcome)
        return Answer(ROWS[self.form](good, self.fields), b"".join(errors), summary, counts)


@frozen
class Records:
    """The work of ``newsparse.dumps.convert``."""

    options: Options
    """Limits."""

    def prepare(self) -> None:
        """Load the parser."""
        load()

    def __call__(self, items: Iterable[Item]) -> list[Record]:
        """Return the records of the items."""
        return _records(record_of(item, Where(), self.options) for item in items)

    def lost(self, item: Item, trouble: Trouble, reason: str) -> list[Record]:
        """Return the record of an item that ended its worker."""
        return _records([lost(item, trouble, reason)])


def _records(outcomes: Iterable[Record | Skipped]) -> list[Record]:
    return [outcome for outcome in outcomes if isinstance(outcome, Record)]


def load() -> None:
    """Have the parser load its modules and data, which it does at its first page of either form."""
    for content in ("<html lang='en'><h1>A title</h1><p>Some text.", "A title\n\nSome text."):
        newsparse.parse(content)


def record_of(item: Item, where: Where, options: Options) -> Record | Skipped:
    """Return what became of an item; nothing that a page makes the parser raise gets further than this."""
    page = ready(item, where, options)
    return wanted(survived(page), where) if isinstance(page, Page) else page


def ready(item: Item, where: Where, options: Options) -> Page | Record | Skipped:
    """Return the page of an item, free of HTTP codings; what became of the item where there is nothing to parse."""
    page = item.page() if isinstance(item, Line) else item
    if not isinstance(page, Page):
        return page
    known = page.source.host
    if known and not where.host_fits(known):
        return UNWANTED
    try:
        return evolve(page, content=bare(page, options.largest), codings=())
    except Oversize as error:
        return failed(page.source, Trouble.SIZE, str(error))
    except Damaged as error:
        return failed(page.source, Trouble.SOURCE, str(error))


def survived(page: Page) -> Record:
    """Return the record of a page, whatever it makes the parser raise."""
    try:
        return parsed(page, page.content)
    except Exception as error:  # noqa: BLE001  (a mistake of the parser must not end a run over a million pages)
        return failed(page.source, Trouble.PAGE, f"the parser failed: {type(error).__name__}: {error}")


def wanted(record: Record, where: Where) -> Record | Skipped:
    """Return a record, or that it is not wanted."""
    if record.article is None:
        return record
    return record if where.host_fits(record.host) and where.fits(record.article) else UNWANTED


def bare(page: Page, largest: int) -> bytes | str:
    """Return the content of a page without HTTP codings, undeclared gzip among them; raises Oversize, Damaged."""
    content = page.content
    if isinstance(content, bytes):
        codings = page.codings or (("gzip",) if content.startswith(GZIP) else ())
        content = undone(content, codings, largest)
    if len(content) > largest:
        raise Oversize(f"the page has more than {largest} bytes")
    return content


def lost(item: Item, trouble: Trouble, reason: str) -> Record | Skipped:
    """Return what becomes of an item that ended its worker."""
    return failed(item.source, trouble, reason) if isinstance(item, Page | Line) else item


def written(record: Record, fields: tuple[str, ...] | None) -> dict[str, Any]:
    """Return the record as it is written: the article's fields as wanted."""
    raw = record.to_dict()
    if fields is not None:
        article = raw["article"]
        raw["article"] = {name: article[name] if name in article else getattr(record.article, name) for name in fields}
    return raw


def as_json(raw: Mapping[str, Any]) -> bytes:
    """Return one line of JSON. What JSON has no type for (dates, bytes of a carried column) becomes text."""
    return json.dumps(raw, ensure_ascii=False, default=_text).encode("utf-8", "replace") + b"\n"


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _documents(records: Iterable[Record], fields: tuple[str, ...] | None) -> list[bytes]:
    return [as_json(written(record, fields)) for record in records]


def _lines(records: Iterable[Record], fields: tuple[str, ...] | None) -> bytes:
    return b"".join(_documents(records, fields))


def _arrow(records: Iterable[Record], fields: tuple[str, ...] | None) -> bytes:
    from newsparse.dumps.sinks.columns import batch_of

    return batch_of(records, fields)


ROWS: Final[dict[Form, Callable[[list[Record], tuple[str, ...] | None], Any]]] = {
    "lines": _lines,
    "files": _documents,
    "parquet": _arrow,
}


def batches(items: Iterable[tuple[Any, Item]]) -> Iterator[tuple[Any, list[Item]]]:
    """Yield items in batches, each with the place behind it; where a batch ends depends on the items alone."""
    held: list[Item] = []
    size = pages = 0
    for place, item in items:
        held.append(item)
        if isinstance(item, Page | Line):
            pages += 1
            size += len(item.content)
        if pages >= PAGES or size >= BYTES or len(held) >= ITEMS:
            yield place, held
            held, size, pages = [], 0, 0
    if held:
        yield place, held


PAGES: Final = 16
"""Pages sent to a worker at once: enough that sending costs little, few enough that no worker waits at the end."""

BYTES: Final = 1 << 20
"""Bytes of pages from which a batch is sent."""

ITEMS: Final = 256
"""Items, with what is skipped, from which a batch is sent."""
