"""What the text is written in: scripts and small words of the prose, checked against what the page declares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from newsparse.findings import Candidate, Fields, Trust, Warned
from newsparse.lexicons import table
from newsparse.tongues import by_script, by_words, canonical
from newsparse.view import View

SAMPLE: Final = 4000  # characters of prose that are looked at
HEAVIEST: Final = 20  # blocks that it is taken from: paragraphs have about 200 characters
LEAST: Final = 40  # weight of small words (see ``by_words``) that outweighs the declaration
LEAD: Final = 1.3  # and by how much the first language must lead the declared one


def language(view: View, given: str | None = None) -> Iterator[Candidate[str] | Warned]:
    """Propose the language given, the one that the prose shows, and the one that the page declares."""
    if given:
        if code := canonical(given):
            yield Candidate(Fields.language, code, Trust.PROFILE, "given", raw=given)
            return
        yield Warned(f"the language given, {given!r}, is no ISO 639 code: it was not used")
    declared = view.doc.declared.lang
    code = canonical(declared)
    sample = prose_sample(view)
    script = by_script(sample)
    votes = by_words(sample, among=script)
    likeliest = max(script or votes, key=lambda c: votes[c], default="")
    if code and agrees(code, votes, script):
        yield Candidate(Fields.language, code, Trust.AGREED, "html lang", raw=declared)
    elif votes[likeliest] >= LEAST:
        yield Candidate(Fields.language, likeliest, Trust.AGREED, "words of the text")
    elif script:
        yield Candidate(Fields.language, likeliest, Trust.TEXT, "script of the text")
    elif code:
        yield Candidate(Fields.language, code, Trust.TEXT, "html lang", raw=declared)
    elif likeliest:
        yield Candidate(Fields.language, likeliest, Trust.GUESS, "words of the text")


def agrees(code: str, votes: Counter[str], script: tuple[str, ...]) -> bool:
    """Whether the prose does not contradict the declared language."""
    if script and code not in script:
        return False
    best = max(votes.values(), default=0)
    own = max(votes[one] for one in (code, *alike(code)))
    return bool(script) if best < LEAST else own * LEAD >= best


def alike(code: str) -> tuple[str, ...]:
    """Return the languages that small words do not tell from one: there the declaration decides."""
    return next((tuple(group) for group in table("_detect")["alike"] if code in group), ())


def prose_sample(view: View) -> str:
    """Return text from the heaviest prose of the page; where there is none, from its first lines."""
    weights = view.weights
    heavy = sorted([b for b in view.visible if weights[b.index]], key=lambda b: weights[b.index], reverse=True)
    light = [b for b in view.visible if not weights[b.index]] if len(heavy) < HEAVIEST else []
    return " ".join([b.text for b in (heavy + light)[:HEAVIEST]])[:SAMPLE]
