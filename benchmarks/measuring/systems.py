"""What newsparse and other libraries make of a page. The others are imported only where they are asked for.

Each is called as its own documentation says, with its defaults, on the HTML of the page; none of them reads raw text.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any, Final, Literal, TypeAlias

import newsparse
from measuring.observed import Prediction
from newsparse.profiles import Profiles

BLOCKS: Final = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th")
NO_PROFILES: Final = Profiles(shipped=False)
System: TypeAlias = Callable[[bytes | str, str | None], Prediction]


def of_newsparse(content: bytes | str, url: str | None, profiles: Profiles = NO_PROFILES) -> Prediction:
    """Return what newsparse makes of a page of any site, HTML in bytes or raw text in a str: without site profiles."""
    form: Literal["html", "text"] = "text" if isinstance(content, str) else "html"
    article = newsparse.parse(content, url, format=form, profiles=profiles)
    credit = article.agency_credit
    return Prediction(
        title=article.title,
        kicker=article.kicker,
        subtitle=article.subtitle,
        authors=tuple(author.name for author in article.authors),
        published=article.published,
        paragraphs=article.paragraphs,
        captions=article.captions,
        teasers=tuple(teaser.title for block in article.related for teaser in block.teasers),
        agencies=credit.agencies if credit else (),
        credit=credit.text if credit else None,
        item_id=credit.item_id if credit else None,
    )


def of_profiles(content: bytes | str, url: str | None) -> Prediction:
    """Return what newsparse makes of a page with the site profiles that ship."""
    return of_newsparse(content, url, Profiles())


def of_trafilatura(content: bytes | str, url: str | None) -> Prediction:
    """Return what trafilatura makes of a page; it joins authors by semicolons and gives days."""
    trafilatura: Any = import_module("trafilatura")

    found = trafilatura.bare_extraction(content, url=url, with_metadata=True)
    if found is None:
        return Prediction()
    authors, published = names(found.author), instant(found.date)
    return Prediction(found.title, authors=authors, published=published, paragraphs=lines(found.text))


def of_newspaper4k(content: bytes | str, url: str | None) -> Prediction:
    """Return what newspaper4k makes of a page."""
    newspaper: Any = import_module("newspaper")

    article = newspaper.Article(url or "https://page.example/", fetch_images=False)
    article.set_html(content)
    article.parse()
    published = article.publish_date if isinstance(article.publish_date, datetime) else instant(article.publish_date)
    authors = tuple(article.authors)
    return Prediction(article.title, authors=authors, published=published, paragraphs=lines(article.text))


def of_readability(content: bytes | str, url: str | None) -> Prediction:
    """Return what readability-lxml makes of a page: a title, and a body in HTML, of which the text is taken."""
    html: Any = import_module("lxml.html")
    readability: Any = import_module("readability")

    document = readability.Document(content, url=url)
    body = html.fromstring(document.summary())
    blocks = (block for block in body.iter(*BLOCKS) if next(block.iterdescendants(*BLOCKS), None) is None)
    texts = (" ".join(block.text_content().split()) for block in blocks)
    return Prediction(document.short_title(), paragraphs=tuple(filter(None, texts)))


def of_turbohtml(content: bytes | str, _url: str | None) -> Prediction:
    """Return what turbohtml makes of a page."""
    turbohtml: Any = import_module("turbohtml")

    article = turbohtml.parse(content).article()
    return Prediction(
        article.title, authors=names(article.byline), published=instant(article.date), paragraphs=lines(article.text)
    )


def names(told: str | None) -> tuple[str, ...]:
    """Return names that are joined by semicolons."""
    return tuple(name.strip() for name in told.split(";") if name.strip()) if told else ()


def lines(text: str | None) -> tuple[str, ...]:
    """Return the lines of a text that are not blank: the paragraphs of libraries that give a text."""
    return tuple(line.strip() for line in text.splitlines() if line.strip()) if text else ()


def instant(told: Any) -> datetime | None:
    """Return a date or time in ISO 8601; None for everything else."""
    try:
        return datetime.fromisoformat(told) if told else None
    except (TypeError, ValueError):
        return None


SYSTEMS: Final[dict[str, System]] = {
    "newsparse": of_newsparse,
    "newsparse-profiles": of_profiles,
    "trafilatura": of_trafilatura,
    "newspaper4k": of_newspaper4k,
    "readability-lxml": of_readability,
    "turbohtml": of_turbohtml,
}
"""Name of a system, as pip knows it, → what it makes of a page."""
