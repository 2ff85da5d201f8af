"""The text as the page declares it, where it shows much less: written by scripts, or cut at a wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from newsparse import fragments, similarity, states
from newsparse.article import BodyBlock
from newsparse.findings import Candidate, Fields, Trust
from newsparse.lexicons import table
from newsparse.view import View

HALF: Final = 0.5  # share of the declared text below which the page shows much less; captions and boxes are no half
QUARTER: Final = 0.25  # share below which what is shown need not be of the article at all
SHORT: Final = 1500  # characters; a page that shows more is not written by scripts, so its state is not read
LEAST: Final = 300  # characters of a declared text that may stand for a body; a shorter one is a summary
OPENING: Final = 6  # words by which a paragraph is known again
FIRST: Final = 3  # paragraphs of the shown text, any of which may be its beginning
ALIKE: Final = 0.6  # share of words from which two wordings of a headline are one headline's
NOTE: Final = "declared body: the page shows less"


@frozen(eq=False)
class Told:
    """A declared text."""

    pieces: tuple[BodyBlock, ...]
    """The text."""

    source: str
    """Where it stands."""

    own: bool
    """Whether it stands with the headline of the page."""


def declared_body(view: View) -> Iterator[Candidate[tuple[BodyBlock, ...]]]:
    """Propose the declared text as body where the page shows less than half of it, or nothing."""
    best = view.found.best(Fields.body)
    shown = best.value if best else ()
    told = of_json_ld(view, shown) or (of_state(view, shown) if fragments.size(shown) < SHORT else None)
    if told is not None:
        yield Candidate(Fields.body, told.pieces, Trust.DECLARED, told.source, note=NOTE)


def of_json_ld(view: View, shown: tuple[BodyBlock, ...]) -> Told | None:
    """Return the fullest ``articleBody`` that may stand for what is shown."""
    shortest = max(LEAST, fragments.size(shown) / HALF)
    titles = titles_of(view)
    for thing in view.doc.declared.objects(*table("_types")["articles"]):
        raw = thing.get("articleBody")
        if isinstance(raw, str) and len(raw) > shortest:
            own = is_own(str(thing.get("headline") or thing.get("name") or ""), titles)
            told = Told(without_head(view, fragments.pieces(raw)), "json-ld articleBody", own)
            if may_replace(told, shown):
                return told
    return None


def of_state(view: View, shown: tuple[BodyBlock, ...]) -> Told | None:
    """Return the text in the embedded state that may stand for what is shown."""
    found = states.prose(view.doc.declared.states, titles_of(view))
    if found is None:
        return None
    told = Told(without_head(view, found[0]), f"state {found[1]}", found[2])
    return told if may_replace(told, shown) else None


def may_replace(told: Told, shown: tuple[BodyBlock, ...]) -> bool:
    """Whether a declared text is the article's, and much more of it than is shown."""
    have, all_ = fragments.size(shown), fragments.size(told.pieces)
    if all_ < LEAST or have > HALF * all_:
        return False
    if shown and begins_alike(told.pieces, shown):
        return True
    return told.own and have <= QUARTER * all_


def begins_alike(told: tuple[BodyBlock, ...], shown: tuple[BodyBlock, ...]) -> bool:
    """Whether the beginning of the shown text stands in the declared one."""
    whole = f" {similarity.fold(' '.join(piece.text for piece in told))} "
    openings = (similarity.words(piece.text)[:OPENING] for piece in shown[:FIRST])
    return any(len(words) == OPENING and f" {' '.join(words)} " in whole for words in openings)


def titles_of(view: View) -> list[str]:
    """Return the wordings of the headline."""
    best = view.found.best(Fields.title)
    declared = view.doc.declared
    return [t for t in (best.value if best else "", declared.first("og:title") or "", declared.title) if t]


def is_own(headline: str, titles: list[str]) -> bool:
    """Whether a headline is that of the page, in whatever wording; so is none, of an object that has no headline."""
    words = similarity.words(headline)
    return not words or any(similarity.overlap(words, similarity.words(title)) >= ALIKE for title in titles)


def without_head(view: View, found: tuple[BodyBlock, ...]) -> tuple[BodyBlock, ...]:
    """Return the pieces behind a headline and a standfirst that the declared text begins with."""
    heads = {similarity.fold(c.value) for f in (Fields.title, Fields.subtitle) if (c := view.found.best(f))}
    first = next((i for i, piece in enumerate(found) if similarity.fold(piece.text) not in heads), len(found))
    return found[first:]
