"""Dates in the state that applications embed in a page: those that stand with the page's headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from newsparse import similarity
from newsparse.lexicons import table
from newsparse.states import FLIGHT, LONGEST, Names, assigned, flight, foreign, names_of, owned

Titles: TypeAlias = list[tuple[str, ...]]
VALUE: Final = 60  # characters; a longer value is no date


def published(states: Iterable[tuple[str, str]], titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the key and the value of every date of publication beside one of *titles*, as written.

    *states* as in ``Declared.states``. Nothing of other articles: what stands beside another headline is theirs.
    """
    wanted = [words for title in titles if (words := similarity.words(title))]
    left = LONGEST
    for name, raw in states if wanted else ():
        left -= len(raw)
        if left < 0:
            return
        for value in flight(raw)[0] if FLIGHT in name else assigned(name, raw):
            yield from beside(value, wanted, names_of())


def beside(root: Any, titles: Titles, names: Names) -> Iterator[tuple[str, str]]:
    """Yield the dates in one value that stand in an object with the headline, or below such an object."""
    wanted = frozenset(table("_metadata")["published"]["state"])
    keys: dict[str, bool] = {}
    stack: list[tuple[Any, bool | None]] = [(root, None)]
    while stack:
        thing, own = stack.pop()
        if isinstance(thing, list):
            stack.extend((each, own) for each in thing if isinstance(each, dict | list))
        elif isinstance(thing, dict):
            own = owned(thing, titles, names, own)
            for key, value in thing.items():
                if isinstance(value, dict | list) and not foreign(key, keys):
                    stack.append((value, own))
                elif own and isinstance(value, str) and len(value) <= VALUE and squeezed(key) in wanted:
                    yield key, value


def squeezed(key: str) -> str:
    """Return a key as it is compared: ``published_at`` and ``publishedAt`` are one."""
    return key.replace("_", "").replace("-", "").lower()
