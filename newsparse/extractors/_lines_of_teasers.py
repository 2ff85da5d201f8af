"""Which lines of raw text point to other articles: those under a heading, and headlines below the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import Factory, define

from newsparse.document import Block
from newsparse.extractors._cards import STOPS, is_headline, letters
from newsparse.findings import BODY_LABELS, Label
from newsparse.lexicons import Topic
from newsparse.view import View

SUMMARY: Final = 60  # characters of the sentence under a teaser's headline
LONE: Final = 30.0  # letters of a headline below the article that no heading announces
WORDS: Final = 5  # words of such a headline
WIDEST: Final = 15  # characters of a word on average, from which words are not parted by spaces
CUT: Final = 100  # characters to which headlines are cut
TRAILS: Final = (" » ", " > ", " | ", "©", "@", " / ")  # signs of breadcrumbs, menus and footers
ABOVE: Final = 45.0  # the same above the article, where menus and the head of the page stand
PASSED: Final = 6  # lines under a heading that may be no headlines before the module is over
HEADINGS: Final = frozenset((Topic.RELATED, Topic.READ_ALSO))
TAKEN: Final = BODY_LABELS | {
    Label.TITLE, Label.KICKER, Label.SUBTITLE, Label.BYLINE, Label.TIMESTAMP, Label.CAPTION, Label.CREDIT, Label.AGENCY,
    Label.COMMENT, Label.BIO,
}  # fmt: skip
ENDS: Final = frozenset((Label.TITLE, Label.KICKER, Label.SUBTITLE))


@define(eq=False)
class Lines:
    """One module of teasers in raw text."""

    heading: Block | None
    """The line above it; None where none announces it."""

    titles: list[Block] = Factory(list)
    """The headlines, in page order."""

    texts: dict[int, Block] = Factory(dict)
    """Headline → the sentence under it, by block numbers."""


def teasers_in_text(view: View) -> Iterator[Lines]:
    """Yield the modules of teasers in raw text, in page order."""
    module: Lines | None = None
    passed = 0
    for block in view.doc.blocks:
        label, topics = view.label(block), view.topics(block)
        if topics & HEADINGS and label not in ENDS and len(block.text) <= SUMMARY and not block.text[-1].isdigit():
            yield from finished(module)
            module, passed = Lines(block), 0
        elif label in TAKEN:
            yield from finished(module)
            module = None
        elif is_title(view, block, module is not None and module.heading is not None):
            module = module or Lines(None)
            module.titles.append(block)
            passed = 0
        elif module is not None:
            last = module.titles[-1] if module.titles else None
            if last is not None and last.index == block.index - 1 and is_summary(block):
                module.texts[last.index] = block
            passed += 1
            if passed > PASSED:
                yield from finished(module)
                module = None
    yield from finished(module)


def finished(module: Lines | None) -> Iterator[Lines]:
    """Yield a module that is over, unless there is nothing in it."""
    if module is not None and (module.titles or module.heading is not None):
        yield module


def is_title(view: View, block: Block, announced: bool) -> bool:
    """Whether a line is a headline of another article."""
    text = block.text
    if ends_as_sentence(text) or any(mark in text for mark in TRAILS) or not is_headline(view, block):
        return False
    if announced:
        return True
    region = view.found.region
    if region is None or region.first < block.index < region.last:
        return False
    parts = len(text.split())
    whole = parts >= WORDS or parts < len(text) // WIDEST  # in scripts without spaces words cannot be counted
    return whole and letters(text) >= (LONE if block.index > region.last else ABOVE)


def ends_as_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a label does; a short line cut off by dots is a headline."""
    bare = text.rstrip("\"'”“»’")
    if bare.endswith(("...", "…")):
        return len(text) > CUT
    return bare[-1:] in ".:;,。"


def is_summary(block: Block) -> bool:
    """Whether a line under a headline is the summary of that article."""
    return len(block.text) >= SUMMARY and block.text[-1] in STOPS
