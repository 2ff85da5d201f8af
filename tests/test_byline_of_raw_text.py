"""Who wrote raw text: no markup says what a line is."""

from __future__ import annotations

import pytest

from newsparse import parse

TITLE = "Ferry line closes after ninety years"
PROSE = """\
The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday morning.

For ninety years the boats have carried farmers, school classes and their bicycles over to the other side.

From the summer on, a bus will run over the new bridge every hour, and the two captains will work in the harbour.
"""


def names(above: str = "", below: str = "", over: str = "", prose: str = PROSE) -> list[str]:
    """Return the authors of a text with lines over the headline, between it and the prose, and behind that."""
    text = f"{over}\n\n{TITLE}\n\n{above}\n\n{prose}\n\n{below}\n"
    return [author.name for author in parse(text, format="text").authors]


class TestUnderTheHeadline:
    @pytest.mark.parametrize("byline", ["By Mara Lindqvist", "3 March 2031\n\nMara Lindqvist"])
    def test_a_byline_or_a_name_below_a_date(self, byline: str) -> None:
        assert names(byline) == ["Mara Lindqvist"]

    def test_a_name_that_stands_alone(self) -> None:
        assert names("Mara Lindqvist", over="Home\n\nNews") == ["Mara Lindqvist"]

    def test_names_in_lines_of_their_own(self) -> None:
        assert names("Mara Lindqvist\n\nJonas Feldt") == ["Mara Lindqvist", "Jonas Feldt"]

    @pytest.mark.parametrize("bullet", ["*", "•", "+"])
    def test_names_with_a_bullet_before_them(self, bullet: str) -> None:
        found = names(f"{bullet} Mara Lindqvist\n{bullet} Jonas Feldt\n3 March 2031")
        assert found == ["Mara Lindqvist", "Jonas Feldt"]

    def test_names_in_a_list_of_many_are_none_of_its_authors(self) -> None:
        assert names("* Mara Lindqvist\n* Town\n* Harbour\n* Sport\n* Culture\n3 March 2031") == []

    def test_words_that_the_page_writes_small_are_no_name(self) -> None:
        assert names("Harbour Boats") == []

    def test_whom_the_text_speaks_of_is_no_author(self) -> None:
        assert names("Mara Lindqvist", prose=PROSE.replace("the harbour office", "Lindqvist, a captain,")) == []

    def test_what_stands_before_the_date_is_no_part_of_the_name(self) -> None:
        assert names("By Mara Lindqvist Last updated: 3 March 2031") == ["Mara Lindqvist"]

    @pytest.mark.parametrize("line", ["3 March 2031 by Mara", "3 March 2031, 23:39 · by Mara"])
    def test_a_first_name_behind_a_date_and_a_byline_word(self, line: str) -> None:
        assert names(line) == ["Mara"]


class TestElsewhere:
    def test_a_name_with_its_date_above_the_headline(self) -> None:
        assert names(over="Mara Lindqvist 3 March 2031") == ["Mara Lindqvist"]

    def test_a_name_after_the_text(self) -> None:
        assert names(below="Mara Lindqvist") == ["Mara Lindqvist"]

    def test_what_the_text_speaks_of_does_not_sign_it(self) -> None:
        assert names(below="Sunny Harbour", prose=PROSE.replace("harbour office", "Sunny Harbour")) == []


class TestOtherWritings:
    """What other languages put between headline and text."""

    def authors(self, *lines: str) -> list[str]:
        return [author.name for author in parse("\n\n".join(lines), format="text").authors]

    def test_the_halves_of_a_day_are_no_names(self) -> None:
        found = self.authors(
            "폐교가 마을 도서관으로 바뀌다",
            "입력 2031.10.08. 오전 9:30 수정 2031.10.08. 오후 2:12",
            "김서윤 기자",
            "산들초등학교가 마을 도서관으로 다시 태어났다. 주민들이 삼 년 동안 힘을 모아 교실을 고친 결과다.",
            "지난 주말 찾은 도서관에는 아이들이 책을 읽고 있었다. 이장은 아이들 웃음소리가 돌아왔다고 말했다.",
        )
        assert found == ["김서윤"]

    def test_a_caption_with_its_credit_names_no_author(self) -> None:
        found = self.authors(
            "নদীভাঙনে পরিবার গৃহহীন",
            "প্রকাশ: ১২ জুলাই ২০৩১, ১০:২৫",
            "নদীভাঙনের দৃশ্য। ছবি: সংগৃহীত",
            "নদীভাঙনে গত তিন দিনে শতাধিক পরিবার গৃহহীন হয়ে পড়েছে। স্থানীয় প্রশাসন জানায়, তাদের আশ্রয়কেন্দ্রে নেওয়া হয়েছে।",
            "গ্রামের এক বাসিন্দা বলেন, চোখের সামনে ঘর নদীতে চলে গেল। তাঁর দুই বিঘা জমিও নদীতে বিলীন হয়েছে।",
        )
        assert found == []

    @pytest.mark.parametrize(
        ("line", "names"),
        [("رافعة تفرغ الحاويات في الميناء (أ ف ب)", []), ("سامي العبدالله - مدينة الرمال", ["سامي العبدالله"])],
    )
    def test_without_capitals_the_place_and_other_words_are_told_from_the_name(
        self, line: str, names: list[str]
    ) -> None:
        found = self.authors(
            "ميناء الرمال يستقبل أول سفينة",
            line,
            "نشر في: 14 يناير 2031",
            "استقبل ميناء الرمال صباح الثلاثاء أول سفينة حاويات بعد توقف دام ثلاث سنوات، في خطوة وصفت بأنها بداية.",
            "وأضاف مدير الميناء أن الميناء سيستقبل سفينتين كل أسبوع، على أن يعود إلى طاقته الكاملة في الصيف المقبل.",
        )
        assert found == names

    def test_reporters_in_brackets_behind_the_dateline(self) -> None:
        found = self.authors(
            "县里新建十二所乡村小学",
            "2031-08-21 09:12:33 来源：新华社",
            "新华社成都8月21日电（记者李文涛 王晓兰）记者21日从县教育局获悉，今年当地将新建十二所乡村小学。",
            "据介绍，这些学校大多位于海拔较高的山区，过去孩子们上学要走两个多小时的山路。新学校配有宿舍和食堂。",
        )
        assert found == ["李文涛", "王晓兰"]

    def test_a_single_word_with_a_date_below_the_desk_is_a_place(self) -> None:
        assert names("REDACCIÓN\nVillarino - 09 MAR 2031 - 21:47 CET") == []

    def test_name_place_and_agency_in_the_first_line_of_the_text(self) -> None:
        article = parse(f"{TITLE}\n\n3 March 2031\n\nMara LINDQVIST / HAFEN (DHA)\n\n{PROSE}", format="text")
        assert [author.name for author in article.authors] == ["Mara LINDQVIST"]
        assert all("LINDQVIST" not in block.text for block in article.body)

    def test_who_wrote_may_have_taken_the_picture_as_well(self) -> None:
        first, *others = PROSE.split("\n\n")
        prose = "\n\n".join((first, "The boat at the quay. Photo: Mara Lindqvist", *others))
        assert names(below="Mara Lindqvist", prose=prose) == ["Mara Lindqvist"]

    def test_a_single_line_above_a_text_without_a_headline(self) -> None:
        first = (
            "The last ferry over the sound leaves on Friday at noon, the harbour office in the old town said on Monday."
        )
        found = self.authors("Mara Lindqvist", first, *PROSE.strip().split("\n\n")[1:])
        assert found == ["Mara Lindqvist"]

    def test_what_stands_behind_a_number_is_no_name(self) -> None:
        assert names("- Bauzeit von drei Jahren eingehalten\n- Kosten von 28 Millionen Euro") == []

    def test_sentences_without_stops_and_capitals_are_no_names(self) -> None:
        found = self.authors(
            "ชาวบ้านช่วยกันสร้างสะพานไม้ไผ่ข้ามคลอง",
            "เผยแพร่: 8 พ.ย. 2567 14:30",
            "ชาวบ้านกว่าห้าสิบคนร่วมแรงกันสร้างสะพานไม้ไผ่ข้ามคลอง หลังสะพานเดิมถูกน้ำป่าพัดพังเมื่อสัปดาห์ก่อน ทำให้เด็กไปโรงเรียนไม่ได้",
            "ด้านองค์การบริหารส่วนตำบลระบุว่า จะของบประมาณสร้างสะพานคอนกรีตในปีหน้า",
        )
        assert found == []

    @pytest.mark.parametrize(
        ("end", "names"),
        [
            ("（高瀬浩二）", ["高瀬浩二"]),
            ("【カイロ松岡大地、青木遥】", ["松岡大地", "青木遥"]),
            ("（編集委員・高瀬浩二）", ["高瀬浩二"]),
            ("（敬称略）", []),
            ("（2031年1月）", []),
        ],
    )
    def test_names_in_brackets_behind_the_last_sentence(self, end: str, names: list[str]) -> None:
        found = self.authors(
            "町の図書館、老朽化で来春建て替え",
            "2031年2月14日 11時30分",
            "町は13日、築50年を超えた町立図書館を来春に取り壊し、同じ場所に新しい図書館を建てる計画の住民説明会を開いた。",
            f"近くに住む主婦は「子どもと毎週通っている。工事の間も本を借りられる場所を残してほしい」と話した。{end}",
        )
        assert found == names
