"""The top of an article in markup: what stands between the headline and the body, and what the body looks like."""

from __future__ import annotations

from typing import Final, TypeAlias

from attrs import frozen

from newsparse.document import Block, Group, Kind, Place
from newsparse.findings import Label
from newsparse.letters import has_digit, width
from newsparse.view import View

Shape: TypeAlias = tuple[str, str, str, str]

COMMENT: Final = Label.COMMENT
CAPTION: Final = Kind.CAPTION  # bound once: looking up a member takes Python 3.11 as long as a call
NO_TEXT: Final = (Kind.CAPTION, Kind.CONTROL, Kind.ROW, Kind.CODE)
MARGINS: Final = (Group.NAVIGATION, Group.ASIDE, Group.FORM, Group.DIALOG, Group.FOOTER, Group.TABLE)
PARAGRAPH: Final = 60.0  # letters from which a block counts as a paragraph when the body's shape is looked for
FARTHEST: Final = 120  # blocks below the headline in which the body begins
SET_APART: Final = 0.9  # share of a block that is bold or italic as a whole
DIGITS: Final = str.maketrans("", "", "0123456789")


@frozen
class Opening:
    """The blocks between headline and body."""

    headline: Block | None
    """Block of the headline; None where no block carries it."""

    blocks: tuple[Block, ...]
    """Visible blocks below the headline and above the first paragraph of the body."""

    body: Block | None
    """First paragraph of the body; None where none was found."""

    shape: Shape | None
    """What the body's paragraphs look like; None where there are none."""


def opening(view: View) -> Opening:
    """Return what stands between headline and body."""
    at = view.found.headline
    headline = view.doc.blocks[at] if at is not None else None
    start = headline.index + 1 if headline is not None else 0
    below = [b for b in view.visible if b.index >= start]
    shape = common_shape([b for b in below if view.label(b) is not COMMENT])
    end = next((i for i, b in enumerate(below) if is_body(b, shape)), None)
    if end is None:
        return Opening(headline, tuple(below[:FARTHEST]), None, shape)
    before = below[max(0, end - FARTHEST) : end] if headline is None else below[: min(end, FARTHEST)]
    return Opening(headline, tuple(before), below[end], shape)


def common_shape(blocks: list[Block]) -> Shape | None:
    """Return the shape in which most of the prose stands."""
    sums: dict[Shape, int] = {}
    for block in blocks:
        size = len(block.text)
        if 2 * block.linked < size and block.kind is not CAPTION and is_long(block):
            shape = shape_of(block)
            sums[shape] = sums.get(shape, 0) + size
    return max(sums, key=sums.__getitem__, default=None)


def is_body(block: Block, shape: Shape | None) -> bool:
    """Whether a block is a paragraph that looks like the body's and is not set apart by its type."""
    return is_long(block) and is_alike(block, shape) and not is_set_apart(block)


def is_long(block: Block) -> bool:
    """Whether a block is as long as a paragraph."""
    size = len(block.text)
    return size >= PARAGRAPH or size * width(block.text) >= PARAGRAPH


def is_alike(block: Block, shape: Shape | None) -> bool:
    """Whether a block looks like the body's paragraphs: the same names, or no names in the same kind of container."""
    if shape is None:
        return False
    own = shape_of(block)
    return own[:2] == shape[:2] and (bool(own[1]) or own == shape)


def is_set_apart(block: Block) -> bool:
    """Whether a block is bold or italic as a whole."""
    size = SET_APART * len(block.text)
    return block.strong >= size or sum(len(m.text) for m in block.marks if m.tag in ("em", "i")) >= size


def shape_of(block: Block) -> Shape:
    """Return what a block looks like: element and names, its own and its container's, without numbers."""
    place, parent = block.place, block.place.parent
    if parent is None:
        return place.tag, undigited(place.names), "", ""
    return place.tag, undigited(place.names), parent.tag, undigited(parent.names)


def undigited(names: str) -> str:
    """Return names of a container without digits."""
    return names.translate(DIGITS) if has_digit(names) else names


def common_depth(a: Place, b: Place) -> int:
    """Return how deep the smallest container lies that holds both."""
    while a is not b:
        if a.depth >= b.depth and a.parent is not None:
            a = a.parent
        elif b.parent is not None:
            b = b.parent
        else:
            return 0
    return a.depth


def is_beside(block: Block, headline: Block, body: Block) -> bool:
    """Whether a block stands with the headline rather than with the body."""
    with_body = common_depth(block.place, body.place)
    return common_depth(block.place, headline.place) > with_body


def is_margin(block: Block) -> bool:
    """Whether a block stands in a menu, margin, form or figure."""
    return block.place.figure is not None or block.kind in NO_TEXT or block.group in MARGINS
