"""What is seen on one page, and the figures that many pages give."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from statistics import fmean
from typing import Any, TypeAlias

from attrs import frozen

from measuring.texts import Tally

Row: TypeAlias = dict[str, Any]  # a line of truth.jsonl
Key: TypeAlias = tuple[str, str, str]  # family, data set, metric


@frozen
class Total:
    """A number that is summed up over pages."""

    number: int
    """The number on this page."""


Value = float | Tally | Total  # figures are the mean of numbers, the F1 of tallies, the sum of totals


@frozen
class Observation:
    """One value of one metric on one page; a page may have several of the same metric, or none."""

    family: str
    """What is measured: "body", "title" …"""

    metric: str
    """How: "F1", "exact" …"""

    value: Value
    """What was seen."""


@frozen
class Prediction:
    """What newsparse made of a page, as far as it is measured; empty where it raised."""

    title: str | None = None
    """The headline."""

    kicker: str | None = None
    """The topic line."""

    subtitle: str | None = None
    """The standfirst."""

    authors: tuple[str, ...] = ()
    """Names."""

    published: datetime | None = None
    """First publication."""

    paragraphs: tuple[str, ...] = ()
    """The texts of the body's blocks."""

    captions: tuple[str, ...] = ()
    """Captions of pictures, each once."""

    teasers: tuple[str, ...] = ()
    """Headlines of pointers to other articles."""

    agencies: tuple[str, ...] = ()
    """Short names of the agencies credited for the text."""

    credit: str | None = None
    """That credit as printed."""

    item_id: str | None = None
    """The agency's number of the item."""

    @property
    def body(self) -> str:
        """The body alone."""
        return "\n\n".join(self.paragraphs)

    @property
    def text(self) -> str:
        """What a reader would copy: the subtitle, where there is one, and the body."""
        return "\n\n".join((self.subtitle, *self.paragraphs) if self.subtitle else self.paragraphs)


@frozen
class Judged:
    """One page and all that was seen on it."""

    data_set: str
    """Its data set; with ":" and the renderer where its raw text was read."""

    page: str
    """Its id."""

    part: str
    """The part that its site belongs to, "tune" or "check"."""

    seen: tuple[Observation, ...] = ()
    """What was seen."""

    error: str | None = None
    """The exception that parsing it raised; None where none."""


def figures(judged: Iterable[Judged]) -> dict[Key, float]:
    """Return the figures that the pages give, by family, data set and metric."""
    values: dict[Key, list[Value]] = {}
    for page in judged:
        for seen in page.seen:
            values.setdefault((seen.family, page.data_set, seen.metric), []).append(seen.value)
    return {key: figure(found) for key, found in values.items()}


def figure(values: list[Value]) -> float:
    """Return the figure that the values of one metric give."""
    tallies = [v for v in values if isinstance(v, Tally)]
    if tallies:
        return sum(tallies, Tally()).f1
    totals = [v.number for v in values if isinstance(v, Total)]
    return float(sum(totals)) if totals else fmean(v for v in values if isinstance(v, float | int))
