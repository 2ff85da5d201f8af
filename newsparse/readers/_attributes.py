"""What the name and the attributes of an element tell before its text is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias, cast

from lxml import etree

Attributes: TypeAlias = "Mapping[str, str]"

NONE: Final[Attributes] = {}
HIDING: Final = ("display:none", "visibility:hidden")


def attributes_of(element: etree._Element) -> Attributes:
    """Return the attributes of an element: one call instead of one for each that is asked for."""
    items = element.items()
    return cast(Attributes, dict(items)) if items else NONE


def is_name(tag: str) -> bool:
    """Whether an element has a name that a page can mean: of "<ahref=…>" the parser makes an element, too."""
    return tag.isalnum() or tag.replace("-", "").replace("_", "").isalnum()


def is_hidden(attributes: Attributes, hidden_names: frozenset[str]) -> bool:
    """Whether an attribute, an inline style or one of the names that hide keeps an element from being shown."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style and ("none" in style or "hidden" in style):
        bare = style.replace(" ", "").lower()
        if any(h in bare for h in HIDING):
            return True
    names = attributes.get("class")
    if not names:
        return False
    return not hidden_names.isdisjoint(names.replace("-", "").replace("_", "").lower().split())
