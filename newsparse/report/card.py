"""An article as a notebook shows it: without scripts, and without a style that could reach the notebook."""

from __future__ import annotations

from newsparse.article import Article
from newsparse.report.fields import FIELDS, has
from newsparse.report.markup import Markup, element, joined, said
from newsparse.report.values import body, in_short, plain

TEXT = "max-height: 24em; overflow: auto; padding: 0 1em; border-left: 3px solid #7a8b99; margin: 0.5em 0"
LEFT = {"style": "text-align: left"}
HEAD = frozenset(("kicker", "title", "subtitle", "body"))


def article_card(article: Article) -> Markup:
    """Return headline and text, and the other fields that have a value in a table."""
    kicker, title = article.kicker, article.title or "No headline"
    top = (
        said(kicker, "p") if kicker and not title.startswith(kicker) else None,
        said(title, "h3"),
        element("p", None, element("em", {"dir": "auto"}, article.subtitle)) if article.subtitle else None,
    )
    rows = [row(article, name) for name in FIELDS if name not in HEAD and has(article, name)]
    notes = element("ul", None, *(said(text, "li") for text in article.warnings)) if article.warnings else None
    text = element("div", {"style": TEXT}, body(article.body)) if article.body else None
    return element("div", {"class": "newsparse-article"}, *top, element("table", None, *rows), notes, text)


def row(article: Article, name: str) -> Markup:
    """Return a row of the table: a field, its value, where it came from."""
    evidence = article.evidence.get(name)
    value = getattr(article, name)
    shown = in_short(value) if not isinstance(value, str) else plain(value)
    source = joined(said(evidence.source, "small")) if evidence else None
    head = element("th", LEFT, name.replace("_", " "))
    return element("tr", None, head, element("td", {**LEFT, "dir": "auto"}, shown), element("td", None, source))
