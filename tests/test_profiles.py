"""Site profiles: what they can say, which of them is asked, and what becomes of it."""

from __future__ import annotations

import pickle
from pathlib import Path
from textwrap import dedent

import pytest

import newsparse
from newsparse import pipeline, profile_check
from newsparse.findings import Label
from newsparse.profiles import Profiles, load, profile_of, profiles_of, shipped_domains
from newsparse.profiles.profile import FIELDS, KEYS
from newsparse.readers import read
from newsparse.resolve import resolve

URL = "https://www.example.org/news/bridge"
TEXT = """
<p>The city opened the new bridge to traffic on Wednesday after three years of work on both banks of the river.</p>
<p>The cost came to twelve million, well below what the planners had expected when the first plans were drawn up.</p>
<p>Shops on the northern bank hope for more customers, since the detour by way of the harbour took twenty minutes.</p>
"""


def page(body: str, head: str = "<title>New bridge opened in the north</title>") -> str:
    return f"<html lang=en><head>{head}</head><body><h1>New bridge opened in the north</h1>{body}{TEXT}</body></html>"


@pytest.fixture
def write(tmp_path: Path):
    def write(profile: str, domain: str = "example.org", folder: str = "mine") -> Path:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{domain}.toml").write_text(dedent(profile), encoding="utf-8")
        return tmp_path / folder

    return write


def read_with(profile: str, html: str) -> tuple[newsparse.Article, dict[str, Label | None]]:
    """What a page of example.org gives with a profile: the article, and the label of every text."""
    doc = read(html, URL)
    found = pipeline.run(doc, site=profile_of(dedent(profile), "example.org"))
    return resolve(doc, found), {block.text: found.label(block.index) for block in doc.blocks}


def parse(profile: str, body: str, head: str = "<title>New bridge opened in the north</title>") -> newsparse.Article:
    return read_with(profile, page(body, head))[0]


def label(profile: str, body: str, text: str) -> Label | None:
    return read_with(profile, page(body))[1][text]


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


# --- which profile ----------------------------------------------------------------------------------------------------


def test_subdomains_are_served_and_the_longest_domain_wins(write):
    folder = write("zone = 'UTC'")
    write("zone = 'Asia/Tokyo'", "sport.example.org")
    found = [profiles_of(folder).of(f"https://{host}/x") for host in ("www.example.org", "a.sport.example.org")]
    assert [p.domain for p in found if p] == ["example.org", "sport.example.org"]


def test_an_earlier_folder_wins(write):
    one, two = write("zone = 'UTC'", folder="one"), write("zone = 'Asia/Tokyo'", "www.example.org", "two")
    found = profiles_of([one, two]).of(URL)
    assert found is not None
    assert found.zone == "UTC"


def test_folders_of_users_win_over_what_ships(write):
    domain = min(shipped_domains())
    found = profiles_of(write("zone = 'Asia/Tokyo'", domain)).of(f"https://{domain}/x")
    assert found is not None
    assert found.zone == "Asia/Tokyo"


def test_what_ships_serves_pages_unless_switched_off():
    url = f"https://www.{min(shipped_domains())}/x"
    assert profiles_of(None).of(url) is not None
    assert profiles_of(()).of(url) is None


def test_the_environment_names_folders(write, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NEWSPARSE_PROFILES", str(write('[fields]\nkicker = ".k"')))
    content = page("<p class=k>Harbour</p>")
    assert newsparse.parse(content, URL).kicker == "Harbour"
    assert newsparse.parse(content, URL, profiles=()).evidence.get("kicker") is None


def test_a_page_without_an_address_has_no_profile(write):
    folder = write('[fields]\ntitle = "h2"')
    assert newsparse.parse(page("<h2>Other</h2>"), profiles=folder).title == "New bridge opened in the north"


def test_a_profile_may_be_for_some_paths_only(write):
    profiles = profiles_of(write('paths = ["/sport/*"]'))
    assert profiles.of("https://example.org/sport/1") is not None
    assert profiles.of("https://example.org/news/1") is None


@pytest.mark.parametrize("url", ["", "no address", "http://[", "file:///etc/passwd", "http://../x", "http://a\x00b/"])
def test_odd_addresses_have_no_profile(url: str):
    assert profiles_of(None).of(url) is None


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path):
    with pytest.raises(newsparse.ProfileError, match="no folder of profiles"):
        newsparse.parse(page(""), URL, profiles=tmp_path / "none")


def test_a_changed_file_is_read_again(write):
    profiles = profiles_of(write("zone = 'UTC'"))
    assert profiles.of(URL).zone == "UTC"  # type: ignore[union-attr]
    write("zone = 'Africa/Cairo'")
    assert profiles.of(URL).zone == "Africa/Cairo"  # type: ignore[union-attr]


def test_profiles_go_to_other_processes(write):
    profiles = profiles_of(write("zone = 'UTC'"))
    assert pickle.loads(pickle.dumps(profiles)) == profiles


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


def test_a_page_of_the_site_raises_what_is_wrong_with_its_profile(write):
    with pytest.raises(newsparse.ProfileError):
        newsparse.parse(page(""), URL, profiles=write("zoen = 'UTC'"))


# --- tests of profiles ------------------------------------------------------------------------------------------------

TESTED = """
[fields]
kicker = ".k"

[[test]]
html = '<html lang=en><title>Bridge opened</title><p class=k>Harbour</p><h1>Bridge opened</h1>'
[test.expect]
kicker = "{kicker}"
title = "Bridge opened"
subtitle = ""
authors = []
"""


def test_a_test_holds_where_the_page_gives_what_is_expected(write):
    outcomes = list(profile_check.check(write(TESTED.format(kicker="Harbour"))))
    assert [(o.profile, o.number, o.wrong) for o in outcomes] == [("example.org", 1, ())]


def test_a_test_that_fails_says_what_came_instead(write):
    (outcome,) = profile_check.check(write(TESTED.format(kicker="Port")))
    assert outcome.wrong == ("kicker: expected 'Port', got 'Harbour'",)


def test_a_test_reads_a_page_beside_the_profile(write):
    folder = write("[[test]]\nfile = 'page.html'\n[test.expect]\ncontains = 'detour'\nlacks = ['bank of the river']")
    assert [o.missing for o in profile_check.check(folder)] == [
        f"no page: save https://example.org/ as {folder / 'page.html'}"
    ]
    (folder / "page.html").write_text(page(""), encoding="utf-8")
    assert [o.wrong for o in profile_check.check(folder)] == [()]


def test_a_profile_without_a_test_is_reported(write):
    (outcome,) = profile_check.check(write("zone = 'UTC'"))
    assert outcome.missing == "it has no test"


def test_the_tests_of_the_profiles_that_ship_hold():
    outcomes = list(profile_check.check_shipped())
    assert [o for o in outcomes if o.wrong or o.missing] == []
    assert {o.profile for o in outcomes} == shipped_domains()


def test_every_profile_that_ships_changes_what_its_tests_expect():
    """A profile whose tests hold without it is not needed, or its tests show nothing."""
    for domain in shipped_domains():
        without = profile_check.outcomes(load(domain), Profiles(shipped=False), Path())
        assert any(outcome.wrong for outcome in without), domain


# --- documentation ----------------------------------------------------------------------------------------------------

GUIDE = (Path(__file__).parent.parent / "docs" / "profiles.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    return GUIDE.partition(f"```{language}\n")[2].partition("```")[0]


def test_the_profile_in_the_guide_holds_its_test(write):
    folder = write(block("toml"), "harbour-news.example")
    assert [outcome.wrong for outcome in profile_check.check(folder)] == [()]


def test_the_code_in_the_guide_runs(write):
    profile = profile_of(block("toml"), "harbour-news.example")
    scope = {"page": profile.tests[0].html, "folder": write(block("toml"), "harbour-news.example")}
    exec(compile(block("python"), "profiles.md", "exec"), scope)


def test_the_guide_names_every_key():
    assert [key for key in (*KEYS, *FIELDS) if f"`{key}`" not in GUIDE and f"[{key}]" not in GUIDE] == []
