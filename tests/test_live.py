"""Entries of live blogs: told from JSON-LD, or from neighbours of one shape that begin with their time."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import newsparse
from newsparse.article import Article, LiveUpdate

TEXTS = [
    "The last sandbags have been brought to the dyke, and the volunteers have gone home for the night, the mayor says.",
    "The river stands at six metres and forty, which is twenty centimetres below the mark of the flood ten years ago.",
    "Two schools in the lower town stay closed tomorrow, and the buses of the lines four and nine take another way.",
    "The fire brigade asks everyone to keep away from the bridge, because onlookers have blocked its cars twice today.",
]
TITLES = ["Sandbags are in place", "Water close to the mark", "Two schools stay closed", "Onlookers block the bridge"]
TIMES = ["21:40", "19:05", "16:30", "09:15"]
CEST = timezone(timedelta(hours=2))


def page(entries: str, title: str = "Flood on the river: live blog", head: str = "", published: str = "") -> Article:
    day = published or "2024-06-03T08:00:00+02:00"
    head = f'<meta property="article:published_time" content="{day}">{head}'
    intro = "<p>The river has been rising since Saturday, and the town is getting ready for the night.</p>"
    body = f"<article><h1>{title}</h1>{intro}<div class='entries'>{entries}</div></article>"
    return newsparse.parse(f'<html lang="en"><head><title>{title}</title>{head}</head><body>{body}</body></html>')


def boxes(times: list[str] = TIMES) -> str:
    return "".join(
        f"<div class='entry'><span class='clock'>{time}</span><h3>{title}</h3><p>{text}</p></div>"
        for time, title, text in zip(times, TITLES, TEXTS, strict=True)
    )


def at(updates: tuple[LiveUpdate, ...]) -> list[str]:
    return [u.published.strftime("%d %H:%M") if u.published else "" for u in updates]


def test_boxes_that_begin_with_a_time_are_entries() -> None:
    updates = page(boxes()).live_updates
    assert [u.title for u in updates] == TITLES
    assert [[piece.text for piece in u.body] for u in updates] == [[text] for text in TEXTS]
    assert at(updates) == ["03 21:40", "03 19:05", "03 16:30", "03 09:15"]


def test_entries_have_the_zone_of_the_page() -> None:
    assert page(boxes()).live_updates[0].published == datetime(2024, 6, 3, 21, 40, tzinfo=CEST)


def test_the_text_of_entries_is_text_of_the_article_too() -> None:
    assert set(TEXTS) <= set(page(boxes()).paragraphs)


def test_newest_first_a_later_time_is_of_the_day_before() -> None:
    assert at(page(boxes(["09:15", "00:20", "23:50", "21:40"])).live_updates) == [
        "03 09:15", "03 00:20", "02 23:50", "02 21:40",
    ]  # fmt: skip


def test_oldest_first_an_earlier_time_is_of_the_next_day() -> None:
    assert at(page(boxes(["21:40", "23:50", "00:20", "09:15"])).live_updates) == [
        "03 21:40", "03 23:50", "04 00:20", "04 09:15",
    ]  # fmt: skip


def test_a_machine_readable_time_is_believed() -> None:
    entries = boxes()
    for hour, time in zip((19, 17, 14, 7), TIMES, strict=True):
        stamp = f"2024-06-05T{hour:02}:{time[3:]}:00Z"
        entries = entries.replace(f">{time}</span>", f"><time datetime='{stamp}'>{time}</time></span>")
    assert page(entries).live_updates[0].published == datetime(2024, 6, 5, 19, 40, tzinfo=UTC)


def test_entries_without_boxes_end_at_the_next_time() -> None:
    rows = zip(TIMES, TITLES, TEXTS, strict=True)
    updates = page("".join(f"<h3>{time}: {title}</h3><p>{text}</p>" for time, title, text in rows)).live_updates
    assert [u.title for u in updates] == TITLES
    assert [[piece.text for piece in u.body] for u in updates] == [[text] for text in TEXTS]


def test_the_time_in_front_of_a_text_is_no_text() -> None:
    entries = "".join(f"<p><b>{time}</b> – {text}</p>" for time, text in zip(TIMES, TEXTS, strict=True))
    assert [u.body[0].text for u in page(entries).live_updates] == TEXTS


def test_without_a_word_of_it_texts_with_the_newest_first_are_a_live_blog() -> None:
    assert len(page(boxes(), title="Flood on the river").live_updates) == 4


def test_a_chronicle_of_a_day_is_no_live_blog() -> None:
    assert page(boxes(TIMES[::-1]), title="How the night of the flood went").live_updates == ()


def test_a_list_of_days_is_no_live_blog() -> None:
    days = ["4 May 2024", "3 May 2024", "2 May 2024", "1 May 2024"]
    assert page(boxes(days), title="A year of floods").live_updates == ()


def test_two_updates_make_no_live_blog() -> None:
    entries = "".join(f"<div><span>{t}</span><p>{x}</p></div>" for t, x in zip(TIMES[:2], TEXTS[:2], strict=True))
    assert page(entries).live_updates == ()


def test_an_article_has_no_entries() -> None:
    assert page("".join(f"<p>{text}</p>" for text in TEXTS)).live_updates == ()


# --- JSON-LD ----------------------------------------------------------------------------------------------------


def json_ld(updates: Any) -> str:
    thing = {"@type": "LiveBlogPosting", "headline": "Flood on the river: live blog", "liveBlogUpdate": updates}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_declared_entries_are_taken_with_their_instants() -> None:
    declared = [
        {"@type": "BlogPosting", "headline": title, "articleBody": f"<p>{text}</p>",
         "datePublished": f"2024-06-03T{time}:00+02:00"}
        for time, title, text in zip(TIMES, TITLES, TEXTS, strict=True)
    ]  # fmt: skip
    article = page("".join(f"<p>{text}</p>" for text in TEXTS), head=json_ld(declared))
    assert article.live_updates[0].published == datetime(2024, 6, 3, 21, 40, tzinfo=CEST)
    assert [u.title for u in article.live_updates] == TITLES
    assert [u.body[0].text for u in article.live_updates] == TEXTS
    assert article.evidence["live_updates"].source == "json-ld liveBlogUpdate"


def test_shown_entries_win_where_only_some_are_declared() -> None:
    declared = [{"headline": TITLES[0], "articleBody": TEXTS[0], "datePublished": "2024-06-03T21:40:00+02:00"}]
    assert len(page(boxes(), head=json_ld(declared)).live_updates) == 4


def test_broken_declarations_are_passed_over() -> None:
    assert (
        page(f"<p>{TEXTS[0]}</p>", head=json_ld([None, "x", {}, {"headline": 3, "articleBody": []}])).live_updates == ()
    )


# --- raw text ---------------------------------------------------------------------------------------------------


def test_raw_text_has_entries_too() -> None:
    lines = "\n\n".join(f"{t}\n\n{x}" for t, x in zip(TIMES, TEXTS, strict=True))
    text = f"Live blog: flood on the river\n\nPublished 3 June 2024, 08:00\n\n{TEXTS[2]} {TEXTS[3]}\n\n{lines}\n"
    assert len(newsparse.parse(text, language="en").live_updates) == 4


def test_in_raw_text_the_date_of_the_whole_opens_no_entry() -> None:
    lead = "The river stands higher than in thirty years, and we report live on the flood from all the villages."
    entries = [line for row in zip(TIMES, TITLES, TEXTS, strict=True) for line in row]
    head = ["Live: Flood in the old town", "14 January 2024, 08:15", lead]
    updates = newsparse.parse("\n".join([*head, *entries]), format="text", language="en").live_updates
    assert [u.title for u in updates] == TITLES


def test_a_ticker_with_text_in_it_is_a_live_blog_and_no_menu() -> None:
    entries = "".join(
        f"<div class='ticker-entry'><span class='ticker-time'>{time}</span><h4>{title}</h4><p>{text}</p></div>"
        for time, title, text in zip(TIMES[::-1], TITLES, TEXTS, strict=True)
    )
    found = page(f"<div class='ticker'>{entries}</div>").live_updates
    assert at(found) == ["03 09:15", "03 16:30", "03 19:05", "03 21:40"]
