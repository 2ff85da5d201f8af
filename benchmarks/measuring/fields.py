"""Single fields: title, subtitle, authors, date, captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from measuring.lists import ALIKE, matched
from measuring.names import names
from measuring.observed import Observation, Prediction, Row, Total
from measuring.texts import Tally, distinct, likeness, plain

INSTANT: Final = timedelta(minutes=1)  # some declarations round the seconds away


def fields(row: Row, got: Prediction) -> Iterator[Observation]:
    """Measure the fields that the row labels; None or [] there means that there is none."""
    if "title" in row:
        yield Observation("title", "exact", float(plain(got.title) == plain(row["title"])))
    if "subtitle" in row:
        yield from subtitle(got.subtitle, row["subtitle"])
    if "authors" in row:
        yield from authors(names(got.authors), names(row["authors"]))
    if "published" in row:
        yield from published(got.published, row["published"])
    if "captions" in row:
        yield from captions(got.captions, row["captions"] or ())


def subtitle(given: str | None, wanted: str | None) -> Iterator[Observation]:
    """A wrong text is both one too many and one missed."""
    there, due = bool(plain(given)), bool(plain(wanted))
    hit = there and due and likeness(given, wanted) >= ALIKE
    yield Observation("subtitle", "F1", Tally(hit, there, due))
    yield Observation("subtitle", "right", float(hit or not (there or due)))


def authors(given: set[str], wanted: set[str]) -> Iterator[Observation]:
    """Compare sets of names; apart, the pages that name nobody."""
    if wanted:
        yield Observation("authors", "F1", Tally(len(given & wanted), len(given), len(wanted)).f1)
        yield Observation("authors", "exact", float(given == wanted))
    else:
        yield Observation("authors", "none ok", float(not given))


def published(given: datetime | None, wanted: str | None) -> Iterator[Observation]:
    """Compare the day, and the instant where the truth knows it; apart, the pages without a date."""
    if not wanted:
        yield Observation("date", "none ok", float(given is None))
        return
    truth = moment(wanted)
    yield Observation("date", "day", float(given is not None and same_day(given, truth)))
    if isinstance(truth, datetime) and truth.tzinfo:
        known = given if given and given.tzinfo else None
        yield Observation("date", "instant", float(known is not None and abs(known - truth) < INSTANT))


def moment(text: str) -> date | None:
    """Return a date for a bare day, else a datetime; None for what is neither."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def same_day(given: datetime, wanted: date | None) -> bool:
    """Whether the days as written are the same, or the instants fall on one day where the truth was written."""
    if not isinstance(wanted, datetime):
        return given.date() == wanted
    if given.date() == wanted.date():
        return True
    return bool(given.tzinfo and wanted.tzinfo) and given.astimezone(wanted.tzinfo).date() == wanted.date()


def captions(given: Sequence[str], wanted: Sequence[str]) -> Iterator[Observation]:
    """Compare distinct captions; repeats are counted apart."""
    once = distinct(given)
    yield Observation("captions", "F1", matched(once, distinct(wanted)))
    yield Observation("captions", "repeats", Total(sum(bool(plain(c)) for c in given) - len(once)))
