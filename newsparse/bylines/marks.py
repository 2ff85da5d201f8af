"""Inline elements that a page sets its author in, and whom they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote

from attrs import evolve

from newsparse.addresses import split
from newsparse.article import Author, AuthorKind
from newsparse.bylines.declared import distinct
from newsparse.bylines.grammar import Grammar
from newsparse.bylines.names import folded
from newsparse.bylines.slots import house, named
from newsparse.document import Block, Mark
from newsparse.lexicons import Topic, table
from newsparse.markup import hints_of
from newsparse.view import View


def author_marks(block: Block) -> list[Mark]:
    """Return the inline elements that a page sets the author's name in, the innermost of nested ones."""
    marks = [m for m in block.marks if is_author_mark(m)]
    if not marks and block.place.href and is_author_page(block.place.href):
        return [Mark("a", block.text, "", block.place.href)]
    links = [m for m in marks if m.tag == "a"] or marks
    return [m for m in links if not any(o is not m and o.text != m.text and o.text in m.text for o in links)]


def is_author_mark(mark: Mark) -> bool:
    """Whether an inline element says that it holds the author."""
    if mark.tag in ("time", "q"):
        return False
    if mark.tag == "a" and (mark.href or "").startswith(("mailto:", "tel:")):
        return False
    names = mark.names.split()
    if names and ("author" in names or "creator" in names or "byline" in hints_of(mark.names)):
        return "category" not in names
    return mark.tag == "a" and is_author_page(mark.href or "")


def is_author_page(href: str) -> bool:
    """Whether an address has a part such as ``/author/`` with a name after it."""
    known = author_paths()
    if "%" not in href:
        parts = href.lower().replace("?", "/").replace("#", "/").split("/")
        if known.isdisjoint(parts):  # as of nearly all links
            return False
    path = unquote(split(href).path)
    parts = path.lower().strip("/").split("/")
    return any(part in known for part in parts[:-1]) and parts[-1] not in table("_authors")["doors"]


@cache  # package data, one entry
def author_paths() -> frozenset[str]:
    """Return the parts of an address after which the name of an author follows."""
    return frozenset(table("_authors")["paths"])


def marked_authors(marks: list[Mark], grammar: Grammar) -> tuple[Author, ...]:
    """Return the names set in marks, each with the link that it has."""
    return distinct(author for mark in marks for author in linked(named(mark.text, grammar, shown=True), mark.href))


def linked(authors: tuple[Author, ...], href: str | None) -> Iterator[Author]:
    """Yield authors with the address of their page, where a link holds one name alone."""
    for author in authors:
        yield evolve(author, url=href) if href and len(authors) == 1 and author.kind is AuthorKind.PERSON else author


def houses(view: View, marks: Iterable[Mark], grammar: Grammar) -> tuple[Author, ...]:
    """Return the organization that markup of an author holds, where its words are no label of anything."""
    texts = [m.text for m in marks if not view.words.phrases.topics(m.text) - {Topic.BYLINE}]
    return next((named for text in texts if (named := house(text, grammar))), ())


def is_before(author: Author, marks: Iterable[Mark], text: str) -> bool:
    """Whether a name stands before all marks of a text."""
    line = text.replace("\n", " ")
    end = line.find(author.name) + len(author.name)
    return end > len(author.name) and all(line.find(m.text) >= end for m in marks)


def tagged(block: Block) -> frozenset[str]:
    """Return the folded texts of a block's links to sections and tags."""
    return frozenset(folded(m.text) for m in block.marks if m.tag == "a" and {"tag", "category"} & set(m.names.split()))


def pieces(block: Block) -> list[Mark]:
    """Return the marks that part a line into names, where several cover nearly all of it; job titles are none.

    Else the one that opens the line and has other text glued to it.
    """
    marks = [m for m in block.marks if m.tag in ("a", "span", "b", "strong")]
    covered = sum(len(m.text) for m in marks)
    if len(marks) > 1 and abs(covered - len(block.text)) <= len(marks):
        return [m for m in marks if not is_role_mark(m)]
    return [m for m in marks[:1] if is_glued(block.text, m.text)]


def is_glued(line: str, opening: str) -> bool:
    """Whether a line goes on right behind a piece that opens it, without a space or a mark between them."""
    return line.startswith(opening) and line[len(opening) : len(opening) + 1].isalpha()


def is_role_mark(mark: Mark) -> bool:
    """Whether an inline element is named after job titles."""
    return bool(mark.names) and "jobtitle" in hints_of(mark.names)
