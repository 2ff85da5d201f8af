"""How dumps are to be read and what is wanted of them."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

LARGEST: Final = 32 << 20
"""Bytes of one page, unpacked. Pages of articles have up to some megabytes; what is larger is a bomb or no page."""

PATIENCE: Final = 30.0
"""Seconds for one page. A page takes milliseconds, the largest allowed some seconds."""


@frozen(kw_only=True)
class Columns:
    """Which fields of JSONL lines, or columns of Parquet, hold what. The first that a row has counts."""

    markup: tuple[str, ...] = ("html", "raw_html", "markup", "content")
    """The page as HTML (or as bytes of either form)."""

    text: tuple[str, ...] = ("text", "raw_content", "page_text")
    """The page as raw text; consulted where no field with markup is filled."""

    url: tuple[str, ...] = ("url", "uri", "warc_target_uri", "link")
    """Address of the page."""

    id: tuple[str, ...] = ("id", "_id", "warc_record_id")
    """What the page is called."""

    date: tuple[str, ...] = ("fetched", "crawled", "warc_date", "date_download", "crawl_date", "timestamp")
    """When the page was fetched: ISO 8601, YYYYMMDDhhmmss or seconds since 1970."""

    carry: tuple[str, ...] | None = None
    """Columns carried along to the record; None: all that hold no page and were not
    read as id, address or date."""


@frozen(kw_only=True)
class Options:
    """How a dump is read."""

    columns: Columns = field(factory=Columns)
    """Names of fields in JSONL and Parquet."""

    largest: int = LARGEST
    """Most bytes of one page, after all unpacking; a larger one is a failure."""
