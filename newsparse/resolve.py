"""From findings to the article: for every field the candidate that most speaks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve

from newsparse.addresses import is_of_the_web, scheme
from newsparse.article import Article, Evidence
from newsparse.document import Document
from newsparse.findings import Candidate, Field, Fields, Findings, Trust

SINGLE: Final[tuple[Field[Any], ...]] = tuple(f for f in vars(Fields).values() if isinstance(f, Field) and not f.many)
MANY: Final[tuple[Field[Any], ...]] = tuple(f for f in vars(Fields).values() if isinstance(f, Field) and f.many)
ENCODING: Final = {
    "bom": Trust.CERTAIN,
    "given": Trust.DECLARED,
    "meta": Trust.DECLARED,
    "detected": Trust.TEXT,
    None: 0.0,
}
AGREEMENT: Final = 0.03  # trust that every further source of the same value adds: decides between near equals


def resolve(doc: Document, found: Findings) -> Article:
    """Return the article that the findings add up to."""
    values: dict[str, Any] = {}
    evidence: dict[str, Evidence] = {}
    for field in SINGLE:
        if best := chosen(found, field):
            values[field.name] = best.value
            evidence[field.name] = evidence_of(best)
    for field in MANY:
        if ranked := found.values.get(field.name):
            values[field.name] = tuple(dict.fromkeys(c.value for c in ranked))
            evidence[field.name] = evidence_of(ranked[0])
    if doc.encoding:
        evidence["encoding"] = Evidence(
            f"encoding {doc.encoding_source}", ENCODING[doc.encoding_source], "reader", doc.encoding
        )
    article = Article(**values, evidence=evidence)
    warnings = dict.fromkeys((*doc.warnings, *found.warnings, *flagged(article)))
    return evolve(article, warnings=tuple(warnings)) if warnings else article


def flagged(article: Article) -> Iterator[str]:
    """Yield a warning for every address that is none of the web: opening it may run what the page put into it."""
    for name, url in addresses_of(article):
        if url and not is_of_the_web(url):
            yield f"an address in {name!r} is none of the web, it begins with {scheme(url) + ':'!r}"


def addresses_of(article: Article) -> Iterator[tuple[str, str | None]]:
    """Yield every address of an article with the name of the field it stands in."""
    yield "url", article.url
    yield from (("authors", author.url) for author in article.authors)
    yield from (("images", image.url) for image in article.images)
    yield from (("related", teaser.url) for module in article.related for teaser in module.teasers)


def chosen(found: Findings, field: Field[Any]) -> Candidate[Any] | None:
    """Return the candidate with the most trust, counting a little for every other source that says the same."""
    ranked = found.candidates(field)
    if len(ranked) < 2 or ranked[0].trust >= Trust.PROFILE:
        return ranked[0] if ranked else None
    sources: dict[Any, set[str]] = {}
    for candidate in ranked:
        sources.setdefault(candidate.value, set()).add(candidate.source)
    return max(ranked, key=lambda c: c.trust + AGREEMENT * (len(sources[c.value]) - 1))


def evidence_of(candidate: Candidate[Any]) -> Evidence:
    """Return what ``Article.evidence`` says of the chosen candidate."""
    return Evidence(
        source=candidate.source,
        trust=round(candidate.trust, 3),
        rule=candidate.rule,
        raw=candidate.raw,
        note=candidate.note,
    )
