"""The words to look for on one page: the lexicon of its language, and what is known everywhere."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from newsparse import lexicons
from newsparse.lexicons import Lexicon
from newsparse.phrases import PhraseIndex, index

EVERYWHERE = "en"  # English labels stand on pages of every language


@frozen(eq=False)
class Words:
    """What the extractors look up."""

    language: str | None
    """ISO 639-1 code of the page; None where it could not be told."""

    lexicon: Lexicon
    """Lexicon of the language; an empty one (code "") where the language has none."""

    lexicons: tuple[Lexicon, ...]
    """The lexicons searched: that of the language (or those of its relatives), then English."""

    phrases: PhraseIndex
    """Their phrases."""


@cache  # package data by language code; as many entries as there are languages
def words_of(language: str | None) -> Words:
    """Return the words for a page in *language*; one without a lexicon is served by those of its relatives."""
    codes = lexicons.codes()
    own = [language] if language in codes else relatives(language)
    chosen = [lexicons.load(code) for code in dict.fromkeys([*own, EVERYWHERE]) if code in codes]
    empty = Lexicon(code="", name="")
    return Words(
        language=language,
        lexicon=chosen[0] if language in codes else empty,
        lexicons=tuple(chosen),
        phrases=index(chosen),
    )


def relatives(language: str | None) -> list[str]:
    """Return the languages whose words also stand on pages in a language without a lexicon."""
    known = lexicons.table("_detect")["relatives"]
    return list(known.get(language or "", known["unknown"]))
