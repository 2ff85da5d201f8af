"""Where a paper appears: its country, and the zone of the places it is named after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

from newsparse.addresses import host
from newsparse.dates.tokens import folded
from newsparse.lexicons import table

WORD: Final = re.compile(r"\w+")
POSTAL: Final = re.compile(
    r"\b(?:(?P<US>[A-Z]{2}) \d{5}|(?P<CA>[A-Z]{2}),? [A-Z]\d[A-Z] \d[A-Z]\d|(?P<AU>[A-Z]{2,3}) \d{4}"
    r"|(?P<GB>[A-Z]{1,2})\d[A-Z\d]? \d[A-Z]{2})\b"
)  # the end of a postal address
GLUED: Final = 5  # letters from which a name counts where it is glued to others
LONGEST: Final = 100  # characters; a longer text is no name of a paper
Entry: TypeAlias = tuple[tuple[str, ...], str, str]  # the words behind the first one, country, zone


def country_of(url: str | None, tag: str, others: Iterable[str] = (), regions: Iterable[str] = ()) -> str:
    """Return the ISO 3166 code of the country that a page tells of; "" where it tells of none.

    *tag*: language tag of the document; *others*: those that it carries besides; *regions*: codes such as "US-CA".
    """
    known: Mapping[str, Any] = table("_countries")
    domain = (host(url) if url else "").rpartition(".")[2]
    code = known["domains"].get(domain, domain.upper())
    if code in known["zones"]:
        return str(code)
    meant = (country_in(other) for other in others if plain(other) not in known["tags"]["default"])
    told = (region.upper().partition("-")[0].strip() for region in regions)
    return next((c for c in (country_in(tag), *meant, *told) if c in known["zones"]), "")


def country_in(tag: str) -> str:
    """Return the country of a language tag; "" for a language alone: "ar", "sv"."""
    known, code = table("_countries"), plain(tag)
    region = code.partition("-")[2].rpartition("-")[2]
    return region if region in known["zones"] and code not in known["tags"]["untold"] else ""


def plain(tag: str) -> str:
    """Return a language tag as it is compared: ``en_gb`` and ``en-GB`` are one."""
    return tag.strip().replace("_", "-").upper()


def zone_in(names: Iterable[str], country: str) -> str | None:
    """Return the zone of the places that *names* speak of; None where there are none, or they lie in several.

    *country*: the one in which they must lie; "" where it is unknown.

    >>> zone_in(["The New Mexico Ledger"], "")
    'America/Denver'
    """
    zones = {zone for name in dict.fromkeys(names) for at, zone in places_in(name) if country in ("", at)}
    return zones.pop() if len(zones) == 1 else None


def places_in(name: str) -> Iterator[tuple[str, str]]:
    """Yield the country and the zone of every place that a name speaks of."""
    known, words = places(), words_of(name[:LONGEST])
    at = 0
    while at < len(words):
        found = next((e for e in known.get(words[at], ()) if words[at + 1 : at + 1 + len(e[0])] == e[0]), None)
        if found is not None:
            yield found[1:]
        at += 1 if found is None else 1 + len(found[0])


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared."""
    words = WORD.findall(name.casefold())
    return tuple(words) if name.isascii() else tuple(map(folded, words))


def regions_in(text: str) -> Iterator[str]:
    """Yield the countries and regions that the postal addresses in a text are in.

    >>> list(regions_in("The Daily Ledger, 12 Mill Street, Springfield, IL 62701"))
    ['US-IL']
    """
    for found in POSTAL.finditer(text):
        country = found.lastgroup or ""
        yield f"{country}-{found[country]}"


def glued_in(name: str) -> str:
    """Return the place that a name in one word begins or ends with, the longest; "" where it does with none.

    >>> glued_in("newmexicoledger")
    'newmexico'
    """
    known, begun, ended = glued()
    if name[:GLUED] not in begun and name[-GLUED:] not in ended:
        return ""
    for size in range(len(name), GLUED - 1, -1):
        if name[:size] in known:
            return name[:size]
        if name[-size:] in known:
            return name[-size:]
    return ""


@cache  # package data, one entry
def glued() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the places in one word, as they stand in names of hosts, and how they begin and end."""
    known = [first for first, group in places().items() if len(first) >= GLUED and not group[-1][0]]
    return frozenset(known), frozenset(name[:GLUED] for name in known), frozenset(name[-GLUED:] for name in known)


@cache  # package data, one entry
def places() -> Mapping[str, list[Entry]]:
    """Return the places by their first word, those of more words first."""
    found: dict[str, list[Entry]] = {}
    for country, zones in table("_places").items():
        for zone, names in zones.items():
            for name in names:
                first, *rest = words_of(name)
                found.setdefault(first, []).append((tuple(rest), country, zone))
                if rest:
                    found.setdefault("".join((first, *rest)), []).append(((), country, zone))
    for group in found.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return found
