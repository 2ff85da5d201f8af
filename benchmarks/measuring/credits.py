"""Pages with an agency on them: the one credited for the text, and those that are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from measuring.lists import ALIKE
from measuring.observed import Observation, Prediction, Row
from measuring.texts import Tally, shared, words

UNNAMED: Final = "unnamed"  # the label of a credit that names no agency ("agencies")
SISTER: Final = "-afx"  # the financial service of an agency is that agency


def agencies(row: Row, got: Prediction) -> Iterator[Observation]:
    """Measure who is credited; an agency's own pages apart."""
    given, wanted = short_names(got.agencies), short_names(row["agencies"])
    if not wanted:
        yield Observation("agencies", "negatives clean", float(not given and not got.credit))
    elif UNNAMED in wanted:
        yield as_printed(row, got)
    elif row["own"]:
        yield Observation("agencies", "own pages", float(bool(given & wanted)))
    else:
        yield Observation("agencies", "F1", Tally(len(given & wanted), len(given), len(wanted)))
        yield as_printed(row, got)
        if row["item_id"]:
            yield Observation("agencies", "item ids", float(got.item_id == row["item_id"]))


def short_names(found: Iterable[str] | None) -> set[str]:
    """Return the names of agencies as they are compared."""
    return {name.casefold().removesuffix(SISTER) for name in found or ()}


def as_printed(row: Row, got: Prediction) -> Observation:
    """Whether the credit's text is one that stands on the page."""
    right = any(shared(words(got.credit), words(printed)).f1 >= ALIKE for printed in row["credits"])
    return Observation("agencies", "as printed", float(right))
