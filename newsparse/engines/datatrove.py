"""Hugging Face datatrove: a step of a pipeline, from documents that hold pages to documents that hold articles.

    from datatrove.pipeline.readers import WarcReader
    from datatrove.pipeline.writers import JsonlWriter
    from newsparse.engines.datatrove import Articles

    pipeline = [WarcReader("s3://bucket/crawl/"), Articles(), JsonlWriter("s3://bucket/articles/")]

It takes ``newsparse[datatrove]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

import pyarrow as pa
from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep

from newsparse.arrow import ERROR, from_row, parse_batch

BATCH: Final = 64
"""Documents parsed at once: enough that a batch costs nothing beside its pages, few enough to be held in memory."""


class Articles(PipelineStep):  # type: ignore[misc]  # a class of the other library
    """Parse the page in each document's text.

    The text becomes the article's, its paragraphs joined by blank lines; ``metadata["article"]`` is the article as
    ``Article.to_dict`` gives it. The address is read from ``metadata["url"]``, the moment of fetching from
    ``metadata["date"]``. A document without an article is dropped and counted in the statistics of the step; with
    *keep* it goes on with an empty text, and ``metadata["error"]`` says why where the page could not be read.
    """

    name = "📰 newsparse"
    type = "🛢 - EXTRAC"

    def __init__(self, keep: bool = False) -> None:
        super().__init__()
        self.keep = keep

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Yield the documents with their articles, in their order."""
        documents = iter(data or ())
        while batch := list(islice(documents, BATCH)):
            with self.track_time("batch"):
                rows = parse_batch(pages_of(batch)).to_pylist()
            for document, row in zip(batch, rows, strict=True):
                fill(document, row)
                outcome = "failed" if row[ERROR] else "article" if document.text else "no article"
                self.stat_update("total", outcome)
                if self.keep or document.text:
                    self.update_doc_stats(document)
                    yield document


def pages_of(documents: Iterable[Document]) -> pa.RecordBatch:
    """Return documents as a batch for ``parse_batch``."""
    rows = [
        {"page": document.text, "url": _text(document.metadata.get("url")), "now": _text(document.metadata.get("date"))}
        for document in documents
    ]
    schema = pa.schema([(name, pa.string()) for name in ("page", "url", "now")])
    return pa.RecordBatch.from_pylist(rows, schema)


def fill(document: Document, row: dict[str, Any]) -> None:
    """Put the article of a row into a document."""
    article = from_row(row)
    if article is None:
        document.text = ""
        document.metadata[ERROR] = row[ERROR]
        return
    document.text = article.text
    document.metadata["article"] = article.to_dict()


def _text(value: Any) -> str | None:
    return None if value is None else str(value).encode("utf-8", "replace").decode("utf-8")
