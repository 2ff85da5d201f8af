"""Lines that close a text and are none of it: who edited it, whose it is, a name with an e-mail address."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.bylines.kinds import before_mail
from newsparse.extractors.closings import is_signed
from tests.byline_pages import page

TEXTS = {
    "ko": (
        "낡은 다리 1년간 통제",
        "시의회는 11일 밤 낡은 다리를 최소 1년간 통제하기로 의결했다.",
        '시장은 "시민의 안전이 최우선"이라고 말했다.',
        "인근 주민들은 14일 시청 앞에서 집회를 열 계획이다.",
    ),
    "zh": (
        "老桥将封闭一年",
        "市议会11日晚决定，老桥将对车辆封闭至少一年，原因是工程师发现裂缝。",
        "市长表示，市民安全是第一位的。",
        "附近居民计划于周四在市政厅前集会。",
    ),
    "ja": (
        "老朽化した橋、1年間通行止めに",
        "市議会は11日夜、老朽化した橋を少なくとも1年間、通行止めにすることを決めた。",
        "市長は「市民の安全を最優先する」と述べた。",
        "工事は4月に始まり、費用は約20億円の見込み。",
    ),
}


def parsed(language: str, last: str) -> newsparse.Article:
    """An article whose paragraphs line breaks part, with a line of its own below them."""
    headline, *text = TEXTS[language]
    body = "<br><br>".join([*text, last])
    page = f"<article><h1>{headline}</h1><div>{body}</div></article>"
    return newsparse.parse(f'<html lang="{language}"><head><title>{headline}</title></head><body>{page}</body></html>')


class TestClosings:
    @pytest.mark.parametrize(
        ("language", "line"),
        [
            ("ko", "홍길동 기자 hong@example.org"),
            ("ko", "북부=홍길동 기자 hong@example.org"),
            ("ko", "홍길동(hong@example.org)"),
            ("ko", "hong@example.org"),
            ("ja", "山田太郎 taro@example.org"),
        ],
    )
    def test_a_line_with_an_address_and_a_name_at_most_is_no_text(self, language: str, line: str) -> None:
        assert line not in [b.text for b in parsed(language, line).body]

    @pytest.mark.parametrize("line", ["© The Island Herald Ltd. 2031", "(C) 2031 朝凪新聞社"])
    def test_a_notice_of_copyright_with_a_year_is_no_text(self, line: str) -> None:
        assert line not in [b.text for b in parsed("ja", line).body]

    @pytest.mark.parametrize(
        "line", ["责任编辑：赵敏", "(责编：赵敏、钱进)", "【责任编辑:赵敏】", "審核：李四 編輯：張三"]
    )
    def test_a_line_that_says_who_edited_the_text_is_none(self, line: str) -> None:
        assert line not in [b.text for b in parsed("zh", line).body]

    @pytest.mark.parametrize(
        ("language", "line"),
        [
            ("ko", "※ 저작권자 북부일보 무단복제 및 전재를 금합니다"),
            ("zh", "声明：本文版权归北城日报所有，未经授权，不得转载。"),
            ("ja", "記事・写真の無断転載を禁じます。"),
            ("ja", "著作権は北日新聞社に帰属します"),
        ],
    )
    def test_a_short_line_that_says_whose_the_text_is_is_none(self, language: str, line: str) -> None:
        assert line not in [b.text for b in parsed(language, line).body]

    @pytest.mark.parametrize(
        "line", ["시민들은 의견을 다음 달까지 보내면 된다: a@example.org", "Write to us at a@example.org"]
    )
    def test_more_than_a_name_before_an_address_is_no_signature(self, line: str) -> None:
        assert not is_signed(line)

    def test_the_reporter_with_an_address_below_the_text_is_its_author(self) -> None:
        assert [a.name for a in parsed("ko", "홍길동 기자 hong@example.org").authors] == ["홍길동"]


class TestBeforeMail:
    @pytest.mark.parametrize(
        ("text", "owner"),
        [
            ("Ada Byron (ada@example.org)", "Ada Byron"),
            ("홍길동 기자/hong@example.org", "홍길동 기자"),
            ("ada@example.org", ""),
            ("Ada Byron @ada", None),
            ("ada@example.org is her address", None),
            ("@", None),
            ("", None),
        ],
    )
    def test_what_stands_before_the_address_that_ends_a_text(self, text: str, owner: str | None) -> None:
        assert before_mail(text) == owner


class TestEndOfRawText:
    @pytest.mark.parametrize(
        "text",
        [
            "市议会11日晚决定，老桥将对车辆封闭至少一年。|市长表示，市民安全是第一位的。|附近居民计划于周四集会。",
            "नगर परिषद ने कल शाम पुराने पुल को कम से कम एक साल के लिए यातायात के लिए बंद करने का फैसला किया।|महापौर ने यह कहा।",
            "The council decided on Monday night to close the old bridge for a year.|Residents plan a rally.",
        ],
    )
    def test_short_sentences_down_to_the_end_of_a_text_belong_to_it(self, text: str) -> None:
        body = newsparse.parse(text.replace("|", "\n\n")).body
        assert [block.text for block in body] == text.split("|")

    def test_what_says_who_edited_the_text_may_follow_them(self) -> None:
        text = "市议会11日晚决定，老桥将对车辆封闭至少一年。\n\n附近居民计划于周四集会。\n\n责任编辑：赵敏"
        assert [block.text for block in newsparse.parse(text).body] == text.split("\n\n")[:2]


class TestNotices:
    """What the paper says behind a text, and the headline's other wording."""

    @pytest.mark.parametrize(
        ("language", "line"),
        [
            ("zh", "（原标题：老桥封闭一年！居民周四集会）"),
            ("zh", "原标题：老桥封闭一年"),
            ("zh", "图片均来自网络"),
            ("zh", "海港生活最新资讯 请关注“海港日报微信公众号”"),
            ("zh", "声明：本报力求信息准确，所述内容不构成投资建议，据此操作风险自担。"),
            ("ja", "原題：老朽化した橋が通行止め"),
            ("ko", "(원제: 낡은 다리 통제)"),
        ],
    )
    def test_they_are_no_text(self, language: str, line: str) -> None:
        article = parsed(language, line)
        assert line not in [block.text for block in article.body]
        assert article.subtitle != line

    def test_the_other_wording_above_the_text_is_neither_text_nor_subtitle(self) -> None:
        headline, *text = TEXTS["zh"]
        body = "".join(f"<p>{line}</p>" for line in ("原标题：老桥封闭一年", *text))
        html = f'<html lang="zh"><title>{headline}</title><article><h1>{headline}</h1>{body}</article></html>'
        article = newsparse.parse(html)
        assert [block.text for block in article.body] == text
        assert article.subtitle is None

    def test_a_call_to_report_mistakes_is_no_text(self) -> None:
        text = "<p>Pilsētas dome pirmdien nolēma veco tiltu slēgt uz gadu, jo inženieri atrada plaisas.</p>" * 3
        call = "<p>Ja pamanīji kļūdu, iezīmē to un piespied Ctrl+Enter, lai nosūtītu tekstu redaktoram!</p>"
        html = f'<html lang="lv"><title>Tilts</title><article><h1>Veco tiltu slēdz</h1>{text}{call}</article></html>'
        assert not any("Ctrl" in block.text for block in newsparse.parse(html).body)

    def test_words_of_a_notice_inside_the_text_are_text(self) -> None:
        line = "Follow us on the path along the pier, the captain told the classes, and none of you will be lost."
        html = page().replace("<p>For ninety", f"<p>{line}</p><p>For ninety")
        assert line in [block.text for block in newsparse.parse(html).body]

    @pytest.mark.parametrize("line", ["本文来源：海港报 责任编辑：赵敏_HG1234", "（责任编辑：系统管理员）"])
    def test_source_and_editor_credit_no_picture(self, line: str) -> None:
        headline, *text = TEXTS["zh"]
        body = "".join(f"<p>{one}</p>" for one in text)
        picture = '<p><img src="/bridge.jpg" width="800" height="500"></p>'
        end = f'<div class="source">{line}</div>'
        article_ = f"<article><h1>{headline}</h1>{picture}{body}{end}</article>"
        article = newsparse.parse(f'<html lang="zh"><title>{headline}</title>{article_}</html>')
        assert [(image.caption, image.credit) for image in article.images] == [(None, None)]
        assert article.body[-1].text == text[-1]

    def test_an_address_with_a_word_in_brackets_behind_it_is_no_text(self) -> None:
        assert is_signed("hong@example.org\n(END)")

    def test_a_number_alone_between_headline_and_text_is_no_text(self) -> None:
        html = page("<div><i>\ue617</i> 14</div>")
        assert newsparse.parse(html).body[0].text.startswith("The last ferry")

    def test_a_heap_of_search_terms_is_no_text(self) -> None:
        headline, *text = TEXTS["zh"]
        heap = " ".join(["老桥封闭 海港渡轮时刻 港口天气", "桥梁裂缝图片"] * 60)
        body = "".join(f"<p>{line}</p>" for line in (*text, *text))
        html = f'<html lang="zh"><title>{headline}</title><article><h1>{headline}</h1>{body}</article>{heap}</html>'
        assert not any("时刻" in block.text for block in newsparse.parse(html).body)
