"""How a line is told by the phrases in it."""

from __future__ import annotations

import pytest

from newsparse.lexicons import Lexicon, Phrases, Topic
from newsparse.phrases import LONGEST, PhraseIndex, bare, index, plain


def of(**places: list[str]) -> PhraseIndex:
    """An index that knows phrases of one topic."""
    found = PhraseIndex()
    found.add(Topic.RELATED, Phrases(**places))
    return found


def hit(phrases: PhraseIndex, text: str) -> bool:
    return phrases.topics(text) == {Topic.RELATED}


class TestAWholeLine:
    @pytest.mark.parametrize(
        "text", ["More on this", "MORE ON THIS", "More on this:", "» More on this «", "3. More on this"]
    )
    def test_case_punctuation_and_digits_around_it_do_not_matter(self, text: str) -> None:
        assert hit(of(whole=["More on this"]), text)

    @pytest.mark.parametrize("text", ["x1", "1920 x 1080", "4 (1x)"])
    def test_a_letter_with_a_number_is_another_line(self, text: str) -> None:
        assert hit(of(whole=["X"]), "X")
        assert not hit(of(whole=["X"]), text)

    @pytest.mark.parametrize(
        ("text", "whole"), [("More on this:", True), ("More on this bridge", False), ("6 More on this", False)]
    )
    def test_what_says_nothing_more_is_whole(self, text: str, whole: bool) -> None:
        assert of(whole=["More on this"]).is_whole(text) is whole

    def test_more_words_are_another_line(self) -> None:
        assert not hit(of(whole=["More on this"]), "More on this bridge")

    def test_a_phrase_of_signs_alone_is_found(self) -> None:
        assert hit(of(whole=["+++"]), "+++")

    def test_a_line_of_signs_is_no_phrase_of_letters(self) -> None:
        assert not hit(of(whole=["More on this"]), "***")


class TestTheBeginningOfALine:
    def test_it_is_found(self) -> None:
        assert hit(of(start=["Read also"]), "Read also: The bridge is safe")

    def test_it_does_not_end_inside_a_word(self) -> None:
        assert not hit(of(start=["Read"]), "Reading is fun")

    def test_in_scripts_without_spaces_it_may(self) -> None:
        assert hit(of(start=["関連記事"]), "関連記事一覧")

    def test_a_phrase_that_ends_in_a_sign_may_be_glued_to_what_follows(self) -> None:
        assert hit(of(start=["Read:"]), "Read:Bridge")

    def test_elsewhere_it_is_none(self) -> None:
        assert not hit(of(start=["Read also"]), "You can read also at night")


class TestTheEndOfALine:
    @pytest.mark.parametrize("text", ["The bridge: read more", "The bridge: read more.", "Read more!"])
    def test_it_is_found_whatever_sign_follows(self, text: str) -> None:
        assert hit(of(end=["read more"]), text)

    def test_it_does_not_begin_inside_a_word(self) -> None:
        assert not hit(of(end=["read more"]), "They spread more")


class TestInsideALine:
    @pytest.mark.parametrize("text", ["our related stories for you", "(Related stories)", "related stories"])
    def test_it_is_found_anywhere(self, text: str) -> None:
        assert hit(of(within=["related stories"]), text)

    def test_it_stands_at_the_bounds_of_words(self) -> None:
        assert not hit(of(within=["elated stories"]), "our related stories")

    def test_a_later_place_counts_where_an_earlier_one_is_inside_a_word(self) -> None:
        assert hit(of(within=["tip of the day"]), "A tip of the days gone by, a tip of the day")

    def test_in_scripts_without_spaces_there_are_no_such_bounds(self) -> None:
        assert hit(of(within=["関連記事"]), "この関連記事を読む")


class TestWhatIsTheSame:
    def test_typographic_quotes_are_plain_ones(self) -> None:
        assert hit(of(whole=["editor's pick"]), "Editor’s pick")

    def test_turkish_capitals(self) -> None:
        assert hit(of(whole=["ilgili"]), "İLGİLİ")
        assert hit(of(whole=["yazılar"]), "YAZILAR")

    def test_plain_text_is_in_one_line(self) -> None:
        assert plain("One\nTWO") == "one two"

    def test_bare_text_has_no_signs_around_it(self) -> None:
        assert bare("  » 2. one, two … ") == "one, two"


class TestLongLines:
    def test_nothing_is_looked_for_in_prose(self) -> None:
        assert of(start=["read also"]).topics("read also " + "x" * LONGEST) == frozenset()

    def test_an_empty_line_says_nothing(self) -> None:
        assert of(whole=["a"], start=["b"], end=["c"], within=["d"]).topics("") == frozenset()


class TestPrefix:
    def test_the_longest_phrase_is_taken_as_it_stands(self) -> None:
        assert of(start=["Source", "Source of the text:"]).prefix("SOURCE of the text: dpa", Topic.RELATED) == (
            "SOURCE of the text:"
        )

    def test_phrases_of_other_topics_are_none(self) -> None:
        assert of(start=["Source:"]).prefix("Source: dpa", Topic.SOURCE) == ""

    def test_no_phrase_is_empty(self) -> None:
        assert of(start=["Source:"]).prefix("The source of the river", Topic.RELATED) == ""


def test_an_index_holds_the_phrases_of_all_lexicons() -> None:
    one = Lexicon(code="aa", name="A", topics={Topic.RELATED: Phrases(whole=["mehr"])})
    two = Lexicon(code="bb", name="B", topics={Topic.SHARE: Phrases(whole=["mehr", "share"])})
    both = index([one, two])
    assert both.topics("Mehr") == {Topic.RELATED, Topic.SHARE}
    assert both.topics("Share") == {Topic.SHARE}
