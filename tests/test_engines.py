"""Engines for many machines, each on a cluster of this one: they give the rows that ``parse_batch`` gives here.

Run with ``pytest -m engines``; what is not installed is skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse
from tests import fixture_pages

pytestmark = [
    pytest.mark.engines,
    # What other libraries warn of while they start is theirs to mend.
    pytest.mark.filterwarnings("ignore"),
]
pa = pytest.importorskip("pyarrow")
PAGES = list(fixture_pages.pages())


def pages() -> dict[str, list[Any]]:
    """Every fixture page, one that is empty and one that is null; a column to be carried along."""
    return {
        "id": [*range(len(PAGES)), -1, -2],
        "page": [*(page.content for page in PAGES), b"", None],
        "url": [*(page.url for page in PAGES), None, None],
        "now": [*(page.now and page.now.isoformat() for page in PAGES), None, None],
    }


def parsed_here() -> list[dict[str, Any]]:
    from newsparse import arrow

    rows: list[dict[str, Any]] = arrow.parse_batch(pa.RecordBatch.from_pydict(pages())).to_pylist()
    return rows


# --- Spark


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("Spark takes Java, which is not installed")
    from pyspark.sql import SparkSession

    options = {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
    builder = SparkSession.builder.master("local[2]").appName("newsparse").config(map=options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)  # else the workers are those of the first python3 of the PATH
        session = builder.getOrCreate()
        yield session
        session.stop()


def frame_of(spark: Any) -> Any:
    rows = list(zip(*pages().values(), strict=True))
    return spark.createDataFrame(rows, "id long, page binary, url string, now string").repartition(3)


def test_spark_gives_the_rows_that_the_function_gives(spark: Any):
    from newsparse.engines.spark import parse_pages

    found = parse_pages(frame_of(spark)).toArrow().sort_by([("id", "descending")])
    expected = pa.Table.from_pylist(parsed_here(), schema=found.schema).sort_by([("id", "descending")])
    assert found.to_pylist() == expected.to_pylist()


def test_spark_takes_the_function_and_the_schema_as_they_are(spark: Any):
    from newsparse.engines.spark import parse_batches, schema_of

    frame = frame_of(spark)
    found = frame.mapInArrow(parse_batches, schema_of(frame)).select("id", "title", "access.status", "error").collect()
    expected = {row["id"]: (row["title"], (row["access"] or {}).get("status"), row["error"]) for row in parsed_here()}
    assert {row["id"]: (row["title"], row["status"], row["error"]) for row in found} == expected


def test_spark_is_told_before_it_starts_that_there_are_no_pages(spark: Any):
    from newsparse.engines.spark import parse_pages

    with pytest.raises(ValueError, match="no column 'page'"):
        parse_pages(spark.createDataFrame([("x",)], "html string"))


# --- datatrove


def documents() -> list[Any]:
    from datatrove.data import Document

    return [
        Document(
            text=page.content.decode("utf-8", "replace"), id=page.slug, metadata={"url": page.url, "date": page.now}
        )
        for page in PAGES
    ]


def test_datatrove_gives_the_articles_that_parse_gives():
    pytest.importorskip("datatrove")
    from newsparse.engines.datatrove import Articles

    found = {document.id: document for document in Articles(keep=True)(documents())}
    for page in PAGES:
        article = newsparse.parse(page.content.decode("utf-8", "replace"), page.url, now=page.now)
        assert found[page.slug].metadata["article"] == article.to_dict()
        assert found[page.slug].text == article.text


def test_datatrove_runs_it_as_a_step_of_a_pipeline(tmp_path: Path):
    pytest.importorskip("datatrove")
    from datatrove.executor import LocalPipelineExecutor

    from newsparse.engines.datatrove import Articles

    def write(data: Iterable[Any], rank: int, world_size: int) -> Iterator[Any]:
        rows = [{"id": document.id, "text": document.text, "metadata": document.metadata} for document in data]
        (tmp_path / "out.json").write_text(json.dumps(rows, default=str), encoding="utf-8")
        yield from ()

    LocalPipelineExecutor([documents(), Articles(), write], logging_dir=str(tmp_path / "log")).run()
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in found] == [page.slug for page in PAGES if fixture_pages.parse(page).text]
    assert all(row["text"] == "\n\n".join(b["text"] for b in row["metadata"]["article"]["body"]) for row in found)


def test_datatrove_drops_what_holds_no_article_and_counts_it():
    pytest.importorskip("datatrove")
    from datatrove.data import Document

    from newsparse.engines.datatrove import Articles

    step = Articles()
    assert list(step([Document(text="", id="empty")])) == []
    assert step.stats.stats["failed"].total == 1


def test_datatrove_keeps_it_where_that_is_asked_for():
    pytest.importorskip("datatrove")
    from datatrove.data import Document

    from newsparse.engines.datatrove import Articles

    (document,) = Articles(keep=True)([Document(text="", id="empty", metadata={"a": 1})])
    assert (document.text, document.metadata) == ("", {"a": 1, "error": "the page is empty"})


# --- Ray


def test_ray_writes_what_the_local_engine_writes(tmp_path: Path):
    pytest.importorskip("ray")
    dump = tmp_path / "dump"
    dump.mkdir()
    for page in PAGES:
        (dump / f"{page.slug}.html").write_bytes(page.content)
    lines = [{"id": p.slug, "html": p.content.decode("utf-8", "replace"), "url": p.url, "mood": "calm"} for p in PAGES]
    broken = ["{broken", json.dumps({"id": "empty", "html": " "}), json.dumps({"id": "none"})]
    (dump / "pages.jsonl").write_text("\n".join([*map(json.dumps, lines), *broken]), encoding="utf-8")
    outputs = [converted(dump, tmp_path / engine, engine) for engine in ("local", "ray")]
    assert outputs[0] == outputs[1]
    assert len(outputs[0]["out.jsonl"].splitlines()) == 2 * len(PAGES)


def converted(dump: Path, folder: Path, engine: str) -> dict[str, str]:
    """Run the command; return what it wrote, by file."""
    folder.mkdir()
    arguments = [str(dump), "-o", "out.jsonl", "--jobs", "2", "--engine", engine]
    command = [sys.executable, "-c", "from newsparse.cli import main; main()", "convert", *arguments]
    environment = os.environ | {"PYTHONPATH": str(Path(newsparse.__file__).parent.parent)}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())}


def test_ray_says_that_it_cannot_read_standard_input(tmp_path: Path):
    pytest.importorskip("ray")
    from newsparse.dumps.run import Plan, Unusable
    from newsparse.engines.ray import run

    plan = Plan(inputs=("-",), output=str(tmp_path / "out.jsonl"), errors=str(tmp_path / "errors.jsonl"), jobs=1)
    with pytest.raises(Unusable, match="standard input"):
        run(plan, lambda report: None)
