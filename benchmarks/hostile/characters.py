"""Hostile characters: entities, control characters, encodings that are not what they claim to be."""

from __future__ import annotations

import codecs
from typing import Final

from hostile.markup import PROSE, START, Family, page

MIXED: Final = "Brücke ".encode() + "Brücke ".encode("cp1252") + "橋".encode("shift_jis") + "мост ".encode("cp1251")


def in_text(unit: str) -> Family:
    """Return a family of paragraphs full of a unit."""
    return lambda n: page(f"<p>{unit * n}</p><h2>{unit * n}</h2>")


def claims(charset: str) -> Family:
    """Return a family of pages in UTF-8 that claim another encoding."""
    head = f"<meta charset={charset}>"
    return lambda n: (head + page("<p>Die Brücke schließt +ADw-script+AD4- 橋</p>" * n)).encode()


def as_bytes(unit: bytes) -> Family:
    """Return a family of bytes inside a page."""
    return lambda n: START.encode() + b"<p>" + unit * n + b"</p></body></html>"


FAMILIES: Final[dict[str, Family]] = {
    "entities": in_text("&amp;&lt;p&gt;&nbsp;&#x1F600;"),
    "entities without an end": in_text("&amp&lt"),
    "entities of no name": in_text("&bridge;&#xFFFFFFFF;&#0;"),
    "ampersands": in_text("&"),
    "entities of a declaration": lambda n: (
        "<!DOCTYPE x ["
        + "".join(f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};">' for i in range(1, n))
        + "]>"
        + page(f"&a{n};")
    ),
    "NULs": in_text("a\0"),
    "lone halves of characters": in_text("a\ud83d \udc00"),
    "marks of direction": in_text("\u202eb\u202c\u2066\u2069"),
    "characters without width": in_text("b\u200b\u200d\u2060\ufeff\u00ad"),
    "combining marks": lambda n: page("<p>" + "e\u0301" + "\u0301" * n + "</p>"),
    "marks of the reader": in_text("b\x01\x00"),
    "white space": lambda n: page("<p>x" + " \t\n\u00a0\u3000" * n + "x</p>"),
    "white space around": lambda n: " \n" * n + page("<p>x</p>") + "\n " * n,
    "control characters": in_text("b\x02\x03\x1b"),
    "ligatures and letters that grow": in_text("ﬁßİŉǰ"),
    "mixed encodings": as_bytes(MIXED),
    "no encoding at all": as_bytes(bytes(range(128, 256))),
    "halves of UTF-8": as_bytes(b"\xc3 \xe2\x82 "),
    "wrong mark: UTF-16": lambda n: codecs.BOM_UTF16_LE + page(f"<p>{PROSE}</p>" * n).encode(),
    "wrong mark: UTF-8": lambda n: codecs.BOM_UTF8 + page(f"<p>{PROSE}</p>" * n).encode("utf-16-le"),
    "claims UTF-7": claims("utf-7"),
    "claims EBCDIC": claims("cp037"),
    "claims UTF-16": claims("utf-16"),
    "claims a codec of bytes": claims("zlib"),
    "claims in vain": lambda n: ("<meta charset=" + "x" * n + ">" + page(PROSE)).encode(),
    "claims upon claims": lambda n: ("<meta charset=x>" * n + page(PROSE)).encode(),
}
"""By name."""
