"""Ray Data: ``newsparse convert --engine ray``, on this machine or on a cluster.

Files are read and pages parsed by Ray's workers; the machine that was asked writes what comes back, in the order of
the input. The files have to lie where every worker can read them. The cluster is the one that ``RAY_ADDRESS`` names;
without it, one is started on this machine for the run, with as many workers as there are jobs.

It takes ``newsparse[ray]``. A time limit for pages is not kept: Ray gives no way to end the worker of one page.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from newsparse.dumps.packages import MissingPackage, package
from newsparse.dumps.pool import Answers
from newsparse.dumps.record import STDIN
from newsparse.dumps.run import Plan, Report, Unusable, Watch
from newsparse.dumps.run import run as run_with
from newsparse.dumps.sources import Place, files
from newsparse.dumps.work import Answer, Conversion

if TYPE_CHECKING:
    import pyarrow as pa

STORE: Final = 512 << 20
"""Bytes of shared memory for pages between reading and parsing, in a cluster that is started for the run."""

BLOCK: Final = 16 << 20
"""Bytes of pages that Ray hands over at once: small enough that the pages of one file reach many workers."""

BATCH: Final = 64
"""Items parsed at once."""

TASKS: Final = 1000
"""Most tasks that read: a task costs Ray some milliseconds, which a small file is not worth."""

READING: Final = 0.1
"""Share of a core that reading a file is reckoned with."""

PARSING: Final = 0.9
"""And parsing. That the two differ makes Ray keep them apart: joined, they would parse a file where it is read, on one
core. Together they are one, so that there are as many of each as there are cores."""


def run(plan: Plan, watch: Watch) -> Report:
    """Do what was asked for with Ray, and return what became of it; the same rows as without it.

    Raises what ``newsparse.dumps.run.run`` raises: Unusable for standard input, too, and MissingPackage without Ray.
    """
    try:
        package("ray.data", "the engine ray")
    except MissingPackage as error:
        raise MissingPackage("the engine ray takes Ray: pip install 'newsparse[ray]'") from error
    if STDIN in plan.inputs:
        raise Unusable("the engine ray reads files: other machines do not see the standard input of this one")
    with cluster(plan.jobs):
        return run_with(plan, watch, answers)


@contextmanager
def cluster(jobs: int) -> Iterator[None]:
    """Connect to the cluster that the environment names, or start one for as long as this lasts."""
    import ray

    if ray.is_initialized():
        yield
        return
    here = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": max(jobs, 1), "object_store_memory": STORE}
    ray.init(address=None if not here else "local", include_dashboard=False, log_to_driver=False, **here)
    try:
        yield
    finally:
        ray.shutdown()


def answers(plan: Plan, work: Conversion, report: Report) -> Answers[Place, Answer]:
    """Yield answers in the order of the input, each with the place behind it."""
    import ray

    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    context.target_max_block_size = BLOCK
    waiting = list(_waiting(plan, report.place))
    if not waiting:
        return
    pages = ray.data.from_items(waiting, override_num_blocks=min(len(waiting), TASKS)).map_batches(
        partial(read_batch, work=work), batch_size=1, batch_format="pyarrow", num_cpus=READING
    )
    done = pages.map_batches(
        partial(answer_batch, work=work), batch_size=BATCH, batch_format="pyarrow", num_cpus=PARSING
    )
    for row in done.iter_rows():
        yield pickle.loads(row["answer"])  # noqa: S301 - made by `answer_batch`, in a process of this run


def read_batch(files: pa.Table, work: Conversion) -> Iterator[pa.Table]:
    """Yield the items of some files in batches: what a worker of Ray does to read."""
    from newsparse.engines.batches import batches_of

    for row in files.to_pylist():
        yield from batches_of(row["file"], row["number"], row["first"], work.where, work.options)


def answer_batch(items: pa.Table, work: Conversion) -> pa.Table:
    """Return the answer to a batch of items in one row: what a worker of Ray does to parse."""
    import pyarrow as pa

    from newsparse.arrow import parse_batch
    from newsparse.engines.batches import COLUMNS, outcomes_of

    rows = [row for batch in items.to_batches() for row in parse_batch(batch, COLUMNS).to_pylist()]
    place = Place(rows[-1]["file"], rows[-1]["item"])
    answer = work.answer(outcomes_of(rows, work.where))
    return pa.table({"answer": pa.array([pickle.dumps((place, [answer]))], pa.binary())})


def _waiting(plan: Plan, start: Place) -> Iterator[dict[str, Any]]:
    """Yield the files that have not been read whole, each with the number of items that have."""
    for number, file in enumerate(files(plan.inputs)):
        if number >= start.file:
            yield {"number": number, "file": file, "first": start.item if number == start.file else 0}
