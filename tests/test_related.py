"""Pointers to other articles: modules of teasers and single lines."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.article import RelatedBlock, Teaser
from tests.ferry_page import END, PROSE

MODULE = """<section><h2>Related stories</h2>
<div class="card"><a href="/sound/bridge-to-open-in-spring"><p>Sound</p>
<h3>Bridge to open in spring after all</h3></a>
<p>The builders have caught up with the delay of last winter, their spokesman said.</p></div>
<div class="card"><a href="/north/museum-buys-two-boats">
<h3>Museum in the north buys two boats</h3></a></div></section>"""


PARAGRAPHS = [part.removeprefix("<p>") for part in (PROSE + END).split("</p>") if part]


def page(inside: str = "", after: str = "") -> str:
    return (
        '<html lang="en"><head><title>Ferry line closes</title></head><body><article><h1>Ferry line closes</h1>'
        f"<div>{PROSE}{inside}{END}</div></article>{after}</body></html>"
    )


def related(inside: str = "", after: str = "") -> tuple[RelatedBlock, ...]:
    return newsparse.parse(page(inside, after), url="https://paper.example/sound/ferry-line-closes").related


def titles(inside: str = "", after: str = "") -> list[str]:
    return [teaser.title for block in related(inside, after) for teaser in block.teasers]


def test_a_module_after_the_text_gives_heading_titles_texts_and_addresses() -> None:
    (block,) = related(after=MODULE)
    assert block.heading == "Related stories"
    first, second = block.teasers
    assert first.title == "Bridge to open in spring after all"
    assert first.kicker == "Sound"
    assert first.text == "The builders have caught up with the delay of last winter, their spokesman said."
    assert first.url == "https://paper.example/sound/bridge-to-open-in-spring"
    assert second == Teaser(
        "Museum in the north buys two boats", url="https://paper.example/north/museum-buys-two-boats"
    )


def test_headlines_in_scripts_that_do_not_part_words_are_headlines() -> None:
    thai = ("เปิดศูนย์ช่วยเหลือผู้ประสบภัยน้ำท่วม", "ฝนถล่มภาคเหนือต่อเนื่องสามวัน")
    items = "".join(f'<li><a href="/news/local/{n}-flood">{title}</a></li>' for n, title in enumerate(thai))
    assert titles(after=f"<aside><h2>Related stories</h2><ul>{items}</ul></aside>") == list(thai)


def test_a_line_of_hindi_that_says_read_also_is_a_teaser() -> None:
    title = "उत्तर की रेल फिर से शुरू होगी"  # vowel signs, which are no letters to Python, make it as long as a headline
    text = "द्वीप की परिषद ने पुराने पुल को बंद करने का फैसला किया है, और अब सभी लोग नाव से जाएंगे, मेयर ने सोमवार को कहा।"
    pointer = f'<p><strong>यह भी पढ़ें: <a href="/news/rail-9123">{title}</a></strong></p>'
    article = newsparse.parse(
        f"<html lang='hi'><body><h1>पुल बंद होगा</h1><div><p>{text}</p>{pointer}<p>{text[:90]}</p></div>"
    )
    assert [teaser.title for block in article.related for teaser in block.teasers] == [title]


def test_a_module_between_paragraphs_is_no_part_of_the_body() -> None:
    article = newsparse.parse(page(inside=MODULE))
    assert [t.title for b in article.related for t in b.teasers] == [
        "Bridge to open in spring after all",
        "Museum in the north buys two boats",
    ]
    assert len(article.body) == 4


def test_a_single_line_that_says_read_also_is_a_teaser() -> None:
    line = '<p>Read also: <a href="/sound/bridge-to-open-in-spring">Bridge to open in spring after all</a></p>'
    assert len(titles(inside=line)) == 1


def test_read_also_is_no_part_of_the_title_whatever_points_before_it() -> None:
    line = '<p><a href="/sound/bridge-to-open-in-spring">» Read also - Bridge to open in spring after all</a></p>'
    assert titles(inside=line) == ["Bridge to open in spring after all"]


def test_a_short_sentence_under_a_headline_is_its_summary_and_a_date_is_none() -> None:
    card = '<li><a href="/north/museum-buys-boats"><h3>Museum in the north buys two boats</h3><p>{}</p></a></li>'
    assert related(after=f"<ul>{card.format('Nobody else had bid for them.')}</ul>")[0].teasers[0].text
    assert related(after=f"<ul>{card.format('3 min.')}</ul>")[0].teasers[0].text is None


def test_a_short_sentence_is_a_summary_in_scripts_with_stops_of_their_own() -> None:
    summary = "किसी और ने बोली नहीं लगाई थी।"
    card = f'<a href="/north/museum-buys-boats"><h3>उत्तर के संग्रहालय ने दो नावें खरीदीं</h3><p>{summary}</p></a>'
    assert related(after=f"<ul><li>{card}</li></ul>")[0].teasers[0].text == summary


def test_a_line_with_a_label_in_capitals_and_a_link_is_a_teaser() -> None:
    line = '<p>MORE FERRY NEWS | <a href="/sound/bridge-to-open-in-spring">Bridge to open in spring after all</a></p>'
    assert len(titles(inside=line)) == 1


def test_a_paragraph_with_a_link_stays_text() -> None:
    line = (
        '<p>The bridge, which <a href="/sound/bridge-to-open-in-spring">is to open in spring</a> if the weather holds, '
        "has cost twice what was planned when the work on it began.</p>"
    )
    assert titles(inside=line) == []


def test_a_short_text_with_a_single_link_in_it_is_no_card() -> None:
    pointer = (
        '<div class="related"><a href="/sound/bridge-to-open-in-spring">Bridge to open in spring after all</a></div>'
    )
    lead = "<p class='lead'>The bridge takes over next spring, after more than ninety years of farmers on boats.</p>"
    html = f"<html lang='en'><body><div><h1>Ferry line closes</h1>{lead}<div>{PROSE}{pointer}</div></div></body></html>"
    article = newsparse.parse(html)
    assert list(article.paragraphs) == PARAGRAPHS[:2]
    assert [teaser.title for block in article.related for teaser in block.teasers] == [
        "Bridge to open in spring after all"
    ]


def test_a_list_of_links_in_the_text_stays_text() -> None:
    links = (
        "<p>These are the papers that the office has put on its site for everybody to read:</p><ul>"
        '<li><a href="/papers/plan-for-the-harbour">Plan for the harbour and its old quays</a></li>'
        '<li><a href="/papers/report-on-the-bridge">Report on the bridge and what it costs</a></li></ul>'
    )
    assert titles(inside=links) == []


def test_menus_are_no_teasers() -> None:
    menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("News", "Sport", "Television"))
    assert titles(after=f"<nav><ul>{menu}</ul></nav>") == []


def test_the_articles_own_headline_is_dropped_from_its_teasers() -> None:
    own = '<ul><li><a href="/sound/ferry-line-closes-1"><h3>Ferry line closes</h3></a></li>'
    other = '<li><a href="/north/museum-buys-two-boats"><h3>Museum in the north buys two boats</h3></a></li></ul>'
    assert titles(after=own + other) == ["Museum in the north buys two boats"]


def test_a_title_that_stands_twice_in_a_module_comes_out_once() -> None:
    card = '<li><a href="/north/museum-buys-two-boats"><h3>Museum in the north buys two boats</h3></a></li>'
    assert titles(after=f"<ul>{card}{card}</ul>") == ["Museum in the north buys two boats"]


def test_a_title_that_stands_twice_keeps_its_first_place() -> None:
    museum = '<li><a href="/north/museum-buys-two-boats"><h3>Museum in the north buys two boats</h3></a></li>'
    bridge = '<li><a href="/sound/bridge-to-open-in-spring"><h3>Bridge to open in spring after all</h3></a></li>'
    both = ["Museum in the north buys two boats", "Bridge to open in spring after all"]
    assert titles(after=f"<ul>{museum}{bridge}{museum}</ul>") == both


def test_links_to_other_sites_are_advertisements() -> None:
    offer = '<a href="https://shop.example.org/two-boats-for-the-bath">Two boats for the bath at half the price</a>'
    assert titles(after=f"<ul><li>{offer}</li></ul>") == []


TEXT = """Ferry line closes

The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday in a statement.

For ninety years the boats have carried farmers, school classes and their bicycles to the other side of it.

A bridge that opens next spring will take over, and the boats are to be sold to a museum in the north.

Related stories

Bridge to open in spring after all

The builders have caught up with the delay of last winter, their spokesman said on Sunday.

Museum in the north buys two boats
"""


def test_in_raw_text_lines_under_a_heading_are_teasers() -> None:
    article = newsparse.parse(TEXT, format="text", language="en")
    assert article.related == (
        RelatedBlock(
            "Related stories",
            (
                Teaser(
                    "Bridge to open in spring after all",
                    text="The builders have caught up with the delay of last winter, their spokesman said on Sunday.",
                ),
                Teaser("Museum in the north buys two boats"),
            ),
        ),
    )


def test_in_raw_text_a_heading_without_teasers_is_kept() -> None:
    article = newsparse.parse(
        TEXT.replace("Related stories", "Our recommendations\nRelated stories"), format="text", language="en"
    )
    assert [block.heading for block in article.related][-1] == "Related stories"


def test_in_markdown_linked_lines_under_a_heading_are_teasers() -> None:
    links = "* [Bridge to open in spring after all](/bridge)\n* [Museum in the north buys two boats](/museum)"
    text = "\n\n".join(["# Ferry line closes", *PARAGRAPHS, "## Related stories", links])
    (block,) = newsparse.parse(text, url="https://paper.example/ferry", format="text", language="en").related
    assert [(t.title, t.url) for t in block.teasers] == [
        ("Bridge to open in spring after all", "https://paper.example/bridge"),
        ("Museum in the north buys two boats", "https://paper.example/museum"),
    ]


def in_text(*below: str, above: tuple[str, ...] = ()) -> tuple[RelatedBlock, ...]:
    text = "\n".join([*above, "Ferry line closes after ninety years", *PARAGRAPHS, *below])
    return newsparse.parse(text, format="text", language="en").related


def test_in_raw_text_the_time_before_a_headline_of_a_ticker_is_no_part_of_it() -> None:
    (block,) = in_text("Latest news", "15:10 Bridge to open in spring after all", "14:55 Museum buys two boats at last")
    assert [t.title for t in block.teasers] == [
        "Bridge to open in spring after all",
        "Museum buys two boats at last",
    ]


def test_in_raw_text_short_sentences_under_every_headline_are_summaries() -> None:
    teasers = ("Bridge to open in spring after all", "The delay has been caught up.")
    (block,) = in_text(
        "Related stories", *teasers, "Museum in the north buys two boats", "Nobody else had bid for them."
    )
    assert [t.text for t in block.teasers] == ["The delay has been caught up.", "Nobody else had bid for them."]


def test_in_raw_text_a_sentence_under_the_last_headline_alone_is_no_summary() -> None:
    teasers = ("Bridge to open in spring after all", "Museum in the north buys two boats")
    (block,) = in_text("Related stories", *teasers, "The Weir Courier is an independent newspaper.")
    assert [t.text for t in block.teasers] == [None, None]


def test_in_raw_text_an_entry_of_the_menu_named_like_a_module_is_none() -> None:
    assert in_text(above=("Home", "Latest news", "Town", "Sport", "Culture", "Jobs")) == ()


def card(title: str, href: str, more: str = "") -> str:
    return f'<div class="card">{more}<h3><a href="{href}">{title}</a></h3></div>'


def test_a_module_of_jobs_holds_no_teasers() -> None:
    jobs = card("Deckhand for the island ferries wanted", "/jobs/deckhand-island-ferries-1288")
    pilot = card("Pilot for the harbour of the sound", "/jobs/pilot-harbour-sound-1289")
    assert titles(after=f"<section><h2>Jobs</h2>{jobs}{pilot}</section>") == []


def test_a_headline_that_calls_itself_an_advertisement_is_none() -> None:
    sold = card("Insulate your boat house now (sponsored)", "/special/insulate-your-boat-house")
    other = card("Museum in the north buys two boats", "/north/museum-buys-two-boats")
    assert titles(after=f'<div class="teasers">{sold}{other}</div>') == ["Museum in the north buys two boats"]


def test_a_link_to_a_section_is_none_where_the_page_shows_how_addresses_of_articles_look() -> None:
    section = card("All the latest news of the sound", "/sound")
    other = card("Museum in the north buys two boats", "/north/museum-buys-two-boats")
    assert titles(after=f'<div class="teasers">{section}{other}</div>') == ["Museum in the north buys two boats"]


def test_under_a_heading_that_says_related_addresses_may_be_short() -> None:
    assert titles(after=f"<section><h2>Related stories</h2>{card('Museum buys two old boats', '/a/12')}</section>") == [
        "Museum buys two old boats"
    ]


def test_headings_with_pictures_in_the_footer_are_teasers() -> None:
    picture = '<div class="photo"><img src="/i/{0}.jpg"></div>'
    cards = (
        f'<div class="photo-card">{card("Museum buys two boats", "/north/museum-buys-two-boats", picture)}</div>'
        f'<div class="photo-card">{card("Bridge to open in spring", "/sound/bridge-to-open-in-spring", picture)}</div>'
    )
    assert titles(after=f"<footer>{cards}</footer>") == ["Museum buys two boats", "Bridge to open in spring"]


def test_those_that_lead_to_another_site_are_not() -> None:
    sold = card(
        "The orchestra of the sound plays its winter concerts", "https://orchestra.example/winter-concerts-2024"
    )
    assert titles(after=f'<footer><div class="teasers">{sold}</div></footer>') == []


def test_under_words_that_announce_articles_short_links_are_headlines() -> None:
    links = '<ul><li><a href="/a">Ferry runs again</a></li><li><a href="/b">Seals are back now</a></li></ul>'
    assert titles(after=f"<section><h3>Read also</h3>{links}</section>") == ["Ferry runs again", "Seals are back now"]


def test_there_two_words_are_a_headline_if_they_are_a_heading() -> None:
    links = '<ul><li><h3><a href="/a">“Stormy seas”</a></h3></li><li><h3><a href="/b">Seals return</a></h3></li></ul>'
    assert titles(after=f"<section><h3>Read also</h3>{links}</section>") == ["“Stormy seas”", "Seals return"]


def test_a_topic_line_whose_link_is_titled_with_the_whole_line_leads_there_as_a_whole() -> None:
    line = '<p><a href="/sound/{}" title="Bridges: {title}">Bridges:</a> {title}</p>'
    told = ("Who pays for the old one now", "How the new one stands the ice")
    lines = "".join(line.format(n, title=title) for n, title in zip(("who-pays", "the-ice"), told, strict=True))
    assert titles(after=f"<aside><h2>Related stories</h2>{lines}</aside>") == [f"Bridges: {title}" for title in told]


def test_a_heading_with_a_summary_is_a_teaser_whatever_its_address_looks_like() -> None:
    cards = "".join(
        f'<div><h3><a href="/{n}">{title}</a></h3><p>The office said so on Monday, and the crew agreed.</p></div>'
        for n, title in (("1", "Harbour gets a second crane"), ("2", "Old lighthouse is for sale"))
    )
    assert titles(after=f"<div>{cards}</div>") == ["Harbour gets a second crane", "Old lighthouse is for sale"]


def test_what_marks_a_teaser_is_no_part_of_its_title() -> None:
    link = '<a href="/new-crane-for-harbour"><h4><span class="b">Premium</span>Harbour gets a second crane</h4></a>'
    assert titles(after=f"<section><h3>Read also</h3><div>{link}</div></section>") == ["Harbour gets a second crane"]


def test_a_day_a_time_or_a_rank_beside_a_headline_is_no_part_of_it() -> None:
    items = (
        '<li><a href="/sound/tunnel-flooded">Tunnel under the sound is flooded again</a><span>03-10</span></li>'
        '<li><span class="d">10.03.2024</span> <a href="/sound/who-pays">Who pays for the bridge now?</a></li>'
        '<li><a href="/sound/the-last-captain"><em>3</em>The last captain of the northern line</a></li>'
    )
    assert titles(after=f"<aside><h2>Most read</h2><ul>{items}</ul></aside>") == [
        "Tunnel under the sound is flooded again",
        "Who pays for the bridge now?",
        "The last captain of the northern line",
    ]


def test_a_short_headline_behind_words_that_say_read_also_is_a_teaser() -> None:
    assert titles('<p>Read also: <a href="/sound/ice">Ice on the sound</a></p>') == ["Ice on the sound"]


def covered(title: str, href: str, more: str = "") -> str:
    return f'<div class="card"><a class="cover" href="{href}" aria-label="{title}"></a><h3>{title}</h3>{more}</div>'


def test_a_link_without_text_that_lies_over_a_card_leads_to_its_article() -> None:
    summary = "<p>The builders have caught up with the delay of last winter, their spokesman said.</p>"
    module = covered("Bridge to open in spring after all", "/sound/bridge-to-open", summary)
    module += covered("Museum in the north buys two boats", "/north/museum-buys-two-boats")
    (block,) = related(after=f"<section><h2>Related stories</h2>{module}</section>")
    assert [(t.title, t.url) for t in block.teasers] == [
        ("Bridge to open in spring after all", "https://paper.example/sound/bridge-to-open"),
        ("Museum in the north buys two boats", "https://paper.example/north/museum-buys-two-boats"),
    ]
    assert block.teasers[0].text == "The builders have caught up with the delay of last winter, their spokesman said."


def test_such_cards_are_no_part_of_the_body() -> None:
    summary = "<p>The harbour office said that it will stand on the western quay.</p>"
    cards = "".join(covered(f"Harbour gets crane number {n}", f"/crane-{n}", summary) for n in range(1, 4))
    after = f'<nav><a href="/">Home</a></nav><div class="x1">{cards}</div>'
    assert list(newsparse.parse(page(after=after)).paragraphs) == PARAGRAPHS


SUMMARY = "<p>The harbour office said that it will stand on the western quay.</p>"


@pytest.mark.parametrize(
    "card",
    [
        '<a href="/crane-{n}"><img src="/c{n}.jpg"></a><h3>Harbour gets crane number {n}</h3>' + SUMMARY,
        "<h3>Harbour gets crane number {n}</h3>" + SUMMARY + '<a href="/crane-{n}">Read more</a>',
    ],
    ids=["picture", "read more"],
)
def test_where_only_picture_or_read_more_is_linked_the_heading_is_the_headline(card: str) -> None:
    cards = "".join(f'<div class="card">{card.format(n=n)}</div>' for n in range(1, 4))
    article = newsparse.parse(page(after=f'<nav><a href="/">Home</a></nav><div class="x1">{cards}</div>'))
    assert list(article.paragraphs) == PARAGRAPHS
    (block,) = article.related
    assert [(t.title, t.url) for t in block.teasers] == [
        (f"Harbour gets crane number {n}", f"/crane-{n}") for n in range(1, 4)
    ]


def test_a_caption_below_a_linked_picture_is_no_teaser() -> None:
    figure = '<div class="wp-caption"><a href="/boat-in-port"><img src="/b.jpg"></a><p>The last boat in port.</p></div>'
    article = newsparse.parse(page(figure))
    assert article.related == ()
    assert list(article.paragraphs) == PARAGRAPHS
