"""What was handed in, told by how it begins: text or not, a page or something else."""

from __future__ import annotations

from typing import Final

MAGIC: Final = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"x\x9c", b"x\xda", b"\x7fELF", b"RIFF",
    b"\x28\xb5\x2f\xfd", b"7z\xbc",
)  # fmt: skip
CONTROL: Final = bytes((*range(9), *range(14, 27), *range(28, 32)))
SAMPLE: Final = 4096  # bytes or characters looked at to tell what something is
BINARY: Final = 0.05  # share of control bytes from which content is not text: compressed bytes have 0.1, text has none
TAGS: Final = (
    "<!doctype", "<html", "<head", "<body", "<meta", "<title", "<div", "<article", "<script", "<p>", "<p ", "<h1",
    "</a>", "<br", "<table", "<span", "<section",
)  # fmt: skip
CLOSED: Final = 3  # closing tags that make markup of a fragment without any of the above at its head
FEEDS: Final = ("<rss", "<feed", "<rdf:rdf")
OBJECTS: Final = ('{"', '[{"', '[["', "{}", "[]")  # beginnings of JSON, without its white space
ARCHIVE: Final = ("mime-version:", "content-type: multipart/related")
WITHIN: Final = 300  # characters in which the root of a feed stands


def is_binary(raw: bytes) -> bool:
    """Whether bytes are no text in any encoding."""
    if raw.startswith(MAGIC):
        return True
    sample = raw[:SAMPLE]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return len(sample) - len(sample.translate(None, CONTROL)) > BINARY * len(sample)


def is_markup(text: str) -> bool:
    """Whether text is HTML: a tag that only pages have stands near its head, or several elements are closed in it."""
    head = text[:SAMPLE].lower()
    return any(tag in head for tag in TAGS) or text.count("</", 0, 50 * SAMPLE) >= CLOSED


def stranger(text: str) -> str | None:
    """Return what text is that is no page, though it can be read as one: "JSON", "a feed", "a MIME archive"."""
    head = text[:SAMPLE].lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")):
        return "JSON" if "".join(head[:WITHIN].split()).startswith(OBJECTS) else None
    if head.startswith("<"):
        start = head[:WITHIN].lower()
        return "a feed" if any(root in start for root in FEEDS) else None
    return "a MIME archive" if all(field in head.lower() for field in ARCHIVE) else None
