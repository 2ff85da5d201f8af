"""What goes through a conversion: where a page lies, the page, and what became of it.

``sources`` make `Page` objects, workers make a `Record` of each, ``sinks`` write records. All of them are plain data:
frozen, picklable, and small enough to be sent between processes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Literal

from attrs import asdict, evolve, field, frozen

from newsparse.addresses import host
from newsparse.article import Article

STDIN: Final = "-"
"""The name under which standard input is given and reported."""

NOTHING: Final[Mapping[str, Any]] = {}


@frozen(kw_only=True)
class Source:
    """Where a page lies and what its dump says of it."""

    file: str
    """Path of the file that holds the page, as given or found in a given folder; "-" for standard input."""

    member: str | None = None
    """Name of the file within a ZIP or TAR, WARC-Record-ID of a WARC record, value of the id field of JSONL or
    Parquet; None where the file holds one page or its pages have no names."""

    offset: int | None = None
    """WARC: bytes from the start of the file, as stored, to the record, or to the compressed member that holds it.
    JSONL: bytes from the start of the uncompressed text to the line. None otherwise."""

    row: int | None = None
    """Number of the line or row, from 0, in JSONL and Parquet; None otherwise."""

    url: str | None = None
    """Address of the page, as the dump gives it; None where it gives none."""

    date: datetime | None = None
    """When the page was fetched (WARC-Date), aware; serves as ``now``. None where the dump does not say."""

    charset: str | None = None
    """Charset of the HTTP header; None where the dump holds none."""

    @property
    def host(self) -> str | None:
        """Host of the page's address in lower case; None where the address is unknown or has none."""
        return host_of(self.url)

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON types."""
        raw = {name: value for name, value in asdict(self).items() if value is not None}
        return raw | {"date": self.date.isoformat()} if self.date else raw


@frozen(kw_only=True)
class Page:
    """One page as its dump holds it, ready to be parsed by whatever process."""

    source: Source
    """Where it lies; its url, date and charset are handed to ``parse``."""

    content: bytes | str = field(repr=False)
    """The page: bytes as served, or text where the dump holds text."""

    form: Literal["auto", "html", "text"] = "auto"
    """What the dump says that the content is; "auto" where only a look at it can tell."""

    codings: tuple[str, ...] = ()
    """HTTP codings that the content still has, in the order they were applied ("gzip", "br"); undone by the worker."""

    carried: Mapping[str, Any] = NOTHING
    """Other columns of the same row, carried along to the record."""


@frozen
class Skipped:
    """A part of a dump that is no page and was not expected to be one; it is counted, not reported."""

    reason: str
    """What it is: "request record", "not HTML"; one of a few, so that they can be counted."""


class Trouble(StrEnum):
    """Kind of a failure."""

    SOURCE = "source"
    """The dump is damaged where the page lies, or holds something that is no page."""

    PAGE = "page"
    """The page holds nothing that can be parsed."""

    TIMEOUT = "timeout"
    """Parsing took longer than allowed; the worker was ended."""

    WORKER = "worker"
    """The worker died of the page (twice, the second time alone with it)."""

    SIZE = "size"
    """The page, or what it unpacks to, is larger than allowed."""


@frozen
class Failure:
    """Why there is no article."""

    trouble: Trouble
    """Its kind."""

    reason: str
    """In words, one line."""


@frozen(kw_only=True)
class Record:
    """What became of one page: an article or a failure."""

    source: Source
    """Where the page lies."""

    article: Article | None = None
    """The article; None where there was a failure."""

    failure: Failure | None = None
    """Why there is no article; None where there is one."""

    carried: Mapping[str, Any] = NOTHING
    """Other columns of the row that held the page."""

    @property
    def host(self) -> str | None:
        """Host of the address that the dump gives, else of the one that the page declares; None without either."""
        return self.source.host or host_of(self.article.url if self.article else None)

    def to_dict(self) -> dict[str, Any]:
        """Return ``{"source", "article" | "failure", "carried"}`` as JSON types; ``carried`` only where there is any.

        ``newsparse.Article.from_dict(record["article"])`` gives the article back.
        """
        raw: dict[str, Any] = {"source": self.source.to_dict()}
        if self.article is not None:
            raw["article"] = self.article.to_dict()
        if self.failure is not None:
            raw["failure"] = {"trouble": self.failure.trouble.value, "reason": self.failure.reason}
        return raw | {"carried": dict(self.carried)} if self.carried else raw


def failed(source: Source, trouble: Trouble, reason: str) -> Record:
    """Return the record of a page without an article; *reason* is squeezed into one line."""
    return Record(source=source, failure=Failure(trouble, " ".join(reason.split())))


def host_of(url: str | None) -> str | None:
    """Return the host of an address in lower case; None where there is none or it is no address."""
    return host(url or "") or None


def parsed(page: Page, content: bytes | str) -> Record:
    """Parse a page whose content has been freed of its HTTP codings; a page that cannot be parsed gives a failure.

    Whatever else goes wrong in parsing is raised: it is for the worker to survive it.
    """
    from newsparse import ParseError, parse

    where = page.source
    try:
        article = parse(content, where.url, format=page.form, now=where.date, encoding=where.charset)
    except ParseError as error:
        return evolve(failed(where, Trouble.PAGE, str(error)), carried=page.carried)
    return Record(source=where, article=article, carried=page.carried)
