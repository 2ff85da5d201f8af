"""What is not the article: menus, footers, advertisements, appeals, sharing, comments."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.findings import Label, Labelled
from newsparse.view import View


def noise(view: View) -> Iterator[Labelled]:
    """Label noise by what containers are called and by what lines say."""
    yield from ()
