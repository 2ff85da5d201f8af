"""Who wrote it: what is shown, and how it is weighed against what is declared."""

from __future__ import annotations

import pytest

from newsparse import explain, parse
from newsparse.article import Author, AuthorKind
from newsparse.findings import Label
from tests.byline_pages import PERSON, json_ld, names, page


class TestInitials:
    """A text signed with initials, where no name is given."""

    @pytest.mark.parametrize(
        ("last", "expected"),
        [
            ("The captains will keep the old boat as a museum. (gem)", ["gem"]),
            ("The captains will keep the old boat as a museum. (gem/tkl)", ["gem", "tkl"]),
            ("The captains will keep the old boat as a museum. / ab", ["ab"]),
            ("“Nobody asked us,” the two captains said. gem/", []),
            ("The new bridge is long and weighs many tons (km)", []),
            ("The captains will keep the old boat as a museum. (red)", []),
            ("The captains will keep the old boat as a museum. (Nordby)", []),
        ],
    )
    def test_behind_the_last_sentence(self, last: str, expected: list[str]) -> None:
        html = page().replace("</div></article>", f"<p>{last}</p></div></article>")
        assert names(html) == expected

    @pytest.mark.parametrize(("language", "joiner"), [("en", "and"), ("da", "og"), ("pl", "i")])
    def test_of_two_people_with_the_word_of_the_language_between_them(self, language: str, joiner: str) -> None:
        signed = f"<p>The captains will keep the old boat. (gem {joiner} tkl)</p></div></article>"
        article = parse(page().replace("</div></article>", signed), language=language)
        assert [author.name for author in article.authors] == ["gem", "tkl"]

    def test_on_a_line_with_the_credit_of_the_picture(self) -> None:
        assert names(page(after="<div>gem, tkl; Photo: Harbour Archive</div>")) == ["gem", "tkl"]

    def test_a_name_outweighs_them(self) -> None:
        html = page("<p>By Mara Lindqvist</p>").replace(
            "</div></article>", "<p>That was all. (gem)</p></div></article>"
        )
        assert names(html) == ["Mara Lindqvist"]


class TestJobTitles:
    def test_a_line_of_name_and_job_title_before_the_text(self) -> None:
        assert parse(page("<p>Mara Lindqvist, Reporter</p>")).authors == (Author("Mara Lindqvist", role="Reporter"),)


class TestBiographies:
    """A box about somebody at the end of the text, where no name is given elsewhere."""

    BOX = "<div class='x'><h3>{0}</h3><p>{0} has written about boats and harbours of the north since 2004.</p></div>"

    def test_the_person_told_about_is_the_author(self) -> None:
        assert names(page(after=self.BOX.format("Mara Lindqvist"))) == ["Mara Lindqvist"]

    def test_of_two_boxes_none_is_the_authors(self) -> None:
        boxes = self.BOX.format("Mara Lindqvist") + self.BOX.format("Tom Reilly")
        assert names(page(after=boxes)) == []

    def test_a_section_that_begins_with_its_heading_is_none(self) -> None:
        section = "<h2>Nordby Ferry</h2><p>Nordby Ferry is the oldest company on the coast and owns eleven boats.</p>"
        html = page().replace("</div></article>", f"{section}<p>Its boats are white and green.</p></div></article>")
        assert names(html) == []


class TestUndeclaredArticles:
    """Pages that do not say that they are articles."""

    AUTHOR = '<meta name="author" content="{}">'

    def test_the_author_of_a_dated_page_counts(self) -> None:
        html = page('<time datetime="2024-05-02">2 May 2024</time>', head=self.AUTHOR.format("Mara Lindqvist"))
        assert names(html) == ["Mara Lindqvist"]

    def test_the_author_of_an_undated_page_made_the_site(self) -> None:
        assert names(page(head=self.AUTHOR.format("Mara Lindqvist"))) == []


class TestShown:
    @pytest.mark.parametrize(
        "byline",
        [
            "<p>By Mara Lindqvist</p>",
            '<div class="byline">Mara Lindqvist</div>',
            '<p><a rel="author" href="/x">Mara Lindqvist</a> | 3 comments</p>',
            '<p>3 March 2031 · <a href="/author/mara">Mara Lindqvist</a></p>',
            "<div><span>By</span></div><div>Mara Lindqvist</div>",
            "<ul><li><b>Author/Editor</b> Mara Lindqvist</li></ul>",
            '<p>By Mara Lindqvist, <span class="author-title">chief editor, Aplenty</span></p>',
            '<p>By <a rel="author" href="/x">Mara Lindqvist</a>, who tests boats, sails and ropes of all sizes</p>',
            '<div itemprop="author"><span itemprop="name">Mara Lindqvist</span></div>',
        ],
    )
    def test_a_byline_under_the_headline(self, byline: str) -> None:
        assert names(page(byline)) == ["Mara Lindqvist"]

    def test_authors_in_blocks_of_their_own(self) -> None:
        byline = '<ul><li class="author">Mara Lindqvist</li><li class="author">Tom Reilly</li></ul>'
        assert names(page(byline)) == ["Mara Lindqvist", "Tom Reilly"]

    def test_names_in_spans_with_nothing_between_them(self) -> None:
        byline = '<div class="byline"><span class="n">Mara Lindqvist</span> <span class="n">Tom Reilly</span></div>'
        assert names(page(byline)) == ["Mara Lindqvist", "Tom Reilly"]

    def test_the_link_of_the_name_is_taken_over(self) -> None:
        html = page('<p>By <a href="/author/mara">Mara Lindqvist</a></p>')
        assert parse(html, "https://paper.example/a/1").authors[0].url == "https://paper.example/author/mara"

    def test_a_byline_after_the_text(self) -> None:
        assert names(page(after="<p>Written by Mara Lindqvist</p>")) == ["Mara Lindqvist"]

    def test_a_line_break_in_a_paragraph_does_not_put_a_byline_farther_from_the_headline(self) -> None:
        sentence = "The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday morning."
        opening = f"<p>{sentence}<br>{sentence}</p><p>{sentence}</p><p>{sentence}</p>"
        assert names(page(f"{opening}<p>By Mara Lindqvist</p>")) == ["Mara Lindqvist"]

    def test_an_agency_alone(self) -> None:
        authors = parse(page("<p>By Reuters</p>")).authors
        assert [(a.name, a.kind) for a in authors] == [("Reuters", AuthorKind.AGENCY)]

    def test_an_agency_beside_a_person_is_a_source_unless_declared_as_an_author(self) -> None:
        byline = "<p>By Mara Lindqvist, Reuters</p>"
        assert names(page(byline)) == ["Mara Lindqvist"]
        assert names(page(byline, head=json_ld(["Mara Lindqvist", "Reuters"]))) == ["Mara Lindqvist", "Reuters"]

    def test_the_paper_beside_an_agency(self) -> None:
        head = json_ld({"@type": "Organization", "name": "Evening Star"})
        assert names(page("<p>By Evening Star and AFP</p>", head=head)) == ["Evening Star", "AFP"]

    def test_a_desk_alone(self) -> None:
        authors = parse(page('<p class="byline">Evening Star Newsroom</p>')).authors
        assert [(a.name, a.kind) for a in authors] == [("Evening Star Newsroom", AuthorKind.ORGANIZATION)]

    def test_a_bare_name_counts_beside_a_date(self) -> None:
        assert names(page("<div>Mara Lindqvist</div><div>3 March 2031</div>")) == ["Mara Lindqvist"]

    def test_a_bare_name_counts_where_a_note_about_the_person_follows_the_text(self) -> None:
        note = "<div>Mara Lindqvist writes about boats, bridges and the people who live from them.</div>"
        assert names(page("<div>Mara Lindqvist</div>", after=note)) == ["Mara Lindqvist"]

    def test_a_bare_name_alone_does_not(self) -> None:
        assert names(page("<div>Coastal Affairs</div>")) == []

    def test_names_side_by_side_right_before_the_text(self) -> None:
        assert names(page("<p>Mara Lindqvist/Tom Reilly</p>")) == ["Mara Lindqvist", "Tom Reilly"]


class TestNotShown:
    def test_the_photographer_in_a_figure(self) -> None:
        assert names(page("<figure><img src='a.jpg'><figcaption>By Tom Reilly</figcaption></figure>")) == []

    def test_comments(self) -> None:
        assert names(page(after='<div class="comments"><p class="author">By Tom Reilly</p></div>')) == []

    def test_the_name_in_the_notice_of_copyright(self) -> None:
        assert names(page(after="<p>© 2031 by Tom Reilly. All rights reserved.</p>")) == []

    def test_those_who_edited_it_or_took_the_pictures(self) -> None:
        assert names(page("<p>By Mara Lindqvist</p><p>Photos by Tom Reilly</p>")) == ["Mara Lindqvist"]

    def test_bylines_of_teasers(self) -> None:
        card = '<div><h4>Something else that happened</h4><p>{}</p><p class="author">Tom {}</p><p>Text</p></div>'
        cards = "".join(card.format("A line about it all", name) for name in ("Reilly", "Sayer", "Holm"))
        assert names(page('<p class="author">Mara Lindqvist</p>', after=cards)) == ["Mara Lindqvist"]


class TestWeighing:
    def test_the_person_shown_outranks_the_account_that_published(self) -> None:
        head = json_ld({"@type": "Person", "name": "Star Desk"})
        assert names(page("<p>By Mara Lindqvist</p>", head=head)) == ["Mara Lindqvist"]

    def test_the_first_line_of_the_text_outranks_the_line_of_the_system(self) -> None:
        html = page('<p class="meta"><a href="/author/tom">Tom Reilly</a></p>', head=json_ld("Tom Reilly"))
        html = html.replace('<div class="text">', '<div class="text"><p>By Mara Lindqvist</p>')
        assert names(html) == ["Mara Lindqvist"]

    def test_a_name_in_capitals_right_above_the_text_outranks_the_line_of_the_system(self) -> None:
        html = page("<p>by Harbour D | 2 May 2024</p>")
        html = html.replace('<div class="text">', '<div class="text"><p>MARA LINDQVIST</p>')
        assert names(html) == ["MARA LINDQVIST"]

    def test_a_topic_in_capitals_of_which_the_text_speaks_does_not(self) -> None:
        html = page("<p>by Mara Lindqvist | 2 May 2024</p>")
        html = html.replace('<div class="text">', '<div class="text"><p>HARBOUR MASTER</p>')
        assert names(html) == ["Mara Lindqvist"]

    def test_several_tags_of_one_system_are_one_source(self) -> None:
        tags = ("author", "article:author", "parsely-author", "sailthru.author", "twitter:creator")
        head = "".join(f'<meta name="{tag}" content="Star Desk">' for tag in tags)
        byline = '<p><a href="/author/desk">Star Desk</a></p><p><b>Mara Lindqvist/Tom Reilly</b></p>'
        assert names(page(byline, head=head)) == ["Mara Lindqvist", "Tom Reilly"]

    def test_shown_and_declared_together_are_trusted_more(self) -> None:
        shown = parse(page("<p>By Mara Lindqvist</p>")).evidence["authors"].trust
        both = parse(page("<p>By Mara Lindqvist</p>", head=json_ld(PERSON))).evidence["authors"].trust
        assert both > shown

    def test_whom_only_one_of_them_names_is_added_where_they_agree(self) -> None:
        head = json_ld([PERSON, {"@type": "Person", "name": "Tom Reilly"}])
        assert names(page("<p>By Mara Lindqvist</p>", head=head)) == ["Mara Lindqvist", "Tom Reilly"]

    def test_the_paper_counts_where_it_is_shown_as_well(self) -> None:
        head = json_ld({"@type": "Organization", "name": "The Evening Star"})
        authors = parse(page("<p>By The Evening Star</p>", head=head)).authors
        assert [(a.name, a.kind) for a in authors] == [("The Evening Star", AuthorKind.ORGANIZATION)]


class TestLabels:
    @staticmethod
    def labels(html: str) -> dict[str, Label]:
        return {block.text: block.label for block in explain(html).blocks}

    def test_the_byline(self) -> None:
        assert self.labels(page("<p>By Mara Lindqvist</p>"))["By Mara Lindqvist"] is Label.BYLINE

    def test_a_bold_name_before_the_text(self) -> None:
        assert self.labels(page("<p><b>Mara Lindqvist</b></p>"))["Mara Lindqvist"] is Label.BYLINE

    def test_a_note_about_the_author(self) -> None:
        after = '<div class="author-bio"><p>Mara Lindqvist is a reporter at the Evening Star.</p></div>'
        found = self.labels(page("<p>By Mara Lindqvist</p>", after=after))
        assert found["Mara Lindqvist is a reporter at the Evening Star."] is Label.BIO


class TestUserNames:
    """Names written small, and initials: only where a line says that it was posted by them, or is labelled so."""

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ('Posted on 3 May 2024 by <a href="/author/mk">MK</a>', ["MK"]),
            ("Posted by ferryfan on 3 May 2024", ["ferryfan"]),
            (
                '3 May 2024 @ 18:13 // Author: <a class="author" href="/author/ferryfan">ferryfan</a> // 2 min read',
                ["ferryfan"],
            ),
            ("By bus over the sound, 2024", []),
            ("Posted by the way of the sound", []),
        ],
    )
    def test_who_posted_it(self, line: str, expected: list[str]) -> None:
        assert names(page(f'<div class="entry-meta">{line}</div>')) == expected

    def test_initials_of_first_and_last_name_are_not_one_name_twice(self) -> None:
        assert names(page("<p>By R. R. on 3 May 2024</p>")) == ["R. R."]

    def test_a_bracket_inside_of_a_name(self) -> None:
        assert names(page('<p class="author">Mara (Holm) Lindqvist</p>')) == ["Mara (Holm) Lindqvist"]

    def test_entities_in_the_json(self) -> None:
        head = json_ld("Mara Lindqvist &amp; Tom Reilly")
        assert names(page(head=head)) == ["Mara Lindqvist", "Tom Reilly"]


class TestFarFromTheHeadline:
    """Bylines outside of the usual places, where nothing else names a person."""

    LONG = "<p>The boats will be sold to a museum on the other side of the sound, the harbour office said.</p>" * 30

    def test_the_last_paragraph_of_the_text_with_much_behind_it(self) -> None:
        line = "<p>Authors: Mara Lindqvist and Tom Reilly</p>"
        contact = "".join(f"<p>Contact number {n}</p>" for n in range(20))
        assert names(page(after=f"{line}{contact}{self.LONG}")) == ["Mara Lindqvist", "Tom Reilly"]

    def test_a_linked_line_with_a_byline_word(self) -> None:
        line = '<div><span>by </span><p><a href="/authors/mara-lindqvist">Mara Lindqvist</a></p></div>'
        contact = "".join(f"<p>Contact number {n}</p>" for n in range(20))
        assert names(page(after=f"{contact}{line}")) == ["Mara Lindqvist"]

    def test_not_where_several_people_are_named(self) -> None:
        card = '<div><p>Something else</p><p class="author">by <a href="/authors/{0}">{0} Reilly</a></p></div>'
        contact = "".join(f"<p>Contact number {n}</p>" for n in range(20))
        assert names(page(after=contact + card.format("Tom") + card.format("Ann"))) == []

    def test_the_first_line_of_a_page_that_has_neither_headline_nor_text(self) -> None:
        menu = "".join(f'<p class="entry"><a href="/{name}">{name}</a></p>' for name in ("News", "Sport", "Boats"))
        assert names(f'<body><p class="line">By Mara Lindqvist</p>{menu}</body>') == []

    def test_not_the_author_of_a_book_among_facts_about_it(self) -> None:
        facts = "<p>Pages: 400</p><p>Author: Tom Reilly</p><p>Publisher: Harbour Books</p>"
        assert names(page(after=f"{self.LONG}{facts}{self.LONG}")) == []


class TestSeveralLines:
    def test_a_word_before_the_first_name_speaks_for_the_second(self) -> None:
        one = '<div class="author"><span>By</span><p><a href="/author/{0}">{1}</a></p></div>'
        two = '<div class="author"><p><a href="/author/{0}">{1}</a></p></div>'
        lines = one.format("mara", "Mara Lindqvist") + "<p>@mara</p>" + two.format("tom", "Tom Reilly")
        assert names(page(lines)) == ["Mara Lindqvist", "Tom Reilly"]

    def test_the_line_of_the_writer_above_the_text_outranks_that_of_the_system(self) -> None:
        lines = '<div><a href="/author/tom">Tom Reilly</a></div><p>By Mara Lindqvist</p>'
        assert names(page(lines, head=json_ld("Tom Reilly"))) == ["Mara Lindqvist"]

    def test_a_card_in_a_link_is_a_teaser(self) -> None:
        link = '<a href="/the-best-boats">'
        card = f'<div><p>{link}The best boats</a></p><p class="author">{link}by Tom Reilly</a></p></div>'
        html = page('<p class="author">Mara Lindqvist</p>').replace("<article>", f"<article>{card}")
        assert names(html) == ["Mara Lindqvist"]


class TestHouses:
    """Organizations whose names hold words of all kinds, where markup says that they are the author."""

    def test_a_linked_column(self) -> None:
        line = '<div class="author-byline"><a href="/author/star">Help Harbour Weekly</a> <b>Sponsored</b></div>'
        authors = parse(page(line)).authors
        assert [(a.name, a.kind) for a in authors] == [("Help Harbour Weekly", AuthorKind.ORGANIZATION)]

    def test_not_whom_to_contact(self) -> None:
        assert names(page('<ul><li>Contact: <a href="/authors/staff/tom-reilly">Tom Reilly</a></li></ul>')) == []

    def test_not_the_label_of_a_control(self) -> None:
        assert names(page('<div class="author"><a href="/author/mara/follow">Follow Us</a></div>')) == []


def test_the_source_of_the_text_is_no_author() -> None:
    head = json_ld({"@type": "Organization", "name": "The Evening Star"})
    article = parse(page("<p>Source: Reuters</p>", head=head))
    assert [author.name for author in article.authors] == ["The Evening Star"]
    assert article.agency_credit is not None


class TestJobTitlesInMarkup:
    def test_one_that_the_markup_names_is_the_role_and_no_second_author(self) -> None:
        line = (
            '<div class="auteur"><span class="nom">Mara Lindqvist</span><span class="fonction">Géographe</span></div>'
        )
        (found,) = parse(page(line)).authors
        assert (found.name, found.role) == ("Mara Lindqvist", "Géographe")

    def test_a_line_below_the_name_that_begins_with_one_names_nobody(self) -> None:
        box = '<div class="author-box"><p class="name">Mara Lindqvist</p><p class="pos">Reporter Harbour Desk</p></div>'
        (found,) = parse(page(box)).authors
        assert (found.name, found.role) == ("Mara Lindqvist", "Reporter Harbour Desk")

    def test_a_job_title_alone_below_the_name_is_the_role(self) -> None:
        box = '<div class="author-box"><p class="name">Mara Lindqvist</p><p class="pos">Correspondent</p></div>'
        (found,) = parse(page(box)).authors
        assert (found.name, found.role) == ("Mara Lindqvist", "Correspondent")


def test_a_byline_right_before_the_text_takes_the_declared_address_over() -> None:
    declared = json_ld({**PERSON, "url": "https://paper.example/author/mara"})
    (found,) = parse(page("<p>By Mara Lindqvist</p>", head=declared)).authors
    assert found.url == "https://paper.example/author/mara"


def test_a_label_opens_all_the_names_below_it() -> None:
    byline = "<dl><dt>Author</dt><dd>Mara Lindqvist</dd><dd>Tom Reilly</dd><dt>Section</dt><dd>Harbours</dd></dl>"
    assert names(page(byline)) == ["Mara Lindqvist", "Tom Reilly"]


class TestJoinedBelow:
    @pytest.mark.parametrize("tag", ["div", "p"])
    def test_a_name_below_the_byline_that_goes_on_with_it(self, tag: str) -> None:
        byline = f"<{tag}>By Mara Lindqvist</{tag}><{tag} class=x>and Tom Reilly</{tag}>"
        assert names(page(byline)) == ["Mara Lindqvist", "Tom Reilly"]

    def test_a_sentence_below_the_byline_does_not(self) -> None:
        assert names(page("<div>By Mara Lindqvist</div><div>And Tom waits for the boat</div>")) == ["Mara Lindqvist"]
