"""From bytes to text by the rules of the HTML standard: BOM, given charset, meta, detection."""

from __future__ import annotations

import codecs

from attrs import evolve, frozen

from newsparse.readers._kinds import unmarked_utf16

HEAD = 4096  # bytes searched for a meta charset; the standard says 1024, real pages put it later
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# The standard reads these labels as the Windows code pages that contain them.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
NEVER = {"utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32"}  # a claim of these inside readable bytes is wrong
QUOTES = b"\"' \t\r\n"
SPACE_AND_QUOTES = QUOTES.decode()
LOST = "\ufffd"
LATIN = "cp1252"
SPREAD = 4  # of so many letters beyond ASCII at most one pair stands side by side; in other scripts most do
ENDS = b"\"' ;>/?\t\r\n"
LABEL = 40  # bytes; no charset has a longer name


@frozen
class Decoded:
    """Bytes read as text."""

    text: str
    """The text; characters that the encoding lacks are U+FFFD."""

    encoding: str
    """Name of the encoding used."""

    source: str
    """How it was found: "bom", "given", "meta", "detected"."""

    damaged: int
    """Number of characters that could not be read."""

    disproved: bool = False
    """Whether the encoding claimed was dropped because no byte bears it out."""

    as_is: bool = False
    """Whether the bytes are the text in UTF-8, nothing before it or between."""


def decode(raw: bytes, given: str | None = None) -> Decoded:
    """Decode *raw*; *given* is the charset of the HTTP header, if known."""
    for bom, name in BOMS:
        if raw.startswith(bom):
            return _decoded(raw[len(bom) :], name, "bom")
    if (wide := unmarked_utf16(raw)) is not None:  # before UTF-8, which takes its ASCII for characters and NULs
        return _decoded(raw, wide, "detected")
    given, meta = known(given), known(declared(raw[:HEAD]))
    claim, source = given or meta, "given" if given else "meta" if meta else "detected"
    if claim in (None, "utf-8") or b"\xc3" in raw or b"\xe2" in raw:
        text = _strict_utf8(raw)
        if text is not None:
            return Decoded(text, "utf-8", source if claim == "utf-8" else "detected", 0, as_is=True)
    decoded = _decoded(raw, claim or detect(raw), source)
    return evolve(_decoded(raw, LATIN, "detected"), disproved=True) if is_latin(decoded) else decoded


def is_latin(read: Decoded) -> bool:
    """Whether bytes read as UTF-8 are Latin letters of one byte: none beyond ASCII is whole, and they stand apart."""
    if read.encoding != "utf-8" or not read.damaged or SPREAD * read.text.count(2 * LOST) > read.damaged:
        return False
    return read.text.replace(LOST, "").isascii()


def known(label: str | None) -> str | None:
    """Return Python's name of the encoding that a charset label means to a browser; None where it means none."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip(SPACE_AND_QUOTES)).name
    except (LookupError, ValueError):
        return None
    # "hex" and "rot13" are codecs too, but not of text
    if name in NEVER or not getattr(codecs.lookup(name), "_is_text_encoding", True):
        return None
    return WIDER.get(name, name)


def declared(head: bytes) -> str | None:
    """Return the charset that a meta tag or XML declaration in *head* names, as written."""
    low = head.lower()
    at = low.find(b"charset")
    if at < 0:
        at = low.find(b"encoding") if low.lstrip().startswith(b"<?xml") else -1
    if at < 0:
        return None
    rest = low[at:].partition(b"=")[2].lstrip(QUOTES)
    end = next((i for i, byte in enumerate(rest[:LABEL]) if byte in ENDS), LABEL)
    return rest[:end].decode("ascii", "ignore") or None


def detect(raw: bytes) -> str:
    """Guess the encoding of bytes that declare none and are not UTF-8."""
    from bs4.dammit import EncodingDetector

    guesses = EncodingDetector(raw, is_html=True).encodings
    return next((name for guess in guesses if (name := known(guess)) and name != "utf-8"), "cp1252")


def _strict_utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decoded(raw: bytes, name: str, source: str) -> Decoded:
    text = raw.decode(name, "replace")
    return Decoded(text, name, source, text.count(LOST))
