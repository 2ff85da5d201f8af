"""What differs between the article expected and the one that came out, as a reader of a terminal sees it."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsparse.fixtures import agrees, differences, printed
from newsparse.fixtures.alignment import Fate, aligned
from newsparse.fixtures.updating import renewed

LONG = " ".join(f"word{n}" for n in range(60))


def seen(want: Any, got: Any) -> list[str]:
    return list(printed(differences(want, got), colour=False, indent=0))


def paragraphs(*texts: str) -> list[dict[str, str]]:
    return [{"kind": "paragraph", "text": text} for text in texts]


class TestTexts:
    def test_that_are_the_same_show_nothing(self) -> None:
        assert seen("Ferry line closes", "Ferry line closes") == []

    def test_show_the_words_that_changed_inside(self) -> None:
        assert seen("The last ferry leaves on Friday", "The last boat leaves on Friday") == [
            "~ The last [-ferry-]{+boat+} leaves on Friday"
        ]

    def test_are_cut_where_they_agree_for_long(self) -> None:
        (line,) = seen(f"{LONG} end", f"{LONG} stop")
        assert line == "~ …word54 word55 word56 word57 word58 word59 [-end-]{+stop+}"

    def test_stand_one_below_the_other_where_they_share_little(self) -> None:
        assert seen("Ferry line closes", "School opens after repairs") == [
            "- Ferry line closes", "+ School opens after repairs",
        ]  # fmt: skip

    def test_without_spaces_are_compared_by_character(self) -> None:
        assert seen("渡し船が金曜日に終わる", "渡し船が土曜日に終わる") == ["~ 渡し船が[-金-]{+土+}曜日に終わる"]

    def test_show_characters_that_nobody_sees(self) -> None:
        assert seen("two words", "two\u00a0words") == ["~ two[- -]{+\\xa0+}words"]

    def test_cannot_steer_the_terminal(self) -> None:
        assert seen(None, "a\x1b[2Jb\nc") == ["- null", "+ a\\x1b[2Jb c"]


class TestLists:
    def test_show_a_paragraph_that_moved_as_moved(self) -> None:
        a, b, c = paragraphs("The first ferry sailed.", "A bridge was built.", "Nobody came to the harbour.")
        assert seen([a, b, c], [b, c, a]) == [
            "↕ 1 → 3  kind: paragraph · text: The first ferry sailed.", "· 2 of 3 agree",
        ]  # fmt: skip

    def test_show_two_that_changed_places_as_two_that_moved(self) -> None:
        assert [line[:7] for line in seen(list("abcde"), list("edcba"))[:2]] == ["↕ 5 → 1", "↕ 4 → 2"]
        assert [line[:7] for line in seen(list("abc"), list("cba"))] == ["↕ 3 → 1", "↕ 1 → 3", "· 1 of "]

    def test_show_the_words_that_changed_in_an_item(self) -> None:
        want = paragraphs("The first ferry sailed at noon.", "A bridge was built.")
        got = paragraphs("The first ferry sailed at nine.", "A bridge was built.")
        assert seen(want, got) == ["~ 1: text: The first ferry sailed at [-noon-]{+nine+}.", "· 1 of 2 agree"]

    def test_show_what_is_missing_and_what_is_new(self) -> None:
        assert seen(["ferry", "bridge"], ["bridge", "school"]) == ["- 1  ferry", "+ 2  school", "· 1 of 2 agree"]

    def test_show_a_key_that_an_item_should_not_have(self) -> None:
        assert seen([{"name": "A"}], [{"name": "A", "role": "Editor"}]) == [
            "~ 1:",
            "  ~ role:",
            "    - null",
            "    + Editor",
        ]

    def test_take_a_rule_for_the_item_that_meets_it(self) -> None:
        bridge, ferry, snow = "A bridge was built.", "The first ferry sailed.", "Snow is on its way."
        want = [*paragraphs(bridge), {"kind": "paragraph", "text": {"$pattern": "The .* ferry.*"}}, *paragraphs(snow)]
        got = paragraphs(snow, bridge, ferry)
        assert [line[:7] for line in seen(want, got)] == ["↕ 3 → 1", "· 2 of "]

    @given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.sampled_from("abcdef"), max_size=12))
    def test_account_for_every_item_of_both_once(self, want: list[str], got: list[str]) -> None:
        steps = aligned(want, got)
        assert sorted(step.want for step in steps if step.want is not None) == list(range(len(want)))
        assert [step.got for step in steps if step.got is not None] == list(range(len(got)))

    def test_keep_as_much_in_place_as_can_be(self) -> None:
        want = [f"paragraph {n}" for n in range(200)]
        got = want[:]
        got.insert(150, got.pop(random.Random(1).randrange(100)))
        assert sum(step.fate is Fate.SAME for step in aligned(want, got)) == 199


class TestOthers:
    def test_values_of_two_kinds_stand_one_below_the_other(self) -> None:
        assert seen("Ferry", None) == ["- Ferry", "+ null"]

    def test_objects_show_the_key(self) -> None:
        assert seen({"status": "free", "body_complete": True}, {"status": "locked", "body_complete": True}) == [
            "~ status:", "  - free", "  + locked",
        ]  # fmt: skip

    def test_a_tolerance_tells_how_far_off_the_text_is(self) -> None:
        assert seen({"$similar": "one two three four", "at_least": 0.9}, "one two three five") == [
            "· similarity 0.750, at least 0.9 is wanted", "~ one two three [-four-]{+five+}",
        ]  # fmt: skip

    def test_a_pattern_shows_itself_and_the_text(self) -> None:
        assert seen({"$pattern": r"\d+"}, "three") == ["· does not match the pattern \\d+", "+ three"]

    def test_colour_marks_what_brackets_mark_too(self) -> None:
        (line,) = printed(differences("The last ferry", "The last boat"), colour=True)
        assert line.endswith("The last \x1b[31m[-ferry-]\x1b[0m\x1b[32m{+boat+}\x1b[0m")


plain = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text("ab ", max_size=6),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.sampled_from(["x", "y", "z"]), inside, max_size=3),
    max_leaves=10,
)


class TestAnyValues:
    @given(plain, plain)
    def test_something_is_shown_exactly_where_they_disagree(self, want: Any, got: Any) -> None:
        assert bool(seen(want, got)) is not agrees(want, got)

    @given(plain, plain)
    def test_an_update_makes_them_agree(self, want: Any, got: Any) -> None:
        assert agrees(renewed(want, got), got)

    @given(plain)
    def test_what_agrees_is_left_alone(self, want: Any) -> None:
        assert renewed(want, want) is want
