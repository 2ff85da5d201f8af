"""Whether there is an article at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsparse.article import BodyKind
from newsparse.findings import Fields, Warned
from newsparse.lexicons import Topic
from newsparse.view import View

LEAST: Final = 500  # characters; a longer text is an article whatever stands beside it


def emptiness(view: View) -> Iterator[Warned]:
    """Warn where no text was found: a front page, an error page, a page that scripts write."""
    best = view.found.best(Fields.body)
    heading = BodyKind.HEADING
    body = [piece for piece in best.value if piece.kind is not heading] if best else []
    if not body:
        yield Warned("no article text was found")
    if sum(len(piece.text) for piece in body) < LEAST and (said := view.saying(Topic.NO_ARTICLE)):
        yield Warned(f"the page says that there is no article: {said[0].text}")
