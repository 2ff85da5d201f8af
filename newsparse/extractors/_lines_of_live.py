"""Entries of a live blog in raw text: a time on a line of its own, a headline, sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from newsparse.document import Block
from newsparse.lexicons import Topic
from newsparse.line_features import CLOSERS
from newsparse.punctuation import ENDS
from newsparse.view import View

LEAST: Final = 3  # entries of a live blog; fewer are a text and its updates
MOST: Final = 12  # lines of one entry
LONGEST: Final = 12  # characters of a time: "14.32 Uhr", "11:05 a.m."
HEADLINE: Final = 120  # characters of the longest headline of an entry
TIME: Final = (3, 4)  # digits of a time


def entries(view: View, blocks: Sequence[Block], scores: Sequence[float]) -> Iterator[int]:
    """Yield the lines of entries that were not taken for text, where the page says above the first that it is live."""
    times = [at for at, block in enumerate(blocks) if is_time(block.text)]
    above = blocks[max(0, times[0] - MOST) : times[0]] if times else ()
    if len(times) < LEAST or not any(Topic.LIVE in view.topics(block) for block in above):
        return
    ends = [*times[1:], len(blocks)]
    spans = [(at + 1, min(end, at + MOST)) for at, end in zip(times, ends, strict=True)]
    found = [list(entry(view, blocks, first, end)) for first, end in spans]
    if 2 * sum(map(bool, found)) > len(found):
        yield from (at for lines in found for at in lines if scores[at] <= 0)


def entry(view: View, blocks: Sequence[Block], first: int, end: int) -> Iterator[int]:
    """Yield the lines of one entry: its sentences, and the headline right above the first of them."""
    lines = range(first, end)
    told = [is_sentence(blocks[at].text) and is_silent(view, blocks[at]) for at in lines]
    if not any(told[:2]):
        return
    if not told[0] and len(blocks[first].text) <= HEADLINE and is_silent(view, blocks[first]):
        yield first
    start = 0 if told[0] else 1
    yield first + start
    for at, (_, below) in enumerate(pairwise(told[start:]), first + start + 1):
        if not below:
            return
        yield at


def is_silent(view: View, block: Block) -> bool:
    """Whether the words of a line say of it that it is live at most."""
    return view.topics(block) <= {Topic.LIVE}


def is_time(text: str) -> bool:
    """Whether a line is a time of the day and nothing else."""
    if len(text) > LONGEST or not text[0].isdigit():
        return False
    hour, sign, rest = text.partition(":") if ":" in text else text.partition(".")
    return bool(sign) and hour.isdecimal() and rest[:2].isdecimal() and sum(c.isdigit() for c in text) in TIME


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip(CLOSERS)[-1:] in ENDS
