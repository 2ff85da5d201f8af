from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newsparse.letters import UNSPACED
from newsparse.lexicons import build, codes, load, table
from newsparse.lexicons._words import Topic
from newsparse.phrases import plain

PLACES = ("whole", "start", "end", "within")
PRINTED_EVERYWHERE = """
advertising paywall newsletter share comments related read-also navigation caption credit byline published modified bio
correction contribution source consent locked
""".split()
SAFE_WORD = 8  # letters from which on a single word is rare enough to be looked for inside a line
SAFE_SIGNS = 3  # the same for scripts without spaces between words
OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")

languages = pytest.mark.parametrize("code", codes())


def phrases(code: str) -> Iterator[tuple[str, str, str]]:
    """Topic, place and phrase, one by one."""
    for topic, by_place in table(code).get("topics", {}).items():
        for place, texts in by_place.items():
            for text in texts:
                yield topic, place, text


def words(code: str) -> Iterator[str]:
    """All other texts of a lexicon."""
    pending: list[Any] = [table(code).get("dates", {}), table(code).get("names", {})]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            yield value
        else:
            pending.extend(value.values() if isinstance(value, dict) else value)


def is_unmistakable(phrase: str) -> bool:
    """Whether a phrase may be looked for inside a line without hitting ordinary prose by accident."""
    if not (phrase[0].isalnum() and phrase[-1].isalnum()):
        return True  # "(photo:" has its own signs around it
    if any(sign >= UNSPACED for sign in phrase):
        return len(phrase) >= SAFE_SIGNS
    return len(re.split(r"[\s'’-]+", phrase)) > 1 or sum(map(str.isalpha, phrase)) >= SAFE_WORD


@languages
def test_a_lexicon_loads_and_is_named_after_its_code(code):
    lexicon = load(code)
    assert lexicon.code == code
    assert lexicon.name


def test_every_file_without_an_underscore_is_a_language():
    stems = {p.name.removesuffix(".toml") for p in files("newsparse.lexicons").iterdir() if p.name.endswith(".toml")}
    assert set(codes()) == {stem for stem in stems if not stem.startswith("_")}


@languages
def test_a_year_has_twelve_months_and_a_week_seven_days(code):
    dates = load(code).dates
    assert len(dates.months) in {0, 12}
    assert len(dates.weekdays) in {0, 7}
    assert all(dates.months)
    assert all(dates.weekdays)


@languages
def test_no_month_is_called_like_another(code):
    names = [name.casefold() for months in load(code).dates.months for name in set(map(str.casefold, months))]
    assert sorted(names) == sorted(set(names))


@languages
def test_no_phrase_stands_twice_in_a_list(code):
    seen: set[tuple[str, str, str]] = set()
    twice = []
    for topic, place, text in phrases(code):
        key = topic, place, plain(text)
        if key in seen:
            twice.append((topic, place, text))
        seen.add(key)
    assert twice == []


@languages
def test_no_text_is_empty(code):
    texts = [text for _, _, text in phrases(code)] + list(words(code))
    assert [text for text in texts if not text.strip()] == []


@languages
def test_spaces_stand_only_where_a_phrase_needs_one_after_it_to_be_an_opening(code):
    openings = [text.removesuffix(" ") for _, place, text in phrases(code) if place == "start"]
    others = [text for _, place, text in phrases(code) if place != "start"]
    assert [text for text in (*openings, *others, *words(code)) if text != text.strip()] == []


@languages
def test_phrases_stand_where_the_index_looks_for_them(code):
    assert {place for _, place, _ in phrases(code)} <= set(PLACES)


@languages
def test_an_ending_does_not_end_in_signs_that_are_cut_off_lines(code):
    assert [text for _, place, text in phrases(code) if place == "end" and text.rstrip(" .!:") != text] == []


@languages
def test_phrases_looked_for_inside_lines_are_unmistakable(code):
    assert [text for _, place, text in phrases(code) if place == "within" and not is_unmistakable(text)] == []


@languages
def test_the_zone_is_known_to_the_system(code):
    zone = load(code).zone
    assert zone is None or ZoneInfo(zone).key == zone


@languages
def test_abbreviated_zones_are_offsets_or_names_of_zones(code):
    for zone in load(code).dates.zones.values():
        assert OFFSET.fullmatch(zone) or ("/" in zone and ZoneInfo(zone).key == zone)


@languages
@pytest.mark.parametrize("topic", PRINTED_EVERYWHERE)
def test_what_every_news_site_prints_has_words_in_every_language(code, topic):
    words = load(code).topics.get(Topic(topic))
    assert words is not None
    assert any((words.whole, words.start, words.end, words.within))


def test_unknown_keys_are_refused():
    with pytest.raises(TypeError):
        build({"code": "xx", "name": "X", "dialect": "upper"})
    with pytest.raises(TypeError):
        build({"code": "xx", "name": "X", "dates": {"fortnights": ["fortnight"]}})
    with pytest.raises(TypeError):
        build({"code": "xx", "name": "X", "topics": {"share": {"middle": ["share"]}}})


def test_unknown_topics_are_refused():
    with pytest.raises(ValueError, match="gossip"):
        build({"code": "xx", "name": "X", "topics": {"gossip": {"whole": ["Psst"]}}})


def test_a_language_without_a_lexicon_is_a_missing_key():
    with pytest.raises(KeyError):
        load("xx")
