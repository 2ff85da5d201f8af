"""Which blocks stand in which containers."""

from __future__ import annotations

from newsparse.view import View


def spans_of(view: View) -> dict[int, tuple[int, int]]:
    """Return, by place, the rank of the first visible block in it and that behind the last."""
    spans: dict[int, tuple[int, int]] = {}
    for rank, block in enumerate(view.visible):
        first, _ = spans.get(block.place.index, (rank, rank))
        spans[block.place.index] = (first, rank + 1)
    for place in reversed(view.doc.places):  # children before parents
        if place.parent is not None and place.index in spans:
            first, last = spans[place.index]
            low, high = spans.get(place.parent.index, (first, last))
            spans[place.parent.index] = (min(low, first), max(high, last))
    return spans
