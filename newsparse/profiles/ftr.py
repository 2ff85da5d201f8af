"""Site patterns of Full-Text RSS ("ftr-site-config"), made into profiles as far as they go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import Factory, define, frozen

from newsparse.profiles.selectors import NAME
from newsparse.profiles.xpath import Untranslated, selectors_from

FIELDS: Final = {"title": "title", "author": "authors", "date": "published"}
QUIET: Final = frozenset(("tidy", "prune", "autodetect_on_failure", "parser", "convert_double_br_tags"))
"""Switches of the program that reads them; they say nothing of the site."""


@frozen
class Imported:
    """What became of a file."""

    toml: str
    """The profile."""

    left: tuple[str, ...]
    """What could not be carried over, a line each with the reason."""


@define
class _Parts:
    """What has been carried over."""

    within: list[str] = Factory(list)
    fields: dict[str, list[str]] = Factory(dict)
    stripped: list[str] = Factory(list)
    tests: list[tuple[str, list[str]]] = Factory(list)
    left: list[str] = Factory(list)


def imported(text: str, domain: str) -> Imported:
    """Make a profile of the text of a site pattern file; nothing in it raises."""
    parts = _Parts()
    for number, key, value in directives(text):
        try:
            carry(parts, key, value)
        except Untranslated as reason:
            parts.left.append(f"line {number}: {key}: {value[:100]} ({reason})")
    return Imported("\n".join(written(parts, domain)) + "\n", tuple(parts.left))


def directives(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, key and value of every line that has one."""
    for number, line in enumerate(text.splitlines(), start=1):
        key, colon, value = line.strip().partition(":")
        if colon and not key.startswith("#") and value.strip():
            yield number, key.strip().lower(), value.strip()


def carry(parts: _Parts, key: str, value: str) -> None:
    """Take one directive over; raises Untranslated for what profiles have no word for."""
    if key in FIELDS:
        parts.fields.setdefault(FIELDS[key], []).extend(selectors_from(value))
    elif key == "body":
        parts.within.extend(selectors_from(value))
    elif key == "strip":
        parts.stripped.extend(selectors_from(value))
    elif key == "strip_id_or_class":
        parts.stripped.extend(named(value.strip("'\"")))
    elif key == "test_url":
        parts.tests.append((value, []))
    elif key == "test_contains" and parts.tests:
        parts.tests[-1][1].append(value)
    elif key not in QUIET:
        raise Untranslated("profiles have no word for it")


def named(name: str) -> list[str]:
    """Return the selectors of elements whose id or class holds a name."""
    if not all(sign in NAME or sign == " " for sign in name):
        raise Untranslated("no name")
    return [f'[class*="{name}"]', f'[id*="{name}"]']


def written(parts: _Parts, domain: str) -> Iterator[str]:
    """Yield the lines of the profile."""
    yield f"# {domain}, from a site pattern of Full-Text RSS. Its tests name pages to save beside this file."
    if parts.within:
        yield f"within = {listed(parts.within)}"
    if parts.fields:
        yield "\n[fields]"
        yield from (f"{name} = {listed(selectors)}" for name, selectors in parts.fields.items())
    if parts.stripped:
        yield f"\n[labels]\nother = {listed(parts.stripped)}"
    for number, (url, texts) in enumerate(parts.tests, start=1):
        yield f"\n[[test]]\nurl = {quoted(url)}\nfile = {quoted(f'{domain}.{number}.html')}"
        if texts:
            yield f"[test.expect]\ncontains = {listed(texts)}"


def listed(texts: Iterable[str]) -> str:
    """Return texts as a TOML array, each once."""
    return "[" + ", ".join(quoted(text) for text in dict.fromkeys(texts)) + "]"


def quoted(text: str) -> str:
    """Return a text as a TOML string: what JSON makes of it, with the one control character it leaves alone."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
