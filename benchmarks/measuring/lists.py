"""Lists of texts against each other: in any order, in the given order, one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from measuring.texts import Tally, plain, shared, units, words

ALIKE: Final = 0.8  # of the words: still the same caption, teaser or name, cut or worded a little differently
SAME: Final = 0.9  # still the same paragraph
EXACT: Final = 1.0


def matched(given: Sequence[str], wanted: Sequence[str]) -> Tally:
    """Pair the likeliest texts first, each once."""
    left, right = [units(t) for t in given], [units(t) for t in wanted]
    pairs = [(shared(a, b).f1, i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    free, open_ = set(range(len(left))), set(range(len(right)))
    for score, i, j in sorted(pairs, reverse=True):
        if score >= ALIKE and i in free and j in open_:
            free.remove(i)
            open_.remove(j)
    return Tally(len(given) - len(free), len(given), len(wanted))


def matched_in_turn(given: Sequence[str], wanted: Sequence[str]) -> Tally:
    """Give each text in turn the likeliest of those still wanted; words, not letters, decide."""
    left = [words(t) for t in wanted]
    for text in given:
        scores = [shared(words(text), other).f1 for other in left]
        if scores and max(scores) >= ALIKE:
            del left[scores.index(max(scores))]
    return Tally(len(wanted) - len(left), len(given), len(wanted))


def aligned(given: Sequence[str], wanted: Sequence[str], level: float) -> Tally:
    """Find the most paragraphs that are the same in both, in the same order."""
    left, right = [plain(t) for t in given], [plain(t) for t in wanted]
    cut_left, cut_right = [units(t) for t in left], [units(t) for t in right]

    def same(i: int, j: int) -> bool:
        return left[i] == right[j] or (level < EXACT and close(cut_left[i], cut_right[j], level))

    return Tally(longest(len(left), len(right), same), len(left), len(right))


def close(one: list[str], other: list[str], level: float) -> bool:
    """Whether two texts share enough; what their lengths forbid is not compared."""
    reachable = Tally(min(len(one), len(other)), len(one), len(other)).f1
    return reachable >= level and shared(one, other).f1 >= level


def longest(rows: int, columns: int, same: Callable[[int, int], bool]) -> int:
    """Return the length of the longest common subsequence of two sequences."""
    best = [0] * (columns + 1)
    for i in range(rows):
        before = 0
        for j in range(columns):
            above = best[j + 1]
            best[j + 1] = max(above, best[j], before + same(i, j))
            before = above
    return best[-1]
