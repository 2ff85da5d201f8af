"""White space, invisible characters and line breaks: from text nodes to the text of blocks."""

from __future__ import annotations

from typing import Final

from newsparse.document import Kind
from newsparse.punctuation import STOPS

# Bound once: to look up a member of an enumeration takes Python 3.11 as long as a call does.
TEXT: Final = Kind.TEXT
LOOSE: Final = (Kind.TEXT, Kind.PARAGRAPH)

BREAK: Final = "\x00"  # stands for <br> while a block is being read; pages hold no NUL, the decoder drops them
SEAM: Final = "\x01"  # stands between two inline elements without white space, twice where their classes differ
GAP: Final = "\x02"  # stands where a control inside a sentence was, with white space before it
CLOSING: Final = ",.;:!?…)]»”’、。，！？"  # what no space stands before, but for French, where it has been typed
ENDING: Final = ".,:;!?)]|»”।"  # what a space stands behind
CASELESS: Final = ("\u0590", "\u0e00")  # scripts, Hebrew to Sinhala, with spaces between words and no small letters
INVISIBLE: Final = dict.fromkeys(
    [0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
LONG: Final = 60  # characters from which a line between single breaks may be a paragraph of its own


def squeeze(text: str) -> str:
    """Return *text* in one line: white space squeezed, invisible characters dropped, marks of the reader resolved."""
    line = text.strip()
    if "  " in line or not line.isprintable():  # neither white space but single spaces is, nor what is invisible
        line = " ".join(line.split())
        if not line.isprintable():
            return _cleared(text)
    return line


def _cleared(text: str) -> str:
    """Squeeze a text that holds invisible characters, or marks of the reader."""
    if not text.isascii():
        text = text.translate(INVISIBLE)
    if SEAM in text:
        text = _close_seams(text)
    if GAP in text:
        text = _close_gaps(text)
    if BREAK in text:
        text = text.replace(BREAK, " ")
    return " ".join(text.split())


def paragraphs(raw: str, kind: Kind) -> list[tuple[str, int]]:
    """Cut the text between two block boundaries at its line breaks; each part comes with the number of its last line.

    Two breaks part paragraphs everywhere. A single one does between two long lines that end as sentences do, if
    they stand in a paragraph; in a loose container already below one. Elsewhere it stays as a line break.
    """
    if BREAK not in raw:
        text = squeeze(raw)
        return [(text, 0)] if text else []
    found: list[tuple[str, int]] = []
    lines: list[str] = []
    number = 0
    for number, piece in enumerate(raw.split(BREAK)):
        line = squeeze(piece)
        ended = kind in LOOSE and lines and is_sentence(lines[-1]) and (kind is TEXT or is_sentence(line))
        if (not line or ended) and lines:
            found.append(("\n".join(lines), number - 1))
            lines = []
        if line:
            lines.append(line)
    if lines:
        found.append(("\n".join(lines), number))
    return found


def is_sentence(line: str) -> bool:
    """Whether a line between two breaks is long and ends as a sentence does."""
    return len(line) >= LONG and line[-1] in STOPS


def _close_gaps(text: str) -> str:
    """Leave one space where a control stood between two words, and none where a sign follows it."""
    parts = text.split(GAP)
    out = [parts[0]]
    for part in parts[1:]:
        if part[:1] in CLOSING:
            out[-1] = out[-1].rstrip()
        out.append(part)
    return "".join(out)


def _close_seams(text: str) -> str:
    """Put a space between two inline elements where words would be glued, but not inside a word."""
    parts = text.split(SEAM)
    out = [parts[0]]
    apart = False
    for part in parts[1:]:
        if not part:
            apart = True
            continue
        out.append((" " if _are_glued(out[-1], part, apart) else "") + part)
        apart = False
    return "".join(out)


def _are_glued(left: str, right: str, apart: bool) -> bool:
    """Whether two pieces without a space between them are no parts of one word; *apart*: elements of other classes."""
    last, first = left[-1:], right[:1]
    if not first.isalnum():
        return False
    if last in ENDING:
        return not first.islower()
    if not _is_letter(left[-2:-1]):  # a single letter before the seam is a drop cap
        return False
    if CASELESS[0] <= last < CASELESS[1]:
        return _is_letter(last)
    return (last.islower() or last.isdigit()) and (apart or not first.islower())


def _is_letter(char: str) -> bool:
    """Whether a character is a letter, a digit, or a sign of a vowel, which Python takes for no letter."""
    return char.isalnum() or CASELESS[0] <= char < CASELESS[1]
