"""Pages as the trees see them: with what the steps before them have found."""

from __future__ import annotations

from itertools import takewhile

from newsparse import pipeline
from newsparse.document import Document
from newsparse.view import View


def view_before(name: str, doc: Document) -> View:
    """Return a page with what the steps before the one of a name have found."""
    view = pipeline.begun(doc)
    for step in takewhile(lambda step: step.__name__ != name, pipeline.STEPS):
        view.found.add(step(view), rule=step.__name__)
    return view
