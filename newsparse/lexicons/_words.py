"""What a lexicon is made of."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen


class Topic(StrEnum):
    """What a phrase tells of the line it stands in."""

    ADVERTISING = "advertising"
    """Labels of advertisements: "Advertisement", "Anzeige", "Article continues below"."""
    PROMOTION = "promotion"
    """Shop lines, affiliate notices, app appeals, job and course offers, donation appeals."""
    PAYWALL = "paywall"
    """Subscription walls and offers: "Subscribe to continue reading", "Jetzt Abo sichern"."""
    PREMIUM = "premium"
    """Badges of paid articles: "Premium", "Exklusiv für Abonnenten", "S+"."""
    NEWSLETTER = "newsletter"
    """Newsletter and alert sign-up lines."""
    CONSENT = "consent"
    """Cookie and embed consent: "accept cookies", "External content"."""
    SHARE = "share"
    """Share, save, print, copy-link, font-size and listen controls."""
    COMMENTS = "comments"
    """Comment sections: headings, counts, rules, log-in lines."""
    RELATED = "related"
    """Headings of teaser modules: "Related stories", "Weitere Artikel", "Most read"."""
    READ_ALSO = "read-also"
    """Prefixes of single pointers in the text: "Read also:", "Lesen Sie auch", "Mehr zum Thema"."""
    NAVIGATION = "navigation"
    """Menu, skip, back-to-top, breadcrumb, search and log-in lines."""
    COUNTER = "counter"
    """Counting-pixel, tracking and loading lines: "Zähl Pixel", "Loading…"."""
    CORRECTION = "correction"
    """Openings of correction and editor's notes: "Correction:", "An earlier version of this article"."""
    CAPTION = "caption"
    """Openings of captions: "Im Bild:", "Pictured:"; gallery and enlarge labels."""
    CREDIT = "credit"
    """Markers of picture credits: "Foto:", "Photo by", "©", "Bildquelle:"."""
    SOURCE = "source"
    """Markers of a text's source: "Quelle:", "Source:", "Fonte:"."""
    CONTRIBUTION = "contribution"
    """Lines that credit agencies or people for material: "With files from", "mit Material von", "Reporting by"."""
    AGENCY_UNNAMED = "agency-unnamed"
    """Agency credits without a name: "Mit Agenturmaterial", "with agency reports"."""
    BYLINE = "byline"
    """Openings of bylines: "By", "Von", "Par", "Text:"."""
    BIO = "bio"
    """Openings and marks of author notes: "is a reporter at", "About the author"."""
    PUBLISHED = "published"
    """Words before a date of publication: "Published", "Veröffentlicht am", "Stand:"."""
    MODIFIED = "modified"
    """Words before a date of change: "Updated", "Aktualisiert"."""
    READING_TIME = "reading-time"
    """Reading and listening times: "min read", "Lesezeit", "minutes de lecture"."""
    LIVE = "live"
    """Flags of live blogs: "Live", "Liveticker", "En direct"."""
    FREE = "free"
    """Lines that say an article is free: "Free article", "gift link", "accès libre"."""
    METERED = "metered"
    """Lines of a meter: "You have 2 free articles left"."""
    LOCKED = "locked"
    """Lines that only stand where the text ends early: "Continue reading with", "This article is for subscribers"."""
    SUMMARY = "summary"
    """Headings of key-point boxes and machine summaries: "Key points", "Das Wichtigste in Kürze", "AI summary"."""
    COPYRIGHT = "copyright"
    """Footer rights lines: "All rights reserved", "Alle Rechte vorbehalten"."""
    NOTICE = "notice"
    """Notices of the paper behind a text: "Follow us on", "Found a mistake?", "This is no investment advice"."""
    RETITLED = "retitled"
    """Openings of lines that give the headline another wording: "原标题:", "This article appeared in print as"."""
    TAGS = "tags"
    """Headings of keyword lists: "Tags:", "Topics", "Schlagwörter", "Themen"."""
    NO_ARTICLE = "no-article"
    """Error and placeholder pages: "Page not found", "JavaScript is disabled"."""


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _lists(values: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(v) for v in values)


@frozen(kw_only=True)
class Phrases:
    """Phrases of one topic by where they must stand. Case and typographic quotes do not matter."""

    whole: tuple[str, ...] = field(default=(), converter=_texts)
    """The line is the phrase and nothing else (punctuation and digits around it aside)."""

    start: tuple[str, ...] = field(default=(), converter=_texts)
    """The line begins with the phrase; a phrase that ends in a letter ends at a word boundary."""

    end: tuple[str, ...] = field(default=(), converter=_texts)
    """The line ends with the phrase."""

    within: tuple[str, ...] = field(default=(), converter=_texts)
    """The phrase stands anywhere in a short line, at word boundaries."""


@frozen(kw_only=True)
class Dates:
    """How the language writes dates."""

    months: tuple[tuple[str, ...], ...] = field(default=(), converter=_lists)
    """Twelve lists, January first: full names, inflected forms and abbreviations (no trailing dots); empty for
    languages that number their months."""

    weekdays: tuple[tuple[str, ...], ...] = field(default=(), converter=_lists)
    """Seven lists, Monday first: names and abbreviations."""

    today: tuple[str, ...] = field(default=(), converter=_texts)
    """Words for today."""

    yesterday: tuple[str, ...] = field(default=(), converter=_texts)
    """Words for yesterday."""

    ago: tuple[str, ...] = field(default=(), converter=_texts)
    """Words that mark a relative time: "ago", "vor", "il y a", "前"."""

    clock: tuple[str, ...] = field(default=(), converter=_texts)
    """Words after a clock time: "Uhr", "h", "Hrs"."""

    at: tuple[str, ...] = field(default=(), converter=_texts)
    """Words between date and time: "um", "at", "à"."""

    zones: dict[str, str] = field(factory=dict)
    """Zone abbreviations that the language's news use, to a fixed offset: "MESZ" = "+02:00"."""


@frozen(kw_only=True)
class Names:
    """What stands in and around bylines."""

    joiners: tuple[str, ...] = field(default=(), converter=_texts)
    """Words between the last two names: "und", "and", "&" is known everywhere."""

    titles: tuple[str, ...] = field(default=(), converter=_texts)
    """Academic and courtesy titles before a name: "Dr.", "Prof."."""

    roles: tuple[str, ...] = field(default=(), converter=_texts)
    """Job titles: "Korrespondent", "Political Editor", "Redakteurin"; one word is enough to mark a role."""

    desks: tuple[str, ...] = field(default=(), converter=_texts)
    """Names that stand for the paper: "Redaktion", "Staff", "Online-Desk"."""

    places: tuple[str, ...] = field(default=(), converter=_texts)
    """Prepositions before a place: "in", "aus"."""

    with_: tuple[str, ...] = field(default=(), converter=_texts)
    """Words before a contributing agency or person: "mit", "with", "avec"."""
