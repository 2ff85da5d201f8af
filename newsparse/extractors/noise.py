"""What is not the article: menus, footers, advertisements, appeals, sharing, comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.document import Place
from newsparse.findings import Label, Labelled, Trust
from newsparse.lexicons import Topic
from newsparse.view import View

BY_HINT: Final = {
    "comments": Label.COMMENT,
    "advertising": Label.AD,
    "consent": Label.CONSENT,
    "newsletter": Label.NEWSLETTER,
    "paywall": Label.PAYWALL,
    "share": Label.SHARE,
    "navigation": Label.NAVIGATION,
    "dialog": Label.NAVIGATION,
    "form": Label.NAVIGATION,
    "footer": Label.NAVIGATION,
    "tags": Label.KEYWORDS,
}
"""Hint of a container → label of what is in it; the first that holds decides."""

BY_TOPIC: Final = {
    Topic.COUNTER: Label.COUNTER,
    Topic.ADVERTISING: Label.AD,
    Topic.CONSENT: Label.CONSENT,
    Topic.PAYWALL: Label.PAYWALL,
    Topic.LOCKED: Label.PAYWALL,
    Topic.METERED: Label.PAYWALL,
    Topic.PREMIUM: Label.PAYWALL,
    Topic.NEWSLETTER: Label.NEWSLETTER,
    Topic.SHARE: Label.SHARE,
    Topic.COMMENTS: Label.COMMENT,
    Topic.PROMOTION: Label.AD,
    Topic.COPYRIGHT: Label.NAVIGATION,
    Topic.READING_TIME: Label.OTHER,
    Topic.NAVIGATION: Label.NAVIGATION,
    Topic.TAGS: Label.KEYWORDS,
}
"""Topic of a line → its label; the first that holds decides."""

SHORT: Final = frozenset((Label.AD, Label.CONSENT, Label.NEWSLETTER, Label.PAYWALL, Label.SHARE, Label.KEYWORDS))
APPEAL: Final = 700.0  # weight of prose beyond which a container is a passage of the article, whatever it is called


def noise(view: View) -> Iterator[Labelled]:
    """Label noise by what containers are called and by what lines say."""
    by_place: dict[int, tuple[Label, str] | None] = {}
    for block in view.visible:
        topics = view.topics(block)
        if topics and (topic := next((t for t in BY_TOPIC if t in topics), None)):
            yield Labelled(block.index, BY_TOPIC[topic], Trust.TEXT + 0.05, f"says {topic}")
        place = block.place
        if place.index not in by_place:
            by_place[place.index] = by_container(view, place)
        if (known := by_place[place.index]) is not None and view.found.label(block.index) is not Label.TITLE:
            yield Labelled(block.index, known[0], Trust.TEXT + 0.05, known[1])


def by_container(view: View, place: Place) -> tuple[Label, str] | None:
    """Return the label that the containers around a block give it, and why; None where they say nothing."""
    if not view.around_place(place):
        return None
    for hint, label in BY_HINT.items():
        for around in place.up():
            if hint in view.hints(around):
                if label in SHORT and view.place_weights[around.index] > APPEAL:
                    continue
                return label, f"in a container called {hint}"
    return None
