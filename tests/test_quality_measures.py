"""The metrics of benchmarks/quality.py, on small invented rows."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from measuring.baseline import fallen, strangers, written
from measuring.bodies import text
from measuring.corpus import data_sets, is_check, site
from measuring.credits import agencies
from measuring.fields import fields
from measuring.judge import judge
from measuring.lists import aligned, matched, matched_in_turn
from measuring.names import names
from measuring.observed import Judged, Observation, Prediction, Total, figures
from measuring.structure import structure
from measuring.tables import tables
from measuring.texts import Tally, distinct, likeness, plain, shared, units, words

PAGE = "<html><body><h1>Ferry runs again</h1><article>{}</article></body></html>"
PROSE = "The ferry to the island runs again after three weeks of repairs, the harbour office said on Monday."
STRUCTURE = {
    "paragraphs": [PROSE],
    "noise": {"ad": ["Win a weekend on the lake with us"], "caption": ["Short"]},
    "title": "Ferry runs again",
    "titles": ["Ferry runs again", "Ferry is running again"],
    "kicker": None,
    "subtitle": None,
    "agency_credit": None,
    "authors": ["Ada Pohl"],
    "agencies": [],
    "captions": [],
    "teasers": [],
}
AGENCY = {"agencies": ["dpa"], "credits": ["Text: dpa"], "own": False, "item_id": None}


def seen(observations) -> dict[tuple[str, str], object]:
    return {(o.family, o.metric): o.value for o in observations}


def figures_of(*values) -> float:
    pages = [Judged("set", str(i), "tune", (Observation("f", "m", v),)) for i, v in enumerate(values)]
    return figures(pages)["f", "set", "m"]


# --- texts


def test_case_quotes_soft_hyphens_and_white_space_do_not_count():
    assert plain("„Fäh\u00adre“  FÄHRT\n‘wieder’") == plain("\"fähre\" fährt 'wieder'")


def test_words_are_counted_by_the_letter_where_a_script_has_no_spaces():
    assert units("渡し船 runs") == ["渡", "し", "船", "runs"]
    assert words("渡し船 runs") == ["渡し船", "runs"]


def test_a_repeated_word_counts_as_often_as_both_texts_have_it():
    assert shared(["a", "a", "b"], ["a", "a", "a"]) == Tally(2, 3, 3)


@pytest.mark.parametrize(("one", "other", "f1"), [("", "", 1), ("a", "", 0), (None, "a", 0), ("a b", "a c", 0.5)])
def test_likeness_is_the_f1_of_words(one, other, f1):
    assert likeness(one, other) == f1


def test_repeats_and_empty_texts_are_dropped_in_order():
    assert distinct(["B", "a", "", "b "]) == ["B", "a"]


# --- lists


def test_the_likeliest_pair_is_matched_first_whatever_the_order():
    assert matched(["a b c d e", "a b c d f"], ["a b c d f"]) == Tally(1, 2, 1)


def test_in_turn_each_text_takes_one_that_is_wanted():
    assert matched_in_turn(["a b c", "a b c"], ["a b c", "x"]) == Tally(1, 2, 2)


def test_paragraphs_out_of_order_are_not_aligned():
    assert aligned(["one", "two", "three"], ["three", "one", "two"], 1.0) == Tally(2, 3, 3)


def test_a_paragraph_with_one_word_more_is_the_same_but_not_exactly():
    given, wanted = ["a b c d e f g h i j"], ["a b c d e f g h i j k"]
    assert aligned(given, wanted, 0.9).hits == 1
    assert aligned(given, wanted, 1.0).hits == 0


# --- names


def test_names_are_parted_and_bared():
    assert names(["By Dr. Ada Pohl and Ben Ruiz", "Text von Prof. Cem Aydın, Ph.D."]) == {
        "ada pohl",
        "ben ruiz",
        "cem aydın",
    }


def test_a_name_with_the_letters_of_by_in_it_stays_whole():
    assert names(["Byron Vonn", None, ""]) == {"byron vonn"}


# --- figures


def test_numbers_are_averaged_tallies_and_totals_summed():
    assert figures_of(1.0, 0.0) == 0.5
    assert figures_of(Tally(1, 1, 1), Tally(0, 1, 1)) == 0.5
    assert figures_of(Total(2), Total(1)) == 3


# --- text of the article


def test_snippets_beside_a_body_are_shares_and_one_where_none_are_listed():
    row = {"body": "a b c", "with": ["A B", "x"], "without": []}
    found = seen(text(row, Prediction(paragraphs=("a b", "c")), {"body", "with", "without"}))
    assert found == {("body", "F1"): 1.0, ("body", "with"): 0.5, ("body", "without"): 1.0}


def test_snippets_alone_are_counted_wanted_and_unwanted():
    row = {"with": ["a  b", "x"], "without": ["c", "d"]}
    found = seen(text(row, Prediction(paragraphs=("a b c",)), {"with", "without"}))
    assert found == {("snippets", "F1"): Tally(1, 2, 2)}


def test_first_words_are_found_whatever_the_white_space():
    found = seen(text({"with": ["a bc"]}, Prediction(paragraphs=("ab", "c")), {"with"}))
    assert found == {("snippets", "found"): 1.0}


def test_the_subtitle_belongs_to_the_text_but_not_to_the_paragraphs():
    row = {"body": "Lead. Text.", "subtitle": "Lead.", "paragraphs": ["Lead.", "Text."]}
    found = seen(text(row, Prediction(subtitle="Lead.", paragraphs=("Text.",)), {"body"}))
    assert found == {("body", "F1"): 1.0, ("paragraphs", "F1"): 1.0, ("paragraphs", "exact F1"): 1.0}


def test_headings_and_optional_paragraphs_may_be_missing():
    row = {"paragraphs": ["Head", "Text.", "Free."], "headings": ["Head"], "optional": [2]}
    assert seen(text(row, Prediction(paragraphs=("Text.",)), set()))["paragraphs", "exact F1"] == 1.0


# --- fields


def test_what_is_not_labelled_is_not_measured():
    assert seen(fields({"id": "1"}, Prediction(title="Ferry"))) == {}


def test_a_title_is_exact_but_for_case_and_quotes():
    assert seen(fields({"title": "“Ferry” runs"}, Prediction(title='"ferry" runs'))) == {("title", "exact"): 1.0}


@pytest.mark.parametrize(
    ("given", "wanted", "tally", "right"),
    [
        ("a b c d e", "a b c d e", Tally(1, 1, 1), 1.0),
        ("x", "a b c d e", Tally(0, 1, 1), 0.0),
        (None, "a b c d e", Tally(0, 0, 1), 0.0),
        ("x", None, Tally(0, 1, 0), 0.0),
        (None, None, Tally(0, 0, 0), 1.0),
    ],
)
def test_a_wrong_subtitle_is_one_too_many_and_one_missed(given, wanted, tally, right):
    found = seen(fields({"subtitle": wanted}, Prediction(subtitle=given)))
    assert found == {("subtitle", "F1"): tally, ("subtitle", "right"): right}


def test_authors_are_compared_as_sets():
    found = seen(fields({"authors": ["Ada Pohl", "Ben Ruiz"]}, Prediction(authors=("ben ruiz",))))
    assert found == {("authors", "F1"): pytest.approx(2 / 3), ("authors", "exact"): 0.0}


def test_a_name_where_nobody_is_named_is_not_ok():
    assert seen(fields({"authors": []}, Prediction(authors=("Ada",)))) == {("authors", "none ok"): 0.0}


@pytest.mark.parametrize(
    ("given", "wanted", "day", "instant"),
    [
        ("2024-05-03T23:30:00+00:00", "2024-05-03", 1.0, None),
        ("2024-05-03T23:30:00+00:00", "2024-05-04T01:30:30+02:00", 1.0, 1.0),
        ("2024-05-03T23:30:00", "2024-05-04T01:30:00+02:00", 0.0, 0.0),
        ("2024-05-04T08:00:00+02:00", "2024-05-04T01:30:00+02:00", 1.0, 0.0),
        ("2024-05-04", "some day", 0.0, None),
        (None, "2024-05-04", 0.0, None),
    ],
)
def test_days_are_those_written_or_those_where_the_truth_was_written(given, wanted, day, instant):
    published = datetime.fromisoformat(given) if given else None
    found = seen(fields({"published": wanted}, Prediction(published=published)))
    assert found["date", "day"] == day
    assert found.get(("date", "instant")) == instant


def test_a_date_where_there_is_none_is_not_ok():
    found = seen(fields({"published": None}, Prediction(published=datetime(2024, 5, 3))))
    assert found == {("date", "none ok"): 0.0}


def test_a_repeated_caption_counts_once_and_as_a_repeat():
    found = seen(fields({"captions": ["The ferry"]}, Prediction(captions=("The ferry", "the ferry"))))
    assert found == {("captions", "F1"): Tally(1, 1, 1), ("captions", "repeats"): Total(1)}


# --- pages labelled block by block


def test_long_noise_in_the_body_is_a_leak_and_short_noise_is_not_asked_for():
    got = Prediction(paragraphs=(PROSE, "Win a weekend on the lake with us!"))
    found = seen(structure(STRUCTURE, got))
    assert found["noise", "ad"] == found["noise", "all"] == 1.0
    assert ("noise", "caption") not in found


def test_any_copy_of_the_headline_is_right():
    assert seen(structure(STRUCTURE, Prediction(title="Ferry is running again")))["title", "F1"] == Tally(1, 1, 1)


def test_the_first_paragraph_may_stand_in_the_subtitle():
    assert seen(structure(STRUCTURE, Prediction(subtitle=PROSE)))["body", "first paragraph"] == 1.0


def test_a_page_without_paragraphs_is_not_measured():
    assert list(structure(STRUCTURE | {"paragraphs": []}, Prediction())) == []


# --- agencies


def test_an_agency_is_known_by_its_short_name_and_its_financial_service():
    found = seen(agencies(AGENCY, Prediction(agencies=("dpa-AFX",), credit="Text: dpa")))
    assert found == {("agencies", "F1"): Tally(1, 1, 1), ("agencies", "as printed"): 1.0}


def test_a_credit_where_none_is_due_is_not_clean():
    found = seen(agencies(AGENCY | {"agencies": []}, Prediction(credit="dpa")))
    assert found == {("agencies", "negatives clean"): 0.0}


def test_a_credit_without_a_name_is_compared_as_printed_only():
    row = AGENCY | {"agencies": ["unnamed"], "credits": ["With material of agencies"]}
    assert seen(agencies(row, Prediction(credit="with material of agencies"))) == {("agencies", "as printed"): 1.0}


def test_an_agency_on_its_own_site_is_counted_apart():
    assert seen(agencies(AGENCY | {"own": True}, Prediction())) == {("agencies", "own pages"): 0.0}


# --- corpus, tables, baseline


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"id": "1", "url": "https://www.harbour-post.co.uk/a"}, "harbourpost"),
        ({"id": "1", "url": "https://news.harbour.example/a"}, "harbour"),
        ({"id": "own-HarbourPost_2024_05_03", "url": None}, "harbourpost"),
        ({"id": "1", "publisher": "HarbourPost", "url": "https://hp.example/a"}, "harbourpost"),
        ({"id": "0042", "url": None}, "0042"),
    ],
)
def test_a_site_is_known_by_publisher_host_or_id(row, name):
    assert site(row) == name


def test_about_four_sites_of_ten_are_kept_for_checking():
    checked = sum(is_check({"id": f"site-{'x' * n}"}) for n in range(500))
    assert 150 < checked < 250


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus" / "small"
    folder.mkdir(parents=True)
    rows = [
        {"id": "a", "file": "pages/a.html", "title": "Ferry runs again"},
        {"id": "b", "file": "pages/b.html", "title": "x"},
    ]
    (folder / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with ZipFile(folder / "pages.zip", "w") as pack:
        pack.writestr("pages/a.html", PAGE.format(f"<p>{PROSE}</p>"))
        pack.writestr("pages/b.html", b"")
    return folder.parent


def test_pages_of_a_zip_are_measured_and_one_that_raises_counts_as_empty(corpus):
    pages = judge(data_sets(corpus, None), "all", jobs=1)
    assert figures(pages) == {("title", "small", "exact"): 0.5}
    assert [page.error is None for page in pages] == [True, False]


def test_every_page_belongs_to_one_part(corpus):
    parts = [judge(data_sets(corpus, None), part, jobs=1) for part in ("tune", "check")]
    assert sorted(page.page for pages in parts for page in pages) == ["a", "b"]


def test_a_table_shows_our_figure_beside_the_stored_ones():
    known = {"title": {"small": {"exact": {"best": 0.7, "by": "peer", "trafilatura": 0.6}}}}
    (table,) = tables({("title", "small", "exact"): 0.5}, known)
    assert table.splitlines()[-1].split() == "| small | exact | 0.500 | 0.700 peer | 0.600 | – |".split()


def test_a_figure_that_falls_below_the_baseline_is_named(corpus, tmp_path):
    sets = list(data_sets(corpus, None))
    pages = [Judged("small", "a", "tune", (Observation("title", "exact", 1.0), Observation("noise", "all", 0.1)))]
    baseline = tmp_path / "baseline.json"
    baseline.write_text(written(sets, pages), encoding="utf-8")
    now = {("title", "small", "exact"): 0.99, ("noise", "small", "all"): 0.05}
    assert list(fallen(baseline, "all", sets, now)) == ["title small exact: 0.9900, was 1.0000"]
    assert list(fallen(baseline, "all", sets, {("title", "small", "exact"): 0.998})) == []


def test_more_noise_is_worse(corpus, tmp_path):
    sets = list(data_sets(corpus, None))
    baseline = tmp_path / "baseline.json"
    baseline.write_text(
        written(sets, [Judged("small", "a", "tune", (Observation("noise", "all", 0.1),))]), encoding="utf-8"
    )
    assert list(fallen(baseline, "all", sets, {("noise", "small", "all"): 0.2})) != []


def test_other_pages_are_not_compared(corpus, tmp_path):
    sets = list(data_sets(corpus, None))
    baseline = tmp_path / "baseline.json"
    baseline.write_text(written(sets, []).replace(sets[0].digest, "0"), encoding="utf-8")
    assert strangers(baseline, sets) == ["small"]
