"""Dumps of pages to articles: many pages, several processes, nothing lost.

    for record in newsparse.dumps.convert("news.warc.gz", jobs=4):
        print(record.source.url, record.article and record.article.title)

The way of a page: ``sources`` (dump → `Page`) → ``pool`` (processes, `Page` → `Record`) → ``sinks`` (JSONL, JSON files,
Parquet). ``run`` ties them together for the command line, with ``journal`` for what has been written safely.

A summary of a run is made where the records are, in the workers, and travels as a small mergeable part of it: an
accumulator has ``add(record)`` and ``merge(other)``, and is picklable.
"""

from newsparse.dumps.convert import convert
from newsparse.dumps.options import Columns, Options
from newsparse.dumps.record import Failure, Page, Record, Source, Trouble

__all__ = ["Columns", "Failure", "Options", "Page", "Record", "Source", "Trouble", "convert"]
