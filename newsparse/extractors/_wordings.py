"""The headline as the page declares it: every wording, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any, Final

from attrs import frozen

from newsparse import similarity
from newsparse.addresses import site
from newsparse.declared import Declared, is_kind
from newsparse.lexicons import table
from newsparse.view import View

DASHES: Final = "-–—|｜ㅣ·•»/：・"  # before a name at the end of a title; with or without spaces
SEPARATOR: Final = re.compile(r"(?<!\s)\s+(?:[-–—|•·»«›‹/\\~ㅣ]|::|\|\||//|:)\s+|[|｜ㅣ_]|»| :: ")
SHORTEST: Final = 2  # characters of a site's name that may be looked for
MOST: Final = 40  # declarations looked at; real pages have fewer than fifteen
LONGEST: Final = 400  # characters; longer declarations are descriptions
OTHER: Final = 0.7  # what agreement with a second headline is worth
HALF: Final = 0.5  # share of a wording that a piece of it must have to stand for the whole


@frozen
class Wording:
    """One declared wording of the headline."""

    text: str
    """The wording without the site's name."""

    words: tuple[str, ...]
    """Its words as ``similarity.words`` gives them."""

    source: str
    """Where the page declares it: "json-ld headline", "meta og:title", "title"."""

    raw: str
    """The declaration as it stands."""

    sources: frozenset[str] = frozenset()
    """All places where the page declares it, in these words."""

    @property
    def is_other(self) -> bool:
        """Whether the page declares it as a second headline, which may be its subtitle."""
        return self.source.endswith("alternativeHeadline")


def wordings(view: View) -> tuple[Wording, ...]:
    """Return the declared wordings of the headline, each once, the most telling source first; none for raw text."""
    names = site_names(view)
    sections = section_names(view.doc.declared)
    found: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
    for raw, source in islice(declarations(view.doc.declared), MOST):
        text = " ".join(unescape(raw).split())
        text = without_name(without_site(without_name(text, names), names), sections)
        if text:
            found.setdefault(similarity.words(text), []).append((text, source, raw))
    told = [wording_of(words, said) for words, said in found.items()]
    named = [wording for wording in told if " ".join(wording.words) not in names]
    return tuple(named or told)


def wording_of(words: tuple[str, ...], said: list[tuple[str, str, str]]) -> Wording:
    """Return the wording that declarations share, as the first of them has it."""
    text, source, raw = said[0]
    return Wording(text, words, source, raw, frozenset([source for _, source, _ in said]))


def declarations(declared: Declared) -> Iterator[tuple[str, str]]:
    """Yield every declared headline with its source, second headlines last."""
    yield from in_json_ld(declared, "headline", "name")
    for item in declared.items:
        if item.name == "headline" and len(item.value) < LONGEST:
            yield item.value, "microdata headline"
    for name in table("_site")["headline"]:
        for value in declared.meta.get(name, ()):
            if len(value) < LONGEST:
                yield value, f"meta {name}"
    if declared.title:
        yield declared.title[:LONGEST], "title"
    yield from in_json_ld(declared, "alternativeHeadline")


def in_json_ld(declared: Declared, *keys: str) -> Iterator[tuple[str, str]]:
    """Yield the headlines of JSON-LD articles under *keys*; of a page only its name, which may be all it has."""
    for thing in declared.objects(*table("_types")["headlined"]):
        page = str(thing.get("@type")).endswith("Page")
        for key in keys:
            value = thing.get(key)
            if isinstance(value, str) and 0 < len(value) < LONGEST and (not page or key == "name"):
                yield value, f"json-ld {key}"


def site_names(view: View) -> frozenset[str]:
    """Return what the site and its owner are called, folded; the host's name is among them."""
    declared = view.doc.declared
    found = {v for name in table("_site")["names"] for v in declared.meta.get(name, ())}
    for thing in declared.json_ld:
        found.update(owners(thing))
    for url in (view.doc.url, declared.canonical, declared.first("og:url")):
        if host := site(url or ""):
            found.update(host_names(host))
    folded = {similarity.fold(name.lstrip("@")) for name in found}
    return frozenset(name for name in folded if len(name) >= SHORTEST)


def section_names(declared: Declared) -> frozenset[str]:
    """Return what the page's section is called, folded."""
    found = {v for name in table("_site")["section"] for v in declared.meta.get(name, ())}
    for thing in declared.objects(*table("_types")["headlined"]):
        value = thing.get("articleSection")
        found.update(v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))
    return frozenset(folded for name in found if (folded := similarity.fold(name)))


def without_name(text: str, names: frozenset[str]) -> str:
    """Return *text* without one of *names* after a dash or bar at its end."""
    words = similarity.words(text)
    for name in names:
        last = tuple(name.split())
        if similarity.ends(words, last) and len(last) < len(words):
            before = text[: similarity.tail_at(text, last)].rstrip()
            if before and before[-1] in DASHES:
                return before.rstrip(DASHES + " ")
    return text


def owners(thing: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the publisher, and of the thing itself where it is a site or its owner."""
    owner_itself = thing if is_kind(thing, table("_types")["owners"]) else None
    for owner in (thing.get("publisher"), owner_itself):
        for one in owner if isinstance(owner, list) else [owner]:
            value = one.get("name") if isinstance(one, dict) else one
            if isinstance(value, str):
                yield value


def host_names(host: str) -> Iterator[str]:
    """Yield the host and its labels, without the top-level domain."""
    labels = host.split(".")
    yield host
    yield from (label for label in labels[:-1] if len(label) > SHORTEST)


def without_site(text: str, names: frozenset[str]) -> str:
    """Return *text* without the pieces at its ends that name the site."""
    pieces = cut(text)
    while len(pieces) > 1 and is_site(pieces[-1][1], names):
        pieces.pop()
    while len(pieces) > 1 and is_site(pieces[0][1], names):
        pieces.pop(0)
    if not pieces:
        return ""
    at, last = pieces[-1]
    return text[pieces[0][0] : at + len(last)].strip()


def cut(text: str) -> list[tuple[int, str]]:
    """Cut *text* at its separators; return where each piece begins, and the piece."""
    found = []
    start = 0
    for match in SEPARATOR.finditer(text):
        if piece := text[start : match.start()]:
            found.append((start, piece))
        start = match.end()
    if tail := text[start:]:
        found.append((start, tail))
    return found


def is_site(piece: str, names: frozenset[str]) -> bool:
    """Whether a piece of a title is the site's name: the same, or the same but for spaces and a word more."""
    folded = similarity.fold(piece)
    if not folded or folded in names:
        return True
    tight = folded.replace(" ", "")
    known = {name.replace(" ", "") for name in names}
    return tight in known or any(_inside(tight, name) or _inside(name, tight) for name in known)


def _inside(short: str, long: str) -> bool:
    """Whether the longer name is the shorter one with little around it ("the …", "….com", "… online")."""
    return len(short) > 2 * SHORTEST and short in long and len(short) >= HALF * len(long)


def agreement(words: tuple[str, ...], declared: tuple[Wording, ...]) -> float:
    """Return how far a text says what the page declares as its headline, 0 to 1: that with the wording most alike."""
    return max((similarity.overlap(words, w.words) * (OTHER if w.is_other else 1.0) for w in declared), default=0.0)
