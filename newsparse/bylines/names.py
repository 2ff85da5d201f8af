"""Names: how they are compared, and what may be one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from newsparse import similarity
from newsparse.bylines.grammar import HANGUL, Grammar, is_unspaced
from newsparse.phrases import plain

LONGEST: Final = 6  # words of a name; beyond, it is a title or a sentence
UNCASED: Final = 4  # words of a name in a script that has no capitals to tell it by
KOREAN: Final = 3  # words of a name in Hangul: a foreign one
WIDEST: Final = 18  # characters of a name in a script without spaces (a foreign name in kana)
NARROW: Final = 8  # characters of such a name in Chinese characters or Hangul
ABBREVIATED: Final = 4  # characters up to which a last word keeps its full stop ("Jr.", "Ph.D.")
PREFIX: Final = 3  # letters of the longest prefix of a name
INITIAL: Final = 2  # characters of a first name that is cut down to its first letter ("J.")


def folded(name: str) -> str:
    """Return a name as it is compared: no accents, dots, case or order of punctuation."""
    if name.isascii():
        return similarity.fold(name)
    text = unicodedata.normalize("NFKD", plain(name))
    return " ".join("".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c)).split())


def same(one: str, other: str) -> bool:
    """Whether two names may well be those of one person: equal, one part of the other, or initials for first names."""
    left, right = folded(one).split(), folded(other).split()
    if not left or not right:
        return False
    if left == right or sorted(left) == sorted(right):
        return True
    if "".join(left) == "".join(right):
        return True
    if left[-1] != right[-1] or min(len(left), len(right)) < 2:
        return False
    return left[0][0] == right[0][0] and (left[0] == right[0] or 1 in (len(left[0]), len(right[0])))


def is_name_word(word: str) -> bool:
    """Whether a word can be part of a name: it begins with a capital, or its script has none."""
    first = word[0]
    if not first.isalpha():
        return len(word) > 1 and first in "'’`‘" and word[1].isupper()
    return not first.islower() or is_prefixed(word)


def is_prefixed(word: str) -> bool:
    """Whether a small prefix stands before a capital: "d'Arc", "al-Okafor", "ash-Shami"."""
    return any(word[at] in "'’-‑" and word[at + 1].isupper() for at in range(1, min(PREFIX + 1, len(word) - 1)))


def is_name(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether words can be a person's name."""
    if not words or len(words) > LONGEST or words[-1] in grammar.particles:
        return False
    if sum(c.isalpha() for w in words for c in w) < 2 or " ".join(map(plain, words)) in grammar.calendar:
        return False
    if any(is_unspaced(w) for w in words):
        return fits("".join(words))
    if len(words) > most_words(words[-1]):
        return False
    return any(is_name_word(w) and plain(w) not in grammar.particles for w in words)


def most_words(word: str) -> int:
    """Return how many words a name in the script of *word* has at most."""
    if word.isascii() or word[0].lower() != word[0].upper():
        return LONGEST
    return KOREAN if ord(word[0]) in HANGUL else UNCASED


def fits(name: str) -> bool:
    """Whether a name in a script without spaces is short enough for one."""
    kana = any("\u30a0" <= c <= "\u30ff" for c in name)
    hiragana = sum("\u3040" <= c <= "\u309f" for c in name)
    if hiragana and (kana or 2 * hiragana > max(len(name), NARROW // 2)):
        return False  # hiragana between other letters are the grammar of a sentence
    return 2 <= len(name) <= (WIDEST if kana else NARROW)


def widest(name: str) -> int:
    """Return how many characters a name in a script without spaces has at most."""
    return WIDEST if any("\u3040" <= c <= "\u30ff" for c in name) else NARROW


def undoubled(words: list[str]) -> list[str]:
    """Return a name that is printed twice in a row once."""
    half = len(words) // 2
    if (
        half
        and len(words) % 2 == 0
        and max(map(len, words)) > INITIAL
        and [plain(w) for w in words[:half]] == [plain(w) for w in words[half:]]
    ):
        return words[:half]
    return words


def trimmed(words: Sequence[str]) -> str:
    """Return a name in one line, without the full stop of a sentence and the marks around it."""
    text = " ".join(words).strip(" -'’‘\"·,_~^#›>|")
    last = text.rpartition(" ")[2]
    whole_word = last.endswith(".") and len(last) > ABBREVIATED and last[:-1].isalpha()
    return text[:-1] if whole_word else text
