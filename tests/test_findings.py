"""Which of several findings counts, and what the article is made of."""

from __future__ import annotations

from newsparse.document import Document, Place
from newsparse.findings import Candidate, Fields, Findings, Label, Labelled, Region, Warned
from newsparse.resolve import resolve

DOC = Document((), (), warnings=("read in part",))


def titles(*found: tuple[str, float, str]) -> Findings:
    findings = Findings()
    findings.add((Candidate(Fields.title, value, trust, source) for value, trust, source in found), "title")
    return findings


class TestLabels:
    def test_the_most_trusted_counts(self) -> None:
        found = Findings()
        found.add([Labelled(3, Label.AD, 0.5, "a"), Labelled(3, Label.BODY, 0.6, "b")], "x")
        assert found.label(3) is Label.BODY

    def test_among_equals_the_earlier_counts(self) -> None:
        found = Findings()
        found.add([Labelled(3, Label.AD, 0.5, "a")], "one")
        found.add([Labelled(3, Label.BODY, 0.5, "b")], "two")
        best = found.best_label(3)
        assert best is not None
        assert (best.label, best.rule) == (Label.AD, "one")

    def test_a_block_that_nobody_spoke_of_has_none(self) -> None:
        assert Findings().label(3) is None

    def test_blocks_come_in_page_order(self) -> None:
        found = Findings()
        found.add([Labelled(n, Label.AD, 0.5, "a") for n in (7, 2, 5)], "x")
        assert list(found.labelled(Label.AD)) == [2, 5, 7]


class TestCandidates:
    def test_they_are_signed_with_the_rule(self) -> None:
        assert [c.rule for c in titles(("a", 0.5, "h1")).candidates(Fields.title)] == ["title"]

    def test_the_most_trusted_come_first_the_earlier_among_equals(self) -> None:
        found = titles(("a", 0.5, "h1"), ("b", 0.7, "meta"), ("c", 0.7, "json"))
        assert [c.value for c in found.candidates(Fields.title)] == ["b", "c", "a"]

    def test_a_field_that_nobody_spoke_of_has_none(self) -> None:
        assert Findings().best(Fields.title) is None

    def test_the_latest_region_counts(self) -> None:
        found, root = Findings(), Place(0, "", None, 0)
        found.add([Region(1, 2, root), Region(1, 3, root)], "x")
        assert found.region is not None
        assert found.region.last == 3


class TestResolve:
    def test_the_most_trusted_value_is_taken_with_its_evidence(self) -> None:
        article = resolve(DOC, titles(("a", 0.5, "h1"), ("b", 0.7, "meta")))
        assert article.title == "b"
        assert (article.evidence["title"].source, article.evidence["title"].trust) == ("meta", 0.7)

    def test_agreement_of_sources_decides_between_near_equals(self) -> None:
        assert resolve(DOC, titles(("a", 0.71, "h1"), ("b", 0.7, "meta"), ("b", 0.6, "json"))).title == "b"

    def test_the_same_source_twice_is_no_agreement(self) -> None:
        assert resolve(DOC, titles(("a", 0.71, "h1"), ("b", 0.7, "meta"), ("b", 0.7, "meta"))).title == "a"

    def test_of_a_field_of_many_every_value_is_kept_once(self) -> None:
        from newsparse.article import Image

        found = Findings()
        found.add([Candidate(Fields.images, Image(url=u), 0.6, "img") for u in ("a", "b", "a")], "images")
        assert [i.url for i in resolve(DOC, found).images] == ["a", "b"]

    def test_nothing_found_is_an_empty_article(self) -> None:
        article = resolve(DOC, Findings())
        assert (article.title, article.body, dict(article.evidence)) == (None, (), {})

    def test_warnings_of_reader_and_steps_are_kept_once(self) -> None:
        found = Findings()
        found.add([Warned("cut off"), Warned("cut off")], "x")
        assert resolve(DOC, found).warnings == ("read in part", "cut off")
