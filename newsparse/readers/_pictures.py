"""The best address that the markup of a picture offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

SOURCES: Final = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-image")
SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset")


def declared_set(get: Callable[[str], str | None]) -> str:
    """Return the set of variants that an element declares; "" where it declares none."""
    return next((value for name in SETS if (value := get(name))), "")


def best_source(get: Callable[[str], str | None], sets: Iterable[str] = ()) -> str:
    """Return the largest of an image's variants and of the *sets* of the sources before it, else its plain address.

    "" where there is nothing but a placeholder.
    """
    if url := largest(", ".join(filter(None, (declared_set(get), *sets)))):
        return url
    found = [value for name in SOURCES if (value := get(name))]
    return next((value for value in found if not value.startswith("data:")), "")


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
    digits = (text or "").strip().removesuffix("px").partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None
