"""Files and folders, archives, JSONL, Parquet: what is read of each, and what damage costs."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsparse.dumps import Columns, Record
from newsparse.dumps.record import Skipped, Trouble
from newsparse.dumps.sources.kinds import Kind, kind_of
from tests.dumps.building import failures, jsonl, opened, packed, page, pages, read, warc

zstandard = pytest.importorskip("zstandard")


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return path


def tarball(path: Path, members: dict[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as made:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
    return path


class TestKind:
    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (page(), Kind.PAGE),
            (b"Some raw text of a page.\n", Kind.PAGE),
            (warc(1), Kind.WARC),
            (jsonl({"html": "<p>x"}), Kind.JSONL),
            (b"PAR1\x15\x04", Kind.PARQUET),
            (b"PK\x03\x04\x14\0", Kind.ZIP),
            (b"\x89PNG\r\n\x1a\n\0\0\0", Kind.BINARY),
            (b"{{ a template that was never filled }}", Kind.PAGE),
        ],
    )
    def test_is_told_by_the_first_bytes(self, content: bytes, kind: Kind) -> None:
        assert kind_of(content, "misleading.bin") is kind

    def test_is_seen_through_the_packing(self) -> None:
        assert kind_of(gzip.compress(warc(1)), "pages.html") is Kind.WARC
        assert kind_of(zstandard.compress(jsonl({"html": "x"})), "pages.html") is Kind.JSONL

    def test_a_name_counts_where_the_content_says_no_more_than_text(self) -> None:
        assert kind_of(b"body { color: red }", "site.css") is Kind.OTHER
        assert kind_of(b"broken line\n", "pages.jsonl.gz") is Kind.JSONL

    def test_an_object_laid_out_in_lines_is_no_jsonl(self) -> None:
        assert kind_of(b'{\n  "title": "x"\n}\n', "expected.json") is Kind.OTHER


class TestFolder:
    def test_files_come_by_name_and_hidden_ones_do_not(self, tmp_path: Path) -> None:
        for name in ("b.html", "a.html", "sub/c.txt", ".hidden.html", ".git/x.html"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(page())
        assert [Path(item.source.file).name for item in pages(read(tmp_path))] == ["a.html", "b.html", "c.txt"]

    def test_packed_pages_are_unpacked(self, tmp_path: Path) -> None:
        (tmp_path / "a.html.gz").write_bytes(gzip.compress(page(7)))
        (tmp_path / "b.html.zst").write_bytes(zstandard.compress(page(8)))
        assert [item.content for item in pages(read(tmp_path))] == [page(7), page(8)]

    def test_what_lies_beside_pages_is_skipped(self, tmp_path: Path) -> None:
        (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
        (tmp_path / "site.css").write_bytes(b"p { color: red }")
        assert all(isinstance(item, Skipped) for item in read(tmp_path))

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.html")
        (tmp_path / "page.html").write_bytes(page())
        assert len(read(tmp_path)) == 1

    @pytest.mark.parametrize("content", [b'[\n  {"html": "<p>x"}\n]\n', b"\x89PNG\r\n\x1a\n\0\0\0\0"])
    def test_a_file_that_is_no_page_is_reported_where_it_was_named_itself(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "pages.json").write_bytes(content)
        assert isinstance(read(tmp_path)[0], Skipped)
        assert "neither a page nor a dump" in failures(read(tmp_path / "pages.json"))[0]

    def test_an_empty_file_is_reported(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").touch()
        assert failures(read(tmp_path)) == ["the page is empty"]

    def test_a_truncated_gzip_file_is_reported_and_the_next_file_read(self, tmp_path: Path) -> None:
        (tmp_path / "a.html.gz").write_bytes(gzip.compress(os.urandom(200).hex().encode())[:-40])
        (tmp_path / "b.html").write_bytes(page())
        found = read(tmp_path)
        assert len(failures(found)) == 1
        assert len(pages(found)) == 1

    @pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read_is_reported(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_bytes(page())
        (tmp_path / "a.html").chmod(0)
        assert failures(read(tmp_path)) == ["Permission denied"]

    def test_a_bomb_is_reported(self, tmp_path: Path) -> None:
        (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>" + b"a" * 10_000_000))
        (tmp_path / "b.html.zst").write_bytes(zstandard.compress(b"<p>" + b"a" * 10_000_000))
        found = read(tmp_path, largest=100_000)
        assert [item.failure.trouble for item in found if isinstance(item, Record) and item.failure] == [
            Trouble.SIZE,
            Trouble.SIZE,
        ]


class TestArchives:
    @pytest.fixture(params=["zip", "tar", "tar.gz", "tar.xz", "tar.bz2", "tar.zst"])
    def path(self, request: pytest.FixtureRequest, tmp_path: Path) -> Path:
        members = {"one.html": page(1), "img/logo.png": b"\x89PNG\r\n\x1a\n\0\0", "../../two.html.gz": packed(page(2))}
        target = tmp_path / "dump.bin"
        if request.param == "zip":
            return archive(target, members)
        if request.param == "tar.zst":
            target.write_bytes(zstandard.compress(tarball(target, members, "w").read_bytes()))
            return target
        return tarball(target, members, request.param.replace("tar.", "w:").replace("tar", "w"))

    def test_members_are_pages_and_nothing_is_written_to_disk(self, path: Path) -> None:
        found = pages(read(path))
        assert [(item.source.member, item.content) for item in found] == [
            ("one.html", page(1)),
            ("../../two.html.gz", page(2)),
        ]
        assert [entry.name for entry in path.parent.iterdir()] == ["dump.bin"]

    def test_reading_can_begin_anywhere(self, path: Path) -> None:
        assert read(path)[2:] == read(path, 2)

    def test_an_archive_within_is_reported(self, tmp_path: Path) -> None:
        inner = archive(tmp_path / "inner.zip", {"a.html": page()}).read_bytes()
        outer = archive(tmp_path / "outer.zip", {"inner.zip": inner, "dump.warc": warc(1), "b.html": page()})
        found = read(outer)
        assert failures(found) == ["ZIP within an archive is not followed", "WARC within an archive is not followed"]
        assert len(pages(found)) == 1

    def test_a_damaged_member_of_a_zip_costs_only_itself(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "dump.zip", {"a.html": page(1) * 3, "b.html": page(2)})
        raw = bytearray(path.read_bytes())
        raw[60:80] = bytes(20)
        path.write_bytes(bytes(raw))
        found = read(path)
        assert len(failures(found)) == 1
        assert [item.source.member for item in pages(found)] == ["b.html"]

    def test_a_zip_without_its_end_is_reported(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "dump.zip", {"a.html": page(1)})
        path.write_bytes(path.read_bytes()[:-30])
        assert "damaged ZIP" in failures(read(path))[0]

    def test_a_truncated_tar_gives_what_stands_before(self, tmp_path: Path) -> None:
        members = {f"{n}.html": os.urandom(3000).hex().encode() for n in range(20)}
        path = tarball(tmp_path / "dump.tar.gz", members)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        found = read(path)
        assert len(pages(found)) > 5
        assert "damaged TAR" in failures(found)[-1]

    def test_members_of_any_size_are_bounded(self, tmp_path: Path) -> None:
        for path in (
            archive(tmp_path / "bomb.zip", {"a.html": b"<p>" + b"a" * 5_000_000, "b.html": page()}),
            tarball(tmp_path / "bomb.tar.gz", {"a.html": b"<p>" + b"a" * 5_000_000, "b.html": page()}),
        ):
            found = read(path, largest=100_000)
            assert len(failures(found)) == 1
            assert len(pages(found)) == 1


class TestJsonLines:
    def test_usual_names_of_fields_are_known_and_others_carried(self, tmp_path: Path) -> None:
        path = tmp_path / "dump.jsonl"
        row = {"id": 7, "html": "<p>x", "url": "https://a.example/", "warc_date": "2026-01-02T03:04:05Z", "tag": "x"}
        path.write_bytes(jsonl(row))
        (found,) = pages(read(path))
        assert (found.content, found.source.url, found.source.member, found.carried) == (
            "<p>x",
            "https://a.example/",
            "7",
            {"tag": "x"},
        )
        assert found.source.date == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    @pytest.mark.parametrize("date", ["20260102030405", "2026-01-02T04:04:05+01:00", 1767323045, 1767323045.0])
    def test_the_moment_of_fetching_comes_in_many_forms(self, tmp_path: Path, date: object) -> None:
        path = tmp_path / "dump.jsonl"
        path.write_bytes(jsonl({"html": "<p>x", "timestamp": date}))
        (found,) = pages(read(path))
        assert (found.source.date, found.carried) == (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), {})

    def test_what_was_not_understood_is_carried(self, tmp_path: Path) -> None:
        path = tmp_path / "dump.jsonl"
        told = {"url": "https://a.example/", "link": "see below", "id": [7], "crawled": "last week", "fetched": 1e99}
        path.write_bytes(jsonl({"html": "<p>x", "text": "x", **told}))
        (found,) = pages(read(path))
        assert found.carried == {"link": "see below", "id": [7], "crawled": "last week", "fetched": 1e99}

    def test_fields_can_be_named(self, tmp_path: Path) -> None:
        path = tmp_path / "dump.jsonl.zst"
        path.write_bytes(zstandard.compress(jsonl({"seite": "Text", "adresse": "https://a.example/", "b": 1, "c": 2})))
        columns = Columns(text=("seite",), url=("adresse",), carry=("c",))
        (found,) = pages(read(path, columns=columns))
        assert (found.form, found.source.url, found.carried) == ("text", "https://a.example/", {"c": 2})

    def test_bad_lines_are_reported_with_their_place(self, tmp_path: Path) -> None:
        path = tmp_path / "dump.jsonl"
        lines = [jsonl({"html": "<p>1"}), b"{broken\n", b"\n", b'{"html": "\xff"}\n', b"[1]\n", b"{}\n"]
        path.write_bytes(b"".join(lines) + jsonl({"html": "<p>2"}))
        found = list(opened(read(path)))
        assert [item.content for item in pages(found)] == ["<p>1", "<p>2"]
        reasons = failures(found)
        assert [r.split(":")[0].split(" any")[0] for r in reasons] == [
            "bad JSON",
            "bad UTF-8 in the line",
            "the line is no JSON object",
            "no page in",
        ]
        assert found[1].source.offset == len(lines[0])

    def test_a_damaged_member_costs_only_itself(self, tmp_path: Path) -> None:
        members = [
            gzip.compress(jsonl(*({"html": f"<p>{os.urandom(50).hex()} {n}"} for _ in range(9)))) for n in (1, 2, 3)
        ]
        path = tmp_path / "dump.jsonl.gz"
        path.write_bytes(members[0] + members[1][:-200] + members[2])
        found = read(path)
        texts = [str(item.content)[-1] for item in pages(found)]
        assert texts.count("1") == 9
        assert texts.count("3") == 9
        assert any("gzip" in reason for reason in failures(found))

    def test_a_line_that_never_ends_is_reported(self, tmp_path: Path) -> None:
        path = tmp_path / "dump.jsonl"
        path.write_bytes(b'{"html": "' + b"a" * 3_000_000 + b'"}\n' + jsonl({"html": "<p>2"}))
        found = read(path, largest=100_000)
        assert len(failures(found)) == 1
        assert [item.content for item in pages(found)] == ["<p>2"]

    def test_reading_can_begin_anywhere(self, tmp_path: Path) -> None:
        path = tmp_path / "dump.jsonl.gz"
        path.write_bytes(gzip.compress(jsonl(*({"html": f"<p>{n}"} for n in range(50)))))
        assert read(path)[31:] == read(path, 31)


class TestParquet:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        arrow = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        rows = [{"html": page(n), "url": f"https://a.example/{n}", "rank": n} for n in range(90)]
        path = tmp_path / "dump.bin"
        parquet.write_table(arrow.Table.from_pylist(rows), path, row_group_size=40, compression="none")
        return path

    def test_rows_are_pages_with_the_other_columns_carried(self, path: Path) -> None:
        found = pages(read(path))
        assert len(found) == 90
        assert (found[41].content, found[41].source.row, found[41].carried) == (page(41), 41, {"rank": 41})

    def test_reading_can_begin_anywhere(self, path: Path) -> None:
        assert read(path)[57:] == read(path, 57)

    def test_a_damaged_row_group_costs_only_itself(self, path: Path) -> None:
        raw = bytearray(path.read_bytes())
        raw[4:60] = b"\xff" * 56
        path.write_bytes(bytes(raw))
        found = read(path)
        assert len(found) == 90
        assert len(failures(found)) == 40
        assert [item.source.row for item in pages(found)] == list(range(40, 90))

    def test_without_its_end_it_is_reported(self, path: Path) -> None:
        path.write_bytes(path.read_bytes()[:-100])
        assert "damaged Parquet" in failures(read(path))[0]


def test_every_source_can_be_written_as_json() -> None:
    from newsparse.dumps import Source

    source = Source(file="a.warc", offset=0, date=datetime(2026, 1, 2, tzinfo=UTC))
    assert json.loads(json.dumps(source.to_dict())) == {
        "file": "a.warc",
        "offset": 0,
        "date": "2026-01-02T00:00:00+00:00",
    }
