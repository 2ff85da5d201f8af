"""Brackets of a byline: what stands in them beside a name, and where the one that holds the byline ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsparse.bylines.grammar import Grammar, is_unspaced
from newsparse.bylines.names import is_name_word

OPENERS: Final = frozenset("([（【〔［")
CLOSERS: Final = frozenset(")]）】〕］")


def end_of(words: Sequence[str], at: int) -> int:
    """Return where the bracket closes that stands right before *at*; -1 where it does not."""
    return next((i for i in range(at, len(words)) if words[i] in CLOSERS), -1)


def describes(words: Sequence[str], low: Sequence[str], grammar: Grammar) -> bool:
    """Whether the words in brackets behind a name tell about it: "(foreign editor of Harbour News)"."""
    known = (grammar.joiners, grammar.with_, grammar.lower_agencies)
    if any(not kind.isdisjoint(low) for kind in known) or not grammar.foreign.keys().isdisjoint(low):
        return False
    return any(word[0].islower() and word not in grammar.particles for word in words)


def ends_byline(words: Sequence[str], at: int) -> bool:
    """Whether the text begins right behind the bracket of a byline, in a script that parts no words."""
    return at < len(words) and (is_unspaced(words[at]) or words[at][0].isdigit())


def in_name(words: Sequence[str], at: int) -> bool:
    """Whether the bracket that opens right before *at* stands inside of a name: "Ada (Byron) Lovelace"."""
    inner = words[at : at + 3]
    return len(inner) == 3 and inner[1] == ")" and is_name_word(inner[0]) and is_name_word(inner[2])


def without_employer(run: list[str], role: str | None, grammar: Grammar) -> tuple[list[str], str | None]:
    """Part names from the employer before them, to whose name the job title is glued: "晨报记者 张三 李四"."""
    if not grammar.spaces_part or len(run) < 2 or not all(map(is_unspaced, run)):
        return run, role
    titles = [title_behind(word, grammar) for word in run]
    names = [
        word
        for word, title, next_ in zip(run, titles, [*titles[1:], ""], strict=True)
        if not title or next_ is not None
    ]
    return names, role or (titles[0] if len(names) < len(run) else None)


def title_behind(word: str, grammar: Grammar) -> str | None:
    """Return the job title that a word without spaces ends in; None where it ends in none, or is one."""
    return next((t for t in grammar.glued_roles if len(t) < len(word) and word.endswith(t)), None)
