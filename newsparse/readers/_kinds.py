"""What was handed in, told by how it begins: text or not, a page or something else."""

from __future__ import annotations

from string import ascii_letters, digits
from typing import Any, Final, overload

MAGIC: Final = {
    b"%PDF-": "a PDF", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"RIFF": "a recording or picture",
    b"PK\x03\x04": "a ZIP archive", b"7z\xbc": "a 7z archive", b"\x7fELF": "a program",
    b"\x1f\x8b": "packed with gzip", b"\x28\xb5\x2f\xfd": "packed with zstd", b"x\x9c": "packed with zlib",
    b"x\xda": "packed with zlib", b"BZh9": "packed with bzip2", b"\xfd7zXZ": "packed with xz",
}  # fmt: skip
BEGINNINGS: Final = tuple(MAGIC)
CONTROL: Final = bytes((*range(9), *range(14, 27), *range(28, 32)))
SAMPLE: Final = 4096  # bytes or characters looked at to tell what something is
BINARY: Final = 0.05  # share of control bytes from which content is not text: compressed bytes have 0.1, text has none
WIDE: Final = 0.3  # share of characters of markup and text, whatever the script, that are ASCII
TAGS: Final = (
    "<!doctype", "<html", "<head", "<body", "<meta", "<title", "<div", "<article", "<script", "<p>", "<p ", "<h1",
    "</a>", "<br", "<table", "<span", "<section",
)  # fmt: skip
MARKDOWN: Final = ("# ", "## ", "---\n", "---\r\n")  # beginnings of Markdown, and of no page
CLOSED: Final = 3  # closing tags that make markup of a fragment without any of the above at its head
FEEDS: Final = ("<rss", "<feed", "<rdf:rdf")
OBJECTS: Final = ('{"', '[{"', '[["', "{}", "[]")  # beginnings of JSON, without its white space
ARCHIVE: Final = (b"mime-version:", b"content-type: multipart/related")
EMBEDDED: Final = ";base64,"  # what stands before a picture or a font within the page itself
BASE64: Final = ascii_letters + digits + "+/="
PICTURES: Final = 10_000  # of these that are looked for
FILES: Final = (".html", ".htm", ".xhtml", ".txt", ".md", ".gz", ".zip")
WITHIN: Final = 300  # characters in which the root of a feed stands


def is_binary(raw: bytes) -> bool:
    """Whether bytes are no text in any encoding."""
    if raw.startswith(BEGINNINGS):
        return True
    sample = raw[:SAMPLE]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or unmarked_utf16(raw) is not None:
        return False
    return controls(sample) > BINARY * len(sample)


def controls(sample: bytes) -> int:
    """Return how many control bytes there are."""
    return len(sample) - len(sample.translate(None, CONTROL))


def binary_kind(raw: bytes) -> str | None:
    """Return what bytes are that are no text: "a PDF", "packed with gzip"; None where their beginning does not tell."""
    return next((kind for start, kind in MAGIC.items() if raw.startswith(start)), None)


def unmarked_utf16(raw: bytes) -> str | None:
    """Return the form of UTF-16 that bytes without a byte order mark are in: every other byte of markup is 0."""
    sample = raw[:SAMPLE]
    if b"\0" not in sample:
        return None
    first, second = sample[::2], sample[1::2]
    for high, low, name in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if high.count(0) > WIDE * len(high) and controls(low) <= BINARY * len(low):
            return name
    return None


def is_markup(text: str) -> bool:
    """Whether text is HTML: a tag that only pages have stands near its head, or several elements are closed in it.

    Markdown is none, though HTML may stand in it: it is known by a heading, or a head of its own, at its beginning.
    """
    head = text[:SAMPLE].lower()
    if head.lstrip("\ufeff \t\r\n").startswith(MARKDOWN) and "<body" not in head:
        return False
    return any(tag in head for tag in TAGS) or text.count("</", 0, 50 * SAMPLE) >= CLOSED


def stranger(text: str) -> str | None:
    """Return what text is that is no page, though it can be read as one: "JSON", "a feed", "an address"."""
    head = text[:SAMPLE].lstrip("\ufeff \t\r\n")
    if is_pointer(head):
        return "an address or the name of a file"
    if is_printed(text):
        return "a string as programs print it, with quotes and escapes"
    if head.startswith(("{", "[")):
        return "JSON" if "".join(head[:WITHIN].split()).startswith(OBJECTS) else None
    if head.startswith("<"):
        start = head[:WITHIN].lower()
        return "a feed" if any(root in start for root in FEEDS) else None
    return "a MIME archive" if is_archive(head.encode("utf-8", "replace")) else None


def is_archive(head: bytes) -> bool:
    """Whether a MIME archive begins here."""
    low = head.lower()
    return all(field in low for field in ARCHIVE) and not low.lstrip().startswith(b"<")


def is_pointer(text: str) -> bool:
    """Whether text only says where a page lies: one word that is an address or ends as names of files do."""
    word = text.rstrip()
    return len(word.split(None, 1)) == 1 and not word.startswith("<") and ("://" in word or word.endswith(FILES))


def is_printed(text: str) -> bool:
    """Whether markup stands here as JSON or Python writes a string, in quotes and with escapes."""
    start = text[:WITHIN].lstrip().removeprefix("b")
    quote, inside = start[:1], start[1:].replace("\\n", "").replace("\\r", "").lstrip()
    return quote in ("'", '"') and inside.startswith("<") and text[-WITHIN:].rstrip().endswith(quote)


def unprefixed(raw: bytes) -> bytes:
    """Return markup without the prefix that all its elements have: "h" in XHTML that begins with ``<h:html``."""
    before, found, _ = raw[:SAMPLE].partition(b":html")
    prefix = before.rpartition(b"<")[2]
    if not found or not prefix.isalnum():
        return raw
    return raw.replace(b"<" + prefix + b":", b"<").replace(b"</" + prefix + b":", b"</")


@overload
def lightened(page: bytes, mark: bytes, letters: bytes) -> bytes: ...
@overload
def lightened(page: str, mark: str, letters: str) -> str: ...
def lightened(page: Any, mark: Any, letters: Any) -> Any:
    """Return a page without the pictures and fonts that it carries within: *letters* behind each *mark*."""
    first, *others = page.split(mark, PICTURES)
    return mark.join([first, *(other.lstrip(letters) for other in others)])
