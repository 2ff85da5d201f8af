"""Sentences cut at inline elements, where each string of the markup became a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsparse.scorer import string_scorer
from newsparse.tongues import words as small_words

FEATURES: Final = (
    "size_above", "size", "size_two_above", "size_below", "end_above", "end", "end_two_above", "start", "start_above",
    "start_below", "start_two_below", "start_two_above", "small_start", "small_end_above", "small_end_two_above",
    "words_above", "words", "upper_above", "upper", "cuts", "share", "open_above", "near", "lines",
)  # fmt: skip
"""Names of what the trees are told of a line, in this order."""

OFTEN: Final = 3  # lines that say the same; what stands so often belongs to controls
FEWEST: Final = 2  # cuts; one may be chance
LONG: Final = 60  # letters of two or three lines that may be a sentence with a cut in it
AROUND: Final = 3  # lines to each side of such a cut that may be parts of a sentence, too
LINK: Final = 60  # letters of a link inside a sentence
BEGUN: Final = 30  # letters of a line that begins a sentence
PLACE: Final = 3  # words of the place in a dateline
DASH: Final = "-–—"
DASHES: Final = ("- ", "– ", "— ")
LEAST: Final = -0.5  # log-odds from which a line goes on with the one above
SURE: Final = 0.0  # the same where what would be joined has no end: captions, headlines, bylines
LINKED: Final = -1.5  # the same where what goes on below can be a link
SHORT: Final = 1.0  # how small a word is that is only as short as such
SHORT_WORD: Final = 3  # letters of the "und", "y", "or" of languages whose small words are not known
SAMPLE: Final = 200  # characters beyond which more says no more
UNFINISHED: Final = 5  # lines back to which an unfinished sentence is followed
HEAD: Final = 12  # words of a line whose first letters are looked at

ENDS: Final = ".!?…。！？؟।۔"
QUOTES: Final = "\"'”’»)]』」】）"
FIRST: Final = (".,;:!?،。、", ")]}»”’）」』】", "-–—", "([„¿¡（「『【〔《\"“«‚'‘")
"""Kinds of characters at the beginning of a line, by what they say of it."""
LAST: Final = (":：", ",;،、", "([„¿¡（「『【〔《«‚", "-–—", "|/·•>›")
"""The same at its end."""
ELIDING: Final = "’'"  # behind the one or two letters that are left of a word: "l’", "dell’"
ELIDED: Final = 5  # it says what an opening mark does
REST: Final = 3  # kinds of beginnings that no sentence has: small letters, marks that follow or close
OPEN: Final = 2  # kinds of ends that a sentence has; with all others it is not at its end
NONE: Final = -1.0


class Told:
    """What a line says of itself, as numbers."""

    size: Final[float]
    """Its length."""

    first: Final[float]
    """What its first character is."""

    last: Final[float]
    """What its last character is."""

    small_first: Final[float]
    """How much its first word is one of those that sentences are made of."""

    small_last: Final[float]
    """The same of its last word."""

    words: Final[float]
    """How many words it has."""

    upper: Final[float]
    """Share of words with a capital."""

    def __init__(self, text: str) -> None:
        words = text[:SAMPLE].split()
        head = words[:HEAD]
        self.size = min(float(SAMPLE), float(len(text)))
        self.first = float(first_of(text[0]))
        self.last = float(last_of(text))
        self.small_first = smallness(words[0])
        self.small_last = smallness(text[-SAMPLE:].rpartition(" ")[2])
        self.words = float(len(words))
        self.upper = sum([word[0].isupper() for word in head]) / max(1, len(head))


def joins_of(texts: Sequence[str], free: Sequence[bool]) -> list[bool]:
    """Return for every line whether it goes on with the sentence above it; those that are not *free* never do.

    Where hardly any line is the rest of a sentence that the line above has not ended, nothing is joined.
    """
    cuts = cuts_of(texts, free)
    joins = [False] * len(texts)
    if sum(cuts) < FEWEST:
        at = lone_dash(texts)
        if at and free[at]:
            joins[at] = is_dateline(texts[at - 1], texts[at])
        return joins
    rows = Rows(texts, cuts)
    score = string_scorer().score
    likely: dict[int, float] = {}
    for at in near(cuts):
        if at > 0 and free[at]:
            likely[at] = score(rows.of(at))
            joins[at] = likely[at] > LEAST and not is_parted(texts[at - 1], texts[at])
            joins[at] = joins[at] and (cuts[at] or not is_rest(texts, at))
    for at in range(1, len(texts)):
        if free[at] and not joins[at]:
            going = at + 1 < len(texts) and joins[at + 1]
            joins[at] = is_begun(texts[at - 1], texts[at], going, likely.get(at, LINKED) > LINKED)
    for first, end in list(runs(joins)):
        if not is_sentence(texts, first, end):
            for at in range(first + 1, end):
                joins[at] = likely.get(at, LINKED) > SURE
    return joins


def is_parted(above: str, text: str) -> bool:
    """Whether a colon in an element of its own stands above a line, as between a topic line and a headline."""
    return above in ":：" and not text[0].islower()


def runs(joins: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first line of every run that was joined, and the one behind its last."""
    first = 0
    for at in range(1, len(joins) + 1):
        if at == len(joins) or not joins[at]:
            if at - first > 1:
                yield first, at
            first = at


def is_sentence(texts: Sequence[str], first: int, end: int) -> bool:
    """Whether a sentence ends in a run, or marks stand inside that go with what is before them."""
    if any(0 < first_of(text[0]) < REST for text in texts[first + 1 : end]):
        return True
    return any(last_of(text) < OPEN or ". " in text for text in texts[first:end])


def is_begun(above: str, text: str, going: bool, likely: bool) -> bool:
    """Whether a line begins the sentence of the next, *text*; *going* tells whether that goes on below.

    It does so above a link where it is *likely*, as the place of a dateline, and as one small word with a capital.
    """
    if last_of(above) < OPEN:
        return False
    link = going and len(text) <= LINK and last_of(text) >= OPEN and first_of(text[0]) >= REST
    if link and likely and len(above) >= BEGUN:
        return True
    if text.startswith(DASHES) and len(text) >= LONG:
        return is_dateline(above, text)
    return (link or len(text) >= LONG) and above[0].isupper() and smallness(above) > SHORT


def is_dateline(above: str, text: str) -> bool:
    """Whether a line is the place of a dateline, which a dash parts from the sentence below."""
    words = above.split()
    named = len(words) <= PLACE and all(word[0].isupper() for word in words)
    return named and len(text) >= LONG and last_of(above) >= OPEN


def lone_dash(texts: Sequence[str]) -> int:
    """Return the only line that begins with a dash; 0 where there are others: they are speech or items."""
    found = [at for at, text in enumerate(texts) if text[0] in DASH and text.startswith(DASHES)]
    return found[0] if len(found) == 1 else 0


def cuts_of(texts: Sequence[str], free: Sequence[bool]) -> list[bool]:
    """Return for every line whether it surely begins inside a sentence; what stands everywhere cuts nothing."""
    found = [False] * len(texts)
    able = [at for at in range(1, len(texts)) if free[at] and is_rest(texts, at)]
    times: dict[str, int] = {}
    for at in able:
        times[texts[at]] = times.get(texts[at], 0) + 1
    for at in able:
        found[at] = times[texts[at]] < OFTEN or not any(map(str.isalnum, texts[at]))
    return found


def is_rest(texts: Sequence[str], at: int) -> bool:
    """Whether a line begins as no sentence does, and the line above has not ended one."""
    text, above = texts[at], texts[at - 1]
    kind = first_of(text[0])
    if kind >= REST or last_of(above) < OPEN:
        return False
    over = texts[at - 2] if at > 1 else "."  # where a link stands between
    return kind > 0 or len(text) + len(above) + (len(over) if last_of(over) >= OPEN else 0) >= LONG


def near(cuts: Sequence[bool]) -> list[int]:
    """Return the lines around cuts."""
    found: list[int] = []
    last = -1
    for at, cut in enumerate(cuts):
        if cut:
            found += range(max(last + 1, at - AROUND), min(len(cuts), at + AROUND + 1))
            last = found[-1]
    return found


class Rows:
    """What the trees are told of the lines of one text."""

    def __init__(self, texts: Sequence[str], cuts: Sequence[bool]) -> None:
        self.texts: Final = texts
        self.told: Final[dict[int, Told]] = {}
        self.above: Final = [0]
        for cut in cuts:
            self.above.append(self.above[-1] + cut)

    def of(self, at: int) -> list[float]:
        """Return what the trees are told of a line and of those around it, in the order of ``FEATURES``."""
        line, above, cuts, end = self.at(at), self.at(at - 1), self.above, len(self.texts)
        over, below, under = self.may_be(at - 2), self.may_be(at + 1), self.may_be(at + 2)
        return [
            above.size, line.size, over.size if over else NONE, below.size if below else NONE,
            above.last, line.last, over.last if over else NONE,
            line.first, above.first, below.first if below else NONE, under.first if under else NONE,
            over.first if over else NONE,
            line.small_first, above.small_last, over.small_last if over else NONE,
            above.words, line.words, above.upper, line.upper,
            float(cuts[-1]), cuts[-1] / end, self.unfinished(at),
            float(cuts[min(end, at + AROUND + 1)] - cuts[max(0, at - AROUND)]), float(end),
        ]  # fmt: skip

    def at(self, at: int) -> Told:
        """Return what a line says of itself."""
        found = self.told.get(at)
        if found is None:
            found = self.told[at] = Told(self.texts[at])
        return found

    def may_be(self, at: int) -> Told | None:
        """Return the same where there is such a line."""
        return self.at(at) if 0 <= at < len(self.texts) else None

    def unfinished(self, at: int) -> float:
        """Return how many letters stand above a line since the last end of a sentence."""
        total = 0.0
        for back in range(1, min(UNFINISHED, at) + 1):
            line = self.at(at - back)
            if line.last < OPEN:
                break
            total += line.size
        return total


def first_of(sign: str) -> int:
    """Return what the first character of a line says: the less, the likelier it stands inside a sentence."""
    if sign.islower():
        return 0
    for kind, signs in enumerate(FIRST, 1):
        if sign in signs:
            return kind
    return 5 if sign.isdigit() else 6 if sign.isupper() else 7 if sign.isalpha() else 8


def last_of(text: str) -> int:
    """Return what the end of a line says: 0 and 1 for the end of a sentence."""
    sign = text[-1]
    if sign in ENDS:
        return 0
    if is_elided(text):
        return ELIDED
    if sign in QUOTES:
        return 1 if text.rstrip(QUOTES)[-1:] in ENDS else 2
    for kind, signs in enumerate(LAST, 3):
        if sign in signs:
            return kind
    return 8 if sign.isdigit() else 9


def is_elided(text: str) -> bool:
    """Whether a line ends in the one or two letters that are left of a word before a vowel."""
    return text[-1] in ELIDING and len(text.rpartition(" ")[2]) <= SHORT_WORD


def smallness(word: str) -> float:
    """Return 2 for a word that sentences are made of in some language, 1 for one as short."""
    small = word.lower()
    return 2.0 if small in small_words() else SHORT if small.isalpha() and len(small) <= SHORT_WORD else 0.0
