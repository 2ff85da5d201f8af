"""Sentences of the text that are printed again as quotes are told only once."""

from __future__ import annotations

import newsparse

SAID = "Nobody had wanted this, least of all in the weeks of the herring."
PROSE = f"""
<p>The council of the island voted on Tuesday evening to close the old bridge to all cars until the end of the year.</p>
<p>Engineers had found cracks in two of the seven piers, and repairs are to begin as soon as the money is granted.</p>
<p>“{SAID}” Those were the words of the mayor when she left the hall late on Tuesday evening, with both engineers.</p>
"""
AFTER = """
<p>A second ferry has been asked for on the mainland, where the harbour office is to answer within ten days.</p>
<p>Residents on the far side will have to take the old boat, which runs hourly and carries no more than twelve cars.</p>
"""


def texts(quote: str) -> list[str]:
    article = f"<article><h1>Bridge closes to all cars</h1>{PROSE}{quote}{AFTER}</article>"
    return [block.text for block in newsparse.parse(f'<html lang="en"><body>{article}</body></html>').body]


def test_a_sentence_of_the_text() -> None:
    assert SAID not in texts(f"<blockquote>{SAID}</blockquote>")


def test_with_a_line_that_says_who_is_quoted() -> None:
    quote = f"<blockquote>“{SAID}”<br>Elda Norwind, mayor of the island</blockquote>"
    assert len(texts(quote)) == len(texts(""))


def test_words_that_do_not_stand_in_the_text_are_kept() -> None:
    quote = "<blockquote>“The boats will have to do until then.”<br>Elda Norwind, mayor of the island</blockquote>"
    assert len(texts(quote)) == len(texts("")) + 1
