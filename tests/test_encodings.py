"""Which encoding the bytes of a page are read in: the cases of the HTML standard, and where pages force us to go on."""

from __future__ import annotations

import codecs

import pytest

from newsparse.readers._decode import HEAD, decode

WORDS = "Ätna · “so”"
LATIN = WORDS.encode("cp1252")
UTF8 = WORDS.encode()

# What stands before the text, and the encoding that the rest is then read in; one line a case.
DECLARED = [
    (b'<meta charset="iso-8859-1">', "cp1252"),
    (b"<meta charset='iso-8859-1'>", "cp1252"),
    (b"<meta charset=iso-8859-1>", "cp1252"),
    (b"<meta charset=iso-8859-1 />", "cp1252"),
    (b"<META CHARSET=ISO-8859-1>", "cp1252"),
    (b"<meta charset = iso-8859-1 >", "cp1252"),
    (b'<meta charset=" iso-8859-1 ">', "cp1252"),
    (b"<meta\ncharset\n=\niso-8859-1>", "cp1252"),
    (b"<meta/charset=iso-8859-1>", "cp1252"),
    (b'<meta charset="us-ascii">', "cp1252"),
    (b'<meta charset="latin1">', "cp1252"),
    (b'<meta charset="windows-1252">', "cp1252"),
    (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
    (b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "cp1251"),
    (b'<meta content="text/html; charset=windows-1251" http-equiv="Content-Type">', "cp1251"),
    (b'<meta http-equiv="Content-Type" content="text/html;charset=windows-1251;x">', "cp1251"),
    (b'<meta name="x" content="y"><meta charset="windows-1251">', "cp1251"),
    (b'<!DOCTYPE html><html><head><title>x</title><meta charset="koi8-r">', "koi8-r"),
    (b'<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
    (b'<meta charset="iso-8859-2">', "iso8859-2"),
    (b'<meta charset="iso-8859-9">', "cp1254"),
    (b'<meta charset="windows-1254">', "cp1254"),
    (b'<meta charset="tis-620">', "cp874"),
]
SAME_LETTERS = [  # label, encoding that browsers read it in
    ("gb2312", "gb18030"), ("gbk", "gb18030"), ("gb18030", "gb18030"), ("big5", "big5"), ("euc-jp", "euc_jp"),
    ("shift_jis", "cp932"), ("euc-kr", "cp949"), ("ks_c_5601-1987", "cp949"), ("iso-2022-jp", "iso2022_jp"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "encoding"), DECLARED)
def test_a_declaration_in_the_page_is_followed(head: bytes, encoding: str) -> None:
    read = decode(head + b"<p>" + LATIN)
    assert (read.encoding, read.source) == (encoding, "meta")
    assert read.text.endswith(LATIN.decode(encoding))


@pytest.mark.parametrize(("label", "encoding"), SAME_LETTERS)
def test_labels_of_east_asia_mean_their_wider_forms(label: str, encoding: str) -> None:
    text = "橋" if "kr" not in label and "ks" not in label else "다리"
    read = decode(f"<meta charset={label}><p>".encode() + text.encode(encoding))
    assert read.encoding == encoding
    assert read.text.endswith(text)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_outweighs_everything(mark: bytes) -> None:
    name = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[mark]
    page = mark + f'<meta charset="windows-1251"><p>{WORDS}'.encode(name)
    read = decode(page, "koi8-r")
    assert (read.encoding, read.source, read.damaged) == (name, "bom", 0)
    assert read.text.endswith(WORDS)


def test_the_header_outweighs_the_page() -> None:
    read = decode(b'<meta charset="windows-1251"><p>' + LATIN, "iso-8859-1")
    assert (read.encoding, read.source) == ("cp1252", "given")


def test_a_header_that_says_nothing_known_leaves_it_to_the_page() -> None:
    for label in ("", "none", "x-unknown", "hex", "rot13", "zlib", "\x00"):
        assert decode(b'<meta charset="windows-1251"><p>' + LATIN, label).encoding == "cp1251"


@pytest.mark.parametrize("label", ["utf-16", "utf-16le", "utf-16be", "utf-32", "utf-7", "UTF-7", "csUnicode11UTF7"])
def test_claims_that_bytes_of_ascii_disprove_are_not_followed(label: str) -> None:
    page = f'<meta charset="{label}"><p>+ADw-script+AD4- '.encode()
    assert decode(page + UTF8).text.endswith(WORDS)
    assert "<script>" not in decode(page + UTF8).text


@pytest.mark.parametrize("label", ["cp037", "cp500", "ibm037", "ebcdic-cp-us", "utf-8", "unknown", "iso-8859-1"])
def test_text_in_utf8_is_read_as_such_whatever_is_claimed(label: str) -> None:
    read = decode(f'<meta charset="{label}"><p>'.encode() + UTF8)
    assert read.encoding == "utf-8"
    assert read.text.endswith(WORDS)


def test_a_declaration_beyond_the_head_is_not_looked_for() -> None:
    read = decode(b"<p>x</p>" * HEAD + b'<meta charset="koi8-r"><p>' + LATIN)
    assert read.source == "detected"


@pytest.mark.parametrize("tail", [b"\xc3", b"\xe2\x82", b"\xff", b"\xf0\x9f\x98"])
def test_a_page_cut_inside_a_character_is_no_other_encoding(tail: bytes) -> None:
    read = decode(b"<meta charset=utf-8><p>" + UTF8 * 20 + tail)
    assert read.text.count(WORDS) == 20
    assert read.encoding == "utf-8"


def test_what_cannot_be_read_is_counted() -> None:
    read = decode(b"<meta charset=utf-8><p>\xff\xfe \xff")
    assert read.damaged == read.text.count("\ufffd") > 0
