"""The text of the article where there is no markup: what the sequence of the lines shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import Final

from newsparse.document import Block, Kind
from newsparse.extractors._lines_of_live import entries
from newsparse.findings import Finding, Label, Labelled, Region, Trust
from newsparse.head_features import is_dateline, stems_of
from newsparse.letters import is_unstopped, length, letters, width
from newsparse.lexicons import Topic
from newsparse.line_features import CLOSERS, LineFeatures
from newsparse.punctuation import ENDS, STOPS
from newsparse.scorer import line_scorer, probability
from newsparse.view import View

LABELS: Final = {
    Kind.HEADING: Label.HEADING,
    Kind.ITEM: Label.ITEM,
    Kind.QUOTE: Label.QUOTE,
    Kind.ROW: Label.ROW,
}
HEADING: Final = 100  # letters of the longest sub-heading
LONGER: Final = 1.5  # how many times as long the paragraph below a sub-heading is at least
CERTAINTY: Final = 0.05  # trust that certainty adds, for steps that weigh against it
MENU: Final = 9.0  # log-odds against an entry of a menu
TEASERS: Final = 4  # headlines with a sentence each that make a list; an article may have fewer such sub-headings
SUMMARY: Final = 160  # letters of the longest sentence under a headline: two lines
OFFERS: Final = frozenset((Topic.PAYWALL, Topic.LOCKED, Topic.METERED, Topic.PREMIUM, Topic.ADVERTISING))
ABOVE: Final = 2  # lines above a teaser's sentence: its headline, and a time or a label between them
LEFT: Final = 35  # letters of the shortest sentence that is not left out
SHARED: Final = 0.4  # share of its telling words that the text has, too
FEW: Final = 3  # such words; fewer say no more
SPOKEN: Final = '"“„«»‘‹「『–—'  # what someone's words begin with
HEADLINE: Final = 15  # letters of the shortest headline; shorter lines are times and labels
GUESS: Final = 0.1  # log-odds of prose that does not look like an article


def lines(view: View) -> Iterator[Finding]:
    """Label the lines of raw text that are text of the article, and menus; say where the article lies."""
    blocks = view.visible
    if not view.doc.is_text or not blocks:
        return
    features = LineFeatures(view, blocks)
    scores = scored(features)
    behind = completed(view, features, scores)
    if is_list_of_teasers(view, blocks, scores):
        scores = [min(score, 0.0) for score in scores]
    chosen = [block for block, score in zip(blocks, scores, strict=True) if score > 0]
    if chosen:
        sure = chosen[: len(chosen) - behind] or chosen  # what a single sentence may be does not reach farther
        yield Region(chosen[0].index, sure[-1].index, view.doc.places[0])
        yield from correspondents(view, chosen)
    follows = dict(zip((b.index for b in chosen), chosen[1:], strict=False))
    for at, (block, score) in enumerate(zip(blocks, scores, strict=True)):
        if score > 0:
            label = LABELS.get(block.kind) or shape_of(block, follows.get(block.index))
            # of a short line the words of a lexicon tell more than its neighbours do
            likely = probability(score)
            trust = Trust.MARKUP + CERTAINTY * likely if features.weights[at] else Trust.TEXT
            yield Labelled(block.index, label, trust, f"looks like text of the article ({likely:.0%})")
        elif features.menus[at]:
            yield Labelled(block.index, Label.NAVIGATION, Trust.SHAPE, "in a run of short lines")


def completed(view: View, features: LineFeatures, scores: list[float]) -> int:
    """Take for text what the trees have left out; return how many lines of it stand below all else."""
    blocks = features.blocks
    for at in list(resumed(view, blocks, features, scores)):
        scores[at] = GUESS
    for at in list(ending(view, blocks, scores)):
        scores[at] = GUESS
    for at in [*listed(view, blocks, scores), *entries(view, blocks, scores)]:
        scores[at] = GUESS
    behind = list(left_out(view, features, scores))
    for at in behind:
        scores[at] = GUESS
    return len(behind)


def scored(features: LineFeatures) -> list[float]:
    """Return the log-odds of every line; where none speaks for text, the densest stretch of prose does.

    A page of menus and nothing else has no text.
    """
    scores = log_odds(features, least=0.0)
    if any(score > 0 for score in scores):
        return scores
    scores = log_odds(features, least=-inf)  # which of the lines that do not look like text looks most like it
    first, last = features.span
    best = max(scores[first : last + 1])
    if best <= -MENU:
        return scores
    return [GUESS if first <= at <= last and (features.weights[at] or s == best) else s for at, s in enumerate(scores)]


def correspondents(view: View, chosen: Sequence[Block]) -> Iterator[Labelled]:
    """Label lines in capitals above a dateline that say who reports from there, without a name: they open the text."""
    for block in chosen:
        line = view.doc.blocks[max(0, block.index - 1)]
        if not line.text.isupper() or not is_dateline(block.text):
            continue
        if view.words.phrases.prefix(line.text, Topic.BYLINE) == line.text:
            yield Labelled(line.index, Label.BODY, Trust.DECLARED, "says who reports from the place below")


def log_odds(features: LineFeatures, least: float) -> list[float]:
    """Return the log-odds of every line, where they are more than *least*."""
    score = line_scorer().score
    return [-MENU if menu else score(features.row(at), least) for at, menu in enumerate(features.menus)]


def resumed(view: View, blocks: Sequence[Block], features: LineFeatures, scores: Sequence[float]) -> Iterator[int]:
    """Yield the prose by which the text goes on below offers: prose that shares a long word with the text."""
    going, offered = -1, False  # the last line of the text or of offers below it, and whether there were any
    for at, block in enumerate(blocks):
        if scores[at] > 0:
            going, offered = at if features.weights[at] else -1, False
        elif going == at - 1 >= 0:
            said = view.topics(block)
            if not OFFERS.isdisjoint(said):
                going, offered = at, True
            elif offered and features.weights[at] and features.overlap[at] > 0 and not said:
                yield at
                going = at


def ending(view: View, blocks: Sequence[Block], scores: Sequence[float]) -> Iterator[int]:
    """Yield the sentences between the text and the end of the page, where nothing but lines with a meaning follow.

    Below a text that goes on to the end there are no teasers: these have headlines, which are no sentences.
    """
    last = max((at for at, score in enumerate(scores) if score > 0), default=len(blocks))
    run = last + 1
    while run < len(blocks) and is_sentence(blocks[run].text) and not view.topics(blocks[run]):
        run += 1
    if all(view.topics(block) or "@" in block.text for block in blocks[run:]):
        yield from range(last + 1, run)


def listed(view: View, blocks: Sequence[Block], scores: Sequence[float]) -> Iterator[int]:
    """Yield the items without links that stand in the text, and the sub-heading over them, where others are linked.

    Renderings without links do not tell a list of the article from one of offers.
    """
    if not any(block.links for block in blocks):
        return
    inside = [score > 0 for score in scores]
    last = max((at for at, text in enumerate(inside) if text), default=-1)
    at = 0
    while at < last:
        if inside[at] or blocks[at].kind is not Kind.ITEM:
            if at and inside[at - 1] and not inside[at] and inside[at + 1] and is_heading(view, blocks[at]):
                yield at
            at += 1
            continue
        end = at
        while end < last and blocks[end].kind is Kind.ITEM and not inside[end]:
            end += 1
        head = at - 1 if at and is_heading(view, blocks[at - 1]) and not inside[at - 1] else at
        below = inside[end] or is_heading(view, blocks[end])
        if head and inside[head - 1] and below and all(is_plain(view, block) for block in blocks[at:end]):
            yield from range(head, end)
        at = end


def is_plain(view: View, block: Block) -> bool:
    """Whether a line has no links, and its words say nothing of noise."""
    return not block.links and not view.topics(block)


def is_heading(view: View, block: Block) -> bool:
    """Whether a line is marked as a heading, and is no heading of other articles."""
    return block.kind is Kind.HEADING and is_plain(view, block)


def left_out(view: View, features: LineFeatures, scores: Sequence[float]) -> Iterator[int]:
    """Yield the sentence right below the text that speaks of the same, or begins with someone's words."""
    chosen = [at for at, score in enumerate(scores) if score > 0]
    at = chosen[-1] + 1 if chosen else len(scores)
    if at == len(scores) or not is_told(view, features, at):
        return
    known = frozenset().union(*(stems_of(features.texts[i]) for i in chosen))
    stems = stems_of(features.texts[at])
    if features.texts[at][0] in SPOKEN or len(stems & known) >= SHARED * max(FEW, len(stems)):
        yield at


def is_told(view: View, features: LineFeatures, at: int) -> bool:
    """Whether a line is a sentence, stands once on the page, and its words say nothing of noise."""
    text = features.texts[at]
    if not is_sentence(text) or letters(text) * width(text) < LEFT or view.topics(features.blocks[at]):
        return False
    return not (features.before[at] or features.after[at])


def is_list_of_teasers(view: View, blocks: Sequence[Block], scores: Sequence[float]) -> bool:
    """Whether what looks like text is headlines in turn with a short sentence each, and nowhere a stretch of prose.

    A live blog may look the same, but says what it is.
    """
    teasers = others = 0
    for at, block in enumerate(blocks):
        near = scores[max(0, at - ABOVE) : at + 1]
        if not is_sentence(block.text) or max(near) <= 0:
            continue
        if letters(block.text) * width(block.text) > SUMMARY:
            return False
        above = [other.text for other in blocks[max(0, at - ABOVE) : at]][::-1]
        if len(above) > 1 and not is_headline(above[0]) and not is_sentence(above[0]):
            above = above[1:]  # a time or a label stands between
        under = bool(above) and is_headline(above[0])
        teasers, others = teasers + under, others + (not under)
    return teasers >= TEASERS * (others + 1) and not any(Topic.LIVE in view.topics(block) for block in blocks)


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip(CLOSERS)[-1:] in ENDS or is_unstopped(text)


def is_headline(text: str) -> bool:
    """Whether a line can be a headline: long enough for one, and no sentence."""
    return letters(text) * width(text) >= HEADLINE and not is_sentence(text)


def shape_of(block: Block, follows: Block | None) -> Label:
    """Return whether a line is a sub-heading: short, without an end, and a paragraph below it."""
    text = block.text
    size = length(text)
    if size > HEADING or follows is None or follows.index != block.index + 1 or text[-1] in STOPS + ",;":
        return Label.BODY
    return Label.HEADING if len(follows.text) >= LONGER * len(text) and follows.text[-1] in STOPS else Label.BODY
