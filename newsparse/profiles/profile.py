"""One site's profile: what a TOML file says, checked and compiled."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import datetime
from difflib import get_close_matches
from fnmatch import fnmatchcase
from itertools import count
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from attrs import field, frozen

from newsparse.errors import ProfileError
from newsparse.findings import Label
from newsparse.lexicons import Lexicon, Phrases, Topic
from newsparse.phrases import PhraseIndex, index
from newsparse.profiles.matcher import Matcher, matcher_of
from newsparse.profiles.selectors import Selector, selectors_of

FIELDS: Final = ("title", "kicker", "subtitle", "authors", "published", "modified", "section")
DECLARED: Final = ("meta", "json-ld", "head")
PLACES: Final = ("whole", "start", "end", "within")
LABELS: Final = tuple(label.value for label in Label)
KEYS: Final = (
    "note", "paths", "zone", "day_first", "kicker_in_title", "within", "fields", "labels", "phrases", "test",
)  # fmt: skip
TEST_KEYS: Final = ("note", "url", "html", "text", "file", "now", "expect")
EXPECTED: Final = (
    "title", "kicker", "subtitle", "authors", "published", "modified", "section", "body", "captions", "credits",
    "related", "agencies", "contains", "lacks",
)  # fmt: skip


@frozen
class Said:
    """A place where the page declares something: a meta tag, a key of the article's JSON-LD, the ``<title>``."""

    kind: str
    """"meta", "json-ld" or "head"."""

    key: str
    """Name of the tag, or path of keys parted by dots; "title" for the head."""

    @property
    def text(self) -> str:
        """As written in a profile."""
        return f"{self.kind}:{self.key}"


@frozen
class Trial:
    """A page that the profile must read right."""

    url: str
    """Where the page would come from."""

    expect: Mapping[str, Any]
    """Field → what must come out."""

    html: str | None = None
    """The page; None where it is raw text, or in a file."""

    text: str | None = None
    """The page as raw text."""

    file: str | None = None
    """Name of the file beside the profile that holds the page; none of the three: there is nothing to run."""

    now: str | None = None
    """When the page was fetched, ISO 8601."""

    note: str = ""
    """What the test shows."""


@frozen(eq=False, kw_only=True)
class Profile:
    """What one site does differently."""

    domain: str
    """The host that it is for; its subdomains are served, too."""

    matcher: Matcher
    """All selectors, by number."""

    fields: Mapping[str, tuple[int | Said, ...]] = field(factory=dict)
    """Field → where its value stands, the first that gives one decides: selectors by number, or declarations."""

    labels: Mapping[int, Label] = field(factory=dict)
    """Selector → what it picks."""

    within: tuple[int, ...] = ()
    """Selectors of the containers outside of which nothing is text of the article; empty: anywhere."""

    phrases: PhraseIndex | None = None
    """Phrases of the site by topic; None where it has none of its own."""

    zone: str | None = None
    """IANA zone of stamps without one; None: as the page or its language implies."""

    day_first: bool | None = None
    """Whether 03/04/2024 is the third of April; None: as the country or language has it."""

    kicker_in_title: str | None = None
    """What parts kicker and title in the site's headlines; None where nothing does."""

    paths: tuple[str, ...] = ()
    """Patterns of the paths it is for ("/sport/*"); empty: all."""

    tests: tuple[Trial, ...] = ()
    """Its tests."""

    @property
    def source(self) -> str:
        """How evidence names it."""
        return f"profile {self.domain}"

    def covers(self, url: str) -> bool:
        """Whether it is for an address, whose host is known to be the site's."""
        if not self.paths:
            return True
        path = urlsplit(url).path or "/"
        return any(fnmatchcase(path, pattern) for pattern in self.paths)


def profile_of(text: str, domain: str, where: str = "") -> Profile:
    """Return the profile in a TOML text; *where* names the file in errors. Raises ProfileError."""
    try:
        return _profile_of(tomllib.loads(text), domain)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{where or domain}: no TOML: {error}") from None
    except ProfileError as error:
        raise ProfileError(f"{where or domain}: {error}") from None


def _profile_of(raw: Mapping[str, Any], domain: str) -> Profile:
    known(raw, KEYS, "key")
    chosen = _Chosen()
    fields = {key: chosen.sources(key, value) for key, value in part(raw, "fields", FIELDS).items()}
    labels = {
        number: Label(key)
        for key, value in part(raw, "labels", LABELS).items()
        for number in chosen.selectors(key, value)
    }
    within = chosen.selectors("within", raw.get("within", []))
    return Profile(
        domain=domain,
        matcher=matcher_of(chosen.found),
        fields=fields,
        labels=labels,
        within=within,
        phrases=phrases_of(part(raw, "phrases", tuple(Topic))),
        zone=zone_of(raw.get("zone")),
        day_first=typed(raw, "day_first", bool),
        kicker_in_title=typed(raw, "kicker_in_title", str),
        paths=texts("paths", raw.get("paths", [])),
        tests=tuple(trial_of(one, domain) for one in tables(raw.get("test", []))),
    )


class _Chosen:
    """The selectors of one profile, numbered as they come."""

    def __init__(self) -> None:
        self.found: list[Selector] = []
        self.numbers = count()

    def selectors(self, key: str, value: object) -> tuple[int, ...]:
        return tuple(number for text in texts(key, value) for number in self.numbered(text))

    def sources(self, key: str, value: object) -> tuple[int | Said, ...]:
        found: list[int | Said] = []
        for text in texts(key, value):
            kind, colon, rest = text.partition(":")
            if colon and kind in DECLARED:
                found.append(Said(kind, rest))
            else:
                found.extend(self.numbered(text))
        return tuple(found)

    def numbered(self, text: str) -> tuple[int, ...]:
        selectors = selectors_of(text)
        self.found.extend(selectors)
        return tuple(next(self.numbers) for _ in selectors)


# --- the parts of a file, checked ---------------------------------------------------------------------------------


def known(raw: Mapping[str, Any], keys: Iterable[str], what: str) -> None:
    """Raise ProfileError for a key that is none of *keys*, with the one that may have been meant."""
    for key in raw:
        if key not in keys:
            near = get_close_matches(key, keys, n=1)
            hint = f"did you mean “{near[0]}”?" if near else "there are: " + ", ".join(keys)
            raise ProfileError(f"unknown {what} “{key}”; {hint}")


def part(raw: Mapping[str, Any], key: str, keys: Iterable[str]) -> Mapping[str, Any]:
    """Return a table of the file, its keys checked; an empty one where it is missing."""
    found = raw.get(key, {})
    if not isinstance(found, dict):
        raise ProfileError(f"“{key}” must be a table, [{key}]")
    known(found, keys, f"key in [{key}]")
    return found


def texts(key: str, value: object) -> tuple[str, ...]:
    """Return a value that is one text or a list of texts."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
        raise ProfileError(f"“{key}” must be a text or a list of texts")
    return tuple(values)


def typed(raw: Mapping[str, Any], key: str, kind: type) -> Any:
    """Return a value of the kind that the key has; None where it is missing."""
    value = raw.get(key)
    if value is not None and (not isinstance(value, kind) or value == ""):
        raise ProfileError(f"“{key}” must be {'true or false' if kind is bool else 'a text'}")
    return value


def tables(value: object) -> list[dict[str, Any]]:
    """Return the tests of a file."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ProfileError("a test begins with [[test]]")
    return value


def zone_of(name: object) -> str | None:
    """Return a zone that exists."""
    if name is None:
        return None
    try:
        return ZoneInfo(str(name)).key
    except (ValueError, OSError, KeyError):  # a name that is none, or of no zone
        near = get_close_matches(str(name), available_timezones(), n=1)
    raise ProfileError(f"unknown zone “{name}”" + (f"; did you mean “{near[0]}”?" if near else ""))


def phrases_of(raw: Mapping[str, Any]) -> PhraseIndex | None:
    """Return the index of a site's own phrases; a list alone is of whole lines."""
    topics: dict[Topic, Phrases] = {}
    for topic, value in raw.items():
        by_place = value if isinstance(value, dict) else {"whole": value}
        known(by_place, PLACES, f"key in [phrases.{topic}]")
        topics[Topic(topic)] = Phrases(**{place: texts(place, found) for place, found in by_place.items()})
    return index([Lexicon(code="", name="", topics=topics)]) if topics else None


def trial_of(raw: Mapping[str, Any], domain: str) -> Trial:
    """Return one test."""
    known(raw, TEST_KEYS, "key in [[test]]")
    expect = raw.get("expect", {})
    if not isinstance(expect, dict):
        raise ProfileError("what a test expects is a table, [test.expect]")
    known(expect, EXPECTED, "field in [test.expect]")
    given = {key: typed(raw, key, str) for key in raw if key != "expect"}
    if now := given.get("now"):
        instant_of(now)
    if sum(key in raw for key in ("html", "text", "file")) > 1:
        raise ProfileError("a test has one page: “html”, “text” or “file”")
    return Trial(**{"url": f"https://{domain}/", "expect": expect, **given})


def instant_of(text: str) -> datetime:
    """Return an instant written in ISO 8601."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ProfileError(f"“{text}” is no date of ISO 8601, such as 2024-05-01T10:00:00+02:00") from None
