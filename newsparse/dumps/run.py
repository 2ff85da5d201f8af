"""One run of ``newsparse convert``: input through workers into a sink, committed as it goes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from attrs import define, field, frozen

import newsparse
from newsparse.dumps.journal import Journal, Progress
from newsparse.dumps.options import PATIENCE, Options
from newsparse.dumps.pool import Answers, Pool, here
from newsparse.dumps.record import STDIN
from newsparse.dumps.sinks import Sink, Unwritable
from newsparse.dumps.sinks.files import Files
from newsparse.dumps.sinks.lines import STDERR, Lines
from newsparse.dumps.sinks.parquet import Parquet
from newsparse.dumps.sources import Meter, Place, items
from newsparse.dumps.summary import Summary
from newsparse.dumps.where import Where, where_of
from newsparse.dumps.work import Answer, Conversion, Form, batches

LINES: Final = (".jsonl", ".ndjson", ".jl")
PACKED: Final = (".gz", ".zst")


class Unusable(ValueError):
    """What was asked for cannot be done; the message says why."""


@frozen(kw_only=True)
class Plan:
    """What was asked for."""

    inputs: tuple[str, ...]
    """Files and folders; "-" for standard input."""

    output: str
    """File, folder, or "-" for standard output."""

    errors: str
    """File for the pages without an article."""

    jobs: int
    """Worker processes; 0: none, parse in this one."""

    resume: bool = False
    """Whether to go on with what is there."""

    where: str = ""
    """Conditions, as given."""

    fields: tuple[str, ...] | None = None
    """Fields of the article that are written; None: all."""

    page_timeout: float = PATIENCE
    """Seconds for one page."""

    options: Options = field(factory=Options)
    """How dumps are read."""

    def command(self) -> dict[str, Any]:
        """Return, as JSON types, all that the output depends on; not how many jobs make it."""
        columns = self.options.columns
        return {
            "newsparse": newsparse.__version__,
            "input": [f"{name} ({_size(name)} bytes)" for name in self.inputs],
            "error file": self.errors,
            "--where": self.where,
            "--fields": list(self.fields) if self.fields is not None else None,
            "column": [*columns.markup, *columns.text, *columns.url, *columns.id, *columns.date],
            "--carry": list(columns.carry) if columns.carry is not None else None,
            "--max-bytes": self.options.largest,
        }


@define
class Report:
    """What a run has done so far."""

    summary: Summary = field(factory=Summary)
    """Records, counted by host."""

    counts: Counter[str] = field(factory=Counter)
    """``articles``, ``errors`` and what was skipped, by kind."""

    place: Place = field(factory=Place)
    """How far the input has been read, by items."""

    meter: Meter = field(factory=Meter)
    """How far it has been read, by bytes."""

    finished: bool = False
    """Whether there was nothing to go on with, because an earlier run came to its end."""


Watch = Callable[[Report], None]
"""Called after every batch."""


def form_of(output: str) -> Form:
    """Return what is to be written to a path, by its name; raises Unusable for one that says nothing."""
    bare = next((output.removesuffix(suffix) for suffix in PACKED if output.endswith(suffix)), output)
    if output == STDIN or bare.endswith(LINES) or output.startswith("/dev/"):
        return "lines"
    if output.endswith(".parquet"):
        return "parquet"
    if output.endswith("/") or os.path.isdir(output) or not Path(output).suffix:
        return "files"
    raise Unusable(f"{output}: the name has to end in .jsonl, .jsonl.gz, .jsonl.zst, .parquet, or in / for a folder")


Workers = Callable[[Plan, Conversion, Report], Answers[Place, Answer]]
"""Who does the work: from the place that a report has reached, answers in the order of the input."""


def processes(plan: Plan, work: Conversion, report: Report) -> Answers[Place, Answer]:
    """Let processes of this machine do the work, or this one."""
    source = batches(items(plan.inputs, plan.options, report.place, report.meter))
    return Pool(work, plan.jobs, plan.page_timeout).answers(source) if plan.jobs else here(work, source)


def run(plan: Plan, watch: Watch, workers: Workers = processes) -> Report:
    """Do what was asked for and return what became of it.

    Raises Unusable, Foreign, Unwritable, MissingPackage, PoolError; whatever is raised, KeyboardInterrupt included,
    leaves behind an output that is whole up to the last commit, with a journal to go on from.
    """
    where = _where(plan.where)
    _check_apart(plan)
    form = form_of(plan.output)
    journal = Journal(plan.output, plan.command()) if _lasting(plan.output) else None
    if plan.resume and journal is None:
        raise Unusable("--resume takes an output that can be gone on with: a file or a folder")
    work = Conversion(form, plan.fields, where, plan.options)
    try:
        done = _begin(plan, journal)
        if done is None:
            return Report(finished=True)
        with _blamed(plan.output):
            sink = _sink(plan, form, done)
        with closing(sink), closing(_error_file(plan, done)) as errors:
            return _Run(plan, journal, sink, errors, Report(done.summary, done.counts, done.place)).go(
                work, workers, watch
            )
    finally:
        if journal is not None:
            journal.close()


def _begin(plan: Plan, journal: Journal | None) -> Progress | None:
    """Return from where to go on; None where there is nothing left to do."""
    if journal is None:
        return Progress()
    journalled, there = journal.path.exists(), _holds_something(plan.output)
    if plan.resume and journalled:
        with _blamed(str(journal.path)):
            return journal.resume()
    if plan.resume and there:
        return None
    if there or journalled:
        hint = "go on with --resume, or remove both" if journalled else "remove it or choose another name"
        raise Unusable(f"{plan.output} exists{f' with {journal.path.name}' if journalled else ''}; {hint}")
    if _lasting(plan.errors) and _holds_something(plan.errors):
        raise Unusable(f"{plan.errors} exists; remove it or choose another name with --errors")
    with _blamed(plan.output):
        journal.begin()
    return Progress()


@define
class _Run:
    plan: Plan
    journal: Journal | None
    sink: Sink
    errors: Lines
    report: Report
    fresh: Summary = field(factory=Summary)
    """Counted since the last commit."""
    fresh_counts: Counter[str] = field(factory=Counter)
    pending: int = 0
    """Records since the last commit."""

    def go(self, work: Conversion, workers: Workers, watch: Watch) -> Report:
        with closing(workers(self.plan, work, self.report)) as answered:
            for place, answers in answered:
                for answer in answers:
                    self.take(answer)
                self.report.place = place
                if self.pending >= self.sink.interval:
                    self.commit()
                watch(self.report)
        with _blamed(self.plan.output):
            self.sink.finish()
        self.commit()
        if self.journal is not None:
            self.journal.end()
        return self.report

    def take(self, answer: Answer) -> None:
        with _blamed(self.plan.output):
            self.sink.write(answer.rows)
        with _blamed(self.plan.errors):
            self.errors.write(answer.errors)
        self.pending += answer.counts["articles"] + answer.counts["errors"]
        self.fresh.merge(answer.summary)
        self.fresh_counts.update(answer.counts)
        self.report.summary.merge(answer.summary)
        self.report.counts.update(answer.counts)

    def commit(self) -> None:
        with _blamed(self.plan.output):
            sink = self.sink.commit()
        with _blamed(self.plan.errors):
            errors = self.errors.commit()
        if self.journal is not None:
            with _blamed(str(self.journal.path)):
                self.journal.commit(self.report.place, sink, errors, self.fresh, self.fresh_counts)
        self.fresh, self.fresh_counts, self.pending = Summary(), Counter(), 0


def _sink(plan: Plan, form: Form, done: Progress) -> Sink:
    if form == "parquet":
        return Parquet(plan.output, done.sink, plan.fields)
    return Files(plan.output, done.sink) if form == "files" else Lines(plan.output, done.sink)


def _error_file(plan: Plan, done: Progress) -> Lines:
    """Return the error file; what a run before this one left there without a commit does not count."""
    with _blamed(plan.errors):
        if plan.resume and not done.errors and os.path.isfile(plan.errors):
            os.unlink(plan.errors)
        return Lines(plan.errors, done.errors, lazy=True)


def _where(text: str) -> Where:
    try:
        return where_of(text)
    except ValueError as error:
        raise Unusable(f"--where: {error}") from error


def _check_apart(plan: Plan) -> None:
    """Raise Unusable where what is written would lie among what is read."""
    for folder in map(os.path.realpath, filter(os.path.isdir, plan.inputs)):
        for path in filter(_lasting, (plan.output, plan.errors)):
            if os.path.realpath(path).startswith(os.path.join(folder, "")):
                raise Unusable(f"{path} lies in {folder}, which is read: choose a place outside of it")


@contextmanager
def _blamed(path: str) -> Iterator[None]:
    """Turn an error of the system into one that names the output; a pipe that nobody reads stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Unwritable(f"{path}: {error.strerror or error}") from error


def _lasting(path: str) -> bool:
    """Whether a path is, or will be, a file or folder rather than a pipe or device."""
    return path not in (STDIN, STDERR) and (not os.path.exists(path) or os.path.isfile(path) or os.path.isdir(path))


def _holds_something(path: str) -> bool:
    if os.path.isdir(path):
        with os.scandir(path) as entries:
            return any(True for _ in entries)
    return os.path.exists(path)


def _size(path: str) -> int:
    with suppress(OSError):
        return os.path.getsize(path) if os.path.isfile(path) else 0
    return 0
