"""The tests that site profiles carry: each is a page, and what must come out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from attrs import frozen

import newsparse
from newsparse.article import Article
from newsparse.profiles import Profile, Profiles, Trial, load, read, shipped_domains
from newsparse.profiles.profile import instant_of


@frozen
class Outcome:
    """What came of one test."""

    profile: str
    """Domain of the profile."""

    number: int
    """Which of its tests, from 1."""

    wrong: tuple[str, ...] = ()
    """What was expected and did not come, a line each; empty where all is right."""

    missing: str | None = None
    """Why the test could not be run; None where it was."""


def names(article: Article) -> list[str]:
    """Return the names of the authors."""
    return [author.name for author in article.authors]


def instant(value: datetime | None) -> str | None:
    """Return an instant as a test gives it."""
    return value.isoformat() if value is not None else None


SEEN: Final[dict[str, Callable[[Article], Any]]] = {
    "title": lambda article: article.title,
    "kicker": lambda article: article.kicker,
    "subtitle": lambda article: article.subtitle,
    "section": lambda article: article.section,
    "authors": names,
    "published": lambda article: instant(article.published),
    "modified": lambda article: instant(article.modified),
    "body": lambda article: list(article.paragraphs),
    "captions": lambda article: list(article.captions),
    "credits": lambda article: [image.credit for image in article.images if image.credit],
    "related": lambda article: [teaser.title for block in article.related for teaser in block.teasers],
    "agencies": lambda article: list(article.agency_credit.agencies) if article.agency_credit else [],
}
"""Field of a test → what is compared; a text "" expects none."""


def check(folder: Path) -> Iterator[Outcome]:
    """Yield what comes of every test of the profiles in a folder; raises ProfileError for one that cannot be read."""
    profiles = Profiles((folder,), shipped=False)
    for path in sorted(folder.glob("*.toml")):
        yield from outcomes(read(path), profiles, folder)


def check_shipped() -> Iterator[Outcome]:
    """Yield what comes of every test of the profiles that ship."""
    for domain in sorted(shipped_domains()):
        yield from outcomes(load(domain), Profiles(), Path())


def outcomes(profile: Profile, profiles: Profiles, folder: Path) -> Iterator[Outcome]:
    """Yield what comes of the tests of one profile; one without any is reported as such."""
    if not profile.tests:
        yield Outcome(profile.domain, 0, missing="it has no test")
    for number, trial in enumerate(profile.tests, start=1):
        page = page_of(trial, folder)
        if isinstance(page, Path):
            yield Outcome(profile.domain, number, missing=f"no page: save {trial.url} as {page}")
            continue
        now = instant_of(trial.now) if trial.now else None
        form: Literal["html", "text"] = "html" if trial.text is None else "text"
        article = newsparse.parse(page, trial.url, format=form, now=now, profiles=profiles)
        yield Outcome(profile.domain, number, tuple(differences(trial, article)))


def page_of(trial: Trial, folder: Path) -> str | bytes | Path:
    """Return the page of a test, or the path where it should be."""
    written = trial.html or trial.text
    if written is not None:
        return written
    path = folder / (trial.file or "page.html")
    return path.read_bytes() if path.is_file() else path


def differences(trial: Trial, article: Article) -> Iterator[str]:
    """Yield a line for everything that is not as expected."""
    for name, expected in trial.expect.items():
        if name in ("contains", "lacks"):
            for text in [expected] if isinstance(expected, str) else expected:
                if (text in article.text) is (name == "lacks"):
                    yield f"the body {'holds' if name == 'lacks' else 'lacks'} “{text}”"
            continue
        found = SEEN[name](article)
        wanted = expected.isoformat() if isinstance(expected, datetime) else expected
        if found != (wanted or ([] if isinstance(found, list) else None)):
            yield f"{name}: expected {expected!r}, got {found!r}"
