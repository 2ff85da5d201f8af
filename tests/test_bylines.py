"""Reading a byline word by word."""

from __future__ import annotations

import pytest

from newsparse import lexicons
from newsparse.article import AuthorKind
from newsparse.bylines import grammar_of, named, read_byline, same
from newsparse.bylines.datelines import dateline_authors
from newsparse.bylines.grammar import may_open
from newsparse.phrases import plain, runs


def names(text: str, language: str | None = "en") -> list[str]:
    return [author.name for author in read_byline(text, grammar_of(language)).authors]


def roles(text: str, language: str = "en") -> list[str | None]:
    return [author.role for author in read_byline(text, grammar_of(language)).authors]


def slot(text: str, language: str = "en", *, shown: bool = False) -> list[tuple[str, str]]:
    return [(author.name, author.kind.value) for author in named(text, grammar_of(language), shown=shown)]


class TestNames:
    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            ("en", "By Mara Lindqvist", ["Mara Lindqvist"]),
            ("en", "By Mara Lindqvist and Tom O'Hara in Cork", ["Mara Lindqvist", "Tom O'Hara"]),
            ("de", "Von Mara Lindner und Jan Fischer", ["Mara Lindner", "Jan Fischer"]),
            ("de", "von Anna von Hohenfels", ["Anna von Hohenfels"]),
            ("pt", "Por Joana dos Reis e Rui Prates", ["Joana dos Reis", "Rui Prates"]),
            ("sv", "Av Kerstin Åberg", ["Kerstin Åberg"]),
        ],
    )
    def test_an_opening_word_and_joiners_of_the_language_are_known(
        self, language: str, text: str, expected: list[str]
    ) -> None:
        assert names(text, language) == expected

    def test_a_small_prefix_before_a_capital_belongs_to_a_name(self) -> None:
        assert names("By Ines al-Okafor and Tom d'Arc") == ["Ines al-Okafor", "Tom d'Arc"]

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Von unserer Redakteurin Mara Lindner", "Mara Lindner"),
            ("Von unserem Korrespondenten Jan Fischer, Hafenstadt", "Jan Fischer"),
        ],
    )
    def test_the_papers_own_people(self, text: str, name: str) -> None:
        assert names(text, "de") == [name]

    def test_a_place_before_the_name_is_none(self) -> None:
        assert not any("Hafenstadt" in name for name in names("Aus Hafenstadt berichtet Mara Lindner", "de"))

    def test_a_language_without_a_lexicon_is_read_with_all_words(self) -> None:
        assert names("Von Mara Lindner", "xx") == ["Mara Lindner"]

    def test_academic_titles_are_dropped(self) -> None:
        assert names("Von Dr. Mara Lindner", "de") == ["Mara Lindner"]

    def test_degrees_after_a_comma_are_dropped(self) -> None:
        assert names("By Mara Lindqvist, PhD, RDN") == ["Mara Lindqvist"]

    def test_a_name_printed_twice_in_a_row_is_read_once(self) -> None:
        assert names("Mara Lindqvist Mara Lindqvist") == ["Mara Lindqvist"]

    def test_the_same_name_in_two_places_is_read_once(self) -> None:
        assert names("By Mara Lindqvist | Mara Lindqvist") == ["Mara Lindqvist"]

    def test_initials_keep_their_full_stop_and_the_end_of_a_sentence_does_not(self) -> None:
        assert names("By Mara L. Lindqvist.") == ["Mara L. Lindqvist"]

    def test_a_month_that_is_a_first_name_stays_one(self) -> None:
        assert names("By April Holm") == ["April Holm"]


BYLINES = {
    "ar": ("كتب: أحمد علي", ["أحمد علي"]),
    "bg": ("Автор: Анна Иванова и Петър Петров", ["Анна Иванова", "Петър Петров"]),
    "bn": ("লেখক: আনিকা রহমান ও তারেক হাসান", ["আনিকা রহমান", "তারেক হাসান"]),
    "ca": ("Per Anna Puig i Joan Serra", ["Anna Puig", "Joan Serra"]),
    "cs": ("Autor: Anna Nováková a Jan Novák", ["Anna Nováková", "Jan Novák"]),
    "da": ("Af Anna Berg og Lars Lind", ["Anna Berg", "Lars Lind"]),
    "de": ("Von Anna Berg und Lars Lind", ["Anna Berg", "Lars Lind"]),
    "el": ("Γράφει ο Νίκος Παππάς", ["Νίκος Παππάς"]),
    "en": ("By Anna Berg and Lars Lind in Oslo", ["Anna Berg", "Lars Lind"]),
    "es": ("Por Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
    "et": ("Autor: Anna Tamm ja Mart Kask", ["Anna Tamm", "Mart Kask"]),
    "fa": ("نویسنده: علی رضایی", ["علی رضایی"]),
    "fi": ("Teksti: Anna Virtanen ja Matti Korhonen", ["Anna Virtanen", "Matti Korhonen"]),
    "fr": ("Par Anne Dupont, avec AFP", ["Anne Dupont"]),
    "he": ("מאת: דנה כהן", ["דנה כהן"]),
    "hi": ("लेखक: अनीता शर्मा", ["अनीता शर्मा"]),
    "hr": ("Piše: Ana Horvat i Ivan Kovač", ["Ana Horvat", "Ivan Kovač"]),
    "hu": ("Írta: Nagy Anna és Kis Péter", ["Nagy Anna", "Kis Péter"]),
    "id": ("Oleh Siti Rahma dan Budi Santoso", ["Siti Rahma", "Budi Santoso"]),
    "it": ("di Anna Rossi e Luca Bianchi", ["Anna Rossi", "Luca Bianchi"]),
    "ja": ("文・山田太郎 写真・鈴木花子", ["山田太郎"]),
    "ko": ("홍길동 기자", ["홍길동"]),
    "lt": ("Autorė: Ona Petraitienė ir Jonas Kazlauskas", ["Ona Petraitienė", "Jonas Kazlauskas"]),
    "lv": ("Autors: Anna Bērziņa un Jānis Ozols", ["Anna Bērziņa", "Jānis Ozols"]),
    "mr": ("लेखक: अनिता कुलकर्णी", ["अनिता कुलकर्णी"]),
    "ms": ("Oleh Siti Aminah dan Ahmad Faizal", ["Siti Aminah", "Ahmad Faizal"]),
    "ne": ("लेखक: अनिता थापा", ["अनिता थापा"]),
    "nl": ("Door Anna Jansen en Piet Bakker", ["Anna Jansen", "Piet Bakker"]),
    "no": ("Av Anna Berg og Lars Lind", ["Anna Berg", "Lars Lind"]),
    "pl": ("Autor: Anna Nowak i Jan Kowalski", ["Anna Nowak", "Jan Kowalski"]),
    "pt": ("Por Ana Silva e Rui Costa", ["Ana Silva", "Rui Costa"]),
    "ro": ("De Ana Popescu și Ion Ionescu", ["Ana Popescu", "Ion Ionescu"]),
    "ru": ("Автор: Анна Иванова и Пётр Сидоров", ["Анна Иванова", "Пётр Сидоров"]),
    "sk": ("Autor: Anna Kováčová a Ján Novák", ["Anna Kováčová", "Ján Novák"]),
    "sl": ("Piše: Ana Novak in Janez Kranjc", ["Ana Novak", "Janez Kranjc"]),
    "sr": ("Пише: Ана Петровић и Марко Јовић", ["Ана Петровић", "Марко Јовић"]),
    "sv": ("Av Anna Berg och Lars Lind", ["Anna Berg", "Lars Lind"]),
    "sw": ("Na Asha Juma na Peter Otieno", ["Asha Juma", "Peter Otieno"]),
    "ta": ("எழுதியவர்: கயல்விழி அரசு", ["கயல்விழி அரசு"]),
    "te": ("రచయిత: అనిత రావు", ["అనిత రావు"]),
    "th": ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
    "tr": ("Yazan: Ayşe Yılmaz ve Ali Demir", ["Ayşe Yılmaz", "Ali Demir"]),
    "uk": ("Автор: Анна Коваль і Петро Шевчук", ["Анна Коваль", "Петро Шевчук"]),
    "ur": ("تحریر: حنا رئیسانی", ["حنا رئیسانی"]),
    "vi": ("Tác giả: Nguyễn Văn An", ["Nguyễn Văn An"]),
    "zh": ("记者 李华 报道", ["李华"]),
}
"""The usual byline of every language."""


class TestLanguages:
    @pytest.mark.parametrize("code", sorted(lexicons.codes()))
    def test_the_usual_byline_of_every_language(self, code: str) -> None:
        text, expected = BYLINES[code]
        assert names(text, code) == expected


class TestWhatIsNoName:
    @pytest.mark.parametrize(
        "text",
        [
            "By Mara Lindqvist on March 3, 2031",
            "By Mara Lindqvist, Dublin",
            "March 3, 2031 by Mara Lindqvist",
            "Published March 3, 2031 | By Mara Lindqvist | mara@paper.example",
            "Mara Lindqvist0",
            "By Mara Lindqvist For The Evening Star",
            "Travel · By Mara Lindqvist",
            "By Mara LindqvistMarch 3, 2031",
            "Mara Lindqvist 2 minutes read",
            "Mara Lindqvist | Published 4 months ago",
        ],
    )
    def test_dates_places_papers_addresses_and_sections_are_left_out(self, text: str) -> None:
        assert names(text) == ["Mara Lindqvist"]

    def test_a_day_of_the_week_in_several_words_is_no_name(self) -> None:
        assert names("Thứ Ba, 14/05/2031 09:30 (GMT+7)", "vi") == []

    def test_a_reading_time_glued_to_the_clock_is_left_out(self) -> None:
        assert names("Von Mara Lindner | 12. Mai 2031, 17:59Lesezeit: 3 Min.", "de") == ["Mara Lindner"]

    def test_the_small_word_of_a_date_that_begins_with_a_capital(self) -> None:
        assert names("Von Mara Lindner Vom 12. Mai 2031", "de") == ["Mara Lindner"]

    def test_a_word_of_reading_times_that_is_a_name_stays_one(self) -> None:
        assert names("By Mara Long") == ["Mara Long"]

    def test_a_particle_of_another_language_that_is_a_name_stays_one(self) -> None:
        assert names("By Mara Das") == ["Mara Das"]

    def test_credits_of_others_are_told_apart(self) -> None:
        reading = read_byline("By Mara Lindqvist | Photos by Tom Reilly", grammar_of("en"))
        assert [a.name for a in reading.authors] == ["Mara Lindqvist"]
        assert reading.others == {"tom reilly"}

    def test_a_line_that_ends_in_the_credit_of_another_says_so(self) -> None:
        assert read_byline("Edited by", grammar_of("en")).foreign

    def test_words_around_the_numbers_of_a_date_are_none_of_a_sentence(self) -> None:
        reading = read_byline("Publicado el 12 de marzo de 2024, 07:45 Por Noelia Arana", grammar_of("es"))
        assert ([a.name for a in reading.authors], reading.prose) == (["Noelia Arana"], 0)

    def test_a_day_of_the_week_before_a_comma_and_a_number_is_no_name(self) -> None:
        assert names("Penulis: Ratna Kusuma Selasa, 12 Maret 2024", "id") == ["Ratna Kusuma"]

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("ko", "기사를 구하지 못한 산골 마을, 주민들이 직접 면허를 땄다"),
            ("ur", "تین استاد، ایک کشتی اور نوے بچے جو پہلے کبھی جماعت میں نہیں بیٹھے تھے"),
        ],
    )
    def test_a_sentence_in_a_script_without_capitals_is_no_name(self, language: str, text: str) -> None:
        assert all(len(name.split()) <= 4 for name in names(text, language))

    def test_words_of_a_sentence_are_counted(self) -> None:
        assert read_byline("Mara Lindqvist walked slowly home", grammar_of("en")).prose > 0

    def test_a_byline_word_inside_a_phrase_opens_nothing(self) -> None:
        assert not read_byline("Treatment of Gout by Diet", grammar_of("en")).opened


class TestRoles:
    def test_a_job_title_after_the_name_is_its_role(self) -> None:
        assert roles("By Mara Lindqvist, Science Editor") == ["Science Editor"]

    def test_a_job_title_before_the_name_is_its_role(self) -> None:
        reading = read_byline("Von Politikredakteurin Mara Lindner", grammar_of("de"))
        assert [(a.name, a.role) for a in reading.authors] == [("Mara Lindner", "Politikredakteurin")]

    def test_a_name_and_a_job_title_need_no_comma(self) -> None:
        reading = read_byline("Mara Lindner Redakteurin", grammar_of("de"))
        assert [(a.name, a.role) for a in reading.authors] == [("Mara Lindner", "Redakteurin")]

    def test_two_job_titles_do_not_make_a_name(self) -> None:
        assert names("By Mara Lindqvist, Founder & CEO") == ["Mara Lindqvist"]


class TestAgenciesAndDesks:
    def test_an_agency_is_of_its_own_kind(self) -> None:
        authors = read_byline("Von Mara Lindner, dpa", grammar_of("de")).authors
        assert [(a.name, a.kind) for a in authors] == [
            ("Mara Lindner", AuthorKind.PERSON),
            ("dpa", AuthorKind.AGENCY),
        ]

    def test_an_agency_right_behind_a_name(self) -> None:
        authors = read_byline("By MARA LINDQVIST Associated Press", grammar_of("en")).authors
        found = [(author.name, author.kind) for author in authors]
        assert found == [("MARA LINDQVIST", AuthorKind.PERSON), ("Associated Press", AuthorKind.AGENCY)]

    def test_a_paper_with_an_article_is_no_person(self) -> None:
        authors = read_byline("By Mara Lindqvist\nThe Harbour Courier", grammar_of("en")).authors
        assert [author.kind for author in authors] == [AuthorKind.PERSON, AuthorKind.ORGANIZATION]

    def test_an_agency_that_helped_is_no_author(self) -> None:
        assert names("By Evening Star with Reuters") == ["Evening Star"]

    def test_two_agencies_may_share_a_slash(self) -> None:
        assert slot("APA/AP") == [("APA", "agency"), ("AP", "agency")]

    def test_a_newsroom_is_an_organization(self) -> None:
        assert slot("Evening Star Newsroom") == [("Evening Star Newsroom", "organization")]

    def test_the_name_of_a_firm_is_not_split_at_its_ampersand(self) -> None:
        assert slot("Lindqvist Holm Tax & Accounting") == [("Lindqvist Holm Tax & Accounting", "organization")]


class TestSlots:
    def test_a_family_name_before_the_first_name_is_turned(self) -> None:
        assert slot("Lindqvist, Mara") == [("Mara Lindqvist", "person")]

    def test_user_names_count(self) -> None:
        assert slot("maralind") == [("maralind", "person")]

    @pytest.mark.parametrize(
        "text", ["", "undefined", "https://paper.example/mara", "mara@paper.example", "/team/mara"]
    )
    def test_placeholders_and_addresses_do_not(self, text: str) -> None:
        assert slot(text) == []

    def test_what_loses_words_to_a_date_is_no_declared_name(self) -> None:
        assert slot("Eat What Tonight") == []

    @pytest.mark.parametrize(
        "text", ["Search", "Phone:", "Senior Reporter", "See all of her posts", "VP", "and", "12 May 2031"]
    )
    def test_labels_in_markup_of_an_author_do_not(self, text: str) -> None:
        assert slot(text, shown=True) == []


def test_an_agency_right_behind_the_byline_word_that_credits_pictures_elsewhere() -> None:
    assert names("By PA Media", "en") == ["PA Media"]


class TestScriptsWithoutSpaces:
    def test_an_opening_glued_to_the_name_is_parted(self) -> None:
        assert names("文・山田太郎", "ja") == ["山田太郎"]

    @pytest.mark.parametrize(
        "text", ["홍길동 기자, 김철수 기자", "홍길동 기자 김철수 기자", "홍길동·김철수 기자", "홍길동, 김철수 기자"]
    )
    def test_several_names_in_hangul(self, text: str) -> None:
        assert names(text, "ko") == ["홍길동", "김철수"]
        assert roles(text, "ko") == ["기자", "기자"]

    @pytest.mark.parametrize("text", ["记者 张三 李四", "记者张三 李四", "记者张三 通讯员李四", "本报记者 张三、李四"])
    def test_a_space_parts_names_in_chinese(self, text: str) -> None:
        assert names(text, "zh") == ["张三", "李四"]

    def test_a_job_title_behind_the_second_of_two_names_is_no_reason_to_lose_it(self) -> None:
        assert names("山田太郎、鈴木花子 記者", "ja") == ["山田太郎", "鈴木花子"]

    def test_a_space_is_part_of_a_name_in_japanese(self) -> None:
        assert names("文・山田 太郎", "ja") == ["山田 太郎"]

    def test_an_opening_glued_to_the_first_of_two_words_is_parted(self) -> None:
        assert names("文・山田 太郎", "ja") == ["山田 太郎"]

    def test_a_label_behind_the_source_opens_the_byline(self) -> None:
        assert names("2031-03-03 14:05 来源：海港网 作者：林小芳", "zh") == ["林小芳"]

    def test_a_job_title_glued_to_the_name_is_its_role(self) -> None:
        authors = read_byline("山田太郎記者", grammar_of("ja")).authors
        assert [(a.name, a.role) for a in authors] == [("山田太郎", "記者")]

    def test_a_phrase_is_no_name(self) -> None:
        assert names("メッセージを送る", "ja") == []


class TestDatelines:
    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            ("ja", "【ソウル＝山田太郎】韓国の港で", ["山田太郎"]),
            ("ja", "【ロンドン＝山田太郎、パリ＝鈴木花子】港の", ["山田太郎", "鈴木花子"]),
            ("ko", "(서울=연합뉴스) 홍길동 기자 = 항구는", ["홍길동"]),
            ("ko", "[항구일보=홍길동 기자] 항구는", ["홍길동"]),
        ],
    )
    def test_a_person_named_before_the_first_sentence(self, language: str, text: str, expected: list[str]) -> None:
        assert [a.name for a in dateline_authors(text, grammar_of(language))] == expected

    @pytest.mark.parametrize("text", ["【ワシントン＝時事】港の", "【解説】港の", "(Oslo) - The harbour"])
    def test_an_agency_or_a_heading_is_no_person(self, text: str) -> None:
        assert dateline_authors(text, grammar_of("ja")) == ()


class TestSame:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("Mara Lindqvist", "MARA LINDQVIST"), ("José Prates", "Jose Prates"), ("M. Lindqvist", "Mara Lindqvist")],
    )
    def test_one_person_written_in_two_ways(self, one: str, other: str) -> None:
        assert same(one, other)

    @pytest.mark.parametrize(
        ("one", "other"), [("Mara Lindqvist", "Tom Lindqvist"), ("Mara", "Mara Lindqvist"), ("", "")]
    )
    def test_persons_who_may_be_different(self, one: str, other: str) -> None:
        assert not same(one, other)


def test_reading_is_linear_in_the_length_of_the_line() -> None:
    assert read_byline("By " + "Aa " * 200_000, grammar_of("en")).authors == ()


@pytest.mark.parametrize("line", ["Von Mara Lindner", "(Mara Lindner)", "Text: Mara Lindner", "© Mara Lindner"])
def test_a_glance_passes_what_a_byline_or_a_credit_may_begin_with(line: str) -> None:
    assert may_open(line, runs(plain(line)), grammar_of("de"))


def test_a_glance_tells_that_nothing_opens_a_byline() -> None:
    line = "Hafen bleibt weiter gesperrt"
    assert not may_open(line, runs(plain(line)), grammar_of("de"))
