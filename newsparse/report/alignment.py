"""Which blocks of two pages are the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence


def aligned(left: Sequence[Hashable], right: Sequence[Hashable]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the places of two sequences side by side, in order; None where one of them has nothing to set there.

    The nth occurrence of a value on the left is the nth on the right. As many of these pairs as keep their order are
    kept, which takes n log n; what has moved stands alone on both sides.
    """
    at_left = at_right = 0
    for i, j in in_order(pairs(left, right)):
        yield from ((k, None) for k in range(at_left, i))
        yield from ((None, k) for k in range(at_right, j))
        yield i, j
        at_left, at_right = i + 1, j + 1
    yield from ((k, None) for k in range(at_left, len(left)))
    yield from ((None, k) for k in range(at_right, len(right)))


def pairs(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places of the values that are on both sides, in the order of the left one."""
    where = {key: j for j, key in enumerate(counted(right))}
    return [(i, where[key]) for i, key in enumerate(counted(left)) if key in where]


def counted(values: Sequence[Hashable]) -> Iterator[tuple[Hashable, int]]:
    """Yield every value with how often it has been there before."""
    seen: Counter[Hashable] = Counter()
    for value in values:
        yield value, seen[value]
        seen[value] += 1


def in_order(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return as many of the pairs as possible whose right places rise, too: the longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, (_, right) in enumerate(found):
        length = bisect_left(tails, right)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [right]
        ends[length : length + 1] = [at]
    kept = []
    last = ends[-1] if ends else None
    while last is not None:
        kept.append(found[last])
        last = before[last]
    return kept[::-1]
