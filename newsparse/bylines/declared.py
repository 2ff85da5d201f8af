"""Whom a page declares as its author: JSON-LD, meta tags, microdata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import evolve, frozen

from newsparse.article import Author, AuthorKind
from newsparse.bylines.grammar import Grammar
from newsparse.bylines.kinds import is_whole
from newsparse.bylines.names import folded
from newsparse.bylines.slots import named
from newsparse.declared import Declared, is_kind, literal
from newsparse.findings import Trust
from newsparse.lexicons import table
from newsparse.phrases import plain

MOST: Final = 40  # authors read of one declaration; longer lists are not bylines
KEYS: Final = ("author", "creator")
TELLING: Final = 20  # characters from which one headline inside another means the same article


@frozen
class Claim:
    """Authors as one source has them."""

    authors: tuple[Author, ...]
    """Whom it names, in its order; never empty."""

    source: str
    """The place: "json-ld author", "meta author", "block 12"."""

    trust: float
    """How far to believe it by itself."""

    alone: bool = True
    """Whether it counts by itself, or only where the page shows the same name."""

    article: bool = False
    """Whether it stands in the declaration of an article, not of a page or a site."""

    news: bool = False
    """Whether it stands in the declaration of a piece of news, not of a page, a post or any article."""

    blocks: tuple[int, ...] = ()
    """Blocks that show it; empty where it is declared."""


def claims_of(declared: Declared, title: str | None, grammar: Grammar, *, dated: bool = False) -> Iterator[Claim]:
    """Yield what a page declares, the most trusted first.

    *title* tells its article from others declared with it; *dated*: whether the page has a date of publication, as
    articles have and the pages about a firm have not.
    """
    if authors := json_ld_authors(declared, title, grammar):
        own, types = articles(declared, title), table("_types")
        article, news = (any(is_kind(thing, types[kind]) for thing in own) for kind in ("pieces", "news"))
        yield Claim(authors, "json-ld author", Trust.DECLARED, article=article, news=news)
    articled = is_article(declared)
    for key in table("_authors")["meta"]:
        if (
            (values := declared.meta.get(key))
            and speaks_of_authors(key, declared)
            and (authors := meta_authors(values, grammar))
        ):
            specific = (
                articled
                or key not in table("_authors")["generic"]
                or (dated and len(authors) == 1 and is_full(authors[0]))
            )
            alone = key not in table("_authors")["kept"] and specific
            yield Claim(authors, f"meta {key}", Trust.DECLARED - 0.02, alone)
    values = tuple(item.value for item in declared.items if item.name in KEYS)
    if authors := meta_authors(values, grammar):
        yield Claim(authors, "microdata author", Trust.DECLARED - 0.02)


def is_full(author: Author) -> bool:
    """Whether an author is a person with a whole name."""
    return author.kind is AuthorKind.PERSON and is_whole(author)


def is_article(declared: Declared) -> bool:
    """Whether a page declares that it is an article; the author of any other is who made the site."""
    if (declared.first("og:type") or "").lower() == "article" or any(k.startswith("article:") for k in declared.meta):
        return True
    return any(declared.objects(*table("_types")["pieces"]))


def speaks_of_authors(key: str, declared: Declared) -> bool:
    """Whether a meta name that may mean anything is labelled as the author here."""
    label = table("_authors")["labelled"].get(key)
    if label is None:
        return True
    said = plain(declared.first(label) or "").strip(" :")
    return said in table("_authors")["labels"]


def meta_authors(values: tuple[str, ...], grammar: Grammar) -> tuple[Author, ...]:
    """Return the authors that meta contents name, each once."""
    return distinct(author for value in values[:MOST] for author in named(value, grammar))


def distinct(authors: Iterator[Author]) -> tuple[Author, ...]:
    """Return authors by name, the first of each."""
    found: dict[str, Author] = {}
    for author in authors:
        found.setdefault(folded(author.name), author)
    return tuple(found.values())[:MOST]


# --- JSON-LD ---------------------------------------------------------------------------------------------------------


def json_ld_authors(declared: Declared, title: str | None, grammar: Grammar) -> tuple[Author, ...]:
    """Return the authors of the article among the objects declared; the fullest list where it is declared twice."""
    by_id = {thing["@id"]: thing for thing in declared.json_ld if isinstance(thing.get("@id"), str) and "name" in thing}
    things = articles(declared, title)
    found = [distinct(authors_of(thing, by_id, grammar)) for thing in things]
    return max(found, key=rank, default=())


def rank(authors: tuple[Author, ...]) -> tuple[int, int]:
    """Return how telling a list of authors is: by persons, then by names."""
    return sum(a.kind is AuthorKind.PERSON for a in authors), len(authors)


def articles(declared: Declared, title: str | None) -> Sequence[Mapping[str, Any]]:
    """Return the objects that declare the article: those of its headline, else the first; else that of the page."""
    types = table("_types")
    things = [thing for top in declared.json_ld for thing in (top, top.get("mainEntity"), top.get("mainEntityOfPage"))]
    authored = [t for t in things if isinstance(t, dict) and any(t.get(k) for k in KEYS)]
    news = [t for t in authored if is_kind(t, types["pieces"])]
    if news:
        titled = [t for t in news if is_titled(t, title)]
        return titled or news[:1]
    return [t for t in authored if not is_kind(t, types["authored"])][:1]


def is_titled(thing: Mapping[str, Any], title: str | None) -> bool:
    """Whether an object has the headline of the page."""
    own = thing.get("headline") or thing.get("name")
    if not (isinstance(own, str) and title):
        return False
    one, other = folded(own), folded(title)
    return bool(one) and (one == other or (min(len(one), len(other)) > TELLING and (one in other or other in one)))


def authors_of(thing: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]], grammar: Grammar) -> Iterator[Author]:
    """Yield the authors of one object."""
    value = next(v for k in KEYS if (v := thing.get(k)))
    for one in flat(value):
        if isinstance(one, str):
            yield from named(one, grammar)
        elif isinstance(one, dict):
            yield from author_of(resolved(one, by_id), grammar)


def flat(value: Any) -> list[Any]:
    """Return the items of a list, those of lists in it as well; of anything else a list of it."""
    items = value if isinstance(value, list) else [value]
    return [inner for item in items[:MOST] for inner in (item[:MOST] if isinstance(item, list) else [item])][:MOST]


def resolved(one: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the object that a reference by ``@id`` means, where it says nothing itself."""
    key = one.get("@id")
    return by_id.get(key, one) if isinstance(key, str) and not one.get("name") else one


def author_of(one: Mapping[str, Any], grammar: Grammar) -> Iterator[Author]:
    """Yield whom a Person or Organization object names."""
    names = [n for n in map(text_of, flat(one.get("name") or parts_of(one))) if n]
    authors = [
        a for name in names for a in named(name, grammar, organization=is_kind(one, table("_types")["organizations"]))
    ]
    url, role = one.get("url"), one.get("jobTitle")
    for author in authors:
        single = len(authors) == 1
        yield evolve(
            author,
            url=url if single and isinstance(url, str) and url else None,
            role=author.role or (" ".join(role.split()) or None if single and isinstance(role, str) else None),
        )


def text_of(value: Any) -> str:
    """Return a text, or that of a typed literal; "" for anything else."""
    text = literal(value)
    return text if isinstance(text, str) else ""


def parts_of(one: Mapping[str, Any]) -> str:
    """Return the name that an object gives in parts."""
    return " ".join(filter(None, (text_of(one.get("givenName")), text_of(one.get("familyName")))))
