"""Lines of raw text, and the paragraphs they were before a mail program or a text browser wrapped them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, chain, pairwise
from typing import Final

from newsparse.compiling import mypyc_attr
from newsparse.letters import in_one_line
from newsparse.punctuation import STOPS
from newsparse.readers._strings import is_elided, joins_of
from newsparse.readers._text import INVISIBLE, squeeze

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
LINK: Final = 8  # lines of a link whose address is wrapped as well
HANGING: Final = 2  # characters short of the width at which a line may end lest a closing mark begin the next
WIDE: Final = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+"
)
HANGUL: Final = ("\uac00", "\ud7a3")
HYPHENS: Final = "-\u2010"
UNSEEN: Final = re.compile(f"[{''.join(map(chr, INVISIBLE))}]")
SOFT: Final = "\u00ad"
SHORT_WORD: Final = 3  # letters of the "und", "y", "or" that may follow a suspended hyphen
OPENING: Final = "([„¿¡"
CLOSING: Final = ",.;:!?)]}»”’…،。、）」"


@mypyc_attr(acyclic=True)
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
        line = squeeze(raw) if dirty else in_one_line(raw)
        if not line:
            gap += 1
            continue
        if len(found) == most:
            break
        quoted = line.startswith("> ")
        indent = 0 if not raw[0].isspace() else len(raw) - len(raw.lstrip())
        found.append(
            Line(line.lstrip("> ") or ">" if quoted else line, number, gap, indent, quoted, raw.endswith(SOFT))
        )
        gap = 0
    return found


def once(found: list[Line]) -> list[Line]:
    """Return the lines of one copy, where a file holds nothing but the same text twice."""
    half, odd = divmod(len(found), 2)
    if odd or not found or found[0].text != found[half].text:
        return found
    same = all(one.text == other.text for one, other in zip(found[:half], found[half:], strict=True))
    return once(found[:half]) if same else found


def unwrapped(found: list[Line], starts: list[bool], uncut: bool) -> tuple[list[Line], list[bool]]:
    """Re-join hard-wrapped paragraphs and sentences cut at inline elements; *starts* tells the lines that begin anew.

    Returns the paragraphs and the *starts* of each. In an *uncut* text inline elements stand in their sentences.
    """
    shown = found
    width = wrap_width(found, starts)
    if not width and any(line.text[-1] >= UNSPACED for line in found):
        shown = list(map(in_columns, found))
        width = wrap_width(shown, starts)
    tight = tight_gap(found)
    free = [not start for start in starts]
    if width:
        joins = [at > 0 and free[at] and wraps(shown[at - 1], shown[at], width, tight) for at in range(len(shown))]
        if uncut:
            joins = [join or link for join, link in zip(joins, cut_links(found, starts, tight), strict=True)]
    elif uncut:
        return found, starts
    else:
        joins = joins_of([line.text for line in found], free)
    if not any(joins):
        return found, starts
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


def in_columns(line: Line) -> Line:
    """Return a line as long as text browsers take it to be: wide characters, which fill two columns, stand twice.

    One that has none, or is longer than lines are wrapped, stays as it is.
    """
    if len(line.text) > WIDEST or WIDE.search(line.text) is None:
        return line
    return Line(WIDE.sub(doubled, line.text), line.number, line.gap, line.indent, line.quoted, line.soft)


def doubled(run: re.Match[str]) -> str:
    """Return a run of characters with each of them twice."""
    return "".join(chain.from_iterable(zip(run[0], run[0], strict=True)))


def is_unspaced(sign: str) -> bool:
    """Whether a character is of a script without spaces between words; Hangul is wide, but has spaces."""
    return sign >= UNSPACED and not HANGUL[0] <= sign <= HANGUL[1]


# --- hard-wrapped lines --------------------------------------------------------------------------------------


def wrap_width(found: list[Line], starts: list[bool]) -> int:
    """Return the column at which the text was wrapped; 0 where it was not.

    Prose that was filled to a width shows it: the first word of a line would not have fitted onto the line before.
    """
    widths = (voted(found, starts), cliff(found), commonest(found))
    return next((width for width in widths if width and is_filled(found, starts, width)), 0)


def is_filled(found: list[Line], starts: list[bool], width: int) -> bool:
    """Whether most long lines are filled to a width, and most of these end in the middle of a sentence.

    A line with a blank one, an item or a heading below it says nothing: a paragraph may end anywhere.
    """
    tight = tight_gap(found)
    long, full = set(), set()  # by their ends: what a module repeats counts once
    for at, (line, after) in enumerate(pairwise(found), 1):
        if starts[at] or after.gap > tight:
            continue
        size = line.indent + len(line.text)
        # without spaces every filled line ends at the very width; with them a line may end a word earlier
        least = width - RAGGED if is_unspaced(line.text[-1]) else width / 2
        if least < size <= width:
            long.add(line.text[-TAIL:])
            if wraps(line, after, width, tight):
                full.add(line.text[-TAIL:])
    unspaced = any(is_unspaced(end[-1]) for end in full)
    least, most = EXACT if unspaced else FILLED
    if len(full) < max(FEWEST, least * len(long)) or beyond(found, width) > most:
        return False
    return sum(end[-1] not in STOPS for end in full) >= OPEN * len(full)


def beyond(found: list[Line], width: int) -> float:
    """Return the share of the text that lies in lines longer than *width*."""
    longer = whole = 0
    for line in found:
        size = line.indent + len(line.text)
        if size > width and ("](" in line.text or "://" in line.text):
            continue  # nobody can wrap an address
        whole += len(line.text)
        longer += len(line.text) if size > width else 0
    return longer / max(1, whole)


def voted(found: list[Line], starts: list[bool]) -> int:
    """Return the width that fits most lines which end inside a sentence: their next word would not have fitted there.

    Addresses, which nobody wraps, and lines of menus vote for other widths, but not for one and the same.
    """
    tight = tight_gap(found)
    votes = [0] * (2 * WIDEST)
    for at, (line, after) in enumerate(pairwise(found), 1):
        size = line.indent + len(line.text)
        if size > WIDEST or starts[at] or after.gap > tight or line.text[-1] in STOPS or is_unspaced(after.text[0]):
            continue
        longest = size + len(after.text.partition(" ")[0])
        votes[size] += 1
        votes[min(longest, 2 * WIDEST - 2) + 1] -= 1
    sums = list(accumulate(votes))
    best = max(range(NARROWEST, WIDEST + 1), key=sums.__getitem__)
    return best if sums[best] >= FEWEST else 0


def cliff(found: list[Line]) -> int:
    """Return the width just below which much of the text ends and beyond which little of it goes."""
    counts = [0] * (WIDEST + 2)
    for line in found:
        size = min(line.indent + len(line.text), WIDEST + 1)
        counts[size] += size
    sums = list(accumulate(counts))
    return max(range(NARROWEST, WIDEST + 1), key=lambda w: 2 * sums[w] - sums[w - RAGGED] - sums[-1])


def commonest(found: list[Line]) -> int:
    """Return the length that most lines without spaces between words have; 0 where no line is long enough."""
    sizes = Counter(line.indent + len(line.text) for line in found if is_unspaced(line.text[-1]))
    likely = [size for size in sizes if NARROWEST <= size <= WIDEST]
    return max(likely, key=lambda size: (sizes[size], size), default=0)


def wraps(line: Line, after: Line, width: int, tight: int) -> bool:
    """Whether *after* goes on with the sentence of *line*: its first word would not have fitted there."""
    if after.gap > tight or line.quoted is not after.quoted or after.indent > line.indent + 6:
        return False
    word = after.text.partition(" ")[0]
    needed = HANGING if is_unspaced(word[0]) else len(word) + 1
    size = line.indent + len(line.text)
    return size + needed > width and 2 * size > width


def cut_links(found: list[Line], starts: list[bool], tight: int) -> list[bool]:
    """Return for every line whether a link of Markdown that began above it goes on there."""
    cut: list[bool] = []
    name = address = False  # whether the name of a link, or its address, is open
    lines = 0
    for line, start in zip(found, starts, strict=True):
        lines = lines + 1 if name or address else 0
        if start or line.gap > tight or lines > LINK:
            name = address = False
        cut.append(name or address)
        text = line.text
        if address:
            address = ")" not in text
        if "[" in text or "](" in text:
            name, address = text.rfind("[") > text.rfind("]"), address or is_in_address(text)
        elif name and "]" in text:
            name = False
    return cut


def is_in_address(text: str) -> bool:
    """Whether the address of a link is open at the end of a line."""
    return text.rfind("](") > text.rfind(")")


def tight_gap(found: list[Line]) -> int:
    """Return the number of blank lines between neighbouring lines: 0, or 1 where every line is followed by one."""
    close = sum(line.gap == 0 for line in found[1:])
    return int(close < TIGHT * len(found))


# --- joining ---------------------------------------------------------------------------------------------------


def vocabulary(found: list[Line]) -> frozenset[str]:
    """Return all words of the text, to tell a hyphenated word from a compound with a hyphen."""
    return frozenset(word.strip(CLOSING + "(\"'„“”»«") for line in found for word in line.text.split())


def merged(part: list[Line], words: frozenset[str]) -> Line:
    """Make one line of the lines of a paragraph."""
    first = part[0]
    if len(part) == 1:
        return first
    out = [first.text]
    address = False
    for before, line in pairwise(part):
        address = is_in_address(before.text) or (address and ")" not in before.text)
        if before.soft or address:
            out.append(line.text)
        elif before.text[-1] in HYPHENS and before.text[-2:-1].isalpha():
            out[-1], glue = at_hyphen(out[-1], line.text, words)
            out.append(glue + line.text)
        else:
            out.append(glue_of(before.text, line.text) + line.text)
    return Line("".join(out), first.number, first.gap, first.indent, first.quoted)


def glue_of(left: str, right: str) -> str:
    """Return what stands between two lines of a paragraph: a space, or nothing in scripts without spaces."""
    if right[0] in CLOSING or left[-1] in OPENING or is_elided(left):
        return ""
    return "" if is_unspaced(left[-1]) and right[0] >= UNSPACED else " "


def at_hyphen(left: str, right: str, words: frozenset[str]) -> tuple[str, str]:
    """Return the text up to a hyphen at the end of a line, with or without it, and what goes between it and *right*."""
    head = left.rpartition(" ")[2].lstrip("(\"'„“»«")
    tail = right.partition(" ")[0].rstrip(CLOSING + "\"'”“»«")
    if head[:-1] + tail in words and tail[:1].islower():
        return left[:-1], ""
    if head + tail in words or not tail[:1].islower():
        return left, ""
    return left, " " if len(tail) <= SHORT_WORD else ""
