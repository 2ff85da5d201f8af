"""The text of the article: its words, its paragraphs, snippets that must and must not stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from statistics import fmean

from measuring.lists import EXACT, SAME, aligned
from measuring.observed import Observation, Prediction, Row
from measuring.texts import WORD, Tally, likeness, plain, shared, squeezed


def text(row: Row, got: Prediction, labels: Set[str]) -> Iterator[Observation]:
    """Measure the text against what the data set labels, which is *labels*."""
    if {"body", "with"} <= labels:
        yield from words_and_snippets(row, got)
    elif "body" in row:
        yield Observation("body", "F1", likeness(got.text, row["body"]))
    elif "with" in row and "without" in labels:
        yield Observation("snippets", "F1", both_kinds(row, squeezed(got.text)))
    elif "with" in row:
        where = "".join(got.text.split())
        yield from (Observation("snippets", "found", float("".join(s.split()) in where)) for s in row["with"])
    if "paragraphs" in row:
        yield from paragraphs(row, got)


def words_and_snippets(row: Row, got: Prediction) -> Iterator[Observation]:
    """Measure word F1 and the share of snippets found, which is 1 where none are listed."""
    given, wanted = (WORD.findall(t.lower()) for t in (got.text, row.get("body") or ""))
    yield Observation("body", "F1", shared(given, wanted).f1)
    where = got.text.lower()
    for metric in ("with", "without"):
        found = [float(s.lower() in where) for s in row.get(metric) or ()]
        yield Observation("body", metric, fmean(found) if found else 1.0)


def both_kinds(row: Row, where: str) -> Tally:
    """Count the wanted and the unwanted snippets found."""
    present, absent = ([squeezed(s) in where for s in row.get(k) or ()] for k in ("with", "without"))
    return Tally(sum(present), sum(present) + sum(absent), len(present))


def paragraphs(row: Row, got: Prediction) -> Iterator[Observation]:
    """Measure paragraphs in order; title, subtitle, headings and optional paragraphs may be there or not."""
    optional = [row["paragraphs"][i] for i in row.get("optional") or ()]
    lines = [row.get("title"), *(row.get("subtitle") or "").split("\n"), *(row.get("headings") or ()), *optional]
    free = {plain(line) for line in lines} | {""}
    given, wanted = ([p for p in texts if plain(p) not in free] for texts in (got.paragraphs, row["paragraphs"]))
    for metric, level in (("F1", SAME), ("exact F1", EXACT)):
        yield Observation("paragraphs", metric, aligned(given, wanted, level).f1)
