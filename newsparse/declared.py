"""What a page declares of itself, apart from what a reader sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen


def literal(value: Any) -> Any:
    """Return what a typed literal of JSON-LD (``{"@value": …}``) says; anything else as it is."""
    return value.get("@value", value) if isinstance(value, dict) else value


def is_kind(thing: Mapping[str, Any], types: Sequence[str]) -> bool:
    """Whether the ``@type`` of a JSON-LD object, or one of several, ends in any of *types*."""
    named, ends = thing.get("@type"), tuple(types)
    names = named if isinstance(named, list) else [named]
    return any(isinstance(name, str) and name.endswith(ends) for name in names)


@frozen(eq=False)
class Item:
    """One microdata or RDFa property outside of blocks, such as ``<meta itemprop=… content=…>``."""

    name: str
    """Property, e.g. "datePublished"."""

    value: str
    """Its value as written."""

    itemtype: str = ""
    """Type of the item it belongs to; "" where unknown."""


@frozen(eq=False)
class Declared:
    """What the page says of itself, apart from what a reader sees."""

    title: str = ""
    """Text of ``<title>``, white space squeezed."""

    lang: str = ""
    """``<html lang>`` as written."""

    canonical: str = ""
    """``<link rel=canonical>`` as written."""

    base: str = ""
    """``<base href>`` as written."""

    meta: Mapping[str, tuple[str, ...]] = {}
    """Meta tags: lower-case name, property, itemprop or http-equiv → contents in page order."""

    links: tuple[tuple[str, str, str], ...] = ()
    """``<link>`` elements as (rel, href, hreflang or type)."""

    json_ld: tuple[dict[str, Any], ...] = ()
    """JSON-LD objects, kept whole; ``@graph`` and lists flattened one level."""

    items: tuple[Item, ...] = ()
    """Microdata properties."""

    states: tuple[tuple[str, str], ...] = ()
    """Embedded application state as (id or variable name, raw script text), not parsed."""

    def first(self, *names: str) -> str | None:
        """Return the first non-empty meta content under any of *names*, in the order of *names*."""
        return next((v for name in names for v in self.meta.get(name, ()) if v), None)

    def objects(self, *types: str) -> Iterator[dict[str, Any]]:
        """Yield the JSON-LD objects whose ``@type`` ends in any of *types* (a suffix: "Article" takes NewsArticle)."""
        yield from (thing for thing in self.json_ld if is_kind(thing, types))
