"""Phrases of a language, indexed so that a line is matched by look-ups, not by hundreds of patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import Factory, define

from newsparse.lexicons import Lexicon, Phrases, Topic

LONGEST: Final = 300  # characters; no phrase is looked for in longer lines
PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "׳": "'", "“": '"', "”": '"', "„": '"', "״": '"', "：": ":", "\n": " "}
    | {"İ": "i", "ı": "i"}  # Turkish capitals: casefold makes two letters of the one and leaves the other apart
)
EDGES: Final = (
    " \t.,;:!?·•|–—-+*#()[]{}<>«»\"'/\\»›‹→←↑↓…0123456789%▸▶►✕×"
    "\u3000、。，；！？・／｜＋＝＃（）［］【】「」『』〈〉《》〔〕■□◆◇●○★☆※▼▲△▽◀０１２３４５６７８９"
    "،؛؟٪٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹।०१२३४५६७८९๐๑๒๓๔๕๖๗๘๙"
)
UNSPACED: Final = 0x0E00  # from Thai on, scripts without spaces between words (Hangul aside, which is no worse off)


def plain(text: str) -> str:
    """Return *text* as phrases are compared: casefolded, plain quotes and colons, in one line."""
    return text.translate(PLAIN).casefold()


def bare(text: str) -> str:
    """Return plain text without the punctuation and digits around it."""
    return text.strip(EDGES)


@define(eq=False)
class PhraseIndex:
    """All phrases of some lexicons, by how they are looked up."""

    whole: dict[str, set[Topic]] = Factory(dict)
    start: dict[str, list[tuple[str, Topic]]] = Factory(dict)
    end: dict[str, list[tuple[str, Topic]]] = Factory(dict)
    within: dict[str, list[tuple[str, Topic]]] = Factory(dict)
    inside: dict[str, list[tuple[str, Topic]]] = Factory(dict)

    def add(self, topic: Topic, phrases: Phrases) -> None:
        """Take in the phrases of one topic."""
        for phrase in phrases.whole:
            self.whole.setdefault(bare(plain(phrase)) or plain(phrase), set()).add(topic)
        for phrase in phrases.start:
            key = plain(phrase)
            self.start.setdefault(key[:2], []).append((key, topic))
        for phrase in phrases.end:
            key = plain(phrase)
            self.end.setdefault(key[-2:], []).append((key, topic))
        for phrase in phrases.within:
            key = plain(phrase)
            if ord(key[0]) >= UNSPACED or ord(key[-1]) >= UNSPACED:
                self.inside.setdefault(key[:2], []).append((key, topic))
            else:
                self.within.setdefault(key.partition(" ")[0], []).append((key, topic))

    def topics(self, text: str) -> frozenset[Topic]:
        """Return what the phrases in a line say of it; nothing for a line longer than ``LONGEST``."""
        if len(text) > LONGEST:
            return NOTHING
        line = plain(text)
        found = set(self.whole.get(bare(line) or line, ()))
        found.update(self._at_start(line))
        found.update(self._at_end(line))
        found.update(self._within(line))
        return frozenset(found) if found else NOTHING

    def _at_start(self, line: str) -> Iterator[Topic]:
        for phrase, topic in self.start.get(line[:2], ()):
            if line.startswith(phrase) and not _runs_on(phrase, line[len(phrase) : len(phrase) + 1]):
                yield topic

    def _at_end(self, line: str) -> Iterator[Topic]:
        line = line.rstrip(" .!:")
        for phrase, topic in self.end.get(line[-2:], ()):
            if line.endswith(phrase) and not _runs_on(phrase[::-1], line[: -len(phrase)][-1:]):
                yield topic

    def _within(self, line: str) -> Iterator[Topic]:
        within = self.within
        for word in line.split():
            for key in {word, word.strip(EDGES)}:
                for phrase, topic in within.get(key, ()):
                    if _stands_in(phrase, line):
                        yield topic
        yield from self._inside(line) if self.inside else ()

    def _inside(self, line: str) -> Iterator[Topic]:
        inside = self.inside
        for at in range(len(line) - 1):
            for phrase, topic in inside.get(line[at : at + 2], ()):
                if line.startswith(phrase, at):
                    yield topic

    def prefix(self, text: str, topic: Topic) -> str:
        """Return the longest phrase of *topic* that *text* begins with, as it stands there; "" where none does."""
        line = plain(text[:LONGEST])
        hits = [
            phrase
            for phrase, of in self.start.get(line[:2], ())
            if of is topic and line.startswith(phrase) and not _runs_on(phrase, line[len(phrase) : len(phrase) + 1])
        ]
        return text[: len(max(hits, key=len))] if hits else ""


NOTHING: Final[frozenset[Topic]] = frozenset()


def _runs_on(phrase: str, follows: str) -> bool:
    """Whether a phrase ends in the middle of a word (or begins there, of a phrase spelt backwards)."""
    return phrase[-1].isalpha() and follows.isalpha() and ord(follows) < UNSPACED


def _stands_in(phrase: str, line: str) -> bool:
    at = line.find(phrase)
    while at >= 0:
        before, after = line[at - 1 : at] if at else "", line[at + len(phrase) : at + len(phrase) + 1]
        if not ((phrase[0].isalpha() and before.isalpha()) or (phrase[-1].isalpha() and after.isalpha())):
            return True
        at = line.find(phrase, at + 1)
    return False


def index(lexicons: Iterable[Lexicon]) -> PhraseIndex:
    """Build the index of several lexicons, the page's own language first."""
    found = PhraseIndex()
    for lexicon in lexicons:
        for topic, phrases in lexicon.topics.items():
            found.add(topic, phrases)
    return found
