"""Pages that a browser has saved: the note of where and when it was done, and MHTML, the page with all its parts."""

from __future__ import annotations

import binascii
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from attrs import frozen

from newsparse.readers._kinds import is_archive

HEAD: Final = 4096  # characters in which the note, or the header of an archive, stands
PARTS: Final = 200  # looked at for the page, which browsers put first
MARKUP: Final = ("text/html", "application/xhtml+xml")
OFFSET: Final = "GMT"  # what JavaScript writes before the offset


@frozen
class Saved:
    """What was noted when a page was saved."""

    url: str | None = None
    """Where it came from."""

    moment: datetime | None = None
    """When it was saved."""


@frozen
class Part:
    """A part of a MIME archive."""

    fields: dict[str, str]
    """Its header, names in small letters."""

    raw: bytes
    """Its content, still encoded."""

    @property
    def kind(self) -> str:
        """Media type."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def content(self) -> bytes:
        """Its content; as it stands where its encoding is damaged."""
        match self.fields.get("content-transfer-encoding", "").lower():
            case "quoted-printable":
                return binascii.a2b_qp(self.raw)
            case "base64":
                return unpacked(self.raw)
        return self.raw


def note_of(text: str) -> Saved:
    """Return what the comment says that browsers, SingleFile and HTTrack put above a page they save."""
    at = text.find("<!--", 0, HEAD)
    while at >= 0:
        end = text.find("-->", at, at + HEAD)
        note = text[at + 4 : end].strip() if end >= 0 else ""
        if note.startswith("Page saved with SingleFile"):
            told = fields_of(note)
            return Saved(address(told.get("url", "")), instant(told.get("saved date", "")))
        if note.startswith("saved from url=("):
            return Saved(address(note.partition(")")[2]))
        if note.startswith("Mirrored from ") and " by HTTrack" in note:
            return Saved(address("http://" + note.split(None, 3)[2]), instant(note.rpartition("], ")[2]))
        at = text.find("<!--", at + 4, HEAD)
    return Saved()


def archived(raw: bytes) -> tuple[bytes, str | None, Saved] | None:
    """Return the page in a MIME archive, its charset and what is noted of it; None for anything else."""
    if not is_archive(raw[:HEAD]):
        return None
    head = part_of(raw)
    boundary = parameter(head.fields.get("content-type", ""), "boundary").encode()
    parts = map(part_of, head.raw.split(b"--" + boundary, PARTS)[1:]) if boundary else ()
    page = next((part for part in parts if part.kind in MARKUP), None)
    if page is None:
        return None
    place = head.fields.get("snapshot-content-location") or page.fields.get("content-location", "")
    charset = parameter(page.fields["content-type"], "charset")
    return page.content, charset or None, Saved(address(place), instant(head.fields.get("date", "")))


def part_of(raw: bytes) -> Part:
    """Return a part whose header ends at the first empty line."""
    raw = raw.lstrip(b"\r\n")
    crlf, lf = raw.find(b"\r\n\r\n", 0, HEAD), raw.find(b"\n\n", 0, HEAD)
    end, gap = (crlf, 4) if crlf >= 0 and (lf < 0 or crlf < lf) else (lf, 2)
    if end < 0:
        return Part({}, raw)
    return Part(fields_of(raw[:end].decode("utf-8", "replace")), raw[end + gap :])


def fields_of(text: str) -> dict[str, str]:
    """Return the fields of a header, continued lines joined, names in small letters."""
    fields: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if line[:1].isspace() and name and ":" not in line.partition("=")[0]:
            fields[name] += line
            continue
        name, colon, value = line.strip().partition(":")
        name = name.lower() if colon else ""
        if name:
            fields.setdefault(name, value.strip())
    return fields


def parameter(value: str, name: str) -> str:
    """Return a parameter of a field of a header; "" where it is not there."""
    for piece in value.split(";")[1:]:
        key, _, text = piece.partition("=")
        if key.strip().lower() == name:
            return text.strip().strip('"')
    return ""


def unpacked(raw: bytes) -> bytes:
    """Return what base64 stands for."""
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        return raw


def address(text: str) -> str | None:
    """Return an address of the web; None for anything else, such as the file that was opened."""
    text = text.strip()
    return text if text.startswith(("http://", "https://")) and "." in text and len(text.split()) == 1 else None


def instant(text: str) -> datetime | None:
    """Return the instant that a mail header or JavaScript has written; None for anything else."""
    words = text.partition("(")[0].split()
    if len(words) == 6 and words[5].startswith(OFFSET):  # Tue Mar 05 2024 10:12:33 GMT+0100
        words = [words[0] + ",", words[2], words[1], words[3], words[4], words[5].removeprefix(OFFSET) or OFFSET]
    try:
        found = parsedate_to_datetime(" ".join(words))
        return found if found.tzinfo else found.replace(tzinfo=UTC)  # -0000: UTC, wherever it was
    except (ValueError, IndexError, OverflowError):
        return None
