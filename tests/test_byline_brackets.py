"""Brackets of bylines, employers glued to job titles, labels in place of names."""

from __future__ import annotations

import pytest

from newsparse.bylines import grammar_of, named, read_byline
from newsparse.bylines.datelines import announced
from tests.byline_pages import names as authors_of
from tests.byline_pages import page


def names(text: str, language: str = "en") -> list[str]:
    return [author.name for author in read_byline(text, grammar_of(language)).authors]


def roles(text: str, language: str = "en") -> list[str | None]:
    return [author.role for author in read_byline(text, grammar_of(language)).authors]


def slot(text: str, language: str) -> list[str]:
    return [author.name for author in named(text, grammar_of(language), shown=True)]


class TestBrackets:
    def test_words_in_brackets_behind_a_name_that_describe_the_person_are_no_second_one(self) -> None:
        text = "Autori: Ilze Kalniņa (HTV Ziņu dienesta ārzemju redaktore)"
        assert names(text, "lv") == ["Ilze Kalniņa"]
        assert roles(text, "lv") == ["HTV Ziņu dienesta ārzemju redaktore"]

    def test_an_agency_or_a_second_person_in_brackets_still_counts(self) -> None:
        assert names("Von Mara Lindner (dpa)", "de") == ["Mara Lindner", "dpa"]
        assert names("By Mara Lindqvist (and Tom Harbour)") == ["Mara Lindqvist", "Tom Harbour"]

    def test_the_text_behind_the_brackets_of_a_byline_names_nobody(self) -> None:
        assert names("海港报讯（记者 林小岚）11月25日，多名居民反映，截至发稿时，渡轮仍停航。", "zh") == ["林小岚"]

    def test_the_employer_with_the_job_title_glued_to_it_is_no_name(self) -> None:
        text = "采写：海港记者 林小岚 张伟华"
        assert names(text, "zh") == ["林小岚", "张伟华"]
        assert roles(text, "zh") == ["记者", "记者"]

    def test_names_with_a_job_title_each_are_names(self) -> None:
        assert names("林小岚记者 张伟华记者", "zh") == ["林小岚", "张伟华"]


class TestReportersInBrackets:
    @pytest.mark.parametrize(
        "text",
        [
            "海港网10月4日讯（记者林小岚 整合） 假期过半",
            "海通社东港12月9日电（记者 林小岚）渡轮停航",
            "（海港报记者林小岚）渡轮停航",
        ],
    )
    def test_brackets_behind_a_dateline_name_the_reporter(self, text: str) -> None:
        assert [a.name for a in announced(text, grammar_of("zh"))] == ["林小岚"]

    @pytest.mark.parametrize(
        "text",
        [
            "小说《海港》（作者林小岚）昨日出版",
            "The film (directed by Mara Lindqvist) opens",
            "渡轮停航，市民表示（记者林小岚摄）",
        ],
    )
    def test_brackets_inside_a_sentence_do_not(self, text: str) -> None:
        assert not announced(text, grammar_of("zh"))


class TestLabelsInPlaceOfNames:
    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("zh", "注册登录"),
            ("en", "Register Log in"),
            ("zh", "未知"),
            ("es", "Autor desconocido"),
            ("ru", "Администратор"),
            ("en", "View More Articles"),
        ],
    )
    def test_labels_and_placeholders_are_nobody(self, language: str, text: str) -> None:
        assert not slot(text, language)

    def test_a_job_title_without_spaces_is_no_user_name(self) -> None:
        assert not slot("海港大学渡轮研究所副所长", "zh")


class TestOnPages:
    def test_a_link_to_log_in_is_no_author(self) -> None:
        link = '<div class="bar"><a href="https://news.example/user/login">Harbour Club</a></div>'
        assert authors_of(page(link)) == []

    def test_reasons_to_choose_from_are_no_authors(self) -> None:
        reasons = ["文字、图片等问题", "标题夸张、文不对题", "与事实不符", "低俗"]
        html = page(after="<ul>" + "".join(f"<li>{reason}</li>" for reason in reasons) + "</ul>")
        assert authors_of(html.replace('lang="en"', 'lang="zh"')) == []

    def test_a_name_with_the_job_title_glued_to_it_is_parted_by_its_link(self) -> None:
        line = '<div class="author"><p><a href="/p/7">林小岚</a><span>海港大学渡轮研究所副所长</span></p></div>'
        assert authors_of(page(line).replace('lang="en"', 'lang="zh"')) == ["林小岚"]


class TestSeams:
    def test_labels_glued_to_what_is_before_them_part_a_line(self) -> None:
        assert names("2019-09-26 12:11来源：海港时报网作者：林小岚", "zh") == ["林小岚"]

    def test_the_longest_label_counts(self) -> None:
        assert names("作者：林小岚责任编辑：赵敏", "zh") == ["林小岚"]

    def test_names_below_headlines_of_a_front_page_are_no_authors_of_it(self) -> None:
        card = '<div><a href="/{0}">{1} harbours on this coast will close</a><p class="byline">By {2}</p></div>'
        people = ("Mara Lindqvist", "Tom Harbour", "Ida Nord", "Sven Kai")
        cards = "".join(card.format(n, f"Number {n} of seven", name) for n, name in enumerate(people))
        html = f'<html lang="en"><title>Harbour News</title><main><h2>Picks of the day</h2>{cards}</main></html>'
        assert authors_of(html) == []

    def test_a_line_of_employer_job_title_and_names_opens_the_text(self) -> None:
        html = zh_page("<p>海港新闻记者 林小岚 张伟华</p>")
        assert authors_of(html) == ["林小岚", "张伟华"]

    def test_the_owner_of_the_notice_of_copyright_is_no_person(self) -> None:
        head = '<meta name="author" content="海港"><meta name="copyright" content="海港版权所有">'
        head += '<meta property="og:type" content="article">'
        assert authors_of(zh_page("", head)) == []

    def test_a_paper_is_no_person(self) -> None:
        head = '<meta name="author" content="海港科技"><meta property="og:type" content="article">'
        assert authors_of(zh_page("", head)) == []

    def test_a_sentence_below_a_label_names_nobody(self) -> None:
        note = "<div>作者简介</div><div>本文由机构上传并发布，仅代表该机构观点，不代表本报立场。</div>"
        assert authors_of(zh_page("", "", note)) == []


def zh_page(byline: str, head: str = "", after: str = "") -> str:
    lines = (
        "海港市议会十一日晚决定，老桥将对车辆封闭至少一年，原因是工程师在两座桥墩上发现了多处裂缝。",
        "市长表示，市民的安全是第一位的，维修工作将在资金到位之后立即开始，预计需要两年时间完成。",
        "附近居民计划于周四在市政厅前集会，他们要求政府在封闭期间增加渡轮班次，并向商户提供补贴。",
    )
    text = "".join(f"<p>{line}</p>" for line in lines)
    article = f"<article><h1>老桥将对车辆封闭一年</h1><div>{byline}{text}</div></article>{after}"
    return f'<html lang="zh"><head><title>老桥将对车辆封闭一年</title>{head}</head><body>{article}</body></html>'
