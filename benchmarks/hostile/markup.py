"""Hostile markup: pages of *n* units, each unit an attempt to make a reader lose its way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

Page: TypeAlias = str | bytes
Family: TypeAlias = Callable[[int], Page]

PROSE: Final = "The bridge to the island closes to all cars on Monday, the council said after a long meeting."
START: Final = f"<html lang=en><body><h1>Bridge closes to all cars</h1><p>{PROSE}</p>"


def page(inside: str) -> str:
    """Return a page with a headline, a paragraph, something hostile, and a last paragraph."""
    return f"{START}{inside}<p>{PROSE} It opens again in autumn.</p></body></html>"


def repeated(unit: str) -> Family:
    """Return a family that repeats a unit; ``{i}`` in it becomes its number."""
    if "{i}" not in unit:
        return lambda n: page(unit * n)
    return lambda n: page("".join(unit.replace("{i}", str(i)) for i in range(n)))


def nested(start: str, end: str, inside: str = PROSE) -> Family:
    """Return a family of elements in each other; *end* may be empty, so that nothing is ever closed."""
    return lambda n: page(start * n + inside + end * n)


def inside(before: str, unit: str, after: str) -> Family:
    """Return a family of one element or value that is long."""
    return lambda n: page(before + unit * n + after)


def numbered(before: str, unit: str, after: str) -> Family:
    """Return a family of one element or value with many different parts."""
    return lambda n: page(before + "".join(unit.replace("{i}", str(i)) for i in range(n)) + after)


NESTED: Final[dict[str, Family]] = {
    "nested div": nested("<div>", "</div>"),
    "nested div, text at every level": nested("<div>bridge ", "</div>"),
    "nested div, a name at every level": nested("<div class='article related teaser'><p>x</p>", "</div>"),
    "nested b": nested("<b>", "</b>"),
    "nested b, text at every level": nested("<b class=x>bridge ", "</b>"),
    "nested span": nested("<span class=name>", "</span>"),
    "nested a and div": nested("<a href=/x><div>x", "</div></a>"),
    "nested lists": nested("<ul><li>x", "</li></ul>"),
    "nested tables": nested("<table><tr><td>x", "</td></tr></table>"),
    "nested quotes": nested("<blockquote>x", "</blockquote>"),
    "nested figures": nested("<figure><img src=a.jpg><figcaption>x", "</figcaption></figure>"),
    "nested articles": nested("<article><h2>x</h2>", "</article>"),
    "nested sections, prose at every level": nested(f"<section><p>{PROSE}</p>", "</section>"),
    "nested font and p": nested("<font><p>", "</p></font>"),
    "nested buttons": nested("x<button>x", "</button>"),
    "nested noscript": nested("<noscript><img src=a.jpg>", "</noscript>"),
    "nested pictures": nested("<picture><source srcset='a.jpg 1w, b.jpg 2w'><img>", "</picture>"),
    "nested, each level a button of all": nested("x<button>x<div>", "</div></button>"),
}
"""What is nested deeply."""

UNCLOSED: Final[dict[str, Family]] = {
    "unclosed p": repeated("<p>bridge"),
    "unclosed div": repeated("<div>bridge"),
    "unclosed b": repeated("<b>bridge "),
    "unclosed a": repeated("<a href=/x>bridge "),
    "unclosed li": repeated("<li>bridge"),
    "unclosed td": repeated("<td>bridge"),
    "unclosed span in p": repeated("<p><span>bridge"),
    "unclosed h2": repeated("<h2>bridge"),
    "unclosed select": repeated("<select><option>bridge"),
    "unclosed attribute quotes": repeated('<a href="bridge '),
    "unclosed comments": repeated("<!-- bridge "),
    "unclosed scripts": repeated("<script>bridge "),
    "unclosed titles": repeated("<title>bridge "),
    "only opening brackets": repeated("<"),
    "only closing tags": repeated("</b>"),
    "closing tags in depth": lambda n: page("<div>" * 1000 + "</b>" * n),
    "crossing tags": repeated("<b><i>bridge</b></i>"),
    "tags of unknown names": repeated("<x{i}>bridge</x{i}>"),
    "declarations and instructions": repeated("<!DOCTYPE x><?php echo ?>"),
}
"""What is never closed, or closed where it was never opened."""

ATTRIBUTES: Final[dict[str, Family]] = {
    "long class": inside("<div class='", "article related ", f"'><p>{PROSE}</p></div>"),
    "long camel class": inside("<div class='", "aB", f"'><p>{PROSE}</p></div>"),
    "long class, one word": inside("<div class='", "a", f"'><p>{PROSE}</p></div>"),
    "long style": inside("<p style='", "display : n ", f"'>{PROSE}</p>"),
    "long href": inside("<a href='/", "a/", f"'>{PROSE}</a>"),
    "long href, bad address": inside("<a href='http://[", "[:", f"'>{PROSE}</a>"),
    "long dots in href": lambda n: page(f"<base href=http://a.example/><a href='{'../' * n}x'>{PROSE}</a>"),
    "long src": inside("<img src='http://a.example/", "x-100x100", ".jpg'>"),
    "long srcset": numbered("<img srcset='", "a{i}.jpg {i}w, ", "'>"),
    "long srcset without commas": inside("<img srcset='", "a ", "'>"),
    "long alt": inside("<img src=a.jpg alt='", "bridge ", "'>"),
    "long alt beside a long caption": lambda n: page(
        f"<figure><img src=a.jpg alt='{'bridge ' * n}'><figcaption>{'bridge ' * n}Photo: dpa</figcaption></figure>"
    ),
    "many attributes": numbered("<p ", "a{i}=b ", f">{PROSE}</p>"),
    "long datetime": inside("<time datetime='", "2024-05-03T10:00:00Z", "'>today</time>"),
    "long meta": inside("<meta property='og:title' content='", "bridge ", "'>"),
    "long description": inside("<meta name='description' content='", "bridge closes. ", "'>"),
    "long author": inside("<meta name='author' content='", "Ann Bell, ", "'>"),
    "long keywords": numbered("<meta name='keywords' content='", "k{i}, ", "'>"),
    "long title": inside("<title>", "bridge | ", "</title>"),
    "long title, dashes": inside("<title>", "- ", "</title>"),
    "long h1": inside("<h1>", "bridge: ", "</h1>"),
    "long h1, spans": inside("<h1>", "<span>bridge</span>: ", "</h1>"),
    "long lang": inside("</p><div lang='", "en-", "'>x</div>"),
    "many metas": repeated("<meta property='og:title' content='bridge {i}'>"),
    "many metas of dates": repeated("<meta property='article:published_time' content='2024-05-03T10:00:{i}'>"),
    "many metas of authors": repeated("<meta name='author' content='Ann Bell{i}'>"),
    "many properties in depth": lambda n: page("<div>" * 500 + "<meta itemprop=a content=b>" * n),
    "many links of the head": repeated("<link rel=alternate hreflang=x{i} href=/{i}>"),
    "many titles": repeated("<title>bridge {i}</title>"),
    "many bases": repeated("<base href=/a{i}/>"),
}
"""Attributes and declarations that are long or many."""

MANY: Final[dict[str, Family]] = {
    "links": repeated("<a href=/bridge-closes-{i}>Bridge closes to all cars</a>"),
    "links in items": repeated("<li><a href=/bridge-closes-{i}>Bridge closes to all cars {i}</a></li>"),
    "links in one paragraph": numbered("<p>", "bridge <a href=/{i}>closes</a> ", "</p>"),
    "spans in one paragraph": inside("<p>", "<span class=a>x</span>", "</p>"),
    "breaks in one paragraph": inside("<p>", "bridge closes<br>", "</p>"),
    "breaks in one paragraph, sentences": inside("<p>", f"{PROSE}<br><b>x</b>", "</p>"),
    "breaks and nothing else": inside("<p>", "<br>", "</p>"),
    "breaks in a div": inside("<div>", f"{PROSE}<br>", "</div>"),
    "blocks in one link": numbered("<a href=/x>", "<div>Bridge closes to all cars {i}</div>", "</a>"),
    "blocks in open marks": lambda n: page("<a href=/x>" + "<b class=x>" * 200 + "<div>bridge</div>" * n),
    "paragraphs": repeated(f"<p>{PROSE}</p>"),
    "different paragraphs": repeated(f"<p>Number {{i}}: {PROSE}</p>"),
    "short paragraphs": repeated("<p>x</p>"),
    "paragraphs in depth": lambda n: page("<div>" * 180 + f"<p>{PROSE}</p>" * n),
    "tables": repeated("<table><tr><td>bridge</td><td>{i}</td></tr></table>"),
    "rows": numbered("<table>", "<tr><td>bridge</td><td>{i}</td></tr>", "</table>"),
    "cells": numbered("<table><tr>", "<td>{i}</td>", "</tr></table>"),
    "list items": numbered("<ul>", "<li>bridge {i}", "</ul>"),
    "lists": repeated("<ul><li>bridge {i}</ul>"),
    "headings": repeated("<h2>Bridge closes {i}</h2>"),
    "headlines": repeated("<h1>Bridge closes {i}</h1>"),
    "copies of the headline": repeated("<p>Bridge closes to all cars</p>"),
    "bold lines": repeated("<p><b>Bridge closes {i}</b></p>"),
    "questions": repeated("<p><b>Why does it close?</b></p><p>Because of {i}.</p>"),
    "quotes": repeated("<blockquote>The bridge closes, said Ann Bell.</blockquote>"),
    "copies of passages": repeated(f"<blockquote>{PROSE}</blockquote>"),
    "captions": repeated("<figure><img src=a{i}.jpg><figcaption>The bridge {i}. Photo: dpa</figcaption></figure>"),
    "captions, all alike": repeated("<figure><img src=a.jpg><figcaption>The bridge. Photo: dpa</figcaption></figure>"),
    "pictures": repeated("<img src=http://a.example/picture-{i}.jpg alt='The bridge {i}'>"),
    "pictures in one figure": numbered("<figure>", "<img src=a{i}.jpg>", "<figcaption>x</figcaption></figure>"),
    "captions of one picture": numbered(
        "<figure><img src=a.jpg>", "<figcaption>The bridge is {i} years old</figcaption>", "</figure>"
    ),
    "pictures and captions in one box": numbered(
        "<div class=gallery>", "<img src=a{i}.jpg><p class=caption>The bridge {i}. Photo: dpa</p>", "</div>"
    ),
    "credits": repeated("<p>Photo: Ann Bell/dpa</p>"),
    "bylines": repeated("<p class=byline>By Ann Bell{i}</p>"),
    "names in one byline": numbered("<p class=byline>By ", "Ann Bell{i}, ", "and Tom Reed</p>"),
    "linked names in one byline": numbered("<p class=byline>By ", "<a rel=author href=/{i}>Ann Bell</a>, ", "</p>"),
    "dates": repeated("<p class=date>Published 3 May 2024, 10:{i}</p>"),
    "times": repeated("<time datetime='2024-05-03T10:00:00Z'>3 May 2024</time>"),
    "times in one paragraph": inside("<p>", "<time datetime='2024-05-03'>3 May</time> ", "</p>"),
    "dates in one line": inside("<p class=date>", "3 May 2024 10:00 ", "</p>"),
    "relative dates": repeated("<p>{i} hours ago</p>"),
    "cards": repeated("<div class=teaser><a href=/bridge-{i}><h3>Bridge closes to all cars {i}</h3><p>x</p></a></div>"),
    "modules": repeated("<div><h3>Related stories</h3><ul><li><a href=/{i}>Bridge closes to all cars</a></ul></div>"),
    "read also": repeated("<p>Read also: <a href=/bridge-{i}>Bridge closes to all cars</a></p>"),
    "kickers": repeated("<p class=kicker>Traffic {i}</p>"),
    "subtitles": repeated("<p class=subtitle>The bridge closes on day {i} and opens again soon.</p>"),
    "agencies": repeated("<p>(Reuters) - The bridge closes. (dpa/AFP)</p>"),
    "agencies in one line": inside("<p>(", "dpa/AFP/", "Reuters)</p>"),
    "corrections": repeated("<p class=correction>Correction, 3 May 2024: the bridge has {i} piers.</p>"),
    "live entries": repeated("<section class=live><h3>10:{i}</h3><p>The bridge closes to all cars.</p></section>"),
    "live entries without a box": repeated("<p>10:{i}</p><p>The bridge closes to all cars on Monday, they say.</p>"),
    "walls": repeated("<div class=paywall>Subscribe now to read on {i}</div>"),
    "comments": repeated(f"<div class=comment id=c{{i}}><b>Ann</b><p>{PROSE}</p></div>"),
    "tags": repeated("<a rel=tag href=/tag/{i}>bridge {i}</a>"),
    "buttons": repeated("<p>bridge <button>Share</button> closes {i}</p>"),
    "buttons in one paragraph": inside("<p>x ", "<button>Share</button> ", "</p>"),
    "hidden": repeated(f"<p hidden>{PROSE}</p>"),
    "forms": repeated("<form><input><label>bridge</label></form>"),
    "frames and embeds": repeated("<iframe src=/a></iframe><svg><g><text>x</text></g></svg>"),
    "classes": repeated("<div class='c{i} related-{i} x_{i}'>bridge</div>"),
    "drop caps and seams": inside("<p>", "<span>B</span><span>ridge</span>", "</p>"),
    "microdata": repeated("<span itemprop=author itemtype=http://schema.org/Person itemscope>Ann Bell {i}</span>"),
    "empty elements": repeated("<div></div>"),
    "rulers": repeated("<hr>"),
}
"""What stands there a hundred thousand times."""


def families() -> Iterator[tuple[str, Family]]:
    """Yield the names and the pages of all families of markup."""
    for group in (NESTED, UNCLOSED, ATTRIBUTES, MANY):
        yield from group.items()
