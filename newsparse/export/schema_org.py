"""schema.org ``NewsArticle`` (https://schema.org/NewsArticle) as a JSON-LD object."""

from __future__ import annotations

from typing import Any, Final

from newsparse.article import AccessStatus, Article, Author, AuthorKind, Image, LiveUpdate

TYPES: Final = {
    AuthorKind.PERSON: "Person",
    AuthorKind.ORGANIZATION: "NewsMediaOrganization",
    AuthorKind.AGENCY: "NewsMediaOrganization",
}
FREE: Final = {AccessStatus.FREE: True, AccessStatus.METERED: False, AccessStatus.LOCKED: False}


def to_schema_org(article: Article) -> dict[str, Any]:
    """Return the article as JSON-LD; properties without a value are left out."""
    credit = article.agency_credit
    found = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting" if article.live_updates else "NewsArticle",
        "headline": article.title,
        "alternativeHeadline": article.kicker,
        "abstract": article.subtitle,
        "datePublished": article.published.isoformat() if article.published else None,
        "dateModified": article.modified.isoformat() if article.modified else None,
        "author": [_author(a) for a in article.authors],
        "articleBody": article.text,
        "image": [_image(i) for i in article.images],
        "creditText": credit.text if credit else None,
        "sourceOrganization": [_house(name) for name in credit.agencies] if credit else [],
        "isAccessibleForFree": FREE.get(article.access.status),
        "correction": [note.text for note in article.corrections],
        "liveBlogUpdate": [_update(u) for u in article.live_updates],
        "inLanguage": article.language,
        "url": article.url,
        "publisher": _house(article.publisher) if article.publisher else None,
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "relatedLink": [t.url for block in article.related for t in block.teasers if t.url],
    }
    return _present(found)


def _house(name: str) -> dict[str, Any]:
    return {"@type": "NewsMediaOrganization", "name": name}


def _author(author: Author) -> dict[str, Any]:
    return _present({"@type": TYPES[author.kind], "name": author.name, "jobTitle": author.role, "url": author.url})


def _image(image: Image) -> dict[str, Any]:
    return _present(
        {
            "@type": "ImageObject",
            "contentUrl": image.url,
            "caption": image.caption,
            "creditText": image.credit,
            "description": image.alt,
        }
    )


def _update(update: LiveUpdate) -> dict[str, Any]:
    return _present(
        {
            "@type": "BlogPosting",
            "headline": update.title,
            "datePublished": update.published.isoformat() if update.published else None,
            "articleBody": "\n\n".join(block.text for block in update.body),
        }
    )


def _present(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value not in (None, "", [], ())}
