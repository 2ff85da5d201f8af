"""Where a profile says that values stand, and what they say there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve, frozen

from newsparse.addresses import absolute
from newsparse.article import Author
from newsparse.bylines.grammar import grammar_of
from newsparse.bylines.reading import read_byline
from newsparse.bylines.slots import named
from newsparse.dates.reading import placed, read_value
from newsparse.dates.stamp import Moment
from newsparse.document import Block
from newsparse.extractors._style import style_of_page
from newsparse.lexicons import table
from newsparse.profiles import Said
from newsparse.profiles.matcher import Hit
from newsparse.view import View

MOST: Final = 50  # values that one key of the JSON-LD is followed to


@frozen(eq=False)
class Spot:
    """One place that may hold a value."""

    text: str
    """What stands there, in one line."""

    how: str
    """The selector or declaration that led there."""

    block: Block | None = None
    """The block; None for what is declared."""

    is_whole: bool = False
    """Whether it is the whole block."""

    href: str | None = None
    """Target of the link that it is, as written."""

    machine: str | None = None
    """Machine-readable time in it, as written."""


def spots(view: View, number: int) -> list[Spot]:
    """Return what a selector of the profile picks: what a reader sees, else what is hidden."""
    hits = view.hits.get(number, [])
    shown = [hit for hit in hits if not hit.block.hidden]
    how = view.profile.matcher.selectors[number].text if view.profile is not None else ""
    return [spot_of(hit, how) for hit in shown or hits]


def spot_of(hit: Hit, how: str) -> Spot:
    """Return the place that a hit is."""
    marks = (hit.mark,) if hit.mark is not None else hit.block.marks
    href = hit.mark.href if hit.mark is not None else hit.block.place.href
    machine = next((m.datetime for m in marks if m.datetime), None)
    return Spot(hit.text, how, hit.block, hit.is_whole, href, machine)


def said(view: View, place: Said) -> list[Spot]:
    """Return what the page declares at a place."""
    declared = view.doc.declared
    if place.kind == "head":
        texts = [declared.title]
    elif place.kind == "meta":
        texts = list(declared.meta.get(place.key.lower(), ()))
    else:
        things = list(declared.objects(*table("_types")["articles"]))
        texts = [text for thing in things[:1] for text in at_key(thing, place.key)]
    return [Spot(" ".join(text.split()), place.text) for text in texts if text.strip()]


def at_key(thing: Any, path: str) -> Iterator[str]:
    """Yield the texts at a path of keys, parted by dots; a list stands for all that is in it."""
    found: list[Any] = [thing]
    for key in path.split("."):
        inner = (one.get(key) for one in found if isinstance(one, dict))
        found = [one for value in inner for one in (value if isinstance(value, list) else [value])][:MOST]
    yield from (one for one in found if isinstance(one, str))


def sides(text: str, separator: str | None) -> tuple[str, str]:
    """Part a headline into kicker, "" where it has none, and title."""
    before, found, after = text.partition(separator) if separator else ("", "", "")
    return (before.strip(), after.strip()) if found and before.strip() and after.strip() else ("", text)


def run(found: list[Spot]) -> list[Spot]:
    """Return the first spot and those in the blocks right after it."""
    taken = found[:1]
    for spot in found[1:]:
        if spot.block is None or taken[-1].block is None or spot.block.index != taken[-1].block.index + 1:
            break
        taken.append(spot)
    return taken


def authors_at(view: View, spot: Spot) -> tuple[Author, ...]:
    """Return whom a spot names."""
    grammar = grammar_of(view.words.language)
    found = read_byline(spot.text, grammar, opened=True).authors or named(spot.text, grammar, shown=True)
    url = absolute(spot.href, view.doc) if len(found) == 1 else None
    return tuple(evolve(a, url=url) for a in found) if url else found


def moment_at(view: View, spot: Spot) -> Moment | None:
    """Return the instant that a spot gives; None where it gives none."""
    style = style_of_page(view)
    stamps = (read_value(text, style) for text in (spot.machine, spot.text) if text)
    return next((moment for stamp in stamps if stamp and (moment := placed(stamp, style, view.now))), None)
