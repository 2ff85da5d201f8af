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
    body = [piece for piece in best.value if piece.kind is not BodyKind.HEADING] if best else []
    if not body:
        yield Warned("no article text was found")
    if sum(len(piece.text) for piece in body) < LEAST:
        said = next((block.text for block in view.visible if Topic.NO_ARTICLE in view.topics(block)), None)
        if said:
            yield Warned(f"the page says that there is no article: {said}")
