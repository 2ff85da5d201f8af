"""HTML that is put together from parts: a plain string in it is text of the page, and is always escaped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias


class Markup(str):
    """HTML that this package has made. A ``str`` that is none of these is escaped wherever it is put."""

    __slots__ = ()


Part: TypeAlias = str | int | float
Attribute: TypeAlias = str | int | bool | None

VOID: Final = frozenset(("br", "rect"))
ENTITIES: Final = {ord(c): f"&#{ord(c)};" for c in "&<>\"'`="}
CONTROLS: Final = frozenset(
    # Without these, text could reach out of its line and turn around what stands beside it. The marks that Arabic,
    # Hebrew, Persian and Indic scripts need inside words (U+200C to U+200F) only act where they stand.
    (*range(0x20), *range(0x7F, 0xA0), 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029)
) - {0x09, 0x0A}
SURROGATES: Final = range(0xD800, 0xE000)
SPELLED: Final = {
    **ENTITIES,
    **{code: f"[U+{code:04X}]" for code in CONTROLS},
    **dict.fromkeys(SURROGATES, "\ufffd"),
}
"""What stands for a character: markup as a reference, what cannot be seen as its number, half a character as U+FFFD."""


def escaped(text: str) -> Markup:
    """Return *text* as it may stand between tags or in a quoted attribute; what steers the direction is spelled out."""
    return Markup(text.translate(SPELLED))


def element(name: str, attributes: Mapping[str, Attribute] | None = None, *parts: Part | None) -> Markup:
    """Return one element. Attributes: None and False leave one out, True gives it no value. Parts: None is left out."""
    given = "".join(
        f" {key}" if value is True else f' {key}="{escaped(str(value))}"'
        for key, value in (attributes or {}).items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Markup(f"<{name}{given}>" if name == "br" else f"<{name}{given}/>")
    return Markup(f"<{name}{given}>{joined(*parts)}</{name}>")


def joined(*parts: Part | None) -> Markup:
    """Return the parts one after the other, all that is not Markup escaped."""
    return Markup("".join(p if isinstance(p, Markup) else escaped(str(p)) for p in parts if p is not None))


def span(names: str, *parts: Part | None) -> Markup:
    """Return a span with a class."""
    return element("span", {"class": names}, *parts)


def said(text: str, name: str = "span", names: str | None = None) -> Markup:
    """Return text of the page in an element of its own, whose direction nothing outside it can feel."""
    return element(name, {"class": names, "dir": "auto"}, text)


def link(address: str) -> Markup:
    """Return an address, to be followed only where it is one of the web: ``javascript:`` and the like stay text."""
    if not address.lower().startswith(("https://", "http://")):
        return said(address, names="address")
    attributes: dict[str, Attribute] = {
        "class": "address",
        "href": address,
        "rel": "noopener noreferrer nofollow",
        "target": "_blank",
        "dir": "ltr",
    }
    return element("a", attributes, address)
