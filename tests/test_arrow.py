"""Articles as Arrow rows, and batches of pages to batches of articles."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

import newsparse
from newsparse import Article, Evidence
from tests import fixture_pages
from tests.test_export import FULL

pa = pytest.importorskip("pyarrow")
arrow = pytest.importorskip("newsparse.arrow")

PAGE = (
    "<html lang=en><title>Ferry line closes</title><h1>Ferry line closes</h1>"
    + "<p>After ninety years the last boat leaves the harbour on Friday, the owner of the line said.</p>" * 4
)


def batch(**columns: list[Any]) -> Any:
    return pa.RecordBatch.from_pydict(columns)


def parsed(**columns: list[Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = arrow.parse_batch(batch(**columns)).to_pylist()
    return rows


def test_the_schema_has_every_field_of_the_article_and_the_error():
    assert arrow.SCHEMA.names == [*attrs.fields_dict(Article), "error"]


def test_the_schema_names_its_version():
    assert arrow.SCHEMA.metadata[b"newsparse.schema_version"] == newsparse.export.SCHEMA_VERSION.encode()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (("title",), "string"),
        (("published",), "string"),
        (("keywords",), "list<item: string>"),
        (("access", "body_complete"), "bool"),
        (("evidence",), "map<string, struct<source: string, trust: double, rule: string, raw: string, note: string>>"),
    ],
)
def test_the_schema_follows_the_classes(path: tuple[str, ...], kind: str):
    found = arrow.SCHEMA.field(path[0]).type
    for name in path[1:]:
        found = found.field(name).type
    assert str(found).startswith(kind[:40])


def test_an_article_comes_back_from_its_row_as_it_was():
    (row,) = arrow.batch_of([arrow.to_row(FULL)]).to_pylist()
    assert arrow.from_row(row) == FULL
    assert arrow.from_row(row).evidence == FULL.evidence


def test_an_article_without_anything_comes_back_too():
    (row,) = arrow.batch_of([arrow.to_row(Article())]).to_pylist()
    assert arrow.from_row(row) == Article()


@pytest.mark.parametrize("stamp", ["2024-05-03T08:15:00", "2024-05-03T08:15:00+05:30", "2024-05-03T08:15:00+00:00"])
def test_an_instant_keeps_its_offset_or_the_lack_of_one(stamp: str):
    article = Article(published=datetime.fromisoformat(stamp))
    (row,) = arrow.batch_of([arrow.to_row(article)]).to_pylist()
    assert row["published"] == stamp
    assert arrow.from_row(row).published.tzinfo == datetime.fromisoformat(stamp).tzinfo


def test_half_a_character_that_no_file_can_hold_becomes_a_question_mark():
    article = Article(title="Ferry \ud83d", evidence={"title": Evidence("block 1", 0.5, "title", raw="\udc00")})
    (row,) = arrow.batch_of([arrow.to_row(article)]).to_pylist()
    assert row["title"] == "Ferry ?"
    assert dict(row["evidence"])["title"]["raw"] == "?"


def test_every_fixture_page_gives_the_article_that_parse_gives():
    pages = fixture_pages.pages()
    rows = parsed(page=[p.content for p in pages], url=[p.url for p in pages], now=[p.now for p in pages])
    assert [arrow.from_row(row) for row in rows] == [fixture_pages.parse(page) for page in pages]


def test_a_page_may_be_text_or_bytes():
    assert parsed(page=[PAGE])[0]["title"] == parsed(page=[PAGE.encode()])[0]["title"] == "Ferry line closes"


def test_other_columns_are_carried_along_as_they_are():
    pages = batch(id=[7, 8], page=[PAGE, ""], meta=[{"crawl": "a"}, None])
    made = arrow.parse_batch(pages)
    assert made.column("id").equals(pages.column("id"))
    assert made.column("meta").equals(pages.column("meta"))
    assert "page" not in made.schema.names


def test_a_carried_column_that_the_article_has_too_is_called_page_something():
    (row,) = parsed(page=[PAGE], url=["https://paper.example/a?utm=b"], title=["from the feed"])
    assert row["page_url"] == "https://paper.example/a?utm=b"
    assert row["page_title"] == "from the feed"
    assert row["title"] == "Ferry line closes"


def test_two_carried_columns_never_get_one_name():
    made = arrow.parse_batch(batch(page=[PAGE], title=["a"], page_title=["b"]))
    assert made.schema.names[:2] == ["page_page_title", "page_title"]
    assert len(set(made.schema.names)) == len(made.schema.names)


def test_the_schema_of_the_result_is_known_beforehand():
    pages = batch(page=[PAGE], url=["https://paper.example/a"], id=[1])
    assert arrow.parse_batch(pages).schema.equals(arrow.output_schema(pages.schema), check_metadata=True)


@pytest.mark.parametrize(
    ("page", "error"),
    [(b"", "empty"), (b"%PDF-1.7 \x00\x01", "not text"), (None, "there is no page")],
)
def test_a_page_that_fails_gives_an_error_and_nulls_and_the_others_their_articles(page: bytes | None, error: str):
    first, failed, last = parsed(id=[1, 2, 3], page=[PAGE.encode(), page, PAGE.encode()])
    assert error in failed.pop("error")
    assert failed.pop("id") == 2
    assert set(failed.values()) == {None}
    assert first["title"] == last["title"] == "Ferry line closes"
    assert first["error"] is last["error"] is None


def test_a_mistake_in_the_library_fails_one_page_and_not_the_batch(monkeypatch: pytest.MonkeyPatch):
    def broken(content: str, **_: Any) -> Article:
        if content == "bad":
            raise KeyError("missing")
        return Article(title=content)

    monkeypatch.setattr(newsparse, "parse", broken)
    assert [(row["title"], row["error"]) for row in parsed(page=["bad", "good"])] == [
        (None, "the parser failed: KeyError: 'missing'"),
        ("good", None),
    ]


@pytest.mark.parametrize("page", [PAGE, ""])
def test_a_row_without_an_article_is_none_as_an_article(page: str):
    (row,) = parsed(page=[page])
    assert (arrow.from_row(row) is None) == (row["error"] is not None) == (page == "")


@pytest.mark.parametrize(
    "now",
    [
        datetime(2024, 5, 3, 12, tzinfo=UTC),
        "2024-05-03T12:00:00+00:00",
        date(2024, 5, 3),
        pa.scalar(1714737600_000_000_001, pa.timestamp("ns", "UTC")),
    ],
)
def test_the_moment_of_fetching_may_be_an_instant_of_any_precision_a_day_or_iso_text(now: Any):
    told: list[Any] = []
    article = Article(title="seen")

    def spy(content: str, *, now: datetime | None) -> Article:
        told.append(now)
        return article

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(newsparse, "parse", spy)
        arrow.parse_batch(pa.RecordBatch.from_pydict({"page": ["x"], "now": pa.array([now])}))
    assert told[0].date() == date(2024, 5, 3)


def test_a_moment_of_fetching_that_cannot_be_read_leaves_a_warning():
    (row,) = parsed(page=[PAGE], now=["yesterday-ish"])
    assert row["warnings"][-1] == "moment of fetching not read: 'yesterday-ish'"


def test_the_charset_of_the_header_is_used_for_bytes():
    page = PAGE.replace("Ferry line", "Fähre").encode("latin-1")
    assert parsed(page=[page], encoding=["iso-8859-1"])[0]["title"] == "Fähre closes"


def test_columns_may_have_other_names():
    columns = arrow.Columns(page="html", url="link")
    made = arrow.parse_batch(batch(html=[PAGE], link=["https://paper.example/a"]), columns)
    assert made.column("url").to_pylist() == ["https://paper.example/a"]


def test_bytes_and_text_may_stand_in_two_columns():
    pages = pa.RecordBatch.from_pydict({"page": [PAGE.encode(), None, None], "raw": [None, PAGE, None]})
    made = arrow.parse_batch(pages, arrow.Columns(text="raw"))
    assert made.column("title").to_pylist() == ["Ferry line closes", "Ferry line closes", None]
    assert made.schema.names == arrow.SCHEMA.names


def test_an_empty_batch_gives_an_empty_batch():
    made = arrow.parse_batch(pa.RecordBatch.from_pydict({"page": pa.array([], pa.binary())}))
    assert made.num_rows == 0
    assert made.schema.names == arrow.SCHEMA.names


@pytest.mark.parametrize(("columns", "why"), [({"html": ["x"]}, "no column 'page'"), ({"page": [1]}, "holds int64")])
def test_a_batch_that_has_no_pages_is_a_wrong_call(columns: dict[str, list[Any]], why: str):
    with pytest.raises(ValueError, match=why):
        parsed(**columns)


def test_without_pyarrow_the_message_names_the_extra():
    code = "import sys; sys.modules['pyarrow'] = None\nimport newsparse.arrow"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'newsparse[dumps]'" in run.stderr
