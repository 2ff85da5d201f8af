"""The unpacked bytes of a WARC file, cut into records; what is wrong with one cannot spread to the rest.

In a file packed record by record, as nearly all WARC files are, every member begins with a record. There a *stretch* is
a member, and a record whose length is wrong cannot reach into the next. Else the whole file is one stretch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from newsparse.dumps.sources.unpacking import Piece

OPENING: Final = b"WARC/"
MARK: Final = b"\nWARC/1."
"""What a record begins with, and hardly anything else; looked for only where something is known to be wrong."""

DIGITS: Final = 15  # of the longest length that is not taken for a mistake

HEADER: Final = 1 << 16
"""Bytes of the longest header."""


@frozen
class Cut:
    """One record, or the damage in place of one."""

    at: int
    """Offset in the file, of the member that holds it where the file is packed."""

    raw: bytes
    """Header and block; only what could be read of the header where there is trouble. The length that the header
    states is that of the block here: readers of records reserve memory by it."""

    trouble: str | None = None
    """What is wrong with it; None where nothing is."""

    oversize: bool = False
    """Whether the trouble is that it is larger than allowed."""


class Tape:
    """Bytes of one stretch after the other."""

    def __init__(self, pieces: Iterator[Piece], *, packed: bool) -> None:
        self.pieces = pieces
        self.packed = packed
        self.held = bytearray()
        self.at = 0
        self.damage: str | None = None
        """Why the stretch breaks off; None where it does not, or not yet."""
        self.begun = False
        self.next = next(pieces, None)

    def advance(self) -> bool:
        """Leave the rest of this stretch and go to the next; False at the end of the file."""
        while self.begun and self.fill():
            self.drop(len(self.held))
        self.drop(len(self.held))
        self.damage, self.begun = None, False
        if self.next is None:
            return False
        self.fill()
        return True

    def fill(self) -> bool:
        """Hold more of this stretch; False where it ends."""
        piece = self.next
        if piece is None or self.damage:
            return False
        if piece.start is not None and self.begun and piece.data.startswith(OPENING):
            return False
        self.next = next(self.pieces, None)
        self.damage = piece.damage
        if piece.start is not None and (self.packed or not self.begun):
            self.at = piece.start
        self.held += piece.data
        self.begun = True
        return not piece.damage

    def reach(self, count: int) -> bool:
        """Hold *count* bytes, if the stretch has as many."""
        while len(self.held) < count:
            if not self.fill():
                return False
        return True

    def drop(self, count: int) -> None:
        """Go on by *count* bytes that are held."""
        del self.held[:count]
        if not self.packed:
            self.at += count

    def until(self, mark: bytes, most: int) -> int:
        """Return the length of what is held up to and with *mark*; 0 where it does not come within *most* bytes."""
        seen = 0
        while (found := self.held.find(mark, max(seen - len(mark), 0), most)) < 0:
            seen = len(self.held)
            if seen >= most or not self.fill():
                return 0
        return found + len(mark)

    def resync(self) -> None:
        """Go to the next record of the stretch, or to its end."""
        while (found := self.held.find(MARK)) < 0:
            self.drop(max(len(self.held) - len(MARK), 0))
            if not self.fill():
                return self.drop(len(self.held))
        return self.drop(found + 1)


def cuts(tape: Tape, largest: int) -> Iterator[Cut]:
    """Yield every record of the file, and every place where one is damaged."""
    while tape.advance():
        while _begins(tape):
            yield _cut(tape, largest)
        if tape.damage and not tape.held:
            yield Cut(tape.at, b"", tape.damage)


def _begins(tape: Tape) -> bool:
    """Go to what is no line end; False where the stretch ends before."""
    while tape.reach(1):
        tape.drop(len(tape.held) - len(tape.held.lstrip(b"\r\n")))
        if tape.held:
            return True
    return False


def _cut(tape: Tape, largest: int) -> Cut:
    at = tape.at
    tape.reach(len(OPENING))
    if not tape.held.startswith(OPENING):
        tape.resync()
        return Cut(at, b"", "no record where one should begin")
    header = tape.until(b"\r\n\r\n", HEADER)
    raw = bytes(tape.held[:header])
    length = _length(raw)
    if not header or length is None:
        tape.drop(1)
        tape.resync()
        return Cut(at, _stated(raw, b""), tape.damage or "a record without a header that ends and states a length")
    if length > largest:
        tape.drop(header)
        _pass(tape, length)
        return Cut(
            at,
            _stated(raw, b""),
            f"a record of {length} bytes, larger than the {largest} that are allowed",
            oversize=True,
        )
    return _block(tape, at, header, length)


def _block(tape: Tape, at: int, header: int, length: int) -> Cut:
    whole = tape.reach(header + length)
    raw = bytes(tape.held[:header])
    tape.reach(header + length + 4)
    tail = tape.held[header + length : header + length + 4]
    if whole and not tape.damage and (not tail.strip(b"\r\n") or tail.lstrip(b"\r\n") == OPENING[: len(tail.lstrip())]):
        cut = Cut(at, _stated(raw, bytes(tape.held[header : header + length])))
        tape.drop(header + length)
        return cut
    trouble = tape.damage or (f"the length of a record, {length} bytes, is wrong")
    tape.drop(1)
    tape.resync()
    return Cut(at, _stated(raw, b""), trouble)


def _pass(tape: Tape, length: int) -> None:
    """Go past a block too large to be held, but not past what looks like a record: then the length is wrong."""
    while length > 0 and tape.reach(1):
        found = tape.held.find(MARK)
        part = min(len(tape.held), length) if found < 0 else found + 1
        tape.drop(part)
        length = 0 if found >= 0 else length - part


def _length(header: bytes) -> int | None:
    digits = next((line.partition(b":")[2].strip() for line in header.split(b"\n") if _is_length(line)), b"")
    return int(digits) if digits.isdigit() and len(digits) <= DIGITS else None


def _stated(header: bytes, block: bytes) -> bytes:
    """Return a record whose header states the length of the block, once, whatever else it stated."""
    lines = [line.rstrip(b"\r") for line in header.rstrip(b"\r\n").split(b"\n") if not _is_length(line)]
    return b"\r\n".join([*lines, b"Content-Length: %d" % len(block), b"", block]) if header else b""


def _is_length(line: bytes) -> bool:
    return line.partition(b":")[0].strip().lower() == b"content-length"
