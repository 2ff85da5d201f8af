"""Lines of the kind that close a text and are none of it: who edited it, whose it is, a name with an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsparse.bylines.kinds import before_mail
from newsparse.document import Block, Kind
from newsparse.findings import Label, Labelled, Trust
from newsparse.letters import length
from newsparse.lexicons import Topic
from newsparse.punctuation import ENDS
from newsparse.view import View

LONGEST: Final = 80  # letters of a name, a job and an address, or of a notice
# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
COPYRIGHT: Final = Topic.COPYRIGHT
CONTRIBUTION: Final = Topic.CONTRIBUTION
SIGNS: Final = ("©", "(c)", "(C)", "ⓒ")
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
WORDS: Final = 4  # of the longest name with its job
LOOSE: Final = (Kind.TEXT, Kind.PARAGRAPH)
TRUST: Final = Trust.MARKUP + 0.1  # outweighs the scorer, which knows neither names nor addresses


def closings(view: View) -> Iterator[Labelled]:
    """Label short lines that are a name with an e-mail address, say who edited the text, or whose it is."""
    for block in view.visible:
        if block.kind not in LOOSE or length(block.text) > LONGEST:
            continue
        if "@" in block.text and is_signed(block.text):
            yield Labelled(block.index, Label.BYLINE, TRUST, "a name or nothing before an e-mail address")
        elif COPYRIGHT in (topics := view.topics(block)) or is_notice(block.text):
            yield Labelled(block.index, Label.NAVIGATION, TRUST, "a short line that says whose the text is")
        elif CONTRIBUTION in topics and is_opened(view, block):
            yield Labelled(block.index, Label.OTHER, TRUST, "a short line that says who worked on the text")


def is_signed(text: str) -> bool:
    """Whether a line is an e-mail address with a name before it at most; words written small make no name."""
    owner = before_mail(text)
    if owner is None:
        return False
    words = owner.split()
    return len(words) <= WORDS and not any(word[0].islower() for word in words)


def is_notice(text: str) -> bool:
    """Whether a line opens with the sign of copyright and says a year: one of a picture's credit says none."""
    return text.startswith(SIGNS) and YEAR.search(text) is not None


def is_opened(view: View, block: Block) -> bool:
    """Whether a line begins with a word for work on the text and is no sentence."""
    return block.text[-1] not in ENDS and bool(view.words.phrases.prefix(block.text, CONTRIBUTION))
