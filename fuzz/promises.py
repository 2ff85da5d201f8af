"""What is promised of every content whatever; each check raises AssertionError where the promise is broken."""

from __future__ import annotations

import pickle
from collections import Counter
from typing import Any

import newsparse
from newsparse import Article, Budget, Explanation

UNHURRIED = Budget(seconds=600)  # time is the one limit by which the same content may give another article


def keep(content: Any, form: Any = "auto") -> Article | None:
    """Check all promises on one content; return its article, None where there is nothing to read."""
    try:
        explained = newsparse.explain(content, format=form, budget=UNHURRIED)
    except newsparse.ParseError:
        return None
    article = explained.article
    repeats(content, form, article)
    survives(article)
    accounts(explained)
    exports(article)
    return article


def repeats(content: Any, form: Any, article: Article) -> None:
    """The same content gives the same article, in every respect."""
    again = newsparse.parse(content, format=form, budget=UNHURRIED)
    assert again == article
    assert again.to_json() == article.to_json()


def survives(article: Article) -> None:
    """An article survives JSON and pickle."""
    assert Article.from_json(article.to_json()) == article
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301  # made a moment ago, right here


def accounts(explained: Explanation) -> None:
    """Every block is there once, in order, with a label; the text of the article is text of blocks, or is declared."""
    order = [block.index for block in explained.blocks]
    assert order == sorted(set(order))
    assert all(block.label and block.text.strip() for block in explained.blocks)
    source = explained.article.evidence.get("body")
    if source is None or not source.source.startswith("block"):
        return
    shown = Counter(letters("".join(block.text for block in explained.blocks)))
    assert not Counter(letters(explained.article.text)) - shown


def exports(article: Article) -> None:
    """Every form of an article can be written, and nothing of the page becomes markup in it."""
    article.to_markdown().encode()
    article.to_schema_org()
    article.to_ninjs()


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))
