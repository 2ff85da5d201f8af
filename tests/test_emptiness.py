"""Pages without an article say so."""

from __future__ import annotations

import pytest

import newsparse

TEXT = "The last ferry over the sound leaves on Friday at noon, the harbour office said in a statement. " * 4


@pytest.mark.parametrize(
    "said",
    ["<h1>Page not found</h1>", "<h1>Whoops</h1><p>Sorry, the page you are looking for does not exist.</p>"],
)
def test_an_error_page_warns_with_what_it_says(said: str) -> None:
    warnings = newsparse.parse(f"<html lang='en'><body>{said}</body></html>").warnings
    assert "no article text was found" in warnings
    assert any(warning.startswith("the page says that there is no article: ") for warning in warnings)


def test_an_article_about_an_error_page_does_not() -> None:
    html = f"<html lang='en'><body><h1>Page not found</h1><p>{TEXT * 2}</p></body></html>"
    assert newsparse.parse(html).warnings == ()
