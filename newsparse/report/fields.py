"""The article in a report, field by field, each with where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsparse.article import Article, Evidence
from newsparse.explanation import Explanation
from newsparse.findings import Candidate
from newsparse.report.blocks import trust
from newsparse.report.markup import Markup, element, joined, said, span
from newsparse.report.values import in_short, rendered

NO_VALUES: Final = frozenset(("evidence", "warnings"))
FIELDS: Final = tuple(name for name in Article.__annotations__ if name not in NO_VALUES)


def field_list(explanation: Explanation) -> Markup:
    """Return the fields of the article that have a value, and the names of those that have none."""
    article = explanation.article
    found = [name for name in FIELDS if has(article, name)]
    missing = [name.replace("_", " ") for name in FIELDS if name not in found]
    sections = (section(explanation, name) for name in found)
    note = element("p", {"class": "missing"}, "Not on this page: ", ", ".join(missing)) if missing else None
    return joined(*sections, note)


def has(article: Article, name: str) -> bool:
    """Whether the article has a value for a field."""
    return getattr(article, name) not in (None, ())


def section(explanation: Explanation, name: str) -> Markup:
    """Return one field: the button that lights up its blocks, its evidence, its value."""
    blocks = explanation.sources.get(name, ())
    lost = [one for one in explanation.lost if one.field.name == name]
    given = {
        "type": "button",
        "class": "pick",
        "data-field": name,
        "data-blocks": " ".join(map(str, blocks)),
        "data-lost": " ".join(str(i) for one in lost for i in one.blocks),
        "aria-pressed": "false",
    }
    origins = origin(explanation.article.evidence.get(name), blocks)
    head = joined(element("button", given, name.replace("_", " ")), origins)
    value = rendered(name, getattr(explanation.article, name))
    inside = (element("div", {"class": "head"}, head), element("div", {"class": "value"}, value), losers(lost))
    return element("section", {"class": f"field {name}", "id": f"f-{name}"}, *inside)


def origin(evidence: Evidence | None, blocks: tuple[int, ...]) -> Markup | None:
    """Return where a value came from, in one line; None where nothing is known of it."""
    if evidence is None:
        return None
    where = evidence.source if blocks else f"{evidence.source} (not among the visible text)"
    note = joined(" · ", said(evidence.note, names="note")) if evidence.note else None
    raw = joined(" · as written: ", said(in_short(evidence.raw), "q")) if evidence.raw else None
    return span("origin", said(where), f" · {evidence.rule} · ", trust(evidence.trust), note, raw)


def losers(lost: list[Candidate[Any]]) -> Markup | None:
    """Return the values that were proposed for a field and not taken; None where there are none."""
    if not lost:
        return None
    values = "1 value" if len(lost) == 1 else f"{len(lost)} values"
    return element(
        "details", {"class": "lost"}, element("summary", None, f"{values} not taken"), element("ul", None, *rows(lost))
    )


def rows(lost: list[Candidate[Any]]) -> Iterator[Markup]:
    """Yield a line for each value that lost."""
    for one in lost:
        where = joined(" · ", said(one.source), f" · {one.rule} · ", trust(one.trust))
        yield element("li", None, said(in_short(one.value)), span("origin", where))
