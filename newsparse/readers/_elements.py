"""What the elements of HTML are to a reader: blocks of a kind, groups, inline, or nothing to read."""

from __future__ import annotations

from typing import Final

from newsparse.document import Group, Kind

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp ruby s samp small"
    " span slot strike strong sub sup time tt u var wbr blink".split()
)
SKIPPED: Final = frozenset(
    "style svg iframe select textarea math object canvas audio embed map area datalist option input col"
    " frameset".split()
)
MEANT: Final = frozenset("a time strong b em i cite q mark span small abbr".split())
PLAIN: Final = frozenset(("span", "small"))  # without attributes they mean nothing
BOLD: Final = frozenset(("b", "strong"))
LISTS: Final = frozenset(("ul", "ol"))
SEAMED: Final = frozenset("a span time small label".split())
KINDS: Final = {
    **{f"h{n}": Kind.HEADING for n in range(1, 7)},
    "p": Kind.PARAGRAPH,
    "li": Kind.ITEM,
    "dd": Kind.ITEM,
    "blockquote": Kind.QUOTE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "td": Kind.ROW,
    "th": Kind.ROW,
    "pre": Kind.CODE,
    "button": Kind.CONTROL,
    "legend": Kind.CONTROL,
}
STICKY: Final = frozenset((Kind.HEADING, Kind.ITEM, Kind.QUOTE, Kind.CAPTION, Kind.CODE))
LEVELS: Final = {f"h{n}": n for n in range(1, 7)}
GROUPS: Final = {
    "figure": Group.FIGURE,
    "table": Group.TABLE,
    "ul": Group.LIST,
    "ol": Group.ORDERED_LIST,
    "dl": Group.LIST,
    "blockquote": Group.QUOTE,
    "nav": Group.NAVIGATION,
    "header": Group.HEADER,
    "footer": Group.FOOTER,
    "aside": Group.ASIDE,
    "form": Group.FORM,
    "dialog": Group.DIALOG,
    "article": Group.ARTICLE,
    "main": Group.MAIN,
}
ROLES: Final = {
    "navigation": Group.NAVIGATION,
    "complementary": Group.ASIDE,
    "contentinfo": Group.FOOTER,
    "dialog": Group.DIALOG,
}
NAMES: Final = ("id", "role", "data-testid", "data-component", "aria-label")  # of a container, besides its class
MARK_NAMES: Final = ("id", "rel", "itemprop", "property")  # of an inline element, besides its class
TRAITS: Final = {
    tag: (KINDS.get(tag), GROUPS.get(tag), LEVELS.get(tag, 0)) for tag in (*KINDS, *GROUPS)
}  # of containers that are more than a box

# How a reader treats an element. Plain numbers in this order, because every element of a page is compared with them.
CONTAINER: Final = 1
MARKED: Final = 2  # inline, and may mean something
INLINED: Final = 3  # inline, and means nothing
BUTTON: Final = 4  # a container, or not: a button is apart from the text around it, a template may be passed over
BODY: Final = 5  # a container, once
PASSED: Final = 6  # passed over with all in it
APART: Final = 7  # like no other
NOTHING: Final = 8
UNKNOWN: Final = 9  # a container, if its name is one that a page can mean
TREATMENT: Final[dict[str, int]] = {
    **dict.fromkeys((*KINDS, *GROUPS, "div", "section", "head", "dt", "thead", "tbody", "tr", "center"), CONTAINER),
    **dict.fromkeys(INLINE, INLINED),
    **dict.fromkeys(MEANT, MARKED),
    **dict.fromkeys(SKIPPED, PASSED),
    **dict.fromkeys(
        "html br hr rt img amp-img video picture source noscript meta link base script title".split(), APART
    ),
    **dict.fromkeys(("figure-img", "param", "track"), NOTHING),
    "button": BUTTON,
    "template": BUTTON,
    "body": BODY,
}
