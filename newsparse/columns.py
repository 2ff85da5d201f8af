"""Columns of numbers, one for every line of a text: what lines make of those above and below them."""

from __future__ import annotations

from typing import TypeAlias

Column: TypeAlias = list[float]


def ranks(values: Column, most: float) -> Column:
    """Return for every value how many are greater, at most *most*."""
    place: dict[float, float] = {}
    for at, value in enumerate(sorted(values, reverse=True)):
        place.setdefault(value, min(most, float(at)))
    return [place[value] for value in values]


def moved(column: Column, n: int) -> Column:
    """Return a column moved down by *n* lines, or up where it is negative; -1 where there is no line."""
    if n < 0:
        return [*column[-n:], *[-1.0] * -n][: len(column)]
    return [*[-1.0] * n, *column[: len(column) - n]][: len(column)]


def ahead(hits: list[bool], most: float) -> Column:
    """Return for every line how many lines on the next hit stands, at most *most*."""
    found: Column = []
    distance = most
    for at in range(len(hits) - 1, -1, -1):
        distance = min(most, distance + 1)
        found.append(distance)
        if hits[at]:
            distance = 0.0
    return found[::-1]


def counted(hits: list[bool]) -> Column:
    """Return for every line how many hits stand above it."""
    total = 0
    found: Column = []
    for hit in hits:
        found.append(float(total))
        total += hit
    return found


def unbroken(hits: list[bool]) -> Column:
    """Return for every line how many hits stand right above it without a break."""
    found: Column = []
    length = 0
    for hit in hits:
        found.append(float(length))
        length = length + 1 if hit else 0
    return found


def best_near(values: Column, able: list[bool], steps: tuple[int, ...]) -> Column:
    """Return for every line the best value of the able lines at some distances; -1 where there are none."""
    found: Column = []
    for at in range(len(values)):
        best = -1.0
        for step in steps:
            other = at + step
            if 0 <= other < len(values) and able[other] and values[other] > best:
                best = values[other]
        found.append(best)
    return found


def between(hits: list[bool], start: int) -> Column:
    """Return for every line how many hits stand between it and the line *start*; 0 from there on."""
    sums = counted(hits)
    return [sums[start] - sums[at] - hits[at] if at < start else 0.0 for at in range(len(hits))]


def summed(values: list[float]) -> Column:
    """Return the sums of the values above each line, and of all."""
    found, total = [0.0], 0.0
    for value in values:
        total += value
        found.append(total)
    return found


def densest(values: list[float]) -> tuple[int, int]:
    """Return the first and last line of the stretch with the greatest sum."""
    best, total, start = 0.0, 0.0, 0
    found = 0, len(values) - 1
    for at, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best:
            best, found = total, (start, at)
    return found


def repeats(texts: list[str]) -> tuple[Column, Column]:
    """Return how often each line stands before it and after it."""
    total: dict[str, int] = {}
    before: Column = []
    for text in texts:
        seen = total.get(text, 0)
        before.append(float(seen))
        total[text] = seen + 1
    return before, [total[text] - before[at] - 1.0 for at, text in enumerate(texts)]


def distances(weights: list[float]) -> list[int]:
    """Return for every line how many lines back the last prose stands; its number plus one where none does."""
    found: list[int] = []
    last = -1
    for at, value in enumerate(weights):
        found.append(at - last)
        if value:
            last = at
    return found
