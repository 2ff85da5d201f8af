"""How far two short texts say the same: equal but for punctuation, one inside the other, or sharing their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from newsparse.letters import is_spaced, runs

# Scripts written without spaces (Thai, Lao, Burmese, Khmer, kana, Han) are compared by character.
WORD: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
SPACED: Final = bytes(n if chr(n).isalnum() else ord(" ") for n in range(128)).lower() + bytes(128)
"""ASCII → what is left of it: letters in lower case, digits, and a space for all other characters."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of *text* casefolded, without punctuation; every character where the script has no spaces.

    >>> words("Fire: two hurt")
    ('fire', 'two', 'hurt')
    """
    if text.isascii():
        return tuple(text.encode().translate(SPACED).decode().split())
    folded = text.casefold()
    return tuple(runs(folded) if is_spaced(folded) else WORD.findall(folded))


def fold(text: str) -> str:
    """Return *text* as texts are compared for equality: its words, one space between them.

    >>> fold("“Fire!” – two hurt") == fold("Fire: two hurt")
    True
    """
    return " ".join(words(text))


def overlap(a: Sequence[str], b: Sequence[str]) -> float:
    """Return how many words two texts share, 0 to 1: the F1 of their words, order left aside."""
    if not a or not b:
        return 0.0
    once, other = set(a), set(b)
    shared = len(once & other)
    if shared and len(once) < len(a) and len(other) < len(b):  # only where both repeat a word is there more to count
        shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared / (len(a) + len(b))


def starts(of: Sequence[str], with_: Sequence[str]) -> bool:
    """Whether the words *of* begin with the words *with_*."""
    return len(with_) <= len(of) and tuple(of[: len(with_)]) == tuple(with_)


def ends(of: Sequence[str], with_: Sequence[str]) -> bool:
    """Whether the words *of* end with the words *with_*."""
    return 0 < len(with_) <= len(of) and tuple(of[-len(with_) :]) == tuple(with_)


def tail_at(text: str, last: Sequence[str]) -> int | None:
    """Return where in *text* the words *last* begin that it ends with; None where it does not end with them."""
    found = list(WORD.finditer(text))
    if not ends([m.group().casefold() for m in found], last):
        return None
    return found[-len(last)].start()
