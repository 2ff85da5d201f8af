"""How dates are written on the page, for all steps that read some."""

from __future__ import annotations

from newsparse.dates.style import Style, style_of
from newsparse.view import View


def style_of_page(view: View) -> Style:
    """Return how the page writes dates: by its languages, its address or the one it declares, and its profile."""
    words, doc = view.words, view.doc
    url = doc.url or doc.declared.canonical
    return style_of(words.lexicons, bool(words.lexicon.code), doc.declared.lang, url, view.profile)
