"""Phrases of a language, indexed so that a line is matched by look-ups, not by hundreds of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from newsparse.letters import UNSPACED, is_spaced
from newsparse.lexicons import Lexicon, Phrases, Topic

LONGEST: Final = 300  # characters; no phrase is looked for in longer lines
PLAIN: Final = {
    "’": "'", "‘": "'", "`": "'", "´": "'", "׳": "'", "“": '"', "”": '"', "„": '"', "״": '"', "：": ":", "\n": " ",
    "İ": "i", "ı": "i",  # Turkish capitals: casefold makes two letters of the one and leaves the other apart
}  # fmt: skip
WRITTEN: Final = list(PLAIN)
EDGES: Final = (
    " \t.,;:!?·•|–—-+*#()[]{}<>«»\"'/\\»›‹→←↑↓…0123456789%▸▶►✕×"
    "\u3000、。，；！？・／｜＋＝＃（）［］【】「」『』〈〉《》〔〕■□◆◇●○★☆※▼▲△▽◀０１２３４５６７８９"
    "،؛؟٪٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹।०१२३४५६७८९๐๑๒๓๔๕๖๗๘๙"
)
RUN: Final = re.compile(r"[^\W\d_]+")
SPACED: Final = bytes(n if n >= 128 or chr(n).isalpha() else ord(" ") for n in range(256))
"""Byte of UTF-8 → itself where it is of a letter or beyond ASCII, a space for all others."""
KEYS: Final = (12, 5, 2)  # characters by which beginnings and ends are looked up, the most that a phrase has


def plain(text: str) -> str:
    """Return *text* as phrases are compared: casefolded, plain quotes and colons, in one line."""
    if text.isascii():
        return text.lower().replace("\n", " ").replace("`", "'")
    for written in WRITTEN:  # thirteen searches cost a fraction of a look-up per character
        if written in text:
            text = text.replace(written, PLAIN[written])
    return text.casefold()


def bare(text: str) -> str:
    """Return plain text without the punctuation and digits around it."""
    return text.strip(EDGES)


def runs(text: str) -> list[str]:
    """Return the runs of letters in plain text; among them may be some that punctuation of other scripts glues."""
    found = text.encode("utf-8", "surrogatepass").translate(SPACED).decode("utf-8", "surrogatepass").split()
    if not text.isascii():  # a pattern takes its time over every letter
        for word in found.copy():
            if not word.isalpha():
                found += RUN.findall(word)
    return found


Entries: TypeAlias = dict[str, list[tuple[str, Topic]]]
NO_PHRASES: Final[list[tuple[str, str, str, Topic]]] = []
NO_ENTRIES: Final[list[tuple[str, Topic]]] = []


class PhraseIndex:
    """All phrases of some lexicons, by how they are looked up."""

    whole: dict[str, set[Topic]]
    """Phrases that are the whole of a line."""

    start: Entries
    """First characters, as many of ``KEYS`` as it has → phrases that a line may begin with. Where there are entries by
    the most characters, there are some, if empty ones, by the second most."""

    longest: int
    """Characters of the longest phrase that a line may begin with."""

    end: Entries
    """The same for the last characters."""

    within: dict[str, list[tuple[str, str, str, Topic]]]
    """The longest run of letters of a phrase that may stand in a line → its first word, its most telling word, the
    phrase; "" for those without letters."""

    inside: Entries
    """First two characters → phrases of scripts without spaces."""

    unspaced: set[str]
    """Characters of such scripts, one of which stands in a line that holds any of those phrases."""

    telling: set[str]
    """The longest run of letters of every phrase: a line in a script with spaces has that of each phrase in it."""

    signs: set[str]
    """Phrases without letters, but for those that hold another of them."""

    def __init__(self) -> None:
        self.whole = {}
        self.start = {}
        self.longest = 0
        self.end = {}
        self.within = {}
        self.inside = {}
        self.unspaced = set()
        self.telling = set()
        self.signs = set()

    def add(self, topic: Topic, phrases: Phrases) -> None:
        """Take in the phrases of one topic."""
        for key in map(_core, map(plain, phrases.whole)):
            self.tell(key)
            self.whole.setdefault(key, set()).add(topic)
        for key in map(plain, phrases.start):
            self.tell(key)
            self.start.setdefault(key[: KEYS[1]], [])
            self.start.setdefault(key[: _size(key)], []).append((key, topic))
            self.longest = max(self.longest, len(key))
        for key in map(plain, phrases.end):
            self.tell(key)
            self.end.setdefault(key[-KEYS[1] :], [])
            self.end.setdefault(key[-_size(key) :], []).append((key, topic))
        for key in map(plain, phrases.within):
            if letters := [c for c in (key[0], key[-1]) if c >= UNSPACED]:
                self.inside.setdefault(key[:2], []).append((key, topic))
                self.unspaced.add(letters[0])
                self.tell(letters[0])
            else:
                words = key.split(" ")
                # the last word may run into punctuation; of the others the longest stands in the fewest lines
                telling = max(words[:-1] or words, key=len)
                self.within.setdefault(self.tell(key), []).append((words[0], telling, key, topic))

    def tell(self, phrase: str) -> str:
        """Take note of what a line that holds a phrase has at least, and return its longest run of letters."""
        run = max([run for run in runs(phrase) if run.isalpha()], key=len, default="")
        if run:
            self.telling.add(run)
        elif not any(sign in phrase for sign in self.signs):
            self.signs = {phrase, *(sign for sign in self.signs if phrase not in sign)}
        return run

    def topics(self, text: str) -> frozenset[Topic]:
        """Return what the phrases in a line say of it; nothing for a line longer than ``LONGEST``."""
        if len(text) > LONGEST:
            return NOTHING
        line = plain(text)
        return self.said(line, runs(line))

    def said(self, line: str, letters: list[str]) -> frozenset[Topic]:
        """Return what the phrases in a plain line say of it; *letters* are its runs of letters."""
        if self.telling.isdisjoint(letters) and is_spaced(line) and not any(sign in line for sign in self.signs):
            return NOTHING  # as of most lines
        found: set[Topic] = set()
        if topics := self.whole.get(_core(line)):
            found |= topics
        self._at_start(line, found)
        self._at_end(line, found)
        self._within(line, letters, found)
        if self.inside and not line.isascii() and not self.unspaced.isdisjoint(line):
            self._inside(line, found)
        return frozenset(found) if found else NOTHING

    def is_whole(self, text: str) -> bool:
        """Whether a line says what some phrase says and nothing more, no number either."""
        return _core(plain(text)) in self.whole and not any(map(str.isdigit, text))

    def _at_start(self, line: str, found: set[Topic]) -> None:
        for phrase, topic in self._starting(line):
            if line.startswith(phrase) and not _runs_on(phrase, line[len(phrase) : len(phrase) + 1]):
                found.add(topic)

    def _starting(self, line: str) -> list[tuple[str, Topic]]:
        """Return the phrases that *line* may begin with."""
        start, (most, more, fewest) = self.start, KEYS
        few = start.get(line[:fewest], NO_ENTRIES)
        if (entries := start.get(line[:more])) is None:
            return few
        return start.get(line[:most], NO_ENTRIES) + entries + few if len(line) >= most else entries + few

    def _at_end(self, line: str, found: set[Topic]) -> None:
        line = line.rstrip(" .!:")
        for phrase, topic in self._ending(line):
            if line.endswith(phrase) and not _runs_on(phrase[::-1], line[: -len(phrase)][-1:]):
                found.add(topic)

    def _ending(self, line: str) -> list[tuple[str, Topic]]:
        """Return the phrases that *line* may end with."""
        end, (most, more, fewest) = self.end, KEYS
        few = end.get(line[-fewest:], NO_ENTRIES)
        if (entries := end.get(line[-more:])) is None:
            return few
        return end.get(line[-most:], NO_ENTRIES) + entries + few if len(line) >= most else entries + few

    def _within(self, line: str, letters: list[str], found: set[Topic]) -> None:
        within = self.within
        for run in ("",) if within.keys().isdisjoint(letters) else (*letters, ""):
            for first, telling, phrase, topic in within.get(run, NO_PHRASES):
                if phrase in line and _has_words(line, first, telling) and _stands_in(phrase, line):
                    found.add(topic)

    def _inside(self, line: str, found: set[Topic]) -> None:
        inside = self.inside
        for at in range(len(line) - 1):
            for phrase, topic in inside.get(line[at : at + 2], ()):
                if line.startswith(phrase, at):
                    found.add(topic)

    def prefix(self, text: str, topic: Topic) -> str:
        """Return the longest phrase of *topic* that *text* begins with, as it stands there; "" where none does."""
        line = plain(text[: self.longest + 1])  # with what follows, which may run on from the phrase
        hits = [
            phrase
            for phrase, of in self._starting(line)
            if of is topic and line.startswith(phrase) and not _runs_on(phrase, line[len(phrase) : len(phrase) + 1])
        ]
        return text[: len(max(hits, key=len))] if hits else ""


def _core(line: str) -> str:
    """Return a plain line as whole lines are looked up; a letter with a number ("400 m", "x1") is not that letter."""
    core = bare(line)
    return line if not core or (len(core) == 1 and any(map(str.isdigit, line))) else core


def _size(phrase: str) -> int:
    """Return by how many characters a phrase is looked up."""
    return next((size for size in KEYS if len(phrase) >= size), KEYS[-1])


NOTHING: Final[frozenset[Topic]] = frozenset()


def _runs_on(phrase: str, follows: str) -> bool:
    """Whether a phrase ends in the middle of a word (or begins there, of a phrase spelt backwards)."""
    return phrase[-1].isalpha() and follows.isalpha() and follows < UNSPACED


def _has_words(line: str, *sought: str) -> bool:
    """Whether all of some words stand in a line, with nothing but punctuation and digits around them."""
    words = line.split()
    words += [word.strip(EDGES) for word in words if not word.isalpha()]
    return all(word in words for word in sought)


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
