"""What two explanations have in common, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from attrs import frozen

from newsparse.explanation import ExplainedBlock, Explanation
from newsparse.report.alignment import aligned
from newsparse.report.fields import FIELDS, has


class Change(StrEnum):
    """How two blocks, or two values of a field, stand to each other."""

    SAME = "same"
    OTHER = "differs"
    """Blocks: the same text has another label. Fields: both have a value, not the same."""
    LEFT = "only left"
    RIGHT = "only right"


@frozen
class BlockPair:
    """Two blocks that stand side by side."""

    left: ExplainedBlock | None
    """The block of the first page; None where only the second has it."""

    right: ExplainedBlock | None
    """The block of the second page; None where only the first has it."""

    @property
    def change(self) -> Change:
        """Whether text and label are the same."""
        if self.left is None:
            return Change.RIGHT
        if self.right is None:
            return Change.LEFT
        return Change.SAME if self.left.label is self.right.label else Change.OTHER


@frozen
class FieldPair:
    """The values of one field."""

    name: str
    """The field."""

    left: Any
    """Its value on the first page."""

    right: Any
    """Its value on the second page."""

    change: Change
    """Whether they are the same."""


def block_pairs(left: Explanation, right: Explanation) -> Iterator[BlockPair]:
    """Yield the blocks of two pages side by side, equal texts together as far as their order is the same."""
    for i, j in aligned([b.text for b in left.blocks], [b.text for b in right.blocks]):
        yield BlockPair(None if i is None else left.blocks[i], None if j is None else right.blocks[j])


def field_pairs(left: Explanation, right: Explanation) -> Iterator[FieldPair]:
    """Yield the fields that either article has a value for."""
    for name in FIELDS:
        one, two = getattr(left.article, name), getattr(right.article, name)
        if has(left.article, name) or has(right.article, name):
            yield FieldPair(name, one, two, change_of(has(left.article, name), has(right.article, name), one == two))


def change_of(in_left: bool, in_right: bool, equal: bool) -> Change:
    """Return how two values stand to each other."""
    if in_left and in_right:
        return Change.SAME if equal else Change.OTHER
    return Change.LEFT if in_left else Change.RIGHT
