"""Whether a reader gets the whole text."""

from __future__ import annotations

import json
from typing import Any

import pytest

import newsparse
from newsparse import Access, AccessStatus, Article

PARAGRAPHS = (
    "The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of May.",
    "Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as there is money.",
    "Residents on the far side will have to take the ferry, which runs hourly and carries no more than twelve cars.",
    "The mayor said that she regretted the decision, but that the safety of everybody who crosses came first.",
)
WALL = '<div class="paywall"><p>Subscribe to continue reading</p></div>'


def page(paragraphs: tuple[str, ...] = PARAGRAPHS, after: str = "", head: str = "", **declared: Any) -> Article:
    raw = json.dumps({"@type": "NewsArticle", **declared})
    head += f'<script type="application/ld+json">{raw}</script>' if declared else ""
    text = "".join(f"<p>{p}</p>" for p in paragraphs)
    body = f"<article><h1>Bridge closes to all cars</h1>{text}{after}</article>"
    return newsparse.parse(f'<html lang="en"><head>{head}</head><body>{body}</body></html>')


class TestFree:
    def test_a_text_that_nothing_cuts_off_is_free(self) -> None:
        assert page().access == Access(AccessStatus.FREE, (), body_complete=True)

    @pytest.mark.parametrize("value", [True, "True", "https://schema.org/True"])
    def test_a_page_may_declare_it(self, value: object) -> None:
        found = page(isAccessibleForFree=value)
        assert found.access.status is AccessStatus.FREE
        assert found.evidence["access"].source == "declared free"

    def test_a_button_in_a_newsletter_box_is_no_wall(self) -> None:
        box = '<div class="newsletter"><h3>Morning tide</h3><p>Our letter, every day at six.</p><p>Subscribe</p></div>'
        assert page(after=box, wordCount=200).access.status is AccessStatus.FREE

    def test_words_cannot_be_counted_where_the_script_does_not_part_them(self) -> None:
        text = (
            "市議会は11日夜、老朽化した橋を少なくとも1年間、通行止めにすることを決めた。橋脚に複数のひびが見つかったためだ。",
            "市長は「市民の安全を最優先する」と述べ、対岸の住民には渡し船を無料で運航すると説明した。",
            "工事は4月に始まり、費用は約20億円の見込みで、国の補助金を充てる。",
        )
        assert page(text, "<p>ログイン</p>", wordCount=150).access.status is AccessStatus.FREE


class TestMeteredPages:
    def test_a_count_of_free_articles_below_a_text_that_does_not_break_off_cuts_nothing(self) -> None:
        meter = "<div class='meter'><p>You have 2 free articles left this month.</p><p>Subscribe now</p></div>"
        access = page(PARAGRAPHS[:2], meter, isAccessibleForFree=False).access
        assert (access.status, access.body_complete) == (AccessStatus.METERED, True)


class TestLocked:
    def test_a_wall_after_the_beginning_of_a_text_that_is_not_free(self) -> None:
        access = page(PARAGRAPHS[:2], WALL, isAccessibleForFree=False).access
        assert (access.status, access.body_complete) == (AccessStatus.LOCKED, False)
        assert access.notices == ("Subscribe to continue reading",)

    def test_a_wall_after_a_text_that_breaks_off(self) -> None:
        assert page(
            (PARAGRAPHS[0], "Engineers had found cracks in two of the seven piers, and …"), WALL
        ).access.status == (AccessStatus.LOCKED)

    def test_a_wall_that_looks_like_a_paragraph_of_the_text(self) -> None:
        wall = "この記事は有料記事です。残り560文字有料会員になると続きをお読みいただけます。"
        text = (
            "市議会は11日夜、老朽化した橋を少なくとも1年間、通行止めにすることを決めた。橋脚に複数のひびが見つかったためだ。",
            "市長は「市民の安全を最優先する」と述べた。",
            "工事は4月に始まり、費用は約20億円の見込み。",
        )
        lines = "".join(f"<p>{line}</p>" for line in (*text, wall))
        more = '<aside><h2>関連ニュース</h2><a href="/articles/railway.html">北部の鉄道、5月に再開へ</a></aside>'
        found = newsparse.parse(f"<body><main><h1>橋、1年間通行止めに</h1>{lines}</main>{more}</body>")
        assert found.access == Access(AccessStatus.LOCKED, (wall,), body_complete=False)
        assert found.paragraphs == text

    def test_a_wall_after_far_fewer_words_than_are_declared(self) -> None:
        assert page(PARAGRAPHS[:2], WALL, wordCount=900).access.status is AccessStatus.LOCKED

    def test_it_is_warned_of(self) -> None:
        (warning,) = page(PARAGRAPHS[:2], WALL, isAccessibleForFree=False).warnings
        assert warning.startswith("the body is not complete")


class TestMetered:
    def test_a_whole_text_that_is_declared_not_free(self) -> None:
        assert page(isAccessibleForFree="false").access.status is AccessStatus.METERED

    def test_a_page_may_declare_it(self) -> None:
        assert (
            page(head='<meta property="article:content_tier" content="metered">').access.status is AccessStatus.METERED
        )


class TestDeclaredText:
    def test_as_many_words_as_declared_are_all(self) -> None:
        assert page(articleBody=" ".join(PARAGRAPHS)).access.body_complete is True

    @pytest.mark.parametrize("value", [None, 3, "maybe", [], {}])
    def test_what_is_neither_true_nor_false_declares_nothing(self, value: object) -> None:
        assert page(isAccessibleForFree=value).access.status is AccessStatus.FREE
        assert page(isAccessibleForFree=value).evidence["access"].source != "declared free"


def test_without_a_text_nothing_is_known() -> None:
    assert page(()).access == Access(AccessStatus.UNKNOWN, (), None)
