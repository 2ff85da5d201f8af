"""What the page declares of itself: address, publisher, section, keywords."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from newsparse.addresses import join, split
from newsparse.document import Block, Kind
from newsparse.extractors._owner import owner
from newsparse.findings import Candidate, Fields, Finding, Label, Trust
from newsparse.lexicons import table
from newsparse.view import View

LONGEST: Final = 80  # characters; a longer section or keyword is a sentence
STEPS: Final = 3  # of a breadcrumb that names a section: the front page and the article itself are none
MOST: Final = 60  # keywords; more are a list stuffed for search engines


def metadata(view: View) -> Iterator[Finding]:
    """Propose address, publisher, section and keywords."""
    yield from addresses(view)
    yield from publishers(view)
    yield from sections(view)
    yield from keywords(view)


# --- address ----------------------------------------------------------------------------------------------------


def addresses(view: View) -> Iterator[Candidate[str]]:
    """Propose the addresses declared, and the one handed in."""
    declared = view.doc.declared
    base = view.doc.url or declared.base
    for source, written in (("link canonical", declared.canonical), ("meta og:url", declared.first("og:url"))):
        if written and (url := absolute(base, written)) and plausible(url, view.doc.url):
            yield Candidate(Fields.url, url, Trust.DECLARED, source, raw=written)
    if view.doc.url:
        yield Candidate(
            Fields.url, view.doc.url, Trust.MARKUP, "note of the browser" if view.doc.url_noted else "given"
        )


def absolute(base: str | None, written: str) -> str:
    """Return *written* as an absolute web address; "" where that cannot be made."""
    joined = join(base or "", written.strip())
    return joined if split(joined).scheme in ("http", "https") else ""


def plausible(url: str, given: str | None) -> bool:
    """Whether a declared address can be that of an article: not the bare front page of a site handed in with a path."""
    return given is None or bool(split(url).path.strip("/")) or not split(given).path.strip("/")


# --- publisher --------------------------------------------------------------------------------------------------


def publishers(view: View) -> Iterator[Candidate[str]]:
    """Propose the names under which the paper declares itself."""
    declared = view.doc.declared
    for thing in declared.objects(*table("_types")["articles"]):
        if name := name_of(thing.get("publisher")):
            yield Candidate(Fields.publisher, name, Trust.DECLARED + 0.05, "json-ld publisher")
    for key in table("_site")["publisher"]:
        if written := declared.first(key):
            name = owner(view, written) if key == "copyright" else written.removeprefix("@")
            yield Candidate(Fields.publisher, name, Trust.DECLARED, f"meta {key}")
            break
    for thing in declared.objects(*table("_types")["sites"]):
        if name := name_of(thing):
            yield Candidate(Fields.publisher, name, Trust.MARKUP, f"json-ld {thing.get('@type')}")
            return


def name_of(thing: Any) -> str:
    """Return the name of a JSON-LD thing: a text, an object with a name, or the first of a list of these."""
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, dict):
        thing = thing.get("name")
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    return " ".join(unescape(thing).split()) if isinstance(thing, str) else ""


# --- section ----------------------------------------------------------------------------------------------------


def sections(view: View) -> Iterator[Candidate[str]]:
    """Propose the sections declared, the second step of the breadcrumb among them."""
    declared = view.doc.declared
    for key in table("_site")["section"]:
        for value in declared.meta.get(key, ()):
            if value and len(value) <= LONGEST and "/" not in value:
                yield Candidate(Fields.section, value, Trust.DECLARED, f"meta {key}")
                break
    for thing in declared.objects(*table("_types")["articles"]):
        if (name := name_of(thing.get("articleSection"))) and len(name) <= LONGEST:
            yield Candidate(Fields.section, name, Trust.DECLARED, "json-ld articleSection")
    for thing in declared.objects(*table("_types")["paths"]):
        if crumb := breadcrumb(thing.get("itemListElement")):
            yield Candidate(Fields.section, crumb, Trust.MARKUP, "json-ld BreadcrumbList")
            return
    if crumb := shown_breadcrumb(view):
        yield Candidate(Fields.section, crumb, Trust.SHAPE, "breadcrumb shown")


def shown_breadcrumb(view: View) -> str:
    """Return the first link of a breadcrumb that does not lead to the front page; "" where there is none."""
    headline = view.found.headline
    for block in view.visible if headline is not None else ():
        if block.index >= (headline or 0):
            break
        if "breadcrumb" not in view.around(block):
            continue
        for text, href in links_of(block):
            if split(href).path.strip("/") and len(text) <= LONGEST:
                return text
    return ""


def links_of(block: Block) -> list[tuple[str, str]]:
    """Return text and target of the links of a line, or of the link that it stands in."""
    wrapped = [(block.text, block.place.href)] if block.place.href else []
    return [(m.text, m.href) for m in block.marks if m.href and m.text] or wrapped


def breadcrumb(items: Any) -> str:
    """Return the name of the second step of a breadcrumb, the section below the front page; "" where there is none."""
    steps = [i for i in items if isinstance(i, dict)] if isinstance(items, list) else []
    if len(steps) < STEPS:
        return ""
    step = steps[1]
    return name_of(step) or name_of(step.get("item"))


# --- keywords ---------------------------------------------------------------------------------------------------


def keywords(view: View) -> Iterator[Candidate[tuple[str, ...]]]:
    """Propose the keywords declared, and the tags shown."""
    declared = view.doc.declared
    for thing in declared.objects(*table("_types")["articles"]):
        if words := listed(thing.get("keywords")):
            yield Candidate(Fields.keywords, words, Trust.DECLARED + 0.05, "json-ld keywords")
    for key in table("_site")["keywords"]:
        if words := listed(list(declared.meta.get(key, ()))):
            yield Candidate(Fields.keywords, words, Trust.DECLARED, f"meta {key}")
    blocks = [view.doc.blocks[i] for i in view.found.labelled(Label.KEYWORDS)]
    shown = [b for b in blocks if len(b.text) <= LONGEST and b.kind is not Kind.HEADING and not b.text.endswith(":")]
    if words := listed([text for b in shown for text in parts_of(b)]):
        at = tuple(b.index for b in shown)
        yield Candidate(Fields.keywords, words, Trust.SHAPE, "tags shown", blocks=at)


def parts_of(block: Block) -> list[str]:
    """Return the texts of the links that a line is made of, else the line."""
    links = [m.text for m in block.marks if m.href]
    return links if len(links) > 1 else [block.text]


def listed(value: Any) -> tuple[str, ...]:
    """Return keywords, each once: a text is cut at commas or semicolons, a list is taken as it is."""
    things = value if isinstance(value, list) else [value]
    parts: list[str] = []
    for thing in things:
        text = thing.get("name") if isinstance(thing, dict) else thing
        if isinstance(text, str):
            parts.extend(text.split(";" if ";" in text and "," not in text else ","))
    words = (" ".join(part.split()).lstrip("#") for part in parts)
    return tuple(dict.fromkeys(w for w in words if w and len(w) <= LONGEST and ":" not in w[:12]))[:MOST]
