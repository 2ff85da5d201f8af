"""WARC and WET as crawls leave them: several kinds of records, codings of HTTP, damage of every kind."""

from __future__ import annotations

import gzip
import struct
import zlib
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from newsparse.dumps import Options, Page, convert
from newsparse.dumps.record import Skipped, Trouble
from newsparse.dumps.where import Where
from newsparse.dumps.work import record_of
from tests.dumps.building import failures, packed, page, pages, read, warc

pytest.importorskip("fastwarc")
zstandard = pytest.importorskip("zstandard")
brotli = pytest.importorskip("brotli")


@pytest.fixture
def dump(tmp_path: Path) -> Any:
    def made(raw: bytes) -> Path:
        path = tmp_path / "dump.bin"
        path.write_bytes(raw)
        return path

    return made


def numbers(found: Any) -> list[int]:
    """Return the numbers of the pages found."""
    return [int((item.source.member or "")[-9:-1]) for item in pages(found)]


class TestRecords:
    def test_a_response_is_a_page_with_address_date_and_charset(self, dump: Any) -> None:
        (found,) = read(dump(packed(warc(4, content_type="text/html; charset=iso-8859-1"))))
        assert isinstance(found, Page)
        assert found.content == page(4)
        assert found.source.url == "https://paper1.example/4"
        assert found.source.date == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
        assert found.source.charset == "iso-8859-1"
        assert found.source.member == "<urn:uuid:00000004>"

    def test_the_offset_leads_to_the_record(self, dump: Any) -> None:
        for raw, open_ in ((packed(*map(warc, range(5))), gzip.decompress), (b"".join(map(warc, range(5))), bytes)):
            for found in pages(read(dump(raw))):
                offset = found.source.offset
                assert offset is not None
                assert found.source.member is not None
                assert found.source.member.encode() in open_(raw[offset:])[:120]

    @pytest.mark.parametrize("kind", ["request", "revisit", "warcinfo", "metadata"])
    def test_other_kinds_of_records_are_skipped(self, dump: Any, kind: str) -> None:
        found = read(dump(packed(warc(1, kind=kind), warc(2))))
        assert found[0] == Skipped(f"{kind} record")
        assert numbers(found) == [2]

    def test_what_is_not_html_is_skipped(self, dump: Any) -> None:
        found = read(dump(packed(warc(1, b"\x89PNG", content_type="image/png"), warc(2))))
        assert found[0] == Skipped("not HTML")
        assert numbers(found) == [2]

    def test_answers_other_than_success_are_skipped(self, dump: Any) -> None:
        found = read(dump(packed(warc(1, status="404 Not Found"), warc(2))))
        assert isinstance(found[0], Skipped)
        assert numbers(found) == [2]

    def test_wet_is_raw_text(self, dump: Any) -> None:
        (found,) = pages(read(dump(packed(warc(1, b"Text of a page", kind="conversion")))))
        assert (found.form, found.content) == ("text", b"Text of a page")

    def test_a_plain_text_answer_is_raw_text(self, dump: Any) -> None:
        (found,) = pages(read(dump(warc(1, b"Text of a page", content_type="text/plain"))))
        assert found.form == "text"

    def test_a_record_larger_than_allowed_is_reported(self, dump: Any) -> None:
        for pack in (packed, lambda *members: b"".join(members)):
            found = read(dump(pack(warc(1, b"a" * 100_000), warc(2))), largest=10_000)
            assert len(failures(found)) == 1
            assert numbers(found) == [2]

    @pytest.mark.parametrize(
        "pack",
        [
            pytest.param(lambda records: packed(*records), id="gzip, record by record"),
            pytest.param(lambda records: gzip.compress(b"".join(records)), id="gzip as a whole"),
            pytest.param(lambda records: b"".join(map(zstandard.compress, records)), id="zstd, record by record"),
            pytest.param(lambda records: zstandard.compress(b"".join(records)), id="zstd as a whole"),
            pytest.param(b"".join, id="plain"),
            pytest.param(
                lambda records: packed(b"".join(records)[:1000], b"".join(records)[1000:]), id="gzip, cut anywhere"
            ),
        ],
    )
    def test_however_it_is_packed_and_wherever_reading_begins(self, dump: Any, pack: Any) -> None:
        path = dump(pack([warc(n, page(n) * 50) for n in range(40)]))
        assert numbers(read(path)) == list(range(40))
        assert read(path, 17) == read(path)[17:]

    def test_zstd_with_a_dictionary_in_front(self, dump: Any) -> None:
        records = [warc(n) for n in range(40)]
        words = zstandard.train_dictionary(2000, [warc(n) for n in range(300)])
        pack = zstandard.ZstdCompressor(dict_data=words)
        front = b"\x5d\x2a\x4d\x18" + struct.pack("<I", len(words.as_bytes())) + words.as_bytes()
        assert numbers(read(dump(front + b"".join(map(pack.compress, records))))) == list(range(40))


class TestDamage:
    """One record of many is damaged: it is reported, and the others are read."""

    def check(self, path: Path, lost: int = 3) -> None:
        found = read(path)
        assert numbers(found) == [n for n in range(8) if n != lost]
        assert failures(found)
        assert all(isinstance(item, Page) or item.failure.trouble is Trouble.SOURCE for item in found)  # type: ignore[union-attr]

    @pytest.mark.parametrize("off", [-300, -20, -1, 20, 300, 100_000])
    @pytest.mark.parametrize("plain", [True, False])
    def test_a_wrong_length(self, dump: Any, off: int, plain: bool) -> None:
        records = [warc(n, off=off if n == 3 else 0) for n in range(8)]
        self.check(dump(b"".join(records) if plain else packed(*records)))

    def test_a_length_that_is_wrong_by_a_line_end_does_no_harm(self, dump: Any) -> None:
        assert numbers(read(dump(b"".join(warc(n, off=2) for n in range(3))))) == [0, 1, 2]

    def test_a_length_beyond_all_limits(self, dump: Any) -> None:
        found = read(dump(b"".join(warc(n, off=10**12 if n == 3 else 0) for n in range(8))))
        assert numbers(found) == [0, 1, 2, 4, 5, 6, 7]
        assert failures(found)

    def test_no_length(self, dump: Any) -> None:
        records = [warc(n) for n in range(8)]
        records[3] = records[3].replace(b"Content-Length", b"Content-Langth")
        self.check(dump(b"".join(records)))
        self.check(dump(packed(*records)))

    def test_garbage_between_records(self, dump: Any) -> None:
        records = [warc(n) for n in range(8)]
        records[3] = b"what is this\r\n" * 50 + b"\r\n"
        self.check(dump(b"".join(records)))

    @pytest.mark.parametrize("cut", [5, 50, 200])
    @pytest.mark.parametrize("pack", [lambda raw: gzip.compress(raw, 1), zstandard.compress])
    def test_a_truncated_member(self, dump: Any, cut: int, pack: Any) -> None:
        members = [pack(warc(n)) for n in range(8)]
        members[3] = members[3][:-cut]
        self.check(dump(b"".join(members)))

    @pytest.mark.parametrize("at", [0, 3, 12, 60, 200])
    @pytest.mark.parametrize("pack", [lambda raw: gzip.compress(raw, 1), zstandard.compress])
    def test_changed_bytes_in_a_member(self, dump: Any, at: int, pack: Any) -> None:
        members = [bytearray(pack(warc(n, page(n) + bytes(range(256))))) for n in range(8)]
        members[3][at : at + 4] = bytes(255 - byte for byte in members[3][at : at + 4])
        found = read(dump(b"".join(members)))
        assert [n for n in range(8) if n != 3] == [n for n in numbers(found) if n != 3]

    def test_a_member_with_a_wrong_checksum_is_not_taken_for_good(self, dump: Any) -> None:
        members = [gzip.compress(warc(n)) for n in range(8)]
        members[3] = members[3][:-8] + struct.pack("<I", zlib.crc32(b"other")) + members[3][-4:]
        self.check(dump(b"".join(members)))

    def test_a_file_that_breaks_off(self, dump: Any) -> None:
        for raw in (packed(*map(warc, range(8)))[:-60], b"".join(map(warc, range(8)))[:-60]):
            self.check(dump(raw), lost=7)

    def test_damage_with_nothing_to_rewind(self) -> None:
        from newsparse.dumps.sources.warc import read_warc

        class Pipe(BytesIO):
            def seekable(self) -> bool:
                return False

        members = [gzip.compress(warc(n)) for n in range(8)]
        members[3] = members[3][:-50]
        found = list(read_warc(Pipe(b"".join(members)), "gzip", "-", Options(), 0))
        assert set(numbers(found)) >= {0, 1, 2, 5, 6, 7}
        assert failures(found)

    def test_a_response_without_http_is_reported(self, dump: Any) -> None:
        broken = warc(1).replace(b"HTTP/1.1 200 OK", b"nothing to see!")
        found = read(dump(packed(broken, warc(2))))
        assert numbers(found) == [2]
        assert failures(found)


def chunked(body: bytes) -> bytes:
    parts = [body[at : at + 100] for at in range(0, len(body), 100)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def bare_deflate(body: bytes) -> bytes:
    made = zlib.compressobj(wbits=-15)
    return made.compress(body) + made.flush()


CODINGS = {
    "gzip": ("Content-Encoding: gzip\r\n", gzip.compress),
    "brotli": ("Content-Encoding: br\r\n", brotli.compress),
    "zstd": ("Content-Encoding: zstd\r\n", zstandard.compress),
    "deflate": ("Content-Encoding: deflate\r\n", zlib.compress),
    "bare deflate": ("Content-Encoding: deflate\r\n", bare_deflate),
    "chunked": ("Transfer-Encoding: chunked\r\n", chunked),
    "chunked gzip": (
        "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        lambda body: chunked(gzip.compress(body)),
    ),
}


class TestHttpBodies:
    def title(self, path: Path, **options: Any) -> str | None:
        (record,) = (record_of(item, Where(), Options(**options)) for item in read(path))
        assert not isinstance(record, Skipped)
        return record.article.title if record.article else record.failure.trouble.value if record.failure else None

    @pytest.mark.parametrize("name", CODINGS)
    def test_codings_are_undone(self, dump: Any, name: str) -> None:
        headers, code = CODINGS[name]
        assert self.title(dump(packed(warc(1, code(page(5)), headers=headers)))) == "Ferry line closes 5"

    @pytest.mark.parametrize("name", CODINGS)
    def test_a_body_that_the_crawler_has_freed_of_them_is_taken_as_it_is(self, dump: Any, name: str) -> None:
        assert self.title(dump(packed(warc(1, page(5), headers=CODINGS[name][0])))) == "Ferry line closes 5"

    @pytest.mark.parametrize("name", [name for name in CODINGS if name != "chunked"])
    def test_a_damaged_body_is_reported(self, dump: Any, name: str) -> None:
        headers, code = CODINGS[name]
        body = code(page(5))
        assert self.title(dump(packed(warc(1, body[: len(body) // 2], headers=headers)))) == "source"

    @pytest.mark.parametrize("name", CODINGS)
    def test_a_body_that_unpacks_to_too_much_is_reported(self, dump: Any, name: str) -> None:
        headers, code = CODINGS[name]
        body = code(b"<p>" + b"a" * 5_000_000)
        assert self.title(dump(packed(warc(1, body, headers=headers))), largest=1_000_000) == "size"

    def test_a_wrong_content_length_of_http_is_passed_over(self, dump: Any) -> None:
        record = warc(1, page(5)).replace(
            b"Content-Length: %d\r\n\r\n<" % len(page(5)), b"Content-Length: 999\r\n\r\n<"
        )
        assert self.title(dump(warc(2)[:0] + record)) in ("Ferry line closes 5", "source")

    def test_the_charset_of_http_is_used(self, dump: Any) -> None:
        body = page(title="Café am Hafen schließt").decode().encode("latin-1")
        record = warc(1, body, content_type="text/html; charset=iso-8859-1")
        assert self.title(dump(record)) == "Café am Hafen schließt 0"

    def test_the_warc_date_is_when_the_page_was_fetched(self, dump: Any) -> None:
        body = page().replace(b"</h1>", b"</h1><p><time>2 hours ago</time></p>")
        (record,) = (record_of(item, Where(), Options()) for item in read(dump(warc(1, body))))
        assert not isinstance(record, Skipped)
        assert record.article is not None
        assert record.article.published == datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC)


def test_gzip_that_nobody_declared_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "dump.warc").write_bytes(warc(1, gzip.compress(page(1))))
    (record,) = convert(tmp_path / "dump.warc", jobs=0)
    assert record.article is not None
    assert record.article.title == "Ferry line closes 1"
