"""What the name and the attributes of an element tell before its text is read."""

from __future__ import annotations

from typing import Final, TypeAlias

Attributes: TypeAlias = "dict[str, str]"
NONE: Final[Attributes] = {}

LOWERED: Final = bytes(range(256)).lower()
HIDING: Final = ("display:none", "visibility:hidden")


def is_name(tag: str) -> bool:
    """Whether an element has a name that a page can mean: of "<ahref=…>" the parser makes an element, too."""
    return tag.isalnum() or tag.replace("-", "").replace("_", "").isalnum()


def joined(names: str, attributes: Attributes, others: tuple[str, ...]) -> str:
    """Return *names* and the values of those *others* that an element has, in one line."""
    for other in others:
        if other in attributes and (more := attributes[other]):
            names = f"{names} {more}" if names else more
    return names


def is_styled_away(style: str) -> bool:
    """Whether an inline style keeps an element from being shown."""
    if "none" not in style and "hidden" not in style:
        return False
    bare = style.replace(" ", "").lower()
    return any(h in bare for h in HIDING)


def hides(names: str, hidden_names: frozenset[bytes]) -> bool:
    """Whether one of the names in a class attribute keeps an element from being shown."""
    return not hidden_names.isdisjoint(names.encode("ascii", "replace").translate(LOWERED, b"-_").split())
