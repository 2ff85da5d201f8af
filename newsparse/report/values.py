"""The values of an article's fields in a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from newsparse.article import (
    Access,
    AgencyCredit,
    Author,
    BodyBlock,
    BodyKind,
    Correction,
    Image,
    LiveUpdate,
    RelatedBlock,
    Teaser,
)
from newsparse.report.markup import Markup, Part, element, joined, link, said

SHOWN: Final = 240  # characters of a value that is told in one line


def in_short(value: Any) -> str:
    """Return a value in one line of plain text."""
    text = " ".join(plain(value).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def plain(value: Any) -> str:
    """Return a value as plain text: what a reader would call it, without the names of our classes."""
    if isinstance(value, tuple):
        return ("\n" if value and isinstance(value[0], BodyBlock) else ", ").join(map(plain, value))
    return PLAIN.get(type(value), str)(value)


def rendered(name: str, value: Any) -> Markup:
    """Return the value of the field *name* as the report shows it."""
    return RENDERED.get(name, lambda value: said(plain(value), "p"))(value)


def title(value: str) -> Markup:
    """Return the headline."""
    return said(value, "h2")


def instant(value: datetime) -> Markup:
    """Return an instant, or a wall-clock time where no zone is known."""
    return element("p", None, element("time", {"datetime": value.isoformat()}, value.isoformat(" ")))


def address(value: str) -> Markup:
    """Return an address."""
    return element("p", None, link(value))


def authors(value: tuple[Author, ...]) -> Markup:
    """Return the byline."""
    return listed(
        joined(
            said(one.name),
            joined(", ", said(one.role)) if one.role else None,
            f" ({one.kind})",
            joined(" ", link(one.url)) if one.url else None,
        )
        for one in value
    )


def body(value: tuple[BodyBlock, ...]) -> Markup:
    """Return the text."""
    return joined(*map(passage, value))


def passage(piece: BodyBlock) -> Markup:
    """Return one piece of the text."""
    names = {BodyKind.HEADING: "h3", BodyKind.QUOTE: "blockquote", BodyKind.CODE: "pre"}
    given = {"class": f"piece {piece.kind}", "dir": "auto"}
    who = said(f"— {piece.attribution}", "footer") if piece.attribution else None
    return element(names.get(piece.kind, "p"), given, piece.text, who)


def images(value: tuple[Image, ...]) -> Markup:
    """Return what is known of the pictures; they themselves would have to be fetched."""
    return listed(labelled({"caption": i.caption, "credit": i.credit, "alt": i.alt}, i.url) for i in value)


def agency_credit(value: AgencyCredit) -> Markup:
    """Return the credit."""
    agencies = ", ".join(value.agencies) or None
    return labelled({"agencies": agencies, "printed": value.text, "item": value.item_id, "urn": value.urn})


def related(value: tuple[RelatedBlock, ...]) -> Markup:
    """Return the modules of teasers."""
    return joined(*(joined(said(m.heading, "h3") if m.heading else None, teasers(m)) for m in value))


def teasers(module: RelatedBlock) -> Markup:
    """Return the teasers of a module."""
    return listed(labelled({"kicker": t.kicker, "title": t.title, "text": t.text}, t.url) for t in module.teasers)


def access(value: Access) -> Markup:
    """Return whether the text is free."""
    whole = {True: "the body is whole", False: "the body is cut", None: "whether the body is whole cannot be told"}
    head = element("p", None, f"{value.status}; {whole[value.body_complete]}")
    return joined(head, listed(said(notice) for notice in value.notices))


def corrections(value: tuple[Correction, ...]) -> Markup:
    """Return the notes of correction."""
    return listed(
        labelled({"when": plain(one.published) if one.published else None, "note": one.text}) for one in value
    )


def live_updates(value: tuple[LiveUpdate, ...]) -> Markup:
    """Return the entries of a live blog."""
    return joined(*(joined(said(in_short(one)[:80], "h3"), body(one.body)) for one in value))


def labelled(values: Mapping[str, str | None], url: str | None = None) -> Markup:
    """Return several values, each with its name."""
    rows: list[Part] = [joined(element("dt", None, name), said(value, "dd")) for name, value in values.items() if value]
    if url:
        rows.append(joined(element("dt", None, "url"), element("dd", None, link(url))))
    return element("dl", None, *rows)


def listed(items: Iterable[Part]) -> Markup:
    """Return a list; nothing where there is nothing in it."""
    found = [element("li", None, item) for item in items]
    return element("ul", None, *found) if found else Markup("")


RENDERED: Final[dict[str, Callable[[Any], Markup]]] = {
    "title": title,
    "published": instant,
    "modified": instant,
    "url": address,
    "authors": authors,
    "body": body,
    "images": images,
    "agency_credit": agency_credit,
    "related": related,
    "access": access,
    "corrections": corrections,
    "live_updates": live_updates,
}
"""Fields that are shown otherwise than as one line of text."""

PLAIN: Final[dict[type, Callable[[Any], str]]] = {
    datetime: lambda when: when.isoformat(" "),
    Author: lambda author: author.name,
    BodyBlock: lambda piece: piece.text,
    AgencyCredit: lambda credit: credit.text,
    Correction: lambda note: note.text,
    Teaser: lambda teaser: teaser.title,
    Access: lambda access: plain((access.status, *access.notices)),
    Image: lambda image: image.caption or image.alt or image.url or image.credit or "",
    RelatedBlock: lambda module: ": ".join(filter(None, (module.heading, plain(module.teasers)))),
    LiveUpdate: lambda entry: plain(tuple(filter(None, (entry.published, entry.title or plain(entry.body))))),
}
"""What a value is called in one line, by its class."""
