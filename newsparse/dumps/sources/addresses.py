"""Dumps that lie elsewhere: ``s3://bucket/crawl/``, ``gs://…``, ``file:///…``, whatever pyarrow knows how to reach.

Credentials and region are found where the tools of that store look for them (environment, configuration, role).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from newsparse.dumps.packages import package

AHEAD: Final = 8 << 20
"""Bytes asked for at once: a request to a store takes tens of milliseconds, in which a line brings megabytes."""


def is_address(name: str) -> bool:
    """Whether a name is an address rather than a path."""
    return "://" in name


def opened(address: str) -> io.BufferedReader:
    """Return the file at an address; raises OSError where there is none, or it cannot be reached."""
    system, path = _place(address)
    return io.BufferedReader(system.open_input_file(path), AHEAD)


def files_at(address: str) -> Iterator[str]:
    """Yield the address, or those of the files in the folder that it is, by name; hidden ones are left out.

    Raises OSError where nothing is there, or it cannot be reached.
    """
    fs = package("pyarrow.fs", "reading from an address")
    system, path = _place(address)
    kind = system.get_file_info(path).type
    if kind == fs.FileType.NotFound:
        raise FileNotFoundError(2, "No such file or folder", address)
    if kind != fs.FileType.Directory:
        yield address
        return
    found = system.get_file_info(fs.FileSelector(path, recursive=True))
    within = sorted(info.path.removeprefix(path).lstrip("/") for info in found if info.type == fs.FileType.File)
    for name in within:
        if not any(part.startswith(".") for part in name.split("/")):
            yield f"{address.rstrip('/')}/{name}"


def size_at(address: str) -> int:
    """Return the bytes of the file at an address; raises OSError where it cannot be reached."""
    system, path = _place(address)
    return int(system.get_file_info(path).size or 0)


def _place(address: str) -> tuple[Any, str]:
    fs = package("pyarrow.fs", "reading from an address")
    try:
        system, path = fs.FileSystem.from_uri(address)
    except ValueError as error:  # no scheme that it knows
        raise OSError(22, str(error).partition("\n")[0], address) from error
    return system, path
