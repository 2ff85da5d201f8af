"""Parting what is printed with a picture into caption and credit."""

from __future__ import annotations

import pytest

from newsparse.credits import Printed, is_credit, part
from newsparse.words import words_of

GERMAN = words_of("de")
ENGLISH = words_of("en")


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Das Boot im Hafen. Foto: Jana Muster/dpa", "Das Boot im Hafen.", "Jana Muster/dpa"),
        ("Das Boot im Hafen (Foto: Jana Muster)", "Das Boot im Hafen", "Jana Muster"),
        ("Das Boot im Hafen. © Jana Muster", "Das Boot im Hafen.", "Jana Muster"),
        ("Das Boot im Hafen | Bild: Imago", "Das Boot im Hafen", "Imago"),
        ("Das Boot wird gleich bergen.dpa", "Das Boot wird gleich bergen.", "dpa"),
        ("Das Boot kam heil zurück.© Jana Muster/dpa", "Das Boot kam heil zurück.", "Jana Muster/dpa"),
        ("Das Boot im Sommer 2021Bild: Jana Muster/REUTERS", "Das Boot im Sommer 2021", "Jana Muster/REUTERS"),
        (
            "Das Boot im Hafen (picture alliance / dpa / Jana Muster)",
            "Das Boot im Hafen",
            "picture alliance / dpa / Jana Muster",
        ),
        ("Das Boot im Hafen. Uncredited/AP/dpa", "Das Boot im Hafen.", "Uncredited/AP/dpa"),
        (
            "Foto: Jana Muster/dpa | Das Boot liegt seit Montag im Hafen",
            "Das Boot liegt seit Montag im Hafen",
            "Jana Muster/dpa",
        ),
    ],
)
def test_a_credit_after_before_or_glued_to_a_caption_is_parted_from_it(text: str, caption: str, credit: str) -> None:
    assert part(text, GERMAN) == Printed(caption, credit)


@pytest.mark.parametrize("text", ["Foto: dpa", "© Jana Muster / Imago Images", "Getty Images", "(Bild: Jana Muster)"])
def test_a_credit_alone_leaves_no_caption(text: str) -> None:
    assert part(text, GERMAN).caption is None
    assert is_credit(text, GERMAN)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Muster im Hafen.",
        "The mayor resigned, according to Reuters.",
        "A photo by Smith was shown in Paris",
        "Bürgermeister traf gestern Reuters",
    ],
)
def test_a_sentence_about_photographs_or_agencies_has_no_credit(text: str) -> None:
    assert part(text, GERMAN) == Printed(text, None)


def test_a_piece_that_the_markup_calls_a_credit_is_one_whatever_it_says() -> None:
    assert part("The boat in the harbour Anna Sample", ENGLISH, ["Anna Sample"]) == Printed(
        "The boat in the harbour", "Anna Sample"
    )


def test_a_name_that_contains_a_marker_stays_whole() -> None:
    assert part("The boat came home. AP Photo/Anna Sample", ENGLISH).credit == "AP Photo/Anna Sample"


def test_a_last_word_with_colon_and_name_is_a_credit_in_languages_without_lexicon() -> None:
    assert part("Umkhumbi echwebeni. Isithombe: Thandi Dube", words_of("zu")) == Printed(
        "Umkhumbi echwebeni.", "Thandi Dube"
    )


def test_full_width_letters_after_an_equals_sign_are_a_credit() -> None:
    assert part("港に停泊する船（東京で）＝ＡＰ", words_of("ja")) == Printed("港に停泊する船（東京で）", "ＡＰ")


def test_the_number_of_an_agency_item_credits_the_text_and_no_picture() -> None:
    assert not is_credit("© dpa-infocom, dpa:200101-99-123456/2", GERMAN)


def test_cutting_a_very_long_caption_takes_no_longer_than_its_ends() -> None:
    text = "Wort " * 20_000 + "Ende. Foto: Jana Muster/dpa"
    assert part(text, GERMAN).credit == "Jana Muster/dpa"


def test_a_marker_before_a_whole_caption_labels_the_picture_and_the_bracket_behind_it_names_the_credit() -> None:
    printed = part("Photo: The ferry leaves the old harbour at dawn on Friday. (Anna Sample)", ENGLISH)
    assert printed == Printed("The ferry leaves the old harbour at dawn on Friday.", "Anna Sample")


def test_the_number_of_a_picture_in_a_gallery_is_no_part_of_its_caption() -> None:
    assert part("[1/5] The ferry at dawn. Photo: Anna Sample", ENGLISH) == Printed("The ferry at dawn.", "Anna Sample")


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("读者在图书馆自习。南江晚报记者 陈晓 摄", "读者在图书馆自习。", "南江晚报记者 陈晓"),
        ("攤商換上環保餐具。記者林雅雯／攝影", "攤商換上環保餐具。", "林雅雯"),
        ("会場の大雪像＝高橋誠撮影", "会場の大雪像", "高橋誠"),
        ("游客在邮局里写明信片 沈牧 摄", "游客在邮局里写明信片", "沈牧"),
        ("완공을 앞둔 다리가 보인다. 박지훈 기자", "완공을 앞둔 다리가 보인다.", "박지훈"),
    ],
)
def test_a_photographer_whom_the_word_behind_the_name_tells_is_the_credit(text: str, caption: str, credit: str) -> None:
    assert part(text, words_of("zh")) == Printed(caption, credit)


def test_a_day_of_taking_the_picture_is_no_photographer() -> None:
    assert part("会場の大雪像＝2024年2月3日撮影", words_of("ja")).credit is None


def test_a_name_before_an_agency_in_brackets_belongs_to_the_credit() -> None:
    glued = "El nuevo puente, este lunes.Ana Ruiz (EFE)"
    assert part(glued, words_of("es")) == Printed("El nuevo puente, este lunes.", "Ana Ruiz (EFE)")


def test_the_number_of_a_picture_in_a_gallery_is_no_caption() -> None:
    assert part("1/5 Nový most při otevření", words_of("cs")).caption == "Nový most při otevření"
