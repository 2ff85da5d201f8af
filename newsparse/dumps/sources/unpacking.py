"""Compressed streams, member by member, so that a damaged member costs no more than itself."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from attrs import define, frozen

from newsparse.dumps.packages import package

CHUNK: Final = 1 << 18
"""Bytes read, and at most handed on, at once."""

MAGIC: Final = {
    "gzip": b"\x1f\x8b\x08",
    "zstd": b"\x28\xb5\x2f\xfd",
    "bzip2": b"BZh",
    "xz": b"\xfd7zXZ\x00",
}
"""Packing → the bytes that each of its members begins with."""

SKIPPABLE: Final = b"\x2a\x4d\x18"
"""Bytes 1 to 3 of a zstd frame that holds no data; byte 0 is 0x50 to 0x5f, 0x5d for a dictionary of WARC records."""

DICTIONARY: Final = 0x5D  # byte 0 of that one
WINDOW: Final = 1 << 27  # bytes of memory that a compressed stream may ask for; the most that compressors ask for
SLICE: Final = 2048  # four bytes of zstd can mean 128 KiB: bounding what goes in is what bounds what comes out
TRIAL: Final = 4096  # bytes in which a false start of a member shows itself
DAMAGE: Final = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)


@frozen
class Piece:
    """Some unpacked bytes."""

    data: bytes
    """The bytes, not more than about `CHUNK` of them."""

    start: int | None = None
    """Where these bytes are the first of a member: its offset in the file as stored. None otherwise."""

    damage: str | None = None
    """Why the member breaks off here; what follows is another member. None while all is well."""


def packing_of(head: bytes) -> str | None:
    """Return how a stream that begins with *head* is packed; None where it is not."""
    if head[1:4] == SKIPPABLE and 0x50 <= head[0] <= 0x5F:
        return "zstd"
    return next((name for name, magic in MAGIC.items() if head.startswith(magic)), None)


def pieces(stream: BinaryIO, packing: str | None) -> Iterator[Piece]:
    """Yield the unpacked bytes of *stream*, from where it stands."""
    return _Members(stream, packing, stream.tell() if stream.seekable() else 0).pieces() if packing else _plain(stream)


def unpacked(raw: bytes, most: int) -> bytes | None:
    """Return the first *most* bytes that *raw* unpacks to, those of *raw* where it is not packed; None for damage."""
    from io import BytesIO

    packing = packing_of(raw)
    if packing is None:
        return raw[:most]
    out = bytearray()
    for piece in pieces(BytesIO(raw), packing):
        out += piece.data
        if piece.damage:
            return None
        if len(out) >= most:
            break
    return bytes(out[:most])


def _plain(stream: BinaryIO) -> Iterator[Piece]:
    start: int | None = stream.tell() if stream.seekable() else 0
    while data := stream.read(CHUNK):
        yield Piece(data, start)
        start = None


@define
class _Members:
    stream: BinaryIO
    packing: str
    at: int
    """Offset of the first byte of ``held``."""

    held: bytes = b""
    """Read and not yet unpacked."""

    dictionary: Any = None
    """Of WARC records in zstd; None where there is none."""

    def pieces(self) -> Iterator[Piece]:
        while self.fill(8):
            if self.packing == "zstd" and self.held[1:4] == SKIPPABLE:
                self.pass_skippable()
            elif self.held.startswith(MAGIC[self.packing]):
                yield from self.member()
            elif not self.held.strip(b"\0"):
                self.drop(len(self.held))  # padding
            else:
                start = self.at
                yield Piece(b"", damage=f"no {self.packing} data at byte {start}")
                self.seek_start(start)

    def member(self) -> Iterator[Piece]:
        start, first = self.at, True
        unpack = unpacker(self.packing, self.dictionary)
        try:
            while not unpack.eof and self.fill(1):
                for data in unpack(self.held):
                    yield Piece(data, start if first else None)
                    first = False
                self.drop(len(self.held) - len(unpack.rest))
            reason = None if unpack.eof else f"the {self.packing} data end in the middle of a member"
        except DAMAGE as error:
            reason = f"damaged {self.packing} data: {error}"
        if reason:
            yield Piece(b"", damage=f"{reason} (member at byte {start})")
            self.seek_start(start)

    def fill(self, least: int) -> bool:
        while len(self.held) < least and (data := self.stream.read(CHUNK)):
            self.held += data
        return bool(self.held)

    def drop(self, count: int) -> None:
        self.at += count
        self.held = self.held[count:]

    def pass_skippable(self) -> None:
        size = int.from_bytes(self.held[4:8], "little")
        wanted = self.held[0] == DICTIONARY and size <= 1 << 24
        self.drop(8)
        kept = bytearray()
        while size and self.fill(1):
            part = self.held[:size]
            kept += part if wanted else b""
            size -= len(part)
            self.drop(len(part))
        if wanted:
            self.dictionary = _dictionary(bytes(kept))

    def seek_start(self, damaged: int) -> None:
        """Go to the first member behind the damaged one. What cannot be rewound is searched from where it stands."""
        if self.stream.seekable():
            self.stream.seek(damaged + 1)
            self.at, self.held = damaged + 1, b""
        else:
            self.drop(min(1, len(self.held)))
        magic = MAGIC[self.packing]
        while self.fill(TRIAL):
            found = self.held.find(magic)
            if found < 0:
                self.drop(max(len(self.held) - len(magic) + 1, 1))
                continue
            self.drop(found)
            self.fill(TRIAL)
            if self.is_start(self.held[:TRIAL]):
                return
            self.drop(1)

    def is_start(self, head: bytes) -> bool:
        try:
            return bool(next(iter(unpacker(self.packing, self.dictionary)(head)), b""))
        except DAMAGE:
            return False


@define
class _Bounded:
    """A decompressor of one member that hands it on in parts of bounded size."""

    inner: Any
    step: Callable[[Any, bytes], Iterator[bytes]]
    rest: bytes = b""
    """What was handed in and not used, once the member has ended."""

    @property
    def eof(self) -> bool:
        return bool(self.inner.eof)

    def __call__(self, data: bytes) -> Iterator[bytes]:
        used = 0
        for part in self.step(self.inner, data):
            used += 1
            if part:
                yield part
        behind = data[used * SLICE :] if self.step is _sliced else b""
        self.rest = self.inner.unused_data + behind if self.eof else b""


def unpacker(packing: str, dictionary: Any = None) -> _Bounded:
    """Return a new decompressor for one member."""
    if packing == "gzip":
        return _Bounded(zlib.decompressobj(31), _deflated)
    if packing == "zstd":
        zstd = package("zstandard", "reading .zst")
        return _Bounded(zstd.ZstdDecompressor(dict_data=dictionary, max_window_size=WINDOW).decompressobj(), _sliced)
    return _Bounded(bz2.BZ2Decompressor() if packing == "bzip2" else lzma.LZMADecompressor(memlimit=WINDOW), _limited)


def _deflated(inner: Any, data: bytes) -> Iterator[bytes]:
    while data and not inner.eof:
        yield inner.decompress(data, CHUNK)
        data = inner.unconsumed_tail


def _limited(inner: Any, data: bytes) -> Iterator[bytes]:
    yield inner.decompress(data, CHUNK)
    while not inner.needs_input and not inner.eof:
        yield inner.decompress(b"", CHUNK)


def _sliced(inner: Any, data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), SLICE):
        try:
            yield inner.decompress(data[at : at + SLICE])
        except package("zstandard", "reading .zst").ZstdError as error:
            raise ValueError(str(error)) from error
        if inner.eof:
            return


def _dictionary(raw: bytes) -> Any:
    zstd = package("zstandard", "reading .zst")
    return zstd.ZstdCompressionDict(unpacked(raw, WINDOW) or b"")
