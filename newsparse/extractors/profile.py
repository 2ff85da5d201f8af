"""What the profile of the site says of this page: labels of blocks, values of fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsparse.bylines.declared import distinct
from newsparse.extractors._site import Spot, authors_at, moment_at, run, said, sides, spots
from newsparse.findings import BODY_LABELS, TEXT_LABELS, Candidate, Field, Fields, Finding, Label, Labelled, Trust
from newsparse.profiles import Profile
from newsparse.view import View

LABELS: Final = {
    "title": Label.TITLE, "kicker": Label.KICKER, "subtitle": Label.SUBTITLE, "authors": Label.BYLINE,
    "published": Label.TIMESTAMP, "modified": Label.TIMESTAMP, "section": Label.SECTION,
}  # fmt: skip


def profile(view: View) -> Iterator[Finding]:
    """Label the blocks that the profile's selectors pick, and propose the values that it points at."""
    site = view.profile
    if site is None:
        return
    yield from labels(view, site)
    for name, places in site.fields.items():
        for place in places:
            found = spots(view, place) if isinstance(place, int) else said(view, place)
            taken, findings = values(view, site, name, found)
            yield from findings
            yield from (
                Labelled(spot.block.index, LABELS[name], Trust.PROFILE, f"{site.source}: {spot.how}")
                for spot in taken
                if spot.block is not None and (spot.is_whole or name == "title")
            )
            if findings:
                break


def labels(view: View, site: Profile) -> Iterator[Labelled]:
    """Label what is picked; text of the article also where it is hidden: a script may be meant to show it."""
    for number, label in site.labels.items():
        why = f"{site.source}: {site.matcher.selectors[number].text}"
        for hit in view.hits.get(number, ()):
            if hit.is_whole and (label in BODY_LABELS or not hit.block.hidden):
                kind = TEXT_LABELS.get(hit.block.kind, label) if label is Label.BODY else label
                yield Labelled(hit.block.index, kind, Trust.PROFILE, why)


def values(view: View, site: Profile, name: str, found: list[Spot]) -> tuple[list[Spot], list[Finding]]:
    """Return the spots that give a field its value, and the value; nothing where they give none."""
    field: Field[Any] = getattr(Fields, name)
    if name == "authors":
        by_spot = [(spot, authors) for spot in found if (authors := authors_at(view, spot))]
        value = distinct(author for _, authors in by_spot for author in authors)
        taken = [spot for spot, _ in by_spot]
        return taken, [candidate(site, field, value, taken)] if taken else []
    if name in ("published", "modified"):
        for spot in found:
            if (moment := moment_at(view, spot)) is not None:
                return [spot], [candidate(site, field, moment.value, [spot], moment.note)]
        return [], []
    taken = run(found) if name == "subtitle" else found[:1]
    return taken, list(of_texts(site, field, taken))


def of_texts(site: Profile, field: Field[str], taken: list[Spot]) -> Iterator[Finding]:
    """Yield a text, and where it is a headline that holds the kicker, that too."""
    text = " ".join(spot.text for spot in taken)
    if not text:
        return
    before, after = sides(text, site.kicker_in_title) if field is Fields.title else ("", text)
    yield candidate(site, field, after, taken)
    if before:
        yield candidate(site, Fields.kicker, before, taken)


def candidate(site: Profile, field: Field[Any], value: Any, taken: list[Spot], note: str | None = None) -> Finding:
    """Propose a value that stands at some spots."""
    first = taken[0]
    raw = first.text if first.text != value else None
    at = tuple(spot.block.index for spot in taken if spot.block is not None)
    note = "; ".join(filter(None, (first.how, note)))
    return Candidate(field, value, Trust.PROFILE, site.source, raw, note, blocks=at)
