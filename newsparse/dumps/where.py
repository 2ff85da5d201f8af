"""Which pages are wanted: ``host=example.org,example.net lang=de``."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from newsparse.article import Article

FIELDS: Final = {"lang": "language", "language": "language", "section": "section", "publisher": "publisher"}
"""Keys that ask for a field of the article."""

KEYS: Final = ("host", *FIELDS)


@frozen
class Where:
    """Conditions that all have to hold; without any, every page is wanted."""

    hosts: tuple[str, ...] = ()
    """Hosts, in lower case, that are wanted with those below them; empty: all, with or without a known address."""

    fields: tuple[tuple[str, frozenset[str]], ...] = ()
    """Field of the article and the values that are wanted, in lower case."""

    def host_fits(self, host: str | None) -> bool:
        """Whether pages of a host are wanted."""
        if not self.hosts:
            return True
        return host is not None and any(host == h or host.endswith("." + h) for h in self.hosts)

    def fits(self, article: Article) -> bool:
        """Whether an article has the values that are wanted; a language covers its regions (de: de-AT)."""
        return all(_has(getattr(article, name), wanted) for name, wanted in self.fields)


def where_of(text: str) -> Where:
    """Read conditions as the command line gives them; raises ValueError that says what is wrong."""
    hosts: tuple[str, ...] = ()
    fields = []
    for term in text.split():
        key, _, values = term.partition("=")
        wanted = tuple(value.lower() for value in values.split(",") if value)
        if key not in KEYS or not wanted:
            raise ValueError(f"{term!r} is no condition; there are {', '.join(f'{name}=…' for name in KEYS)}")
        if key == "host":
            hosts = wanted
        else:
            fields.append((FIELDS[key], frozenset(wanted)))
    return Where(hosts, tuple(fields))


def _has(value: str | None, wanted: frozenset[str]) -> bool:
    low = (value or "").lower()
    return low in wanted or low.partition("-")[0] in wanted
