"""Markdown and its plain-text relatives: what the first characters of a line say, and links inside it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from newsparse.compiling import mypyc_attr
from newsparse.document import Kind, Mark
from newsparse.letters import is_spaced
from newsparse.readers._lines import Line
from newsparse.readers._text import squeeze

MARKED: Final = 50_000  # characters of a line whose marks are read; no paragraph has as many, and what has is data
HEADING: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
BULLET: Final = re.compile(r"[*•·◦▪▫‣●○■+]\s+(?=\S)")
DASH: Final = re.compile(r"-\s+(?=\S)")
CIRCLE: Final = "o "  # before the items of inner lists; in some languages a word
NUMBER: Final = re.compile(r"(\d{1,3})(\\?\.|\))\s+(?=\S)")
DRAWN: Final = "-*_=~"  # characters of a drawn line, one space between them at most
RULE: Final = 3  # characters of the shortest
UNDERLINES: Final = "=-"
ODDS: Final = 3  # characters by which the line under a heading may be longer or shorter than that
ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])")
NEAR: Final = 6  # lines between two numbers of one list
TARGET: Final = re.compile(r"<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+\"[^\"]*\")?\s*\)")
URL_LONGEST: Final = 500  # characters of a target that a wrapped line has cut
MARKS: Final = ("](", "**", "__", "\n# ", "\n## ", "\n### ", "\n\\- ", "\n\\+ ")
TELLING: Final = {mark: mark.strip()[0] for mark in MARKS}  # a character is found sooner than several
LINK_NUMBER: Final = re.compile(r"\[(\d{1,4})\](?=[^\s(:\[])")
SIGN: Final = re.compile(
    r"\[(?:INLINE|IMAGE|LINK|EMBED|BUTTON)\] ?"
)  # where a text browser cannot show what stands there
NUMBERED: Final = 3  # links in a row that are numbered one after the other; fewer may be notes
CURRENCIES: Final = "$€£"
BRACKET: Final = re.compile(r"!?\[|\]\(")


@mypyc_attr(acyclic=True)
class Shape:
    """What the beginning of a line says of it."""

    kind: Final[Kind]
    """Heading, item, row or plain text."""

    skip: Final[int]
    """Characters of the mark at the beginning."""

    level: Final[int]
    """Level of a heading, depth of an item."""

    ordered: Final[bool]
    """Item of a numbered list."""

    def __init__(self, kind: Kind, skip: int = 0, level: int = 0, ordered: bool = False) -> None:
        self.kind = kind
        self.skip = skip
        self.level = level
        self.ordered = ordered


PLAIN: Final = Shape(Kind.TEXT)
ITEM: Final = Shape(Kind.ITEM, 2, 1)


def shapes(found: list[Line]) -> list[Shape]:
    """Return the shape of every line."""
    shapes = [shape_of(line.text) for line in found]
    dashes = [line.text[0] == "-" and DASH.match(line.text) is not None for line in found]
    for i, dash in enumerate(dashes):
        if dash and (any(dashes[max(0, i - 1) : i]) or any(dashes[i + 1 : i + 2])):
            shapes[i] = ITEM
    circles = [i for i, line in enumerate(found) if line.text.startswith(CIRCLE)]
    for i in circles:
        if any(is_item(found[j], shapes[j]) for j in (i - 1, i + 1) if 0 <= j < len(found)):
            shapes[i] = ITEM
    for i, size in numbered(found):
        shapes[i] = Shape(Kind.ITEM, size, 1, ordered=True)
    return shapes


def is_item(line: Line, shape: Shape) -> bool:
    """Whether a line is an item, or begins as those of inner lists do where text browsers print them."""
    return shape.kind is Kind.ITEM or line.text.startswith(CIRCLE)


def shape_of(text: str) -> Shape:
    """Return what the beginning of a line says, whatever stands around it."""
    first = text[0]
    if first.isalnum():
        return PLAIN
    if first == "#" and (match := HEADING.match(text)):
        return Shape(Kind.HEADING, match.end(), len(match[1]))
    if first == "|" and text.count("|") > 1:
        return Shape(Kind.ROW, 1)
    if match := BULLET.match(text):
        return Shape(Kind.ITEM, match.end(), 1)
    return PLAIN


def numbered(found: list[Line]) -> list[tuple[int, int]]:
    """Return the items of numbered lists: lines with a number whose successor or predecessor stands near."""
    matches = [(i, NUMBER.match(line.text)) for i, line in enumerate(found) if line.text[0].isdigit()]
    hits = [(i, int(match[1]), match.end()) for i, match in matches if match]
    items: dict[int, int] = {}
    for (i, a, size), (j, b, next_size) in pairwise(hits):
        if b == a + 1 and j - i <= NEAR:
            items[i], items[j] = size, next_size
    return sorted(items.items())


def is_rule(text: str) -> bool:
    """Whether a line is a drawn line and no text."""
    return text[0] in DRAWN and not text.strip(f"{DRAWN} ") and "  " not in text and len(text.replace(" ", "")) >= RULE


def underlined(text: str, below: str) -> int:
    """Return the level of the heading that a drawn line *below* makes of a short line; 0 where it makes none."""
    if below[0] not in UNDERLINES or below.strip(below[0]) or len(below) < RULE or abs(len(below) - len(text)) > ODDS:
        return 0
    return UNDERLINES.index(below[0]) + 1


# --- inside a line ---------------------------------------------------------------------------------------------


@mypyc_attr(acyclic=True)
class Inline:
    """A line without its marks."""

    text: Final[str]
    """What a reader sees."""

    marks: Final[tuple[Mark, ...]]
    """Links and bold parts."""

    pictures: Final[tuple[tuple[str, str], ...]]
    """Pictures as (url, alternative text)."""

    def __init__(self, text: str, marks: tuple[Mark, ...] = (), pictures: tuple[tuple[str, str], ...] = ()) -> None:
        self.text = text
        self.marks = marks
        self.pictures = pictures


def is_markdown(text: str) -> bool:
    """Whether a text has links, pictures, strong words or headings as Markdown writes them."""
    return any(TELLING[mark] in text and mark in text for mark in MARKS)


def numbers_links(text: str) -> bool:
    """Whether a text browser has put its number before every link: "[7]Home", one after the other."""
    if "[" not in text or ("[2]" not in text and "[3]" not in text):
        return False
    numbers = [int(match[1]) for match in LINK_NUMBER.finditer(text)]
    risen = sum(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers) >= NUMBERED and 2 * risen > len(numbers)


def without_sign(text: str) -> str:
    """Take out the sign that a text browser puts in place of a picture, at the beginning of a line."""
    match = SIGN.match(text)
    return text[match.end() :] if match else text


def without_link_numbers(text: str) -> str:
    """Take the numbers of links out of a line."""
    return LINK_NUMBER.sub("", text)


def inline(text: str) -> Inline:
    """Resolve the links, pictures and emphasis of one line."""
    marks: list[Mark] = []
    pictures: list[tuple[str, str]] = []
    if "](" in text:
        text = links(text, marks, pictures)
    if "**" in text or "__" in text:
        text = bold(text, marks)
    if "_" in text or "*" in text:
        text = emphasis(text)
    if "\\" in text:
        text = ESCAPED.sub(r"\1", text)
    return Inline(squeeze(text), tuple(marks), tuple(pictures))


def links(text: str, marks: list[Mark], pictures: list[tuple[str, str]]) -> str:
    """Replace ``[text](url)`` by its text and drop ``![alt](url)``, in one pass."""
    out: list[str] = []
    open_: list[int] = []
    at = 0
    for match in BRACKET.finditer(text):
        if match.start() < at:
            continue
        out.append(text[at : match.start()])
        at = match.end()
        if match[0] != "](":
            open_.append(len(out))
            out.append(match[0])
            continue
        url, end = target(text, at)
        if not open_ or not end:
            out.append(match[0])
            continue
        at = end
        start = open_.pop()
        inner = "".join(out[start + 1 :])
        if "# " in inner:
            inner = unheaded(inner)
        said = squeeze(inner)
        if out[start] == "![":
            pictures.append((url, said))
            inner = ""
        elif said:
            marks.append(Mark("a", said, href=url))
        out[start:] = [parted("".join(out[max(0, start - 1) : start]), inner, text[at : at + 2])]
    return "".join([*out, text[at:]])


def unheaded(text: str) -> str:
    """Return the text of a link without the mark of a heading inside of it, and once where it stands there twice."""
    before, mark, after = text.partition("# ")
    before = before.rstrip("#")
    if not mark or (before and not before[-1].isspace()):
        return text
    return after if not before.strip() or squeeze(before) == squeeze(after) else f"{before}{after}"


def parted(left: str, inner: str, right: str) -> str:
    """Return what was marked, parted from the words beside it: converters lose the space at the edge of an element."""
    first = inner[:1].isalnum() or inner[:1] in CURRENCIES
    before = " " if inner and first and left[-1:].isalnum() and is_spaced(left[-1] + inner[0]) else ""
    word = right.isalpha() and right.islower() and len(right) > 1  # one letter may be an ending
    after = " " if word and inner[-1:].isalnum() and is_spaced(inner[-1] + right[0]) else ""
    return f"{before}{inner}{after}"


def target(text: str, at: int) -> tuple[str, int]:
    """Return the URL of a link whose bracket opens before *at*, and where the text goes on; 0 where it does not end."""
    if match := TARGET.match(text, at):
        return match[1], match.end()
    end = text.find(")", at, at + URL_LONGEST)
    return ("", 0) if end < 0 else (text[at:end].partition(' "')[0].replace(" ", ""), end + 1)


def bold(text: str, marks: list[Mark]) -> str:
    """Take out ``**`` and ``__``; what stands between two of them is bold."""
    parts = text.replace("__", "**").split("**")
    if len(parts) % 2:
        marks += [Mark("b", inner) for part in parts[1::2] if (inner := squeeze(part))]
        for at in range(1, len(parts), 2):
            if len(parts[at]) > 1:  # a single letter is the large first one of a paragraph
                parts[at] = parted(parts[at - 1], parts[at], parts[at + 1][:2])
    return "".join(parts)


def emphasis(text: str) -> str:
    """Take out single ``_`` and ``*`` at the edges of words."""
    out = []
    for word in text.split(" "):
        core = word.strip("_*")
        inner = len(word) > 1 and ("_" in word or "*" in word)
        out.append(EDGE.sub("", word) if inner and core else word)
    return " ".join(out)


EDGE: Final = re.compile(r"(?<![^\W_])[_*](?=[\w\"'„“»«])|(?<=[^\s_*])[_*](?![^\W_])")
