"""How dates are written on the page, for all steps that read some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve

from newsparse import addresses
from newsparse.dates.places import glued_in, regions_in, zone_in
from newsparse.dates.style import Paper, Style, style_of
from newsparse.lexicons import table
from newsparse.view import View

ADDRESSED: Final = ("addressLocality", "addressRegion")
TITLED: Final = re.compile(" [-–—|:] ")  # what parts the title of a page from the name of its paper
ADDRESS: Final = 300  # characters of a block in which a postal address is looked for
POSTAL: Final = 8  # characters that the end of one has: "IL 62701"


def style_of_page(view: View) -> Style:
    """Return how the page writes dates: by its languages, its address, what it declares of its paper, its profile."""
    if view.style is None:
        words, doc = view.words, view.doc
        url, known = doc.url or doc.declared.canonical, bool(words.lexicon.code)
        view.style = style_of(words.lexicons, known, doc.declared.lang, url, view.profile, paper_of(view))
    return view.style


def paper_of(view: View) -> Paper:
    """Return what the page declares of its paper."""
    declared, known, types = view.doc.declared, table("_countries")["declared"], table("_types")
    tags = [value for key in known["tags"] for value in declared.meta.get(key, ())[:1]]
    regions = [value for key in known["regions"] for value in declared.meta.get(key, ())[:1]]
    names = [
        value for key in (*table("_site")["publisher"], *known["places"]) for value in declared.meta.get(key, ())[:1]
    ]
    names += map(glued_in, addresses.host(view.doc.url or declared.canonical).split("."))
    names += TITLED.split(declared.title)[1:][-1:]
    for thing in declared.objects(*types["articles"]):
        tags += texts(thing.get("inLanguage"))
        names += texts(thing.get("publisher"))
        regions += codes(thing.get("publisher"))
    for thing in declared.objects(*types["sites"]):
        names += texts(thing)
        regions += codes(thing)
    return Paper(tuple(tags), tuple(regions), tuple(names))


def with_address(view: View, style: Style) -> Style:
    """Return the style with the zone of the postal address behind the text, where nothing tells more of the zone."""
    main = table("_countries")["main"]
    if style.zone is not None or style.main not in (None, main.get(style.country)):
        return style
    region = view.found.region
    behind = view.doc.blocks[region.last + 1 if region is not None else 0 :]
    regions = {code for block in behind for code in regions_in(block.text[:ADDRESS]) if len(block.text) >= POSTAL}
    zone = zone_in(regions, style.country)
    return style if zone is None else evolve(style, main=zone)


def texts(thing: Any) -> Iterator[str]:
    """Yield the text of a JSON-LD value, or the name and the places of a thing."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        address = thing.get("address")
        places = [address.get(key) for key in ADDRESSED] if isinstance(address, dict) else [address]
        yield from (value for value in (thing.get("name"), *places) if isinstance(value, str))


def codes(thing: Any) -> Iterator[str]:
    """Yield the country and the region in the address of a JSON-LD thing, as ISO 3166 codes where they are such."""
    address = thing.get("address") if isinstance(thing, dict) else None
    country = address.get("addressCountry") if isinstance(address, dict) else None
    if isinstance(country, dict):
        country = country.get("name")
    if isinstance(address, dict) and isinstance(country, str):
        yield f"{country}-{address.get('addressRegion')}"
