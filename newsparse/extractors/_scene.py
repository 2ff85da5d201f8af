"""What is known of the pictures of a page: where the article lies, which containers hold pictures, what is declared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from newsparse.addresses import is_picture, picture_key
from newsparse.document import Picture, Place
from newsparse.letters import squashed
from newsparse.lexicons import table
from newsparse.view import View, with_inner

PARTS: Final = re.compile(r"[\W_]")
HEADROOM: Final = 6  # blocks above the headline in which the lead picture may stand
TAILROOM: Final = 6  # blocks below the last paragraph in which a picture may follow
CLIMB: Final = 5  # containers from a caption up to the one that also holds its picture
CAPTION_SIZE: Final = 1200  # characters; longer texts in figures are passages
LEAST_SIDE: Final = 100  # pixels; smaller pictures are decoration
OPENING: Final = 30  # letters that tell a caption from the description of the article


class Span:
    """Where pictures of the article may stand, in block numbers. All blocks of the page are asked for."""

    first: Final[int]
    """Headline, or first paragraph where that is nowhere."""

    last: Final[int]
    """Last paragraph."""

    place: Final[Place | None]
    """Container of the article; None where it has no prose."""

    around: Final[Place | None]
    """The article element around the headline; None where none is."""

    def __init__(self, first: int, last: int, place: Place | None, around: Place | None = None) -> None:
        self.first = first
        self.last = last
        self.place = place
        self.around = around

    def near(self, at: int, place: Place) -> bool:
        """Whether a picture before block *at* belongs to the article by where it stands."""
        if self.first - HEADROOM <= at <= self.last + TAILROOM:
            return True
        return at > self.last and self.place is not None and self.place.index > 0 and place.lies_in(self.place)

    def holds(self, at: int, place: Place) -> bool:
        """Whether a block close above or below the article stands in its container all the same."""
        own = self.around if at < self.first else self.place
        return own is not None and own.index > 0 and self.near(at, place) and place.lies_in(own)


class Scene:
    """What is known of the pictures of one page, computed once."""

    view: Final[View]
    """The page."""

    span: Final[Span]
    """Where the article lies."""

    sizes: Final[list[int]]
    """Characters of visible text in a container, by place."""

    linked: Final[list[int]]
    """Characters of them that are links to other pages."""

    held: Final[dict[int, list[Picture]]]
    """Container → pictures in it, for the containers close around pictures."""

    news: Final[dict[int, list[Picture]]]
    """The same without decoration, in page order."""

    pointing: Final[frozenset[int]]
    """The containers with pictures that are links to other pages."""

    beside: Final[dict[int, list[Picture]]]
    """Block → pictures directly before or after it."""

    decoration: Final[frozenset[int]]
    """Pictures that are no news."""

    declared: Final[frozenset[str]]
    """Captions that the page declares, as keys."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.span = span = span_of(view)
        near = [p for p in view.doc.pictures if not p.place.hidden and span.near(p.at, p.place)]
        held: dict[int, list[Picture]] = {}
        self.held = held
        self.beside = {}
        for picture in near:
            for n, place in enumerate(picture.place.up()):
                if n > CLIMB:
                    break
                held.setdefault(place.index, []).append(picture)
            self.beside.setdefault(picture.at, []).append(picture)
            self.beside.setdefault(picture.at - 1, []).append(picture)
        self.decoration = plain = frozenset([p.index for p in near if decoration(p)])
        self.news = {index: [p for p in pictures if p.index not in plain] for index, pictures in held.items()}
        away = {p.index for p in near if p.href and not is_picture(p.href)}
        self.pointing = frozenset([i for i, pictures in held.items() if any(p.index in away for p in pictures)])
        self.sizes = view.place_sizes
        self.linked = linked_sizes(view)
        self.declared = frozenset(declared_captions(view))


def span_of(view: View) -> Span:
    """Return the stretch of the page between headline and last paragraph."""
    region = view.found.region
    if region is None:
        return Span(0, len(view.doc.blocks), None)
    headline = region.headline
    first = headline if headline is not None and headline < region.first else region.first
    around = next((place for place in view.doc.blocks[first].place.up() if place.tag == "article"), None)
    return Span(first, region.last, region.place, around)


def linked_sizes(view: View) -> list[int]:
    """Return the characters of links to other pages in every container."""
    linked = [0] * len(view.doc.places)
    for block in view.visible:
        if block.linked and not is_picture(block.href or ""):
            linked[block.place.index] += block.linked
    return with_inner(view.doc.places, linked)


def declared_captions(view: View) -> Iterator[str]:
    """Yield the keys of the captions that the page declares, but for what it declares of the article as well."""
    declared = view.doc.declared
    told = (text for name in ("description", "og:description", "og:title") for text in declared.meta.get(name, ()))
    described = {text_key(text)[:OPENING] for text in told}
    for thing in declared.objects(*table("_types")["pictured"]):
        for image in (thing, *objects_in(thing.get("image"))):
            if isinstance(caption := image.get("caption"), str) and text_key(caption)[:OPENING] not in described:
                yield text_key(caption)
    for name in ("og:image:alt", "twitter:image:alt"):
        yield from (key for text in declared.meta.get(name, ()) if (key := text_key(text))[:OPENING] not in described)


def text_key(text: str) -> str:
    """Return the letters and digits of a text, in lower case: what copies of it share."""
    return squashed(text[:CAPTION_SIZE])


def decoration(picture: Picture) -> bool:
    """Whether a picture is too small or by its names no news."""
    sides = [side for side in (picture.width, picture.height) if side is not None]
    if sides and min(sides) < LEAST_SIDE:
        return True
    if not picture.url or picture.url.startswith("data:"):
        return bool(sides) and max(sides) < LEAST_SIDE
    return not decorating().isdisjoint(PARTS.split(picture_key(picture.url)))


@cache  # package data, one entry
def decorating() -> frozenset[str]:
    """Return the parts of names that tell a picture is no news."""
    return frozenset(table("_pictures")["decoration"])


def objects_in(things: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects in a JSON-LD value that is one object or a list of them."""
    for thing in things if isinstance(things, list) else [things]:
        if isinstance(thing, dict):
            yield thing
