"""The best address that the markup of a picture offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsparse.readers._attributes import Attributes

SOURCES: Final = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-image")
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
    found = [attributes[name] for name in SOURCES if name in attributes]
    return next((value for value in found if value and not value.startswith("data:")), "")


def largest(srcset: str) -> str:
    """Return the URL with the greatest width or density in a srcset.

    >>> largest("small.jpg 600w, large.jpg 1200w")
    'large.jpg'
    """
    best, size = "", -1.0
    for part in srcset.split(", "):
        url, _, width = part.strip().partition(" ")
        value = float(pixels(width.rstrip("wx")) or 1)
        if url and not url.startswith("data:") and value > size:
            best, size = url, value
    return best


def pixels(text: str | None) -> int | None:
    """Return a width or height in pixels; None where the text is no such number."""
    if text and not text.isdigit():
        text = text.strip().removesuffix("px").partition(".")[0]
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None
