"""The order of work. Read STEPS to know the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Final, TypeAlias

from newsparse.budget import Meter
from newsparse.document import Document
from newsparse.extractors.access import access
from newsparse.extractors.agency import agency
from newsparse.extractors.appeals import appeals
from newsparse.extractors.body import body
from newsparse.extractors.bounds import bounds
from newsparse.extractors.byline import byline
from newsparse.extractors.closings import closings
from newsparse.extractors.corrections import corrections
from newsparse.extractors.declared_body import declared_body
from newsparse.extractors.discussions import discussions
from newsparse.extractors.emptiness import emptiness
from newsparse.extractors.head import head
from newsparse.extractors.headings import headings
from newsparse.extractors.hidden import hidden
from newsparse.extractors.images import images
from newsparse.extractors.kicker import kicker
from newsparse.extractors.language import language
from newsparse.extractors.lines import lines
from newsparse.extractors.listing import listing
from newsparse.extractors.live import live
from newsparse.extractors.metadata import metadata
from newsparse.extractors.neighbours import neighbours
from newsparse.extractors.noise import noise
from newsparse.extractors.passages import passages
from newsparse.extractors.profile import profile
from newsparse.extractors.pullquotes import pullquotes
from newsparse.extractors.region import region
from newsparse.extractors.related import related
from newsparse.extractors.site_kicker import site_kicker
from newsparse.extractors.subtitle import subtitle
from newsparse.extractors.tables import tables
from newsparse.extractors.timestamps import timestamps
from newsparse.extractors.title import title
from newsparse.findings import Fields, Finding, Findings
from newsparse.profiles import Profile
from newsparse.view import View
from newsparse.words import EVERYWHERE, words_of

Step: TypeAlias = Callable[[View], Iterable[Finding]]

STEPS: Final[tuple[Step, ...]] = (
    profile,
    hidden,
    lines,
    head,
    title,
    site_kicker,
    kicker,
    neighbours,
    listing,
    region,
    noise,
    appeals,
    discussions,
    timestamps,
    byline,
    closings,
    images,
    related,
    subtitle,
    body,
    tables,
    pullquotes,
    headings,
    bounds,
    metadata,
    agency,
    corrections,
    passages,
    declared_body,
    live,
    emptiness,
    access,
)
"""Every step sees what the steps before it found. Of two labels or values the more trusted wins, then the earlier."""


def run(
    doc: Document,
    *,
    now: datetime | None = None,
    lang: str | None = None,
    site: Profile | None = None,
    steps: Sequence[Step] = STEPS,
    meter: Meter | None = None,
    brief: bool = False,
) -> Findings:
    """Run the steps over a page; *lang* overrides the language found, *site* is the profile of the page's site.

    When the time of *meter* is up, no step begins. *brief* leaves out labels that could not win: nobody asks for them.
    """
    meter = meter or Meter()
    view = begun(doc, lang, now, site, brief)
    for step in steps:
        if meter.is_late():
            view.found.warnings.append(f"out of time: looked for nothing from {step.__name__!r} on")
            break
        view.found.add(step(view), rule=step.__name__)
    return view.found


def begun(
    doc: Document,
    lang: str | None = None,
    now: datetime | None = None,
    site: Profile | None = None,
    brief: bool = False,
) -> View:
    """Return a page as the first step sees it: in the words of its language, which is found so far and nothing else."""
    first = View(doc, Findings(brief), words_of(EVERYWHERE))
    first.found.add(language(first, lang), rule="language")
    best = first.found.best(Fields.language)
    return first.in_words(words_of(best.value if best else None), now, site, brief)
