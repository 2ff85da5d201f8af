"""What a page declares of when its article appeared and changed: JSON-LD, meta tags, microdata, the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from attrs import frozen

from newsparse.dates.reading import read_value
from newsparse.dates.stamp import Stamp
from newsparse.dates.style import Style
from newsparse.dates.url import in_url
from newsparse.declared import is_kind, literal
from newsparse.findings import Field, Fields, Trust
from newsparse.lexicons import table
from newsparse.view import View

NAMES: Final = (("published", Fields.published), ("modified", Fields.modified))
STEP: Final = 0.003  # trust lost from one name of a list to the next
CREATED: Final = 0.05  # trust lost where the page says created or uploaded instead of published
LATER: Final = 0.1  # trust lost by objects that are not the first of their kind
OF_PAGE: Final = 0.1  # trust lost where the date is that of the page, not of an article
MOST: Final = 20  # objects looked at


@frozen
class Said:
    """One declaration."""

    field: Field[datetime]
    """Published or modified."""

    stamp: Stamp
    """What was read."""

    trust: float
    """How far to believe it."""

    source: str
    """Where it stands."""

    raw: str
    """As written."""


def declared_dates(view: View, style: Style) -> Iterator[Said]:
    """Yield the dates that a page declares of itself, and the day in its address."""
    known = table("_metadata")
    for name, field in NAMES:
        yield from in_json_ld(view, style, field, known[name]["json_ld"])
        yield from in_meta(view, style, field, known[name]["meta"])
        yield from in_microdata(view, style, field, known[name]["json_ld"])
    for url in filter(None, (view.doc.url, view.doc.declared.canonical)):
        if stamp := in_url(url):
            yield Said(Fields.published, stamp, Trust.TEXT, "url", url)
            return


def in_meta(view: View, style: Style, field: Field[datetime], names: Iterable[str]) -> Iterator[Said]:
    """Yield meta tags by name."""
    meta = view.doc.declared.meta
    for rank, name in enumerate(names):
        for value in meta.get(name, ())[:1]:
            if stamp := read_value(value, style):
                yield Said(field, stamp, Trust.DECLARED + 0.08 - STEP * rank, f"meta {name}", value)


def in_json_ld(view: View, style: Style, field: Field[datetime], keys: list[str]) -> Iterator[Said]:
    """Yield the dates of articles, pages and recordings in JSON-LD, those of this very article first."""
    types = table("_types")["dated"]
    for kind, lost in (("article", 0.0), ("page", OF_PAGE), ("media", OF_PAGE + LATER)):
        if kind == "page" and is_kept_up(view):
            continue
        for rank, thing in enumerate(own_first(view, list(objects(view, types[kind]))[:MOST])):
            for nth, key in enumerate(keys):
                value = only(thing.get(key))
                if isinstance(value, str | int) and (stamp := read_value(str(value), style)):
                    trust = Trust.DECLARED + 0.1 - lost - LATER * min(rank, 1) - CREATED * nth
                    yield Said(field, stamp, trust, f"json-ld {kind} {key}", str(value))


def only(value: Any) -> Any:
    """Return what a value of JSON-LD says where it is wrapped: in a list of one, as a typed literal."""
    return literal(value[0] if isinstance(value, list) and value else value)


def is_kept_up(view: View) -> bool:
    """Whether the page is one that is kept up to date: its metadata say when it was changed, not when it appeared."""
    known, declared = table("_metadata"), view.doc.declared
    return declared.first(known["modified"]["meta"][0]) is not None and not declared.first(*known["published"]["meta"])


def objects(view: View, types: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of some types, and those that pages name as what they are about."""
    yield from view.doc.declared.objects(*types)
    for page in view.doc.declared.json_ld:
        thing = page.get("mainEntity")
        if isinstance(thing, dict) and is_kind(thing, types):
            yield thing


def own_first(view: View, things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return objects with those that carry the page's headline or address in front."""
    if len(things) < 2:
        return things
    best = view.found.best(Fields.title)
    titles = {squeezed(t) for t in (best.value if best else "", view.doc.declared.first("og:title") or "") if t}
    addresses = {bare(u) for u in (view.doc.url, view.doc.declared.canonical) if u}

    def other(thing: dict[str, Any]) -> bool:
        headline = squeezed(str(thing.get("headline") or thing.get("name")))
        return headline not in titles and addresses.isdisjoint(links(thing))

    return sorted(things, key=other)


def links(thing: dict[str, Any]) -> Iterator[str]:
    """Yield the addresses an object goes by."""
    for key in ("url", "@id", "mainEntityOfPage"):
        value = thing.get(key)
        value = value.get("@id") if isinstance(value, dict) else value
        if isinstance(value, str) and value:
            yield bare(value)


def squeezed(text: str) -> str:
    """Return a headline as it is compared."""
    return " ".join(text.casefold().split())


def bare(url: str) -> str:
    """Return an address as it is compared: without scheme, query and trailing slash."""
    return url.partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/").removeprefix("www.")


def in_microdata(view: View, style: Style, field: Field[datetime], keys: list[str]) -> Iterator[Said]:
    """Yield the first microdata property; those of comments, events, persons and pictures are not the article's."""
    types = table("_types")["dated"]
    fitting = (*types["article"], *types["page"])
    for item in view.doc.declared.items:
        if item.name in keys and (not item.itemtype or item.itemtype.endswith(fitting)):
            if stamp := read_value(item.value, style):
                trust = Trust.DECLARED + 0.06 - CREATED * keys.index(item.name)
                yield Said(field, stamp, trust, f"meta {item.name.lower()}", item.value)
            return
