"""What the reader of raw text makes of lines, wrapped paragraphs and Markdown."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from newsparse.document import Group, Kind
from newsparse.readers.text import read_text

RIVER = (
    "The river rose by two metres during the night and flooded the lower part of the old town, where firefighters in "
    "boats brought forty people to safety, most of them from the houses along the quay, before it was light. By noon "
    "the water had begun to fall, but the old bridge at the mill will have to stay closed for a week or two."
)
MILL = (
    "The miller, who has lived beside the weir for thirty years, said that his cellar was full within minutes and that "
    "he had never seen anything like it. The flour that he had stored there is lost, and so are the machines. He hopes "
    "that the insurance will pay for the building at least, though hardly for the flour or for the two machines."
)


COMMUNE = (
    "La commune a compté quarante maisons sous l'eau, et les habitants qui sont rentrés avant l'Office des eaux ont "
    "trouvé leurs caves pleines jusqu'au plafond."
)
MEUNIER = (
    "Le meunier, qui habite au bord de l'eau depuis trente ans, n'avait jamais vu cela, dit-il au journal du soir, qui "
    "l'a rencontré devant son moulin."
)
MAIRE = (
    "Le maire a parlé d'une crue comme il n'y en a eu aucune, et d'un pont que tout le monde appelle (le vieux pont) "
    "et qui restera fermé."
)


def texts(raw: str) -> list[str]:
    return [block.text for block in read_text(raw).blocks]


def kinds(raw: str) -> list[Kind]:
    return [block.kind for block in read_text(raw).blocks]


# --- lines


def test_every_line_that_is_not_blank_is_a_block_with_its_line_number():
    blocks = read_text("News\nTown\n\n\nFlood in the old town\n").blocks[1:]
    assert [(b.text, b.gap, b.source) for b in blocks] == [("Town", 0, 2), ("Flood in the old town", 2, 5)]


def test_doubled_line_ends_are_no_blank_lines():
    raw = "News\nTown\n\nFlood in the old town\n"
    doubled = read_text(raw.replace("\n", "\n\n"))
    assert [b.gap > 0 for b in doubled.blocks] == [b.gap > 0 for b in read_text(raw).blocks]


def test_line_ends_spaces_and_invisible_characters_do_not_matter():
    plain = texts("Flood in the old town\nBy noon the water fell.")
    assert texts("Flood\u00a0in  the\told town \r\nBy noon the wa\u00adter fell.\u200b\r\n") == plain


def test_a_text_of_blank_lines_has_no_blocks():
    assert texts(" \n\n\t\n") == []


# --- wrapped paragraphs


def wrapped(width: int, **options: Any) -> str:
    return "\n\n".join(
        textwrap.fill(text, width, **options) for text in ("Flood in the old town", RIVER, "After the flood", MILL)
    )


def test_hard_wrapped_paragraphs_are_joined_at_any_width():
    for width in (60, 72, 78, 100):
        assert texts(wrapped(width)) == ["Flood in the old town", RIVER, "After the flood", MILL]


def test_wrapped_paragraphs_are_joined_below_long_menus_and_lists_of_links():
    menu = "\n".join(f"   * Reports from the {name} quarter" for name in "north south east west mill harbour".split())
    links = "\n".join(f"   * [Flood at the {n}](https://news.example/2031/03/flood-at-the-{n})" for n in range(9))
    read = texts(f"{menu}\n\n{menu}\n\n{wrapped(74)}\n\n{links}\n")
    assert read[12:16] == ["Flood in the old town", RIVER, "After the flood", MILL]
    assert len(read) == 25


def test_a_link_that_a_converter_wrapped_is_put_together():
    address = "https://news.example/2031/03/the-old-bridge-at-the-mill-has-to-stay-closed-for-another-two-weeks"
    first, rest = RIVER.split("old bridge at the mill")
    raw = wrapped(74).replace(textwrap.fill(RIVER, 74), textwrap.fill(first + "[old bridge at the", 74))
    raw = raw.replace("[old bridge at the", f"[old bridge at the\nmill]({address})\n{textwrap.fill(rest.strip(), 74)}")
    assert RIVER in texts(raw)


def test_indented_wrapped_paragraphs_are_joined():
    raw = wrapped(76, initial_indent="   ", subsequent_indent="   ")
    assert texts(raw) == ["Flood in the old town", RIVER, "After the flood", MILL]


def test_wrapped_paragraphs_are_joined_where_every_line_is_followed_by_a_blank_one():
    raw = wrapped(72).replace("\n", "\n\n")
    assert texts(raw) == ["Flood in the old town", RIVER, "After the flood", MILL]


def test_paragraphs_in_one_line_each_are_not_joined():
    raw = f"Flood in the old town\n{RIVER}\nAfter the flood\n{MILL}"
    assert texts(raw) == ["Flood in the old town", RIVER, "After the flood", MILL]


def test_menus_and_headlines_are_not_joined():
    menu = [
        "Home",
        "Town",
        "Sport",
        "A long headline of a story about the town council",
        "Another headline of a story about the harbour",
    ]
    assert texts("\n".join(menu)) == menu


def test_a_quoted_mail_is_joined_without_its_marks():
    raw = "\n".join("> " + line for line in textwrap.wrap(RIVER + " " + MILL, 70))
    assert texts(raw) == [RIVER + " " + MILL]
    assert kinds(raw) == [Kind.QUOTE]


def test_a_word_cut_by_a_hyphen_is_mended_where_the_text_knows_the_word():
    lines = textwrap.wrap(RIVER + " " + MILL, 72)
    raw = "\n".join([*lines, "The mayor thinks that the insurance of the town will hardly be insur-", "ance enough."])
    assert "hardly be insurance enough." in texts(raw)[-1]


def test_a_compound_keeps_its_hyphen():
    raw = "\n".join(
        [
            *textwrap.wrap(RIVER + " " + MILL, 72),
            "According to the mayor this was the worst flood of the whole post-",
            "Victorian age.",
        ]
    )
    assert "post-Victorian age." in texts(raw)[-1]


def test_sentences_cut_at_links_are_joined_where_each_string_is_a_line():
    raw = """The paper
Firefighters brought forty people to safety, as the
Evening Post
reported, most of them from the quay.
The miller told the reporters of a newspaper in
Northwich
, who came by boat, that his cellar was full.
The bridge at the mill will stay closed for a
whole week
, the mayor said in the evening."""
    assert texts(raw) == [
        "The paper",
        "Firefighters brought forty people to safety, as the Evening Post reported, most of them from the quay.",
        "The miller told the reporters of a newspaper in Northwich, who came by boat, that his cellar was full.",
        "The bridge at the mill will stay closed for a whole week, the mayor said in the evening.",
    ]


def test_what_follows_every_link_joins_no_sentences():
    raw = "\n".join(
        [
            "The rest of the flood in pictures and in words",
            "Evening Post",
            ", opens new tab",
            "Another headline of the day",
        ]
        * 4
    )
    assert "The rest of the flood in pictures and in words" in texts(raw)
    assert "Another headline of the day" in texts(raw)


def test_elided_words_opening_quotes_and_articles_go_with_the_link_behind_them():
    raw = """Le journal
La
commune
a compté quarante maisons sous l'eau, et les habitants qui sont rentrés avant l'
Office des eaux
ont trouvé leurs caves pleines jusqu'au plafond.
Le meunier, qui habite au bord de l'eau depuis trente ans, n'avait jamais vu cela, dit-il au
journal du soir
, qui l'a rencontré devant son moulin.
Le maire a parlé d'une crue comme il n'y en a eu aucune, et d'un pont que tout le monde appelle (
le vieux pont
) et qui restera fermé."""
    assert texts(raw) == ["Le journal", COMMUNE, MEUNIER, MAIRE]


CUT = """Powered by
The mayor said on the
evening news
that he had never seen anything like it.
By noon the water had fallen, according to the
water board
, but the old bridge stays closed until the evening.
"""  # shows that each string is a line of its own


@pytest.mark.parametrize(
    ("lines", "paragraph"),
    [
        (
            ["The", "Dutch dredger has begun to clear the mouth of the river, the water board said, for a week."],
            "The Dutch dredger has begun to clear the mouth of the river, the water board said, for a week.",
        ),
        (
            ["Northwich", "- The old bridge at the mill will stay closed for a week or two, the mayor said on Monday."],
            "Northwich - The old bridge at the mill will stay closed for a week or two, the mayor said on Monday.",
        ),
        (["By", "Martha Ellison", ",", "Tom Weir"], "By Martha Ellison, Tom Weir"),
    ],
    ids=["one small word", "the place of a dateline", "commas between names"],
)  # fmt: skip
def test_strings_of_one_sentence_are_joined_at(lines: list[str], paragraph: str) -> None:
    assert paragraph in texts(CUT + "\n".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["Flood in the old town", ":", "Forty people brought to safety"],
        ["Mill and weir flooded in one night", "by", "Martha Ellison", "12 March 2024"],
    ],
    ids=["a colon of its own", "a byline"],
)
def test_strings_that_are_no_sentence_stay_apart_at(lines: list[str]) -> None:
    assert lines[0] in [text.removesuffix(":") for text in texts(CUT + "\n".join(lines))]


@pytest.mark.parametrize("columns", [False, True], ids=["in characters", "in columns"])
def test_korean_paragraphs_are_joined_whatever_their_width_is_counted_in(columns: bool) -> None:
    sentence = (
        "강물이 밤사이에 이 미터나 불어나 옛 시가지의 낮은 지대가 물에 잠겼고 소방대원들이 주민 마흔 명을 구조했다."
    )
    last = "시청은 오래된 다리가 한두 주 동안 닫혀 있을 것이라고 월요일 저녁에 밝혔다."
    paragraphs = [f"{first} {last}" for first in (sentence, sentence.replace("강물", "호수 물"))]
    width = (lambda word: sum(2 if char > "\u1100" else 1 for char in word)) if columns else len
    lines: list[str] = []
    for paragraph in paragraphs:
        lines.append("")
        for word in paragraph.split():
            if lines[-1] and width(f"{lines[-1]} {word}") > (44 if columns else 32):
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        lines.append("")
    assert texts("\n".join(lines)) == paragraphs


# --- Markdown


def test_headings_have_levels():
    blocks = read_text("# Flood in the old town\n\n### After the flood\n").blocks
    assert [(b.kind, b.level, b.text) for b in blocks] == [
        (Kind.HEADING, 1, "Flood in the old town"),
        (Kind.HEADING, 3, "After the flood"),
    ]


def test_underlined_headings_have_levels():
    blocks = read_text("Flood in the old town\n=====================\n\nAfter the flood\n---------------\n").blocks
    assert [(b.kind, b.level) for b in blocks] == [(Kind.HEADING, 1), (Kind.HEADING, 2)]


def test_a_hash_tag_is_no_heading():
    assert kinds("#flood in the old town") == [Kind.TEXT]


def test_list_items_lose_their_bullets():
    raw = "* boats\n• sandbags\n- pumps\n- candles\n"
    assert texts(raw) == ["boats", "sandbags", "pumps", "candles"]
    assert set(kinds(raw)) == {Kind.ITEM}


def test_a_dash_before_a_single_line_is_speech():
    assert (
        texts("The mayor was clear.\n- We shall rebuild the bridge.\nShe spoke at noon.")[1]
        == "- We shall rebuild the bridge."
    )


def test_numbered_items_need_their_neighbours():
    blocks = read_text("1. boats\n2. sandbags\n").blocks
    assert [(b.text, b.group) for b in blocks] == [("boats", Group.ORDERED_LIST), ("sandbags", Group.ORDERED_LIST)]
    assert texts("12. May 2031 was a Monday.") == ["12. May 2031 was a Monday."]


def test_links_become_marks():
    block = read_text('The [fire brigade](https://example.org/fire_(brigade) "Fire") came at once.').blocks[0]
    assert block.text == "The fire brigade came at once."
    assert [(m.text, m.href) for m in block.marks] == [("fire brigade", "https://example.org/fire_(brigade)")]
    assert (block.linked, block.links) == (12, 1)


def test_pictures_are_gathered_and_leave_no_text():
    doc = read_text("Flood in the old town\n\n[![The mill at noon](mill.jpg)](/mill)\n\nBy noon the water fell.")
    assert [b.text for b in doc.blocks] == ["Flood in the old town", "By noon the water fell."]
    assert [(p.url, p.alt, p.at) for p in doc.pictures] == [("mill.jpg", "The mill at noon", 1)]


def test_emphasis_and_escapes_are_resolved():
    block = read_text("The **whole town** read the _Evening Post_ in 2031\\. It_has_underscores.").blocks[0]
    assert block.text == "The whole town read the Evening Post in 2031. It_has_underscores."
    assert block.strong == 10


def test_drawn_lines_are_left_out():
    assert texts("Flood in the old town\n\n* * *\n\nBy noon the water fell.\n\n---\n") == [
        "Flood in the old town",
        "By noon the water fell.",
    ]


def test_cells_of_a_row_stand_together():
    block = read_text("| Town | Metres |\n|---|---|\n").blocks[0]
    assert (block.kind, block.text) == (Kind.ROW, "Town | Metres")


def test_a_row_of_pictures_alone_is_no_block():
    text = "# Flood in the old town\n\n| ![The mill](mill.jpg) |\n\nBy noon the water fell."
    assert texts(text) == ["Flood in the old town", "By noon the water fell."]


def test_brackets_without_end_stay_as_they_are():
    assert texts("The bridge [at the mill](is closed.") == ["The bridge [at the mill](is closed."]
    assert len(texts("The bridge " + "[" * 2000 + "](" * 2000 + " is closed.")) == 1


def test_numbers_that_a_text_browser_puts_before_links_are_left_out():
    text = "[1]Home [2]Weather\n\n* [3]Mill closes\n\nThe [4]fire brigade came at once."
    assert texts(text) == ["Home Weather", "Mill closes", "The fire brigade came at once."]


def test_notes_and_numbered_markdown_links_keep_their_numbers():
    assert texts("The mill [1] burnt in 1931.[2] It was rebuilt.[3]") == [
        "The mill [1] burnt in 1931.[2] It was rebuilt.[3]"
    ]
    assert texts("Pages: [1](/a) [2](/b) [3](/c)") == ["Pages: 1 2 3"]


def test_signs_that_a_text_browser_puts_in_place_of_pictures_are_left_out():
    assert texts("[INLINE] The mill at noon\n[LINK]\n[Sic] was all he said.") == [
        "The mill at noon",
        "[Sic] was all he said.",
    ]


def test_marks_of_a_line_that_no_paragraph_is_as_long_as_stay_and_a_warning_says_so():
    line = "**Bridge** closes. " * 4_000
    doc = read_text(f"**Bridge** closes\n\n{line}")
    assert [b.text for b in doc.blocks] == ["Bridge closes", line.strip()]
    assert doc.warnings == ("lines of more than 50000 characters: their Markdown was left as it stands",)


def test_items_of_inner_lists_lose_the_circle_that_text_browsers_print():
    blocks = read_text("* News\no Flood in the old town\no Weather\nO rio subiu dois metros.\no rio baixou\n").blocks
    assert [b.text for b in blocks if b.kind is Kind.ITEM] == ["News", "Flood in the old town", "Weather"]
    assert blocks[-1].text == "o rio baixou"


def test_in_markdown_no_line_goes_on_with_the_heading_above_it():
    raw = CUT + "# Flood in the old town\nby [Martha Ellison](/ellison), our reporter\n"
    assert texts(raw)[-2:] == ["Flood in the old town", "by Martha Ellison, our reporter"]


def test_the_place_of_a_dateline_is_joined_where_no_other_line_begins_with_a_dash():
    dateline = "- The old bridge at the mill will stay closed for a week or two, the mayor said on Monday."
    assert f"Northwich {dateline}" in texts(f"Flood in the old town\nNorthwich\n{dateline}\n{RIVER}\n")
    spoken = "- Nobody had told me that the bridge would have to stay closed for so long, she said on Monday."
    assert "Northwich" in texts(f"Flood in the old town\nNorthwich\n{dateline}\n{RIVER}\n{spoken}\n{MILL}\n")
