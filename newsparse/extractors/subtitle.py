"""The standfirst: what stands between headline and body and is set apart from both."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from itertools import takewhile
from typing import Final

from attrs import frozen

from newsparse import similarity
from newsparse.document import Block, Kind, Place
from newsparse.extractors._head_lines import is_long_enough, likeliest
from newsparse.extractors._lines_of_live import is_time
from newsparse.extractors._opening import Opening, is_alike, is_beside, is_margin, is_set_apart, opening, shape_of
from newsparse.findings import BODY_LABELS, Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.head_features import HeadFeatures
from newsparse.letters import length
from newsparse.lexicons import Topic, table
from newsparse.scorer import probability
from newsparse.view import View

LABELS: Final = frozenset(":：】]")  # what the label before a subtitle ends in
META_LABELS: Final = (Label.BYLINE, Label.TIMESTAMP)
KEYS: Final = ("description", "alternativeHeadline", "abstract")
NEAR: Final = range(-3, 13)  # lines from the headline on among which it stands there
ABLE: Final = -0.3  # log-odds from which a line is one: a first paragraph taken for a subtitle is the worse error
LONGEST: Final = 1000  # characters; a longer block is body
SHORTEST: Final = 12.0  # letters; shorter lines are labels
SENTENCE: Final = 40.0  # letters from which a line says something without further evidence
LINKED: Final = 0.5  # link share from which a block leads elsewhere
CUT: Final = 8  # words from which a description that breaks off is known again by its beginning
LEVELS: Final = 3  # containers around a block whose names tell what it is
OTHER: Final = frozenset(
    "caption credit byline bio timestamp share navigation advertising newsletter consent comments tags paywall"
    " related gallery summary factbox correction".split()
)
NAMED: Final = 2.0  # what a container called subtitle or standfirst is worth
DESCRIBED: Final = 2.1  # … the text being declared as the page's description
BESIDE: Final = 1.0  # … standing in one container with the headline
HEADING: Final = 1.0  # … being a heading
BOLD: Final = 1.0  # … being bold or italic as a whole
SHAPED: Final = 0.5  # … looking unlike the paragraphs of the body; twice that for a sentence
FOLLOWS: Final = 0.5  # … following the headline directly
ABOVE: Final = 0.5  # … standing above byline or date
LEADS: Final = 1.0  # … being a sentence in bold or a heading's type right above the first paragraph
LEAST: Final = 2.0  # score from which a block is a subtitle
SAME: Final = 0.8  # share of words from which two texts are the same
STOPS: Final = ".!…。！।۔؟"  # what a sentence ends with; a question may be the first of an interview
MOST: Final = 6  # blocks that make up a subtitle at most


@frozen
class Scored:
    """A block and what speaks for its being the subtitle."""

    block: Block
    """The block."""

    score: float
    """The sum of what speaks for it."""

    why: str
    """The strongest reason."""


def subtitle(view: View) -> Iterator[Finding]:
    """Propose the subtitle and label its blocks, and copies of them."""
    if view.doc.is_text:
        yield from of_text(view)
        return
    top = opening(view)
    descriptions = declared(view)
    last = max((at for at, block in enumerate(top.blocks) if is_meta(view, block)), default=-1)
    scored = [
        weigh(view, top, at, last, descriptions)
        for at, block in enumerate(top.blocks)
        if is_able(view, block, descriptions)
    ]
    best = max(scored, key=lambda s: (s.score, -s.block.index), default=None)
    if best is None or best.score < LEAST:
        return
    chosen = together(best, scored)
    text = unlabelled(view, " ".join(" ".join(block.text.split()) for block in chosen))
    source = f"block {chosen[0].index}" if len(chosen) == 1 else f"blocks {chosen[0].index} to {chosen[-1].index}"
    yield Candidate(Fields.subtitle, text, trust_of(best), source, blocks=tuple(block.index for block in chosen))
    for block in chosen:
        yield Labelled(block.index, Label.SUBTITLE, trust_of(best), best.why)
    yield from copies(top, chosen)


def unlabelled(view: View, text: str) -> str:
    """Return a subtitle without the label before it: "Summary: ", "摘要："."""
    label = view.words.phrases.prefix(text, Topic.SUMMARY)
    return text[len(label) :].lstrip() or text if label[-1:] in LABELS else text


def of_text(view: View) -> Iterator[Finding]:
    """Propose the line around the headline of raw text that most looks like the subtitle, and label it."""
    title = view.found.best(Fields.title)
    features = view.found.measured
    if title is None or not title.blocks or not isinstance(features, HeadFeatures):
        return
    lines, at = features.lines, title.blocks[0] - features.lines[0].index
    near = [at + far for far in NEAR if far and 0 <= at + far < len(lines) and is_able_line(view, lines[at + far])]
    # in simple markup a subtitle that nothing parts from the text looks like the first paragraph
    rows = {i: features.beside(i, at) for i in near} if view.doc.form == "text" else {}
    best = likeliest("subtitle", rows, ABLE)
    if best is not None and features.is_one_of_many(best[0]):
        best = None
    first = next((i for i in near if i > at and features.sizes[i] >= SENTENCE and features.is_silent(i)), None)
    if best is not None:
        yield from of_line(lines[best[0]], f"looks like the subtitle ({probability(best[1]):.0%})")
    elif (
        first is not None
        and features.is_apart(first)
        and not any(map(is_time, features.texts[max(0, first - 2) : first]))
    ):
        yield from of_line(lines[first], "set apart from the text by date or byline")


def of_line(line: Block, why: str) -> Iterator[Finding]:
    """Yield what follows from a line of raw text being the subtitle."""
    yield Candidate(Fields.subtitle, line.text, Trust.TEXT, f"line {line.source}", blocks=(line.index,))
    yield Labelled(line.index, Label.SUBTITLE, Trust.DECLARED, why)


def is_able_line(view: View, block: Block) -> bool:
    """Whether a line is long enough, and no step before has found it to be something else than text."""
    return is_long_enough(block, SHORTEST, float(LONGEST)) and (view.free(block) or view.label(block) in BODY_LABELS)


def trust_of(best: Scored) -> float:
    """Return how far to believe a subtitle: above body text in any case."""
    return Trust.AGREED if best.score >= NAMED + SHAPED + ABOVE else Trust.DECLARED


def declared(view: View) -> tuple[tuple[str, ...], ...]:
    """Return the words of what the page declares as its description."""
    page = view.doc.declared
    found = [text for name in table("_site")["description"] for text in page.meta.get(name, ())]
    for thing in page.objects(*table("_types")["pieces"]):
        found.extend(value for key in KEYS if isinstance(value := thing.get(key), str))
    return tuple(dict.fromkeys(similarity.words(unescape(text[: 2 * LONGEST])) for text in found))


def is_able(view: View, block: Block, descriptions: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a block can be a subtitle at all."""
    text = block.text
    if len(text) > LONGEST or length(text) < SHORTEST or not view.free(block) or block.link_share > LINKED:
        return False
    if not is_margin(block) or is_named(view, block):
        return True
    return block.kind is Kind.ROW and is_described(block, descriptions)  # a page whose columns are tables


def is_named(view: View, block: Block) -> bool:
    """Whether the block or what is directly around it is called subtitle."""
    return any("subtitle" in view.hints(place) for place in near(block))


def near(block: Block) -> Iterator[Place]:
    """Yield the block's container and those directly around it."""
    for place, _ in zip(block.place.up(), range(LEVELS), strict=False):
        yield place


def weigh(view: View, top: Opening, at: int, last: int, descriptions: tuple[tuple[str, ...], ...]) -> Scored:
    """Add up what speaks for a block; *last* is the last byline or date among the blocks."""
    block = top.blocks[at]
    size = length(block.text)
    spoken = block.text[-1] in STOPS
    named = is_named(view, block)
    told = (spoken or size >= SENTENCE) and is_described(block, descriptions)
    if is_other(view, block, named, told) or (size < SENTENCE and not (named or told)):
        return Scored(block, 0.0, "")
    score = HEADING * (block.kind is Kind.HEADING) + BOLD * is_set_apart(block)
    score += NAMED * named + DESCRIBED * told
    score += SHAPED * (1 + spoken) * (not is_alike(block, top.shape)) + FOLLOWS * (at == 0 and top.headline is not None)
    if score >= BOLD and is_last(view, top, at) and spoken:
        score += LEADS
    if top.headline is not None and top.body is not None:
        score += BESIDE * is_beside(block, top.headline, top.body)
    score += ABOVE * (at < last)
    return Scored(block, score, "called so" if named else "the declared description" if told else "set apart")


def is_last(view: View, top: Opening, at: int) -> bool:
    """Whether nothing but captions, bylines and dates stands between a block and the body."""
    return top.body is not None and all(
        is_margin(b) or is_meta(view, b) or not view.free(b) or len(b.text) < SENTENCE for b in top.blocks[at + 1 :]
    )


def is_other(view: View, block: Block, named: bool, told: bool) -> bool:
    """Whether names or words say that the block is something else."""
    hints = frozenset().union(*(view.hints(place) for place in near(block)))
    if named:
        return "summary" in hints
    if hints & (OTHER - {"related"} if told else OTHER):
        return True
    return bool(view.topics(block)) and not told


def is_meta(view: View, block: Block) -> bool:
    """Whether a block is a byline or a date."""
    if view.label(block) in META_LABELS or any(m.tag == "time" for m in block.marks):
        return True
    return any(view.hints(place) & {"byline", "timestamp"} for place in near(block))


def is_described(block: Block, descriptions: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a block says what the page declares as its description, or a piece of it."""
    words = similarity.words(block.text)
    for said in descriptions:
        if similarity.overlap(words, said) >= SAME:
            return True
        if len(words) > 2 and f" {' '.join(words)} " in f" {' '.join(said)} ":
            return True
        if len(said) > CUT and similarity.starts(words, said[:-1]):
            return True  # the description is cut off, its last word maybe in the middle
    return False


def together(best: Scored, scored: list[Scored]) -> list[Block]:
    """Return the best block and its neighbours of the same make."""
    at = scored.index(best)
    make = (shape_of(best.block), best.block.strong > 0)

    def fits(other: Scored) -> bool:
        return other.score >= LEAST and (shape_of(other.block), other.block.strong > 0) == make

    before = list(takewhile(fits, reversed(scored[:at])))
    after = list(takewhile(fits, scored[at + 1 :]))
    return [s.block for s in (*reversed(before), best, *after)][:MOST]


def copies(top: Opening, chosen: list[Block]) -> Iterator[Labelled]:
    """Label the other blocks in the opening that say the subtitle."""
    said = {similarity.fold(block.text) for block in chosen}
    for block in top.blocks:
        if block not in chosen and similarity.fold(block.text) in said:
            yield Labelled(block.index, Label.DUPLICATE, Trust.MARKUP + 0.06, "repeats the subtitle")
