"""Objects of a state that stand side by side by name, as GraphQL clients keep them, put where they are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

REFERENCE: Final = "__ref"  # only key of an object that stands for another one, by its name
QUERIES: Final = "ROOT_QUERY"  # name that one of the objects beside each other has wherever a client keeps them


def caches(state: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a state whose values are objects side by side."""
    stack = [state]
    while stack:
        thing = stack.pop()
        if isinstance(thing, dict) and QUERIES in thing:
            yield thing
        elif isinstance(thing, dict):
            stack.extend(value for value in thing.values() if isinstance(value, dict | list))
        elif isinstance(thing, list):
            stack.extend(value for value in thing if isinstance(value, dict | list))


def joined(cache: dict[str, Any]) -> dict[str, Any]:
    """Return objects that stand side by side with those in their lists that the lists call by name.

    Each is put in but once, so that what calls one object a thousand times is no longer than the state.
    """
    left = dict(cache)
    return {name: filled(thing, left) if isinstance(thing, dict) else thing for name, thing in cache.items()}


def filled(thing: dict[str, Any], left: dict[str, Any]) -> dict[str, Any]:
    """Return an object whose lists hold what they call; taken out of *left*, what has not been put in yet."""
    return {
        key: [called(each, left) for each in value] if isinstance(value, list) else value
        for key, value in thing.items()
    }


def called(thing: Any, left: dict[str, Any]) -> Any:
    """Return the object that *thing* stands for; itself where it stands for none that is left."""
    name = thing.get(REFERENCE) if isinstance(thing, dict) else None
    return left.pop(name, thing) if isinstance(name, str) else thing
