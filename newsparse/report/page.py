"""The report of one page, and what every report is made of."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from string import Template
from typing import Final

import newsparse
from newsparse.explanation import Explanation
from newsparse.report.blocks import block_list
from newsparse.report.families import figures
from newsparse.report.fields import field_list
from newsparse.report.head import filters, summary
from newsparse.report.markup import Attribute, Markup, element, escaped, joined

HEIGHT: Final = 640  # pixels of a report in a notebook
HINT: Final = (
    "Point at a piece of the page, or go through it with the arrow keys: here is shown what it was taken for, "
    "by which rule and why, and what lost."
)


def page_html(explanation: Explanation, name: str = "") -> str:
    """Return the report of one page; *name* is what it is called, by default its address."""
    found = figures(explanation.blocks)
    columns = joined(
        column("page", "The page, as it was read", block_list(explanation)),
        element("div", {"class": "pane"}, column("article", "The article", field_list(explanation)), inspector()),
    )
    return filled(
        name=named(explanation, name),
        summary=summary(explanation.article, found),
        filters=filters([found]),
        columns=columns,
        kind="one",
    )


def named(explanation: Explanation, name: str) -> str:
    """Return what a page is called: as the caller says, else its address, else its headline."""
    article = explanation.article
    return name or article.url or article.title or "a page"


def inspector() -> Markup:
    """Return the place where it is said what became of the block that is looked at."""
    close = element("button", {"type": "button", "id": "close", "class": "plain", "aria-label": "Close"}, "×")
    hint = element("p", {"id": "hint"}, HINT)
    reasons = element("div", {"id": "reasons", "aria-live": "polite"})
    return element("aside", {"id": "inspector", "aria-label": "Why"}, close, hint, reasons)


def column(key: str, title: str, inside: Markup) -> Markup:
    """Return one of the columns, with its heading."""
    heading = element("h2", {"id": f"{key}-heading", "class": "column-title"}, title)
    return element("section", {"class": f"column {key}", "aria-labelledby": f"{key}-heading"}, heading, inside)


def filled(*, name: str, summary: Markup, filters: Markup, columns: Markup, kind: str) -> str:
    """Return the template with all that goes into it.

    The policy allows the report's own style and script, by their digests, and nothing else: no other script, no
    handler in an attribute, no picture, no frame, no request.
    """
    style, script = data("style.css"), data("script.js")
    policy = (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Template(data("page.html")).substitute(
        policy=policy,
        style=style,
        script=script,
        name=escaped(name),
        summary=summary,
        filters=filters,
        columns=columns,
        kind=kind,
        version=newsparse.__version__,
    )


def data(file: str) -> str:
    """Return a file that lies beside this module."""
    return files("newsparse.report").joinpath(file).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """Return the source expression by which a policy knows an inline style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def framed(report: str) -> str:
    """Return a report as a notebook shows it: in a frame that shares nothing with the notebook."""
    given: dict[str, Attribute] = {
        "srcdoc": report,
        "sandbox": "allow-scripts",
        "width": "100%",
        "height": HEIGHT,
        "title": "newsparse report",
    }
    return element("iframe", given)
