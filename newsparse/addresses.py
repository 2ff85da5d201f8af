"""Addresses of pages and pictures: made absolute, and compared. Pure."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from newsparse.document import Document
from newsparse.lexicons import table

SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg", ".bmp", ".tiff", ".jfif")
SIZE: Final = re.compile(r"[-_]\d{2,4}x\d{2,4}$|@\d(?:\.\d)?x$|[-_]scaled$|[-_]\d{2,4}w$|[-_]w\d{2,4}$")
DISTINCT: Final = 8  # characters from which a file name alone tells pictures of one page apart


def absolute(href: str | None, doc: Document) -> str | None:
    """Return *href* as an absolute URL where the page's own is known, else as written; None where it leads nowhere."""
    if not href or href.startswith(("#", "javascript:", "data:", "mailto:", "tel:", "about:", "blob:")):
        return None
    base = urljoin(doc.url or doc.declared.canonical, doc.declared.base)
    try:
        return urljoin(base, href.strip()) if base else href.strip()
    except ValueError:
        return href.strip()


def is_picture(href: str) -> bool:
    """Whether a link leads to a picture file, not to a page."""
    return href.partition("?")[0].partition("#")[0].lower().endswith(SUFFIXES)


def picture_key(url: str) -> str:
    """Return what the addresses of one picture in several sizes and formats share.

    That is the file name without size and suffix where it is long enough to be its own, else the whole path;
    host and query are the server's business, unless the query holds the address of the picture.
    """
    path, query = _parts(url)
    if not is_picture(path):
        inner = next((v for pair in query.split("&") if is_picture(v := unquote(pair.partition("=")[2]))), "")
        path = _parts(inner)[0] if inner else path
    segments = [s for s in path.split("/") if s]
    if not segments:
        return url
    name = _stem(segments[-1])
    generic = name in table("_pictures")["generic"] or len(name) < DISTINCT
    return "/".join([*segments[:-1], name]) if generic else name


def _parts(url: str) -> tuple[str, str]:
    """Return path and query; the last address wins where one is wrapped in another."""
    at = max(url.rfind("http://"), url.rfind("https://"), 0)
    try:
        parts = urlsplit(url[at:])
    except ValueError:
        return url, ""
    return unquote(parts.path).lower(), parts.query


def _stem(name: str) -> str:
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return SIZE.sub("", name)
