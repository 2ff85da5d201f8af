"""What is timed: newsparse, lxml's bare parse, and the other libraries that are installed, all on the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, TypeAlias

from lxml import etree

import newsparse

Work: TypeAlias = Callable[[bytes], Any]
BARE: Final = "lxml, bare parse"
TEXT: Final = "newsparse text"


def bare(page: bytes) -> Any:
    """Build the tree and do nothing with it: the unit that all others are told in."""
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def html(page: bytes) -> Any:
    """Parse a page with everything that newsparse does."""
    return newsparse.parse(page, format="html", profiles=())


def explained(page: bytes) -> Any:
    """Parse a page and account for all its text."""
    return newsparse.explain(page, format="html", profiles=())


def text(page: bytes) -> Any:
    """Parse the text of a page, as a reader would copy it; the text is made beforehand by ``rendered``."""
    return newsparse.parse(page, format="text", profiles=())


def rendered(page: bytes) -> bytes:
    """Return the visible text of a page, a line for every block."""
    blocks = newsparse.explain(page, format="html", profiles=()).blocks
    return "\n".join(block.text for block in blocks).encode()


def soup(page: bytes) -> Any:
    """Build the tree of BeautifulSoup and do nothing with it."""
    return import_module("bs4").BeautifulSoup(page, "lxml")


def trafilatura(page: bytes) -> Any:
    """Text and metadata."""
    return import_module("trafilatura").bare_extraction(page, with_metadata=True)


def readability(page: bytes) -> Any:
    """Title and text."""
    return import_module("readability").Document(page).summary()


def newspaper(page: bytes) -> Any:
    """Text and metadata."""
    article = import_module("newspaper").Article("https://page.example/", fetch_images=False)
    article.set_html(page)
    article.parse()
    return article


def justext(page: bytes) -> Any:
    """Text by paragraph."""
    module = import_module("justext")
    return module.justext(page, module.get_stoplist("English"))


def resiliparse(page: bytes) -> Any:
    """Text."""
    return import_module("resiliparse.extract.html2text").extract_plain_text(page.decode("utf-8", "replace"))


def htmldate(page: bytes) -> Any:
    """The date."""
    return import_module("htmldate").find_date(page.decode("utf-8", "replace"))


PEERS: Final[dict[str, tuple[str, Work]]] = {
    "beautifulsoup4, bare parse": ("bs4", soup),
    "trafilatura": ("trafilatura", trafilatura),
    "readability-lxml": ("readability", readability),
    "newspaper4k": ("newspaper", newspaper),
    "jusText": ("justext", justext),
    "resiliparse": ("resiliparse", resiliparse),
    "htmldate": ("htmldate", htmldate),
}
"""Name of a library → the module that tells whether it is installed, and its work."""


def works() -> dict[str, Work]:
    """Return what can be timed here, by name, the bare parse first."""
    peers = {name: work for name, (module, work) in PEERS.items() if find_spec(module) is not None}
    return {BARE: bare, "newsparse": html, "newsparse explain": explained, TEXT: text} | peers
