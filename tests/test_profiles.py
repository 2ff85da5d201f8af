"""Site profiles: what they can say, and what comes of it."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.findings import Label
from newsparse.profiles import profile_of
from tests.profile_pages import TEXT, label, parse, read_with

# --- selectors --------------------------------------------------------------------------------------------------------

AD = "Our readers travel cheaper with us this summer"


@pytest.mark.parametrize(
    "selector",
    [
        "div.x",
        ".x",
        "#promo",
        "div#promo.x.y",
        "[data-unit]",
        "[data-unit=box]",
        "[data-unit='box one']",
        "[data-unit~=one]",
        "[data-unit^=box]",
        "[data-unit$=one]",
        "[data-unit*='x o']",
        "section .x",
        "section > div",
        "section > .x > p",
        "body section p",
        "p:not(.note)",
        ".nothing, .x",
        "*.x",
    ],
)
def test_a_selector_picks_what_lies_in_its_element(selector: str):
    body = f'<section><div id=promo class="x y" data-unit="box one"><p>{AD}</p></div></section>'
    data = selector if "box one" in selector or "=" not in selector else selector.replace("=box]", "='box one']")
    assert label(f'[labels]\nad = "{data}"', body, AD) is Label.AD


@pytest.mark.parametrize(
    "selector",
    ["div.z", "#other", "main > div", "section > p", ".x .x", "[data-unit=one]", "[data-else]", "p:not(.note)", "P.x"],
)
def test_a_selector_picks_nothing_else(selector: str):
    body = f'<section><div id=promo class="x" data-unit="box one"><p class=note>{AD}</p></div></section>'
    assert label(f'[labels]\nshare = "{selector}"', body, AD) is not Label.SHARE


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        ("div >", "ends where an element should follow"),
        ("> div", "nothing stands before"),
        ("div > > p", "nothing stands before"),
        ("div..x", "lacks a name"),
        ("a:hover", "has “:”"),
        ("[x='y]", "closing '"),
        ("[x", "lacks a “]”"),
        ("div,", "is empty"),
        ("p" * 2000, "too long"),
    ],
)
def test_a_malformed_selector_is_an_error_that_says_where(selector: str, said: str):
    with pytest.raises(newsparse.ProfileError, match=f"example.org: the selector .*{said}"):
        profile_of(f'within = ["{selector}"]', "example.org")


# --- fields -----------------------------------------------------------------------------------------------------------


def test_a_field_is_read_where_the_profile_points():
    article = parse('[fields]\ntitle = "h2.real"', "<h2 class=real>A bridge for the northern bank</h2>")
    assert article.title == "A bridge for the northern bank"


def test_evidence_names_the_profile_and_the_selector():
    evidence = parse('[fields]\ntitle = "h2"', "<h2>A bridge for the northern bank</h2>").evidence["title"]
    assert (evidence.source, evidence.trust, evidence.note) == ("profile example.org", 1.0, "h2")


def test_the_first_place_that_gives_a_value_decides():
    article = parse('[fields]\nkicker = [".none", ".one", ".two"]', "<p class=two>Second</p><p class=one>First</p>")
    assert article.kicker == "First"


def test_an_inline_element_is_picked_as_the_last_of_a_path():
    article = parse(
        '[fields]\nauthors = "p.meta > .who"', "<p class=meta>3 min <span class=who>Ada Lovelace</span></p>"
    )
    assert [author.name for author in article.authors] == ["Ada Lovelace"]


def test_an_author_picked_twice_keeps_the_first_place():
    names = "".join(f"<p class=who>{name}</p>" for name in ("Ada Lovelace", "Alan Turing", "Ada Lovelace"))
    assert [author.name for author in parse('[fields]\nauthors = ".who"', names).authors] == [
        "Ada Lovelace",
        "Alan Turing",
    ]


def test_the_link_of_an_author_is_absolute():
    (author,) = parse('[fields]\nauthors = "a.who"', "<a class=who href=/p/ada>Ada Lovelace</a>").authors
    assert author.url == "https://www.example.org/p/ada"


def test_a_subtitle_of_several_blocks_is_one_text():
    article = parse(
        '[fields]\nsubtitle = ".deck"', "<p class=deck>The first line.</p><p class=deck>And the second.</p>"
    )
    assert article.subtitle == "The first line. And the second."


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("meta:og:title", "As shared"),
        ("json-ld:headline", "As declared"),
        ("json-ld:isPartOf.name", "The paper"),
        ("head:title", "As in the tab"),
    ],
)
def test_a_declaration_can_be_the_place_of_a_field(place: str, title: str):
    head = """<title>As in the tab</title><meta property="og:title" content="As shared">
    <script type="application/ld+json">
    {"@type": "NewsArticle", "headline": "As declared", "isPartOf": [{"name": "The paper"}]}</script>"""
    assert parse(f'[fields]\ntitle = "{place}"', "", head).title == title


def test_a_kicker_is_parted_from_the_title_at_the_sign_the_profile_names():
    head = "<title>Harbour – Bridge opened</title>"
    html = f"<html lang=en><head>{head}</head><body><h1>Harbour – Bridge opened</h1>{TEXT}</body></html>"
    article = read_with('kicker_in_title = " – "', html)[0]
    assert (article.kicker, article.title) == ("Harbour", "Bridge opened")


def test_a_headline_without_the_sign_stays_whole():
    article = parse('kicker_in_title = ":"', "")
    assert (article.kicker, article.title) == (None, "New bridge opened in the north")


@pytest.mark.parametrize(("order", "day"), [("true", "2024-04-03"), ("false", "2024-03-04")])
def test_the_order_of_day_and_month_is_the_sites(order: str, day: str):
    article = parse(f'day_first = {order}\n[fields]\npublished = ".when"', "<div class=when>03/04/2024</div>")
    assert str(article.published).startswith(day)


def test_stamps_without_a_zone_are_of_the_sites():
    article = parse('zone = "Asia/Tokyo"', "<time>3 April 2024, 10:00</time>")
    assert article.published is not None
    assert article.published.isoformat() == "2024-04-03T10:00:00+09:00"


# --- labels, bounds, phrases ------------------------------------------------------------------------------------------

OTHER = "A paragraph of something else, which is as long as those of the article and reads just like one of them."


def test_text_labelled_as_noise_leaves_the_body():
    article = parse('[labels]\nad = ".promo"', f"<p class=promo>{OTHER}</p>")
    assert OTHER not in article.text


def test_text_labelled_as_body_joins_it_though_it_is_hidden():
    article = parse('[labels]\nbody = ".lock"', f"<p class=lock style='display:none'>{OTHER}</p>")
    assert OTHER in article.text
    assert article.evidence["body"].source == "profile example.org"


def test_nothing_outside_of_the_text_s_container_is_text():
    body = f"<div class=story>{TEXT}</div><div class=next><p>{OTHER}</p></div>"
    html = f"<html lang=en><title>New bridge</title><body><h1>New bridge opened in the north</h1>{body}</body></html>"
    assert OTHER not in read_with('within = "div.story"', html)[0].text


def test_a_container_that_is_not_on_the_page_bounds_nothing():
    assert len(parse('within = "div.story"', "").body) == 3


def test_what_is_labelled_as_caption_belongs_to_the_picture_beside_it():
    body = f"{TEXT}<div><img src=a.jpg width=800 height=500><div class=u>The bridge at dawn.</div></div>"
    article = parse('[labels]\ncaption = ".u"', body)
    assert article.captions == ("The bridge at dawn.",)


def test_what_is_labelled_otherwise_is_no_caption():
    body = f"{TEXT}<figure><img src=a.jpg width=800><figcaption class=play>Play the video now</figcaption></figure>"
    assert parse('[labels]\nother = ".play"', body).captions == ()


def test_phrases_of_the_site_are_labels_of_its_lines():
    assert label('[phrases]\nadvertising = ["Reader\'s trips"]', "<p>Reader’s trips</p>", "Reader’s trips") is Label.AD


# --- mistakes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ("zoen = 'UTC'", "unknown key “zoen”; did you mean “zone”"),
        ("zone = 'Europe/Belrin'", "did you mean “Europe/Berlin”"),
        ("[fields]\ntitel = 'h1'", "did you mean “title”"),
        ("[labels]\ncaptions = '.x'", "did you mean “caption”"),
        ("[phrases]\nadvertisng = ['x']", "did you mean “advertising”"),
        ("[phrases.share]\nwhole_line = ['x']", "did you mean “whole”"),
        ("[[test]]\nhtm = ''", "did you mean “html”"),
        ("[[test]]\n[test.expect]\nauthor = 'x'", "did you mean “authors”"),
        ("[[test]]\nhtml = 'x'\ntext = 'x'", "a test has one page"),
        ("[[test]]\nhtml = 3", "“html” must be a text"),
        ("[[test]]\nexpect = 'x'", "what a test expects is a table"),
        ("[[test]]\nnow = 'yesterday'", "no date of ISO 8601"),
        ("day_first = 'yes'", "true or false"),
        ("within = 3", "a text or a list of texts"),
        ("fields = 'h1'", "must be a table"),
        ("test = 'x'", "begins with"),
        ("[fields", "no TOML"),
    ],
)
def test_a_mistake_is_an_error_that_names_file_and_remedy(profile: str, said: str):
    with pytest.raises(newsparse.ProfileError, match=f"mine.toml: .*{said}"):
        profile_of(profile, "example.org", "mine.toml")
