"""From whatever was handed in to the reader of its form."""

from __future__ import annotations

import sys
from typing import Any, Final, Literal, TypeAlias

from attrs import evolve

from newsparse.budget import Meter
from newsparse.document import Document
from newsparse.errors import BinaryPage, EmptyPage, UnsupportedInput
from newsparse.readers._bare import weighed
from newsparse.readers._decode import decode
from newsparse.readers._kinds import (
    BASE64,
    EMBEDDED,
    binary_kind,
    is_archive,
    is_binary,
    is_markup,
    lightened,
    stranger,
    unprefixed,
)
from newsparse.readers._preformatted import preformatted
from newsparse.readers._saved import HEAD, Saved, archived, note_of

ROOM: Final = 10  # times the bytes that may be read in which pictures are looked for that a page carries within
Format: TypeAlias = Literal["auto", "html", "text"]


def read(
    content: Any,
    url: str | None = None,
    form: Format = "auto",
    encoding: str | None = None,
    meter: Meter | None = None,
) -> Document:
    """Read *content*: bytes, str, a BeautifulSoup object, an lxml element or tree; as much of it as *meter* allows.

    Raises EmptyPage, BinaryPage or UnsupportedInput (all ParseError). Damage that leaves something to read is
    reported in ``Document.warnings``.
    """
    meter = meter or Meter()
    if isinstance(content, bytes | bytearray | memoryview):
        return _read_bytes(content, url, form, encoding, meter)
    if isinstance(content, str):
        if form != "text" and is_archive(content[:HEAD].encode("utf-8", "replace")):
            return _read_bytes(content.encode("utf-8", "replace"), url, form, None, meter)
        return _read_str(content, url, form, meter)
    return _read_object(content, url, meter)


def _read_bytes(
    raw: bytes | bytearray | memoryview, url: str | None, form: Format, encoding: str | None, meter: Meter
) -> Document:
    most = meter.budget.bytes
    if memoryview(raw).nbytes > most:
        raw = lightened(memoryview(raw).cast("B")[: ROOM * most].tobytes(), EMBEDDED.encode(), BASE64.encode())
    whole = memoryview(raw).nbytes
    raw = bytes(raw) if whole <= most else cut(memoryview(raw).cast("B"), most)
    found = archived(raw) if form != "text" else None
    if found is None:
        doc = _decode(raw, url, form, encoding, meter)
    else:
        content, charset, saved = found
        doc = noted(_decode(content, url or saved.url, form, encoding or charset, meter), url, saved)
    if whole > most:
        return warned(doc, f"more than {most} bytes: the rest was not read")
    return doc


def warned(doc: Document, warning: str) -> Document:
    """Return *doc* with one warning more."""
    return evolve(doc, warnings=(*doc.warnings, warning))


def noted(doc: Document, given: str | None, saved: Saved) -> Document:
    """Return *doc* with what was noted when the page was saved; the address *given* counts before it."""
    if saved.moment is None and saved.url is None:
        return doc
    return evolve(doc, fetched=saved.moment, url_noted=given is None and saved.url is not None)


def _decode(raw: bytes, url: str | None, form: Format, encoding: str | None, meter: Meter) -> Document:
    if not raw or raw.isspace():
        raise EmptyPage("the page is empty")
    if is_binary(raw):
        raise BinaryPage(f"the content is not text: it is {binary_kind(raw) or 'full of control bytes'}")
    decoded = decode(raw, encoding)
    doc = _read_str(decoded.text, url, form, meter, raw if decoded.as_is else None)
    warnings = doc.warnings
    if decoded.damaged:
        warnings += (f"{decoded.damaged} characters could not be read as {decoded.encoding}",)
    if decoded.disproved:
        warnings += (f"said to be utf-8, which its bytes disprove: read as {decoded.encoding}",)
    return evolve(doc, encoding=decoded.encoding, encoding_source=decoded.source, warnings=warnings)


def cut(raw: memoryview, most: int) -> bytes:
    """Return the first bytes of *raw*, *most* or a few fewer: no character of UTF-8 is cut in two."""
    end = most
    while end > max(0, most - 4) and raw[end] & 0xC0 == 0x80:
        end -= 1
    return bytes(raw[:end])


def _read_str(text: str, url: str | None, form: Format, meter: Meter, utf8: bytes | None = None) -> Document:
    """Read text; *utf8* is the same in UTF-8, where it came so."""
    most = meter.budget.bytes
    if len(text) > most:
        text, utf8 = lightened(text[: ROOM * most], EMBEDDED, BASE64), None
    if len(text) > most:
        doc = _read_str(text[:most], url, form, meter)
        return warned(doc, f"more than {most} characters: the rest was not read")
    if utf8 is None or b"\0" in utf8:
        utf8, text = None, text.replace("\0", "")
    if not text or text.isspace():
        raise EmptyPage("the page is empty")
    doc = _read_page(text, utf8, url, form, meter)
    if (kind := stranger(text)) is not None:
        return warned(doc, f"the content is {kind}, not a page: it was read as if it were one")
    return doc


def _read_page(text: str, utf8: bytes | None, url: str | None, form: Format, meter: Meter) -> Document:
    """Read text that is not empty with the reader of its form."""
    if form == "text" or (form == "auto" and not is_markup(text)):
        return _read_text(text, url, meter)
    from newsparse.readers.html import read_markup

    saved = note_of(text)
    page = read_markup(unprefixed(utf8 or text.encode("utf-8", "replace")), url or saved.url, meter)
    if page is None:
        raise EmptyPage("the page holds no element and no text")
    if (lines := preformatted(page, text)) is not None:
        page = evolve(_read_text(lines, url or saved.url, meter), declared=page.declared)
    elif not page.blocks and "<frameset" in text.lower():
        page = warned(page, "the page only shows others, in frames: they were not read")
    return noted(weighed(page), url, saved)


def _read_text(text: str, url: str | None, meter: Meter) -> Document:
    from newsparse.readers.text import read_text

    whole = text.encode("utf-8", "replace").decode("utf-8")  # halves of characters are in no encoding
    return read_text(whole, url, meter)


def _read_object(content: Any, url: str | None, meter: Meter) -> Document:
    from lxml import etree

    from newsparse.readers.html import read_tree

    if isinstance(content, etree._ElementTree):
        content = content.getroot()
    if isinstance(content, etree._Element) and isinstance(content.tag, str):
        return weighed(read_tree(content, url, meter))
    bs4 = sys.modules.get("bs4")  # an object of bs4 cannot exist unless bs4 is imported
    if bs4 is not None and isinstance(content, bs4.Tag):
        return _read_str(str(content), url, "html", meter)
    kind = type(content).__name__
    raise UnsupportedInput(
        f"newsparse reads bytes, str, BeautifulSoup and lxml objects, not {kind}; of a path hand in read_bytes(), "
        "of a file read(), of a response its body"
    )


def kind_of(raw: bytes, encoding: str | None = None) -> Literal["html", "text"]:
    """Return what ``read`` takes bytes for where it is not told."""
    return "html" if is_markup(decode(raw, encoding).text) else "text"
