"""Hostile data in scripts: JSON-LD and embedded state that is huge, deep, many, or broken."""

from __future__ import annotations

from typing import Final

from hostile.markup import PROSE, Family, page


def ld(raw: str) -> str:
    """Return a script of JSON-LD."""
    return f'<script type="application/ld+json">{raw}</script>'


def one(before: str, unit: str, after: str) -> Family:
    """Return a family of one script with a value of many units; ``{i}`` in a unit becomes its number."""
    return lambda n: page(ld(before + "".join(unit.replace("{i}", str(i)) for i in range(n)) + after))


def state(before: str, unit: str, after: str) -> Family:
    """Return a family of pages without text that hold a state of many units."""
    return lambda n: f"<h1>Bridge closes</h1><script>{before}{unit * n}{after}</script>"


ARTICLE: Final = '{"@type": "NewsArticle", "headline": "Bridge closes"'
FAMILIES: Final[dict[str, Family]] = {
    "articleBody": one(ARTICLE + ', "articleBody": "', f"{PROSE} ", '"}'),
    "articleBody with markup": one(ARTICLE + ', "articleBody": "', "<p>Bridge &amp; <b>island", '"}'),
    "articleBody of an empty page": lambda n: (
        "<h1>Bridge closes</h1>" + ld(ARTICLE + ', "articleBody": "' + (PROSE + "\\n\\n") * n + '"}')
    ),
    "articleBody twice": lambda n: page(ld(ARTICLE + f', "articleBody": "{PROSE * n}"}}') * 2 + f"<p>{PROSE * n}</p>"),
    "nested lists": lambda n: page(ld("[" * n + "]" * n)),
    "nested objects": lambda n: page(ld('{"@graph": ' * n + "1" + "}" * n)),
    "nested objects, not closed": lambda n: page(ld('{"author": ' * n)),
    "nested and typed": lambda n: page(ld('{"@type": "NewsArticle", "author": ' * n + "1" + "}" * n)),
    "nested by entities": lambda n: page(ld("&#91;" * n)),
    "scripts": lambda n: page(ld(ARTICLE + "}") * n),
    "broken scripts": lambda n: page(ld(ARTICLE + ',, "a" "b"') * n),
    "objects side by side": one("", ARTICLE + "}\n", ""),
    "objects in a graph": one('{"@graph": [', ARTICLE + "},", "1]}"),
    "broken in the middle": one(ARTICLE + ', "articleBody": "', 'He said "yes" and "no", and "perhaps". ', '"}'),
    "quotes": one(ARTICLE + ', "a": "', '"', '"}'),
    "backslashes": one(ARTICLE + ', "a": "', "\\", '"}'),
    "braces": one(ARTICLE + ', "a": ', "}{", "}"),
    "commas": one(ARTICLE, ", ", "}"),
    "comments": one(ARTICLE, "/* x */ // y\n", "}"),
    "comments without end": one(ARTICLE, "/* ", "}"),
    "digits": one(ARTICLE + ', "datePublished": ', "1", "}"),
    "digits of a date": one(ARTICLE + ', "datePublished": "', "1", '"}'),
    "halves of characters": one(ARTICLE + ', "a": "', "\\ud800", '"}'),
    "authors": one(ARTICLE + ', "author": [', '{"@type": "Person", "name": "Ann Bell{i}"},', "{}]}"),
    "authors, all alike": one(ARTICLE + ', "author": [', '{"@type": "Person", "name": "Ann Bell"},', "{}]}"),
    "author of a long name": one(ARTICLE + ', "author": "', "Ann Bell and ", '"}'),
    "keywords": one(ARTICLE + ', "keywords": [', '"k{i}",', '""]}'),
    "images": one(ARTICLE + ', "image": [', '{"@type": "ImageObject", "url": "/a{i}.jpg", "caption": "b{i}"},', "{}]}"),
    "dates": one(ARTICLE + ', "datePublished": [', '"2024-05-03T10:00:00Z",', '""]}'),
    "entries": one(
        ARTICLE + ', "liveBlogUpdate": [', '{"headline": "a{i}", "articleBody": "b", "datePublished": "2024"},', "{}]}"
    ),
    "crumbs": one('{"@type": "BreadcrumbList", "itemListElement": [', '{"name": "a{i}"},', "{}]}"),
    "many types": one('{"headline": "Bridge closes", "@type": [', '"NewsArticle",', '""]}'),
    "many keys": one(ARTICLE, ', "k{i}": 1', "}"),
    "state of strings": state('window.__INITIAL_STATE__ = {"a": [', f'"{PROSE}",', '""]}'),
    "state of objects": state('window.__INITIAL_STATE__ = {"a": [', f'{{"type": "p", "text": "{PROSE}"}},', "{}]}"),
    "state nested": state("window.__INITIAL_STATE__ = ", '{"body": ', ""),
    "state of brackets": state("window.__INITIAL_STATE__ = ", "[", ""),
    "state of assignments": state("", "window.__INITIAL_STATE__ = {", ""),
    "state of quotes": state("window.__INITIAL_STATE__ = {", '"', ""),
    "states": lambda n: (
        "<h1>Bridge closes</h1>" + f'<script type="application/json">{{"body": ["{PROSE}"]}}</script>' * n
    ),
    "stream of pieces": lambda n: "<h1>Bridge closes</h1>" + f'<script>self.__next_f.push([1,"{PROSE}"])</script>' * n,
}
"""By name."""
