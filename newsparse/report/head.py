"""The top of a report: figures, warnings, filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from newsparse.article import Article
from newsparse.findings import Label
from newsparse.report.families import FAMILIES, FAMILY_OF, NAMES, Figures
from newsparse.report.markup import Markup, element, joined, said, span

WIDTH: Final = 1000  # units across a bar


def summary(article: Article, found: Figures) -> Markup:
    """Return the figures of one page: words kept, what the rest is, warnings."""
    share = f"{found.kept / found.total:.0%}" if found.total else "–"
    shown = (
        figure(found.total, "words on the page"),
        figure(found.kept, "kept as headline and text", share),
        figure(found.total - found.kept, "set apart, each with its reason"),
        figure(len(article.warnings), "warning" if len(article.warnings) == 1 else "warnings"),
    )
    return joined(element("ul", {"class": "figures"}, *shown), bar(found), warnings(article))


def figure(number: int, what: str, share: str = "") -> Markup:
    """Return one figure and what it counts."""
    more = span("more", f" {share}") if share else None
    return element("li", None, element("strong", None, grouped(number)), " ", what, more)


def grouped(number: int) -> str:
    """Return a number with its thousands set apart by thin spaces."""
    return f"{number:,}".replace(",", "\u2009")


def bar(found: Figures) -> Markup:
    """Return the shares of the families in the page's words as one bar, with its legend."""
    there = [(family, found.of(family)) for family in FAMILIES if found.of(family)]
    starts = accumulate((words for _, words in there), initial=0)
    parts = (stretch(family, at, words, found.total) for (family, words), at in zip(there, starts, strict=False))
    told = "Shares of the page’s words: " + ", ".join(f"{NAMES[family]} {words}" for family, words in there)
    given = {"class": "bar", "viewBox": f"0 0 {WIDTH} 10", "preserveAspectRatio": "none", "role": "img"}
    legend = (entry(family, words) for family, words in there)
    return joined(
        element("svg", {**given, "aria-label": told}, *parts),
        element("ul", {"class": "legend", "aria-hidden": "true"}, *legend),
    )


def stretch(family: str, at: int, words: int, total: int) -> Markup:
    """Return the part of the bar that a family takes."""
    x, width = (f"{WIDTH * number / total:.1f}" for number in (at, words))
    return element("rect", {"class": f"fam-{family}", "x": x, "width": width, "height": 10})


def entry(family: str, words: int) -> Markup:
    """Return the line of the legend that names a family."""
    return element("li", {"class": f"fam-{family}"}, span("swatch"), NAMES[family], " ", span("count", grouped(words)))


def warnings(article: Article) -> Markup | None:
    """Return what could not be read whole; None where everything could."""
    if not article.warnings:
        return None
    listed = (element("li", None, said(text)) for text in article.warnings)
    return element("section", {"class": "warnings", "aria-label": "Warnings"}, element("ul", None, *listed))


def filters(pages: Iterable[Figures]) -> Markup:
    """Return one button for every label on any of the pages."""
    found = list(pages)
    return joined(*(chip(family, label, found) for family, label in labels_of(found)))


def labels_of(found: list[Figures]) -> Iterator[tuple[str, Label]]:
    """Yield the labels that are there, in the order of the report, each with its family."""
    for label, family in FAMILY_OF.items():
        if any(label in figures.blocks for figures in found):
            yield family, label


def chip(family: str, label: Label, found: list[Figures]) -> Markup:
    """Return the button that filters by a label, with the words that have it."""
    words = " | ".join(grouped(figures.words.get(label, 0)) for figures in found)
    told = f"Show only {label}: {words} words"
    given = {
        "type": "button",
        "class": f"chip fam-{family}",
        "data-filter": label,
        "aria-pressed": "false",
        "title": told,
    }
    return element("button", given, label, " ", span("count", words))
