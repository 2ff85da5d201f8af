"""Pointers to other articles as sites build them: where headlines stand in a card, what stands beside them."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.article import Article, Teaser
from tests.ferry_page import END, PROSE

MENU = '<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
FOOT = '<ul><li><a href="/about">About us</a></li><li><a href="/imprint">Imprint</a></li></ul>'
LINKS = {
    "Bridge to open in spring after all": "/sound/bridge-to-open-in-spring",
    "Museum in the north buys two boats": "/north/museum-buys-two-boats",
    "Nobody misses the fog horn yet": "/sound/nobody-misses-the-fog-horn",
}
TITLES = list(LINKS)


def parsed(inside: str = "", behind: str = "", after: str = "", before: str = "", foot: str = "") -> Article:
    """Parse a page with something between its paragraphs, below them, beside the article or in the footer."""
    return newsparse.parse(
        f'<html lang="en"><head><title>Ferry line closes</title></head><body>{MENU}{before}<main><article>'
        f"<h1>Ferry line closes</h1><div>{PROSE}{inside}{END}{behind}</div></article></main>{after}"
        f"<footer>{foot}{FOOT}</footer></body></html>",
        url="https://paper.example/sound/ferry-line-closes",
    )


def titles(**where: str) -> list[str]:
    return [teaser.title for block in parsed(**where).related for teaser in block.teasers]


def each(form: str) -> str:
    """Return *form* once for every headline."""
    return "".join(form.format(at=at, title=title, href=href) for at, (title, href) in enumerate(LINKS.items(), 1))


def module(form: str, heading: str = "<h2>Related stories</h2>") -> str:
    return f"<div>{heading}{each(form)}</div>"


class TestLinksThatOnlyAStyleSheetPutsBelowEachOther:
    @pytest.mark.parametrize("form", [
        '<a class="d-block" href="{href}">{title}</a>',
        '\n<a class="lnk" href="{href}">{title}</a>',
        '• <a href="{href}">{title}</a><br>',
        '<a class="c"  href="{href}"><span class="x"><img src="/{at}.jpg"></span><span class="y">{title}</span></a>',
    ])  # fmt: skip
    def test_each_is_a_teaser(self, form: str) -> None:
        assert titles(after=module(form)) == TITLES
        assert titles(foot=module(form)) == TITLES

    def test_the_label_before_them_is_their_heading(self) -> None:
        links = each('<br><a href="{href}">{title}</a>')
        article = parsed(inside=f"<p><b>Read also</b>{links}</p>")
        assert [block.heading for block in article.related] == ["Read also"]
        assert [t.title for t in article.related[0].teasers] == TITLES
        assert len(article.body) == 4

    def test_a_sentence_with_links_is_none(self) -> None:
        links = " and ".join(f'<a href="{href}">{title}</a>' for title, href in LINKS.items())
        assert (
            titles(inside=f"<p>The paper has written of this before, more than once: {links}, to name a few.</p>") == []
        )

    def test_a_headline_with_a_link_to_something_else_beside_it_stays_whole(self) -> None:
        form = '<p><a class="t" href="{href}">{title}</a> <a class="q" href="/quotes/{at}-a-b">Harbour 17.4</a></p>'
        assert titles(after=module(form))[0] == f"{TITLES[0]} Harbour 17.4"


class TestShortHeadlines:
    def test_among_others_of_their_look_they_are_some(self) -> None:
        links = (
            each('<li><a href="{href}">{title}</a></li>')
            + '<li><a href="/sound/fog-over-the-sound-48113">Fog over the sound</a></li>'
        )
        assert titles(before=f"<aside><ul>{links}</ul></aside>") == [*TITLES, "Fog over the sound"]

    def test_several_with_pictures_that_lead_to_the_same_articles_are_some(self) -> None:
        card = '<div class="css-1"><a href="{0}"><img src="/1.jpg"></a><a href="{0}">{1}</a></div>'
        one = card.format("/sound/fog-over-the-sound-48113", "Fog over the sound")
        other = card.format("/sound/ice-on-the-sound-48114", "Ice on the sound")
        assert titles(after=f"<div>{one}{other}</div>") == ["Fog over the sound", "Ice on the sound"]
        assert titles(after=f"<div>{one}</div>") == []

    def test_without_either_they_are_entries_of_a_menu(self) -> None:
        assert titles(after='<div><a href="/sound/fog-over-the-sound-48113">Fog over the sound</a></div>') == []


class TestBoxesBetweenParagraphs:
    CARD = '<figure><a href="{href}"><div>{title}</div><div><img src="/icon.png"> The Times</div></a></figure>'

    def test_a_linked_box_with_a_picture_leads_to_another_article(self) -> None:
        href = LINKS[TITLES[0]]
        assert titles(inside=self.CARD.format(title=TITLES[0], href=href)) == TITLES[:1]
        assert titles(inside=self.CARD.format(title=TITLES[0], href="https://shop.example" + href)) == []

    def test_an_embedded_article_is_a_quote_that_is_a_link(self) -> None:
        quote = f'<blockquote class="wp-embedded-content"><a href="{LINKS[TITLES[0]]}">{TITLES[0]}</a></blockquote>'
        assert titles(inside=quote) == TITLES[:1]

    def test_text_behind_a_box_that_is_put_into_a_paragraph_is_text(self) -> None:
        box = f'<article><a href="{LINKS[TITLES[0]]}"><img src="/1.jpg"><p>{TITLES[0]}</p></a></article>'
        text = "The museum has paid for both of them already."
        article = parsed(inside=f"<p>{box}{text}</p>")
        assert [t.title for b in article.related for t in b.teasers] == TITLES[:1]
        assert text in [block.text for block in article.body]


class TestNeighbours:
    @pytest.mark.parametrize("form", [
        '<nav class="post-navigation"><div class="nav-previous"><a href="{href}" rel="prev">{title}</a></div></nav>',
        '<div class="pagination"><a href="{href}"><div>Previous</div><h2>{title}</h2></a></div>',
        '<nav><a class="x" href="{href}"><span>←</span><div>{title}</div></a></nav>',
        '<nav class="prev"><a href="{href}"><span class="s">Previous:</span> <span class="t">{title}</span></a></nav>',
        '<div class="prev-next menu"><div class="x"><span>←</span><a href="{href}">{title}</a></div></div>',
    ])  # fmt: skip
    def test_the_article_before_or_after_is_one(self, form: str) -> None:
        assert titles(after=form.format(title="Fog over the sound again", href="/sound/fog-over-48113")) == [
            "Fog over the sound again"
        ]

    def test_right_below_the_text_it_is_one_too(self) -> None:
        form = '<a class="x" href="{href}"><span>←</span><div>{title}</div></a>'
        assert titles(behind=f"<div>{form.format(title=TITLES[0], href=LINKS[TITLES[0]])}</div>") == TITLES[:1]

    def test_the_next_page_of_the_same_is_none(self) -> None:
        assert titles(after='<nav><a rel="next" href="/sound/ferry-line-closes/2">Next page</a></nav>') == []


class TestCardsOfWhichOnlyTheHeadlineLeadsToTheArticle:
    CARD = (
        '<article class="post"><div class="entry"><a class="cat" href="/harbour">Harbour</a>'
        '<h3><a href="{href}">{title}</a></h3><p>The builders have caught up with the delay of last winter.</p>'
        '<div class="meta"><a href="/author/o-venn">Orla Venn</a> <span>2 hours ago</span></div></div></article>'
    )

    def test_topic_line_summary_and_heading_are_theirs_all_the_same(self) -> None:
        (block,) = parsed(after=module(self.CARD)).related
        assert block.heading == "Related stories"
        assert [(t.title, t.kicker) for t in block.teasers] == [(title, "Harbour") for title in TITLES]
        assert block.teasers[0].text == "The builders have caught up with the delay of last winter."

    def test_a_short_headline_among_them_is_one(self) -> None:
        short = self.CARD.format(title="Fog over the sound", href="/sound/fog-over-the-sound-48113")
        after = f"<div><h2>Related stories</h2>{each(self.CARD)}{short}</div>"
        assert titles(after=after) == [*TITLES, "Fog over the sound"]

    def test_a_heading_above_one_of_them_is_not_its_topic_line(self) -> None:
        cards = [self.CARD.format(title=title, href=href) for title, href in LINKS.items()]
        boxes = "".join(f'<div class="box"><h2>Related stories</h2><div>{card}</div></div>' for card in cards)
        related = parsed(after=f"<div>{boxes}</div>").related
        assert [(b.heading, b.teasers[0].kicker) for b in related] == [("Related stories", "Harbour")] * 3


class TestFooters:
    def test_cards_with_pictures_are_teasers(self) -> None:
        assert titles(foot=each('<a class="sc-1" href="{href}"><img src="/{at}.jpg"><h3>{title}</h3></a>')) == TITLES

    def test_lists_under_words_that_announce_articles_are_teasers(self) -> None:
        links = each('<li><a href="{href}">{title}</a></li>')
        assert titles(foot=f"<h4>Most read</h4><ul>{links}</ul>") == TITLES


class TestWhatStandsBesideAHeadline:
    @pytest.mark.parametrize("form", [
        '<li><span class="n">{at}</span><a href="{href}">{title}</a></li>',
        '<li><a href="{href}">{at}. {title}</a></li>',
        '<li><a href="{href}"><span>{at}</span> <span>{title}</span></a></li>',
    ])  # fmt: skip
    def test_its_rank_is_no_part_of_it(self, form: str) -> None:
        assert titles(after=f"<h3>Most read</h3><ol>{each(form)}</ol>") == TITLES

    def test_a_number_that_is_no_rank_is(self) -> None:
        others = ["7 boats nobody will miss", "3 harbours to see in May"]
        links = "".join(f'<li><a href="/a-b-c-{at}">{title}</a></li>' for at, title in enumerate(others))
        assert titles(after=f"<h3>Most read</h3><ol>{links}</ol>") == others

    @pytest.mark.parametrize("form", [
        '<h3><a href="{href}"><span class="icon">+</span> {title}</a></h3>',
        '<h3><a href="{href}">{title} <span class="icon">▶</span></a></h3>',
        '<div><a href="{href}"><time>07:15</time> <span>{title}</span></a></div>',
        '<div><a href="{href}">{title}</a><br><small>12 March 2024, 10:20</small></div>',
    ])  # fmt: skip
    def test_signs_and_times_are_no_part_of_it(self, form: str) -> None:
        assert titles(after=module(form)) == TITLES

    def test_a_badge_is_no_topic_line(self) -> None:
        form = '<li><a href="{href}"><span class="b">{badge}</span><h3>{title}</h3></a></li>'
        for badge, kicker in (("Plus", None), ("+", None), ("Harbour", "Harbour")):
            cards = form.format(badge=badge, title=TITLES[0], href=LINKS[TITLES[0]])
            block, *_ = parsed(after=f"<h3>Most read</h3><ul>{cards}</ul>").related
            assert block.teasers == (Teaser(TITLES[0], kicker, url="https://paper.example" + LINKS[TITLES[0]]),)

    def test_words_in_a_card_that_announce_it_are_its_heading(self) -> None:
        card = f'<div><span>Read also</span><a href="{LINKS[TITLES[0]]}"><img src="/1.jpg"><p>{TITLES[0]}</p></a></div>'
        (block,) = parsed(inside=card).related
        assert (block.heading, block.teasers[0].kicker) == ("Read also", None)


def test_of_two_linked_lines_the_one_that_is_no_sentence_is_the_headline() -> None:
    summary = "The builders have caught up with the delay of last winter."
    box = f'<a href="{LINKS[TITLES[0]]}"><img src="/1.jpg"><div>{TITLES[0]}</div><div>{summary}</div></a>'
    (block,) = parsed(inside=f"<div>{box}</div>").related
    assert block.teasers[0] == Teaser(TITLES[0], None, summary, "https://paper.example" + LINKS[TITLES[0]])


def test_a_box_that_calls_itself_a_bookmark_is_no_share_button() -> None:
    box = f'<figure class="bookmark"><a href="{LINKS[TITLES[0]]}"><div>{TITLES[0]}</div><img src="/1.jpg"></a></figure>'
    assert titles(behind=box) == TITLES[:1]


def test_links_that_a_network_is_paid_for_are_none() -> None:
    form = '<div class="item"><a href="https://deals.example{href}"><img src="/{at}.jpg"></a><a href="https://deals.example{href}">{title}</a></div>'
    assert titles(after=f'<div class="trc_taboola-below">{module(form)}</div>') == []
    assert titles(after=f'<div class="related-box">{module(form)}</div>') == TITLES
