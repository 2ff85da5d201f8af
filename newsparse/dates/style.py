"""How one page writes its dates: in which words, in which order, in which zone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import frozen

from newsparse.dates.glance import Telling, telling_of
from newsparse.dates.places import country_of, zone_in
from newsparse.dates.tokens import Index
from newsparse.dates.vocabulary import index_of
from newsparse.lexicons import Lexicon, load, table
from newsparse.profiles import Profile


@frozen(eq=False)
class Paper:
    """What a page declares of its paper, besides its address and the language tag of the document."""

    tags: tuple[str, ...] = ()
    """Other language tags: "en_GB"."""

    regions: tuple[str, ...] = ()
    """Codes of countries and regions as ISO 3166 has them: "US-CA"."""

    names: tuple[str, ...] = ()
    """Its names, and places in its address."""


NOT_TOLD: Final = Paper()


@frozen(eq=False)
class Style:
    """What to read the dates of a page with."""

    index: Index
    """Words by their first token."""

    telling: Telling
    """What of them tells that a date may stand in a line."""

    day_first: bool = True
    """Whether 03/04/2024 is the third of April."""

    country: str = ""
    """ISO 3166 code of the country; "" where nothing tells of it."""

    zone: str | None = None
    """IANA zone to assume where none is written; None where nothing implies one."""

    main: str | None = None
    """IANA zone of the place that the paper is named after, else, of a country with several, the one that most papers
    mean; None elsewhere."""

    written: str | None = None
    """The same of the country whose way of writing dates is that of the language, where no country is known."""

    jalali: bool = False
    """Whether years such as 1403 are of the Iranian calendar."""

    buddhist: bool = False
    """Whether years of two digits are of the Buddhist era."""

    year_first: bool = False
    """Whether 24-05-03 is in May 2024."""

    languages: tuple[str, ...] = ()
    """Languages of the words, the page's own first."""


def style_of(
    lexicons: Sequence[Lexicon],
    known: bool,
    tag: str = "",
    url: str | None = None,
    site: Profile | None = None,
    paper: Paper = NOT_TOLD,
) -> Style:
    """Return how dates are written on a page.

    *lexicons*: those searched, the page's own first; *known*: whether the first is that of the page;
    *tag*: the language tag the page declares ("en-GB"); *url*: its address; *paper*: what it declares besides;
    *site*: the profile of its site, which outweighs all of these.
    """
    codes = tuple(lexicon.code for lexicon in lexicons)
    own = lexicons[0] if known and lexicons else None
    country = country_of(url, tag, paper.tags, paper.regions)
    ordered, placed = (site.day_first, site.zone) if site is not None else (None, None)
    local = zone_in((*paper.names, *paper.regions), country) if placed is None else None
    usual = placed or zone(own, country)
    main = table("_countries")["main"].get(country) if not placed else None
    named = country if country in table("_dates")["local"] else ""
    return Style(
        index=words(codes, named),
        telling=telling(codes, named),
        day_first=day_first(own, country) if ordered is None else ordered,
        country=country,
        zone=usual if local in (None, usual) else None,
        main=main if local in (None, usual) else local,
        written=main_of_language(own) if not (country or placed or local) else None,
        jalali=own is not None and own.code in table("_dates")["jalali"]["languages"],
        buddhist=own is not None and own.code in table("_dates")["buddhist"]["languages"],
        year_first=own is not None and own.code in table("_dates")["year_first"],
        languages=codes if known else (),
    )  # fmt: skip


@cache  # package data by language codes; as many entries as there are languages, and a few countries
def words(codes: tuple[str, ...], country: str = "") -> Index:
    """Return the index of the words of some languages; *country* is one where names of zones mean another, or ""."""
    return index_of([load(code) for code in codes], country)


@cache  # the same
def telling(codes: tuple[str, ...], country: str = "") -> Telling:
    """Return what tells of a date in the words of some languages."""
    return telling_of(words(codes, country))


def zone(own: Lexicon | None, country: str) -> str | None:
    """Return the zone to assume: that of the country, else that of the language."""
    if country:
        return table("_countries")["zones"][country] or None
    return own.zone if own else None


def main_of_language(own: Lexicon | None) -> str | None:
    """Return the zone that most papers mean of the country whose way of writing dates a language knows best."""
    known = table("_countries")
    country = known["written"].get(own.code) if own else None
    return known["main"].get(country) if country else None


def day_first(own: Lexicon | None, country: str) -> bool:
    """Return whether numbers begin with the day: as the country has it, else as the language has it."""
    if country:
        return country not in table("_countries")["month_first"]
    return own.day_first if own else True
