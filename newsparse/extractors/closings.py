"""Lines of the kind that close a text and are none of it: who edited it, whose it is, a name with an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsparse.bylines.kinds import before_mail
from newsparse.document import Block, Kind
from newsparse.findings import Label, Labelled, Trust
from newsparse.letters import length, runs
from newsparse.lexicons import Topic
from newsparse.phrases import LONGEST as PHRASED
from newsparse.punctuation import ENDS
from newsparse.view import View

LONGEST: Final = 80  # letters of a name, a job and an address, or of a notice
# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
COPYRIGHT: Final = Topic.COPYRIGHT
CONTRIBUTION: Final = Topic.CONTRIBUTION
NOTICE: Final = Topic.NOTICE
RETITLED: Final = Topic.RETITLED
SIGNS: Final = ("©", "(c)", "(C)", "ⓒ")
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
COUNT: Final = 7  # digits of a number of readers, comments, shares
LAST: Final = 3  # blocks behind a notice that are no prose
WORDING: Final = 160  # characters of a headline with the words before it
WORDS: Final = 4  # of the longest name with its job
LOOSE: Final = (Kind.TEXT, Kind.PARAGRAPH)
ITEM: Final = Kind.ITEM
TRUST: Final = Trust.MARKUP + 0.1  # outweighs the scorer, which knows neither names nor addresses


def closings(view: View) -> Iterator[Labelled]:
    """Label short lines that are a name with an e-mail address, say who edited the text, or whose it is."""
    for block in view.visible:
        if block.kind not in LOOSE and block.kind is not ITEM:
            continue
        if is_retitled(view, block) or (is_told(view, block) and is_last(view, block)):
            yield Labelled(block.index, Label.OTHER, TRUST, "the headline once more, or a notice of the paper")
        if block.kind is ITEM or length(block.text) > LONGEST:
            continue
        if "@" in block.text and is_signed(block.text):
            yield Labelled(block.index, Label.BYLINE, TRUST, "a name or nothing before an e-mail address")
        elif COPYRIGHT in (topics := view.topics(block)) or is_notice(block.text):
            yield Labelled(block.index, Label.NAVIGATION, TRUST, "a short line that says whose the text is")
        elif is_count(view, block):
            yield Labelled(block.index, Label.COUNTER, TRUST, "a number between headline and text")
        elif CONTRIBUTION in topics and is_opened(view, block):
            yield Labelled(block.index, Label.OTHER, TRUST, "a short line that says who worked on the text")


def is_retitled(view: View, block: Block) -> bool:
    """Whether a line gives another wording of the headline and nothing else."""
    return RETITLED in view.topics(block) and len(block.text) <= WORDING and has_opening(view, block, RETITLED)


def is_told(view: View, block: Block) -> bool:
    """Whether a block near the end of the text is a notice of the paper; in long ones only the beginning says so."""
    return NOTICE in view.topics(block) or (len(block.text) > PHRASED and has_opening(view, block, NOTICE))


def is_last(view: View, block: Block) -> bool:
    """Whether no sentence goes on behind a block in its container, other notices aside."""
    after = view.doc.blocks[block.index + 1 : block.index + 1 + LAST]
    beside = (b for b in after if b.place.parent is block.place.parent and not view.topics(b))
    return not any(b.text[-1] in ENDS for b in beside)


def has_opening(view: View, block: Block, topic: Topic) -> bool:
    """Whether a block begins with a phrase of a topic."""
    return bool(view.words.phrases.prefix(block.text, topic))


def is_count(view: View, block: Block) -> bool:
    """Whether a block between headline and text is a number alone: comments, readers, shares."""
    region, text = view.found.region, block.text
    if len(text) > COUNT or region is None or region.headline is None or not view.free(block):
        return False
    return region.headline < block.index < region.first and "".join(runs(text)).isdecimal() and len(runs(text)) == 1


def is_signed(text: str) -> bool:
    """Whether a line is an e-mail address with a name before it at most; words written small make no name.

    A word in brackets may stand behind it: "(END)".
    """
    owner = before_mail(text)
    if owner is None and text.endswith(")"):
        owner = before_mail(text.rpartition("(")[0])
    if owner is None:
        return False
    words = owner.split()
    return len(words) <= WORDS and not any(word[0].islower() for word in words)


def is_notice(text: str) -> bool:
    """Whether a line opens with the sign of copyright and says a year: one of a picture's credit says none."""
    return text.startswith(SIGNS) and YEAR.search(text) is not None


def is_opened(view: View, block: Block) -> bool:
    """Whether a line begins with a word for work on the text, or for its source before one, and is no sentence."""
    opened = has_opening(view, block, CONTRIBUTION) or has_opening(view, block, Topic.SOURCE)
    return block.text[-1] not in ENDS and opened
