"""What is not the article: menus, footers, advertisements, appeals, sharing, comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.document import Block, Kind, Place
from newsparse.findings import Label, Labelled, Trust
from newsparse.letters import width
from newsparse.lexicons import Topic
from newsparse.view import View

BY_HINT: Final = {
    "embed": Label.EMBED,
    "machine": Label.OTHER,
    "poll": Label.OTHER,
    "comments": Label.COMMENT,
    "consent": Label.CONSENT,
    "advertising": Label.AD,
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

SHORT: Final = frozenset(
    (Label.AD, Label.CONSENT, Label.NEWSLETTER, Label.PAYWALL, Label.SHARE, Label.KEYWORDS, Label.OTHER)
)
OUTRIGHT: Final = frozenset(("embed", "machine", "poll"))
"""Hints of what the author did not write: posts, summaries by a machine, questions to readers. It is prose, so that
the scorer cannot tell."""

PLAIN: Final = frozenset(
    (Topic.ADVERTISING, Topic.CONSENT, Topic.COUNTER, Topic.LOCKED, Topic.NEWSLETTER, Topic.PREMIUM, Topic.SHARE)
)
TITLE: Final = Label.TITLE  # bound once: looking up a member takes Python 3.11 as long as a call
LOOSE: Final = (Kind.TEXT, Kind.PARAGRAPH)
LINE: Final = 60  # characters of a line that is nothing but a label or a control, when it says one of these
HEAP, SAMPLE = 1000, 5000  # characters from which words may be a heap, and of it that are looked at
WIDE: Final = 1.5  # letters that a character is worth in scripts that put no spaces between words
TERM, PAUSE = 15, 200  # characters at most between two spaces, and at least between two marks of punctuation
PAUSES: Final = "，、。！？；：,.!?;:"
RATE: Final = 5  # characters of a rate of playing
TIMES: Final = ("x", "X", "×")
HINTS: Final = tuple(BY_HINT)
NOISY: Final = frozenset(BY_HINT)
TRUST: Final = Trust.TEXT + 0.05  # the scorer's verdict "text of the article" outweighs a name
SURE: Final = Trust.MARKUP + 0.1  # outweighs the scorer: name and words agree, or a post of others, which is prose too
PROSE: Final = 60.0  # weight of prose of a live blog, which a ticker of headlines has not
APPEAL: Final = 700.0  # weight of prose beyond which a container is a passage of the article, whatever it is called


def noise(view: View) -> Iterator[Labelled]:
    """Label noise by what containers are called and by what lines say."""
    verdicts = by_container(view)
    for block in view.visible:
        topics = view.topics(block)
        topic = next((t for t in BY_TOPIC if t in topics), None) if topics else None
        hint = verdicts[block.place.index] if view.found.label(block.index) is not TITLE else ""
        agreed = topic and hint and BY_TOPIC[topic] is BY_HINT[hint]
        if topic:
            sure = agreed or (len(block.text) <= LINE and is_label(view, block, topics))
            trust = Trust.PROFILE if topic in view.site_topics(block) else SURE if sure else TRUST
            yield Labelled(block.index, BY_TOPIC[topic], trust, f"says {topic}")
        elif is_rate(block.text):
            yield Labelled(block.index, Label.COUNTER, SURE, "a rate of playing")
        elif len(block.text) >= HEAP and is_heap(block.text):
            yield Labelled(block.index, Label.KEYWORDS, SURE, "words without any grammar")
        if hint:
            trust = SURE if agreed or hint in OUTRIGHT else TRUST
            yield Labelled(block.index, BY_HINT[hint], trust, f"in a container called {hint}")


def is_label(view: View, block: Block, topics: frozenset[Topic]) -> bool:
    """Whether a short line is nothing but a label or a control; headings, items, cells and single words may look so."""
    if block.kind is Kind.HEADING:
        return False
    if not PLAIN.isdisjoint(topics):
        return True
    return block.kind in LOOSE and " " in block.text and view.words.phrases.is_whole(block.text)


def is_heap(text: str) -> bool:
    """Whether a text in a script without spaces is words with spaces between them and no punctuation: search terms."""
    sample = text[:SAMPLE]
    if width(sample) < WIDE:
        return False
    return TERM * sample.count(" ") > len(sample) > PAUSE * sum(map(sample.count, PAUSES))


def is_rate(text: str) -> bool:
    """Whether a line is a choice of how fast to play: "1.5x"."""
    return len(text) <= RATE and text[-1:] in TIMES and text[:-1].replace(".", "").replace(",", "").isdigit()


def by_container(view: View) -> list[str]:
    """Return, by place, the hint that makes noise of what is in it; "" where none does.

    Of the hints of a container and those around it, the first of ``BY_HINT`` decides.
    """
    ranks: list[int] = []
    told, asking = view.own_hints, asking_consent(view)
    for place in view.doc.places:  # parents before children
        rank = ranks[place.parent.index] if place.parent is not None else len(HINTS)
        if (hints := told[place.index]) and not NOISY.isdisjoint(hints):
            before = enumerate(HINTS[:rank])
            rank = next((n for n, hint in before if hint in hints and holds(view, place, hint, asking)), rank)
        ranks.append(rank)
    names = (*HINTS, "")
    return [names[rank] for rank in ranks]


def holds(view: View, place: Place, hint: str, asking: set[int]) -> bool:
    """Whether a container is small enough to be what its name says; one about cookies lists them all."""
    if hint == "navigation" and "live" in view.own_hints[place.index] and is_live_blog(view, place):
        return False
    if BY_HINT[hint] not in SHORT or view.place_weights[place.index] <= APPEAL:
        return True
    return hint == "consent" and place.index in asking


def is_live_blog(view: View, place: Place) -> bool:
    """Whether a ticker is a live blog, or stands in one: it holds text, and not only headlines that run along."""
    return any("live" in view.own_hints[p.index] and view.place_weights[p.index] >= PROSE for p in place.up())


def asking_consent(view: View) -> set[int]:
    """Return the containers, by place, of the lines that ask for consent."""
    found: set[int] = set()
    for block in view.saying(Topic.CONSENT):
        place: Place | None = block.place
        while place is not None and place.index not in found:
            found.add(place.index)
            place = place.parent
    return found
