"""Authors that the first sentence names before it begins: "【ソウル＝山田太郎】", "(서울=뉴시스) 홍길동 기자 = "."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsparse.article import Author, AuthorKind
from newsparse.bylines.grammar import Grammar, is_unspaced, words_in
from newsparse.bylines.names import fits
from newsparse.bylines.reading import Reading, read_byline
from newsparse.bylines.slots import named
from newsparse.document import Block
from newsparse.lexicons import table
from newsparse.view import View

OPENING: Final = "【[［(（〔"
CLOSING: Final = "】]］)）〕"
EQUALS: Final = "=＝"
PAUSES: Final = frozenset("，。！？；,")
WIDE_OPENING: Final = "【（"
WIDE_CLOSING: Final = "】）"
SPOKEN: Final = "。」』）！？"  # what the last sentence ends with
JOINERS: Final = "、，／"
KATAKANA: Final = "".join(map(chr, (*range(0x30A1, 0x30FB), 0x30FC)))
PLACE: Final = 2  # characters of what is no name of a person in full
LONGEST: Final = 60  # characters of a dateline, and of the byline between it and the text
AROUND: Final = 3  # blocks before the first one that counts as prose: the dateline may be cut off it


def datelines(view: View, grammar: Grammar) -> Iterator[tuple[Block, tuple[Author, ...]]]:
    """Yield the first blocks of the text that name authors before their first sentence, with the names."""
    region = view.found.region
    if region is None:
        return
    for block in view.doc.blocks[max(region.first - AROUND, 0) : region.first + 2]:
        within = dateline_authors(block.text, grammar) if block.text[:1] in OPENING else ()
        if authors := within or announced(block.text, grammar):
            yield block, authors


def dateline_authors(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the persons that a dateline at the beginning of a text names, inside its brackets or right after them."""
    end = next((i for i, c in enumerate(text[:LONGEST]) if c in CLOSING), 0)
    inside = text[1:end]
    if not any(mark in inside for mark in EQUALS):
        return ()
    within = tuple(a for name in set_equal(inside) for a in named(name, grammar, shown=True) if is_person(a))
    return within or reporters(inside, grammar) or after_dateline(text[end + 1 :], grammar)


def announced(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the persons whom the brackets behind a dateline say to report: "晨报讯（记者 张三）", "（记者张三）"."""
    at = next((i for i, c in enumerate(text[:LONGEST]) if c in OPENING), -1)
    end = next((i for i, c in enumerate(text[: 2 * LONGEST]) if i > at and c in CLOSING), -1)
    if at < 0 or end < 0 or not is_unspaced(text[at + 1 : end]) or not is_dateline(text[:at]):
        return ()
    reading = read_byline(text[at + 1 : end], grammar)
    return tuple(a for a in reading.authors if is_person(a)) if not reading.prose and is_reported(reading) else ()


def is_dateline(text: str) -> bool:
    """Whether what stands before brackets is nothing, or ends as datelines do in scripts without spaces."""
    return not text or (text.endswith(tuple(table("_agencies")["announcing"])) and PAUSES.isdisjoint(text))


def is_reported(reading: Reading) -> bool:
    """Whether a byline word, or a job title, stands with names of a line."""
    return reading.opened or (any(a.role for a in reading.authors))


def closing(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the persons named in the brackets behind the last sentence of a text: "…と話した。（山田太郎）"."""
    at = next((i for i in range(len(text) - 2, max(0, len(text) - LONGEST), -1) if text[i] in WIDE_OPENING), 0)
    if not at or text[-1] not in WIDE_CLOSING or text[at - 1] not in SPOKEN:
        return ()
    names = [behind_place(name) for name in words_in(text[at + 1 : -1]) if name not in JOINERS]
    found = tuple(a for name in names for a in named(name, grammar, shown=True) if is_person(a) and len(a.name) > PLACE)
    return found if len(found) == len(names) else ()


def behind_place(text: str) -> str:
    """Return a name without the desk before it, or the foreign place it is glued to, written in other signs."""
    _, dot, last = text.rpartition("・")
    text = last if dot and last.strip(KATAKANA) else text  # a desk or a title; a foreign name has such a dot inside
    rest = text.lstrip(KATAKANA)
    return rest if len(rest) > PLACE and len(text) - len(rest) > 1 else text


def set_equal(inside: str) -> Iterator[str]:
    """Yield the words that follow a sign of equality ("place=name")."""
    for sign, word in pairwise(words_in(inside)):
        if sign in EQUALS:
            yield word


def after_dateline(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the reporters named between a dateline and the text, which begins after another sign of equality."""
    at = next((i for i, c in enumerate(text[:LONGEST]) if c in EQUALS), 0)
    return reporters(text[:at], grammar) if at else ()


def reporters(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the persons named with their job title."""
    return tuple(a for a in read_byline(text, grammar).authors if a.kind is AuthorKind.PERSON and a.role)


def is_person(author: Author) -> bool:
    """Whether a name in a dateline is a person's rather than an agency's; it is written without spaces."""
    return author.kind is AuthorKind.PERSON and is_unspaced(author.name) and fits(author.name)
