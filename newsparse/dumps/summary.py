"""What became of the pages of each host: an accumulator that workers fill and the command adds up.

Counts only: its size depends on how many hosts there are, not on how many pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import define, field, fields_dict, frozen

from newsparse.article import AccessStatus, Article
from newsparse.dumps.lagging import Count, Lag, lagging
from newsparse.dumps.record import Record

FIELDS: Final = tuple(name for name in fields_dict(Article) if name not in ("url", "evidence", "warnings"))
"""Fields whose fill rate tells something. An article always has the address that was handed in, and evidence."""

ARTICLE: Final = "article"
"""What a host falls behind in that gives fewer articles a page than the others."""

NOWHERE: Final = "(no address)"
"""Stands for the host of pages whose address is not known."""


@frozen
class Glance:
    """What a summary wants to know of one page."""

    host: str | None
    """Host of its address; None where that is not known."""

    filled: frozenset[str] | None = None
    """Fields of the article that have a value; None where there is no article."""

    failed: bool = False
    """Whether the page could not be read at all."""


@define
class Tally:
    """The pages of one host, or of all, counted."""

    pages: int = 0
    """All pages."""

    errors: int = 0
    """Those that could not be read."""

    articles: int = 0
    """Those that held an article; the rest was read and held no text of one."""

    filled: Counter[str] = field(factory=Counter)
    """Field → articles that have a value for it."""

    @property
    def empty(self) -> int:
        """Pages that were read and held no text of an article."""
        return self.pages - self.errors - self.articles

    def count(self, name: str) -> Count:
        """Return how many articles have a field, of how many; for ``"article"``, how many of the pages are one."""
        if name == ARTICLE:
            return Count(self.articles, self.pages)
        return Count(self.filled[name], self.articles)

    def add(self, glance: Glance) -> None:
        """Count one page."""
        self.pages += 1
        self.errors += glance.failed
        if glance.filled is not None:
            self.articles += 1
            self.filled.update(glance.filled)

    def merge(self, other: Tally) -> None:
        """Add the counts of *other* to these."""
        self.pages += other.pages
        self.errors += other.errors
        self.articles += other.articles
        self.filled.update(other.filled)


@define
class Summary:
    """Counts for every host. Summaries of parts, merged in whatever order, are the summary of the whole."""

    hosts: dict[str, Tally] = field(factory=dict)
    """Host → what became of its pages."""

    fields: tuple[str, ...] = FIELDS
    """Fields that are counted, in the order of the article."""

    def add(self, record: Record) -> None:
        """Count what became of one page."""
        self.add_glance(glance(record))

    def add_glance(self, seen: Glance) -> None:
        """Count one page that was looked at already."""
        self.hosts.setdefault(seen.host or NOWHERE, Tally()).add(seen)

    def merge(self, other: Summary) -> None:
        """Add the counts of *other* to these."""
        for host, tally in other.hosts.items():
            self.hosts.setdefault(host, Tally()).merge(tally)

    @property
    def total(self) -> Tally:
        """The counts of all hosts together."""
        total = Tally()
        for tally in self.hosts.values():
            total.merge(tally)
        return total

    @property
    def ranked(self) -> list[tuple[str, Tally]]:
        """Hosts with their counts, those with most pages first."""
        return sorted(self.hosts.items(), key=lambda item: (-item[1].pages, item[0]))

    def lags(self) -> list[Lag]:
        """Return the hosts that fall behind the others in a field or in articles, by the rule of ``lagging``.

        The most striking come first. Pages without an address are no host, and are left out.
        """
        hosts = {host: tally for host, tally in self.hosts.items() if host != NOWHERE}
        names = (ARTICLE, *self.fields)
        found = [
            lag
            for name in names
            for lag in lagging(name, {host: t.count(name) for host, t in hosts.items()}, len(hosts) * len(names))
        ]
        return sorted(found, key=lambda lag: (lag.chance, lag.host, lag.field))

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as JSON types: the whole, every host, and the hosts that fall behind."""
        return {
            "total": self._counts(self.total),
            "hosts": [{"host": host, **self._counts(tally)} for host, tally in self.ranked],
            "behind": [
                {
                    "host": lag.host,
                    "field": lag.field,
                    "filled": lag.count.there,
                    "of": lag.count.of,
                    "others": round(lag.usual, 4),
                    "chance": float(f"{lag.chance:.2g}"),
                }
                for lag in self.lags()
            ],
        }

    def _counts(self, tally: Tally) -> dict[str, Any]:
        return {
            "pages": tally.pages,
            "articles": tally.articles,
            "no_article": tally.empty,
            "errors": tally.errors,
            "filled": {name: tally.filled[name] for name in self.fields},
        }


def glance(record: Record) -> Glance:
    """Return what a summary wants to know of a record."""
    article = record.article
    if article is None:
        return Glance(record.host, failed=True)
    if not (article.body or article.live_updates):
        return Glance(record.host)
    return Glance(record.host, filled_in({name: getattr(article, name) for name in FIELDS}))


def filled_in(values: Mapping[str, Any]) -> frozenset[str]:
    """Return the names that have a value; the access of an article has one where its status is known."""
    return frozenset(name for name, value in values.items() if _says_something(name, value))


def _says_something(name: str, value: Any) -> bool:
    if name == "access" and value is not None:
        status = value.get("status") if isinstance(value, Mapping) else value.status
        return status not in (None, AccessStatus.UNKNOWN)
    return value is not None and value not in ("", (), [], {})


def summed(glances: Iterable[Glance], fields: tuple[str, ...] = FIELDS) -> Summary:
    """Return the summary of some pages."""
    summary = Summary(fields=fields)
    for seen in glances:
        summary.add_glance(seen)
    return summary
