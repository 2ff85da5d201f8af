"""What comes out: the typed, frozen article and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

if TYPE_CHECKING:
    import zyte_common_items


DERIVED: Final = ("text", "paragraphs", "captions")
"""What an article says beside its fields: the names of its properties."""


class AuthorKind(StrEnum):
    """Who stands behind a byline."""

    PERSON = "person"
    ORGANIZATION = "organization"
    AGENCY = "agency"


class BodyKind(StrEnum):
    """What a piece of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    ROW = "row"
    QUESTION = "question"
    CODE = "code"


class AccessStatus(StrEnum):
    """How far the text is open to a reader without a subscription."""

    FREE = "free"
    METERED = "metered"
    LOCKED = "locked"
    UNKNOWN = "unknown"


@frozen
class Author:
    """One name in the byline."""

    name: str
    """The name as printed, without "By", job title or place."""

    role: str | None = None
    """Job title or function as printed ("Political Editor"); None where none is given."""

    url: str | None = None
    """The author's page, absolute where the page's URL is known; None where the name is not linked."""

    kind: AuthorKind = AuthorKind.PERSON
    """A person, an organization (the paper, a desk) or a news agency."""


@frozen
class BodyBlock:
    """One piece of the body, in reading order."""

    kind: BodyKind
    """What the piece is: paragraph, heading, list item, quote, table row, interview question, code."""

    text: str
    """Visible text in one line, white space squeezed; the cells of a row are joined by " | "."""

    level: int | None = None
    """Heading: 1 to 6. Item: depth of its list, from 1. None for every other kind."""

    ordered: bool | None = None
    """Item: True in a numbered list, False in a bulleted one. None for every other kind."""

    attribution: str | None = None
    """Quote: who is quoted, where the markup sets that apart. None otherwise."""


@frozen
class Image:
    """A picture (or a video's still) that belongs to the article."""

    url: str | None = None
    """Largest variant, absolute where the page's URL is known; None in raw text."""

    alt: str | None = None
    """Alternative text as declared; None where there is none."""

    caption: str | None = None
    """What is printed with the picture, without the credit; None where nothing is."""

    credit: str | None = None
    """Photographer, agency or source of the picture, without the marker ("Foto:"); None where none is given."""


@frozen
class AgencyCredit:
    """The news agency (or agencies) whose material the text is or uses."""

    agencies: tuple[str, ...]
    """Short names, e.g. ("dpa", "AFP"); empty where the page credits agencies without naming one."""

    text: str
    """The credit as printed on the page."""

    item_id: str | None = None
    """The agency's number of the item, e.g. "230912-99-161002/9"; None where none is printed."""

    urn: str | None = None
    """NewsML URN of the item where the agency defines one; None otherwise."""


@frozen
class Teaser:
    """One pointer to another article."""

    title: str
    """Headline of the teaser."""

    kicker: str | None = None
    """Topic line of the teaser; None where there is none."""

    text: str | None = None
    """Summary of the teaser; None where there is none."""

    url: str | None = None
    """Where it leads, absolute where the page's URL is known; None in raw text."""


@frozen
class RelatedBlock:
    """A module of teasers, or one "read also" line."""

    heading: str | None = None
    """Heading of the module ("Related stories"); None where there is none."""

    teasers: tuple[Teaser, ...] = ()
    """The teasers, in page order; empty where only the heading is on the page."""


@frozen
class Access:
    """Whether a reader gets the whole text."""

    status: AccessStatus = AccessStatus.UNKNOWN
    """free, metered, locked or unknown (nothing on the page says)."""

    notices: tuple[str, ...] = ()
    """Paywall and subscription lines found, as printed."""

    body_complete: bool | None = None
    """Whether the body holds the whole text; None where that cannot be told."""


@frozen
class Correction:
    """A correction or editor's note."""

    text: str
    """The note as printed."""

    published: datetime | None = None
    """When it was made; None where the note gives no date."""


@frozen
class LiveUpdate:
    """One entry of a live blog."""

    published: datetime | None = None
    """Time of the entry; aware where the zone is known; None where none is given."""

    title: str | None = None
    """Headline of the entry; None where it has none."""

    body: tuple[BodyBlock, ...] = ()
    """Text of the entry."""


@frozen
class Evidence:
    """Where the value of a field came from."""

    source: str
    """The place on the page: "json-ld headline", "meta og:title", "block 12"."""

    trust: float
    """How far it is trusted, from 0 (a guess) to 1 (a site profile says so)."""

    rule: str
    """The extractor that found it."""

    raw: str | None = None
    """The text or declaration as it stands on the page; None where the value is that text."""

    note: str | None = None
    """What the reader of the value should know, e.g. "zone assumed: Europe/Berlin"; None where nothing."""


@frozen(kw_only=True)
class Article:
    """A news article. Everything but the body, the tuples and ``access`` may be missing (None)."""

    kicker: str | None = None
    """Short topic line above the headline (Dachzeile, surtitre, overline); None where there is none."""

    title: str | None = None
    """The headline a reader sees, without the site's name and without the kicker; None where none is found.

    A news page that agrees with itself on other words for it (in JSON-LD and og:title) is taken at its word, and so is
    one that has kicker and headline in one and nowhere the headline alone."""

    subtitle: str | None = None
    """Standfirst, deck, Vorspann: the lead set apart from the body; None where there is none."""

    published: datetime | None = None
    """First publication. Aware where the page states or implies the zone, else naive; None where undated."""

    modified: datetime | None = None
    """Last change, as ``published``; None where the page tells of none."""

    authors: tuple[Author, ...] = ()
    """Everyone the byline credits, in its order; empty where nobody is named."""

    body: tuple[BodyBlock, ...] = ()
    """The text of the article itself, in reading order, without subtitle, captions, teasers and noise."""

    images: tuple[Image, ...] = ()
    """Pictures that belong to the article, each once; in raw text those whose caption or credit is printed."""

    agency_credit: AgencyCredit | None = None
    """News agency credited for the text; None where none is."""

    related: tuple[RelatedBlock, ...] = ()
    """Modules of teasers on the page, in page order."""

    access: Access = Access()
    """Whether the text is free, metered or locked, and the notices that say so."""

    corrections: tuple[Correction, ...] = ()
    """Correction notes and editor's notes; empty where there are none."""

    live_updates: tuple[LiveUpdate, ...] = ()
    """Entries of a live blog in page order; empty for any other article."""

    language: str | None = None
    """What the text is written in, ISO 639-1 ("de"); None where that cannot be told."""

    url: str | None = None
    """Canonical URL as declared, else the one handed in; None where neither is known."""

    publisher: str | None = None
    """Name of the paper or site; None where the page does not say."""

    section: str | None = None
    """Section or desk ("Politics"); None where the page does not say."""

    keywords: tuple[str, ...] = ()
    """Keywords or tags as declared, each once; empty where there are none."""

    evidence: Mapping[str, Evidence] = field(factory=dict, hash=False)
    """Field name → where the value came from. Fields without a value have no entry; bytes have one more, "encoding"."""

    warnings: tuple[str, ...] = ()
    """What could not be read whole or is in doubt; never silence."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Texts of the body, one a block."""
        return tuple(block.text for block in self.body)

    @property
    def text(self) -> str:
        """The body as plain text, blocks parted by blank lines."""
        return "\n\n".join(self.paragraphs)

    @property
    def captions(self) -> tuple[str, ...]:
        """The distinct captions of the images, in page order."""
        return tuple(dict.fromkeys(image.caption for image in self.images if image.caption))

    # What follows hands over to ``newsparse.export`` or ``newsparse.report``, imported when one of these is called.

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain dicts, lists and strings, ready for JSON; ``from_dict`` takes it back.

        All fields of the article are there; in its parts, what is None or empty is left out. Instants are
        ISO 8601 with the offset, where one is known.
        """
        from newsparse import export

        return export.to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return ``to_dict`` as JSON text, not escaped to ASCII."""
        from newsparse import export

        return export.to_json(self, indent=indent)

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Article:
        """Return the article that ``to_dict`` made *raw* of; raises ``newsparse.SchemaError`` for anything else."""
        from newsparse import export

        return export.from_dict(raw)

    @classmethod
    def from_json(cls, raw: str | bytes) -> Article:
        """Return the article that ``to_json`` wrote; raises ``newsparse.SchemaError`` for anything else."""
        from newsparse import export

        return export.from_json(raw)

    def to_markdown(self) -> str:
        """Return the article as CommonMark for reading; text of the page cannot become markup in it."""
        from newsparse import export

        return export.to_markdown(self)

    def to_schema_org(self) -> dict[str, Any]:
        """Return a schema.org ``NewsArticle`` as a JSON-LD object."""
        from newsparse import export

        return export.to_schema_org(self)

    def to_ninjs(self) -> dict[str, Any]:
        """Return a news item in IPTC's ninjs 2.1."""
        from newsparse import export

        return export.to_ninjs(self)

    def to_zyte(self, url: str | None = None) -> zyte_common_items.Article:
        """Return the item of web-poet projects; *url*, where the page was fetched from, counts before the article's.

        Raises ImportError without the extra ``newsparse[zyte]``, ValueError where no address is known.
        """
        from newsparse import export

        return export.to_zyte(self, url)

    def _repr_html_(self) -> str:
        from newsparse import report

        return report.article_card(self)
