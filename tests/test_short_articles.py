"""Articles of a few short paragraphs, as much of the news is."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.letters import width

PAGES = {
    "zh": (
        "市图书馆延长夜间开放时间",
        [
            "5月13日，市图书馆宣布延长开放时间。",
            "读者对此表示欢迎。",
            "新时间从6月1日起执行。",
            "图书馆共有座位800个。",
        ],
    ),
    "ja": (
        "駅前の銭湯、来月で閉店",
        ["東浜市の駅前にある銭湯が、来月末で閉店する。", "創業は1955年。", "常連客からは惜しむ声が上がっている。"],
    ),
    "ko": (
        "동네 책방, 밤에도 문 연다",
        ["구청이 동네 책방의 밤 영업을 돕는다.", "대상은 열두 곳이다.", "예산은 2억원이다."],
    ),
    "es": (
        "Abre el nuevo puente tras tres años de obras",
        [
            "El nuevo puente sobre el río abrió este martes por la mañana.",
            "“Es un día histórico”, dijo el alcalde.",
            "Las obras costaron 200 millones de euros.",
        ],
    ),
}


def page(language: str, inserted: str) -> str:
    title, paragraphs = PAGES[language]
    body = [f"<p>{p}</p>" for p in paragraphs]
    body.insert(-1, inserted)
    menu = '<nav><a href="/">A</a><a href="/b">B</a></nav>'
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title}</title></head><body>{menu}<main><h1>{title}</h1>'
        f'<div class="text">{"".join(body)}</div></main></body></html>'
    )


@pytest.mark.parametrize("language", PAGES)
def test_no_short_paragraph_is_lost_around_a_link_to_another_article(language: str) -> None:
    link = '<p><a href="/2024/05/10/another-story-12345.html">Another story of the same town and its bridges</a></p>'
    assert list(newsparse.parse(page(language, link)).paragraphs) == PAGES[language][1]


def test_the_date_of_a_short_article_is_no_paragraph() -> None:
    html = page("es", "").replace("</h1>", "</h1><div>14/05/2024 09:30</div>")
    article = newsparse.parse(html)
    assert list(article.paragraphs) == PAGES["es"][1]
    assert str(article.published).startswith("2024-05-14 09:30")


def test_a_character_of_a_script_of_syllables_counts_for_more_than_a_letter() -> None:
    assert width("图书馆") == width("동네책방") > width("Bücherei") == width("ห้องสมุด") == 1.0
