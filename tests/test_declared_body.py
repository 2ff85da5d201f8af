"""The text that a page declares: taken where the page shows much less."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import newsparse
from newsparse.article import AccessStatus, Article, BodyKind

TITLE = "Harbour town counts its storks"
TEXT = [
    "The storks came back to the harbour town in the second week of March, earlier than in any year on record.",
    "Volunteers counted fourteen pairs on the roofs between the old mill and the fish market, the council said.",
    "A webcam on the tower of the town hall shows the largest nest, which weighs close to half a ton by now.",
    "The council has put the power lines along the river underground so that no bird comes to harm there.",
]
OTHER = [
    "The swimming club has bought a sauna from a closed hotel and will open it to members in the autumn.",
    "Forty members carried the benches and the stove across the square on a Saturday, the chairwoman said.",
    "Until then the club asks everyone to bring wood, of which a sauna of this size needs a great deal.",
    "The hotel had been closed for eleven years, and nobody had asked for the sauna before, its owner said.",
    "A heating engineer from the neighbouring village has offered to look after the stove free of charge.",
]


def html(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def script(value: Any, attributes: str) -> str:
    return f"<script {attributes}>{json.dumps(value)}</script>"


def json_ld(body: str, **more: Any) -> str:
    thing = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body, **more}
    return script(thing, 'type="application/ld+json"')


def page(declared: str, shown: str = "", title: str = TITLE) -> Article:
    head = f'<meta property="og:title" content="{title}"><title>{title}</title>{declared}'
    return newsparse.parse(f'<html lang="en"><head>{head}</head><body><div id="root">{shown}</div></body></html>')


def state(value: Any, name: str = "__NEXT_DATA__") -> str:
    return script(value, f'id="{name}" type="application/json"')


# --- JSON-LD ----------------------------------------------------------------------------------------------------


def test_a_page_that_shows_nothing_has_the_declared_text() -> None:
    article = page(json_ld("\n\n".join(TEXT)))
    assert list(article.paragraphs) == TEXT
    assert article.evidence["body"].source == "json-ld articleBody"
    assert article.evidence["body"].note == "declared body: the page shows less"


@pytest.mark.parametrize("body", ["\n".join(TEXT), html(TEXT), "<br><br>".join(TEXT), html(TEXT).replace("<", "&lt;")])
def test_paragraphs_are_told_by_lines_or_by_markup(body: str) -> None:
    assert list(page(json_ld(body)).paragraphs) == TEXT


def test_markup_in_the_declared_text_says_what_the_pieces_are() -> None:
    body = f"<p>{TEXT[0]}</p><h2>On the roofs</h2><ol><li>{TEXT[1]}</li></ol><blockquote>{TEXT[2]}</blockquote>"
    article = page(json_ld(body + html(TEXT[3:])))
    kinds = [BodyKind.PARAGRAPH, BodyKind.HEADING, BodyKind.ITEM, BodyKind.QUOTE, BodyKind.PARAGRAPH]
    assert [piece.kind for piece in article.body] == kinds
    assert article.body[1].level == 2
    assert article.body[2].ordered is True


def test_captions_and_pointers_in_the_declared_markup_are_left_out() -> None:
    inside = '<figure><figcaption>A stork in March</figcaption></figure><div class="related-links">More on birds</div>'
    assert list(page(json_ld(html(TEXT[:2]) + inside + html(TEXT[2:]))).paragraphs) == TEXT


def test_a_text_that_is_declared_twice_is_taken_once() -> None:
    assert list(page(json_ld("\n".join(TEXT + TEXT))).paragraphs) == TEXT
    assert page(json_ld(" ".join(TEXT + TEXT))).text == " ".join(TEXT)


def test_the_headline_in_front_of_the_declared_text_is_none_of_it() -> None:
    assert list(page(json_ld("\n".join([TITLE, *TEXT]))).paragraphs) == TEXT


def test_what_the_page_shows_is_preferred() -> None:
    shown = [text.replace("council", "town council") for text in TEXT]
    article = page(json_ld("\n".join(TEXT)), f"<article><h1>{TITLE}</h1>{html(shown)}</article>")
    assert list(article.paragraphs) == shown


def test_a_short_summary_does_not_stand_for_a_text() -> None:
    assert page(json_ld(TEXT[0])).body == ()


def test_a_cut_text_is_completed() -> None:
    article = page(json_ld("\n".join(TEXT)), f"<article><h1>{TITLE}</h1>{html(TEXT[:1])}</article>")
    assert list(article.paragraphs) == TEXT


def test_the_text_of_another_article_does_not_replace_what_is_shown() -> None:
    declared = json_ld("\n".join(OTHER), headline="Swimming club opens a sauna")
    article = page(declared, f"<article><h1>{TITLE}</h1>{html(TEXT[:2])}</article>")
    assert list(article.paragraphs) == TEXT[:2]


# --- embedded state ---------------------------------------------------------------------------------------------


def test_a_list_of_text_elements_in_the_state_is_a_body() -> None:
    elements: list[dict[str, Any]] = [{"type": "text", "content": text} for text in TEXT]
    elements.insert(1, {"type": "header", "level": 2, "content": "On the roofs"})
    elements.insert(2, {"type": "image", "caption": "A stork on a roof, in the light of an evening in March."})
    content = {"headlines": {"basic": TITLE}, "content_elements": elements}
    declared = f"<script>window.Fusion={{}};Fusion.globalContent={json.dumps(content)};Fusion.x=1{' ' * 200}</script>"
    article = page(declared)
    assert list(article.paragraphs) == [TEXT[0], "On the roofs", *TEXT[1:]]
    assert article.body[1].kind is BodyKind.HEADING
    assert article.evidence["body"].source == "state Fusion.globalContent"


def test_markup_in_the_state_is_a_body() -> None:
    assert list(page(state({"props": {"article": {"title": TITLE, "bodyHtml": html(TEXT)}}})).paragraphs) == TEXT


def test_rich_text_in_the_state_is_joined_from_its_leaves() -> None:
    first, rest = TEXT[0].split(" ", 1)
    leaves = [{"type": "text", "text": f"{first} "}, {"type": "text", "marks": ["bold"], "text": rest}]
    paragraphs = [{"type": "paragraph", "content": leaves}]
    paragraphs += [{"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in TEXT[1:]]
    value = {"story": {"headline": TITLE, "doc": {"type": "doc", "content": paragraphs}}}
    assert list(page(state(value)).paragraphs) == TEXT


def test_the_text_of_the_page_is_chosen_among_several() -> None:
    own, other = {"title": TITLE, "body": html(TEXT)}, {"title": "Sauna", "body": html(OTHER)}
    assert list(page(state({"stories": [other, own]})).paragraphs) == TEXT


def test_a_state_without_the_headline_of_the_page_gives_no_body() -> None:
    assert page(state({"stories": [{"title": "Swimming club opens a sauna", "body": html(OTHER)}]})).body == ()
    assert page(state({"terms": html(OTHER)})).body == ()


def test_a_state_assigned_in_a_script_is_read_although_it_is_no_json() -> None:
    value = json.dumps({"title": TITLE, "body": html(TEXT), "draft": 0}).replace(": 0", ":undefined")
    assert list(page(f"<script>window.__INITIAL_STATE__ = {value};</script>").paragraphs) == TEXT


def test_a_state_assigned_as_a_string_is_read() -> None:
    value = json.dumps(json.dumps({"title": TITLE, "body": html(TEXT)}))
    assert list(page(f"<script>window.__PRELOADED_STATE__ = JSON.parse({value});</script>").paragraphs) == TEXT


def cached(texts: list[str]) -> dict[str, Any]:
    calls = [{"__ref": f"Paragraph:{number}"} for number in range(len(texts))]
    paragraphs = {f"Paragraph:{number}": {"__typename": "Paragraph", "text": t} for number, t in enumerate(texts)}
    query = {"article": {"__ref": "Article:1"}}
    return {"ROOT_QUERY": query, "Article:1": {"headline": TITLE, "body": calls}, **paragraphs}


@pytest.mark.parametrize("around", [lambda cache: cache, lambda cache: {"props": [{"apolloState": cache}]}])
def test_paragraphs_that_a_state_calls_by_name_are_a_body(around: Callable[[Any], Any]) -> None:
    declared = f"<script>window.__APOLLO_STATE__ = {json.dumps(around(cached(TEXT)))};</script>"
    assert list(page(declared).paragraphs) == TEXT


def test_objects_that_call_each_other_are_read_to_an_end() -> None:
    cache = cached(TEXT) | {
        "Paragraph:0": {"text": TEXT[0], "next": [{"__ref": "Article:1"}, {"__ref": "Paragraph:0"}]}
    }
    assert TEXT[1] in page(f"<script>window.__APOLLO_STATE__ = {json.dumps(cache)};</script>").paragraphs


def test_a_stream_of_rows_is_put_together() -> None:
    text = html(TEXT)
    rows = f"1:[]\n2:T{len(text.encode()):x},{text}3:{json.dumps({'title': TITLE, 'html': '$2'})}\n"
    pushes = "".join(f"<script>self.__next_f.push({json.dumps([1, rows[at : at + 90]])})</script>"
                     for at in range(0, len(rows), 90))  # fmt: skip
    article = page(pushes.replace("</p>", "\\u003c/p>"))
    assert list(article.paragraphs) == TEXT
    assert article.evidence["body"].source == "state __next_f"


@pytest.mark.parametrize("raw", ["{", "[[[[", '{"title": "' + TITLE, "{" * 100_000, '"\\u12'])
def test_a_broken_state_is_passed_over(raw: str) -> None:
    assert page(f'<script id="__NEXT_DATA__" type="application/json">{raw}</script>').body == ()


# --- access and emptiness ---------------------------------------------------------------------------------------


def test_a_locked_page_that_declares_its_whole_text_is_metered() -> None:
    wall = '<div class="paywall"><p>Subscribe to continue reading</p></div>'
    shown = f"<article><h1>{TITLE}</h1>{html(TEXT[:1])}{wall}</article>"
    article = page(json_ld("\n".join(TEXT), isAccessibleForFree=False), shown)
    assert list(article.paragraphs) == TEXT
    assert article.access.status is AccessStatus.METERED
    assert article.access.body_complete is True


def test_a_declared_text_that_breaks_off_is_not_complete() -> None:
    article = page(json_ld("\n".join([*TEXT, "Next year the council wants to …"])))
    assert article.access.body_complete is False


def test_a_page_without_text_says_so() -> None:
    article = page("", "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>")
    assert article.body == ()
    assert "no article text was found" in article.warnings


def test_a_page_with_text_says_nothing() -> None:
    assert "no article text was found" not in page(json_ld("\n".join(TEXT))).warnings
