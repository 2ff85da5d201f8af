"""A dump to records, in Python: what ``newsparse convert`` does, without files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike
from typing import Final

from newsparse.dumps.options import PATIENCE, Options
from newsparse.dumps.record import Record

IN_PROCESS: Final = 0
"""Number of jobs that means: parse here, without a process that could be ended."""


def convert(
    source: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    jobs: int = 1,
    page_timeout: float = PATIENCE,
    options: Options | None = None,
) -> Iterator[Record]:
    """Yield a record for every page of *source*, in its order: files, folders, archives, dumps, "-" for standard input.

    *jobs* worker processes parse; each is ended where a page takes it longer than *page_timeout* seconds. With 0 jobs
    pages are parsed in this process, without such protection. Damaged parts of a dump come as records with a failure.

    As with every use of processes, a script has to call this below ``if __name__ == "__main__":``.
    Raises OSError where a file cannot be opened, MissingPackage where reading it takes one that is not installed.
    """
    raise NotImplementedError
