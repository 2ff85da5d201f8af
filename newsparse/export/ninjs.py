"""IPTC ninjs 2.1 (https://iptc.org/std/ninjs/), the news agencies' JSON."""

from __future__ import annotations

from typing import Any

from newsparse.article import Article, Author, AuthorKind, Image


def to_ninjs(article: Article) -> dict[str, Any]:
    """Return the article as a ninjs item; properties without a value are left out."""
    credit = article.agency_credit
    found = {
        "uri": (credit.urn if credit else None) or article.url or "",
        "type": "text",
        "language": article.language,
        "firstcreated": article.published.isoformat() if article.published else None,
        "versioncreated": article.modified.isoformat() if article.modified else None,
        "headlines": _headlines(article),
        "bylines": [{"byline": ", ".join(a.name for a in article.authors)}] if article.authors else [],
        "bodies": [{"role": "main", "contenttype": "text/plain", "value": article.text}] if article.body else [],
        "descriptions": [{"role": "summary", "value": article.subtitle}] if article.subtitle else [],
        "people": [_person(a) for a in article.authors if a.kind is AuthorKind.PERSON],
        "infosources": [{"name": name, "rel": "source"} for name in credit.agencies] if credit else [],
        "copyrightnotice": credit.text if credit else None,
        "subjects": [{"name": word} for word in article.keywords],
        "genres": [{"name": article.section}] if article.section else [],
        "associations": [_picture(i) for i in article.images],
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def _headlines(article: Article) -> list[dict[str, str]]:
    pairs = (("main", article.title), ("kicker", article.kicker))
    return [{"role": role, "value": value} for role, value in pairs if value]


def _person(author: Author) -> dict[str, str]:
    return {"name": author.name, "rel": "author"} | ({"uri": author.url} if author.url else {})


def _picture(image: Image) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "picture", "uri": image.url or ""}
    if image.caption or image.alt:
        found["descriptions"] = [{"role": "caption", "value": image.caption or image.alt}]
    if image.credit:
        found["bylines"] = [{"byline": image.credit}]
    return found
