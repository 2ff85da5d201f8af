"""What the names of elements hint at."""

from __future__ import annotations

import pytest

from newsparse.markup import LONGEST, elements, heavy, hints_of, vocabulary


class TestParts:
    @pytest.mark.parametrize(
        "name",
        [
            "newsletter",
            "Newsletter",
            "NEWSLETTER",
            "box-newsletter",
            "box_newsletter",
            "boxNewsletter",
            "c-box__newsletter--big",
        ],
    )
    def test_names_are_cut_at_joints_and_capitals(self, name: str) -> None:
        assert "newsletter" in hints_of(name)

    @pytest.mark.parametrize("name", ["read-more", "readMore", "read_more", "readmore", "box--read-more-list"])
    def test_neighbouring_parts_are_read_together(self, name: str) -> None:
        assert "related" in hints_of(name)

    def test_three_parts_are_read_together(self) -> None:
        assert "related" in hints_of("you-may-like")

    def test_digits_part_too(self) -> None:
        assert "comments" in hints_of("comments2col")

    def test_parts_are_not_looked_for_inside_of_words(self) -> None:
        assert hints_of("headline-shadow") == hints_of("headline")
        assert "advertising" not in hints_of("head load gradient")


class TestNames:
    def test_every_name_may_hint(self) -> None:
        assert {"comments", "footer"} <= hints_of("comments footer")

    def test_unknown_names_hint_at_nothing(self) -> None:
        assert hints_of("sc-1x2y3z grid-4 mt-2") == frozenset()

    @pytest.mark.parametrize("name", ["", " ", "---", "123", "\u00e9\u00e8"])
    def test_names_without_words_hint_at_nothing(self, name: str) -> None:
        assert hints_of(name) == frozenset()

    @pytest.mark.parametrize("name", ["h1", "text-h1", "articleTopH1"])
    def test_the_look_of_an_h1_hints_at_a_title(self, name: str) -> None:
        assert hints_of(name) == {"title"}

    @pytest.mark.parametrize("name", ["h12", "width1", "ch1", "H10"])
    def test_other_names_with_its_letters_do_not(self, name: str) -> None:
        assert hints_of(name) == frozenset()

    def test_a_soup_of_utility_classes_is_read_only_so_far(self) -> None:
        assert hints_of("x " * LONGEST + "newsletter") == frozenset()


class TestVocabulary:
    def test_parts_are_lower_case_letters(self) -> None:
        # umlauts and digits part a name, so that no part of the vocabulary with them would ever be found
        assert [part for part in vocabulary() if not (part.isascii() and part.isalpha() and part.islower())] == []

    def test_parts_that_may_outweigh_the_article_are_hinted_at(self) -> None:
        assert heavy() <= frozenset().union(*vocabulary().values())

    def test_elements_hint_by_what_they_are(self) -> None:
        assert elements()["nav"] == hints_of("nav")
        assert elements()["footer"] == hints_of("footer")


def test_the_account_of_a_content_system_is_named_in_two_words() -> None:
    assert "byline" in hints_of("field field--name-uid field--type-entity-reference")
    assert "byline" not in hints_of("field field--name-title")
