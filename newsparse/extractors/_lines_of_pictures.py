"""Which lines of raw text are printed with pictures: there only wording, repetition and order tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.credits import has_marker, is_credit, part
from newsparse.document import Block, Kind, Picture
from newsparse.extractors._scene import Span, decoration, text_key
from newsparse.extractors._shots import CLAIMED, Shot
from newsparse.findings import Fields, Label
from newsparse.lexicons import Topic
from newsparse.punctuation import ENDS
from newsparse.view import View

LONGEST: Final = 500  # characters of a caption that carries its credit
UNSURE: Final = 200  # characters of a whole sentence above a credit line that is still a caption
ABOVE: Final = 8  # lines above the text in which captions may stand
TWICE: Final = 4  # lines between two copies of a caption
MOST: Final = 0.6  # share of the prose that captions and their copies can make up; where more stands twice, all does
COPIED: Final = 20  # letters from which a repeated line is no label
QUOTES: Final = '"“„«»「『–—'  # what someone's words begin with
SENTENCE: Final = 60  # letters from which a repeated line is no headline of a teaser
LABELS: Final = frozenset((Topic.COMMENTS, Topic.COUNTER, Topic.SHARE, Topic.READING_TIME))  # lines above a picture
BYLINES: Final = frozenset((Topic.BYLINE, Topic.SOURCE, Topic.CONTRIBUTION, Topic.RELATED, Topic.READ_ALSO))


def shots_in_text(view: View, span: Span) -> list[Shot]:
    """Return what is printed with the pictures of an article in raw text, in page order."""
    blocks = view.doc.blocks[start_of(view, span) : span.last + 3]
    lines = [b for b in blocks if view.label(b) not in CLAIMED and b.kind is not Kind.HEADING]
    pictures = [p for p in view.doc.pictures if not decoration(p)]
    at = {p.at: p for p in reversed(pictures)}
    shots: list[Shot] = []
    taken: set[int] = set()
    for before, block in zip([None, *lines], lines, strict=False):
        if block.index in taken:
            continue
        if credits(view, block):
            said = [before] if before and before.index not in taken and captioned(view, before, block) else []
            if not said and block.index > span.last:
                continue  # the last line of the text may as well credit the text
            shots.append(Shot(block.index, block.place, None, said, [block]))
        elif carries(view, block, span):
            shots.append(Shot(block.index, block.place, at.get(block.index), [block]))
        taken.update(b.index for s in shots[-1:] for b in (*s.said, *s.credited))
    if view.doc.form == "text" or not pictures:  # in markup the repetition may be an alternative text
        twice = list(repeated(view, lines))
        if sum(map(view.weight, twice)) <= MOST * sum(map(view.weight, lines)):
            shots.extend(Shot(b.index, b.place, None, [b]) for b in twice if b.index not in taken)
    seen = {s.picture.index for s in shots if s.picture}
    bare = (Shot(p.at, p.place, p) for p in pictures if p.index not in seen and within(span, p))
    return sorted([*shots, *bare], key=lambda s: s.at)


def start_of(view: View, span: Span) -> int:
    """Return the first line below the headline, or a few lines above the text where the headline is unknown."""
    best = view.found.best(Fields.title)
    above = best.block if best is not None else None
    return above + 1 if above is not None and above < span.first else max(0, span.first - ABOVE)


def credits(view: View, block: Block) -> bool:
    """Whether a line is the credit of a picture and nothing else."""
    topics = view.topics(block)
    marked = Topic.CREDIT in topics or "/" in block.text
    return marked and not topics & BYLINES and is_credit(block.text, view.words)


def carries(view: View, block: Block, span: Span) -> bool:
    """Whether a line is a caption that opens as one, or that a credit closes."""
    topics = view.topics(block)
    if len(block.text) > LONGEST or topics & BYLINES:
        return False
    if Topic.CAPTION in topics and block.text[-1] in ENDS:
        return True
    marked = has_marker(block.text, view.words, view.runs(block)) or "＝" in block.text
    if not marked and (block.index >= span.last - 1 or (block.text[-1] in ENDS and "/" not in block.text)):
        return False  # one agency at the very end signs the text; a credit of names ends in no stop
    printed = part(block.text, view.words)
    if printed.credit is None or printed.caption is None or not is_told(view, block, printed.caption):
        return False
    return marked or is_named(block.text, printed.caption, printed.credit)


def is_told(view: View, block: Block, caption: str) -> bool:
    """Whether what stands before a credit says something: it may be the day, and the credit the source of the text."""
    return any(map(str.isalpha, caption)) and not dates(view, block)


def is_named(text: str, caption: str, credit: str) -> bool:
    """Whether a credit without a marker is a picture's: of several names, or short and behind a sentence."""
    names = "/" in credit or (" " in credit and text[-1] not in ENDS)
    return names or (len(text) <= UNSURE and caption[-1] in ENDS and text[-1].isalpha())


def captioned(view: View, above: Block, credit: Block) -> bool:
    """Whether the line above a credit is the caption."""
    if above.index != credit.index - 1 or len(above.text) > LONGEST or dates(view, above):
        return False
    if not LABELS.isdisjoint(view.topics(above)):
        return False
    if Topic.CAPTION in view.topics(above) or above.text[-1] not in ENDS:
        return True
    spoken = above.text[0] in QUOTES and above.text[-1] in ENDS
    return len(above.text) <= UNSURE and view.label(above) is not Label.BODY and not spoken


def dates(view: View, block: Block) -> bool:
    """Whether the article's date was read from a line."""
    return any(c.block == block.index for f in (Fields.published, Fields.modified) for c in view.found.candidates(f))


def repeated(view: View, lines: list[Block]) -> Iterator[Block]:
    """Yield lines that stand twice within a few lines: alternative text and caption, or one caption for each screen."""
    last: dict[str, int] = {}
    credit_at = {b.index for b in lines if credits(view, b)}
    initials = [initial(block.text) for block in lines]
    for n, block in enumerate(lines):
        near = initials[max(0, n - TWICE) : n] + initials[n + 1 : n + TWICE + 1]
        able = COPIED <= len(block.text) <= LONGEST and (initials[n] in near or "" in near or not initials[n])
        key = text_key(block.text) if able else ""
        if len(key) >= COPIED:
            before = last.get(key)
            if before is not None and n - before <= TWICE:
                pair = (lines[before], block)
                if (len(key) >= SENTENCE and block.text[-1] in ENDS) or any(b.index + 1 in credit_at for b in pair):
                    yield from pair
            last[key] = n


def initial(text: str) -> str:
    """Return the letter or digit that a text begins with, as copies are compared; "" where it begins with a sign."""
    return text[0].casefold()[0] if text[0].isalnum() else ""


def within(span: Span, picture: Picture) -> bool:
    """Whether a picture stands between headline and last paragraph."""
    return span.first <= picture.at <= span.last
