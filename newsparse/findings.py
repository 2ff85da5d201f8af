"""What was concluded, by whom and why: labels on blocks and candidates for fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Generic, TypeAlias, TypeVar

from attrs import define, frozen

from newsparse.article import (
    Access,
    AgencyCredit,
    Author,
    BodyBlock,
    Correction,
    Image,
    LiveUpdate,
    RelatedBlock,
)
from newsparse.compiling import mypyc_attr
from newsparse.document import Kind, Place

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Label(StrEnum):
    """What a block is. Every visible block ends with exactly one."""

    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    BODY = "body"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    ROW = "row"
    QUESTION = "question"
    CODE = "code"
    CAPTION = "caption"
    CREDIT = "credit"
    AGENCY = "agency"
    CORRECTION = "correction"
    TEASER_HEADING = "teaser-heading"
    TEASER = "teaser"
    BIO = "bio"
    SECTION = "section"
    KEYWORDS = "keywords"
    PAYWALL = "paywall"
    AD = "ad"
    NEWSLETTER = "newsletter"
    CONSENT = "consent"
    SHARE = "share"
    COUNTER = "counter"
    COMMENT = "comment"
    EMBED = "embed"
    NAVIGATION = "navigation"
    HIDDEN = "hidden"
    DUPLICATE = "duplicate"
    OTHER = "other"


BODY_LABELS: Final = frozenset(
    {Label.BODY, Label.HEADING, Label.QUOTE, Label.ITEM, Label.ROW, Label.QUESTION, Label.CODE}
)
"""Labels whose blocks make up ``Article.body``."""


TEXT_LABELS: Final = {
    Kind.HEADING: Label.HEADING,
    Kind.ITEM: Label.ITEM,
    Kind.QUOTE: Label.QUOTE,
    Kind.ROW: Label.ROW,
    Kind.CODE: Label.CODE,
}
"""Label of a block that is text of the article, by what its markup says it is; ``Label.BODY`` for any other."""


class Trust:
    """The ladder of trust. Steps may use values in between; ties go to the earlier finding."""

    NONE: Final = 0.0
    """Nothing speaks for it; what is left over is called something, too."""
    GUESS: Final = 0.2
    """For want of anything better."""
    SHAPE: Final = 0.4
    """Length, position, repetition."""
    TEXT: Final = 0.5
    """Words of a lexicon."""
    MARKUP: Final = 0.6
    """Element and class names."""
    DECLARED: Final = 0.7
    """Meta tags, microdata, JSON-LD."""
    AGREED: Final = 0.85
    """What is shown and what is declared say the same."""
    CERTAIN: Final = 0.95
    """Cannot be anything else: hidden, a figure's caption element."""
    PROFILE: Final = 1.0
    """A site profile says so."""


@frozen(eq=False)
class Field(Generic[T_co]):
    """Key of an ``Article`` field, carrying the type of its candidates' values."""

    name: str
    """Name of the attribute of ``Article``."""

    many: bool = False
    """Whether the article keeps all candidates of the best source (a tuple) or only one value."""


class Fields:
    """The fields that extractors propose values for."""

    title: Final = Field[str]("title")
    kicker: Final = Field[str]("kicker")
    subtitle: Final = Field[str]("subtitle")
    published: Final = Field[datetime]("published")
    modified: Final = Field[datetime]("modified")
    authors: Final = Field[tuple[Author, ...]]("authors")
    body: Final = Field[tuple[BodyBlock, ...]]("body")
    images: Final = Field[Image]("images", many=True)
    agency_credit: Final = Field[AgencyCredit]("agency_credit")
    related: Final = Field[RelatedBlock]("related", many=True)
    access: Final = Field[Access]("access")
    corrections: Final = Field[Correction]("corrections", many=True)
    live_updates: Final = Field[LiveUpdate]("live_updates", many=True)
    language: Final = Field[str]("language")
    url: Final = Field[str]("url")
    publisher: Final = Field[str]("publisher")
    section: Final = Field[str]("section")
    keywords: Final = Field[tuple[str, ...]]("keywords")


@mypyc_attr(acyclic=True)
class Labelled:
    """A label proposed for a block."""

    block: Final[int]
    """``Block.index``."""

    label: Final[Label]
    """What the block is said to be."""

    trust: Final[float]
    """How far to believe it, 0 to 1 (see ``Trust``)."""

    why: Final[str]
    """The reason, for ``explain()``."""

    rule: str
    """The extractor that said so; filled in by the pipeline."""

    def __init__(
        self,
        block: int,
        label: Label,
        trust: float,
        why: str,
        rule: str = "",
    ) -> None:
        self.block = block
        self.label = label
        self.trust = trust
        self.why = why
        self.rule = rule


@define(eq=False)
class Candidate(Generic[T]):
    """A value proposed for a field."""

    field: Field[T]
    """Which field."""

    value: T
    """The proposed value."""

    trust: float
    """How far to believe it, 0 to 1 (see ``Trust``)."""

    source: str
    """Where it stands: "meta og:title", "json-ld headline", "block 12"."""

    raw: str | None = None
    """The text as it stands there; None where the value is that text."""

    note: str | None = None
    """What a user should know about the value; None where nothing."""

    blocks: tuple[int, ...] = ()
    """Blocks it was read from, in page order; empty where it was declared."""

    rule: str = ""
    """The extractor that said so; filled in by the pipeline."""

    @property
    def block(self) -> int | None:
        """The first of the blocks it was read from; None where it was declared."""
        return self.blocks[0] if self.blocks else None


@mypyc_attr(acyclic=True)
class Region:
    """Where on the page the article lies, as far as its prose shows."""

    first: Final[int]
    """First block of the article's prose."""

    last: Final[int]
    """Last block of the article's prose."""

    place: Final[Place]
    """Smallest container that holds the bulk of that prose (raw text: the root)."""

    headline: Final[int | None]
    """Block of the headline; None where no block carries it."""

    def __init__(self, first: int, last: int, place: Place, headline: int | None = None) -> None:
        self.first = first
        self.last = last
        self.place = place
        self.headline = headline


@frozen(eq=False)
class Warned:
    """Something that could not be read whole or is in doubt."""

    text: str
    """One sentence for ``Article.warnings``."""


class Measured:
    """What a step has measured of a page and a later one reads; each kind is a class of its own."""


Finding: TypeAlias = "Labelled | Candidate[Any] | Region | Warned | Measured"


class Findings:
    """All findings so far, indexed by block and by field. Only the pipeline adds to it."""

    labels: Final[dict[int, list[Labelled]]]
    """Block → labels proposed, in the order of the steps; empty where those that win are all that is asked for."""

    values: dict[str, list[Candidate[Any]]]
    """Field → candidates proposed, in the order of the steps."""

    warnings: Final[list[str]]
    """Warnings, in the order of the steps."""

    region: Region | None
    """Where the article lies; None until a step has said so, and where there is no prose."""

    measured: Measured | None
    """Raw text: the features of the lines of its head. Else the block that carries the headline, taken apart.
    None until the steps ``head`` or ``title`` have looked for it, and where there is no headline."""

    def __init__(self, brief: bool = False) -> None:
        """Make room; *brief*: for the labels that win alone, nobody asks for the others."""
        self.brief: Final = brief
        self.labels = {}
        self.values = {}
        self.warnings = []
        self.region = None
        self.measured = None
        self._best: Final[dict[int, Labelled]] = {}
        self._blocks: Final[dict[Label, set[int]]] = {}  # label → blocks whose best label it is

    def add(self, findings: Iterable[Finding], rule: str) -> None:
        """Take over what a step found, signed with its name."""
        for finding in findings:
            if isinstance(finding, Labelled):
                self._add_label(finding, rule)
            elif isinstance(finding, Candidate):
                finding.rule = rule
                self.values.setdefault(finding.field.name, []).append(finding)
            elif isinstance(finding, Region):
                self.region = finding
            elif isinstance(finding, Measured):
                self.measured = finding
            else:
                self.warnings.append(finding.text)

    def _add_label(self, finding: Labelled, rule: str) -> None:
        finding.rule = rule
        if not self.brief:
            self.labels.setdefault(finding.block, []).append(finding)
        best = self._best.get(finding.block)
        if best is None or finding.trust > best.trust:
            self._best[finding.block] = finding
            if best is not None:
                self._blocks[best.label].discard(best.block)
            self._blocks.setdefault(finding.label, set()).add(finding.block)

    def best_label(self, block: int) -> Labelled | None:
        """Return the most trusted label of the block so far, the earliest among equals; None where it has none."""
        return self._best.get(block)

    def label(self, block: int) -> Label | None:
        """Return what the block is taken for so far; None where nobody has said anything."""
        best = self._best.get(block)
        return best.label if best else None

    def labelled(self, *labels: Label) -> Iterator[int]:
        """Yield the blocks whose best label so far is any of *labels*, in page order."""
        known = [blocks for label in labels if (blocks := self._blocks.get(label))]
        yield from sorted(set().union(*known))

    def candidates(self, field: Field[T]) -> list[Candidate[T]]:
        """Return the candidates of a field, most trusted first, the earliest among equals."""
        return sorted(self.values.get(field.name, ()), key=lambda c: -c.trust)

    @property
    def headline(self) -> int | None:
        """Block of the headline: where the title was read, else what is labelled so; None where no block carries it."""
        best = self.best(Fields.title)
        told = best.block if best is not None else None
        return told if told is not None else next(self.labelled(Label.TITLE), None)

    def best(self, field: Field[T]) -> Candidate[T] | None:
        """Return the most trusted candidate of a field; None where there is none."""
        return max(self.values.get(field.name, ()), key=lambda c: c.trust, default=None)
