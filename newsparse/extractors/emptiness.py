"""Whether there is an article at all."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.findings import Fields, Warned
from newsparse.view import View


def emptiness(view: View) -> Iterator[Warned]:
    """Warn where no text was found: a front page, an error page, a page that scripts write."""
    best = view.found.best(Fields.body)
    if best is None or not best.value:
        yield Warned("no article text was found")
