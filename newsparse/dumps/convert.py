"""A dump to records, in Python: what ``newsparse convert`` does, without files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from os import PathLike, fspath
from typing import Final

from newsparse.dumps.options import PATIENCE, Options
from newsparse.dumps.pool import Pool, here
from newsparse.dumps.record import Record
from newsparse.dumps.sources import Place, items
from newsparse.dumps.work import Records, batches

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
    pages are parsed in this process, without such protection. Damaged parts of a dump, and files that cannot be
    opened, come as records with a failure; what is no page (a request record, an image) does not come.

    As with every use of processes, a script has to call this below ``if __name__ == "__main__":``. Raises
    MissingPackage where a dump takes one that is not installed, PoolError where processes cannot be started.
    """
    chosen = options or Options()
    named = [source] if isinstance(source, str | PathLike) else source
    read = batches(items([fspath(name) for name in named], chosen, Place()))
    work = Records(chosen)
    answered = here(work, read) if jobs == IN_PROCESS else Pool(work, jobs, page_timeout).answers(read)
    with closing(answered):
        for _, answers in answered:
            for records in answers:
                yield from records
