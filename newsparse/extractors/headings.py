"""Sub-headings and interview questions that the markup does not name, and headings with nothing below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsparse.document import Block, Kind
from newsparse.findings import BODY_LABELS, Label, Labelled, Trust
from newsparse.letters import length
from newsparse.punctuation import STOPS
from newsparse.view import View

HEADING: Final = Kind.HEADING  # bound once: looking up a member takes Python 3.11 as long as a call
LONGEST: Final = 100.0  # letters of a sub-heading
BOLD: Final = 0.95  # share of bold text from which a line is bold as a whole
LETTERS: Final = 8  # letters from which a line in capitals is no abbreviation
QUESTIONS: Final = 3  # questions that make an interview where they are not bold
ASKED: Final = "?？؟"
QUESTION: Final = 300.0  # letters of a question
TRUST: Final = Trust.MARKUP + 0.06  # above the scorers, which say text of the article and not what kind of it


def headings(view: View) -> Iterator[Labelled]:
    """Label what stands between paragraphs and is none: bold lines, capitals, questions; and headings left over."""
    body = [view.doc.blocks[i] for i in view.found.labelled(*BODY_LABELS)]
    asked = {b.index for b in questions(view, body)}
    for block, follows in zip(body, [*body[1:], None], strict=False):
        if block.index in asked:
            yield Labelled(block.index, Label.QUESTION, TRUST, "a question that the next paragraph answers")
        elif follows and len(block.text) <= LONGEST and is_heading(view, block, follows):
            yield Labelled(block.index, Label.HEADING, TRUST, "a bold or capital line above a paragraph")
    for block in left_over(body):
        yield Labelled(block.index, Label.OTHER, TRUST, "a heading with no text below it")


def is_heading(view: View, block: Block, follows: Block) -> bool:
    """Whether a block is a paragraph, and a sub-heading in all but name."""
    text = block.text
    if length(text) > LONGEST or text[-1] in STOPS:
        return False
    if view.label(block) is not Label.BODY or view.label(follows) is not Label.BODY:
        return False
    capitals = text.isupper() and sum(map(str.isalpha, text)) >= LETTERS
    return (capitals or block.strong >= BOLD * len(text)) and len(follows.text) > len(text)


def questions(view: View, body: list[Block]) -> list[Block]:
    """Return the questions of an interview: bold ones, or several plain ones that longer paragraphs answer."""
    found = [
        block
        for block, follows in pairwise(body)
        if block.text[-1] in ASKED
        and view.label(block) in (Label.BODY, Label.QUESTION)
        and length(block.text) <= QUESTION
        and view.label(follows) is Label.BODY
        and follows.text[-1] not in ASKED
        and len(follows.text) > len(block.text)
    ]
    bold = [block for block in found if block.strong >= BOLD * len(block.text)]
    return bold or (found if len(found) >= QUESTIONS else [])


def left_over(body: list[Block]) -> Iterator[Block]:
    """Yield the headings below the last passage of the text; a text that is all headings has none left over."""
    end = max((i for i, block in enumerate(body) if not is_named_heading(block)), default=len(body))
    yield from body[end + 1 :]


def is_named_heading(block: Block) -> bool:
    """Whether a block is a heading by its element, and short enough to be one: some pages put whole texts into one."""
    return block.kind is HEADING and length(block.text) <= LONGEST
