"""A folder of labelled pages, and the part of it that a site belongs to.

``CORPUS/<set>/truth.jsonl`` holds one page a line; a field that is absent is not labelled, None or [] means "none". The
pages it names lie beside it or in ``pages.zip``, and so may their raw texts, as ``text/<renderer>/<id>.txt``.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from attrs import evolve, field, frozen

from measuring.observed import Row
from newsparse.profiles import Profiles

CHECK: Final = 4  # tenths of the sites that are kept for checking
GENERIC: Final = 3  # letters of "com", "co", "org": labels that no site has for itself
ORIGIN: Final = re.compile(r"^[a-z0-9]+-(?=.)")  # "htd-" before the id that a page has in another data set
COUNTER: Final = re.compile(r"[_\d]")  # where the number or day of a page begins in its id


@frozen
class DataSet:
    """The labelled pages of one set."""

    folder: Path
    """Where its truth.jsonl lies."""

    rows: tuple[Row, ...] = field(repr=False)
    """Its lines."""

    digest: str
    """Of its truth, to know it again."""

    renderers: tuple[str, ...]
    """Those that its pages were turned into raw text by."""

    @property
    def name(self) -> str:
        """Name of the set."""
        return self.folder.name

    @property
    def labels(self) -> frozenset[str]:
        """Fields that any of its pages has."""
        return frozenset().union(*self.rows)


def data_sets(corpus: Path, names: list[str] | None) -> Iterator[DataSet]:
    """Yield the data sets of a corpus, by name; those of *names* where there are any."""
    for truth in sorted(corpus.glob("*/truth.jsonl")):
        if not names or truth.parent.name in names:
            raw = truth.read_bytes()
            rows = tuple(json.loads(line) for line in raw.splitlines())
            yield DataSet(truth.parent, rows, hashlib.sha256(raw).hexdigest()[:16], renderers(truth.parent))


def with_profile(sets: Iterable[DataSet]) -> Iterator[DataSet]:
    """Yield the data sets with those pages alone whose sites a shipped profile is for."""
    shipped = Profiles()
    for data in sets:
        yield evolve(data, rows=tuple(row for row in data.rows if shipped.of(row.get("url")) is not None))


def renderers(folder: Path) -> tuple[str, ...]:
    """Return the names of the folders with raw texts."""
    if (folder / "text").is_dir():
        return tuple(sorted(path.name for path in (folder / "text").iterdir()))
    if not (folder / "pages.zip").exists():
        return ()
    with zipfile.ZipFile(folder / "pages.zip") as pack:
        paths = [name.split("/") for name in pack.namelist()]
    return tuple(sorted({path[1] for path in paths if path[0] == "text" and len(path) == 3}))


def read(folder: Path, names: list[str]) -> Iterator[bytes]:
    """Yield files of a data set."""
    if all((folder / name).exists() for name in names):
        yield from ((folder / name).read_bytes() for name in names)
        return
    with zipfile.ZipFile(folder / "pages.zip") as pack:
        yield from map(pack.read, names)


def is_check(row: Row) -> bool:
    """Whether a page's site belongs to the check part; all pages of a site do or none."""
    digest = hashlib.md5(site(row).encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % 10 < CHECK


def site(row: Row) -> str:
    """Return a short name of a page's site: publisher, else name of the host, else the beginning of the id."""
    host = urlsplit(row.get("url") or "").hostname or ""
    found = row.get("publisher") or own_label(host) or COUNTER.split(ORIGIN.sub("", row["id"]))[0] or row["id"]
    return re.sub("[^a-z0-9]", "", found.lower()) or row["id"]


def own_label(host: str) -> str:
    """Return the label of a host that its owner chose ("example" of "www.example.co.uk"); "" where there is none."""
    labels = host.split(".")[:-1]
    while len(labels) > 1 and len(labels[-1]) <= GENERIC:
        labels.pop()
    return labels[-1] if labels else ""
