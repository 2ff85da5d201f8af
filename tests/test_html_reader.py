"""How markup becomes blocks, places, pictures and declarations."""

from __future__ import annotations

import gc

import pytest

from newsparse.document import Block, Document, Group, Kind, Place
from newsparse.readers import read


def blocks(markup: str) -> tuple[Block, ...]:
    return document(markup).blocks


def document(markup: str) -> Document:
    return read(f"<html><body>{markup}</body></html>", form="html")


def texts(markup: str) -> list[str]:
    return [b.text for b in blocks(markup)]


class TestText:
    def test_inline_elements_do_not_part_a_block(self) -> None:
        assert texts("<p>The <b>harbour</b> is <a href='/x'>closed</a>.</p>") == ["The harbour is closed."]

    def test_white_space_is_squeezed(self) -> None:
        assert texts("<p>\n  The\t\tharbour&nbsp; \n is closed. </p>") == ["The harbour is closed."]

    def test_soft_hyphens_and_zero_width_characters_vanish(self) -> None:
        assert texts("<p>Hafen&shy;meister\u200b\ufeffin</p>") == ["Hafenmeisterin"]

    def test_bare_text_in_a_container_is_a_block(self) -> None:
        assert texts("<div>Loose start<p>A paragraph.</p>loose end</div>") == [
            "Loose start",
            "A paragraph.",
            "loose end",
        ]

    def test_a_broken_tag_does_not_cut_a_sentence(self) -> None:
        assert texts("<p>See the <ahref='/plan'>plan</a> of the harbour.</p><p>Then read on.</p>") == [
            "See the plan of the harbour.",
            "Then read on.",
        ]

    def test_a_drop_cap_stays_with_its_word(self) -> None:
        assert texts("<p><span class='drop'>T</span>he ferry left.</p>") == ["The ferry left."]

    def test_a_word_that_may_be_broken_is_not_split(self) -> None:
        assert texts("<p>Harbour<wbr>master</p>") == ["Harbourmaster"]

    def test_elements_that_mean_nothing_do_not_part_a_block(self) -> None:
        assert texts("<p>The harbour <param name='x'><track src='/t.vtt'>is closed.</p>") == ["The harbour is closed."]

    def test_words_of_neighbouring_elements_are_not_glued(self) -> None:
        assert texts("<div><span>Harbour</span><span>Ferry line closes</span></div>") == ["Harbour Ferry line closes"]

    @pytest.mark.parametrize(
        ("markup", "text"),
        [
            ("<span>03.05.2024.</span><span>07:45</span>", "03.05.2024. 07:45"),
            ("<span class='by'>Tilka Mesarič</span><span class='on'>torek, 30.4.</span>", "Tilka Mesarič torek, 30.4."),
            ("<span>נועה ברזילי</span><span>פורסם</span>", "נועה ברזילי פורסם"),
            ("<span>Regulation.</span><a href='/b'>Long-term care</a>", "Regulation. Long-term care"),
        ],
    )
    def test_facts_in_elements_side_by_side_are_not_glued(self, markup: str, text: str) -> None:
        assert texts(f"<div>{markup}</div>") == [text]

    def test_code_is_left_as_it_is_written(self) -> None:
        code = "<pre><span class='nc'>list</span><span class='p'>.</span><span class='n'>First()</span></pre>"
        assert texts(code) == ["list.First()"]

    def test_a_word_cut_by_elements_is_not_split(self) -> None:
        assert texts("<p><span>har</span><span>bour</span></p>") == ["harbour"]

    def test_readings_of_characters_are_text_where_the_page_brackets_them(self) -> None:
        assert texts("<p><ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>が閉まる</p>") == ["港（みなと）が閉まる"]
        assert texts("<p><ruby>港<rp>(<rt>みなと<rp>)</ruby>が閉まる</p>") == ["港(みなと)が閉まる"]

    def test_readings_of_characters_without_brackets_stay_out_of_the_word(self) -> None:
        assert texts("<p><ruby>港<rt>みなと</rt></ruby>が閉まる</p>") == ["港が閉まる"]
        assert texts("<p><ruby>港<rp></rp><rt>みなと</rt><rp></rp></ruby>が閉まる</p>") == ["港が閉まる"]

    def test_no_space_is_left_before_a_comma_where_a_button_was(self) -> None:
        found = [b.text for b in blocks("<p>Norwind <button>Watch</button>, a builder <button>+</button> of ships</p>")]
        assert "Norwind, a builder of ships" in found

    def test_a_button_in_a_sentence_stands_apart(self) -> None:
        found = blocks("<p>Shares of Norwind <button>Watch</button> fell sharply.</p>")
        assert [(b.text, b.kind) for b in found] == [
            ("Watch", Kind.CONTROL),
            ("Shares of Norwind fell sharply.", Kind.PARAGRAPH),
        ]

    @pytest.mark.parametrize("element", ["script", "style", "template", "iframe", "select", "textarea"])
    def test_what_is_no_text_is_passed_over(self, element: str) -> None:
        assert texts(f"<p>Before</p><{element}>var x = 'no text';</{element}><p>After</p>") == ["Before", "After"]

    @pytest.mark.parametrize("name", ["shadowrootmode", "shadowroot"])
    def test_a_shadow_tree_is_read_where_it_stands(self, name: str) -> None:
        story = f"<template {name}='open'><h1>Ferry</h1><p>It is <slot>closed</slot>.</p></template>"
        markup = f"<p>Before</p><news-story>{story}</news-story><p>After</p>"
        assert texts(markup) == ["Before", "Ferry", "It is closed.", "After"]


class TestLineBreaks:
    def test_two_breaks_part_paragraphs(self) -> None:
        assert texts("<div>First part of it.<br><br>Second part of it.</div>") == [
            "First part of it.",
            "Second part of it.",
        ]

    def test_one_break_in_a_paragraph_stays_as_a_line(self) -> None:
        assert texts("<p>Roses are red,<br>ferries are late</p>") == ["Roses are red,\nferries are late"]

    def test_one_break_between_long_sentences_parts_a_paragraph(self) -> None:
        sentence = "The harbour master said on Monday that the ferry would not leave before noon."
        assert texts(f"<p>{sentence}<br>{sentence}<br>Elda Norwind</p>") == [sentence, f"{sentence}\nElda Norwind"]

    def test_one_break_after_a_long_sentence_in_a_container_parts_paragraphs(self) -> None:
        sentence = "The harbour master said on Monday that the ferry would not leave before noon."
        assert texts(f"<div>{sentence}<br>{sentence}</div>") == [sentence, sentence]


class TestKinds:
    @pytest.mark.parametrize(
        ("markup", "kind"),
        [
            ("<h2>Text</h2>", Kind.HEADING),
            ("<p>Text</p>", Kind.PARAGRAPH),
            ("<ul><li>Text</li></ul>", Kind.ITEM),
            ("<ul><li><p>Text</p></li></ul>", Kind.ITEM),
            ("<blockquote><p>Text</p></blockquote>", Kind.QUOTE),
            ("<figure><figcaption>Text</figcaption></figure>", Kind.CAPTION),
            ("<table><tr><td>Text</td></tr></table>", Kind.ROW),
            ("<table><tr><td><p>Text</p></td></tr></table>", Kind.PARAGRAPH),
            ("<pre>Text</pre>", Kind.CODE),
            ("<div>Text</div>", Kind.TEXT),
        ],
    )
    def test_the_element_gives_the_kind(self, markup: str, kind: Kind) -> None:
        assert [b.kind for b in blocks(markup)] == [kind]

    def test_headings_have_their_level(self) -> None:
        assert [b.level for b in blocks("<h1>One</h1><h4><span>Four</span></h4>")] == [1, 4]

    def test_items_have_the_depth_of_their_list(self) -> None:
        found = blocks("<ul><li>one</li><li><ul><li>two</li></ul></li></ul>")
        assert [(b.text, b.level) for b in found] == [("one", 1), ("two", 2)]

    def test_the_nearest_gathering_container_is_the_group(self) -> None:
        found = blocks("<main><ol><li>in a list</li></ol><p>in main</p></main>")
        assert [b.group for b in found] == [Group.ORDERED_LIST, Group.MAIN]


class TestLinks:
    def test_linked_characters_are_counted(self) -> None:
        (block,) = blocks("<p>read <a href='/a'>this</a> or <a href='/b'>that</a></p>")
        assert (block.links, block.linked, block.href) == (2, 8, "/a")

    @pytest.mark.parametrize(
        ("inside", "cover"),
        [
            ('<a href="/story"></a><h3>Bridge opens</h3>', "/story"),
            ('<h3>Bridge opens</h3><a href="/story"><span hidden>Bridge opens</span></a>', "/story"),
            ('<a href="/share"></a><a href="/save"></a><h3>Bridge opens</h3>', ""),  # icons
            ('<a href="/story"><img src="/a.jpg"></a><h3>Bridge opens</h3>', None),
            ('<a href="/story"><h3>Bridge opens</h3></a>', None),
            ('<a name="top"></a><h3>Bridge opens</h3>', None),
        ],
    )
    def test_the_one_link_without_anything_in_it_covers_its_container(self, inside: str, cover: str | None) -> None:
        places = read(f"<div class='card'>{inside}</div>", form="html").places
        assert [place.cover for place in places if place.names == "card"] == [cover]

    def test_a_link_around_containers_links_all_that_is_in_them(self) -> None:
        found = blocks("<a href='/story'><div>Harbour</div><div>Ferry line closes</div></a>")
        assert [(b.link_share, b.href) for b in found] == [(1.0, "/story"), (1.0, "/story")]


class TestHiddenText:
    @pytest.mark.parametrize(
        "markup",
        [
            "<div hidden>Secret</div>",
            "<div style='display: none'>Secret</div>",
            "<div style='visibility:hidden'><p>Secret</p></div>",
            "<div class='visually-hidden'>Secret</div>",
            "<div class='notice is-hidden'>Secret</div>",
            "<dialog>Secret</dialog>",
        ],
    )
    def test_blocks_in_hidden_containers_are_hidden(self, markup: str) -> None:
        found = blocks(f"<p>{'The ferry left the harbour at noon. ' * 4}</p>{markup}")
        assert [b.hidden for b in found] == [False, True]

    def test_hidden_inline_text_stays_out_of_the_block(self) -> None:
        assert texts("<h1>Harbour<span class='sr-only'>:</span> Ferry line closes</h1>") == [
            "Harbour Ferry line closes"
        ]

    def test_a_page_that_a_script_shows_is_not_hidden(self) -> None:
        found = blocks(f"<div style='display:none'><p>{'The ferry left the harbour at noon. ' * 4}</p></div>")
        assert [b.hidden for b in found] == [False]


class TestPictures:
    @pytest.mark.parametrize(
        "variants",
        [
            "m.jpg 600w,l.jpg 1200w",
            "m.jpg 600w,\n    l.jpg 1200w",
            "m.jpg, l.jpg 2x",
            "m.jpg 1.25x, l.jpg 1.5x, s.jpg",
            "l.jpg 100000w , m.jpg 99999w",
        ],
    )
    def test_whatever_parts_the_variants(self, variants: str) -> None:
        assert [picture.url for picture in document(f"<img src='s.jpg' srcset='{variants}'>").pictures] == ["l.jpg"]

    def test_commas_may_be_part_of_an_address(self) -> None:
        (found,) = document("<img srcset='/w_600,h_400/m.jpg 600w, /w_1200,h_800/l.jpg 1200w'>").pictures
        assert found.url == "/w_1200,h_800/l.jpg"

    def test_the_largest_source_is_taken(self) -> None:
        found = document("<img src='s.jpg' srcset='m.jpg 600w, l.jpg 1200w' alt='A ferry'>").pictures
        assert [(p.url, p.alt) for p in found] == [("l.jpg", "A ferry")]

    @pytest.mark.parametrize("end", ["", " /", "></source"])
    def test_a_source_before_the_image_is_one_of_its_variants(self, end: str) -> None:
        markup = f"<picture><source srcset='m.webp 900w, l.webp 1800w'{end}><img src='s.jpg' alt='A ferry'></picture>"
        assert [(p.url, p.alt) for p in document(markup).pictures] == [("l.webp", "A ferry")]

    def test_a_source_without_a_width_leaves_the_image_its_own(self) -> None:
        markup = "<picture><source srcset='phone.jpg' media='(max-width: 480px)'><img src='s.jpg'></picture>"
        assert [p.url for p in document(markup).pictures] == ["s.jpg"]

    def test_sources_count_for_one_image_only(self) -> None:
        markup = "<picture><source srcset='l.webp 1800w'><img src='s.jpg'></picture><img src='other.jpg'>"
        assert [p.url for p in document(markup).pictures] == ["l.webp", "other.jpg"]

    def test_a_lazy_picture_is_read_from_its_data_attribute(self) -> None:
        assert [p.url for p in document("<img src='data:image/gif;base64,R0' data-src='real.jpg'>").pictures] == [
            "real.jpg"
        ]

    @pytest.mark.parametrize("name", ["data-src", "data-original", "data-lazy-src"])
    def test_the_placeholder_of_a_lazy_picture_gives_way(self, name: str) -> None:
        assert [p.url for p in document(f"<img src='/tiny.jpg' {name}='/real.jpg'>").pictures] == ["/real.jpg"]

    def test_a_switch_is_no_address(self) -> None:
        assert [p.url for p in document("<img src='/real.jpg' data-lazy='true'>").pictures] == ["/real.jpg"]

    def test_a_noscript_copy_takes_the_place_of_an_empty_picture(self) -> None:
        markup = "<figure><img class='lazy'><noscript><img src='real.jpg'></noscript></figure>"
        assert [p.url for p in document(markup).pictures] == ["real.jpg"]

    def test_pictures_and_captions_of_a_figure_share_it(self) -> None:
        page = document("<figure><img src='a.jpg'><figcaption>A ferry.</figcaption></figure><p>Text.</p>")
        assert page.pictures[0].place.figure is page.blocks[0].place.figure is not None
        assert page.blocks[1].place.figure is None

    def test_a_picture_knows_how_many_blocks_stand_before_it(self) -> None:
        assert [p.at for p in document("<p>One</p><p>Two</p><img src='a.jpg'>").pictures] == [2]


class TestDeclarations:
    def test_meta_tags_are_kept_by_name(self) -> None:
        page = read("<meta property='og:title' content='Ferry line closes'><p>x</p>", form="html")
        assert page.declared.first("twitter:title", "og:title") == "Ferry line closes"

    def test_json_ld_objects_are_kept_whole_and_graphs_flattened(self) -> None:
        page = document(
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "n": {"a": 1}}]}</script>'
        )
        assert [thing["n"] for thing in page.declared.objects("Article")] == [{"a": 1}]

    def test_json_ld_that_cannot_be_read_is_reported(self) -> None:
        page = document('<script type="application/ld+json">{{{{</script><p>Text</p>')
        assert page.warnings == ("JSON-LD that could not be read was left out",)

    def test_microdata_of_meta_tags_has_its_type(self) -> None:
        page = document(
            "<div itemtype='https://schema.org/NewsArticle'><meta itemprop='datePublished' content='2024'></div>"
        )
        assert [(i.name, i.value, i.itemtype) for i in page.declared.items] == [
            ("datePublished", "2024", "https://schema.org/NewsArticle")
        ]

    def test_language_and_canonical_address(self) -> None:
        page = read(
            "<html lang='de-AT'><head><link rel='canonical' href='/a'></head><body>x</body></html>", form="html"
        )
        assert (page.declared.lang, page.declared.canonical) == ("de-AT", "/a")


class TestMarks:
    def test_inline_elements_that_may_mean_something_are_kept(self) -> None:
        (block,) = blocks(
            "<p>By <a href='/ada' rel='author'>Ada Moor</a>, <time datetime='2024-05-03'>3 May</time></p>"
        )
        assert [(m.tag, m.text, m.href, m.datetime) for m in block.marks] == [
            ("a", "Ada Moor", "/ada", None),
            ("time", "3 May", None, "2024-05-03"),
        ]


class TestWhatIsLeftBehind:
    def test_a_page_that_was_read_does_not_wait_for_the_garbage_collector(self) -> None:
        gc.collect()
        gc.disable()
        try:
            before = sum(isinstance(o, Block | Place) for o in gc.get_objects())
            document("<figure><img src='/a.jpg'><figcaption>The harbour</figcaption></figure><p>Closed.</p>" * 9)
            after = sum(isinstance(o, Block | Place) for o in gc.get_objects())
        finally:
            gc.enable()
        assert after <= before + 1  # the root of the page


class TestPlaces:
    def test_the_path_leads_from_the_outside_in(self) -> None:
        (block,) = blocks("<article class='story'><div id='text'><p>Text</p></div></article>")
        assert block.path[-3:] == ("article.story", "div.text", "p")

    def test_deep_nesting_is_read(self) -> None:
        assert texts("<div>" * 1000 + "Deep down" + "</div>" * 1000) == ["Deep down"]

    def test_what_stands_behind_the_end_of_the_page_is_read_too(self) -> None:
        page = read("<html><body><p>Above</p></body></html><p>Below <b>it</b></p><div>End</div></html>text")
        assert [b.text for b in page.blocks] == ["Above", "Below it", "End", "text"]

    def test_text_is_read_however_deep_it_lies(self) -> None:
        page = document("<p>Above</p>" + "<div>" * 9000 + "Deep down" + "</div>" * 9000 + "<p>Below</p>")
        assert [b.text for b in page.blocks] == ["Above", "Deep down", "Below"]
        assert page.warnings == ("containers nested deeper than 200 were not told apart",)
