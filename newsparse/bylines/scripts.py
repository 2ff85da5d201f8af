"""Names in scripts that write them without capitals or without spaces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsparse.article import Author
from newsparse.bylines.grammar import HANGUL, Grammar, is_unspaced
from newsparse.bylines.names import NARROW

KOREAN: Final = 4  # syllables of the longest name in Hangul
USUAL: Final = 3  # syllables of most of them, and of few places


def without_places(authors: Sequence[Author]) -> Sequence[Author]:
    """Return authors without the places before them, where every name in Hangul has its job title."""
    korean = [a for a in authors if ord(a.name[0]) in HANGUL]
    return [a for a in authors if a.role or a not in korean] if any(a.role for a in korean) else authors


def is_usual(author: Author) -> bool:
    """Whether a name has no job title and looks like that of a Korean rather than of a place."""
    return author.role is None and ord(author.name[0]) in HANGUL and len(author.name) == USUAL


def is_complete(word: str) -> bool:
    """Whether one word is a whole name: in scripts that write family and first name together."""
    return is_unspaced(word) or (ord(word[0]) in HANGUL and 2 <= len(word) <= KOREAN)


def are_parted(run: Sequence[str], grammar: Grammar) -> bool:
    """Whether words are a name each, in languages that write names without spaces: "张三 李四"."""
    return grammar.spaces_part and len(run) > 1 and all(is_unspaced(w) and 2 <= len(w) <= NARROW for w in run)


def unglued(word: str, role: str | None, grammar: Grammar) -> tuple[list[str], str | None, bool]:
    """Part a name from the opening and the job title that stand glued to it; also whether there is an opening."""
    glued = next((p for p in grammar.glued if word.startswith(p)), "")
    word = word[len(glued) :]
    for title in grammar.glued_roles:
        if word.startswith(title):
            return [word[len(title) :]] if len(word) > len(title) else [], role or title, bool(glued)
        if word.endswith(title) and len(word) > len(title):
            return [word[: -len(title)]], role or title, bool(glued)
        if grammar.spaces_part and 2 <= len(rest := word.rpartition(title)[2]) <= USUAL and title in word:
            return [rest], role or title, bool(glued)  # the employer stands before the title
    return [word] if word else [], role, bool(glued)
