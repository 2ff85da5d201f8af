"""The report of a page: one file, in which everything of the page is text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from attrs import evolve

import newsparse
from newsparse.findings import Label
from newsparse.report.families import FAMILIES, FAMILY_OF, NAMES, figures
from newsparse.report.markup import Markup, element, escaped, link
from newsparse.report.values import plain

PAGE = """
<html lang="en"><head><title>Bridge closes to all cars - Island Courier</title>
<link rel="canonical" href="https://courier.example/bridge"><meta property="og:url" content="https://m.courier.example/bridge">
<meta property="og:title" content="Bridge closes to all cars"><meta property="og:site_name" content="Island Courier">
</head><body><nav><a href="/news">News</a></nav><article>
<h1>Bridge closes to all cars</h1>
<p class="byline">By <a href="/ada" rel="author">Ada Moor</a></p>
<p>The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
<figure><img src="https://courier.example/b.jpg">
<figcaption>The bridge in winter, seen from the island.</figcaption></figure>
<div class="ad">Advertisement</div>
<p>Residents on the far side will have to take the ferry, which runs every hour and carries no more than twelve.</p>
</article></body></html>
"""
HOSTILE = (Path(__file__).parent / "pages" / "hostile.html").read_text(encoding="utf-8")
VOID = {"meta", "input", "br", "rect"}


class Outline(HTMLParser):
    """What a browser makes of a report: its elements, their attributes, and the text outside style and script."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.text.append(data)

    def attributes(self, name: str) -> list[str]:
        return [value or "" for _, given in self.elements for key, value in given.items() if key == name]

    def of_class(self, name: str) -> list[dict[str, str | None]]:
        return [given for _, given in self.elements if name in (given.get("class") or "").split()]


def report(page: str) -> Outline:
    return Outline(newsparse.explain(page).to_html())


def both(page: str, other: str) -> Outline:
    return Outline(newsparse.explain(page).to_html(beside=newsparse.explain(other)))


class TestPage:
    def test_every_block_is_there_once_in_page_order(self) -> None:
        explanation = newsparse.explain(PAGE)
        shown = [given["id"] for given in Outline(explanation.to_html()).of_class("block")]
        assert shown == [f"b{block.index}" for block in explanation.blocks]

    def test_a_block_carries_its_label_as_a_word_and_not_as_a_colour_alone(self) -> None:
        html = newsparse.explain(PAGE).to_html()
        assert re.search(r'data-label="ad"[^>]*><span class="tag">ad</span>', html)

    def test_a_block_tells_rule_reason_and_trust(self) -> None:
        explanation = newsparse.explain(PAGE)
        title = next(b for b in explanation.blocks if b.label is Label.TITLE)
        text = "".join(report(PAGE).text)
        assert f"trust {title.trust:.2f}" in text
        assert title.why in text
        assert f"rule{title.rule}" in text

    def test_a_block_tells_the_labels_that_lost(self) -> None:
        explanation = newsparse.explain(PAGE)
        lost = next(b.lost[0] for b in explanation.blocks if b.lost)
        assert f"{lost.rule}: {lost.why}" in "".join(report(PAGE).text)

    def test_a_field_names_the_blocks_that_say_it(self) -> None:
        explanation = newsparse.explain(PAGE)
        picks = {str(given["data-field"]): given["data-blocks"] for given in report(PAGE).of_class("pick")}
        assert picks["title"] == str(next(b.index for b in explanation.blocks if b.label is Label.TITLE))
        assert picks["body"] == " ".join(str(b.index) for b in explanation.blocks if b.label is Label.BODY)

    def test_a_field_tells_the_values_that_were_not_taken(self) -> None:
        assert "https://m.courier.example/bridge" in "".join(report(PAGE).text)

    def test_fields_without_a_value_are_named(self) -> None:
        assert any(text.startswith("Not on this page: kicker, subtitle, published") for text in report(PAGE).text)

    def test_warnings_stand_at_the_top(self) -> None:
        page = '<ul><li><a href="/a">News</a></li></ul>'
        assert newsparse.parse(page).warnings[0] in "".join(report(page).text)

    def test_a_name_can_be_given(self) -> None:
        assert "<title>bridge.html – newsparse report</title>" in newsparse.explain(PAGE).to_html(name="bridge.html")

    def test_raw_text_has_a_report_too(self) -> None:
        text = "Bridge closes to all cars\n\nThe council voted on Tuesday evening to close the bridge to all cars.\n"
        assert len(report(text).of_class("block")) == 2

    @pytest.mark.parametrize("page", [PAGE, HOSTILE], ids=["page", "hostile"])
    def test_the_markup_is_well_formed(self, page: str) -> None:
        outline = report(page)
        assert (outline.crossed, outline.open) == ([], [])

    def test_identifiers_are_unique(self) -> None:
        found = report(PAGE).attributes("id")
        assert sorted(found) == sorted(set(found))


class TestSelfContained:
    @pytest.mark.parametrize("attribute", ["src", "srcset", "srcdoc", "action", "background", "style"])
    def test_no_attribute_loads_or_styles_anything(self, attribute: str) -> None:
        assert report(HOSTILE).attributes(attribute) == []

    @pytest.mark.parametrize("tag", ["img", "iframe", "object", "embed", "link", "base", "video", "form[action]"])
    def test_no_element_loads_anything(self, tag: str) -> None:
        assert tag not in {name for name, _ in report(HOSTILE).elements}

    def test_the_policy_allows_nothing_but_its_own_style_and_script(self) -> None:
        policy = report(PAGE).attributes("content")[0]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy

    def test_there_is_one_script_and_it_is_ours(self) -> None:
        html = newsparse.explain(HOSTILE).to_html()
        script = files("newsparse.report").joinpath("script.js").read_text(encoding="utf-8")
        assert html.count("<script") == 1
        assert f"<script>{script}</script>" in html

    def test_style_and_script_ask_for_nothing(self) -> None:
        folder = files("newsparse.report")
        both_files = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in ("script.js", "style.css"))
        for word in ("url(", "@import", "fetch", "XMLHttp", "innerHTML", "insertAdjacent", "eval(", "http"):
            assert word not in both_files


class TestEscaping:
    def test_text_of_the_page_comes_out_as_text(self) -> None:
        text = "".join(report(HOSTILE).text)
        for block in newsparse.explain(HOSTILE).blocks:
            assert plain(block.text) in text

    def test_no_attribute_is_a_handler(self) -> None:
        names = {key for _, given in report(HOSTILE).elements for key in given}
        assert {name for name in names if name.startswith("on")} == set()

    def test_only_addresses_of_the_web_can_be_followed(self) -> None:
        assert {href.partition(":")[0] for href in report(HOSTILE).attributes("href")} <= {"#blocks", "https", "http"}

    @pytest.mark.parametrize(
        "address",
        ["javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//x.example"],
    )
    def test_other_addresses_stay_text(self, address: str) -> None:
        assert "href" not in link(address)

    @pytest.mark.parametrize("character", ["&", "<", ">", '"', "'", "`", "="])
    def test_markup_is_written_as_references(self, character: str) -> None:
        assert escaped(character) == f"&#{ord(character)};"

    @pytest.mark.parametrize("code", [0x00, 0x1B, 0x7F, 0x85, 0x061C, 0x202A, 0x202E, 0x2028, 0x2029, 0x2066, 0x2069])
    def test_what_cannot_be_seen_and_steers_is_spelled_out(self, code: int) -> None:
        assert escaped(f"a{chr(code)}b") == f"a[U+{code:04X}]b"

    @pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "שלום\u200f", "a\tb\nc"])
    def test_what_scripts_need_is_left(self, text: str) -> None:
        assert escaped(text) == text

    def test_half_a_character_can_be_written_to_a_file(self) -> None:
        page = PAGE.replace("Ada Moor", "Ada \ud83d Moor")
        assert newsparse.explain(page).to_html(name="\udcff").encode()

    def test_a_plain_string_is_escaped_wherever_it_is_put(self) -> None:
        assert element("p", {"title": '"<'}, "<b>", Markup("<i>")) == '<p title="&#34;&#60;">&#60;b&#62;<i></p>'

    def test_placeholders_of_the_template_mean_nothing_in_a_page(self) -> None:
        page = PAGE.replace("The council", "$script ${style} $$ The council")
        assert "$script ${style} $$ The council" in "".join(report(page).text)


class TestFigures:
    def test_words_are_counted_by_label(self) -> None:
        found = figures(newsparse.explain(PAGE).blocks)
        assert found.words[Label.TITLE] == 5
        assert found.words[Label.AD] == 1
        assert found.total == sum(found.words.values())

    def test_kept_is_headline_and_text(self) -> None:
        found = figures(newsparse.explain(PAGE).blocks)
        assert found.kept == found.words[Label.TITLE] + found.words[Label.BODY]

    def test_scripts_without_spaces_are_counted_by_character(self) -> None:
        found = figures(newsparse.explain("<p>島の橋は年末まで閉鎖される。</p>").blocks)
        assert found.total == 13

    def test_every_label_has_one_family(self) -> None:
        assert sorted(label for labels in FAMILIES.values() for label in labels) == sorted(Label)
        assert NAMES.keys() == FAMILIES.keys() == set(FAMILY_OF.values())


class TestColours:
    @staticmethod
    def pairs() -> list[tuple[str, str, str]]:
        """Return name, ink and back of every family and of plain text, in both themes."""
        style = files("newsparse.report").joinpath("style.css").read_text(encoding="utf-8")
        colour = r"light-dark\((#\w{6}), (#\w{6})\)"
        named = dict.fromkeys(["paper", "card", "ink", "soft", "accent", "alarm", "alarm-back"], ("", ""))
        named = {name: re.search(rf"--{name}: {colour}", style).groups() for name in named}  # type: ignore[union-attr,misc]
        couples = [("ink", "paper"), ("soft", "paper"), ("soft", "card"), ("accent", "card"), ("alarm", "alarm-back")]
        found = [(f"{ink} on {back}", named[ink][n], named[back][n]) for ink, back in couples for n in (0, 1)]
        for name, *four in re.findall(rf"\.fam-(\w+) {{ --fam: {colour}; --back: {colour};", style):
            found += [(name, four[0], four[2]), (name, four[1], four[3])]
        return found

    @staticmethod
    def light(colour: str) -> float:
        """Return the relative luminance of WCAG 2."""
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    def test_text_stands_out_from_its_background_as_wcag_asks(self) -> None:
        found = self.pairs()
        assert {name for name, _, _ in found} >= set(FAMILIES)
        for name, ink, back in found:
            dark, bright = sorted((self.light(ink), self.light(back)))
            assert (bright + 0.05) / (dark + 0.05) >= 4.5, name

    def test_every_family_has_a_pattern_of_its_edge(self) -> None:
        style = files("newsparse.report").joinpath("style.css").read_text(encoding="utf-8")
        assert set(re.findall(r"\.fam-(\w+) .*--edge: \w+;", style)) == set(FAMILIES)


class TestSideBySide:
    OTHER = PAGE.replace("seven piers", "nine piers").replace('<div class="ad">Advertisement</div>', "")

    def test_blocks_with_the_same_text_stand_in_one_row(self) -> None:
        changes = [given["data-change"] for given in both(PAGE, self.OTHER).of_class("block")]
        assert changes.count("same") == len(newsparse.explain(PAGE).blocks) - 2

    def test_what_only_one_has_stands_alone(self) -> None:
        changes = [given["data-change"] for given in both(PAGE, self.OTHER).of_class("block")]
        assert (changes.count("only left"), changes.count("only right")) == (2, 1)

    def test_a_text_with_another_label_is_a_difference(self) -> None:
        explanation = newsparse.explain(PAGE)
        other = evolve(explanation, blocks=(evolve(explanation.blocks[0], label=Label.AD), *explanation.blocks[1:]))
        blocks = Outline(explanation.to_html(beside=other)).of_class("block")
        assert [given["data-change"] for given in blocks][:2] == ["differs", "same"]

    def test_fields_say_whether_they_differ(self) -> None:
        rows = {str(given["id"]): given["data-change"] for given in both(PAGE, self.OTHER).of_class("field")}
        assert (rows["f-body"], rows["f-title"]) == ("differs", "same")

    def test_a_page_beside_itself_has_no_difference(self) -> None:
        assert set(both(PAGE, PAGE).attributes("data-change")) == {"same"}

    def test_nothing_of_either_page_is_markup(self) -> None:
        outline = both(HOSTILE, PAGE)
        assert (outline.crossed, outline.open) == ([], [])
        assert [name for name, _ in outline.elements].count("script") == 1


class TestNotebook:
    def test_an_explanation_is_framed_away_from_the_notebook(self) -> None:
        frame = Outline(newsparse.explain(HOSTILE)._repr_html_()).elements
        assert [name for name, _ in frame] == ["iframe"]
        assert frame[0][1]["sandbox"] == "allow-scripts"
        assert frame[0][1]["srcdoc"] == newsparse.explain(HOSTILE).to_html()

    @pytest.mark.parametrize("page", [PAGE, HOSTILE, "<p>Nothing here is an article.</p>"])
    def test_an_article_is_shown_without_scripts_links_or_requests(self, page: str) -> None:
        names = {name for name, _ in Outline(newsparse.parse(page)._repr_html_()).elements}
        assert names <= {"div", "p", "h3", "em", "table", "tr", "th", "td", "small", "ul", "li", "blockquote"}

    def test_an_article_shows_headline_text_and_fields(self) -> None:
        text = "".join(Outline(newsparse.parse(PAGE)._repr_html_()).text)
        for part in ("Bridge closes to all cars", "Engineers had found", "Ada Moor", "Island Courier"):
            assert part in text
