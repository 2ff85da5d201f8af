"""``zyte_common_items.Article``, the item of web-poet projects (https://zyte-common-items.readthedocs.io)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsparse.article import Article

if TYPE_CHECKING:
    from datetime import datetime

    import zyte_common_items


def to_zyte(article: Article, url: str | None = None) -> zyte_common_items.Article:
    """Return the article as Zyte's item; what it has no place for is left out.

    *url* is the address that the page was fetched from; without it, the article's own is taken. Raises ImportError
    where zyte-common-items is not installed, ValueError where neither address is known: the item has to have one.
    """
    try:
        import zyte_common_items as zyte
    except ImportError as missing:
        raise ImportError(
            "to_zyte needs zyte-common-items; install it with: pip install 'newsparse[zyte]'"
        ) from missing
    address = url or article.url
    if not address:
        raise ValueError("an item of Zyte has an address: give the page's url")
    images = [zyte.Image(url=image.url) for image in article.images if image.url]
    return zyte.Article(
        url=address,
        canonicalUrl=article.url,
        headline=article.title,
        # Zyte's own rule: the date of the last change stands in for that of publication where it is unknown.
        datePublished=_instant(article.published or article.modified),
        datePublishedRaw=_raw(article, "published" if article.published else "modified"),
        dateModified=_instant(article.modified),
        dateModifiedRaw=_raw(article, "modified"),
        authors=[zyte.Author(name=author.name, url=author.url) for author in article.authors] or None,
        breadcrumbs=[zyte.Breadcrumb(name=article.section)] if article.section else None,
        inLanguage=article.language,
        mainImage=images[0] if images else None,
        images=images or None,
        description=article.subtitle,
        articleBody=article.text or None,
    )


def _instant(moment: datetime | None) -> str | None:
    """Return ISO 8601 to the second, UTC as "Z"; without an offset where the page gave none."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z") if moment else None


def _raw(article: Article, field: str) -> str | None:
    evidence = article.evidence.get(field)
    return evidence.raw if evidence else None
