"""Site patterns of Full-Text RSS become profiles as far as they go."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.profiles import profile_of
from newsparse.profiles.ftr import imported
from newsparse.profiles.xpath import Untranslated, selectors_from

PATTERN = """
# an invented site
title: //h1[@id='head']
title: //meta[@property="og:title"]/@content
author: //span[contains(@class, 'by')]
date: //time/@datetime
body: //div[@class='story'] | //div[@id='text']
strip: //div[@class='story']//ul
strip_id_or_class: promo
tidy: no
single_page_link: //a[@rel='print']
find_string: <br>
strip: //p[1]
test_url: https://example.org/1
test_contains: a "quoted" sentence
"""


@pytest.mark.parametrize(
    ("path", "selectors"),
    [
        ("//div[@class='x']", ('div[class="x"]',)),
        ("//*[@id='x']", ("#x",)),
        ("//div[@id='x y']", ('div[id="x y"]',)),
        ("//div[contains(@class, 'x')]/p", ('div[class*="x"] > p',)),
        ("//div[contains(concat(' ', normalize-space(@class), ' '), ' x ')]", ("div.x",)),
        ("//div[starts-with(@id, 'x')]", ('div[id^="x"]',)),
        ("//div[@data-x]//p", ("div[data-x] p",)),
        ("//a | //b", ("a", "b")),
        ("//div[@id='x' and @class='y']", ('div#x[class="y"]',)),
        ("//div[@id='x' or @id='y']", ("div#x", "div#y")),
        ("//p[not(@class)]", ("p:not([class])",)),
        ("//div[@id='x'][@class='y']", ('div#x[class="y"]',)),
        ("/html/body/div", ("div",)),
        ("//div/descendant::p", ("div > p",)),
        ("//h1/text()", ("h1",)),
        (".//h1", ("h1",)),
        ("(//h1)", ("h1",)),
        ("//head/title", ("head:title",)),
        ("//meta[@name='author']/@content", ("meta:author",)),
        ("//time/@datetime", ("time[datetime]",)),
    ],
)
def test_common_xpath_becomes_selectors(path: str, selectors: tuple[str, ...]):
    assert selectors_from(path) == selectors


@pytest.mark.parametrize(
    "path",
    [
        "//p[1]",
        "//p[last()]",
        "//p[position() < 3]",
        "//p/following-sibling::p",
        "//p/..",
        "//a/@href",
        "//p[contains(text(), 'x')]",
        "substring-after(//p, 'x')",
        "//p[@x='a",
        "//p[@x='a' ",
        "",
        "//",
        "//p[" + "(" * 50,
        "//p" + "[@a='1' or @a='2']" * 6,
        "//p[@x='a\"b']",
    ],
)
def test_other_xpath_is_refused(path: str):
    with pytest.raises(Untranslated):
        selectors_from(path)


def test_what_a_pattern_says_is_in_the_profile():
    raw = tomllib.loads(imported(PATTERN, "example.org").toml)
    assert raw["within"] == ['div[class="story"]', "div#text"]
    assert raw["fields"] == {
        "title": ["h1#head", "meta:og:title"],
        "authors": ['span[class*="by"]'],
        "published": ["time[datetime]"],
    }
    assert raw["labels"] == {"other": ['div[class="story"] ul', '[class*="promo"]', '[id*="promo"]']}


def test_its_test_pages_are_named_to_be_saved():
    (test,) = tomllib.loads(imported(PATTERN, "example.org").toml)["test"]
    assert test == {
        "url": "https://example.org/1",
        "file": "example.org.1.html",
        "expect": {"contains": ['a "quoted" sentence']},
    }


def test_what_could_not_be_carried_over_is_reported_with_its_line():
    assert [line.partition(" (")[0] for line in imported(PATTERN, "example.org").left] == [
        "line 11: single_page_link: //a[@rel='print']",
        "line 12: find_string: <br>",
        "line 13: strip: //p[1]",
    ]


@pytest.mark.parametrize("text", ["", "no directives", "body:", "title: //", "strip_id_or_class: a'b\"c", "x: \x7f\\"])
def test_whatever_stands_in_a_pattern_the_profile_can_be_read(text: str):
    profile_of(imported(text, "example.org").toml, "example.org")


# --- the command ------------------------------------------------------------------------------------------------------


def run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["profile", *args])
    return result.exit_code, result.stdout, result.stderr


def test_import_writes_the_profile_and_reports_on_standard_error(tmp_path: Path):
    (tmp_path / "example.org.txt").write_text(PATTERN, encoding="utf-8")
    code, out, err = run("import", str(tmp_path / "example.org.txt"))
    assert code == 0
    assert profile_of(out, "example.org").within
    assert "not carried over: line 11: single_page_link" in err


def test_import_does_not_overwrite(tmp_path: Path):
    pattern = tmp_path / "example.org.txt"
    pattern.write_text(PATTERN, encoding="utf-8")
    assert run("import", str(pattern), "--out", str(tmp_path / "out"))[0] == 0
    assert run("import", str(pattern), "--out", str(tmp_path / "out"))[0] == 1


def test_check_ends_with_one_where_a_test_fails(tmp_path: Path):
    profile = tmp_path / "example.org.toml"
    profile.write_text("[[test]]\nhtml = '<h1>One title here</h1>'\n[test.expect]\ntitle = 'Another'", encoding="utf-8")
    assert run("check", str(tmp_path)) == (
        1,
        "example.org test 1: title: expected 'Another', got 'One title here'\n0 held, 1 failed\n",
        "",
    )


def test_check_ends_with_one_where_a_profile_cannot_be_read(tmp_path: Path):
    (tmp_path / "example.org.toml").write_text("zoen = 'UTC'", encoding="utf-8")
    code, _, err = run("check", str(tmp_path))
    assert code == 1
    assert "did you mean “zone”" in err


def test_parse_takes_a_folder_of_profiles(tmp_path: Path):
    (tmp_path / "example.org.toml").write_text('[fields]\nkicker = ".k"', encoding="utf-8")
    (tmp_path / "page.html").write_text("<p class=k>Harbour</p><h1>Bridge opened in the north</h1>", encoding="utf-8")
    options = ["--url", "https://example.org/x", "--profiles", str(tmp_path), "--field", "kicker"]
    result = CliRunner().invoke(main, ["parse", *options, str(tmp_path / "page.html")])
    assert result.stdout == "Harbour\n"
