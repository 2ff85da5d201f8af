"""One invented page as different programs render it: the article is the same in all of them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

import pytest

import newsparse
from newsparse.findings import Findings
from newsparse.line_features import LineFeatures
from newsparse.readers.text import read_text
from newsparse.scorer import line_scorer
from newsparse.view import View
from newsparse.words import words_of

MENU = ["Home", "News", "Town", "Harbour", "Sport", "Culture", "Weather", "Jobs", "Log in", "Subscribe"]
TITLE = "Old bridge at the mill to be rebuilt in oak"
BYLINE = "By Martha Ellison"
STAMP = "12 March 2024, 10:45"
BODY = [
    (
        "The old bridge at the mill will be rebuilt in oak and opened again before the summer, the town council "
        "decided on Monday evening after a debate of four hours. The flood of January had torn away two of its "
        "five arches, and the rest has been closed to carts and cyclists ever since."
    ),
    (
        "Engineers had proposed a bridge of steel, which would have cost half as much and lasted twice as long. "
        "But more than two thousand residents signed a petition for the wooden one, and the mayor, who had been "
        "in favour of steel, changed her mind last week."
    ),
    "Who pays for it",
    (
        "About a third of the money comes from the county, and another third from a foundation that looks after "
        "historic bridges. The town has to find the rest, some four hundred thousand pounds, and will put off the "
        "new roof of the swimming bath for another year."
    ),
    (
        "“We have waited for the roof for six years, so we can wait for a seventh,” said the head of the swimming "
        "club, who learnt to dive from the old bridge. Her members will be allowed to train in the harbour until "
        "the autumn."
    ),
    (
        "Work is to begin in the first week of April, once the storks have left their nest on the middle pier. "
        "The carpenters expect to need ten weeks, and the ferryman has agreed to carry schoolchildren free until "
        "then."
    ),
]
RELATED = "Related stories"
TEASERS = [
    "Ferry line closes after ninety years",
    "Harbour office moves into the old customs house",
    "Storks return to the mill",
]
FOOT = [
    "Contact",
    "Imprint",
    "Privacy policy",
    "Terms of use",
    "Advertise with us",
    "© 2024 The Weir Courier. All rights reserved.",
]

PARTS = [*MENU, TITLE, BYLINE, STAMP, *BODY, RELATED, *TEASERS, *FOOT]


def markdown() -> Iterator[str]:
    yield from (f"  * [{entry}](https://paper.example/{at})" for at, entry in enumerate(MENU))
    yield from ("", f"# {TITLE}", "", f"_{BYLINE}_", "", STAMP, "")
    for text in BODY:
        yield from (f"## {text}" if len(text) < 40 else text.replace("two thousand", "**two thousand**"), "")
    yield from (f"### {RELATED}", "")
    yield from (f'  * [{teaser}](/story/{at} "{teaser}")' for at, teaser in enumerate(TEASERS))
    yield from ("", "* * *", "")
    yield from FOOT


def bulleted() -> Iterator[str]:
    yield from (f"* {entry}" for entry in MENU)
    yield from (TITLE, BYLINE, STAMP, *BODY, RELATED)
    yield from (f"* {entry}" for entry in [*TEASERS, *FOOT])


def wrapped(width: int, indent: str = "") -> str:
    fill = textwrap.TextWrapper(width, initial_indent=indent, subsequent_indent=indent).fill
    return "\n\n".join(map(fill, PARTS))


RENDERINGS: dict[str, Callable[[], str]] = {
    "one line each": lambda: "\n".join(PARTS),
    "blank lines between": lambda: "\n\n".join(PARTS),
    "CRLF": lambda: "\r\n\r\n".join(PARTS),
    "NBSP": lambda: "\n".join(PARTS).replace(" ", "\u00a0"),
    "soft hyphens": lambda: "\n".join(PARTS).replace("ing", "\u00ading"),
    "bullets": lambda: "\n".join(bulleted()),
    "Markdown": lambda: "\n".join(markdown()),
    "wrapped like mail": lambda: wrapped(72),
    "wrapped like a text browser": lambda: wrapped(79, indent="   "),
    "cleaned": lambda: "\n".join([TITLE, *BODY]),
}


@pytest.fixture(params=RENDERINGS)
def article(request: pytest.FixtureRequest) -> newsparse.Article:
    return newsparse.parse(RENDERINGS[request.param](), format="text")


class TestEveryRendering:
    def test_has_the_same_body(self, article: newsparse.Article) -> None:
        assert list(article.paragraphs) == BODY

    def test_has_the_sub_heading_as_such(self, article: newsparse.Article) -> None:
        assert [block.text for block in article.body if block.kind == "heading"] == ["Who pays for it"]

    def test_has_the_title(self, article: newsparse.Article) -> None:
        assert article.title == TITLE

    def test_has_its_language(self, article: newsparse.Article) -> None:
        assert article.language == "en"


def test_every_line_has_a_label() -> None:
    explanation = newsparse.explain("\n".join(PARTS), format="text")
    assert [block.text for block in explanation.blocks] == PARTS
    assert all(block.label for block in explanation.blocks)


def test_a_text_of_one_paragraph_is_an_article() -> None:
    assert newsparse.parse(BODY[0], format="text").paragraphs == (BODY[0],)


def test_a_menu_alone_has_no_text() -> None:
    assert newsparse.parse("\n".join(MENU), format="text").body == ()


OFFER = ("Subscribe to continue reading", "Subscribe now for only £1")


def test_text_that_goes_on_below_an_offer_is_text_of_the_article() -> None:
    rest = "The council will hear the engineers once more in May. The petition hangs in the town hall until then."
    article = newsparse.parse("\n".join([TITLE, *BODY[:2], *OFFER, rest]), format="text")
    assert list(article.paragraphs) == [*BODY[:2], rest]


def test_an_offer_in_whole_sentences_below_the_text_is_no_text_of_the_article() -> None:
    praise = (
        "Get unlimited access to exclusive reporting, newsletters, puzzles and podcasts from award-winning writers."
    )
    article = newsparse.parse("\n".join([TITLE, *BODY, *OFFER, praise]), format="text")
    assert list(article.paragraphs) == BODY


TEASER_LIST = """Mill bridge to be rebuilt in oak
The council decided after a debate of four hours.
Ferry line closes after ninety years
The boats are to be sold to a museum.
Storks return to the middle pier
Work on the piers has to wait until they leave.
Swimming club trains in the harbour
The bath will not get its roof this year."""


def test_headlines_in_turn_with_short_sentences_are_no_article() -> None:
    article = newsparse.parse(TEASER_LIST, format="text")
    assert article.body == ()
    assert "no article text was found" in article.warnings


def test_times_between_teasers_make_no_article_of_them() -> None:
    lines = TEASER_LIST.split("\n")
    timed = [line for pair in zip(lines[::2], lines[1::2], strict=True) for line in (pair[0], "2 hours ago", pair[1])]
    assert newsparse.parse("\n".join(timed), format="text").body == ()


def test_short_sub_headings_over_stretches_of_prose_are_an_article() -> None:
    heads = TEASER_LIST.split("\n")[::2]
    text = "\n".join(line for head, prose in zip(heads, BODY[:2] + BODY[3:5], strict=True) for line in (head, prose))
    assert len(newsparse.parse(text, format="text").body) >= 4


def test_lines_that_offer_a_subscription_are_no_text_of_the_article() -> None:
    offer = ["Subscribe now for only £1", "Sign up for our newsletter"]
    article = newsparse.parse("\n".join([TITLE, BODY[0], *offer, *BODY[1:]]), format="text")
    assert list(article.paragraphs) == BODY


def test_the_scorer_of_lines_knows_every_feature_by_its_place() -> None:
    doc = read_text(BODY[0])
    features = LineFeatures(View(doc, Findings(), words_of("en")), doc.blocks)
    assert tuple(features.columns) == line_scorer().features


def in_german(*lines: str) -> str:
    """Return a page with the lines above its text."""
    prose = (
        "Der Hafenmeister hat am Montag die alte Fähre aus dem See heben lassen, und wer zusah, der sah: Sie rostet.",
        "Im Winter soll die Werft auf der Insel sie neu beplanken, im Mai soll sie wieder zwischen den Ufern fahren.",
        "Bis dahin setzt ein Schlepper die Fahrgäste über, allerdings ohne Fahrräder und nur bei ruhigem Wetter.",
    )
    return "\n".join(("Start", "Stadt", "Hafen", *lines, "12. März 2024, 10:45 Uhr", *prose))


def test_a_colon_between_two_spaces_parts_topic_line_and_headline() -> None:
    article = newsparse.parse(in_german("Verkehr am See : Die alte Fähre fährt im Mai wieder"), format="text")
    assert (article.kicker, article.title) == ("Verkehr am See", "Die alte Fähre fährt im Mai wieder")


def test_where_all_colons_stand_between_spaces_they_part_nothing() -> None:
    headline = "Verkehr am See : Die alte Fähre fährt im Mai wieder"
    page = in_german(headline).replace("der sah:", "der sah :")
    article = newsparse.parse(page, format="text")
    assert (article.kicker, article.title) == (None, headline)


def test_of_the_copies_of_a_headline_the_one_with_another_colon_shows_the_seam() -> None:
    page = in_german(
        "Nach dem Sturm: Bericht: Alte Fähre fährt im Mai wieder",
        "Nach dem Sturm Bericht: Alte Fähre fährt im Mai wieder",
    )
    article = newsparse.parse(page, format="text")
    assert (article.kicker, article.title) == ("Nach dem Sturm", "Bericht: Alte Fähre fährt im Mai wieder")


def test_a_subtitle_that_says_the_headline_again_is_no_headline() -> None:
    page = in_german(
        "Alte Fähre fährt im Mai wieder über den See",
        "Die alte Fähre soll im Mai wieder über den See fahren.",
    )
    assert newsparse.parse(page, format="text").title == "Alte Fähre fährt im Mai wieder über den See"


def test_a_text_that_stands_twice_has_its_topic_line() -> None:
    page = in_german("Alte Fähre am See", "Rost am Rumpf: Bis Mai fährt ein Schlepper die Fahrgäste über")
    once, twice = (newsparse.parse(text, format="text") for text in (page, f"{page}\n\n{page}"))
    assert (once.kicker, twice.kicker) == ("Alte Fähre am See", "Alte Fähre am See")


@pytest.mark.parametrize(
    ("lines", "kicker", "title"),
    [
        (
            ("Nach dem Sturm: Alte Fähre fährt im Mai", "Nach dem Sturm Alte Fähre fährt im Mai"),
            "Nach dem Sturm", "Alte Fähre fährt im Mai",
        ),
        (
            ("Nach dem Sturm: Alte Fähre fährt im Mai", "Nach dem Sturm", "Alte Fähre fährt im Mai"),
            "Nach dem Sturm", "Alte Fähre fährt im Mai",
        ),
        (
            ("Nach dem Sturm: Schwere Schäden: Alte Fähre fährt erst im Mai wieder",),
            "Nach dem Sturm", "Schwere Schäden: Alte Fähre fährt erst im Mai wieder",
        ),
        (
            ("Fähre, Werft und Co.: Die alte Fähre fährt im Mai wieder",),
            "Fähre, Werft und Co.", "Die alte Fähre fährt im Mai wieder",
        ),
        (("Kommentar", "Die Fähre muss im Mai wieder fahren"), "Kommentar", "Die Fähre muss im Mai wieder fahren"),
        (("Meinung Die alte Fähre muss wieder fahren",), "Meinung", "Die alte Fähre muss wieder fahren"),
    ],
    ids=["copy without colon", "copy in two lines", "two colons", "colon behind a stop", "genre", "genre and capital"],
)  # fmt: skip
def test_a_topic_line_is_told_by(lines: tuple[str, ...], kicker: str, title: str) -> None:
    article = newsparse.parse(in_german(*lines), format="text")
    assert (article.kicker, article.title) == (kicker, title)


@pytest.mark.parametrize(
    "line",
    ["Panorama", "Sport | Panorama", "PanoramaNachrichten", "Alte Fähre: Werft beginnt mit der Arbeit", "fährt wieder"],
    ids=["section", "sections", "sections without a space", "another headline", "rest of a line"],
)
def test_above_the_headline_is_no_topic_line(line: str) -> None:
    page = in_german(line, "Die alte Fähre fährt im Mai wieder über den See").replace(
        "Er", "Das Panorama der Fähre: Er"
    )
    assert newsparse.parse(page, format="text").kicker is None


def test_a_section_without_a_space_behind_it_is_parted_from_the_topic() -> None:
    page = in_german("PanoramaAlte Fähre", "Die alte Fähre fährt im Mai wieder über den See")
    assert newsparse.parse(page, format="text").kicker == "Panorama Alte Fähre"


def test_a_line_in_capitals_that_says_who_reports_from_the_place_below_opens_the_text() -> None:
    page = in_german("Die alte Fähre fährt im Mai wieder über den See").replace(
        "Der Hafenmeister", "VON UNSERER KORRESPONDENTIN\nKONSTANZ - Der Hafenmeister"
    )
    body = newsparse.parse(page, format="text").body
    assert [block.text[:10] for block in body[:2]] == ["VON UNSERE", "KONSTANZ -"]


def test_a_topic_line_that_is_a_link_is_one_in_markdown() -> None:
    page = in_german("[Alte Fähre](/thema/alte-faehre)", "# Bis Mai fährt ein Schlepper die Fahrgäste über")
    assert newsparse.parse(page, format="text").kicker == "Alte Fähre"


def test_a_path_of_sections_is_no_headline() -> None:
    text = "\n".join(("Home » Town » Harbour", TITLE, *BODY))
    assert newsparse.parse(text, format="text").title == TITLE


def test_the_day_before_the_source_of_the_text_is_no_caption() -> None:
    body = "据介绍，这些学校大多位于海拔较高的山区，过去孩子们上学要走两个多小时的山路。新学校配有宿舍和食堂。"
    text = f"县里新建十二所乡村小学\n2031-08-21 09:12:33 来源：新华社 字号：A+ A-\n{body}\n{body[::-1]}\n"
    assert newsparse.parse(text, format="text").captions == ()


@pytest.mark.parametrize(
    "line", ["“We can wait for it until autumn,” said the mayor.", "The council wants the bridge to be rebuilt."]
)
def test_the_last_sentence_of_a_text_above_other_articles_is_text(line: str) -> None:
    text = "\n".join((*MENU, TITLE, BYLINE, STAMP, *BODY[:2], line, RELATED, *TEASERS, *FOOT))
    assert newsparse.parse(text, format="text").body[-1].text == line


def test_paragraphs_of_scripts_that_end_no_sentence_with_a_sign_are_text() -> None:
    body = [
        "ชาวบ้านกว่าห้าสิบคนร่วมแรงกันสร้างสะพานไม้ไผ่ข้ามคลอง หลังสะพานเดิมถูกน้ำป่าพัดพังเมื่อสัปดาห์ก่อน ทำให้เด็กไปโรงเรียนไม่ได้",
        "ผู้ใหญ่บ้านเปิดเผยว่า ชาวบ้านใช้เวลาสองวันในการสร้างสะพาน โดยใช้ไม้ไผ่ที่ตัดจากสวนของแต่ละบ้าน และจะสร้างสะพานคอนกรีตในปีหน้า",
    ]
    text = "\n".join(("หน้าแรก", "ข่าว", "กีฬา", "ชาวบ้านช่วยกันสร้างสะพานไม้ไผ่ข้ามคลอง", "8 พ.ย. 2567 14:30", *body))
    assert [block.text for block in newsparse.parse(text, format="text").body] == body


def test_what_somebody_says_above_a_credit_is_no_caption() -> None:
    spoken = "“We can wait for a seventh year,” said the head of the club."
    text = "\n".join((TITLE, BYLINE, STAMP, *BODY[:2], spoken, "Photo: Harbour Press", RELATED, *TEASERS))
    assert spoken not in newsparse.parse(text, format="text").captions


def test_a_call_to_follow_the_paper_is_no_teaser() -> None:
    text = "\n".join((TITLE, BYLINE, STAMP, *BODY, RELATED, *TEASERS, "Follow us on the channel of your choice"))
    teasers = [t.title for block in newsparse.parse(text, format="text").related for t in block.teasers]
    assert "Follow us on the channel of your choice" not in teasers


def test_items_without_links_stay_in_markdown_whose_menus_are_links() -> None:
    menu = [f"* [{entry}](https://paper.example/{at})" for at, entry in enumerate(MENU)]
    listed = ["## What the council wants", "* Five arches of oak", "* A nest for the storks", "* No carts on Sundays"]
    below = "## What the engineers say"
    text = "\n\n".join((*menu, f"# {TITLE}", BYLINE, STAMP, BODY[0], *listed, BODY[1], below, BODY[3], BODY[4]))
    article = newsparse.parse(text, format="text")
    assert [(b.kind.value, b.text) for b in article.body if len(b.text) < 40] == [
        ("heading", "What the council wants"),
        ("item", "Five arches of oak"),
        ("item", "A nest for the storks"),
        ("item", "No carts on Sundays"),
        ("heading", "What the engineers say"),
    ]


def test_items_with_links_inside_of_the_text_are_other_articles() -> None:
    links = [f"* [{teaser}](https://paper.example/{at})" for at, teaser in enumerate(TEASERS[:2])]
    text = "\n\n".join((f"# {TITLE}", BYLINE, STAMP, BODY[0], "## Read on", *links, BODY[1], BODY[3], BODY[4]))
    assert not {block.text for block in newsparse.parse(text, format="text").body} & {*TEASERS, "Read on"}


def test_words_in_capitals_before_a_bar_on_several_lines_point_to_other_articles() -> None:
    lines = ["FUNDA NAKHU | Ferry line closes after ninety years", "FUNDA NAKHU | Harbour office moves to the quay"]
    text = "\n".join((TITLE, BYLINE, STAMP, BODY[0], lines[0], BODY[1], lines[1], BODY[3], BODY[4]))
    article = newsparse.parse(text, format="text")
    assert [teaser.title for block in article.related for teaser in block.teasers] == lines
    assert not {block.text for block in article.body} & {*lines}


def test_networks_one_after_the_other_are_no_teaser() -> None:
    text = "\n".join(
        (TITLE, BYLINE, STAMP, *BODY, RELATED, "Facebook X LinkedIn Pinterest WhatsApp Telegram", *TEASERS)
    )
    teasers = [t.title for block in newsparse.parse(text, format="text").related for t in block.teasers]
    assert teasers[0] == TEASERS[0]


def test_short_entries_of_a_live_blog_are_text() -> None:
    entries = [
        ("18:45", "Old town cleared", "The fire brigade has begun to bring the people of the old town to safety."),
        ("17:20", "Water at nine metres", "In the afternoon the water rose above the mark. More is expected tonight."),
        ("15:02", "No more boats", "All boats stay in the harbour, the office said."),
        ("12:10", "Good morning", "We report here on the flood. Welcome to our live coverage."),
    ]
    head = (
        "Home",
        "Sport",
        "Live",
        "Flood on the river: water still rising",
        "Follow the latest",
        "7 June 2031, 18:45",
    )
    article = newsparse.parse("\n".join((*head, *(line for entry in entries for line in entry), *FOOT)), format="text")
    assert article.title == "Flood on the river: water still rising"
    assert [block.text for block in article.body] == [line for entry in entries for line in entry[1:]]
    assert [update.title for update in article.live_updates] == [title for _, title, _ in entries]


def test_comments_with_times_are_no_entries_of_a_live_blog() -> None:
    comments = ("Pete", "14:20", "What a bridge!", "Ann", "14:35", "I like storks.", "Joe", "14:50", "Who pays for it?")
    article = newsparse.parse("\n".join((TITLE, BYLINE, STAMP, *BODY, "Comments", *comments)), format="text")
    assert [block.text for block in article.body] == BODY
