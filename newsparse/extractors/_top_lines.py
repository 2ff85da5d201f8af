"""The topic line of raw text: above the headline, or glued to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from newsparse import similarity
from newsparse.document import Block, Kind
from newsparse.extractors._parts import EDGES, Parts, is_kicker
from newsparse.findings import Label
from newsparse.head_features import CLOSED, META, OPENING, PROSE, STEM, TELLING, alike, stems_of
from newsparse.letters import length, width
from newsparse.lexicons import Topic, table
from newsparse.tongues import words as small_words
from newsparse.view import View

MOST: Final = 260.0  # letters of a headline
DIGITS: Final = 5  # digits of a date
NUMERIC: Final = 0.2  # share of digits from which a line is one
REWORDED: Final = 0.4  # share of words that two wordings of one headline have in common; a topic line has its own
LEAST_WIDE: Final = 4  # characters of a topic line in a script without spaces; sections have two
NEAR: Final = 40  # lines around the headline in which a copy of it may show where its parts meet
LOOSE: Final = " : "
BARS: Final = "|/›>»·•"  # between the steps of a breadcrumb
QUOTES: Final = '"„“”«»「『'
COLONS: Final = 2  # a headline has one at most; with more, the first stands behind a topic line
PRINTED: Final = "printed in two lines"
GLUE: Final = ".:?!»”"  # what stands between a topic line and a title that were printed in two lines


def size(block: Block) -> float:
    """Return the length of a line in Latin letters."""
    return length(block.text)


def is_meta(view: View, block: Block) -> bool:
    """Whether a line is a byline, a date or a reading time."""
    if size(block) > PROSE:
        return False
    if view.label(block) in (Label.BYLINE, Label.TIMESTAMP) or view.topics(block) & META:
        return True
    digits = sum(c.isdigit() for c in block.text)
    return digits >= DIGITS and digits > NUMERIC * len(block.text)


def is_noise(view: View, block: Block) -> bool:
    """Whether a line is an entry of a list, a control, or called something by its words."""
    return block.kind in (Kind.ITEM, Kind.ROW, Kind.CONTROL) or bool(view.topics(block)) or is_meta(view, block)


def around(view: View, headline: Block) -> Sequence[Block]:
    """Return the lines around a headline, in which a copy of it may show where its parts meet."""
    return view.doc.blocks[max(0, headline.index - NEAR) : headline.index + NEAR]


def glued(text: str, lines: Sequence[Block]) -> Parts:
    """Cut a topic line off a title that it is glued to.

    A missing space tells them apart, a colon between two spaces, or one of the *lines* around that parts the words.
    """
    for at in range(2, len(text) - 1):
        if is_seam(text, at) and (found := parted(text, at)) is not None:
            return found
    if (at := first_colon(text) or genre_before(text)) > 0 and (found := parted(text, at)) is not None:
        return found
    if (at := loose_colon(text, lines)) > 0 and (found := parted(text, at)) is not None:
        return found
    if (at := parting_colon(text, lines)) > 0 and (found := parted(text, at)) is not None:
        return found
    line = parting_line(text, lines)
    last = similarity.words(line.partition(":")[2])
    at = similarity.tail_at(text, last) or 0 if last else 0
    found = parted(text, at) if at and ":" not in text[:at] else None
    return found or Parts(text)


def first_colon(text: str) -> int:
    """Return the end of a colon behind a stop, or of the first of several; 0 where there is none."""
    at = text.find(": ")
    if at <= 0:
        return 0
    spoken = any(mark in text for mark in QUOTES)  # what somebody said may have colons of its own
    return at + 1 if text[at - 1] in ".!?" or (text.count(": ") >= COLONS and not spoken) else 0


def genre_before(text: str) -> int:
    """Return the end of a genre without a mark behind it, and a capital that no sentence has there; 0 for none."""
    head, space, rest = text.partition(" ")
    word = rest.partition(" ")[0]
    sudden = word[:1].isupper() and word[1:].islower() and word.lower() in small_words()
    return len(head) if space and sudden and is_genre(head) else 0


def loose_colon(text: str, lines: Iterable[Block]) -> int:
    """Return where a colon stands between two spaces, 0 where none does or the *lines* are written so, as in French."""
    at = text.find(LOOSE)
    if at <= 0:
        return 0
    told = similarity.fold(text)
    others = [block.text for block in lines if ":" in block.text and similarity.fold(block.text) != told]
    usual = any(": " in line for line in others) and not any(LOOSE in line for line in others)
    return at + len(LOOSE) if usual else 0


def parting_colon(text: str, lines: Sequence[Block]) -> int:
    """Return the end of a colon that a copy of the line does not have, or that stands for its end; 0 for none."""
    before, _, after = text.partition(":")
    if not after.strip():
        return 0
    topic, told = similarity.fold(before), similarity.fold(text)
    for at, line in enumerate(lines):
        if ":" in line.text or len(line.text) > 2 * len(text):
            continue
        said = similarity.fold(line.text)
        if said == topic and at + 1 < len(lines):
            said = f"{said} {similarity.fold(lines[at + 1].text)}"
        if said == told:
            return len(before) + 1
    return 0


def is_seam(text: str, at: int) -> bool:
    """Whether a capital follows the end of a sentence, or a quotation a word, without the space that belongs there."""
    before, sign = text[at - 1], text[at]
    if before in GLUE:
        return text[at - 2].islower() and sign.isalpha() and not sign.islower()
    opens = sign in "„“«" or (sign == '"' and '"' not in text[:at])
    return opens and before.islower() and text[at + 1].isupper()


def parting_line(text: str, lines: Iterable[Block]) -> str:
    """Return the first line with the words of *text* in which a colon shows their seam; "" where there is none."""
    told = similarity.fold(text)
    able = (b.text for b in lines if ":" in b.text and size(b) <= MOST and b.text != text)
    return next((line for line in able if similarity.fold(line) == told), "")


def parted(text: str, at: int) -> Parts | None:
    """Return the parts before and after *at*; None where the first is no topic line, or the second no title."""
    kicker, title = text[:at].strip(EDGES), text[at:].strip()
    if not is_kicker(kicker) or len(title) < len(kicker) / 2 or " " not in title:
        return None
    return Parts(title, kicker, why=PRINTED)


def kicker_line(view: View, headline: Block) -> Block | None:
    """Return the short line above the headline; None where it is a section or says something else."""
    above = view.doc.blocks[max(0, headline.index - 2) : headline.index]
    if len(above) > 1 and is_meta(view, above[-1]):
        above = above[:-1]  # a date stands between the two
    line = above[-1] if above else None
    if line is None or line.text[-1] in CLOSED or not is_kicker(line.text):
        return None
    if is_genre(line.text):
        return line
    if is_noise(view, line) or is_headline(line.text) or is_path(view, line.text):
        return None
    if similarity.fold(headline.text) in similarity.fold(line.text):
        return None
    if parting_line(f"{line.text} {headline.text}", around(view, headline)):
        return line  # a copy has both in one line
    return line if is_topic(view, line, headline) else None


def is_path(view: View, text: str) -> bool:
    """Whether a line is a section, or leads from the front page to one."""
    found = steps(text)
    home = len(found) > 1 and Topic.NAVIGATION in view.words.phrases.topics(found[0])
    return home or all(map(is_section, found))


def is_headline(text: str) -> bool:
    """Whether a line is a headline of its own, or the rest of one."""
    return text[0].islower() or ": " in text


def steps(text: str) -> list[str]:
    """Return the sections that a line names one after the other, with bars between them or without a space."""
    parts = [text]
    for bar in BARS:
        parts = [step for part in parts for step in part.split(bar)]
    return [step for part in parts if part.strip() for step in unglued(part.strip())]


def unglued(text: str) -> list[str]:
    """Cut a line at the first capital inside a word, where a section stands before it."""
    for at in range(1, len(text)):
        if text[at].isupper() and text[at - 1].islower() and is_section(text[:at]):
            return [text[:at], *unglued(text[at:])]
    return [text]


def is_genre(text: str) -> bool:
    """Whether a line says what kind of text stands below it: "Interview", "Opinion"."""
    return similarity.fold(text) in folded("genres")


def is_section(text: str) -> bool:
    """Whether a line says in which part of the paper a text stands: "Sport", "World"."""
    return similarity.fold(text) in folded("sections")


@cache  # package data, two entries
def folded(kind: str) -> frozenset[str]:
    """Return the lines of one kind in all languages: papers mix them."""
    return frozenset(similarity.fold(line) for lines in table("_top_lines")[kind].values() for line in lines)


def is_topic(view: View, line: Block, headline: Block) -> bool:
    """Whether the article speaks of half of a line's words, in whatever form; one that has a copy is a section."""
    words = similarity.words(line.text)
    if not words or not any(c.isalpha() for c in line.text) or is_run_together(line.text):
        return False
    if has_copy(view, line, headline) or is_wording(line, headline):
        return False
    if width(line.text) > 1 and len(line.text) < LEAST_WIDE:
        return False
    below = view.doc.blocks[headline.index : headline.index + 4 * OPENING]
    said = {w for block in below for w in similarity.words(block.text)}
    stems = {w[:STEM] for w in said if len(w) >= STEM}
    telling = [w for w in words if len(w) >= TELLING or width(w) > 1] or list(words)
    ends = tuple(w for w in said if len(w) >= TELLING or width(w) > 1)
    return 2 * sum(w in said or w[:STEM] in stems or w.endswith(ends) for w in telling) >= len(telling)


def is_wording(line: Block, headline: Block) -> bool:
    """Whether a line says what the headline does, in other words, as the last step of a breadcrumb does."""
    return alike(stems_of(line.text), stems_of(headline.text)) >= REWORDED


def has_copy(view: View, line: Block, headline: Block) -> bool:
    """Whether the same line stands on the page again, as entries of menus do, and not above a copy of the headline."""
    said = line.text.casefold()
    same = [block.index for block in view.doc.blocks if block.text.casefold() == said and block.index != line.index]
    below = [view.doc.blocks[at + 1 : at + 2] for at in same]
    return not all(near and near[0].text == headline.text for near in below)


def is_run_together(text: str) -> bool:
    """Whether a line is several entries of a list without the spaces between them."""
    return sum(one.islower() and two.isupper() for one, two in pairwise(text)) > 1
