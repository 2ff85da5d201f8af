"""Records as Arrow batches: where the page lies, then the columns of ``newsparse.arrow.SCHEMA``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from newsparse.article import DERIVED
from newsparse.dumps.packages import package
from newsparse.dumps.record import Record


def schema(fields: tuple[str, ...] | None = None) -> Any:
    """Return the schema of the output: ``source``, ``carried`` (JSON), then the fields of the article, as wanted."""
    arrow = package("pyarrow", "writing Parquet")
    from newsparse.arrow import ERROR, SCHEMA

    texts = [arrow.field(name, arrow.string()) for name in ("file", "member", "url", "date", "charset")]
    numbers = [arrow.field(name, arrow.int64()) for name in ("offset", "row")]
    kept = [column for column in SCHEMA if column.name != ERROR and (fields is None or column.name in fields)]
    lines = arrow.list_(arrow.string())
    kinds = {"text": arrow.string(), "paragraphs": lines, "captions": lines}
    kept += [arrow.field(name, kinds[name]) for name in DERIVED if name in (fields or ())]
    source = arrow.field("source", arrow.struct([*texts, *numbers]))
    return arrow.schema([source, arrow.field("carried", arrow.string()), *kept], metadata=SCHEMA.metadata)


def batch_of(records: Iterable[Record], fields: tuple[str, ...] | None) -> bytes:
    """Return records with articles as one Arrow batch in its stream form, which can be sent to another process."""
    arrow = package("pyarrow", "writing Parquet")
    wanted = schema(fields)
    rows = [_row(record, fields or ()) for record in records]
    columns = [arrow.array([row.get(column.name) for row in rows], column.type) for column in wanted]
    buffer = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(buffer, wanted) as stream:
        stream.write_batch(arrow.RecordBatch.from_arrays(columns, schema=wanted))
    packed: bytes = buffer.getvalue().to_pybytes()
    return packed


def _row(record: Record, fields: Iterable[str]) -> dict[str, Any]:
    from newsparse.arrow import storable, to_row

    article = to_row(record.article) if record.article else {}
    carried = json.dumps(dict(record.carried), ensure_ascii=False, default=str) if record.carried else None
    for name in DERIVED:
        if record.article and name in fields:
            value = getattr(record.article, name)
            article[name] = storable(value) if isinstance(value, str) else [storable(one) for one in value]
    return {"source": record.source.to_dict(), "carried": carried, **article}
