"""ZIP and TAR: one page a member. Members are read, never written to disk; archives within are not followed."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, TypeAlias

from newsparse.dumps.options import Options
from newsparse.dumps.record import Page, Record, Skipped, Source, Trouble, failed
from newsparse.dumps.sources.kinds import HEAD, Kind, kind_of
from newsparse.dumps.sources.unpacking import Piece, pieces, unpacked

DAMAGE: Final = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, OSError, EOFError, ValueError, RuntimeError, OverflowError,
)  # fmt: skip
"""What the standard library raises for damaged, encrypted and strangely packed members."""

ENCRYPTED: Final = 1  # bit of a ZIP member's flags
NO_PAGE: Final = Skipped("not a page")

Item: TypeAlias = Page | Record | Skipped


def page_in(raw: bytes, source: Source, options: Options) -> Item:
    """Return the page that a file of its own, or a member, holds; it may be packed once more. *raw* is not cut."""
    kind = kind_of(raw[: max(HEAD, 1 << 16)], source.member or source.file)
    if kind in (Kind.BINARY, Kind.OTHER):
        return NO_PAGE
    if kind is Kind.EMPTY:
        return failed(source, Trouble.PAGE, "the page is empty")
    if kind is not Kind.PAGE:
        return failed(source, Trouble.SOURCE, f"{kind.value} within an archive is not followed")
    content = unpacked(raw, options.largest + 1)
    if content is None:
        return failed(source, Trouble.SOURCE, "damaged compressed data")
    if len(content) > options.largest:
        return failed(source, Trouble.SIZE, f"the page unpacks to more than {options.largest} bytes")
    return Page(source=source, content=content)


def read_zip(stream: BinaryIO, file: str, options: Options, start: int) -> Iterator[Item]:
    """Yield an item for every member that is a file, from the *start*-th on."""
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGE as error:
        if start == 0:
            yield failed(Source(file=file), Trouble.SOURCE, f"damaged ZIP: {error}")
        return
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        for member in members[start:]:
            yield _zipped(archive, member, Source(file=file, member=member.filename), options)


def _zipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source, options: Options) -> Item:
    if member.flag_bits & ENCRYPTED:
        return failed(source, Trouble.SOURCE, "the member is encrypted")
    try:
        with archive.open(member) as content:
            raw = content.read(options.largest + 1)
    except DAMAGE as error:
        return failed(source, Trouble.SOURCE, f"damaged member: {error}")
    return _member(raw, source, options)


def _member(raw: bytes, source: Source, options: Options) -> Item:
    if len(raw) > options.largest:
        return failed(source, Trouble.SIZE, f"the member unpacks to more than {options.largest} bytes")
    return page_in(raw, source, options)


def read_tar(stream: BinaryIO, packing: str | None, file: str, options: Options, start: int) -> Iterator[Item]:
    """Yield an item for every member that is a file, from the *start*-th on; damage in the packing ends it."""
    number = 0
    source = Source(file=file)
    try:
        tape = io.BufferedReader(Unpacked(pieces(stream, packing)))
        with tarfile.open(fileobj=tape, mode="r|", ignore_zeros=True) as archive:
            while (member := archive.next()) is not None:
                archive.members.clear()  # type: ignore[attr-defined]  # else it remembers every member it has passed
                if not member.isfile():
                    continue
                if number >= start:
                    source = Source(file=file, member=member.name)
                    yield _tarred(archive, member, source, options)
                number += 1
    except DAMAGE as error:
        if number >= start:
            yield failed(source, Trouble.SOURCE, f"damaged TAR: {error}")


def _tarred(archive: tarfile.TarFile, member: tarfile.TarInfo, source: Source, options: Options) -> Item:
    if member.size > options.largest:
        return failed(source, Trouble.SIZE, f"the member has {member.size} bytes, more than {options.largest}")
    content = archive.extractfile(member)
    return _member(content.read() if content else b"", source, options)


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a stream as a file; raises OSError where the packing is damaged."""

    def __init__(self, parts: Iterator[Piece]) -> None:
        self.parts = parts
        self.held = memoryview(b"")

    def readable(self) -> bool:
        """Whether it can be read; it can."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill *buffer*, as far as there is something at hand."""
        while not self.held:
            part = next(self.parts, None)
            if part is None:
                return 0
            if part.damage:
                raise OSError(part.damage)
            self.held = memoryview(part.data)
        count = min(len(buffer), len(self.held))
        buffer[:count] = self.held[:count]
        self.held = self.held[count:]
        return count
