"""``newsparse convert`` and its function in Python: what is written, and how a run ends and goes on."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import newsparse
from newsparse.cli import main
from newsparse.dumps import Trouble, convert
from newsparse.dumps.sinks.lines import INTERVAL
from tests.dumps.building import command, jsonl, packed, page, warc

zstandard = pytest.importorskip("zstandard")
pytest.importorskip("fastwarc")

PAGES = 30
LONG = 3 * INTERVAL + 50
ENDLESS = 100 * INTERVAL


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A crawl with some pages, one of them empty, and other records."""
    path = tmp_path_factory.mktemp("dump") / "crawl.warc.gz"
    records = [warc(n, b"  " if n == 7 else None) for n in range(PAGES)]
    path.write_bytes(packed(warc(99, kind="request"), *records, warc(98, b"\x89PNG", content_type="image/png")))
    return str(path)


@pytest.fixture(scope="module")
def long_dump(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A dump that takes several commits, with errors between."""
    return written(tmp_path_factory.mktemp("dump") / "long.jsonl", LONG)


@pytest.fixture(scope="module")
def endless_dump(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A dump that no machine has done before it can be interrupted."""
    return written(tmp_path_factory.mktemp("dump") / "endless.jsonl", ENDLESS)


@pytest.fixture
def interrupts() -> Iterator[None]:
    """Let programs that a test starts hear Ctrl-C, to which all that a shell starts in the background is deaf."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def written(path: Path, pages: int) -> str:
    """Write a dump in which some pages cannot be parsed."""
    rows = [{"html": "" if n % 50 == 3 else page(n).decode(), "url": f"https://a.example/{n}"} for n in range(pages)]
    path.write_bytes(jsonl(*rows))
    return str(path)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["convert", "--quiet", *arguments], input=stdin)


def rows(raw: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in raw.splitlines()]


def content(path: Path) -> bytes:
    """Return all bytes of a file, or of the files of a folder."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return b"".join(file.relative_to(path).as_posix().encode() + file.read_bytes() for file in files if file.is_file())


def unpacked(raw: bytes) -> bytes:
    with zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True) as reader:
        whole: bytes = reader.read()
        return whole


class TestOutput:
    def test_json_lines_with_articles_and_their_sources(self, dump: str, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        assert run(dump, "-o", str(out)).exit_code == 0
        found = rows(out.read_bytes())
        assert len(found) == PAGES - 1
        assert found[5]["article"]["title"] == "Ferry line closes 5"
        assert found[5]["source"]["url"] == found[5]["article"]["url"] == "https://paper2.example/5"
        assert found[5]["source"]["date"] == "2026-01-02T03:04:05+00:00"
        assert newsparse.Article.from_dict(found[5]["article"]).title == "Ferry line closes 5"

    def test_pages_without_an_article_are_in_the_error_file(self, dump: str, tmp_path: Path) -> None:
        run(dump, "-o", str(tmp_path / "out.jsonl"), "--errors", str(tmp_path / "bad.jsonl"))
        (error,) = rows((tmp_path / "bad.jsonl").read_bytes())
        assert error["source"]["url"] == "https://paper1.example/7"
        assert error["failure"] == {"trouble": "page", "reason": "the page is empty"}

    @pytest.mark.parametrize(
        ("name", "unpack"),
        [("out.jsonl.gz", gzip.decompress), ("out.jsonl.zst", unpacked)],
    )
    def test_packed_lines_are_the_same_lines(self, dump: str, tmp_path: Path, name: str, unpack: Any) -> None:
        run(dump, "-o", str(tmp_path / "out.jsonl"))
        run(dump, "-o", str(tmp_path / name))
        assert unpack((tmp_path / name).read_bytes()) == (tmp_path / "out.jsonl").read_bytes()

    def test_a_folder_has_one_file_a_page(self, dump: str, tmp_path: Path) -> None:
        run(dump, "-o", f"{tmp_path / 'out'}/")
        files = sorted((tmp_path / "out").rglob("*.json"))
        assert len(files) == PAGES - 1
        assert json.loads(files[3].read_text())["article"]["title"] == "Ferry line closes 3"

    def test_parquet_has_the_fixed_columns(self, dump: str, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        from newsparse.arrow import SCHEMA, from_row

        run(dump, "-o", str(tmp_path / "out.parquet"))
        table = parquet.read_table(tmp_path / "out.parquet")
        assert table.schema.names == ["source", "carried", *(name for name in SCHEMA.names if name != "error")]
        row = table.to_pylist()[5]
        assert row["source"]["member"] == "<urn:uuid:00000005>"
        assert from_row(row) == next(
            r.article for r in convert(dump, jobs=0) if r.source.member == row["source"]["member"]
        )

    def test_standard_input_and_output(self, dump: str) -> None:
        with open(dump, "rb") as file:
            made = subprocess.run(command("--quiet", "-"), stdin=file, capture_output=True, check=True)
        assert len(rows(made.stdout)) == PAGES - 1
        assert [row["failure"]["trouble"] for row in rows(made.stderr)] == ["page"]

    def test_the_number_of_jobs_changes_nothing(self, dump: str, tmp_path: Path) -> None:
        for jobs in ("1", "3"):
            run(dump, "-o", str(tmp_path / f"{jobs}.jsonl"), "--jobs", jobs)
        assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "3.jsonl").read_bytes()

    def test_fields_can_be_chosen(self, dump: str, tmp_path: Path) -> None:
        run(dump, "-o", str(tmp_path / "out.jsonl"), "--fields", "title,language")
        assert rows((tmp_path / "out.jsonl").read_bytes())[0]["article"] == {
            "title": "Ferry line closes 0",
            "language": "en",
        }

    def test_the_text_can_be_chosen(self, dump: str, tmp_path: Path) -> None:
        run(dump, "-o", str(tmp_path / "out.jsonl"), "--fields", "text,paragraphs,captions")
        run(dump, "-o", str(tmp_path / "out.parquet"), "--fields", "text,paragraphs,captions")
        article = rows((tmp_path / "out.jsonl").read_bytes())[0]["article"]
        assert article["text"].startswith("The harbour office")
        assert article["text"] == "\n\n".join(article["paragraphs"])
        parquet = pytest.importorskip("pyarrow.parquet")
        row = parquet.read_table(tmp_path / "out.parquet").to_pylist()[0]
        assert {name: row[name] for name in article} == article

    @pytest.mark.parametrize(
        ("where", "kept"),
        [
            ("host=paper1.example", 10),
            ("host=example", 30),
            ("lang=en host=paper1.example,paper2.example", 20),
            ("lang=de", 0),
        ],
    )
    def test_conditions_choose_pages(self, dump: str, tmp_path: Path, where: str, kept: int) -> None:
        run(dump, "-o", str(tmp_path / "out.jsonl"), "--where", where, "--errors", str(tmp_path / "e.jsonl"))
        found = rows((tmp_path / "out.jsonl").read_bytes())
        errors = rows((tmp_path / "e.jsonl").read_bytes()) if (tmp_path / "e.jsonl").exists() else []
        assert len(found) + len(errors) == kept + ("host" not in where)

    def test_a_summary_closes_the_run(self, dump: str, tmp_path: Path) -> None:
        shown = CliRunner().invoke(main, ["convert", dump, "-o", str(tmp_path / "out.jsonl")])
        assert "29 articles of 3 hosts" in shown.stderr
        assert "1 errors (page 1)" in shown.stderr
        assert "left out: not HTML 1, request record 1" in shown.stderr

    def test_an_input_without_pages_gives_a_valid_output(self, tmp_path: Path) -> None:
        (tmp_path / "none").mkdir()
        for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst"):
            assert run(str(tmp_path / "none"), "-o", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / "a.jsonl").read_bytes() == b""
        assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == b""
        assert unpacked((tmp_path / "a.jsonl.zst").read_bytes()) == b""


class TestEnds:
    def test_an_output_that_is_there_is_not_overwritten(self, dump: str, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        out.write_text("precious")
        result = run(dump, "-o", str(out))
        assert result.exit_code == 2
        assert "exists" in result.stderr
        assert out.read_text() == "precious"

    @pytest.mark.parametrize("name", ["out.jsonl", "out/", "sub/../out.parquet"])
    def test_an_output_among_what_is_read_is_refused(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "page.html").write_bytes(page())
        result = run(str(tmp_path), "-o", f"{tmp_path}/{name}")
        assert (result.exit_code, "choose a place outside of it" in result.stderr) == (2, True)
        assert [path.name for path in tmp_path.iterdir()] == ["page.html"]

    def test_a_finished_output_is_left_alone_by_resume(self, dump: str, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        run(dump, "-o", str(out))
        before = out.read_bytes()
        assert run(dump, "-o", str(out), "--resume").exit_code == 0
        assert out.read_bytes() == before
        assert not list(tmp_path.glob("*.journal"))
        again = CliRunner().invoke(main, ["convert", dump, "-o", str(out), "--resume"])
        assert again.stderr == f"newsparse: {out} was finished by an earlier run; nothing was done\n"

    def test_resume_takes_the_same_command(self, long_dump: str, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        interrupted(long_dump, out)
        result = run(long_dump, "-o", str(out), "--resume", "--fields", "title")
        assert result.exit_code == 2
        assert "another --fields" in result.stderr

    def test_an_output_that_has_lost_something_is_not_gone_on_with(self, long_dump: str, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        interrupted(long_dump, out)
        out.write_bytes(b"")
        result = run(long_dump, "-o", str(out), "--resume")
        assert result.exit_code == 3
        assert "shorter" in result.stderr

    def test_an_output_with_a_journal_asks_for_resume(self, long_dump: str, tmp_path: Path) -> None:
        interrupted(long_dump, tmp_path / "out.jsonl")
        assert "--resume" in run(long_dump, "-o", str(tmp_path / "out.jsonl")).stderr

    def test_a_name_that_says_no_form_is_refused(self, dump: str, tmp_path: Path) -> None:
        result = run(dump, "-o", str(tmp_path / "out.csv"))
        assert result.exit_code == 2
        assert ".parquet" in result.stderr

    def test_conditions_that_mean_nothing_are_refused(self, dump: str, tmp_path: Path) -> None:
        assert run(dump, "-o", str(tmp_path / "o.jsonl"), "--where", "colour=red").exit_code == 2

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is full")
    def test_a_full_disk_ends_the_run_with_one_line(self, dump: str) -> None:
        result = run(dump, "-o", "/dev/full")
        assert result.exit_code == 3
        assert result.stderr == "newsparse: /dev/full: No space left on device\n"

    def test_a_disk_that_becomes_full_leaves_whole_what_was_written(
        self, long_dump: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
        run(long_dump, "-o", str(whole))
        resource = pytest.importorskip("resource")
        made = subprocess.run(
            command("--quiet", long_dump, "-o", str(out)),
            preexec_fn=lambda: limit(resource, whole.stat().st_size // 2),
            capture_output=True,
            check=False,
        )
        assert made.returncode == 3
        assert made.stderr.count(b"\n") == 1
        assert whole.read_bytes().startswith(out.read_bytes())
        assert out.read_bytes().endswith(b"\n")
        assert run(long_dump, "-o", str(out), "--resume").exit_code == 0
        assert out.read_bytes() == whole.read_bytes()

    def test_a_folder_that_is_not_there_ends_the_run_with_one_line(self, dump: str, tmp_path: Path) -> None:
        result = run(dump, "-o", str(tmp_path / "nowhere" / "out.jsonl"))
        assert result.exit_code == 3
        assert result.stderr.count("\n") == 1

    def test_a_pipe_that_nobody_reads_ends_the_run_quietly(self, long_dump: str) -> None:
        with subprocess.Popen(command("-q", long_dump), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            process.wait(60)
            said = [line for line in process.stderr.read().splitlines() if b"failure" not in line]
        assert process.returncode == 141
        assert not said

    @pytest.mark.usefixtures("interrupts")
    def test_ctrl_c_stops_soon_and_says_how_to_go_on(self, endless_dump: str, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        with subprocess.Popen(command("-q", endless_dump, "-o", str(out)), stderr=subprocess.PIPE) as process:
            wait_for(out)
            began = time.monotonic()
            process.send_signal(signal.SIGINT)
            process.wait(60)
            assert time.monotonic() - began < 5  # a second or two, on a machine that has other work
            assert process.stderr is not None
            said = process.stderr.read().decode()
        assert process.returncode == 130
        assert said.count("\n") == 1
        assert "--resume" in said

    def test_a_missing_package_is_named(self, dump: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        import sys

        monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
        result = run(dump, "-o", str(tmp_path / "out.jsonl"))
        assert result.exit_code == 2
        assert "pip install 'newsparse[dumps]'" in result.stderr


def limit(resource: Any, size: int) -> None:
    """Let no file of this process grow beyond *size* bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def wait_for(out: Path) -> None:
    """Wait until something has been committed."""
    journal = Path(f"{out}.journal")
    for _ in range(600):
        if journal.exists() and journal.read_bytes().count(b"\n") > 1:
            return
        time.sleep(0.05)
    raise AssertionError("nothing was committed")


def interrupted(dump: str, out: Path) -> None:
    """Leave behind a run that was killed."""
    with subprocess.Popen(command("-q", dump, "-o", str(out))) as process:
        wait_for(out)
        process.kill()


@pytest.fixture(scope="module")
def undisturbed(long_dump: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed")
    for name in ("out.jsonl.zst", "out.jsonl.gz", "out.parquet", "out"):
        assert run(long_dump, "-o", str(folder / name), "--errors", str(folder / f"{name}.e.jsonl.gz")).exit_code == 0
    return folder


@pytest.mark.killing
class TestKilled:
    @pytest.mark.parametrize("name", ["out.jsonl.zst", "out.jsonl.gz", "out.parquet", "out"])
    def test_and_resumed_the_output_is_that_of_an_undisturbed_run(
        self, long_dump: str, tmp_path: Path, undisturbed: Path, name: str
    ) -> None:
        moments = random.Random(name)
        out, errors = tmp_path / name, tmp_path / f"{name}.e.jsonl.gz"
        for _ in range(3):
            again = ["--resume"] if Path(f"{out}.journal").exists() else []
            if out.exists() and not again:
                break
            with subprocess.Popen(command("-q", long_dump, "-o", str(out), "--errors", str(errors), *again)) as process:
                time.sleep(moments.uniform(0.3, 3))
                process.kill()
        result = run(long_dump, "-o", str(out), "--errors", str(errors), "--resume")
        assert result.exit_code == 0
        assert content(out) == content(undisturbed / name)
        assert content(errors) == content(undisturbed / errors.name)

    def test_the_summary_counts_what_was_done_before(self, long_dump: str, tmp_path: Path) -> None:
        interrupted(long_dump, tmp_path / "out.jsonl")
        shown = CliRunner().invoke(main, ["convert", long_dump, "-o", str(tmp_path / "out.jsonl"), "--resume"])
        assert f"{LONG - len(range(3, LONG, 50)):,} articles of 1 hosts" in shown.stderr


class TestInPython:
    @pytest.mark.parametrize("jobs", [0, 2])
    def test_records_come_in_order(self, dump: str, jobs: int) -> None:
        found = list(convert(dump, jobs=jobs))
        assert [record.source.member for record in found] == [f"<urn:uuid:{n:08}>" for n in range(PAGES)]
        assert [n for n, record in enumerate(found) if record.failure] == [7]
        assert found[3].article is not None
        assert found[3].article.title == "Ferry line closes 3"

    def test_a_file_that_is_not_there_is_a_failure(self, dump: str, tmp_path: Path) -> None:
        missing, *found = convert([tmp_path / "nowhere.warc", dump], jobs=0)
        assert missing.failure is not None
        assert missing.failure.trouble is Trouble.SOURCE
        assert len(found) == PAGES
