"""What became of the pages of each host: counting, and the table, JSON and page of it."""

from __future__ import annotations

import gzip
import json
import pickle
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from newsparse import Access, AccessStatus, Article, BodyBlock, BodyKind
from newsparse.cli import main
from newsparse.dumps.outputs import Unread, rows_of, summary_of
from newsparse.dumps.record import Record, Source, Trouble, failed
from newsparse.dumps.summary import NOWHERE, Summary
from newsparse.dumps.summary_page import page
from newsparse.dumps.tables import percent

TEXT = (BodyBlock(BodyKind.PARAGRAPH, "The last ferry leaves at noon."),)


def record(host: str | None = "paper.example", **fields: Any) -> Record:
    source = Source(file="dump", url=f"https://{host}/a" if host else None)
    return Record(source=source, article=Article(**{"body": TEXT, **fields}))


def failure(host: str = "paper.example") -> Record:
    return failed(Source(file="dump", url=f"https://{host}/a"), Trouble.PAGE, "the page is empty")


def counted(*records: Record) -> Summary:
    summary = Summary()
    for one in records:
        summary.add(one)
    return summary


# --- counting


def test_pages_are_articles_or_read_without_one_or_errors():
    total = counted(record(), record(), record(body=()), failure()).total
    assert (total.pages, total.articles, total.empty, total.errors) == (4, 2, 1, 1)


def test_fill_rates_are_those_of_articles():
    total = counted(record(title="Ferry"), record(), record(body=(), title="Front page"), failure()).total
    assert total.count("title").rate == 0.5


@pytest.mark.parametrize("empty", [{}, {"access": Access()}, {"access": Access(notices=("Log in",))}])
def test_access_counts_where_its_status_is_known(empty: dict[str, Any]):
    free = Access(AccessStatus.FREE)
    assert counted(record(access=free), record(**empty)).total.filled["access"] == 1


def test_hosts_are_counted_apart_and_pages_without_address_too():
    summary = counted(record("a.example"), record("a.example"), record("b.example"), record(None))
    assert {host: tally.pages for host, tally in summary.hosts.items()} == {"a.example": 2, "b.example": 1, NOWHERE: 1}


def test_the_parts_of_a_run_add_up_to_the_whole():
    records = [record("a.example", title="A"), failure("b.example"), record("b.example"), record("a.example", body=())]
    first, second = counted(*records[:2]), pickle.loads(pickle.dumps(counted(*records[2:])))
    second.merge(first)
    assert second.to_dict() == counted(*records).to_dict()


def test_a_host_that_falls_behind_is_named_with_the_field():
    sound = [record(f"paper{n % 6}.example", title="Ferry") for n in range(120)]
    broken = [record("broken.example") for _ in range(20)]
    (lag,) = counted(*sound, *broken).lags()
    assert (lag.host, lag.field, lag.count.there, lag.count.of) == ("broken.example", "title", 0, 20)


def test_a_host_whose_pages_hold_no_articles_is_named():
    sound = [record(f"paper{n % 6}.example") for n in range(120)]
    (lag,) = counted(*sound, *[failure("broken.example") for _ in range(20)]).lags()
    assert (lag.host, lag.field) == ("broken.example", "article")


# --- reading back what a conversion wrote


def written(path: Path, *rows: Any) -> Path:
    lines = "".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(packed(path.suffix)(lines))
    return path


def packed(suffix: str) -> Callable[[bytes], bytes]:
    if suffix == ".gz":
        return gzip.compress
    if suffix == ".zst":
        compress: Callable[[bytes], bytes] = pytest.importorskip("zstandard").compress
        return compress
    return bytes


ROWS = [record(title="Ferry").to_dict(), record(body=()).to_dict(), failure().to_dict()]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"])
def test_the_lines_of_a_conversion_give_the_summary_that_the_conversion_gave(tmp_path: Path, name: str):
    summary = summary_of(rows_of(written(tmp_path / name, *ROWS)))  # type: ignore[arg-type]
    assert summary.to_dict() == counted(record(title="Ferry"), record(body=()), failure()).to_dict()


def test_so_do_the_rows_of_a_parquet_file(tmp_path: Path):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    from newsparse import arrow

    articles = [
        arrow.to_row(Article(body=TEXT, title="Ferry")),
        arrow.to_row(Article()),
        {"error": "the page is empty"},
    ]
    made = arrow.batch_of(articles).append_column("page_url", pa.array(["https://paper.example/a"] * 3))
    parquet.write_table(pa.Table.from_batches([made]), tmp_path / "out.parquet")
    summary = summary_of(rows_of(tmp_path / "out.parquet"))  # type: ignore[arg-type]
    assert summary.to_dict() == counted(record(title="Ferry"), record(body=()), failure()).to_dict()


def test_articles_alone_are_counted_by_the_address_they_declare(tmp_path: Path):
    article = Article(body=TEXT, url="https://paper.example/a")
    summary = summary_of(rows_of(written(tmp_path / "a.jsonl", article.to_dict())))  # type: ignore[arg-type]
    assert list(summary.hosts) == ["paper.example"]


def test_only_fields_that_were_written_are_counted(tmp_path: Path):
    row = {"source": {"url": "https://paper.example/a"}, "article": {"title": "Ferry", "authors": []}}
    summary = summary_of(rows_of(written(tmp_path / "a.jsonl", row)))  # type: ignore[arg-type]
    assert summary.to_dict()["total"]["filled"] == {"title": 1, "authors": 0}


def test_the_files_of_a_folder_are_read_together(tmp_path: Path):
    written(tmp_path / "part-0.jsonl", ROWS[0])
    written(tmp_path / "part-1.jsonl.gz", ROWS[1])
    (tmp_path / "_SUCCESS").touch()
    assert len(list(rows_of(tmp_path))) == 2


@pytest.mark.parametrize("line", ["{broken\n", "17\n", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")])
def test_a_line_that_is_no_row_is_reported_and_the_next_is_read(tmp_path: Path, line: str):
    first, second = rows_of(written(tmp_path / "a.jsonl", line.rstrip("\n") + "\n", ROWS[0]))
    assert isinstance(first, Unread)
    assert first.where.endswith("a.jsonl:1")
    assert second == ROWS[0]


def test_packing_that_ends_too_early_is_reported_after_what_can_be_read(tmp_path: Path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(json.dumps(row).encode() + b"\n" for row in ROWS * 2000))[:-20])
    *rows, last = rows_of(path)
    assert len(rows) > 1000
    assert isinstance(last, Unread)


# --- showing it


@pytest.mark.parametrize(
    ("rate", "shown"),
    [(0, "0 %"), (0.004, "<1 %"), (0.5, "50 %"), (0.996, ">99 %"), (1, "100 %")],
)
def test_a_share_is_shown_as_none_or_all_only_where_it_is(rate: float, shown: str):
    assert percent(rate) == shown


def stats(*arguments: Any) -> Result:
    return CliRunner().invoke(main, ["stats", *map(str, arguments)])


@pytest.fixture
def output(tmp_path: Path) -> Path:
    sound = [record(f"paper{n % 6}.example", title="Ferry").to_dict() for n in range(120)]
    broken = [record("broken.example").to_dict() for _ in range(20)]
    return written(tmp_path / "out.jsonl", *sound, *broken, failure().to_dict())


def test_stats_prints_pages_by_host_fields_and_who_falls_behind(output: Path):
    pytest.importorskip("rich")
    run = stats(output)
    assert run.exit_code == 0
    assert re.search(r"paper0\.example +20 +20 +0 +0", run.output)
    assert re.search(r"all +141 +140 +0 +1", run.output)
    assert re.search(r"title +title +86 %", run.output)
    assert "Behind: broken.example: title in 0 of 20 articles (0 %); the others: >99 %" in run.output


def test_stats_prints_json(output: Path):
    found = json.loads(stats("--format", "json", output).output)
    assert found["total"]["pages"] == 141
    assert found["hosts"][0] == {**found["hosts"][0], "host": "broken.example", "pages": 20, "no_article": 0}
    assert [(lag["host"], lag["field"]) for lag in found["behind"]] == [("broken.example", "title")]


def test_a_host_is_not_taken_for_the_markup_of_the_table(tmp_path: Path):
    pytest.importorskip("rich")
    row = {"source": {"url": "https://[bold]x\x1b[31m.example/"}, "article": {"title": "a", "body": [1]}}
    other = {"source": {"url": "https://a\x1b]0;b.example/"}, "article": {"title": "a", "body": [1]}}
    run = stats(written(tmp_path / "a.jsonl", row, other))
    assert run.exit_code == 0
    assert "\x1b" not in run.output


def test_what_cannot_be_read_is_said_and_gives_exit_code_1(tmp_path: Path):
    run = stats("--format", "json", written(tmp_path / "a.jsonl", ROWS[0], "{"))
    assert run.exit_code == 1
    assert "a.jsonl:2: not JSON" in run.stderr
    assert json.loads(run.stdout)["total"]["pages"] == 1


def test_what_no_conversion_wrote_is_said(tmp_path: Path):
    run = stats(written(tmp_path / "pages.jsonl", {"html": "<p>x", "id": 7}))
    assert run.exit_code == 1
    assert "pages.jsonl:1: no record of a conversion and no article" in run.stderr


def test_several_outputs_are_counted_together(tmp_path: Path):
    out, errors = written(tmp_path / "out.jsonl", ROWS[0]), written(tmp_path / "errors.jsonl", ROWS[2])
    assert json.loads(stats("--format", "json", out, errors).output)["total"]["errors"] == 1


# --- the page


class Tags(HTMLParser):
    """Notes elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_the_page_loads_nothing_and_runs_nothing():
    tags = Tags()
    made = page(counted(record(), failure()), "Articles")
    tags.feed(made)
    assert not {tag for tag, _ in tags.seen} & {"script", "link", "img", "iframe", "object"}
    assert not any(name in ("src", "href") or name.startswith("on") for _, attrs in tags.seen for name in attrs)
    assert "url(" not in made
    assert "default-src 'none'" in made


def test_whatever_a_host_is_called_is_text_on_the_page():
    made = page(counted(record("<b onclick=a>.example")), "Articles of <i>out</i>")
    assert "<b " not in made
    assert "<i>out" not in made
    assert "&lt;i&gt;out&lt;/i&gt;" in made


def test_the_page_has_a_bar_for_every_field_and_host(output: Path):
    made = stats("--format", "html", output).output
    assert made.count('<div class="bars">') == 1 + 8  # the whole, and eight hosts
    assert "broken.example: title in 0 of 20 articles" in made


def test_the_page_suits_a_phone_and_the_dark():
    made = page(Summary(), "Articles")
    assert 'name="viewport" content="width=device-width, initial-scale=1"' in made
    assert "prefers-color-scheme: dark" in made
