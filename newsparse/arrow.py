"""Articles as Arrow rows, and the one function that engines for many machines are built on.

``parse_batch`` takes a batch of pages and returns a batch of articles. It is pure: no state, no files, no
exception because of a page. ``SCHEMA`` follows the classes of ``newsparse.article``: a text is a string, a class a
struct, a tuple a list, the evidence a map.

Instants are ISO 8601 strings, as in ``Article.to_dict``. An Arrow timestamp column has one zone for all its rows;
articles are aware of many, or naive, and the offset that a page states is itself a finding.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, Final

import attrs
from attrs import frozen
from cattrs import Converter

import newsparse
from newsparse.article import Article
from newsparse.export import SCHEMA_VERSION

try:
    import pyarrow as pa
except ImportError as missing:
    raise ImportError("newsparse.arrow needs pyarrow; install it with: pip install 'newsparse[dumps]'") from missing

ERROR: Final = "error"
"""Name of the column that says why a page has no article; null where it has one."""

CARRIED: Final = "page_"
"""Put before the name of a carried column that a field of the article has, too: ``url`` becomes ``page_url``."""


@frozen
class Columns:
    """Which columns of a batch say what; those that a batch does not have are not missed, but for ``page``."""

    page: str = "page"
    """The page itself, binary or string. It is not carried along: the article takes its place."""

    text: str | None = None
    """A second column for pages, consulted where the first is null: for dumps in which some pages are bytes, others
    strings. None: there is no such column."""

    url: str = "url"
    """Where the page came from, a string."""

    now: str = "now"
    """When it was fetched: a timestamp, a date, or an ISO 8601 string."""

    encoding: str = "encoding"
    """Charset of the HTTP header, a string; for binary pages."""

    language: str = "language"
    """ISO 639-1 code that overrides detection."""

    format: str = "format"
    """What the page is: "html", "text" or "auto"."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The columns that may hold the page."""
        return (self.page,) if self.text is None else (self.page, self.text)


def arrow_type(kind: Any) -> pa.DataType:
    """Return the Arrow type of an annotation in ``newsparse.article``."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (kind,) = (a for a in arguments if a is not types.NoneType)
        return arrow_type(kind)
    if origin is tuple:
        return pa.list_(arrow_type(arguments[0]))
    if origin is Mapping:
        return pa.map_(pa.string(), arrow_type(arguments[1]))
    if attrs.has(kind):
        return pa.struct(fields_of(kind))
    if issubclass(kind, str | datetime):
        return pa.string()
    return {bool: pa.bool_(), int: pa.int32(), float: pa.float64()}[kind]


def fields_of(kind: type) -> list[pa.Field]:
    """Return the Arrow fields of an attrs class, in its order; any may be null."""
    attrs.resolve_types(kind)
    return [pa.field(f.name, arrow_type(f.type)) for f in attrs.fields(kind)]


SCHEMA: Final[pa.Schema] = pa.schema(
    [*fields_of(Article), pa.field(ERROR, pa.string())], metadata={"newsparse.schema_version": SCHEMA_VERSION}
)
"""Columns that ``parse_batch`` adds: every field of ``Article`` by its name, and ``error``. In the row of an article
a list without entries is empty; in the row of a page that failed every column is null, except ``error``."""


def parse_batch(batch: pa.RecordBatch, columns: Columns = Columns()) -> pa.RecordBatch:
    """Parse the pages of a batch; the result has its rows in their order.

    Its columns are those of *batch* without the page, as they are, then those of ``SCHEMA``. A carried column
    whose name the schema has, too, is called ``page_<name>``. A page that fails (empty, binary, null, a mistake in
    newsparse) gives a row with ``error`` and nulls. Raises ValueError where *batch* has no column for the page.
    """
    check(batch.schema, columns)
    made = batch_of(map(row_of, pages_of(batch, columns)))
    carried = [batch.column(i) for i, name in enumerate(batch.schema.names) if name not in columns.pages]
    return pa.RecordBatch.from_arrays([*carried, *made.columns], schema=output_schema(batch.schema, columns))


def output_schema(schema: pa.Schema, columns: Columns = Columns()) -> pa.Schema:
    """Return the schema that ``parse_batch`` gives for batches of *schema*."""
    check(schema, columns)
    carried = [column for column in schema if column.name not in columns.pages]
    taken = {column.name for column in carried} | set(SCHEMA.names)
    named = [column.with_name(free_name(column.name, taken)) for column in carried]
    return pa.schema([*named, *SCHEMA], metadata=SCHEMA.metadata)


def free_name(name: str, taken: set[str]) -> str:
    """Return what a carried column is called beside those of ``SCHEMA``."""
    if name not in SCHEMA.names:
        return name
    while name in taken:
        name = CARRIED + name
    return name


def check(schema: pa.Schema, columns: Columns) -> None:
    """Raise ValueError where there is no column with pages, or one of another type than binary or string."""
    for name in columns.pages:
        if name not in schema.names:
            raise ValueError(f"no column {name!r} with the pages; there are: {', '.join(schema.names) or 'none'}")
        kind = schema.field(name).type
        if kind.id not in PAGE_TYPES:
            raise ValueError(f"column {name!r} holds {kind}; pages are binary or string")


PAGE_TYPES: Final = frozenset(
    kind.id
    for kind in (
        pa.binary(),
        pa.large_binary(),
        pa.binary_view(),
        pa.string(),
        pa.large_string(),
        pa.string_view(),
    )
)
"""Types of a column that can hold pages."""


def pages_of(batch: pa.RecordBatch, columns: Columns) -> Iterator[dict[str, Any]]:
    """Yield for every row what ``newsparse.parse`` is told of its page: the arguments that are not null."""
    roles = attrs.asdict(columns)
    given = {role: batch.column(name) for role, name in roles.items() if name in batch.schema.names}
    if "now" in given and pa.types.is_timestamp(given["now"].type):  # Python's instants have microseconds
        given["now"] = given["now"].cast(pa.timestamp("us", given["now"].type.tz), safe=False)
    for index in range(batch.num_rows):
        told = {role: column[index].as_py() for role, column in given.items()}
        told["page"] = next((told[role] for role in ("page", "text") if told.get(role) is not None), None)
        yield {role: value for role, value in told.items() if value is not None and role != "text"}


def row_of(told: dict[str, Any]) -> dict[str, Any]:
    """Return the row of one page, whatever it is: its article, or the error."""
    if "page" not in told:
        return {ERROR: "there is no page"}
    now = moment(told.get("now"))
    given = {role: value for role, value in told.items() if role not in ("page", "now")}
    try:
        article = newsparse.parse(told["page"], now=now, **given)
    except newsparse.ParseError as error:
        return {ERROR: str(error)}
    except Exception as error:  # noqa: BLE001 - a mistake of ours in one page of a million must not end the other pages
        return {ERROR: f"the parser failed: {type(error).__name__}: {error}"}
    if now is None and "now" in told:
        article = attrs.evolve(article, warnings=(*article.warnings, f"moment of fetching not read: {told['now']!r}"))
    return to_row(article)


def moment(value: Any) -> datetime | None:
    """Return an instant from a timestamp, a date (its midnight) or an ISO 8601 string; None from anything else."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def to_row(article: Article) -> dict[str, Any]:
    """Return the article as a row of ``SCHEMA``: every field of every part is there."""
    row: dict[str, Any] = converter().unstructure(article)
    return row


def from_row(row: Mapping[str, Any]) -> Article | None:
    """Return the article of a row as ``RecordBatch.to_pylist`` gives it, None for that of a page that failed.

    Columns that are no field of the article are passed over.
    """
    if row.get(ERROR) is not None:
        return None
    fields = {name: row[name] for name in attrs.fields_dict(Article) if name in row}
    fields["evidence"] = dict(fields.get("evidence") or {})  # Arrow hands a map over as pairs
    return converter().structure(fields, Article)


def batch_of(rows: Iterable[Mapping[str, Any]]) -> pa.RecordBatch:
    """Return rows as a batch of ``SCHEMA``; what a row does not have is null."""
    held = list(rows)
    arrays = [pa.array([row.get(column.name) for row in held], column.type) for column in SCHEMA]
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


@cache  # no page data: one converter for the process
def converter() -> Converter:
    """Return the converter between articles and rows; unlike that of ``to_dict`` it leaves out nothing."""
    made = Converter(unstruct_collection_overrides={tuple: list})
    made.register_unstructure_hook(str, storable)
    made.register_unstructure_hook(StrEnum, lambda member: member.value)
    made.register_unstructure_hook(datetime, lambda instant: instant.isoformat())
    made.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    return made


def storable(text: str) -> str:
    """Return *text* as UTF-8 can hold it: "?" for lone surrogates."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
