"""Entries of live blogs, with their times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from attrs import evolve

from newsparse.article import BodyBlock, LiveUpdate
from newsparse.dates.machine import read_machine
from newsparse.dates.reading import is_ahead, placed
from newsparse.dates.stamp import Moment, moment
from newsparse.dates.style import Style
from newsparse.extractors._live_entries import LEAST, Entry, clocks, entries_of, falls, newest_first
from newsparse.extractors._pieces import pieces
from newsparse.extractors._style import style_of_page
from newsparse.findings import Candidate, Fields, Label, Trust
from newsparse.fragments import pieces as declared_pieces
from newsparse.lexicons import Topic, table
from newsparse.markup import hints_of
from newsparse.view import View

HEAD: Final = (Label.TITLE, Label.KICKER, Label.SUBTITLE)
NEAR: Final = 15  # blocks before the first entry in which the page may say that it is live
PROSE: Final = 60.0  # weight of an entry that is a text, not a row of a timetable


def live(view: View) -> Iterator[Candidate[LiveUpdate]]:
    """Propose the entries of a live blog, from JSON-LD or as shown, whichever has more of them.

    Entries shown count where the page says that it is live; else only where every one is a text with a clock time,
    the newest first: that is how no timetable and no chronicle is written.
    """
    style = style_of_page(view)
    told = list(of_json_ld(view))
    entries = entries_of(view, style)
    shown = of_entries(view, style, entries) if told or (entries and is_live(view, entries)) else []
    if len(told) >= len(shown):
        yield from (Candidate(Fields.live_updates, one, Trust.DECLARED, "json-ld liveBlogUpdate") for one in told)
        return
    for entry, one in zip(entries, shown, strict=True):
        opener = entry.opener.block
        at = tuple(dict.fromkeys((opener.index, *(block.index for block in entry.text))))
        yield Candidate(Fields.live_updates, one, Trust.MARKUP, f"block {at[0]}", raw=opener.text, blocks=at)


# --- declared ---------------------------------------------------------------------------------------------------


def of_json_ld(view: View) -> Iterator[LiveUpdate]:
    """Yield the entries that the page declares."""
    for thing in view.doc.declared.json_ld:
        entries = thing.get("liveBlogUpdate")
        for entry in entries if isinstance(entries, list) else [entries]:
            if isinstance(entry, dict) and (update := of_object(entry, view.now)):
                yield update


def of_object(entry: dict[str, Any], now: datetime | None) -> LiveUpdate | None:
    """Return a declared entry; None where it says nothing."""
    title, text = entry.get("headline") or entry.get("name"), entry.get("articleBody")
    title = " ".join(title.split()) if isinstance(title, str) else ""
    body = declared_pieces(text) if isinstance(text, str) else ()
    stamp = read_machine(str(entry.get("datePublished") or ""))
    found = moment(stamp, None) if stamp else None
    when = None if found is None or is_ahead(found.value, now) else found.value
    return LiveUpdate(when, title or None, body) if title or body else None


# --- shown ------------------------------------------------------------------------------------------------------


def is_live(view: View, entries: Sequence[Entry]) -> bool:
    """Whether the entries are those of a live blog."""
    if len(entries) < LEAST:
        return False
    if says_so(view, entries[0]):
        return True
    weights = [sum(view.weight(b) for b in one.text) for one in entries]
    times = clocks(entries)
    return len(times) == len(entries) and all(falls(times)) and min(weights) >= PROSE


def says_so(view: View, first: Entry) -> bool:
    """Whether the page says that it is live: in its declarations, its headline, or the names around the entries."""
    if any(view.doc.declared.objects(*table("_types")["live"])):
        return True
    start = first.opener.block
    if any("live" in hints_of(place.names) for place in start.place.up()):
        return True
    head = {view.doc.blocks[i] for i in view.found.labelled(*HEAD)}
    near = view.doc.blocks[max(0, start.index - NEAR) : start.index]
    if any(Topic.LIVE in view.topics(block) for block in (*head, *(b for b in near if not b.linked))):
        return True
    title = view.found.best(Fields.title)
    return title is not None and Topic.LIVE in view.words.phrases.topics(title.value)


def of_entries(view: View, style: Style, entries: Sequence[Entry]) -> list[LiveUpdate]:
    """Return what is shown, with the instants that the times add up to."""
    moments = instants(view, style, entries)
    return [LiveUpdate(when, one.title, body_of(view, one)) for one, when in zip(entries, moments, strict=True)]


def body_of(view: View, entry: Entry) -> tuple[BodyBlock, ...]:
    """Return the text of an entry without the time that it may begin with."""
    found = tuple(pieces(view, list(entry.text)))
    if found and entry.text[0] is entry.opener.block:
        found = (evolve(found[0], text=" ".join(entry.opener.rest.split())), *found[1:])
    return found


def instants(view: View, style: Style, entries: Sequence[Entry]) -> list[datetime | None]:
    """Return the instants of entries; where only times are given, a new day begins where the order turns."""
    falling = newest_first(entries)
    day = first_day(view, falling)
    known: list[datetime | None] = []
    before: datetime | None = None
    for one in entries:
        stamp = one.opener.stamp
        when = of_page(view, placed(stamp, style, None, day)) if day or stamp.dated else None
        bare = stamp.day is None and stamp.days_ago is None
        if bare and day and when and before and turns(before, when, falling):
            day += timedelta(days=-1 if falling else 1)
            when = of_page(view, placed(stamp, style, None, day))
        known.append(when)
        before, day = when or before, when.date() if when else day
    return known


def turns(before: datetime, when: datetime, falling: bool) -> bool:
    """Whether the order of two times on one day is not that of the entries."""
    one, other = before.replace(tzinfo=None), when.replace(tzinfo=None)
    return other > one if falling else other < one


def first_day(view: View, falling: bool) -> date | None:
    """Return the day of the first entry: that of the last change where the newest comes first."""
    published, modified = view.found.best(Fields.published), view.found.best(Fields.modified)
    best = (modified or published) if falling else (published or modified)
    return best.value.date() if best else None


def of_page(view: View, found: Moment | None) -> datetime | None:
    """Return an instant in the zone of the page's date where nothing else gives its zone: UTC is how systems write."""
    if found is None:
        return None
    best = view.found.best(Fields.published)
    value = found.value
    if value.tzinfo is None and best and best.value.tzinfo and best.value.utcoffset():
        return value.replace(tzinfo=best.value.tzinfo)
    return value
