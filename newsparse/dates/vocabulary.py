"""The words that stand in dates, from the lexicons, by how they are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from newsparse.dates.tokens import Entry, Index, Sort, pieces
from newsparse.lexicons import Lexicon, table


def entries(lexicons: Sequence[Lexicon], country: str) -> Iterator[tuple[str, int, Any]]:
    """Yield every word with its meaning; the first meaning of a word holds."""
    known = table("_dates")
    yield from ((word, Sort.ZONE, zone_of(name)) for word, name in known["local"].get(country, {}).items())
    for value, half in ((0, "am"), (12, "pm")):
        yield from ((word, Sort.HALF, value) for word in known[half])
    for lexicon in lexicons:
        yield from of_lexicon(lexicon)
        if lexicon.code in known["jalali"]["languages"]:
            yield from numbered(known["jalali"]["months"], Sort.JALALI)
    yield from ((word, Sort.ZONE, zone_of(name)) for word, name in known["zones"].items())
    yield from ((word, Sort.ERA, year) for word, year in known["eras"].items())


def of_lexicon(lexicon: Lexicon) -> Iterator[tuple[str, int, Any]]:
    """Yield the words of one language."""
    dates = lexicon.dates
    yield from numbered(dates.months, Sort.MONTH)
    yield from numbered(dates.weekdays, Sort.WEEKDAY)
    yield from ((word, Sort.TODAY, 0) for word in dates.today)
    yield from ((word, Sort.TODAY, 1) for word in dates.yesterday)
    yield from ((word, Sort.AGO, 0) for word in dates.ago)
    yield from ((word, Sort.CLOCK, 0) for word in dates.clock)
    yield from ((word, Sort.AT, 0) for word in dates.at)
    yield from ((word, Sort.ZONE, zone_of(name)) for word, name in dates.zones.items())


def numbered(lists: Iterable[Iterable[str]], sort: int) -> Iterator[tuple[str, int, Any]]:
    """Yield the words of lists that count from 1."""
    return ((word, sort, number) for number, words in enumerate(lists, 1) for word in words)


def zone_of(name: str) -> tzinfo:
    """Return the zone of ``+05:30``, or of an IANA name."""
    if "/" in name:
        return ZoneInfo(name)
    sign = -1 if name[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(name[1:3]), minutes=int(name[4:6] or 0)))


def index_of(lexicons: Sequence[Lexicon], country: str = "") -> Index:
    """Index the words by their first token, longest first; *country*: where names of zones may mean another."""
    found: dict[tuple[str, ...], Entry] = {}
    for word, sort, value in entries(lexicons, country):
        if key := pieces(word):
            found.setdefault(key, (key[1:], sort, value))
    index: Index = {}
    for key, entry in found.items():
        index.setdefault(key[0], []).append(entry)
    for group in index.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return index
