"""Reading a byline word by word: names, job titles, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import Factory, define, evolve, frozen

from newsparse.article import Author, AuthorKind
from newsparse.bylines.grammar import HANGUL, UNSPACED, Grammar, Index, is_unspaced, words_in
from newsparse.bylines.names import ABBREVIATED, folded, is_name, is_name_word, trimmed, undoubled
from newsparse.phrases import plain

LONGEST: Final = 400  # characters of a byline; a longer text is prose
SLOT: Final = 80  # characters of a name where the page says that it is one
GLUED: Final = re.compile(r"(?<=[^\W\d_]{3})(?=\d)")  # "Brazil0", "Smith12 May"
STOPS: Final = frozenset("|•●·⋅∙;\x00")
ADDRESS: Final = ("@", "://", "www.", "[at]", ".com/", "(at)")
LISTS: Final = frozenset(",;|/／、-–—·•")
DOMAIN: Final = re.compile(r"[^\W\d_][\w-]+\.[a-z]{2,3}\Z")  # the name of a site
COMPLETE: Final = 2  # words from which a name is first name and last name


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


def read_byline(text: str, grammar: Grammar, *, opened: bool = False) -> Reading:
    """Read a line as a byline; *opened* where what stands before it says that it is one.

    >>> grammar = grammar_of("en")
    >>> [author.name for author in read_byline("By Ada Lovelace and Alan Turing in London", grammar).authors]
    ['Ada Lovelace', 'Alan Turing']
    """
    line = GLUED.sub(" ", text[:LONGEST].replace("\n", " | "))
    words, low = words_in(line), words_in(plain(line))
    if len(words) != len(low):  # folding case has changed how the line is cut
        low = [plain(w) for w in words]
    reader = _Reader(grammar, words, low, opened)
    while reader.at < len(reader.words):
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
    )


def without_places(authors: Sequence[Author]) -> Sequence[Author]:
    """Return authors without the places before them, where every name in Hangul has its job title."""
    korean = [a for a in authors if ord(a.name[0]) in HANGUL]
    return [a for a in authors if a.role or a not in korean] if any(a.role for a in korean) else authors


def named(text: str, grammar: Grammar, *, organization: bool = False, shown: bool = False) -> tuple[Author, ...]:
    """Return who a text names that the page says is a name; *organization* where it says of what kind.

    User names and the names of firms count here; placeholders, labels and addresses do not. *shown* for what is
    set in markup of an author, where other things may stand too.
    """
    text = " ".join(text.split()).strip(" ,;|-–—")
    if not text or plain(text) in grammar.never or is_address(text):
        return ()
    if organization:
        return (as_organization(text, grammar),)
    if not shown and (turned := inverted(text, grammar)) is not None:
        return (turned,)
    return listed(text, grammar) or account(text, grammar, shown)


def listed(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the names in a text of names; none where it holds other words."""
    words = words_in(text)
    is_list = bool(LISTS.intersection(words))
    if not is_list and is_organization(words, grammar) and not read_byline(text, grammar).opened:
        return (as_organization(text, grammar),)
    reading = read_byline(text, grammar, opened=True)
    if "&" in words and len({is_whole(a) for a in reading.authors}) > 1:  # "Smith Jones Tax & Accounting"
        return (as_organization(text, grammar),)
    return () if reading.prose and not is_list else reading.authors


def is_whole(author: Author) -> bool:
    """Whether a name has more than one part, or is written in a script that needs no more."""
    return author.kind is AuthorKind.AGENCY or " " in author.name or ord(author.name[0]) >= UNSPACED


def account(text: str, grammar: Grammar, shown: bool) -> tuple[Author, ...]:
    """Return the author that a user name or an unusual spelling stands for; none where the words say something else."""
    words = text.split()
    low = [plain(w).strip(".:,") for w in words]
    if len(text) > SLOT or len(words) > 2 * COMPLETE or not text[0].isalpha() or LISTS.intersection(words_in(text)):
        return ()
    if not grammar.unlike.isdisjoint(low) or (shown and not is_plausible(words, low, grammar)):
        return ()
    return (Author(trimmed(words)),)


def is_plausible(words: Sequence[str], low: Sequence[str], grammar: Grammar) -> bool:
    """Whether words in markup of an author can be a user name rather than a label ("See all of Ada's posts")."""
    if any(w in grammar.openings or w in grammar.foreign for w in low):
        return False
    if len(words) == 1:
        return not is_initials(words[0])
    return len(words) <= COMPLETE or (words[0][0].isupper() and words[-1][0].isupper())


def is_address(text: str) -> bool:
    """Whether a text is an e-mail or web address or the name of an account."""
    return any(mark in text for mark in ADDRESS) or text.startswith("/")


def ends_sentence(word: str, grammar: Grammar) -> bool:
    """Whether a word ends in a full stop that is no abbreviation's."""
    return word.endswith(".") and len(word) > ABBREVIATED and word[:-1].isalpha() and plain(word) not in grammar.titles


def is_initials(word: str) -> bool:
    """Whether a word is a group of two or three capitals."""
    return word.isascii() and word.isupper() and len(word) <= COMPLETE + 1


def is_organization(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether words name the paper, a desk or another organization."""
    low = [plain(w) for w in words]
    if " ".join(low) in grammar.desks:
        return True
    return any(is_organization_word(w, grammar) for w in low)


def is_organization_word(word: str, grammar: Grammar) -> bool:
    """Whether a word makes an organization of a name: by itself, in a compound, as the name of a site."""
    if word in grammar.organizations or DOMAIN.match(word):
        return True
    if "-" in word and not grammar.corporate.isdisjoint(word.split("-")):
        return True
    return is_unspaced(word) and word.endswith(grammar.glued_organizations)


def as_organization(text: str, grammar: Grammar) -> Author:
    """Return an author that is no person: an agency where it is a known one."""
    kind = AuthorKind.AGENCY if plain(text) in grammar.agencies else AuthorKind.ORGANIZATION
    return Author(text, kind=kind)


def inverted(text: str, grammar: Grammar) -> Author | None:
    """Return the author of "Lovelace, Ada"; None where the text is in no such order."""
    last, comma, first = text.partition(", ")
    words = (*first.split(), *last.split())
    if not comma or "," in first or " " in last or len(first.split()) > COMPLETE:
        return None
    low = [plain(w) for w in words]
    g = grammar
    known = (g.postnominals, g.organizations, g.roles, g.agencies, g.suffixes)
    if any(not kind.isdisjoint(low) for kind in known) or (first.isupper() and not last.isupper()):
        return None
    return Author(" ".join(words)) if all(map(is_name_word, words)) and is_name(words, grammar) else None


@define
class _Reader:
    """State of the pass over the words of one line."""

    grammar: Grammar
    words: list[str]
    low: list[str]
    opened: bool
    at: int = 0
    run: list[str] = Factory(list)  # words that may make a name or a job title
    authors: list[Author] = Factory(list)
    prose: int = 0
    skipping: bool = False  # in a place or a phrase after a name, up to the next mark
    foreign: bool = False  # in the credit of someone else, up to the next opening or strong mark
    joined: bool = False  # the run follows a joiner
    comma: bool = False  # the run follows a comma
    leading: bool = False  # the first words open a byline
    others: set[str] = Factory(set)  # folded names in the credits of someone else

    def step(self) -> None:
        """Take one word, or one opening phrase."""
        word = self.words[self.at]
        if self.opening():
            return
        self.at += 1
        if not (word[0].isalnum() or len(word) > 1):
            self.mark(word)
        elif is_address(word) or word[0].isdigit():
            self.close()
            self.skipping = False
        else:
            self.word(word, self.low[self.at - 1])

    def opening(self) -> bool:
        """Take the phrase that opens a byline, or the credit of someone else, if one stands here."""
        if self.run and self.words[self.at] in self.grammar.particles:
            return False
        if size := self.matches(self.grammar.foreign):
            self.close()
            self.foreign = True
        elif not (self.run or self.skipping) and (size := self.matches(self.grammar.openings)):
            self.close()
            self.leading = self.leading or self.at == 0
            if not self.opened:
                self.authors.clear()  # a section or a series stands before the byline
            self.opened = True
            self.foreign = self.skipping = False
        self.at += size
        return size > 0

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
        self.joined = joiner
        self.comma = mark in ",，、"
        self.skipping = False
        if mark in STOPS:
            self.foreign = False

    def word(self, word: str, low: str) -> None:
        """Take a word by what it is."""
        g = self.grammar
        stem = low.rstrip(".")
        if low in g.joiners:
            self.close()
            self.joined, self.skipping = True, False
        elif (stem in g.calendar and self.is_dated()) or (stem in g.dated and (word[0].isupper() or not self.run)):
            self.close()
        elif (stem in g.noise and not (self.run and self.before_name())) or (low in g.after and self.run):
            self.close()
            self.skipping = True
        elif self.is_part(word, low):
            if not self.skipping:
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
        if low in self.grammar.with_:
            self.skipping = False
        else:
            self.skipping = True
            self.prose += low not in self.grammar.places and not self.foreign

    def is_dated(self) -> bool:
        """Whether the word just taken stands beside a number, or by itself."""
        before = self.words[self.at - 2] if self.at > 1 else ""
        after = self.words[self.at] if self.at < len(self.words) else ""
        alone = not self.run and not after[:1].isalpha()
        return alone or before[:1].isdigit() or after[:1].isdigit()

    def before_name(self) -> bool:
        return self.at < len(self.words) and is_name_word(self.words[self.at])

    def is_role(self, low: str) -> bool:
        return low in self.grammar.roles or low.endswith(self.grammar.endings)

    # --- the end of a run -------------------------------------------------------------------------------------

    def close(self) -> None:
        """End the run of words and take what it says."""
        run, self.run = self.run, []
        if run and self.foreign:
            self.others.add(folded(trimmed(run)))
        elif run:
            self.settle(run)
            self.joined = self.comma = False

    def settle(self, run: list[str]) -> None:
        """Take a run: an agency, a job title, an organization, a degree or a name."""
        low = plain(" ".join(run))
        if low in self.grammar.agencies:
            self.add(Author(" ".join(run), kind=AuthorKind.AGENCY))
        elif low in self.grammar.never or self.is_postnominal(run):
            return
        elif any(self.is_role(plain(w)) for w in run):
            self.role(run)
        elif is_organization(run, self.grammar):
            self.add(Author(" ".join(run), kind=AuthorKind.ORGANIZATION))
        else:
            self.name(run)

    def is_postnominal(self, run: list[str]) -> bool:
        if not self.authors:
            return False
        known = all(plain(w) in self.grammar.postnominals for w in run)
        return known or (self.comma and len(run) == 1 and run[0].isupper() and run[0].isascii() and len(run[0]) < 6)

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
            self.name(before[-1:], run[at[0]])
        elif self.opened and len(before) >= COMPLETE and not (self.authors and self.authors[-1].role is None):
            self.name(before[:COMPLETE], " ".join(run[COMPLETE:]))
        elif self.authors and self.authors[-1].role is None:
            self.authors[-1] = evolve(self.authors[-1], role=trimmed(run))
        elif self.leading and not self.authors and is_organization(run, self.grammar):
            self.add(Author(" ".join(run), kind=AuthorKind.ORGANIZATION))

    def name(self, run: list[str], role: str | None = None) -> None:
        """Take a run as a name if it can be one."""
        g = self.grammar
        while run and (run[0] == "." or plain(run[0]) in g.titles):
            run = run[1:]
        while run and plain(run[-1]).rstrip(".") in g.postnominals and len(run) > COMPLETE:
            run = run[:-1]
        if len(run) == 1 and is_unspaced(run[0]):
            run, role = self.unglued(run[0], role)
        run = undoubled(run)
        if not run or not is_name(run, g):
            return
        if len(run) == 1 and not self.is_complete(run[0]) and (not self.opened or (self.authors and not self.joined)):
            return  # a place, a section, a heading
        if len(run) == 1 and ((self.authors and self.authors[-1].role) or (is_initials(run[0]) and not self.leading)):
            return  # the second half of a job title, a zone, a unit
        if text := trimmed(run):
            self.add(Author(text, role=role))

    def is_complete(self, word: str) -> bool:
        """Whether one word is a whole name: in scripts that write family and first name together."""
        return is_unspaced(word) or (ord(word[0]) in HANGUL and 2 <= len(word) <= 4)

    def unglued(self, word: str, role: str | None) -> tuple[list[str], str | None]:
        """Part a name from the opening and the job title that stand glued to it."""
        g = self.grammar
        if glued := next((p for p in g.glued if word.startswith(p)), ""):
            self.opened = True
            word = word[len(glued) :]
        for title in g.glued_roles:
            if word.startswith(title):
                return [word[len(title) :]] if len(word) > len(title) else [], role or title
            if word.endswith(title) and len(word) > len(title):
                return [word[: -len(title)]], role or title
        return [word] if word else [], role

    def add(self, author: Author) -> None:
        if all(folded(author.name) != folded(known.name) for known in self.authors):
            self.authors.append(author)
