"""Links and pictures of Markdown that run over several lines: cards of which heading and summary are one link."""

from __future__ import annotations

import re
from typing import Final

from newsparse.readers._lines import Line
from newsparse.readers._markdown import MARKED, shape_of, target

TOKEN: Final = re.compile(r"!?\[|\]\(|\]")
MOST: Final = 12  # lines of one link; a bracket that is closed farther below is none


class Opening:
    """Where a link begins that its line does not close."""

    line: Final[int]
    """The line."""

    at: Final[int]
    """Characters before its bracket."""

    picture: Final[bool]
    """Whether it is a picture, and the lines what is said in its place."""

    def __init__(self, line: int, at: int, picture: bool) -> None:
        self.line = line
        self.at = at
        self.picture = picture


def whole_links(found: list[Line]) -> list[Line]:
    """Return the lines, every part of a link that runs over several of them as a link of its own."""
    texts: dict[int, str] = {}
    opening: Opening | None = None
    for number, line in enumerate(found):
        if opening is not None and number - opening.line > MOST:
            opening = None
        if len(line.text) > MARKED or ("[" not in line.text and "]" not in line.text):
            continue
        closing, left = ends_of(line.text)
        if opening is not None and closing >= 0:
            texts |= parts_of(found, texts, opening, number, closing)
            opening = None
        if left >= 0:
            opening = Opening(number, left, line.text[left] == "!")
    if not texts:
        return found
    lines = [line_of(line, texts[number]) if number in texts else line for number, line in enumerate(found)]
    return [line for line in lines if line.text]


def ends_of(text: str) -> tuple[int, int]:
    """Return where a line closes a link that began above it, and where it begins one that it does not close; or -1."""
    open_: list[int] = []
    closing = -1
    for token in TOKEN.finditer(text):
        if token[0][-1] == "[":
            open_.append(token.start())
        elif open_:
            open_.pop()
        elif token[0] == "](" and closing < 0:
            closing = token.start()
    return closing, open_[-1] if open_ else -1


def parts_of(found: list[Line], known: dict[int, str], opening: Opening, last: int, closing: int) -> dict[int, str]:
    """Return the lines of one link, by number, as links of their own; those known already may have begun above."""
    end = found[last].text
    url, after = target(end, closing + 2)
    if not after:
        return {}
    if opening.picture:
        return picture(found, opening, last, after)
    parts: dict[int, str] = {}
    for number in range(opening.line, last + 1):
        text = known.get(number, found[number].text)
        start = opening.at if number == opening.line else shape_of(text).skip
        if number == last:
            parts[number] = f"{text[:start]}{linked(text[start:closing], url)}{text[after:]}".strip()
        elif number == opening.line:
            parts[number] = f"{text[:start]}{linked(text[start + 1 :], url)}".strip()
        else:
            parts[number] = f"{text[:start]}{linked(text[start:], url)}".strip()
    return parts


def picture(found: list[Line], opening: Opening, last: int, after: int) -> dict[int, str]:
    """Return the lines of one picture, by number: all that is said in its place on the first of them."""
    first, end = found[opening.line].text, found[last].text
    alt = " ".join([line.text for line in found[opening.line + 1 : last]])
    whole = f"{first} {alt} {end[:after]}" if alt else f"{first} {end[:after]}"
    between = dict.fromkeys(range(opening.line + 1, last), "")
    return {opening.line: whole, **between, last: end[after:].strip()}


def linked(text: str, url: str) -> str:
    """Return a text as a link; one that has links or pictures of its own as it is."""
    said = text.strip()
    return said if not said or "](" in said else f"[{said}]({url})"


def line_of(line: Line, text: str) -> Line:
    """Return a line with another text."""
    return Line(text, line.number, line.gap, line.indent, line.quoted, line.soft)
