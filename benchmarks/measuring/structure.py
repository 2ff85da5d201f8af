"""Pages whose every block is labelled: what each field holds, and which noise leaks into the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from measuring.lists import ALIKE, matched_in_turn
from measuring.observed import Observation, Prediction, Row, Total
from measuring.texts import Tally, distinct, shared, words

BEFORE_NAME: Final = re.compile(r"^(?:by|von|par|por|di)\s+", re.IGNORECASE)
LONG: Final = 80  # letters of a paragraph that is surely one of prose
START: Final = 60  # letters by which it is recognised
TELLING: Final = 20  # letters of noise that do not stand in a body by chance


def structure(row: Row, got: Prediction) -> Iterator[Observation]:
    """Measure all fields of one page; pages without paragraphs are not measured."""
    if row["paragraphs"]:
        yield from text(row, got)
        yield from lines(row, got)
        yield from groups(row, got)


def text(row: Row, got: Prediction) -> Iterator[Observation]:
    """Measure the body without the subtitle: its words, its beginning, the noise in it."""
    given, wanted = words(got.body), words("\n".join(row["paragraphs"]))
    body, truth = " ".join(given), " ".join(wanted)
    yield Observation("body", "F1", shared(given, wanted).f1)
    first = next((p for p in row["paragraphs"] if len(p) > LONG), None)
    if first:
        start = joined(first)[:START]
        yield Observation("body", "first paragraph", float(start in body or start in joined(got.subtitle)))
    for role, noise in row["noise"].items():
        for line in map(joined, noise):
            if len(line) >= TELLING and line not in truth:
                yield Observation("noise", "all", float(line in body))
                yield Observation("noise", role, float(line in body))


def lines(row: Row, got: Prediction) -> Iterator[Observation]:
    """Measure the fields of one line; any copy of the headline that a reader sees is right."""
    yield Observation("title", "F1", line(got.title, row["titles"] or [row["title"]]))
    yield Observation("kicker", "F1", line(got.kicker, [row["kicker"]]))
    yield Observation("subtitle", "F1", line(got.subtitle, [row["subtitle"]]))
    yield Observation("agencies", "credit F1", line(got.credit, [row["agency_credit"]]))


def line(given: str | None, wanted: Sequence[str | None]) -> Tally:
    """Compare a line with those that are right; a wrong one is both one too many and one missed."""
    right = [words(t) for t in wanted if t]
    there = words(given)
    return Tally(bool(there) and any(shared(there, t).f1 >= ALIKE for t in right), bool(there), bool(right))


def groups(row: Row, got: Prediction) -> Iterator[Observation]:
    """Measure the fields of several lines."""
    given, wanted = ([BEFORE_NAME.sub("", n or "") for n in found or ()] for found in (got.authors, row["authors"]))
    yield Observation("authors", "F1", matched_in_turn(given, wanted))
    credited, due = ({a.casefold() for a in found or ()} for found in (got.agencies, row["agencies"]))
    yield Observation("agencies", "F1", Tally(len(credited & due), len(credited), len(due)))
    captions = distinct(got.captions, joined)
    yield Observation("captions", "F1", matched_in_turn(captions, row["captions"]))
    yield Observation("captions", "repeats", Total(len(got.captions) - len(captions)))
    yield Observation("teasers", "F1", matched_in_turn(distinct(got.teasers, joined), row["teasers"]))


def joined(text: str | None) -> str:
    """Return the words of *text* with single spaces."""
    return " ".join(words(text))
