"""HTTP bodies as they were sent: chunked, gzip, deflate, brotli, zstd; undone up to a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Final

from newsparse.dumps.packages import package
from newsparse.dumps.sources.unpacking import unpacked

LENGTH: Final = 18
"""Characters of the longest line that states the length of a chunk: 16 digits and the line's end."""


class Oversize(ValueError):
    """A page unpacks to more than is allowed."""


class Damaged(ValueError):
    """A body is not what its HTTP header says."""


def codings_of(*headers: str | None) -> tuple[str, ...]:
    """Return the codings that the values of Content-Encoding and Transfer-Encoding, in this order, name."""
    names = (name.strip().lower() for value in headers if value for name in value.split(","))
    return tuple(name for name in names if name in UNDO or name.removeprefix("x-") in UNDO)


def undone(body: bytes, codings: Iterable[str], largest: int) -> bytes:
    """Return the body without its codings, the last applied first.

    A body that was already freed of a coding by whoever wrote the dump is taken as it is. Raises Oversize, Damaged.
    """
    for coding in reversed(tuple(codings)):
        body = UNDO[coding.removeprefix("x-")](body, largest)
        if len(body) > largest:
            raise Oversize(f"the page unpacks to more than {largest} bytes")
    return body


def _chunked(body: bytes, _largest: int) -> bytes:
    out, at = bytearray(), 0
    while at < len(body):
        end = body.find(b"\n", at)
        size = _size(body[at:end]) if end >= 0 else None
        if size is None:
            if not out:
                return body
            raise Damaged("a chunk of the body does not state its length")
        if size == 0:
            break
        out += body[end + 1 : end + 1 + size]
        at = end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return bytes(out)


def _size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    if not digits or len(digits) > LENGTH or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def _gzip(body: bytes, largest: int) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    return _whole(unpacked(body, largest + 1), "gzip")


def _zstd(body: bytes, largest: int) -> bytes:
    if not body.startswith(b"\x28\xb5\x2f\xfd"):
        return body
    return _whole(unpacked(body, largest + 1), "zstd")


def _deflate(body: bytes, largest: int) -> bytes:
    """Undo zlib data, or bare deflate data, which many servers send under the same name."""
    for wbits in (15, -15):
        inner = zlib.decompressobj(wbits)
        try:
            out = inner.decompress(body, largest + 1)
        except zlib.error:
            continue
        if inner.eof or len(out) > largest:
            return out
    return _bare(body, "deflate")


def _brotli(body: bytes, largest: int) -> bytes:
    brotli = package("brotli", "a body packed with brotli")
    inner = brotli.Decompressor()
    out = bytearray()
    try:
        out += inner.process(body, output_buffer_limit=largest + 1)
        while len(out) <= largest and not inner.is_finished() and not inner.can_accept_more_data():
            out += inner.process(b"", output_buffer_limit=largest + 1)
    except brotli.error:
        return _bare(body, "brotli")
    return bytes(out) if inner.is_finished() or len(out) > largest else _bare(body, "brotli")


def _bare(body: bytes, coding: str) -> bytes:
    """Return a body that is plainly a page although it should be packed; raises Damaged for any other."""
    if body.lstrip()[:1] == b"<":
        return body
    raise Damaged(f"damaged {coding} data in the body")


def _whole(out: bytes | None, coding: str) -> bytes:
    if out is None:
        raise Damaged(f"damaged {coding} data in the body")
    return out


UNDO: Final = {"chunked": _chunked, "gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
"""Coding → function that undoes it."""
