"""The headline a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse import similarity
from newsparse.document import Block
from newsparse.extractors._headline import Headline, declared_headline, headline
from newsparse.extractors._top_lines import headline_line
from newsparse.extractors._wordings import Wording, wordings
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.view import View

AGREES: Final = 0.8  # agreement from which what is shown counts as declared, too
COPY: Final = 0.66  # trust in a copy: above that in text by its markup
PUNCTUATED: Final = 1.5  # how much longer a text may be with its punctuation


def title(view: View) -> Iterator[Finding]:
    """Propose the headline, label the block that carries it, and its copies as such."""
    if view.doc.is_text:
        yield from of_text(view)
        return
    declared = wordings(view)
    shown = headline(view, declared)
    if shown is not None:
        yield from of_block(shown)
        yield from copies(view, shown, declared)
    if (wording := declared_headline(declared)) is not None:
        yield Candidate(Fields.title, wording.text, Trust.GUESS, wording.source, raw=wording.raw)


def of_block(shown: Headline) -> Iterator[Finding]:
    """Yield the title of the block that carries the headline."""
    block = shown.block
    trust = Trust.AGREED if shown.agreement >= AGREES else Trust.DECLARED if block.level == 1 else Trust.MARKUP
    source = f"block {block.index}"
    raw = block.text if shown.parts.why else None
    text = " ".join(shown.parts.title.split())
    yield Candidate(Fields.title, text, trust, source, raw=raw, blocks=(block.index,))
    yield Labelled(block.index, Label.TITLE, Trust.AGREED, f"headline; {shown.agreement:.0%} as declared")


def of_text(view: View) -> Iterator[Finding]:
    """Yield the title of raw text, and label its copies near the top."""
    line = headline_line(view)
    if line is None:
        return
    block, text = line.block, " ".join(line.parts.title.split())
    raw = block.text if line.parts.why else None
    yield Candidate(Fields.title, text, Trust.TEXT, f"line {block.source}", raw=raw, blocks=(block.index,))
    yield Labelled(block.index, Label.TITLE, Trust.AGREED, "headline by its place, length and words")
    said = {similarity.fold(block.text), similarity.fold(text)}
    yield from repeats(view, block, said)


def copies(view: View, shown: Headline, declared: tuple[Wording, ...]) -> Iterator[Labelled]:
    """Label the other blocks that say the headline."""
    said = {similarity.fold(shown.block.text), similarity.fold(shown.parts.title)}
    said.update(" ".join(wording.words) for wording in declared if not wording.is_other)
    yield from repeats(view, shown.block, said)


def repeats(view: View, headline: Block, said: set[str]) -> Iterator[Labelled]:
    """Label the blocks other than the headline that say one of the wordings and nothing else."""
    shortest = min(len(text) for text in said)
    longest = PUNCTUATED * max(len(text) for text in said)
    for block in view.visible:
        if shortest <= len(block.text) <= longest and block is not headline and similarity.fold(block.text) in said:
            yield Labelled(block.index, Label.DUPLICATE, COPY, "repeats the headline")
