"""The headline a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse import similarity
from newsparse.extractors._copies import repeats
from newsparse.extractors._headline import Headline, declared_headline, headline
from newsparse.extractors._same_headline import standing_for
from newsparse.extractors._wordings import Wording, wordings
from newsparse.findings import Candidate, Fields, Finding, Label, Labelled, Trust
from newsparse.view import View

AGREES: Final = 0.8  # agreement from which what is shown counts as declared, too
TOLD: Final = Trust.AGREED + 0.05  # trust in a declared wording that stands for the shown one: above that in the latter


def title(view: View) -> Iterator[Finding]:
    """Propose the headline, label the block that carries it, and its copies as such."""
    if view.doc.is_text:  # the step "head" has found it
        return
    declared = wordings(view)
    shown = headline(view, declared)
    if shown is not None:
        if (wording := standing_for(view, declared, shown)) is not None:
            yield in_other_words(shown, wording)
        yield shown
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


def in_other_words(shown: Headline, wording: Wording) -> Candidate[str]:
    """Return the title of a headline that the page declares in other words than it shows."""
    block = shown.block
    return Candidate(Fields.title, wording.text, TOLD, wording.source, block.text, "as declared", (block.index,))


def copies(view: View, shown: Headline, declared: tuple[Wording, ...]) -> Iterator[Labelled]:
    """Label the other blocks that say the headline."""
    said = {similarity.fold(shown.block.text), similarity.fold(shown.parts.title)}
    said.update(" ".join(wording.words) for wording in declared if not wording.is_other)
    yield from repeats(view, shown.block, said)
