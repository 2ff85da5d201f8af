"""The words that a byline is read by, gathered from the lexicons of one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, TypeAlias

from attrs import frozen

from newsparse.letters import has_digit
from newsparse.lexicons import Lexicon, Topic, table
from newsparse.phrases import bare, plain, runs
from newsparse.words import words_of

TOKEN: Final = re.compile(
    r"[^\s,;|•●·⋅∙/／&+()\[\]{}【】〔〕（）「」《》〈〉<>:：、，。…=＝“”„»«*!?—–]+|[^\s]"
)  # words, and every mark of punctuation by itself
GLUED: Final = re.compile(r"(?<=[^\W\d_]{3})(?=\d)")  # "Brazil0", "Smith12 May"
GLUED_WORD: Final = re.compile(r"(?<=[a-z])[A-Z][a-z]{2,8}(?= \d)")  # "SmithMay 12"
DATED: Final = (Topic.PUBLISHED, Topic.MODIFIED, Topic.READING_TIME)
STAMPS: Final = (Topic.PUBLISHED, Topic.MODIFIED)
NOISE: Final = (Topic.SHARE, Topic.COMMENTS, Topic.PREMIUM, Topic.ADVERTISING, Topic.NAVIGATION)
CREDITS: Final = (Topic.CREDIT, Topic.CAPTION)
UNSPACED: Final = 0x2E80  # from here on scripts without spaces between words, Hangul aside
HANGUL: Final = range(0xAC00, 0xD7B0)
TELLING: Final = 3  # letters of a word of a reading time that says so by itself ("min", "lecture")
COMPOUND: Final = 6  # letters from which a job title may close a compound word ("Politikredakteurin")

Phrase: TypeAlias = tuple[str, ...]
Index: TypeAlias = Mapping[str, tuple[Phrase, ...]]


@frozen(eq=False, kw_only=True)
class Grammar:
    """Word sets of the byline grammar; all words in lower case."""

    openings: Index
    """What a byline begins with, by first word, longest first."""

    foreign: Index
    """What the credit of someone else begins with, by first word, longest first."""

    glued: tuple[str, ...]
    """Openings and titles of scripts without spaces, which stand glued to the name; longest first."""

    glued_foreign: tuple[str, ...]
    """Credits of someone else that stand glued to the name, in the same scripts; longest first."""

    seams: re.Pattern[str] | None
    """Those that end in a colon, which may stand glued to what is before them; None where there are none."""

    glued_roles: tuple[str, ...]
    """Job titles of scripts without spaces, before or after the name; longest first."""

    joiners: frozenset[str]
    """Words between two names."""

    titles: frozenset[str]
    """Academic and courtesy titles."""

    roles: frozenset[str]
    """Words that make a job title."""

    endings: tuple[str, ...]
    """Job titles that compound words end in."""

    ends: frozenset[str]
    """The last letters of these, as many as the shortest has."""

    desks: frozenset[str]
    """Names that stand for the paper, whole."""

    organizations: frozenset[str]
    """Words that make an organization of a name."""

    places: frozenset[str]
    """Prepositions before a place."""

    with_: frozenset[str]
    """Words before a contributor."""

    particles: frozenset[str]
    """Lower-case parts of names."""

    postnominals: frozenset[str]
    """Degrees after a name."""

    suffixes: frozenset[str]
    """Generations after a name ("Jr.")."""

    calendar: frozenset[str]
    """Names of months and days."""

    dated: frozenset[str]
    """Words around dates and reading times."""

    spent: frozenset[str]
    """Words that reading times are made of ("minutes", "read"), some of which are names as well."""

    stamps: Index
    """Phrases of several words that stand before dates ("Last updated")."""

    noise: frozenset[str]
    """Words of menus, share bars and badges."""

    after: frozenset[str]
    """Words that lead from a name to something else ("for The Daily")."""

    never: frozenset[str]
    """Lines that are the label of something else ("Search") or stand where a name is missing, whole."""

    unlike: frozenset[str]
    """Words that no user name has."""

    articles: frozenset[str]
    """Articles that no person's name begins with: "The Daily"."""

    spaces_part: bool
    """Whether a space stands between names and not inside them."""

    corporate: frozenset[str]
    """Words that make an organization of a compound word."""

    glued_organizations: tuple[str, ...]
    """Words that make an organization of a name they stand glued to, in scripts without spaces."""

    agencies: frozenset[str]
    """Names of news agencies, whole."""

    lower_agencies: frozenset[str]
    """Names of news agencies that begin with a small letter, as written."""


@cache  # package data by language code; as many entries as there are languages
def grammar_of(language: str | None) -> Grammar:
    """Return the grammar for a page in *language*; that of all languages where it is None or has no lexicon."""
    lexicons = words_of(language).lexicons
    own = table("_authors")
    names = [x.names for x in lexicons]
    titles, roles = lower(t for n in names for t in n.titles), lower(r for n in names for r in n.roles)
    desks, joiners = lower(d for n in names for d in n.desks), lower(j for n in names for j in n.joiners) | {"&", "+"}
    organizations, particles, after = lower(own["organizations"]), lower(own["particles"]), lower(own["after"])
    openings = [p for x in lexicons for p in openings_of(x, (Topic.BYLINE, Topic.BIO))]
    credits = [p for x in lexicons for p in openings_of(x, CREDITS)]
    spent = single(w for x in lexicons for p in openings_of(x, (Topic.READING_TIME,), ends=True) for w in p.split())
    calendar, dated = lower(calendar_of(lexicons)), single(p for x in lexicons for p in dated_of(x)) - particles
    noise = single(p for x in lexicons for p in openings_of(x, NOISE))
    noise -= organizations | particles | roles | titles | desks
    never = frozenset(label for x in lexicons for label in labels_of(x)) - desks | lower(own["placeholders"])
    return Grammar(
        openings=index(openings),
        foreign=index([*own["foreign"], *credits]),
        glued=longest(p for p in openings if is_unspaced(p) and not p[-1].isalnum()),
        glued_foreign=longest(p for p in (*own["foreign"], *credits) if is_unspaced(p) and not p[-1].isalnum()),
        seams=seams_of(p for p in (*openings, *own["foreign"], *credits) if is_unspaced(p) and p[-1] in ":："),
        glued_roles=longest(r for r in roles | titles if is_unspaced(r) or ord(r[0]) in HANGUL),
        joiners=joiners,
        titles=titles | {t.rstrip(".") for t in titles},
        roles=frozenset(r for r in roles if " " not in r),
        endings=longest(r for r in roles if len(r) >= COMPOUND and not is_unspaced(r)),
        ends=frozenset(r[-COMPOUND:] for r in roles if len(r) >= COMPOUND and not is_unspaced(r)),
        desks=desks,
        organizations=organizations,
        articles=lower(own["articles"]),
        spaces_part=language in own["spaces_part"],
        corporate=organizations | desks,
        glued_organizations=longest(o for o in organizations if is_unspaced(o)),
        places=lower(p for n in names for p in n.places),
        with_=lower(w for n in names for w in n.with_),
        particles=particles,
        postnominals=lower(own["postnominals"]),
        suffixes=lower(own["suffixes"]),
        calendar=calendar,
        dated=dated,
        stamps=index(p for x in lexicons for p in openings_of(x, STAMPS) if " " in p.strip()),
        spent=frozenset(w for w in spent if len(w) >= TELLING) - particles - roles - joiners,
        noise=noise,
        after=after,
        never=never,
        unlike=noise | dated | calendar | roles | never | joiners | after,
        agencies=lower(agency_names()),
        lower_agencies=frozenset(n for n in agency_names() if n[0].islower() and " " not in n),
    )


def words_in(text: str) -> list[str]:
    """Cut a text into words and marks of punctuation."""
    return TOKEN.findall(text)


def unstuck(line: str, grammar: Grammar) -> str:
    """Return a line with a blank before the number, the month or the label that is glued to a name."""
    if grammar.seams is not None and (":" in line or "：" in line):
        line = grammar.seams.sub(r" \g<0>", line)
    if not has_digit(line):  # nothing is glued to it
        return line
    parted = GLUED.sub(" ", line)
    return GLUED_WORD.sub(lambda m: f" {m[0]}" if plain(m[0]) in grammar.calendar else m[0], parted)


def seams_of(labels: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of labels that end in a colon, the longest first; None where there are none."""
    found = longest(labels)
    return re.compile("|".join(f"{re.escape(label[:-1])}[:：]" for label in found)) if found else None


def may_open(text: str, letters: list[str], grammar: Grammar) -> bool:
    """Whether what bylines and credits begin with may stand in a text with such runs of letters in its plain form."""
    heard, marks = beginnings(grammar)
    return not heard.isdisjoint(letters) or any(mark in text for mark in marks)


@cache  # package data, one entry a grammar
def beginnings(grammar: Grammar) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the first runs of letters of what bylines and credits begin with, and the beginnings without letters."""
    words = {*grammar.openings, *grammar.foreign}
    return frozenset(run for word in words for run in runs(word)[:1]), tuple(w for w in words if not runs(w))


def may_hold(line: str, words: Sequence[str], phrases: Index) -> bool:
    """Whether one of some phrases may stand in a line: its first word does among *words*, the others somewhere."""
    if phrases.keys().isdisjoint(words):
        return False
    return any(any(all(part in line for part in phrase) for phrase in phrases.get(word, ())) for word in words)


def is_unspaced(text: str) -> bool:
    """Whether a text is written in a script that puts no spaces between words."""
    return bool(text) and ord(text[0]) >= UNSPACED and ord(text[0]) not in HANGUL


def lower(words: Iterable[str]) -> frozenset[str]:
    """Return words as they are compared."""
    return frozenset(plain(w) for w in words)


def longest(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return plain phrases, each once, longest first."""
    return tuple(sorted(lower(phrases), key=lambda p: (-len(p), p)))


def index(phrases: Iterable[str]) -> Index:
    """Return phrases cut into words, by their first word, longest first."""
    found: dict[str, set[Phrase]] = {}
    for phrase in phrases:
        if words := tuple(words_in(plain(phrase))):
            found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(all_, key=lambda p: (-len(p), p))) for first, all_ in found.items()}


def agency_names() -> Iterator[str]:
    """Yield all spellings of all agencies, as written."""
    for agency in table("_agencies")["agency"]:
        yield agency["name"]
        yield from agency.get("aliases", ())


def openings_of(lexicon: Lexicon, topics: Iterable[Topic], *, ends: bool = False) -> Iterator[str]:
    """Yield what lines of some topics begin with, and end in."""
    for topic in topics:
        if phrases := lexicon.topics.get(topic):
            yield from phrases.start
            yield from phrases.whole
            yield from phrases.end if ends else ()


def labels_of(lexicon: Lexicon) -> Iterator[str]:
    """Yield the lines that are labels and nothing else, of all topics but those that bylines have."""
    for topic, phrases in lexicon.topics.items():
        if topic not in (Topic.BYLINE, Topic.SOURCE, Topic.CONTRIBUTION):
            yield from (bare(plain(p)) for p in phrases.whole)


def calendar_of(lexicons: Iterable[Lexicon]) -> Iterator[str]:
    """Yield the names of months and days, and of the halves of a day."""
    yield from (*table("_dates")["am"], *table("_dates")["pm"])
    for lexicon in lexicons:
        for names in (*lexicon.dates.months, *lexicon.dates.weekdays, lexicon.dates.today, lexicon.dates.yesterday):
            yield from names


def dated_of(lexicon: Lexicon) -> Iterator[str]:
    """Yield what stands around dates and reading times."""
    yield from openings_of(lexicon, DATED)
    yield from (*lexicon.dates.clock, *lexicon.dates.ago, *lexicon.dates.zones)


def single(phrases: Iterable[str]) -> frozenset[str]:
    """Return the phrases that are one word."""
    return frozenset(words[0] for p in phrases if len(words := words_in(plain(p))) == 1)
