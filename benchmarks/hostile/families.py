"""All families of hostile content by name, and their pages of any size."""

from __future__ import annotations

from typing import Final

from hostile import characters, data, markup, texts
from hostile.markup import Family, Page

FAMILIES: Final[dict[str, tuple[str, Family]]] = {
    **{f"html: {name}": ("html", family) for name, family in markup.families()},
    **{f"characters: {name}": ("html", family) for name, family in characters.FAMILIES.items()},
    **{f"data: {name}": ("html", family) for name, family in data.FAMILIES.items()},
    **{f"text: {name}": ("text", family) for name, family in texts.FAMILIES.items()},
}
"""Name → format and the family."""


def sized(family: Family, size: int) -> Page:
    """Return the page of a family that is about *size* bytes (or characters) long."""
    unit = (len(family(210)) - len(family(10))) / 200
    return family(max(1, int(size / unit)))
