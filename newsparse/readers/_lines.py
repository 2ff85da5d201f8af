"""Lines of raw text, and the paragraphs they were before a mail program or a text browser wrapped them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from newsparse.punctuation import STOPS
from newsparse.readers._text import INVISIBLE, squeeze
from newsparse.tongues import words as small_words

NARROWEST: Final = 30  # columns; nobody wraps prose narrower, menus are
WIDEST: Final = 132  # columns of the widest terminal; longer lines were not wrapped
RAGGED: Final = 12  # columns of the longest words, left free at the ends of filled lines
TAIL: Final = 24  # characters at the end of a line by which it is compared with others
FEWEST: Final = 4  # such lines; fewer are chance
FILLED: Final[tuple[float, ...]] = (0.4, 0.3)
"""Of wrapped text: share of the long lines that the next word would have overflowed, at least; share of the text in
longer lines (lists, tables, links), at most."""
EXACT: Final[tuple[float, ...]] = (0.7, 0.05)
"""The same in scripts without spaces between words, where headlines of one length look alike."""
OPEN: Final = 0.6  # share of full lines that end in the middle of a sentence
TIGHT: Final = 0.05  # share of lines without a blank line before them, below which every line is followed by one
UNSPACED: Final = "\u2e80"  # from here on scripts whose lines are re-joined without a space (Hangul aside)
HANGING: Final = 2  # characters short of the width at which a line may end lest a closing mark begin the next
HANGUL: Final = ("\uac00", "\ud7a3")
HYPHENS: Final = "-\u2010"
UNSEEN: Final = re.compile(f"[{''.join(map(chr, INVISIBLE))}]")
SOFT: Final = "\u00ad"
SHORT_WORD: Final = 3  # letters of the "und", "y", "or" that may follow a suspended hyphen
FRAGMENTS: Final = 3  # sentences that a link seems to have cut, from which each string is a line of its own
REST: Final = 40  # characters of a line that goes on with a sentence although it does not end it
DASHES: Final = ("- ", "– ", "— ")
LINK: Final = 60  # characters of a link or emphasis inside a sentence
QUOTES: Final = "\"'”“’»«)] "
ENDS: Final = ".!?…。！？؟।۔"
OPENING: Final = "([„¿¡"
ELIDING: Final = "’'"  # behind the one or two letters that are left of a word: "l’", "dell’"
CLOSING: Final = ",.;:!?)]}»”’…،。、）」"


class Line:
    """One line that is not blank, or a paragraph made of several."""

    text: Final[str]
    """White space squeezed, invisible characters dropped."""

    number: Final[int]
    """Number of the (first) line in the text, from 1."""

    gap: Final[int]
    """Blank lines before it."""

    indent: Final[int]
    """Columns of white space before it."""

    quoted: Final[bool]
    """Stood behind a ``>`` as in a mail."""

    soft: Final[bool]
    """Ended in a soft hyphen."""

    def __init__(
        self, text: str, number: int, gap: int, indent: int = 0, quoted: bool = False, soft: bool = False
    ) -> None:
        self.text = text
        self.number = number
        self.gap = gap
        self.indent = indent
        self.quoted = quoted
        self.soft = soft


def lines(text: str, most: int) -> list[Line]:
    """Return the lines of *text* that are not blank, the first *most* of them."""
    found: list[Line] = []
    gap = 0
    dirty = not text.isascii() and UNSEEN.search(text) is not None  # looking once is cheaper than cleaning every line
    for number, raw in enumerate(text.splitlines(), 1):
        line = squeeze(raw) if dirty else " ".join(raw.split())
        if not line:
            gap += 1
            continue
        if len(found) == most:
            break
        quoted = line.startswith("> ")
        indent = 0 if raw[0] > " " else len(raw) - len(raw.lstrip())
        found.append(
            Line(line.lstrip("> ") or ">" if quoted else line, number, gap, indent, quoted, raw.endswith(SOFT))
        )
        gap = 0
    return found


def unwrapped(found: list[Line], starts: Sequence[bool]) -> tuple[list[Line], list[bool]]:
    """Re-join hard-wrapped paragraphs and sentences cut at inline elements; *starts* tells the lines that begin anew.

    Returns the paragraphs and the *starts* of each.
    """
    width = wrap_width(found, starts)
    if width:
        tight = tight_gap(found)
        joins = [False]
        joins += [wraps(a, b, width, tight) and not s for (a, b), s in zip(pairwise(found), starts[1:], strict=True)]
    else:
        joins = fragments(found, starts)
    if not any(joins):
        return found, list(starts)
    parts: list[list[Line]] = []
    for line, join in zip(found, joins, strict=True):
        if join:
            parts[-1].append(line)
        else:
            parts.append([line])
    firsts = [start for start, join in zip(starts, joins, strict=True) if not join]
    cut = width and any(line.text[-1] in HYPHENS for line in found)
    words = vocabulary(found) if cut else frozenset()
    return [merged(part, words) for part in parts], firsts


# --- hard-wrapped lines --------------------------------------------------------------------------------------


def wrap_width(found: Sequence[Line], starts: Sequence[bool]) -> int:
    """Return the column at which the text was wrapped; 0 where it was not.

    Prose that was filled to a width shows it: the first word of a line would not have fitted onto the line before.
    """
    widths = (voted(found, starts), cliff(found), commonest(found))
    return next((width for width in widths if width and is_filled(found, starts, width)), 0)


def is_filled(found: Sequence[Line], starts: Sequence[bool], width: int) -> bool:
    """Whether most long lines are filled to a width, and most of these end in the middle of a sentence.

    A line with a blank one, an item or a heading below it says nothing: a paragraph may end anywhere.
    """
    tight = tight_gap(found)
    long, full = set(), set()  # by their ends: what a module repeats counts once
    for (line, after), start in zip(pairwise(found), starts[1:], strict=True):
        if start or after.gap > tight:
            continue
        size = line.indent + len(line.text)
        # without spaces every filled line ends at the very width; with them a line may end a word earlier
        least = width - RAGGED if line.text[-1] >= UNSPACED else width / 2
        if least < size <= width:
            long.add(line.text[-TAIL:])
            if wraps(line, after, width, tight):
                full.add(line.text[-TAIL:])
    unspaced = any(end[-1] >= UNSPACED for end in full)
    least, most = EXACT if unspaced else FILLED
    if len(full) < max(FEWEST, least * len(long)) or beyond(found, width) > most:
        return False
    return sum(end[-1] not in STOPS for end in full) >= OPEN * len(full)


def beyond(found: Sequence[Line], width: int) -> float:
    """Return the share of the text that lies in lines longer than *width*."""
    longer = whole = 0
    for line in found:
        size = line.indent + len(line.text)
        if size > width and ("](" in line.text or "://" in line.text):
            continue  # nobody can wrap an address
        whole += len(line.text)
        longer += len(line.text) if size > width else 0
    return longer / max(1, whole)


def voted(found: Sequence[Line], starts: Sequence[bool]) -> int:
    """Return the width that fits most lines which end inside a sentence: their next word would not have fitted there.

    Addresses, which nobody wraps, and lines of menus vote for other widths, but not for one and the same.
    """
    tight = tight_gap(found)
    votes = [0] * (2 * WIDEST)
    for (line, after), start in zip(pairwise(found), starts[1:], strict=True):
        size = line.indent + len(line.text)
        if start or after.gap > tight or size > WIDEST or line.text[-1] in STOPS or after.text[0] >= UNSPACED:
            continue
        longest = size + len(after.text.partition(" ")[0])
        votes[size] += 1
        votes[min(longest, 2 * WIDEST - 2) + 1] -= 1
    sums = list(accumulate(votes))
    best = max(range(NARROWEST, WIDEST + 1), key=sums.__getitem__)
    return best if sums[best] >= FEWEST else 0


def cliff(found: Sequence[Line]) -> int:
    """Return the width just below which much of the text ends and beyond which little of it goes."""
    counts = [0] * (WIDEST + 2)
    for line in found:
        size = min(line.indent + len(line.text), WIDEST + 1)
        counts[size] += size
    sums = list(accumulate(counts))
    return max(range(NARROWEST, WIDEST + 1), key=lambda w: 2 * sums[w] - sums[w - RAGGED] - sums[-1])


def commonest(found: Sequence[Line]) -> int:
    """Return the length that most lines without spaces between words have; 0 where no line is long enough."""
    sizes = Counter(line.indent + len(line.text) for line in found if line.text[-1] >= UNSPACED)
    likely = [size for size in sizes if NARROWEST <= size <= WIDEST]
    return max(likely, key=lambda size: (sizes[size], size), default=0)


def wraps(line: Line, after: Line, width: int, tight: int) -> bool:
    """Whether *after* goes on with the sentence of *line*: its first word would not have fitted there."""
    if after.gap > tight or line.quoted is not after.quoted or after.indent > line.indent + 6:
        return False
    word = after.text.partition(" ")[0]
    needed = HANGING if word[0] >= UNSPACED else len(word) + 1
    size = line.indent + len(line.text)
    return size + needed > width and 2 * size > width


def tight_gap(found: Sequence[Line]) -> int:
    """Return the number of blank lines between neighbouring lines: 0, or 1 where every line is followed by one."""
    close = sum(line.gap == 0 for line in found[1:])
    return int(close < TIGHT * len(found))


# --- sentences cut at inline elements --------------------------------------------------------------------------


def fragments(found: Sequence[Line], starts: Sequence[bool]) -> list[bool]:
    """Return for every line whether it goes on with the sentence before it.

    Where each string of the markup is a line of its own, links and emphasis cut sentences: the rest then begins
    with a small letter or a closing mark. One such line may be chance, several are not.
    """
    tight = tight_gap(found)
    free = [not start and line.gap <= tight for line, start in zip(found, starts, strict=True)]
    rests = [ok and goes_on(line.text) for line, ok in zip(found, free, strict=True)]
    counts = Counter(line.text for line, rest in zip(found, rests, strict=True) if rest)
    own = [
        counts[line.text] < FRAGMENTS for line in found
    ]  # what stands everywhere ("opens in a new tab") cuts nothing
    if sum(rest and own[at] and is_cut(found, at) for at, rest in enumerate(rests)) < FRAGMENTS:
        return []
    closed = [ends(line.text) and len(line.text) > LINK for line in found]
    joins = [rest and not shut for rest, shut in zip(rests, [True, *closed], strict=False)]
    for i, (before, line) in enumerate(pairwise(found), 1):
        going = joins[i - 1] and own[i - 1] and goes_on(before.text) and before.text[-1] not in STOPS
        joins[i] = joins[i] or (free[i] and (going or (own[i - 1] and dangles(before.text, line.text))))
    for i in range(2, len(found)):
        link = joins[i] and own[i] and not joins[i - 1] and free[i - 1] and len(found[i - 1].text) <= LINK
        above = found[i - 2].text
        if link and (begins(above) or (joins[i - 2] and above[-1] not in STOPS)):
            joins[i - 1] = True
    return joins


def goes_on(text: str) -> bool:
    """Whether a line is the rest of a sentence: a closing mark first, or a small letter, and it is no stamp or name."""
    if text[0] in CLOSING:
        return True
    return text[0].islower() and (len(text) >= REST or (text[-1] in STOPS and not any(map(str.isdigit, text))))


def dangles(before: str, text: str) -> bool:
    """Whether a line ends in what something must follow, or the next one begins with a dash."""
    last = before.rpartition(" ")[2]
    if is_open(before) or (" " in before and is_small(last) and (len(last) <= SHORT_WORD or len(before) >= NARROWEST)):
        return True
    return text.startswith(DASHES) and before[-1] not in STOPS


def is_small(word: str) -> bool:
    """Whether a word is one of those that sentences are made of in some language, or as short."""
    return word.isalpha() and word.islower() and (len(word) <= SHORT_WORD or word in small_words())


def is_open(text: str) -> bool:
    """Whether a line ends in an opening mark, in an elided word, or in a comma after more than a few words."""
    last = text[-1]
    if last in OPENING or (last == "«" and text.count("«") > text.count("»")):
        return True
    if last in ELIDING:
        return len(text.rpartition(" ")[2]) <= SHORT_WORD
    return last == "," and len(text) >= NARROWEST


def is_cut(found: Sequence[Line], at: int) -> bool:
    """Whether the rest of a sentence at *at* has its beginning above it, or above the link before it."""
    if at and opens(found[at - 1].text):
        return True
    return at > 1 and len(found[at - 1].text) <= LINK and begins(found[at - 2].text) and not ends(found[at - 1].text)


def ends(text: str) -> bool:
    """Whether a line ends as a sentence does; a quotation mark alone is no end."""
    return text.rstrip(QUOTES)[-1:] in ENDS


def opens(text: str) -> bool:
    """Whether a line is the beginning of a sentence that a link cut short: long, and not at its end."""
    return len(text) >= NARROWEST and text[-1] not in STOPS


def begins(text: str) -> bool:
    """Whether a line can be the beginning of a sentence before a link: cut short, or one small word alone."""
    return opens(text) or is_open(text) or (text[:1].isupper() and is_small(text.lower()))


# --- joining ---------------------------------------------------------------------------------------------------


def vocabulary(found: Sequence[Line]) -> frozenset[str]:
    """Return all words of the text, to tell a hyphenated word from a compound with a hyphen."""
    return frozenset(word.strip(CLOSING + "(\"'„“”»«") for line in found for word in line.text.split())


def merged(part: list[Line], words: frozenset[str]) -> Line:
    """Make one line of the lines of a paragraph."""
    first = part[0]
    if len(part) == 1:
        return first
    out = [first.text]
    for before, line in pairwise(part):
        if before.soft:
            out.append(line.text)
        elif before.text[-1] in HYPHENS and before.text[-2:-1].isalpha():
            out[-1], glue = at_hyphen(out[-1], line.text, words)
            out.append(glue + line.text)
        else:
            out.append(glue_of(before.text, line.text) + line.text)
    return Line("".join(out), first.number, first.gap, first.indent, first.quoted)


def glue_of(left: str, right: str) -> str:
    """Return what stands between two lines of a paragraph: a space, or nothing in scripts without spaces."""
    if right[0] in CLOSING or left[-1] in OPENING or (left[-1] in ELIDING and is_open(left)):
        return ""
    unspaced = left[-1] >= UNSPACED and right[0] >= UNSPACED
    return "" if unspaced and not HANGUL[0] <= left[-1] <= HANGUL[1] else " "


def at_hyphen(left: str, right: str, words: frozenset[str]) -> tuple[str, str]:
    """Return the text up to a hyphen at the end of a line, with or without it, and what goes between it and *right*."""
    head = left.rpartition(" ")[2].lstrip("(\"'„“»«")
    tail = right.partition(" ")[0].rstrip(CLOSING + "\"'”“»«")
    if head[:-1] + tail in words and tail[:1].islower():
        return left[:-1], ""
    if head + tail in words or not tail[:1].islower():
        return left, ""
    return left, " " if len(tail) <= SHORT_WORD else ""
