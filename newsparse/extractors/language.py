"""What the text is written in."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.findings import Candidate, Fields, Trust
from newsparse.view import View


def language(view: View, given: str | None = None) -> Iterator[Candidate[str]]:
    """Propose the language: the one given, that of the words, that which the page declares."""
    if given:
        yield Candidate(Fields.language, given, Trust.PROFILE, "given")
    declared = view.doc.declared.lang
    if declared:
        yield Candidate(Fields.language, declared[:2].lower(), Trust.DECLARED, "html lang", raw=declared)
