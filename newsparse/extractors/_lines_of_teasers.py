"""Which lines of raw text point to other articles: those under a heading, and headlines below the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import Factory, define

from newsparse.document import Block
from newsparse.extractors._cards import SHORTEST, STOPS, is_headline, letters
from newsparse.findings import BODY_LABELS, Fields, Label
from newsparse.letters import is_spaced
from newsparse.lexicons import Topic
from newsparse.view import View

BAR: Final = " | "
NETWORKS: Final = 3  # names of networks on a line that is a share bar
SUMMARY: Final = 60  # characters of the sentence under a teaser's headline, where no heading announces teasers
LONGEST: Final = 350  # characters of a summary that was taken for text
LONE: Final = 30.0  # letters of a headline below the article that no heading announces
ABOVE: Final = 45.0  # the same above the article, where menus and the head of the page stand
WORDS: Final = 5  # words of such a headline
WIDEST: Final = 15  # characters of a word on average, from which words are not parted by spaces
CUT: Final = 100  # characters to which headlines are cut
SIGN: Final = 40  # characters of the bracket behind a last sentence: "(dpa)", "(Hafenblatt mit AFP)"
SPOKEN: Final = '.!?。！？"”“»'  # what that sentence ends in
TRAILS: Final = (" » ", " > ", " | ", "©", "@", " / ")  # signs of breadcrumbs, menus and footers
PASSED: Final = 6  # lines under a heading that may be no headlines before the module is over
HEADINGS: Final = frozenset((Topic.RELATED, Topic.READ_ALSO))
OTHERS: Final = frozenset((Topic.PAYWALL, Topic.LOCKED, Topic.METERED, Topic.PREMIUM, Topic.TAGS))
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

    def ends(self) -> tuple[int, ...]:
        """Return the blocks after which another headline is to be expected."""
        last = self.titles[-1:] or ([self.heading] if self.heading is not None else [])
        return tuple(at for block in last for at in (block.index, block.index + 1 if block.index in self.texts else -1))


def teasers_in_text(view: View) -> Iterator[Lines]:
    """Yield the modules of teasers in raw text, in page order."""
    module: Lines | None = None
    passed = 0
    blocks = view.doc.blocks
    pointers = labels_of(blocks)
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        label, topics = view.label(block), view.topics(block)
        if letters(pointed(view, block, topics, pointers)) >= SHORTEST and label not in ENDS:
            yield from finished(module)
            yield Lines(None, [block])
            module = None
        elif announces(block, topics) and label not in ENDS:
            yield from finished(module)
            module, passed = Lines(block), 0
        elif is_title(view, block, module):
            module = module or Lines(None)
            module.titles.append(block)
            passed = 0
        elif module is not None and follows_title(module, block) and is_summary(view, module, block, after):
            module.texts[block.index - 1] = block
        elif label in TAKEN:
            yield from finished(module)
            module = None
        elif module is not None:
            passed += 1
            if passed > PASSED:
                yield from finished(module)
                module = None
    yield from finished(module)


def labels_of(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the words in capitals that stand before a bar on several lines, as "read also" does in any language."""
    heads = [text.partition(BAR)[0] for text in dict.fromkeys([block.text for block in blocks if BAR in block.text])]
    return frozenset(head for head, times in Counter(heads).items() if times > 1 and head.isupper())


def pointed(view: View, block: Block, topics: frozenset[Topic], pointers: frozenset[str]) -> str:
    """Return the headline behind a "read also", or behind such words; "" where none stands there."""
    if Topic.READ_ALSO in topics:
        return after_prefix(view, block)
    head, _, rest = block.text.partition(BAR) if pointers and BAR in block.text else ("", "", "")
    return rest if head in pointers and not ends_as_sentence(rest) else ""


def announces(block: Block, topics: frozenset[Topic]) -> bool:
    """Whether a line says that other articles follow, and not that one has to pay to read on."""
    said = bool(topics & HEADINGS) and not topics & OTHERS
    return said and len(block.text) <= SUMMARY and not block.text[-1].isdigit()


def after_prefix(view: View, block: Block) -> str:
    """Return what follows a "read also" at the beginning of a line; "" where none stands there."""
    prefix = view.words.phrases.prefix(block.text, Topic.READ_ALSO)
    return block.text[len(prefix) :] if prefix else ""


def finished(module: Lines | None) -> Iterator[Lines]:
    """Yield a module that is over, unless there is nothing in it."""
    if module is not None and (module.titles or module.heading is not None):
        yield module


def is_title(view: View, block: Block, module: Lines | None) -> bool:
    """Whether a line is a headline of another article; right under the heading of a module even one taken for text."""
    text, label = block.text, view.label(block)
    announced = module is not None and module.heading is not None
    under = module is not None and announced and block.index - 1 in module.ends()
    if label in TAKEN and not (under and label in BODY_LABELS):
        return False
    if not announced and not is_lone(view, block):
        return False
    if Topic.PROMOTION in view.topics(block) or ends_as_sentence(text) or any(mark in text for mark in TRAILS):
        return False
    return is_headline(view, block) and not shares(view, text)


def shares(view: View, text: str) -> bool:
    """Whether a line names the networks on which to share an article, one after the other."""
    topics = view.words.phrases.topics
    return sum(Topic.SHARE in topics(word) for word in text.split()) >= NETWORKS


def is_lone(view: View, block: Block) -> bool:
    """Whether a line that no heading announces stands outside of the article and is long enough for a headline."""
    text, region = block.text, view.found.region
    if region is None or region.first < block.index < region.last:
        return False
    least = LONE if block.index > region.last else ABOVE
    if len(text) < least and is_spaced(text):
        return False
    parts = len(text.split())
    whole = parts >= WORDS or parts < len(text) // WIDEST  # in scripts without spaces words cannot be counted
    return whole and letters(text) >= least and not heads_text(view, block, region.first)


def heads_text(view: View, block: Block, first: int) -> bool:
    """Whether a line stands between the headline and the text, where a subtitle does."""
    title = view.found.best(Fields.title)
    return title is not None and title.block is not None and title.block < block.index < first


def ends_as_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a label does; a short line cut off by dots is a headline."""
    bare = unsigned(text).rstrip("\"'”“»’")
    if bare.endswith(("...", "…")):
        return len(text) > CUT
    return bare[-1:] in ".:;,。"


def unsigned(text: str) -> str:
    """Return a line without the bracket behind its last sentence: the sign of an agency, or of the author."""
    if text[-1] not in ")]）】":
        return text
    head = text[: max(map(text.rfind, "([（【"))].rstrip() if len(text) > SIGN else ""
    return head if head and head[-1] in SPOKEN and len(text) - len(head) <= SIGN else text


def follows_title(module: Lines, block: Block) -> bool:
    """Whether a line under a headline is the summary of that article."""
    under = bool(module.titles) and module.titles[-1].index == block.index - 1
    return under and block.text[-1] in STOPS and (len(block.text) >= SUMMARY or expects_summary(module, block))


def expects_summary(module: Lines, block: Block) -> bool:
    """Whether a short sentence can be a summary: teasers are announced, and each one above has one."""
    every = len(module.texts) == len(module.titles) - 1
    return module.heading is not None and every and letters(block.text) >= SHORTEST


def is_summary(view: View, module: Lines, block: Block, after: Block | None) -> bool:
    """Whether a line under a headline can be a summary: no text, or under a heading, short and alone there."""
    if view.label(block) not in TAKEN:
        return True
    return module.heading is not None and len(block.text) <= LONGEST and ends_there(view, after)


def ends_there(view: View, after: Block | None) -> bool:
    """Whether the text does not go on with the next line, so that a line taken for text can be a summary."""
    return after is None or view.label(after) not in BODY_LABELS or after.text[-1] not in STOPS
