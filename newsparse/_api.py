"""The two calls that most users need."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from attrs import frozen

from newsparse.article import Article

# What does the work takes a while to load; `import newsparse` does not wait for it, the first call does.
if TYPE_CHECKING:
    from newsparse.document import Block, Document
    from newsparse.findings import Candidate, Findings, Label
    from newsparse.readers._input import Format


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


@frozen
class Explanation:
    """An article and how it was found."""

    article: Article
    """The article, as ``parse`` returns it."""

    blocks: tuple[ExplainedBlock, ...]
    """Every visible block of the page, in order."""

    lost: tuple[Candidate[Any], ...]
    """Values that were proposed for a field and not taken, most trusted first."""


def parse(
    content: Any,
    url: str | None = None,
    *,
    format: Format = "auto",
    language: str | None = None,
    now: datetime | None = None,
    encoding: str | None = None,
) -> Article:
    """Turn the page of one article into an ``Article``.

    *content* is bytes, str, a BeautifulSoup object, an lxml element or tree; *format* "html" or "text" where
    looking at it might mislead. *url* is where it came from, *language* an ISO 639-1 code that overrides
    detection, *now* the moment it was fetched (for "2 hours ago"), *encoding* the charset of the HTTP header.

    Raises ``ParseError`` where there is nothing to read: EmptyPage, BinaryPage, UnsupportedInput. A page
    that can be read but holds no article gives an Article with a warning.
    """
    from newsparse.resolve import resolve

    return resolve(*_analysed(content, url, format, language, now, encoding))


def explain(
    content: Any,
    url: str | None = None,
    *,
    format: Format = "auto",
    language: str | None = None,
    now: datetime | None = None,
    encoding: str | None = None,
) -> Explanation:
    """Parse as ``parse`` does, and account for every visible block and every candidate that lost."""
    from newsparse.findings import Label
    from newsparse.resolve import resolve

    doc, found = _analysed(content, url, format, language, now, encoding)
    article = resolve(doc, found)
    blocks = []
    for block in doc.blocks:
        best = found.best_label(block.index)
        if best is None:
            if not block.hidden:
                blocks.append(_explained(block, Label.OTHER, 0.0, "", "no rule spoke for it"))
        elif best.label is not Label.HIDDEN:
            blocks.append(_explained(block, best.label, best.trust, best.rule, best.why))
    return Explanation(article, tuple(blocks), _lost(article, found.values))


def _analysed(
    content: Any, url: str | None, form: Format, language: str | None, now: datetime | None, encoding: str | None
) -> tuple[Document, Findings]:
    from newsparse import pipeline
    from newsparse.readers import read

    doc = read(content, url, form, encoding)
    return doc, pipeline.run(doc, now=now, lang=language)


def _explained(block: Block, label: Label, trust: float, rule: str, why: str) -> ExplainedBlock:
    return ExplainedBlock(block.index, block.text, label, trust, rule, why, block.path)


def _lost(article: Article, values: dict[str, list[Candidate[Any]]]) -> tuple[Candidate[Any], ...]:
    kept = {name: getattr(article, name) for name in values}
    lost = [c for name, found in values.items() for c in found if c.value != kept[name] and not c.field.many]
    return tuple(sorted(lost, key=lambda c: -c.trust))
