"""Initials that sign a text: "(gem)", "/ ab" behind its last sentence, "ssi, dan; Photo: …" on a line below it."""

from __future__ import annotations

import re
from typing import Final

from newsparse.article import Author
from newsparse.bylines.grammar import Grammar, words_in
from newsparse.lexicons import table
from newsparse.phrases import plain

LONGEST: Final = 24  # characters of a group of initials
CLOSED: Final = {"(": ")", "[": "]"}
ENDS: Final = '.!?…"”“»«’)'  # what the sentence before a signature ends in
PART: Final = re.compile(r"[,/;]")
SIZE: Final = range(2, 5)  # letters of initials


def signed(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the initials that sign the end of a paragraph, or that make up a line of their own."""
    tail = text[-LONGEST - 2 :].rstrip()
    for opening, closing in CLOSED.items():
        head, found, inner = tail.rpartition(opening)
        if found and inner.endswith(closing) and (not head.strip() or head.rstrip()[-1] in ENDS):
            return initials(inner[:-1], grammar)
    head, slash, inner = tail.rpartition(" /" if " /" in tail else "/")
    if slash and head.rstrip()[-1:] in tuple(ENDS):
        return initials(inner, grammar)
    return before_credit(text, grammar)


def before_credit(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the initials that a line begins with, before the credit of a picture."""
    first, semicolon, rest = text.partition(";")
    low = [plain(w) for w in words_in(rest[:LONGEST])]
    credited = bool(low) and low[0] in grammar.foreign
    return initials(first, grammar) if semicolon and len(first) <= LONGEST and credited else ()


def initials(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the authors of a group of initials; none where any part of it is something else."""
    parted = " ".join("/" if word in grammar.joiners else word for word in text.split())
    parts = [part.strip() for part in PART.split(parted)]
    return tuple(map(Author, parts)) if parts and all(is_sign(part, grammar) for part in parts) else ()


def is_sign(part: str, grammar: Grammar) -> bool:
    """Whether a word is somebody's sign: a few small letters that mean nothing else."""
    if len(part) not in SIZE or not part.isalpha() or not part.islower():
        return False
    return part not in grammar.agencies and part not in grammar.desks and part not in table("_authors")["no_signs"]
