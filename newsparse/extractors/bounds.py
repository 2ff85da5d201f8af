"""The containers outside of which, a profile says, nothing is text of the article."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.findings import BODY_LABELS, Label, Labelled, Trust
from newsparse.view import View


def bounds(view: View) -> Iterator[Labelled]:
    """Label as something else what was taken for text outside of the profile's containers, if any is on the page."""
    site = view.profile
    if site is None:
        return
    inside = {hit.block.index for number in site.within for hit in view.hits.get(number, ())}
    if not inside:
        return
    for index in list(view.found.labelled(*BODY_LABELS)):
        if index not in inside and view.told(view.doc.blocks[index]) is None:
            yield Labelled(index, Label.OTHER, Trust.PROFILE, f"{site.source}: outside of the text's container")
