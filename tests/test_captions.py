"""What is printed with a picture, as sites set it: in which elements, above or below, with which credit."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.article import Article
from tests.ferry_page import END, PROSE

PICTURE = '<img src="/pictures/ferry-4711.jpg" width="1200" height="800" alt="">'
CAPTION = "The ferry in the old harbour at dawn"


def parsed(inside: str = "", above: str = "", end: str = "") -> Article:
    return newsparse.parse(
        f'<html lang="en"><head><title>Ferry line closes</title></head><body><main><article><div>{above}</div>'
        f'<p class="kicker">The sound</p><h1>Ferry line closes</h1><div>{PROSE}{inside}{END}{end}</div>'
        "</article></main></body></html>",
        url="https://paper.example/sound/ferry-line-closes",
    )


def printed(article: Article) -> list[tuple[str | None, str | None]]:
    return [(image.caption, image.credit) for image in article.images]


@pytest.mark.parametrize("form", [
    "<table><tr><td><a href='/pictures/ferry-4711.jpg'>{0}</a></td></tr><tr><td>{1}</td></tr></table>",
    "<dl class='x'><dt>{0}</dt><dd>{1}</dd></dl>",
    "<p>{0}<br><small class='y'>{1}</small></p>",
    "<figure>{0}<figcaption><span class='z'>02:13</span> {1}</figcaption></figure>",
    "<figure>{0}<details><summary>i</summary><p>{1}</p></details></figure>",
])  # fmt: skip
def test_a_caption_below_a_picture(form: str) -> None:
    article = parsed(form.format(PICTURE, CAPTION))
    assert printed(article) == [(CAPTION, None)]
    assert CAPTION not in [block.text for block in article.body]


def test_a_line_below_a_picture_in_one_paragraph_with_it_that_ends_in_a_credit() -> None:
    article = parsed(f"<p>{PICTURE}<br>{CAPTION}. Photo: Orla Venn</p>")
    assert printed(article) == [(f"{CAPTION}.", "Orla Venn")]
    assert len(article.body) == 4


def test_a_paragraph_with_a_picture_in_it_is_text() -> None:
    text = "The boats have their own smell, of diesel and wet rope, and nobody on them will miss it."
    article = parsed(f"<p>{PICTURE}{text}</p>")
    assert text in [block.text for block in article.body]
    assert printed(article) == [(None, None)]


@pytest.mark.parametrize("where", ["above", "end"])
def test_containers_without_names_at_either_end_of_the_article(where: str) -> None:
    box = f'<div class="sc-1"><div class="sc-2">{PICTURE}</div><div class="sc-3">{CAPTION}</div></div>'
    assert printed(parsed(**{where: box})) == [(CAPTION, None)]


def test_a_credit_in_an_element_of_its_own_behind_a_short_caption_in_characters() -> None:
    text = "島の学校で卒業式があり、家族や住民が見守るなか、ただ一人の卒業生が証書を受け取った。" * 3
    figure = '<figcaption><span class="a">証書を受け取る卒業生</span><span class="b">宮里健撮影</span></figcaption>'
    page = f'<html lang="ja"><article><h1>島の卒業式</h1><figure>{PICTURE}{figure}</figure><p>{text}</p></article>'
    assert printed(newsparse.parse(page)) == [("証書を受け取る卒業生", "宮里健")]


def test_what_a_photographer_is_called_is_no_part_of_the_name() -> None:
    text = "燈塔旁的舊宿舍今年春天改建為客房，守燈人的後代回到島上，向旅客講述過去的日子。" * 3
    caption = "<figcaption>燈塔旁的舊宿舍改建為客房。記者簡子翔攝</figcaption>"
    page = f'<html lang="zh"><article><h1>燈塔客房</h1><figure>{PICTURE}{caption}</figure><p>{text}</p></article>'
    assert printed(newsparse.parse(page)) == [("燈塔旁的舊宿舍改建為客房。", "簡子翔")]
