"""A page with a byline of one's choice, for tests of who wrote it."""

from __future__ import annotations

import json
from typing import Any

from newsparse import parse

PROSE = """
<p>The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday morning.</p>
<p>For ninety years the boats have carried farmers, school classes and their bicycles over to the other side.</p>
<p>From the summer on, a bus will run over the new bridge every hour, and the two captains will work in the harbour.</p>
"""


def page(byline: str = "", *, head: str = "", after: str = "") -> str:
    return f"""<html lang="en"><head><title>Ferry line closes</title>{head}</head><body><article>
    <h1>Ferry line closes after ninety years</h1>
    {byline}<div class="text">{PROSE}</div>{after}</article></body></html>"""


def json_ld(author: Any, kind: str = "NewsArticle", **more: Any) -> str:
    thing = {"@context": "https://schema.org", "@type": kind, "author": author, **more}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def names(html: str, url: str | None = None) -> list[str]:
    return [author.name for author in parse(html, url).authors]


PERSON = {"@type": "Person", "name": "Mara Lindqvist"}
