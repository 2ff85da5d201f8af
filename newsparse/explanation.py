"""An article together with the account of how it was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import asdict, field, frozen

from newsparse.article import Article

# As in _api.py: `import newsparse` does not wait for what only a call needs.
if TYPE_CHECKING:
    from newsparse.document import Block, Document
    from newsparse.findings import Candidate, Findings, Label


@frozen
class LostLabel:
    """What a block was also taken for, by a rule that was trusted less."""

    label: Label
    """The label that was proposed."""

    trust: float
    """How far it was trusted, 0 to 1."""

    rule: str
    """The extractor that proposed it."""

    why: str
    """Its reason."""


@frozen
class ExplainedBlock:
    """One visible run of text and what became of it."""

    index: int
    """Position on the page."""

    text: str
    """The text."""

    label: Label
    """What it was taken for; exactly one."""

    trust: float
    """How far, 0 to 1."""

    rule: str
    """The extractor that said so."""

    why: str
    """Its reason."""

    path: tuple[str, ...]
    """Containers, outermost first; empty for raw text."""

    lost: tuple[LostLabel, ...] = ()
    """Other labels that were proposed for it, most trusted first."""


@frozen
class Explanation:
    """An article and how it was found."""

    article: Article
    """The article, as ``parse`` returns it."""

    blocks: tuple[ExplainedBlock, ...]
    """Every visible block of the page, in order."""

    lost: tuple[Candidate[Any], ...]
    """Values that were proposed for a field and not taken, most trusted first."""

    sources: Mapping[str, tuple[int, ...]] = field(factory=dict, hash=False)
    """Field name → ``index`` of the blocks that say its value, in page order; no entry where it is only declared."""

    def to_dict(self) -> dict[str, Any]:
        """Return the article, the blocks and the sources of fields as plain dicts, lists and texts, ready for JSON.

        Labels are their names. Values that were not taken are left out: they may be of any kind.
        """
        blocks = [asdict(block, value_serializer=lambda _, __, value: plain(value)) for block in self.blocks]
        sources = {name: list(indices) for name, indices in self.sources.items()}
        return {"article": self.article.to_dict(), "blocks": blocks, "sources": sources}

    def to_html(self, *, name: str = "", beside: Explanation | None = None) -> str:
        """Return one self-contained HTML page that shows the blocks beside the article.

        *name* is what the page is called in the report, by default by its address; *beside* is the explanation of
        another page, or of another version of this one, to be set side by side with it. The report loads nothing,
        and nothing of the page can run in it.
        """
        from newsparse import report

        if beside is None:
            return report.page_html(self, name)
        return report.comparison_html(self, beside, (name, ""))

    def _repr_html_(self) -> str:
        from newsparse import report

        return report.framed(self.to_html())


def plain(value: Any) -> Any:
    """Return the value of a member of an enumeration, and anything else as it is."""
    return value.value if isinstance(value, Enum) else value


def explained(article: Article, doc: Document, found: Findings) -> Explanation:
    """Return the account of *article*, which *found* on *doc* adds up to."""
    blocks = tuple(block for one in doc.blocks if (block := explained_block(one, found)) is not None)
    shown = frozenset(block.index for block in blocks)
    return Explanation(article, blocks, lost_values(article, found), dict(sources_of(article, found, shown)))


def explained_block(block: Block, found: Findings) -> ExplainedBlock | None:
    """Return what became of a block; None for one that no reader sees."""
    from newsparse.findings import Label

    best = found.best_label(block.index)
    if best is None:
        if block.hidden:
            return None
        return ExplainedBlock(block.index, block.text, Label.OTHER, 0.0, "", "no rule spoke for it", block.path)
    if best.label is Label.HIDDEN:
        return None
    others = sorted((one for one in found.labels[block.index] if one is not best), key=lambda one: -one.trust)
    lost = tuple(LostLabel(one.label, one.trust, one.rule, one.why) for one in others)
    return ExplainedBlock(block.index, block.text, best.label, best.trust, best.rule, best.why, block.path, lost)


def lost_values(article: Article, found: Findings) -> tuple[Candidate[Any], ...]:
    """Return the candidates whose value was not taken, most trusted first."""
    kept = {name: getattr(article, name) for name in found.values}
    lost = [c for name, values in found.values.items() for c in values if c.value != kept[name] and not c.field.many]
    return tuple(sorted(lost, key=lambda c: -c.trust))


def sources_of(article: Article, found: Findings, shown: frozenset[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each field with the visible blocks that say its value, whichever source won."""
    for name, values in found.values.items():
        kept = getattr(article, name)
        blocks = {i for c in values if c.field.many or c.value == kept for i in c.blocks}
        if blocks & shown:
            yield name, tuple(sorted(blocks & shown))
