"""The declared wording that stands for the headline as it is shown."""

from __future__ import annotations

from typing import Final

from newsparse import similarity
from newsparse.declared import Declared
from newsparse.extractors._headline import Headline
from newsparse.extractors._wordings import Wording
from newsparse.lexicons import table
from newsparse.view import View

HEADLINE: Final = "json-ld headline"
SHARED: Final = "meta og:title"
PUBLIC: Final = frozenset((HEADLINE, SHARED, "microdata headline", "meta twitter:title"))
"""Declarations that are read outside the page: what they say is meant to stand for the article."""
SAME: Final = 0.6  # share of words without which two wordings are two headlines
LINE: Final = 2  # how much longer a line that repeats a title may be, by buttons and times in it


def standing_for(view: View, wordings: tuple[Wording, ...], shown: Headline) -> Wording | None:
    """Return the declared wording to give for the headline that is shown; None where the shown one is right."""
    return with_kicker(view, wordings, shown) or of_news(view.doc.declared, wordings, shown)


def with_kicker(view: View, wordings: tuple[Wording, ...], shown: Headline) -> Wording | None:
    """Return kicker and title in one, where the heading holds both and the page nowhere has the title alone."""
    title = similarity.words(shown.parts.title)
    if not shown.parts.kicker or any(wording.words == title for wording in wordings):
        return None
    whole = similarity.words(shown.parts.kicker) + title
    both = next((w for w in wordings if w.words == whole and w.sources & {HEADLINE, SHARED}), None)
    return both if both is not None and not is_shown_alone(view, shown) else None


def is_shown_alone(view: View, shown: Headline) -> bool:
    """Whether a line elsewhere on the page begins with the title and not with its kicker, in a bar or a player."""
    title = similarity.words(shown.parts.title)
    size = len(shown.parts.title)
    lines = (b.text for b in view.visible if b is not shown.block and size <= len(b.text) <= LINE * size)
    return any(similarity.starts(similarity.words(line), title) for line in lines)


def of_news(declared: Declared, wordings: tuple[Wording, ...], shown: Headline) -> Wording | None:
    """Return the headline of a news item that JSON-LD and og:title agree on, where neither says the shown one.

    Pages that are no news have wordings for search engines there.
    """
    title = similarity.words(shown.parts.title)
    if any(w.words == title and w.sources & PUBLIC for w in wordings):
        return None
    if not any(declared.objects(*table("_types")["news_results"])):
        return None
    known = (title, similarity.words(shown.parts.kicker) + title)
    agreed = (w for w in wordings if w.words not in known and w.sources >= {HEADLINE, SHARED})
    return next((w for w in agreed if similarity.overlap(w.words, title) >= SAME), None)
