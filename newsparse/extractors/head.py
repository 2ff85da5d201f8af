"""The headline of raw text, and its copies; the subtitle follows when captions and bylines are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsparse import similarity
from newsparse.document import Block, Kind
from newsparse.extractors._copies import repeats
from newsparse.extractors._head_lines import features_of, is_long_enough
from newsparse.extractors._top_lines import around, glued
from newsparse.findings import BODY_LABELS, Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.head_features import HeadFeatures, alike
from newsparse.scorer import head_scorer, probability
from newsparse.view import View

LONGEST: Final = 320.0  # letters of a headline
SHORTEST: Final = 4.0  # letters; what is shorter is a number or a sign
LEAST: Final = -2.0  # log-odds from which the likeliest line is the headline: most heads have one
HEADED: Final = 4.0  # log-odds that being marked as a heading of the first level adds; some mark the site's name so
NONE: Final = -99.0  # the same for a line that cannot be one
DEEP: Final = 1.0  # log-odds by which a line below the beginning of the text must be the likelier
BELOW: Final = 3  # lines below the likeliest one in which another wording of the same headline may stand
CLOSE: Final = 3.0  # log-odds by which it may be the less likely
REWORDED: Final = 0.3  # share of words that two wordings have in common
SENTENCE: Final = ".,;…。，、।۔!"  # what a subtitle that says the headline again ends with
SURE: Final = 0.0  # log-odds from which what stands above the headline is no text of the article
STEPS: Final = (" » ", " > ", " › ", " → ", " / ")  # between the names of sections
STEP: Final = 30  # characters of the longest of these
REACH: Final = 60  # lines above the prose in which the headline is looked for
SMALL: Final = 0.2  # share of the letters of the text that may stand above the headline by mistake


def head(view: View) -> Iterator[Finding]:
    """Propose the line that most looks like the headline, label it and its copies; keep what was measured for later."""
    features = features_of(view) if view.doc.is_text else None
    if features is None:
        return
    yield features
    first = max(0, features.start - REACH)
    lines = features.lines
    able = [at for at in range(first, len(lines)) if is_long_enough(lines[at], SHORTEST, LONGEST)]
    scores = scored(features, [at for at in able if not is_path(lines[at].text)])
    best = chosen(features, scores, LEAST)
    if best is not None:
        headline = features.lines[best]
        yield from title_of(view, headline, scores[best])
        if scores[best] > SURE:
            yield from above(view, headline)


def is_path(text: str) -> bool:
    """Whether a line is a path of sections, as breadcrumbs are: short names with a sign between them."""
    sign = next((sign for sign in STEPS if text.count(sign) > 1), "")
    return bool(sign) and max(map(len, text.split(sign))) <= STEP


def scored(features: HeadFeatures, able: Sequence[int]) -> dict[int, float]:
    """Return the log-odds of lines being the headline; of what is too far below the likeliest one, a bound.

    The lines above the prose come first, from below: the sooner the headline is met, the less is asked of others.
    """
    score = head_scorer("title").score
    found: dict[int, float] = {}
    best = LEAST
    for at in sorted(able, key=lambda at: (at > features.start, -at)):
        line = features.lines[at]
        more = HEADED if line.level == 1 and line.kind is Kind.HEADING else 0.0
        found[at] = score(features.row(at), best - CLOSE - DEEP - more) + more
        best = max(best, found[at])
    return found


def chosen(features: HeadFeatures, scores: Mapping[int, float], least: float) -> int | None:
    """Return the likeliest line; of two wordings of one headline the lower: breadcrumbs stand above it."""
    best = max(scores, key=lambda at: (scores[at] - DEEP * (at > features.start), -at), default=None)
    if best is None or scores[best] <= least:
        return None
    for at in range(min(best + BELOW, features.start - 1), best, -1):
        near = scores.get(at, NONE) > scores[best] - CLOSE and features.texts[at][-1] not in SENTENCE
        if near and alike(features.stems[best], features.stems[at]) >= REWORDED:
            return at
    return best


def title_of(view: View, block: Block, score: float) -> Iterator[Finding]:
    """Yield what follows from a line being the headline."""
    found = glued(block.text, around(view, block))
    text = " ".join(found.title.split())
    raw = block.text if found.why else None
    source = f"line {block.source}"
    yield Candidate(Fields.title, text, Trust.TEXT, source, raw=raw, blocks=(block.index,))
    yield Labelled(block.index, Label.TITLE, Trust.AGREED, f"looks like the headline ({probability(score):.0%})")
    yield from repeats(view, block, {similarity.fold(block.text), similarity.fold(text)})


def above(view: View, headline: Block) -> Iterator[Labelled]:
    """Label what was taken for text above the headline, unless it is much of the text."""
    body = [b for b in view.visible if view.label(b) in BODY_LABELS]
    strange = [b for b in body if b.index < headline.index]
    if sum(len(b.text) for b in strange) <= SMALL * sum(len(b.text) for b in body):
        for block in strange:
            yield Labelled(block.index, Label.OTHER, Trust.DECLARED, "above the headline")
