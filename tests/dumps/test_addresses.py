"""Dumps at addresses: shown with ``file://``, which goes the way of every other store."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.dumps.sources.addresses import files_at, is_address, opened, size_at

pytest.importorskip("pyarrow")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.html", "a/c.html", ".hidden", "a/.git/d.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"page {name}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "so"), [("s3://bucket/key", True), ("/data/a.warc", False), ("a:b", False), ("-", False)]
)
def test_an_address_has_a_scheme(name: str, so: bool):
    assert is_address(name) is so


def test_the_files_of_a_folder_come_by_name_without_hidden_ones(folder: Path):
    assert list(files_at(folder.as_uri())) == [f"{folder.as_uri()}/a/c.html", f"{folder.as_uri()}/b.html"]


def test_a_file_is_its_own_address(folder: Path):
    assert list(files_at((folder / "b.html").as_uri())) == [(folder / "b.html").as_uri()]


def test_a_file_is_read_and_rewound(folder: Path):
    with opened((folder / "b.html").as_uri()) as stream:
        assert stream.peek(4)[:4] == b"page"
        assert stream.read() == b"page b.html"
        stream.seek(5)
        assert stream.read() == b"b.html"


def test_its_size_is_known_beforehand(folder: Path):
    assert size_at((folder / "b.html").as_uri()) == len("page b.html")


@pytest.mark.parametrize("address", ["file:///nothing/is/here", "nowhere://bucket/key"])
def test_an_address_that_cannot_be_read_ends_the_command_with_one_line(address: str, tmp_path: Path):
    run = CliRunner().invoke(main, ["convert", address, "-o", str(tmp_path / "out.jsonl")])
    assert run.exit_code == 2
    assert run.stderr.startswith(f"newsparse: {address}: ")
    assert run.stderr.count("\n") == 1
