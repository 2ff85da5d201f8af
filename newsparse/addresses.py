"""Addresses of pages and pictures: made absolute, and compared. Pure."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from newsparse.document import Document
from newsparse.lexicons import table

SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg", ".bmp", ".tiff", ".jfif")
LONGEST_SUFFIX: Final = max(map(len, SUFFIXES))
PLAIN: Final = re.compile(r"https?://([\w.-]+)(?:/[\w./%~,=+-]*)?(?:\?[\w./%~,=&+-]+)?", re.ASCII)
"""An address in which nothing is to be resolved or mended: what most links of a page are, and read by no other code."""
ROOTED: Final = re.compile(r"/(?:[\w.%~,=+-][\w./%~,=+-]*)?(?:\?[\w./%~,=&+-]+)?", re.ASCII)
"""The same, as seen from any page of its site."""
SIZE: Final = re.compile(r"[-_]\d{2,4}x\d{2,4}$|@\d(?:\.\d)?x$|[-_]scaled$|[-_]\d{2,4}w$|[-_]w\d{2,4}$")
LONGEST_SIZE: Final = len("-1234x1234\n")  # characters of such an end, and of what may stand behind it
NOWHERE: Final = frozenset("javascript vbscript data mailto tel sms whatsapp about blob file".split())
IGNORED: Final = dict.fromkeys(map(ord, "\t\r\n"))  # browsers drop these wherever they stand in an address
BEFORE: Final = "".join(map(chr, range(0x21)))  # and these in front of it
SLUG: Final = 2  # joints between the words of an article's address; sections have one at most
SCHEME: Final = 100  # characters in which the scheme of an address stands
NUMBER: Final = 5  # digits of an article's number or date
DISTINCT: Final = 8  # characters from which a file name alone tells pictures of one page apart


def split(url: str) -> SplitResult:
    """Return the parts of an address; of what is none (a bracket in the wrong place is enough), a path alone."""
    try:
        return urlsplit(url)
    except ValueError:  # urllib has no other way to say so
        return SplitResult("", "", url, "", "")


def join(base: str, href: str) -> str:
    """Return *href* as seen from *base*; as written where one of them is no address."""
    if not href:
        return base
    if PLAIN.fullmatch(href):
        return href
    if ROOTED.fullmatch(href) and "/." not in href and (plain := PLAIN.fullmatch(base)):
        return base[: plain.end(1)] + href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def scheme(url: str) -> str:
    """Return what a browser takes for the scheme of an address, in lower case; "" where it has none.

    >>> scheme(" JavaScript:alert(1)")
    'javascript'
    """
    name, colon, _ = url.lstrip(BEFORE)[:SCHEME].partition(":")
    if not colon:
        return ""
    if not name.isalnum():
        name = name.translate(IGNORED)
        if not name.replace("+", "").replace("-", "").replace(".", "").isalnum():
            return ""
    return name.lower()


def is_of_the_web(url: str) -> bool:
    """Whether an address can be opened without running or reading what the page put into it."""
    return scheme(url) in ("", "http", "https")


def host(url: str) -> str:
    """Return the host of an address in lower case; "" where it has none."""
    if plain := PLAIN.fullmatch(url):
        return plain[1].lower()
    return "" if ROOTED.fullmatch(url) else split(url).hostname or ""


def site(url: str) -> str:
    """Return the host of an address as a site is called: without "www."; "" where it has none."""
    return host(url).removeprefix("www.")


def absolute(href: str | None, doc: Document) -> str | None:
    """Return *href* as an absolute URL where the page's own is known, else as written; None where it leads nowhere."""
    if not href or href.startswith("#") or scheme(href) in NOWHERE:
        return None
    if PLAIN.fullmatch(href):
        return href
    base = join(doc.url or doc.declared.canonical, doc.declared.base)
    return join(base, href.strip()) if base else href.strip()


def is_picture(href: str) -> bool:
    """Whether a link leads to a picture file, not to a page."""
    end = href.partition("?")[0].partition("#")[0][-LONGEST_SUFFIX:]
    return "." in end and end.lower().endswith(SUFFIXES)


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
    url = url[max(url.rfind("http://"), url.rfind("https://"), 0) :]
    if plain := PLAIN.fullmatch(url):
        path, _, query = url[plain.end(1) :].partition("?")
    else:
        parts = split(url)
        path, query = parts.path, parts.query
    return unquote(path).lower(), query


def _stem(name: str) -> str:
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return name[:-LONGEST_SIZE] + SIZE.sub("", name[-LONGEST_SIZE:])


def is_article(href: str) -> bool:
    """Whether the path of a link looks like that of an article: a slug of several words, or a long number."""
    path = _parts(href)[0] if "://" in href else href.partition("?")[0]
    query = href.partition("?")[2]
    parts = [s for s in path.split("/") if s]
    return any(_slug(part) for part in parts[-3:]) or any(c.isdigit() for c in query)


def _slug(part: str) -> bool:
    joints = part.count("-") + part.count("_") + part.count("+")
    return joints >= SLUG or sum(c.isdigit() for c in part) >= NUMBER


def is_elsewhere(href: str, doc: Document) -> bool:
    """Whether a link leads to another site, as far as the page says where it is itself."""
    other = host(href)
    own = host(doc.url or doc.declared.canonical) if other else ""
    return bool(own) and own.rsplit(".", 2)[-2:] != other.rsplit(".", 2)[-2:]
