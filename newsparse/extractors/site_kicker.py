"""The kicker that a site prints in its headlines, parted by a sign that its profile names."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.extractors._site import sides
from newsparse.findings import Candidate, Fields, Finding, Trust
from newsparse.view import View


def site_kicker(view: View) -> Iterator[Finding]:
    """Propose kicker and title of a headline that the profile says holds both."""
    site, best = view.profile, view.found.best(Fields.title)
    if site is None or best is None or best.trust >= Trust.PROFILE:
        return
    before, after = sides(best.value, site.kicker_in_title)
    if before:
        note = f"parted at “{site.kicker_in_title}”"
        yield Candidate(Fields.title, after, Trust.PROFILE, site.source, best.value, note, blocks=best.blocks)
        yield Candidate(Fields.kicker, before, Trust.PROFILE, site.source, best.value, note, blocks=best.blocks)
