"""Lines in a file or a pipe; packed in frames that end where the output is made safe.

A frame (a member, in gzip) holds the lines between two commits, so that a file can be cut back to any commit and
continued: it then has the same bytes as one that was written without a break. Readers take the frames as one stream.
"""

from __future__ import annotations

import os
import stat
import sys
import zlib
from contextlib import suppress
from typing import Any, BinaryIO, Final

from newsparse.dumps.packages import package
from newsparse.dumps.record import STDIN
from newsparse.dumps.sinks.base import State

STDERR: Final = "&2"
"""The path that means standard error; "-" means standard output."""

INTERVAL: Final = 128
"""Records in a frame: some hundred kilobytes pack about as well as more would."""

LEVEL: Final = {".gz": 6, ".zst": 3}
"""Suffix → level of packing: the usual one of either tool."""


class Lines:
    """A file of lines, a device, or standard output. It is opened when there is something to write."""

    interval = INTERVAL

    def __init__(self, path: str, state: State | None = None, *, lazy: bool = False) -> None:
        self.path = path
        self.safe: int = (state or {}).get("length", 0)
        self.suffix = next((suffix for suffix in LEVEL if path.endswith(suffix)), None)
        self.packer: Any = None
        self.file: BinaryIO | None = None
        self.regular = False
        if state or not lazy:
            self.open()

    def open(self) -> BinaryIO:
        """Open the file and cut it back to what is safe."""
        if self.path in (STDIN, STDERR):
            self.file = sys.stdout.buffer if self.path == STDIN else sys.stderr.buffer
            return self.file
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        found = os.fstat(handle)
        self.regular = stat.S_ISREG(found.st_mode)
        if self.regular and found.st_size < self.safe:
            os.close(handle)
            raise OSError(f"shorter than the {self.safe} bytes that its journal tells of")
        self.file = os.fdopen(handle, "r+b" if self.regular else "wb", buffering=1 << 18 if self.regular else -1)
        if self.regular:
            self.file.truncate(self.safe)
            self.file.seek(self.safe)
        return self.file

    def write(self, rows: bytes) -> None:
        """Write lines."""
        if not rows:
            return
        file = self.file or self.open()
        if self.suffix is None:
            file.write(rows)
            return
        self.packer = self.packer or _packer(self.suffix)
        file.write(self.packer.compress(rows))

    def commit(self) -> State:
        """End the frame and have the disk take it."""
        if self.file is None:
            return {}
        if self.packer is not None:
            self.file.write(self.packer.flush())
            self.packer = None
        self.file.flush()
        if self.regular:
            os.fsync(self.file.fileno())
            self.safe = self.file.tell()
        return {"length": self.safe}

    def finish(self) -> None:
        """Write what even a file without lines needs: a packed one is not valid without a frame."""
        if self.suffix is not None and self.regular and not self.safe and self.packer is None:
            self.packer = _packer(self.suffix)

    def close(self) -> None:
        """Cut off what is not safe."""
        file, self.file = self.file, None
        if file is None or self.path in (STDIN, STDERR):
            return
        handle = os.dup(file.fileno())
        with suppress(OSError):  # what could not be written is not safe, and is cut off
            file.close()
        if self.regular:
            os.truncate(handle, self.safe)
        os.close(handle)


def _packer(suffix: str) -> Any:
    if suffix == ".gz":
        return zlib.compressobj(LEVEL[suffix], zlib.DEFLATED, 31)
    return package("zstandard", "writing .zst").ZstdCompressor(level=LEVEL[suffix]).compressobj()
