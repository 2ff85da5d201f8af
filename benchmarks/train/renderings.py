"""Pages as raw text, in the ways that crawls, converters, text browsers and mail clients flatten them."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Final

import html2text
import inscriptis
import lxml.html
from pages import Page, labels

from newsparse.document import Block, Kind
from newsparse.readers import read

BEFORE: Final = (2, 3, 4, 6, 8, 12, 20)  # blocks above the text that an excerpt keeps
AFTER: Final = (1, 2, 4, 6, 10, 20, 40)
WIDTHS: Final = (72, 76, 80, 90, 100)  # columns at which mail clients and text browsers wrap
BULLETS: Final = ("* ", "- ", "• ", "+ ", "· ")
INDENT: Final = "   "  # of paragraphs in a text browser; headings stand at the margin
MOVED: Final = 12  # blocks of the lower end of a page that stand above the article in some renderings
LISTED: Final = 0.5  # share of text browsers' pages that end with a list of all links
LINKS: Final = 0.5  # share of a block inside links from which it is one
INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q rb rp rt ruby s samp small span"
    " strike strong sub sup time tt u var wbr".split()
)
UNSEEN: Final = frozenset("script style noscript template title head svg iframe object".split())
SILENT: Final = frozenset("script style noscript template".split())  # they do not even part the text around them
GAPS: Final = ("\n", "\n\n")


class Source:
    """One page as the renderers see it; what chance decides depends on the page's name alone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.chance = random.Random(page.name)  # noqa: S311  # chance that can be repeated is wanted
        self.blocks = [b for b in read(page.raw, page.url, "html").blocks if not b.hidden]
        self.markup = page.raw.decode("utf-8", "replace")


def renderings(page: Page, names: Sequence[str] = ()) -> Iterator[str]:
    """Yield a page in several renderings, all of them or those called *names*."""
    source = Source(page)
    for name, renderer in RENDERERS.items():
        if not names or name in names:
            yield renderer(source)


# --- one line a block ---------------------------------------------------------------------------------------------


def lines(source: Source) -> str:
    """Return a line for every block."""
    return "\n".join(b.text for b in source.blocks)


def spaced(source: Source) -> str:
    """Return a line for every block, and a blank line between them."""
    return "\n\n".join(b.text for b in source.blocks)


def excerpt(source: Source) -> str:
    """Return the text of the article with some lines around it, as copied from a browser."""
    text = body_of(source)
    if not text:
        return ""
    chance = source.chance
    part = source.blocks[max(0, text[0] - chance.choice(BEFORE)) : text[-1] + chance.choice(AFTER)]
    return chance.choice(GAPS).join(b.text for b in part)


def strings(source: Source) -> str:
    """Return one line a run of text between two elements: sentences with links in them fall apart."""
    return "\n".join(text for text, _ in strings_of(source.page))


def bulleted(source: Source) -> str:
    """Return a line for every block, items of lists and blocks of links with a bullet before them."""
    bullet = source.chance.choice(BULLETS)
    marked = [(b, b.kind is Kind.ITEM or (b.link_share > LINKS and b.kind is not Kind.HEADING)) for b in source.blocks]
    return "\n".join(bullet * item + ("" if item else "\n") + b.text for b, item in marked)


def teasers_first(source: Source) -> str:
    """Return a line for every block, some of those below the article above it."""
    text = body_of(source)
    below = source.blocks[text[-1] + 1 :] if text else []
    at = source.chance.randrange(max(1, len(below) - MOVED))
    return source.chance.choice(GAPS).join(b.text for b in (*below[at : at + MOVED], *source.blocks))


def body_of(source: Source) -> list[int]:
    """Return the blocks that are text of the article, as far as that is labelled."""
    return [i for i, (hit, _) in enumerate(labels(source.page, source.blocks)) if hit]


def strings_of(page: Page) -> list[tuple[str, int]]:
    """Return the strings of a page, each with the number of the block that it is part of."""
    try:
        root = lxml.html.fromstring(
            page.raw.decode("utf-8", "replace").encode(), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (ValueError, lxml.etree.ParserError):
        return []
    found: list[tuple[str, int]] = []
    number = 0
    stack: list[tuple[lxml.html.HtmlElement, bool]] = [(root, False)]
    while stack:
        element, ended = stack.pop()
        said = element.tail if ended else element.text
        if not ended:
            stack.append((element, True))
            if not isinstance(element.tag, str) or element.tag in UNSEEN:
                said = None
            else:
                stack += [(child, False) for child in reversed(element)]
        number += isinstance(element.tag, str) and element.tag not in INLINE | SILENT
        if said and (text := " ".join(said.split())):
            found.append((text, number))
    return found


# --- wrapped ------------------------------------------------------------------------------------------------------


def mail(source: Source) -> str:
    """Return paragraphs hard-wrapped as a mail client does, items of lists without blank lines between them."""
    width = source.chance.choice(WIDTHS)
    out = []
    for block in source.blocks:
        lead, rest = ("* ", "  ") if block.kind is Kind.ITEM else ("", "")
        out.append(("" if lead else "\n") + wrapped(block.text, width, lead, rest))
    return "\n".join(out)


def dense(source: Source) -> str:
    """Return paragraphs hard-wrapped, without blank lines between them."""
    width = source.chance.choice(WIDTHS)
    return "\n".join(wrapped(block.text, width) for block in source.blocks)


def browser(source: Source) -> str:
    """Return a page as a text browser prints it: indented, wrapped, every link with its number."""
    width, numbers = source.chance.choice(WIDTHS), count(1)
    out: list[str] = []
    item = False
    for block in source.blocks:
        text = numbered(block, numbers)
        was, item = item, block.kind is Kind.ITEM
        lead, rest = ("     * ", "       ") if item else ("", "") if block.kind is Kind.HEADING else (INDENT, INDENT)
        out.append(("" if was and item else "\n") + wrapped(text, width, lead, rest))
    if source.chance.random() < LISTED:
        out += ["\nReferences\n", *(f"{n:4}. https://{source.page.site}/{n}" for n in range(1, next(numbers)))]
    return "\n".join(out)


def wrapped(text: str, width: int, lead: str = "", rest: str = "") -> str:
    """Return a text in lines of a width; words keep their hyphens."""
    return textwrap.fill(
        text, width, initial_indent=lead, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    )


def numbered(block: Block, numbers: Iterator[int]) -> str:
    """Return a block's text with a number before every link."""
    out, rest = [], block.text
    for mark in block.marks:
        head, found, tail = rest.partition(mark.text)
        if found and mark.tag == "a":
            out += [head, f"[{next(numbers)}]{mark.text}"]
            rest = tail
    return "".join([*out, rest])


# --- Markdown, other libraries ------------------------------------------------------------------------------------


def marked(source: Source) -> str:
    """Return the blocks as Markdown, their headings, items, quotes and bold lines marked."""
    out = []
    for block in source.blocks:
        text = " ".join(block.text.split())
        if block.kind is Kind.HEADING:
            text = f"{'#' * max(1, block.level)} {text}"
        elif block.kind is Kind.ITEM:
            text = f"* {text}"
        elif block.kind is Kind.QUOTE:
            text = f"> {text}"
        elif block.strong == len(block.text):
            text = f"**{text}**"
        out.append(text)
    return "\n\n".join(out)


def layout(source: Source) -> str:
    """Return what inscriptis makes of the page: indented as it is laid out."""
    return converted(inscriptis.get_text, source.markup)


def markdown(source: Source) -> str:
    """Return Markdown with links and pictures."""
    return converted(html2text_of(), source.markup)


def plain(source: Source) -> str:
    """Return Markdown without links and pictures."""
    return converted(html2text_of(ignore_links=True, ignore_images=True), source.markup)


def narrow(source: Source) -> str:
    """Return Markdown with links, wrapped."""
    return converted(html2text_of(body_width=source.chance.choice(WIDTHS), ignore_images=True), source.markup)


def html2text_of(**options: object) -> Callable[[str], str]:
    """Return the function of a converter with these options."""
    writer = html2text.HTML2Text(bodywidth=0)
    writer.unicode_snob = True
    for name, value in options.items():
        setattr(writer, name, value)
    return writer.handle


def converted(converter: Callable[[str], str], markup: str) -> str:
    """Return what a converter makes of a page; nothing where it fails, as some do on broken pages."""
    try:
        return converter(markup)
    except Exception:  # noqa: BLE001  # whatever the other library raises
        return ""


RENDERERS: Final[dict[str, Callable[[Source], str]]] = {
    one.__name__: one
    for one in (
        lines, spaced, excerpt, strings, bulleted, teasers_first, mail, dense, browser, marked, layout, markdown, plain,
        narrow,
    )
}  # fmt: skip
"""Name of a rendering → what makes it."""
