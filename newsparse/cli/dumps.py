"""``newsparse convert``: dumps of pages to articles in files."""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final

import click

from newsparse.article import DERIVED, Article
from newsparse.cli.progress import watching
from newsparse.dumps.journal import Foreign, journal_of
from newsparse.dumps.options import LARGEST, PATIENCE, Columns, Options
from newsparse.dumps.packages import MissingPackage
from newsparse.dumps.pool import PoolError
from newsparse.dumps.record import STDIN
from newsparse.dumps.run import Plan, Report, Unusable
from newsparse.dumps.sinks import Unwritable
from newsparse.dumps.sinks.lines import STDERR
from newsparse.dumps.sources.addresses import is_address
from newsparse.dumps.summary import Summary

USAGE: Final = 2
UNWRITABLE: Final = 3
"""Exit code where the output cannot be written: full, forbidden."""

NO_WORKERS: Final = 4
"""Exit code where processes cannot be started."""

INTERRUPTED: Final = 128 + signal.SIGINT
NOBODY_READS: Final = 141  # what a shell reports of a program that a broken pipe has ended
FIELDS: Final = (*Article.__annotations__, *DERIVED)
ENGINES: Final = {"local": ("newsparse.dumps.run", "run"), "ray": ("newsparse.engines.ray", "run")}
"""Name → module and function that does what a Plan asks for."""


class Dump(click.Path):
    """A path that exists, or an address, which only reading it can tell."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path or address as given."""
        return value if is_address(str(value)) else super().convert(value, param, ctx)


@click.command("convert")
@click.argument("dumps", nargs=-1, required=True, metavar="DUMP…|-", type=Dump(exists=True, allow_dash=True))
@click.option("-o", "--output", default=STDIN, help="*.jsonl, *.jsonl.gz, *.jsonl.zst, *.parquet, or a folder/ for "
              "one JSON file a page. Default: JSON lines to standard output.")  # fmt: skip
@click.option("--errors", help="File for pages without an article. Default: OUTPUT.errors.jsonl, or standard error.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Worker processes. Default: as many as cores.")
@click.option("--resume", is_flag=True, help="Go on with an output that was left unfinished.")
@click.option("--where", default="", metavar="CONDITIONS", help="Pages wanted: 'host=example.org,example.net lang=de'.")
@click.option("--fields", metavar="NAME,…", help="Fields of the article that are written, also text, paragraphs "
              "and captions. Default: all.")  # fmt: skip
@click.option("--page-timeout", type=click.FloatRange(min=0.1), default=PATIENCE, show_default=True,
              help="Seconds for one page.")  # fmt: skip
@click.option("--max-bytes", type=click.IntRange(min=1), default=LARGEST, show_default=True,
              help="Most bytes of one page, unpacked.")  # fmt: skip
@click.option("--html-field", multiple=True, metavar="NAME", help="Field of JSONL, column of Parquet with the page.")
@click.option("--text-field", multiple=True, metavar="NAME", help="The same for raw text.")
@click.option("--url-field", multiple=True, metavar="NAME", help="… for its address.")
@click.option("--id-field", multiple=True, metavar="NAME", help="… for its name.")
@click.option("--date-field", multiple=True, metavar="NAME", help="… for when it was fetched.")
@click.option("--carry", multiple=True, metavar="NAME", help="Other fields to carry along. Default: all.")
@click.option("--engine", type=click.Choice(list(ENGINES)), default="local", show_default=True,
              help="What does the work.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary.")
def convert_command(dumps: tuple[str, ...], output: str, errors: str | None, jobs: int | None, **how: Any) -> None:
    r"""Turn every page of each DUMP into an article; "-" reads standard input.

    A DUMP is a file or folder of pages (HTML or text, also packed), a ZIP, TAR, JSONL, WARC, WET or Parquet file. What
    it is, is told by its content. It may lie elsewhere, as s3://bucket/crawl/. Pages without an article go to the
    error file, with the reason; the run goes on. An unfinished run, however it ended, is finished by the same command
    with --resume.

    Exit codes: 0 the run was finished, 2 wrong usage, 3 the output cannot be written, 4 no processes, 130 interrupted.

    \b
    newsparse convert crawl.warc.gz -o articles.jsonl.zst
    newsparse convert pages/ -o articles.parquet --where lang=de
    newsparse convert crawl.warc.gz -o articles.jsonl.zst --resume
    """
    columns, quiet, engine = _columns(how), how.pop("quiet"), how.pop("engine")
    plan = Plan(
        inputs=dumps,
        output=output,
        errors=errors or _errors_beside(output),
        jobs=jobs or _cores(),
        resume=how["resume"],
        where=how["where"],
        fields=_fields(how["fields"]),
        page_timeout=how["page_timeout"],
        options=Options(columns=columns, largest=how["max_bytes"]),
    )
    report = _guarded(plan, engine, quiet=quiet)
    if not quiet:
        conclude(report, plan)


def _guarded(plan: Plan, engine: str, *, quiet: bool) -> Report:
    """Run a plan; whatever ends it early ends the command with one line and an exit code."""
    try:
        with _terminable(), watching(plan.inputs, quiet=quiet) as watch:
            report: Report = _engine(engine)(plan, watch)
    except (Unusable, Foreign, MissingPackage) as error:
        raise _Ended(str(error), USAGE) from error
    except Unwritable as error:
        raise _Ended(f"{error}{_onwards(plan)}", UNWRITABLE) from error
    except PoolError as error:
        raise _Ended(str(error), NO_WORKERS) from error
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to be said to it at the end
        sys.exit(NOBODY_READS)
    except OSError as error:  # an address where nothing is, or that cannot be reached
        raise _Ended(f"{error.filename or 'a dump'}: {error.strerror or error}", USAGE) from error
    except KeyboardInterrupt:
        raise _Ended(f"interrupted{_onwards(plan)}", INTERRUPTED) from None
    return report


def conclude(report: Report, plan: Plan) -> None:
    """Print what became of the pages, on standard error: a table where rich is there, else a line."""
    if report.finished:
        click.echo(f"newsparse: {plan.output} was finished by an earlier run; nothing was done", err=True)
        return
    try:
        from rich.console import Console

        from newsparse.dumps.tables import show
    except ImportError:
        pass
    else:
        if report.counts["articles"]:
            show(report.summary, Console(stderr=True))
    for line in lines_of(report.counts, report.summary, plan):
        click.echo(line, err=True)


def lines_of(counts: Counter[str], summary: Summary, plan: Plan) -> Iterator[str]:
    """Yield the last words of a run: what was written and where, what failed and why, what was left out."""
    hosts = len(summary.hosts)
    yield f"newsparse: {counts['articles']:,} articles of {hosts:,} hosts in {_named(plan.output)}"
    if counts["errors"]:
        yield f"newsparse: {counts['errors']:,} errors ({_kinds(counts, 'errors: ')}) in {_named(plan.errors)}"
    if skipped := _kinds(counts, "skipped: "):
        yield f"newsparse: left out: {skipped}"


def _kinds(counts: Counter[str], prefix: str) -> str:
    kinds = sorted((key.removeprefix(prefix), count) for key, count in counts.items() if key.startswith(prefix))
    return ", ".join(f"{kind} {count:,}" for kind, count in kinds)


class _Ended(click.ClickException):
    """One line and an exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.exit_code = code  # type: ignore[misc]  # click means it to be set so, too

    def show(self, file: Any = None) -> None:
        click.echo(f"newsparse: {' '.join(self.message.split())}", err=True)


def _engine(name: str) -> Any:
    module, function = ENGINES[name]
    return getattr(import_module(module), function)


def _onwards(plan: Plan) -> str:
    if not os.path.exists(journal_of(plan.output)):
        return ""
    return "; what was written is whole: go on with the same command and --resume"


def _columns(how: dict[str, Any]) -> Columns:
    named = {name: how.pop(f"{option}_field") for name, option in COLUMNS.items()}
    carry = how.pop("carry") or None
    return Columns(**{name: value for name, value in named.items() if value}, carry=carry)


COLUMNS: Final = {"markup": "html", "text": "text", "url": "url", "id": "id", "date": "date"}
"""Role of a column → option that names it."""


def _fields(given: str | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    unknown = [name for name in names if name not in FIELDS]
    if unknown or not names:
        raise click.BadParameter(f"no field {', '.join(unknown) or '…'}; there are {', '.join(FIELDS)}")
    return names


def _errors_beside(output: str) -> str:
    return STDERR if output == STDIN else output.rstrip("/") + ".errors.jsonl"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _named(path: str) -> str:
    return {STDIN: "standard output", STDERR: "standard error"}.get(path, path)


@contextmanager
def _terminable() -> Iterator[None]:
    """Take a polite end (SIGTERM, as batch systems send it) for Ctrl-C."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt
