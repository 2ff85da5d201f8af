"""The best address that the markup of a picture offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsparse.readers._attributes import Attributes

SOURCES: Final = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "src", "data-image",
)  # fmt: skip
"""Attributes with an address; where a picture is loaded late, ``src`` is its placeholder."""

SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset")


def declared_set(attributes: Attributes) -> str:
    """Return the set of variants that an element declares; "" where it declares none."""
    for name in SETS:
        if name in attributes and (value := attributes[name]):
            return value
    return ""


def best_source(attributes: Attributes, sets: Sequence[str] = ()) -> str:
    """Return the largest of an image's variants and of the *sets* of the sources before it, else its plain address.

    "" where there is nothing but a placeholder.
    """
    if url := largest(", ".join(filter(None, (declared_set(attributes), *sets)))):
        return url
    for name in SOURCES:
        if name in attributes and (value := attributes[name]) and is_address(name, value):
            return value
    return ""


def is_address(name: str, value: str) -> bool:
    """Whether an attribute holds the address of a picture: data are a placeholder, ``data-lazy="true"`` is a switch."""
    return (name == "src" or "/" in value or "." in value) and not value.startswith("data:")


def largest(srcset: str) -> str:
    """Return the URL with the greatest width or density in a srcset.

    >>> largest("small.jpg 600w, large.jpg 1200w")
    'large.jpg'
    """
    best, size = "", -1.0
    for url, told in variants(srcset):
        value = magnitude(told)
        if not url.startswith("data:") and value > size:
            best, size = url, value
    return best


def variants(srcset: str) -> Iterator[tuple[str, str]]:
    """Yield the URLs of a srcset, each with what is told of it, "" where nothing is.

    A comma ends a variant behind what is told of it and behind its URL; inside of a URL it is part of that.
    """
    url, told = "", ""
    for word in srcset.split():
        following = word
        if url:
            before, comma, following = word.partition(",")
            told = before or told
            if not comma:
                continue
            yield url, told
        first = following.lstrip(",")
        url, told = first.rstrip(","), ""
        if url and url != first:
            yield url, ""
            url = ""
    if url:
        yield url, told


def magnitude(told: str) -> float:
    """Return the width in pixels or the density that is told of a variant; 1 where it is neither."""
    whole, _, part = told.rstrip("wx").partition(".")
    digits = whole + part
    return float(f"{whole}.{part}") if digits.isascii() and digits.isdigit() and whole else 1.0


def pixels(text: str | None) -> int | None:
    """Return a width or height in pixels; None where the text is no such number."""
    if text and not text.isdigit():
        text = text.strip().removesuffix("px").partition(".")[0]
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None
