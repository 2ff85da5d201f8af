"""The state that applications embed in a page: the prose in it that is the article's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from newsparse import similarity
from newsparse.article import BodyBlock, BodyKind
from newsparse.fragments import FOREIGN, pieces, sentences, size
from newsparse.lexicons import table
from newsparse.markup import hints_of
from newsparse.punctuation import STOPS
from newsparse.state_references import REFERENCE, caches, joined

FLIGHT: Final = "__next_f"  # pieces of a stream that several scripts push
PUSH: Final = ".push(["
UNDEFINED: Final = ":undefined"  # what JavaScript has and JSON has not
LONGEST: Final = 8_000_000  # characters of all states together; more is no page of news
LEAST: Final = 300  # characters of a text worth looking at
SENTENCE: Final = 40  # characters; a shorter one may be a label
PROSE: Final = 0.5  # share of a text that its sentences have at least: the rest is headings, items, speakers
MOST: Final = 4  # texts taken apart, the longest first
VALUE: Final = 60  # characters between a variable's name and what is assigned to it
TITLE: Final = 300  # characters; a longer text is no headline
ALIKE: Final = 0.6  # share of words from which two wordings of a headline are one headline's
PART: Final = re.compile(r"[a-z]+\d?")

Runs: TypeAlias = list[tuple[str, str]]
"""Texts in order, each with the kind of its block as written."""


@frozen(eq=False)
class Told:
    """A text found in a state."""

    runs: Runs
    """Its parts."""

    own: bool | None
    """Whether the headline beside it is that of the page; None where none stands beside it."""

    @property
    def length(self) -> int:
        """Characters of all parts."""
        return sum(len(text) for _, text in self.runs)


@frozen(eq=False)
class Names:
    """How states call their parts; all in lower case."""

    text: tuple[str, ...]
    """Keys of what a block says, the likeliest first."""

    kind: frozenset[str]
    """Keys of what kind of block an object is."""

    headline: frozenset[str]
    """Keys of a headline."""

    heading: frozenset[str]
    """Kinds of block that are headings."""

    quote: frozenset[str]
    """Kinds of block that are quotes."""

    item: frozenset[str]
    """Kinds of block that are items of a list."""

    skipped: frozenset[str]
    """Kinds of block that are no text: pictures, embeds, advertisements."""

    inline: frozenset[str]
    """Kinds of the pieces that make up a line."""


def prose(states: Iterable[tuple[str, str]], titles: Sequence[str]) -> tuple[tuple[BodyBlock, ...], str, bool] | None:
    """Return the longest prose in some states, the name of its state, and whether it stands with one of *titles*.

    *states* as in ``Declared.states``. None where there is none; text under the headline of another article is none.
    """
    best: tuple[tuple[BodyBlock, ...], str, bool] | None = None
    left = LONGEST
    for name, raw in states:
        left -= len(raw)
        if left < 0:
            break
        for found, own in in_state(name, raw, titles):
            if best is None or (own, size(found)) > (best[2], size(best[0])):
                best = found, name, own
    return best


def in_state(name: str, raw: str, titles: Sequence[str]) -> Iterator[tuple[tuple[BodyBlock, ...], bool]]:
    """Yield the most likely texts of one state that are prose, and whether they stand with the headline."""
    wanted = [words for title in titles if (words := similarity.words(title))]
    told = [t for t in texts_of(name, raw, wanted) if t.own is not False and t.length >= LEAST]
    told.sort(key=lambda t: (t.own is True, t.length), reverse=True)
    for one in told[:MOST]:
        found = tuple(made_of(one.runs))
        if size(sentences(found, SENTENCE, STOPS)) >= max(LEAST, PROSE * size(found)):
            yield found, one.own is True


# --- from script to values --------------------------------------------------------------------------------------


def texts_of(name: str, raw: str, titles: list[tuple[str, ...]]) -> Iterator[Told]:
    """Yield every text in a state."""
    if FLIGHT in name:
        values, known = flight(raw)
    else:
        values, known = assigned(name, raw), {}
        if REFERENCE in raw:
            values += [joined(cache) for value in values for cache in caches(value)]
    names = names_of()
    for value in values:
        yield from walk(value, known, titles, names)
    yield from (Told([("", text)], None) for text in known.values())


def assigned(name: str, raw: str) -> list[Any]:
    """Return the value that a script is, or assigns to the variable *name*; also where it is a string of JSON."""
    at = len(raw) - len(raw.lstrip())
    if raw[at : at + 1] not in ("{", "["):
        sign = raw.find("=", raw.find(name))
        starts = [s for mark in '{["' if (s := raw.find(mark, sign, sign + VALUE)) >= 0]
        if sign < 0 or not starts:
            return []
        at = min(starts)
    value, _ = decoded(raw, at)
    if value is None and UNDEFINED in raw:
        value, _ = decoded(raw[at:].replace(UNDEFINED, ":null"), 0)
    if isinstance(value, str):
        value, _ = decoded(value, 0)
    return [] if value is None else [value]


def decoded(raw: str, at: int) -> tuple[Any, int]:
    """Return the JSON value at a place and where it ends; (None, at) where there is none."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(raw, at)
    except (ValueError, RecursionError):
        return None, at


def flight(raw: str) -> tuple[list[Any], dict[str, str]]:
    """Return the values of a stream of rows ``id:value``, and its texts by the names that values call them by."""
    stream = "".join(pushed(raw)).encode("utf-8", "surrogatepass")
    values: list[Any] = []
    texts: dict[str, str] = {}
    at = 0
    while at < len(stream):
        colon = stream.find(b":", at)
        if colon < 0:
            break
        row = stream[at:colon].decode("ascii", "ignore").strip()
        comma = stream.find(b",", colon, colon + 12)
        if stream[colon + 1 : colon + 2] == b"T" and comma > 0 and is_hex(length := stream[colon + 2 : comma]):
            at = comma + 1 + int(length, 16)
            texts["$" + row] = stream[comma + 1 : at].decode("utf-8", "replace")
            continue
        end = stream.find(b"\n", colon)
        end = len(stream) if end < 0 else end
        if stream[colon + 1 : colon + 2] in (b"{", b"["):
            value, _ = decoded(stream[colon + 1 : end].decode("utf-8", "replace"), 0)
            values.append(value)
        at = end + 1
    return values, texts


def pushed(raw: str) -> Iterator[str]:
    """Yield the strings that scripts push to the stream."""
    at = raw.find(PUSH)
    while at >= 0:
        value, end = decoded(raw, at + len(PUSH) - 1)
        if isinstance(value, list) and len(value) == 2 and isinstance(value[1], str):
            yield value[1]
        at = raw.find(PUSH, max(end, at + len(PUSH)))


def is_hex(digits: bytes) -> bool:
    """Whether some bytes are a hexadecimal number."""
    return 0 < len(digits) <= 8 and all(d in b"0123456789abcdef" for d in digits)


# --- from values to texts ---------------------------------------------------------------------------------------


@cache  # package data, one entry
def names_of() -> Names:
    """Return the names known."""
    known = table("_states")
    return Names(text=tuple(known["text"]), **{part: frozenset(known[part]) for part in known if part != "text"})


def walk(root: Any, known: Mapping[str, str], titles: list[tuple[str, ...]], names: Names) -> Iterator[Told]:
    """Yield the strings that may be a text, and the lists whose elements may be its blocks."""
    keys: dict[str, bool] = {}
    stack: list[tuple[Any, bool | None, bool]] = [(root, None, False)]
    while stack:
        thing, own, taken = stack.pop()
        if isinstance(thing, str):
            if is_text(text := known.get(thing, thing)):
                yield Told([("", text)], own)
        elif isinstance(thing, dict):
            own = owned(thing, titles, names, own)
            for key, value in thing.items():
                if isinstance(value, str | dict | list) and not foreign(key, keys):
                    stack.append((value, own, taken and key.lower() in names.text))
        elif isinstance(thing, list):
            if not taken and is_even(thing) and (runs := runs_of(thing, known, names)):
                yield Told(runs, own)
                taken = True  # the blocks below belong to the runs already
            stack.extend((each, own, taken) for each in thing if isinstance(each, str | dict | list))


def is_text(text: str) -> bool:
    """Whether a string may be a text: long, and of words, not of code."""
    if len(text) < LEAST or text[0] in "{[":
        return False
    sample = text[:LEAST]
    return not sample.isascii() or sample.count(" ") * 15 > len(sample)


def is_even(things: list[Any]) -> bool:
    """Whether a list has elements of one sort: strings, or objects."""
    return all(isinstance(t, dict) for t in things) or all(isinstance(t, str) for t in things)


def foreign(key: str, keys: dict[str, bool]) -> bool:
    """Whether what stands under a key is none of the article's: related articles, captions; *keys*, those looked up."""
    if key not in keys:
        keys[key] = not FOREIGN.isdisjoint(hints_of(key))
    return keys[key]


def owned(thing: dict[str, Any], titles: list[tuple[str, ...]], names: Names, own: bool | None) -> bool | None:
    """Return whether an object goes by the headline of the page; *own*, what is known of those around, without one."""
    said = list(headlines(thing, names))
    if not said:
        return own
    return any(similarity.overlap(words, title) >= ALIKE for words in map(similarity.words, said) for title in titles)


def headlines(thing: dict[str, Any], names: Names) -> Iterator[str]:
    """Yield the headlines of an object, some of which come in several widths."""
    for key, value in thing.items():
        if key.lower() in names.headline:
            values = value.values() if isinstance(value, dict) else (value,)
            yield from (v for v in values if isinstance(v, str) and v and len(v) < TITLE)


def runs_of(things: list[Any], known: Mapping[str, str], names: Names) -> Runs:
    """Return the texts of the blocks in a list, also of those inside other blocks; [] where it holds no text."""
    runs: Runs = []
    stack: list[tuple[str, Any]] = [("", thing) for thing in reversed(things)]
    while stack:
        kind, thing = stack.pop()
        if isinstance(thing, str):
            text = known.get(thing, thing)
            if " " in text or not text.isascii():
                runs.append((kind, text))
        elif isinstance(thing, list):
            stack.extend((kind, each) for each in reversed(thing))
        elif isinstance(thing, dict) and not any(headlines(thing, names)):
            own = kind_of(thing, names)
            if names.skipped.isdisjoint(PART.findall(own)):
                stack.extend(inside(thing, own, kind, names))
    return runs


def inside(thing: dict[str, Any], own: str, kind: str, names: Names) -> list[tuple[str, Any]]:
    """Return what an object says, as one text where its parts are pieces of a line."""
    lowered = {key.lower(): value for key, value in thing.items()}
    said = next((value for key in names.text if (value := lowered.get(key))), None)
    kind = own if means(own, names) else kind
    if isinstance(said, list) and own != "list" and is_line(said, names):
        said = line(said, names)
    return [(kind, said)] if said is not None else []


def kind_of(thing: dict[str, Any], names: Names) -> str:
    """Return what kind of block an object is, as written; "" where it does not say."""
    return next((v.lower() for k, v in thing.items() if k.lower() in names.kind and isinstance(v, str)), "")


def means(kind: str, names: Names) -> bool:
    """Whether a kind is known as one of heading, quote or item."""
    return any(part in group for part in PART.findall(kind) for group in (names.heading, names.quote, names.item))


def is_line(things: list[Any], names: Names) -> bool:
    """Whether the elements of a list are pieces of one line: strings, and inline elements."""
    objects = [t for t in things if isinstance(t, dict)]
    return bool(objects) and all((kind := kind_of(o, names)) in names.inline or not kind for o in objects)


def line(things: list[Any], names: Names) -> str:
    """Return the text of pieces of a line."""
    out: list[str] = []
    stack = list(reversed(things))
    while stack:
        thing = stack.pop()
        if isinstance(thing, str):
            out.append(thing)
        elif isinstance(thing, list):
            stack.extend(reversed(thing))
        elif isinstance(thing, dict):
            said = next((value for key in names.text if (value := thing.get(key))), None)
            stack.extend([said] if said is not None else [])
    return "".join(out)


# --- from texts to pieces ---------------------------------------------------------------------------------------


def made_of(runs: Runs) -> Iterator[BodyBlock]:
    """Yield the pieces of the body that texts make, of the kind that their blocks say."""
    names = names_of()
    for kind, text in runs:
        for piece in pieces(text):
            yield of_kind(piece, PART.findall(kind), names) if kind else piece


def of_kind(piece: BodyBlock, parts: list[str], names: Names) -> BodyBlock:
    """Return a piece as its block says what it is, where its markup says nothing."""
    if piece.kind is not BodyKind.PARAGRAPH:
        return piece
    if not names.heading.isdisjoint(parts):
        levels = (int(part[1]) for part in parts if len(part) == 2 and part[1].isdigit())
        return evolve(piece, kind=BodyKind.HEADING, level=next(levels, None))
    if not names.item.isdisjoint(parts):
        return evolve(piece, kind=BodyKind.ITEM, level=1, ordered=False)
    return evolve(piece, kind=BodyKind.QUOTE) if not names.quote.isdisjoint(parts) else piece
