"""Apache Spark: pages in a DataFrame to articles in a DataFrame, through ``DataFrame.mapInArrow``.

    from newsparse.engines.spark import parse_pages

    pages = spark.read.parquet("s3a://bucket/pages/")  # columns page, url, now, …
    parse_pages(pages).write.parquet("s3a://bucket/articles/")

It takes ``newsparse[spark]``; newsparse has to be installed where Spark's executors run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from newsparse.arrow import Columns, output_schema, parse_batch

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType


def parse_batches(batches: Iterable[pa.RecordBatch], columns: Columns = Columns()) -> Iterator[pa.RecordBatch]:
    """Parse batches of pages, one by one: the function for ``DataFrame.mapInArrow``."""
    for batch in batches:
        yield parse_batch(batch, columns)


def schema_of(frame: DataFrame, columns: Columns = Columns()) -> StructType:
    """Return the schema that goes with it for a frame of pages; raises ValueError where no column holds pages."""
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    return from_arrow_schema(output_schema(to_arrow_schema(frame.schema), columns))


def parse_pages(frame: DataFrame, columns: Columns = Columns()) -> DataFrame:
    """Return the articles of a frame of pages: its columns without the page, then those of ``newsparse.arrow.SCHEMA``.

    Raises ValueError where no column holds pages. Nothing is parsed before the result is used.
    """
    return frame.mapInArrow(partial(parse_batches, columns=columns), schema_of(frame, columns))
