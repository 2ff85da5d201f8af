"""The two calls that most users need."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from newsparse.article import Article
from newsparse.budget import Budget, Meter
from newsparse.explanation import Explanation, explained

FORMATS: Final = ("auto", "html", "text")

# What does the work takes a while to load; `import newsparse` does not wait for it, the first call does.
if TYPE_CHECKING:
    from newsparse.document import Document
    from newsparse.profiles import Folder, Profile, Profiles
    from newsparse.readers._input import Format


def parse(
    content: Any,
    url: str | None = None,
    *,
    format: Format = "auto",
    language: str | None = None,
    now: datetime | None = None,
    encoding: str | None = None,
    budget: Budget = Budget(),
    profiles: Profiles | Folder | Iterable[Folder] | None = None,
) -> Article:
    """Turn the page of one article into an ``Article``.

    *content* is bytes, str, a BeautifulSoup object, an lxml element or tree; *format* "html" or "text" where
    looking at it might mislead. *url* is where it came from, *language* an ISO 639-1 code that overrides
    detection, *now* the moment it was fetched (for "2 hours ago"), *encoding* the charset of the HTTP header.
    Where *url* and *now* are left out, what the browser noted that saved the page counts (MHTML, SingleFile …).
    *budget* limits what is read of a page that is made to hurt; what was found until then comes back, with a warning.
    *profiles* are the site profiles, used where the address is known: a folder or several, searched before the ones
    that ship, or what ``newsparse.profiles.profiles_of`` made of them; None: those of ``NEWSPARSE_PROFILES`` and those
    that ship; ``()``: none.

    Raises ``ParseError`` where there is nothing to read: EmptyPage, BinaryPage, UnsupportedInput. A page
    that can be read but holds no article gives an Article with a warning. Raises ``ProfileError`` for a profile
    that cannot be read, TypeError and ValueError for arguments that are none.
    """
    from newsparse import pipeline
    from newsparse.resolve import resolve

    check(url, format, language, now, encoding)
    doc, site, meter = _read(content, url, format, encoding, budget, profiles)
    return resolve(doc, pipeline.run(doc, now=now or doc.fetched, lang=language, site=site, meter=meter, brief=True))


def explain(
    content: Any,
    url: str | None = None,
    *,
    format: Format = "auto",
    language: str | None = None,
    now: datetime | None = None,
    encoding: str | None = None,
    budget: Budget = Budget(),
    profiles: Profiles | Folder | Iterable[Folder] | None = None,
) -> Explanation:
    """Parse as ``parse`` does, and account for every visible block and every candidate that lost."""
    from newsparse import pipeline
    from newsparse.resolve import resolve

    check(url, format, language, now, encoding)
    doc, site, meter = _read(content, url, format, encoding, budget, profiles)
    found = pipeline.run(doc, now=now or doc.fetched, lang=language, site=site, meter=meter)
    return explained(resolve(doc, found), doc, found)


def check(url: Any, form: Any, language: Any, now: Any, encoding: Any) -> None:
    """Raise TypeError or ValueError for an argument that is none: what is said of a page is not guessed at."""
    for name, value in (("url", url), ("language", language), ("encoding", encoding)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} is a str or None, not {type(value).__name__}: hand in str({name})")
    if now is not None and not isinstance(now, datetime):
        raise TypeError(f"now is a datetime or None, not {type(now).__name__}")
    if form not in FORMATS:
        raise ValueError(f"format is one of {', '.join(FORMATS)}, not {form!r}; Markdown is text")


def _read(
    content: Any,
    url: str | None,
    form: Format,
    encoding: str | None,
    budget: Budget,
    profiles: Profiles | Folder | Iterable[Folder] | None,
) -> tuple[Document, Profile | None, Meter]:
    from newsparse.profiles import profiles_of
    from newsparse.readers import read

    meter = Meter(budget)
    doc = read(content, url, form, encoding, meter)
    return doc, profiles_of(profiles).of(doc.url) if doc.url else None, meter
