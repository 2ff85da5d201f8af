"""Reading a byline word by word: names, job titles, and what is neither."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from newsparse.article import Author, AuthorKind
from newsparse.bylines.brackets import CLOSERS, OPENERS, describes, end_of, ends_byline, in_name, without_employer
from newsparse.bylines.grammar import COMPOUND, HANGUL, Grammar, Index, is_unspaced, unstuck, words_in
from newsparse.bylines.kinds import (
    COMPLETE,
    agency_size,
    ends_sentence,
    is_account,
    is_address,
    is_initials,
    is_organization,
    is_site,
)
from newsparse.bylines.names import folded, is_name, is_name_word, trimmed, undoubled
from newsparse.bylines.scripts import are_parted, is_complete, is_usual, unglued, without_places
from newsparse.phrases import plain

LONGEST: Final = 400  # characters of a byline; a longer text is prose
DEGREE: Final = 5  # letters of the longest degree in capitals behind a comma ("CISSP")
PLACED: Final = 2  # letters of prepositions that are names as well ("An")
STOPS: Final = frozenset("|•●·⋅∙;\x00")


@frozen
class Reading:
    """What a text says as a byline."""

    authors: tuple[Author, ...]
    """The names, in order."""

    opened: bool
    """Whether a byline word ("By", "Von", "文・") stands before a name."""

    prose: int
    """Number of words that no byline has."""

    leading: bool = False
    """Whether it begins with that byline word."""

    carried: bool = False
    """Whether what stands before it says that it is a byline."""

    others: frozenset[str] = frozenset()
    """Folded names credited with something else ("Photos by")."""

    foreign: bool = False
    """Whether the line ends in the credit of someone else, so that the name after it is not the author's."""

    dated: bool = False
    """Whether it holds words of a date or of a reading time."""


def read_byline(text: str, grammar: Grammar, *, opened: bool = False, most: int = LONGEST) -> Reading:
    """Read a line as a byline; *opened* where what stands before it says that it is one.

    Where more than *most* words are no byline's, the rest is not read.

    >>> grammar = grammar_of("en")
    >>> [author.name for author in read_byline("By Ada Lovelace and Alan Turing in London", grammar).authors]
    ['Ada Lovelace', 'Alan Turing']
    """
    line = unstuck(text[:LONGEST].replace("\n", " | "), grammar)
    words = words_in(line)
    reader = _Reader(grammar, words, plain(" ".join(words)).split(" "), opened)
    while reader.at < len(words) and reader.prose <= most:
        reader.step()
    reader.close()
    return Reading(
        tuple(without_places(reader.authors)),
        reader.opened,
        reader.prose,
        reader.leading,
        opened,
        frozenset(reader.others),
        reader.foreign,
        reader.dated,
    )


class _Reader:
    """State of the pass over the words of one line."""

    def __init__(self, grammar: Grammar, words: list[str], low: list[str], opened: bool) -> None:
        self.grammar: Final = grammar
        self.words: Final = words
        self.low: Final = low
        self.opened = opened
        self.at = 0
        self.run: list[str] = []  # words that may make a name or a job title
        self.authors: Final[list[Author]] = []
        self.prose = 0
        self.skipping = False  # in a place or a phrase after a name, up to the next mark
        self.foreign = False  # in the credit of someone else, up to the next opening or strong mark
        self.joined = False  # the run follows a joiner
        self.comma = False  # the run follows a comma
        self.leading = False  # the first words open a byline
        self.others: Final[set[str]] = set()  # folded names in the credits of someone else
        self.helped = False  # a contributor follows ("with")
        self.dated = False  # words of a date or of a reading time were met
        self.fresh = -1  # the word right behind what is sure to open a byline: it may be a user name or initials
        self.direct = False  # the run begins there
        self.inside = False  # the byline opens in a bracket

    def step(self) -> None:
        """Take one word, or one opening phrase."""
        if self.opening() or self.stamped():
            return
        word = self.words[self.at]
        self.at += 1
        if word == "(" and len(self.run) == 1 and in_name(self.words, self.at) and not self.is_role(self.low[self.at]):
            self.run.append(f"({self.words[self.at]})")
            self.at += 2
        elif not (word[0].isalnum() or len(word) > 1):
            self.mark(word)
        elif is_address(word) or word[0].isdigit() or (self.comma and bool(self.authors) and is_site(word)):
            self.close()
            self.skipping = False
        else:
            self.word(word, self.low[self.at - 1])

    def opening(self) -> bool:
        """Take the phrase that opens a byline, or the credit of someone else, if one stands here."""
        if self.run and self.words[self.at] in self.grammar.particles:
            return False
        if (size := self.matches(self.grammar.foreign)) and not self.is_agency(size):
            self.close()
            self.foreign = True
        elif is_unspaced(self.words[self.at]) and self.part():
            return False
        elif self.may_open() and (size := self.matches(self.grammar.openings)):
            behind = self.words[self.at + size : self.at + size + 1]
            title = self.is_role(self.low[self.at]) and behind[:1] in (["|"], [","])
            if self.authors and (not behind or title):
                return False  # "Ada Lovelace, Reporter": a job title that opens bylines elsewhere
            self.close()
            self.inside = self.at > 0 and self.words[self.at - 1] in OPENERS
            self.leading = self.leading or self.at == 0
            if not self.opened:
                self.authors.clear()  # a section or a series stands before the byline
            sure = self.dated or size > 1
            self.opened, self.fresh = True, self.at + size if sure else -1
            self.foreign = self.skipping = False
        self.at += size
        return size > 0

    def stamped(self) -> bool:
        """Take the phrase that stands before a date, somewhere behind a name: "Ada Lovelace Last updated"."""
        behind = bool(self.authors) and self.words[self.at - 1] in STOPS
        size = self.matches(self.grammar.stamps) if self.run or behind else 0
        if size:
            self.close()
            self.at += size
            self.dated, self.skipping = True, False
        return size > 0

    def is_agency(self, size: int) -> bool:
        """Whether the next words are an agency right behind a byline word, though they credit pictures elsewhere."""
        behind = self.leading and not (self.authors or self.run or self.foreign)
        return behind and " ".join(self.low[self.at : self.at + size]) in self.grammar.agencies

    def may_open(self) -> bool:
        """Whether a byline may begin here: with a label also behind the credit of someone else."""
        labelled = self.foreign and self.low[self.at + 1 : self.at + 2] == [":"]
        return labelled or not (self.run or self.skipping)

    def part(self) -> bool:
        """Part the word that stands here from the opening, or the credit of someone else, that is glued to it."""
        word = self.words[self.at]
        for phrases, foreign in ((self.grammar.glued_foreign, True), (self.grammar.glued, False)):
            if not word.startswith(phrases):
                continue
            if glued := next((p for p in phrases if word.startswith(p) and word != p), ""):
                self.close()
                self.opened, self.foreign = self.opened or not foreign, foreign
                self.words[self.at] = self.low[self.at] = word[len(glued) :]
                return True
        return False

    def matches(self, phrases: Index) -> int:
        """Return how many words of a phrase stand here; 0 where none does."""
        at, low = self.at, self.low
        for phrase in phrases.get(low[at], ()):
            if len(phrase) == 1 or tuple(low[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def mark(self, mark: str) -> None:
        """Take a mark of punctuation: it ends a name."""
        joiner = mark in self.grammar.joiners
        self.close()
        if mark in OPENERS and self.authors and (self.leading or not self.opened):
            self.note()
        elif mark in CLOSERS and self.inside and self.authors and ends_byline(self.words, self.at):
            self.at = len(self.words)
        self.joined = joiner
        self.comma = mark in ",，、"
        self.skipping = False
        if mark in STOPS:
            self.foreign = False
        if mark == ":" and self.fresh == self.at - 1:
            self.fresh = self.at

    def note(self) -> None:
        """Take what stands in brackets behind a name, where it tells about the person."""
        end = end_of(self.words, self.at)
        low = self.low[self.at : end]
        if end > self.at and describes(self.words[self.at : end], low, self.grammar):
            if self.authors[-1].role is None and any(map(self.is_role, low)):
                self.authors[-1] = evolve(self.authors[-1], role=" ".join(self.words[self.at : end]))
            self.at = end

    def word(self, word: str, low: str) -> None:
        """Take a word by what it is."""
        g = self.grammar
        stem = low.rstrip(".")
        if low in g.joiners:
            self.close()
            self.joined, self.skipping = True, False
        elif self.tells_time(word, stem):
            self.close()
            self.dated = True
        elif (stem in g.noise and not (self.run and self.before_name())) or (low in g.after and self.run):
            self.close()
            self.skipping = True
        elif self.at == 1 and len(low) > PLACED and low in g.places:
            self.skipping = True  # "Aus Bonn berichtet": a place and not a name
        elif self.is_part(word, low):
            if not self.skipping:
                self.direct = self.fresh == self.at - 1 if not self.run else self.direct
                self.run.append(word)
                if ends_sentence(word, g):
                    self.close()
        else:
            self.lower(word, low)

    def is_part(self, word: str, low: str) -> bool:
        """Whether a word can be part of a name or begin a job title."""
        g = self.grammar
        if is_name_word(word) or low in g.titles or word in g.lower_agencies or self.is_role(low):
            return True
        return low in g.particles and (bool(self.run) or self.before_name())

    def lower(self, word: str, low: str) -> None:
        """Take a lower-case word: inside a job title it belongs there; else it ends the name."""
        if self.run and any(self.is_role(plain(w)) for w in self.run):
            self.run.append(word)
            return
        self.close()
        if self.fresh == self.at - 1 and is_account(low, self.words, self.at, self.grammar):
            self.add(Author(word))
        elif low in self.grammar.with_:
            self.skipping, self.helped = False, True
        else:
            self.skipping = True
            told = low in self.grammar.places or low in self.grammar.calendar or self.is_counted()
            self.prose += not told and not self.foreign

    def tells_time(self, word: str, stem: str) -> bool:
        """Whether a word belongs to a date or a reading time."""
        g = self.grammar
        if (stem in g.calendar and self.is_dated()) or (stem in g.dated and (word[0].isupper() or not self.run)):
            return True
        return stem in g.spent and self.counts(word)

    def is_dated(self) -> bool:
        """Whether the word just taken stands beside a number, or by itself."""
        before = self.words[self.at - 2] if self.at > 1 else ""
        after = next((w for w in self.words[self.at : self.at + 2] if w != ","), "")
        alone = not self.run and not after[:1].isalpha()
        return alone or before[:1].isdigit() or after[:1].isdigit()

    def counts(self, word: str) -> bool:
        """Whether a word of reading times just taken is one: written small, or after a number or another such word."""
        before = self.low[self.at - 2].rstrip(".") if self.at > 1 else ""
        return word[0].islower() or before[:1].isdigit() or (not self.run and before in self.grammar.spent)

    def is_counted(self) -> bool:
        """Whether the word just taken stands beside a number ("3 comments", "4 months", "el 12 de marzo")."""
        beside = self.words[max(self.at - 2, 0) : self.at + 1]
        return any(word[0].isdigit() for word in beside)

    def before_name(self) -> bool:
        return self.at < len(self.words) and is_name_word(self.words[self.at])

    def is_role(self, low: str) -> bool:
        g = self.grammar
        return low in g.roles or (low[-COMPOUND:] in g.ends and low.endswith(g.endings))

    # --- the end of a run -------------------------------------------------------------------------------------

    def close(self) -> None:
        """End the run of words and take what it says."""
        while self.run:
            run, self.run = self.run, []  # of several names with a title each, the rest is left there
            if self.foreign:
                self.others.add(folded(trimmed(run)))
            else:
                self.settle(run)
                self.joined = self.comma = False

    def settle(self, run: list[str]) -> None:
        """Take a run: an agency, a job title, an organization, a degree or a name."""
        low = plain(" ".join(run))
        if low in self.grammar.agencies and self.helped and self.authors:
            self.others.add(folded(low))  # "The Daily with Reuters": a source
        elif low in self.grammar.agencies:
            self.add(Author(" ".join(run), kind=AuthorKind.AGENCY))
        elif low in self.grammar.never or self.is_postnominal(run):
            return
        elif any(self.is_role(plain(w)) for w in run):
            self.role(run)
        elif not self.authors and (size := agency_size(run, self.grammar)):
            self.settle(run[:-size])
            self.add(Author(" ".join(run[-size:]), kind=AuthorKind.AGENCY))
        elif is_organization(run, self.grammar):
            self.add(Author(" ".join(run), kind=AuthorKind.ORGANIZATION))
        else:
            self.name(run)

    def is_postnominal(self, run: list[str]) -> bool:
        if not self.authors:
            return False
        known = all(plain(w) in self.grammar.postnominals for w in run)
        single = self.comma and len(run) == 1
        return known or (single and run[0].isupper() and run[0].isascii() and len(run[0]) <= DEGREE)

    def role(self, run: list[str]) -> None:
        """Take a run with a job title in it: before the name, after it, or by itself."""
        at = [i for i, w in enumerate(run) if self.is_role(plain(w))]
        before, after = run[: at[0]], run[at[-1] + 1 :]
        korean = before and ord(before[-1][0]) in HANGUL
        if (
            after
            and is_name_word(after[0])
            and (len(after) >= COMPLETE or is_unspaced(after[0]))
            and is_name(after, self.grammar)
        ):
            self.name(after, " ".join(run[: at[-1] + 1]))
        elif korean:
            if (self.joined or self.comma) and self.authors and is_usual(self.authors[-1]):
                self.authors[-1] = evolve(self.authors[-1], role=run[at[0]])  # the title stands for both
            self.name(before[-1:], run[at[0]])
            self.run = run[at[0] + 1 :] if len(at) > 1 else []
        elif len(before) == 1 and is_unspaced(before[0]) and not after:
            self.name(before, run[at[0]])
        elif len(before) >= COMPLETE and self.may_begin(before):
            self.name(before[:COMPLETE], " ".join(run[COMPLETE:]))
        elif self.authors and self.authors[-1].role is None:
            self.authors[-1] = evolve(self.authors[-1], role=trimmed(run))
        elif self.leading and not self.authors and is_organization(run, self.grammar):
            self.add(Author(" ".join(run), kind=AuthorKind.ORGANIZATION))

    def may_begin(self, before: list[str]) -> bool:
        """Whether the words before a job title can be its bearer: after a byline word, or two opening the line."""
        if self.opened:
            return not (self.authors and self.authors[-1].role is None)
        return not self.authors and len(before) == COMPLETE and all(map(is_name_word, before))

    def name(self, run: list[str], role: str | None = None) -> None:
        """Take a run as a name if it can be one."""
        g = self.grammar
        while run and (run[0] == "." or plain(run[0]) in g.titles):
            run = run[1:]
        while (
            len(run) > COMPLETE
            and (last := plain(run[-1]))
            and (last.rstrip(".") in g.postnominals or last in g.particles)
        ):
            run = run[:-1]
        run, role = without_employer(run, role, g)
        if are_parted(run, g):
            for word in run:
                self.name([word], role)
            return
        if len(run) == 1 and is_unspaced(run[0]):
            run, role, opened = unglued(run[0], role, g)
            self.opened = self.opened or opened
        run = undoubled(run)
        if not run or not is_name(run, g):
            self.prose += len(run) if run and ord(run[-1][0]) in HANGUL else 0
            return
        if len(run) == 1 and not is_complete(run[0]) and (not self.opened or (self.authors and not self.joined)):
            return  # a place, a section, a heading
        titled = self.authors and self.authors[-1].role and not (role or g.spaces_part)
        if len(run) == 1 and (titled or (is_initials(run[0]) and not (self.leading or self.direct))):
            return  # the second half of a job title, a zone, a unit
        if text := trimmed(run):
            self.add(Author(text, role=role))

    def add(self, author: Author) -> None:
        if not self.authors or folded(author.name) not in [folded(known.name) for known in self.authors]:
            self.authors.append(author)
