"""Pictures of the article: which, once, with caption and credit."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.article import Image

PROSE = (
    "<p>The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday in a statement.</p>"
    "<p>For ninety years the boats have carried farmers, school classes and their bicycles to the other side.</p>"
    "<p>A bridge that opens next spring will take over, and the boats are to be sold to a museum in the north.</p>"
)
END = "<p>The crew of eleven has been offered work on the island ferries, the office added, from the first of May.</p>"


def images(
    inside: str, *, after: str = "", head: str = "", url: str | None = "https://paper.example/sound/ferry"
) -> tuple[Image, ...]:
    page = (
        f'<html lang="en"><head><title>Ferry line closes</title>{head}</head><body><article><h1>Ferry line closes</h1>'
        f"{PROSE}{inside}{END}</article>{after}</body></html>"
    )
    return newsparse.parse(page, url=url).images


def labels(inside: str) -> dict[str, str]:
    page = (
        '<html lang="en"><head><title>Ferry line closes</title></head><body><article><h1>Ferry line closes</h1>'
        f"{PROSE}{inside}{END}</article></body></html>"
    )
    return {block.text: str(block.label) for block in newsparse.explain(page).blocks}


def test_a_figure_gives_picture_caption_and_credit() -> None:
    figure = (
        '<figure><img src="/media/ferry-at-dawn.jpg" alt="A ferry">'
        "<figcaption>The ferry at dawn. Photo: Anna Sample/AFP</figcaption></figure>"
    )
    assert images(figure) == (
        Image("https://paper.example/media/ferry-at-dawn.jpg", "A ferry", "The ferry at dawn.", "Anna Sample/AFP"),
    )


def test_a_credit_in_its_own_element_is_no_part_of_the_caption() -> None:
    figure = (
        '<figure><img src="/media/ferry-at-dawn.jpg"><figcaption><p>The ferry at dawn</p>'
        '<p class="photo-credit">Anna Sample</p></figcaption></figure>'
    )
    assert [(i.caption, i.credit) for i in images(figure)] == [("The ferry at dawn", "Anna Sample")]


def test_a_caption_that_is_only_a_credit_gives_no_caption() -> None:
    figure = '<figure><img src="/media/ferry-at-dawn.jpg"><figcaption>© Anna Sample</figcaption></figure>'
    assert [(i.caption, i.credit) for i in images(figure)] == [(None, "Anna Sample")]


def test_the_same_picture_and_caption_for_another_screen_come_out_once() -> None:
    copies = (
        '<figure class="mobile"><img src="/media/ferry-at-dawn-640x480.jpg">'
        "<figcaption>The ferry at dawn over the quiet old harbour</figcaption></figure>"
        '<figure class="desktop"><img src="/media/ferry-at-dawn-1200x900.jpg?q=80">'
        "<figcaption>The ferry at dawn over the quiet old harbour Photo: Anna Sample</figcaption></figure>"
    )
    found = images(copies)
    assert [i.caption for i in found] == ["The ferry at dawn over the quiet old harbour"]
    assert found[0].credit == "Anna Sample"


def test_two_pictures_with_one_alternative_text_stay_two() -> None:
    pictures = '<img src="/media/ferry-at-dawn.jpg" alt="Ferry"><img src="/media/ferry-at-dusk.jpg" alt="Ferry">'
    assert len(images(pictures)) == 2


def test_a_caption_outside_of_figures_is_known_by_its_container_beside_the_picture() -> None:
    box = '<div class="imagebox"><img src="/media/ferry-at-dawn.jpg"><p class="caption">The ferry at dawn</p></div>'
    assert [i.caption for i in images(box)] == ["The ferry at dawn"]


def test_a_lone_line_under_a_picture_in_a_box_of_its_own_is_its_caption() -> None:
    box = '<div class="x1"><div><img src="/media/ferry-at-dawn.jpg"></div><div class="x2">The ferry at dawn</div></div>'
    assert [i.caption for i in images(box)] == ["The ferry at dawn"]


def test_a_step_with_a_picture_of_its_own_stays_text() -> None:
    step = (
        '<div class="step"><div><img src="/media/ferry-{0}.jpg"><figcaption>© Anna Sample</figcaption>'
        "<div><p>Buy the ticket {0} at the office by the quay before noon.</p></div></div></div>"
    )
    assert [i.caption for i in images(step.format("early") + step.format("later"))] == [None, None]


def test_a_paragraph_after_a_picture_stays_text() -> None:
    found = images('<img src="/media/ferry-at-dawn.jpg"><p>Nobody knows yet who will buy the two boats.</p>')
    assert [i.caption for i in found] == [None]


def test_an_italic_paragraph_below_a_picture_in_the_text_is_its_caption() -> None:
    figure = '<figure><img src="/media/tern-berth.jpg" width="800" height="600"></figure>'
    (image,) = images(figure + "<p><em>The Tern at its berth, weeks before its last crossing</em></p>")
    assert image.caption == "The Tern at its berth, weeks before its last crossing"


@pytest.mark.parametrize(
    "below", ["<br>{}</td></tr>", "</td></tr><tr><td>{}</td></tr>", '</td></tr><tr><td class="caption">{}</td></tr>']
)
def test_in_a_table_of_its_own_what_stands_below_a_picture_is_its_caption(below: str) -> None:
    picture = '<img src="/media/tern-berth.jpg" width="800" height="600">'
    said = "The Tern at its berth in March."
    assert [i.caption for i in images(f"<table><tr><td>{picture}{below.format(said)}</table>")] == [said]


def test_a_table_of_facts_with_a_picture_is_no_caption() -> None:
    facts = "".join(f"<tr><td>{fact}</td></tr>" for fact in ("Built in 1932", "Length 31 metres", "Crew of eleven"))
    table = f'<table><tr><td><img src="/media/tern.jpg" width="800" height="600"></td></tr>{facts}</table>'
    assert [i.caption for i in images(table)] == [None]


def test_a_bold_one_that_opens_in_capitals_is_its_caption() -> None:
    figure = '<figure><img src="/media/tern-berth.jpg" width="800" height="600"></figure>'
    assert [i.caption for i in images(figure + "<p><strong>MARA Lindqvist.</strong></p>")] == ["MARA Lindqvist."]


def test_a_bold_one_is_a_heading_or_a_question() -> None:
    figure = '<figure><img src="/media/tern-berth.jpg" width="800" height="600"></figure>'
    assert [i.caption for i in images(figure + "<p><strong>What becomes of the boats now?</strong></p>")] == [None]


def test_what_a_player_says_of_itself_is_no_caption() -> None:
    player = (
        '<div class="video"><img src="/media/still-of-the-tern.jpg" width="800" height="450">'
        "<div>We apologize, but this video has failed to load.</div><div>Try refreshing your browser.</div></div>"
    )
    made = '<figure><video poster="/media/crossing.jpg"></video><figcaption>Powered by</figcaption></figure>'
    assert [i.caption for i in images(player + made)] == [None, None]


def test_the_alternative_text_is_no_caption() -> None:
    found = images('<img src="/media/ferry-at-dawn.jpg" alt="A ferry at dawn">')
    assert [(i.alt, i.caption) for i in found] == [("A ferry at dawn", None)]


def test_a_line_beside_a_picture_that_repeats_its_alternative_text_is_its_caption() -> None:
    found = images('<img src="/media/ferry-at-dawn.jpg" alt="A ferry leaves at dawn"><p>A ferry leaves at dawn</p>')
    assert [i.caption for i in found] == ["A ferry leaves at dawn"]


def test_figures_that_lead_to_other_articles_are_none_of_the_article() -> None:
    teaser = (
        '<a href="/other/bridge-opens"><figure><img src="/media/bridge-in-spring.jpg">'
        "<figcaption>Bridge to open in spring</figcaption></figure></a>"
    )
    assert images(teaser) == ()


def test_portraits_logos_and_pixels_are_none_of_the_article() -> None:
    others = (
        '<div class="author-bio"><img src="/people/anna-sample.jpg"></div><img src="/static/paper-logo.png">'
        '<img src="/count.gif" width="1" height="1">'
    )
    assert images(others) == ()


def test_the_declared_picture_stands_in_where_the_page_shows_none() -> None:
    head = '<meta property="og:image" content="https://paper.example/media/ferry.jpg">'
    assert [i.url for i in images("", head=head)] == ["https://paper.example/media/ferry.jpg"]


def test_addresses_stay_as_written_where_the_page_has_none() -> None:
    assert [i.url for i in images('<img src="/media/ferry-at-dawn.jpg">', url=None)] == ["/media/ferry-at-dawn.jpg"]


def test_every_copy_of_a_caption_is_labelled_and_none_is_text() -> None:
    figure = (
        '<figure><img src="/media/ferry-at-dawn.jpg"><figcaption>The ferry at dawn</figcaption></figure>'
        '<figure><img src="/media/ferry-at-dusk.jpg">'
        "<figcaption><p>The ferry at dusk</p><p>Photo: Anna Sample</p></figcaption></figure>"
    )
    found = labels(figure)
    assert found["The ferry at dawn"] == "caption"
    assert found["The ferry at dusk"] == "caption"
    assert found["Photo: Anna Sample"] == "credit"


TEXT = """Ferry line closes

{above}The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday in a statement.

For ninety years the boats have carried farmers, school classes and their bicycles to the other side of it.

{inside}A bridge that opens next spring will take over, and the boats are to be sold to a museum in the north.

The crew of eleven has been offered work on the island ferries, the office added, from the first of May on.
"""


def text_images(inside: str) -> tuple[Image, ...]:
    return newsparse.parse(TEXT.format(above="", inside=inside), format="text", language="en").images


def test_in_raw_text_a_line_that_stands_twice_is_a_caption() -> None:
    line = "The old ferry crosses the sound on a quiet morning in early autumn, with the new bridge behind it."
    assert text_images(f"{line}\n\n{line}\n\n") == (Image(caption=line),)


def test_in_raw_text_a_credit_marks_the_line_that_it_closes() -> None:
    found = text_images("The old ferry in the harbour. Photo: Anna Sample/AFP\n\n")
    assert found == (Image(caption="The old ferry in the harbour.", credit="Anna Sample/AFP"),)


def test_in_raw_text_a_sentence_that_opens_as_a_caption_is_one_in_scripts_with_stops_of_their_own() -> None:
    prose = "शुक्रवार दोपहर को आखिरी नौका खाड़ी से रवाना होगी, बंदरगाह कार्यालय ने सोमवार सुबह एक बयान में कहा और यह भी बताया।"
    caption = "बाएं से दाएं, सुबह के समय पुराने बंदरगाह में खड़ी आखिरी नौका।"
    text = "\n\n".join(("पुरानी नौका सेवा बंद होगी", prose, caption, f"फिर {prose}", f"अब {prose}"))
    assert newsparse.parse(text, format="text", language="hi").captions == (caption,)


def test_in_raw_text_a_credit_marks_the_line_above_it() -> None:
    found = text_images("The old ferry in the harbour\nPhoto: Anna Sample/AFP\n\n")
    assert found == (Image(caption="The old ferry in the harbour", credit="Anna Sample/AFP"),)


def test_in_raw_text_the_line_of_the_date_is_no_caption_of_the_credit_below_it() -> None:
    text = TEXT.format(above="Port Sample - 3 May 2024 - 05:30\n\nPhoto: Anna Sample\n\n", inside="")
    found = newsparse.parse(text, format="text", language="en").images
    assert [(i.caption, i.credit) for i in found] == [(None, "Anna Sample")]


def test_a_text_that_stands_twice_as_a_whole_is_no_caption() -> None:
    sentence = "The harbour office said on Monday that the last ferry over the sound would leave at noon."
    article = newsparse.parse(f"{sentence}\n\n{sentence}", format="text")
    assert article.captions == ()


def test_in_raw_text_a_counter_above_a_credit_is_no_caption() -> None:
    paragraphs = [part.removeprefix("<p>") for part in (PROSE + END).split("</p>") if part]
    lines = ["Ferry line closes after ninety years", "Comments: 12", "Photo: Hanna Wirth", *paragraphs]
    (image,) = newsparse.parse("\n".join(lines), format="text", language="en").images
    assert (image.caption, image.credit) == (None, "Hanna Wirth")


def test_in_a_caption_the_name_set_apart_as_an_author_is_the_photographer() -> None:
    caption = '<span class="desc">The ferry at dawn</span> <span class="autor">Anna Sample</span>'
    (found,) = images(f'<figure><img src="/media/ferry.jpg"><figcaption>{caption}</figcaption></figure>')
    assert (found.caption, found.credit) == ("The ferry at dawn", "Anna Sample")


def test_a_picture_in_a_small_box_that_opens_with_the_byline_is_a_portrait() -> None:
    box = '<div class="x1"><img src="/a/mara.jpg"><div class="x2"><span>By Mara Lindqvist</span></div></div>'
    page = f'<html lang="en"><body><article><h1>Ferry line closes</h1>{box}{PROSE}{END}</article></body></html>'
    assert newsparse.parse(page).images == ()


@pytest.mark.parametrize("control", ["Hide caption", "[+] Enlarge", "Video Ad Feedback", "Now playing", "扫码阅读全文"])
def test_controls_beside_a_picture_are_no_caption(control: str) -> None:
    figure = (
        '<div class="image"><img src="/media/ferry-at-dawn.jpg" width="800" height="500">'
        f'<div class="caption">The ferry at dawn</div><div class="caption">{control}</div></div>'
    )
    language = "en" if control.isascii() else "zh"
    html = (
        f'<html lang="{language}"><title>Ferry</title><article><h1>Ferry line closes</h1>{PROSE}{figure}{END}</article>'
    )
    captions = [image.caption for image in newsparse.parse(html, language=language).images]
    assert captions == ["The ferry at dawn"]
