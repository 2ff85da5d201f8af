"""What a file is, told by its first bytes; its name counts only where these say no more than "text"."""

from __future__ import annotations

from enum import StrEnum
from io import BytesIO
from pathlib import PurePath
from typing import Final

from newsparse.dumps.sources.unpacking import packing_of, pieces
from newsparse.readers import is_binary

HEAD: Final = 4096
"""Bytes, unpacked, that tell what a file is."""


class Kind(StrEnum):
    """What a file holds."""

    PAGE = "page"
    JSONL = "JSONL"
    WARC = "WARC"
    PARQUET = "Parquet"
    ZIP = "ZIP"
    TAR = "TAR"
    BINARY = "binary"
    OTHER = "other"
    """Text of a kind that its name says to be no page: a style sheet, a script, a table."""

    EMPTY = "empty"


LINES: Final = (".jsonl", ".ndjson", ".jl")
PACKED: Final = (".gz", ".zst", ".bz2", ".xz")
TAR_MARK: Final = slice(257, 262)
NO_PAGES: Final = tuple(".css .js .mjs .json .map .svg .csv .tsv .rss .atom .ini .toml .yaml .yml .log .py".split())
"""Ends of names of texts that lie beside pages in a saved site or an archive."""


def kind_of(head: bytes, name: str = "") -> Kind:
    """Return what a file is whose first bytes, still packed, are *head*."""
    packed = packing_of(head) is not None
    text = _start(head) if packed else head[:HEAD]
    if not text.strip():
        return Kind.BINARY if packed else Kind.EMPTY
    return _marked(text) or _textual(text, name)


def _start(head: bytes) -> bytes:
    """Return what the beginning of a packed file unpacks to; it breaks off, so that damage at its end is none."""
    out = bytearray()
    for piece in pieces(BytesIO(head), packing_of(head)):
        out += piece.data
        if piece.damage or len(out) >= HEAD:
            break
    return bytes(out[:HEAD])


def _marked(text: bytes) -> Kind | None:
    if text.startswith(b"WARC/"):
        return Kind.WARC
    if text.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if text.startswith(b"PAR1"):
        return Kind.PARQUET
    return Kind.TAR if text[TAR_MARK] == b"ustar" else None


def _textual(text: bytes, name: str) -> Kind:
    if is_binary(text):
        return Kind.BINARY
    plain = _plain_name(name)
    if plain.endswith(LINES) or _is_object(text):
        return Kind.JSONL
    return Kind.OTHER if plain.endswith(NO_PAGES) else Kind.PAGE


def _is_object(text: bytes) -> bool:
    """Whether a JSON object begins here, and goes on in the same line: one that is laid out in lines is no JSONL."""
    start = text.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and start[1:].lstrip(b" \t")[:1] in (b'"', b"}")


def _plain_name(name: str) -> str:
    path = PurePath(name.lower())
    return path.stem if path.suffix in PACKED else path.name
