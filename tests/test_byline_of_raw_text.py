"""Who wrote raw text: no markup says what a line is."""

from __future__ import annotations

import pytest

from newsparse import parse

TITLE = "Ferry line closes after ninety years"
PROSE = """\
The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday morning.

For ninety years the boats have carried farmers, school classes and their bicycles over to the other side.

From the summer on, a bus will run over the new bridge every hour, and the two captains will work in the harbour.
"""


def names(above: str = "", below: str = "", over: str = "", prose: str = PROSE) -> list[str]:
    """Return the authors of a text with lines over the headline, between it and the prose, and behind that."""
    text = f"{over}\n\n{TITLE}\n\n{above}\n\n{prose}\n\n{below}\n"
    return [author.name for author in parse(text, format="text").authors]


class TestUnderTheHeadline:
    @pytest.mark.parametrize("byline", ["By Mara Lindqvist", "3 March 2031\n\nMara Lindqvist"])
    def test_a_byline_or_a_name_below_a_date(self, byline: str) -> None:
        assert names(byline) == ["Mara Lindqvist"]

    def test_a_name_that_stands_alone(self) -> None:
        assert names("Mara Lindqvist", over="Home\n\nNews") == ["Mara Lindqvist"]

    def test_names_in_lines_of_their_own(self) -> None:
        assert names("Mara Lindqvist\n\nJonas Feldt") == ["Mara Lindqvist", "Jonas Feldt"]

    @pytest.mark.parametrize("bullet", ["*", "•", "+"])
    def test_names_with_a_bullet_before_them(self, bullet: str) -> None:
        found = names(f"{bullet} Mara Lindqvist\n{bullet} Jonas Feldt\n3 March 2031")
        assert found == ["Mara Lindqvist", "Jonas Feldt"]

    def test_names_in_a_list_of_many_are_none_of_its_authors(self) -> None:
        assert names("* Mara Lindqvist\n* Town\n* Harbour\n* Sport\n* Culture\n3 March 2031") == []

    def test_words_that_the_page_writes_small_are_no_name(self) -> None:
        assert names("Harbour Boats") == []

    def test_whom_the_text_speaks_of_is_no_author(self) -> None:
        assert names("Mara Lindqvist", prose=PROSE.replace("the harbour office", "Lindqvist, a captain,")) == []

    def test_what_stands_before_the_date_is_no_part_of_the_name(self) -> None:
        assert names("By Mara Lindqvist Last updated: 3 March 2031") == ["Mara Lindqvist"]

    @pytest.mark.parametrize("line", ["3 March 2031 by Mara", "3 March 2031, 23:39 · by Mara"])
    def test_a_first_name_behind_a_date_and_a_byline_word(self, line: str) -> None:
        assert names(line) == ["Mara"]


class TestElsewhere:
    def test_a_name_with_its_date_above_the_headline(self) -> None:
        assert names(over="Mara Lindqvist 3 March 2031") == ["Mara Lindqvist"]

    def test_a_name_after_the_text(self) -> None:
        assert names(below="Mara Lindqvist") == ["Mara Lindqvist"]

    def test_what_the_text_speaks_of_does_not_sign_it(self) -> None:
        assert names(below="Sunny Harbour", prose=PROSE.replace("harbour office", "Sunny Harbour")) == []
