"""Pages of a site with a profile of one's choice, for tests of what profiles can say."""

from __future__ import annotations

from textwrap import dedent

import newsparse
from newsparse import pipeline
from newsparse.findings import Label
from newsparse.profiles import profile_of
from newsparse.readers import read
from newsparse.resolve import resolve

URL = "https://www.example.org/news/bridge"
TEXT = """
<p>The city opened the new bridge to traffic on Wednesday after three years of work on both banks of the river.</p>
<p>The cost came to twelve million, well below what the planners had expected when the first plans were drawn up.</p>
<p>Shops on the northern bank hope for more customers, since the detour by way of the harbour took twenty minutes.</p>
"""


def page(body: str, head: str = "<title>New bridge opened in the north</title>") -> str:
    return f"<html lang=en><head>{head}</head><body><h1>New bridge opened in the north</h1>{body}{TEXT}</body></html>"


def read_with(profile: str, html: str) -> tuple[newsparse.Article, dict[str, Label | None]]:
    """What a page of example.org gives with a profile: the article, and the label of every text."""
    doc = read(html, URL)
    found = pipeline.run(doc, site=profile_of(dedent(profile), "example.org"))
    return resolve(doc, found), {block.text: found.label(block.index) for block in doc.blocks}


def parse(profile: str, body: str, head: str = "<title>New bridge opened in the north</title>") -> newsparse.Article:
    return read_with(profile, page(body, head))[0]


def label(profile: str, body: str, text: str) -> Label | None:
    return read_with(profile, page(body))[1][text]
