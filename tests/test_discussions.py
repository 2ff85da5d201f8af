"""Comments of readers in containers whose names say nothing."""

from __future__ import annotations

import newsparse
from tests.dated_pages import TEXT

COMMENT = "As a child I took that boat every morning, and nobody ever asked me for a ticket in all these years."


def comments(*controls: str) -> str:
    said = "".join(f"<div class=q2><b>islander{n}</b><p>{COMMENT}</p><button>Reply</button></div>" for n in range(3))
    return f"<div class=q1>{''.join(controls)}{said}</div>"


def paragraphs(*parts: str, headline: str = "Ferry line closes") -> tuple[str, ...]:
    html = f"<html lang=en><body><main><h1>{headline}</h1>{''.join(parts)}</main></body></html>"
    return newsparse.parse(html).paragraphs


ARTICLE = "".join(f"<p>{text}</p>" for text in TEXT)


def test_a_box_below_the_text_that_opens_with_a_line_about_comments_is_none_of_it() -> None:
    assert paragraphs(ARTICLE, comments("<h2>3 comments</h2>", "<p>Log in to comment</p>")) == TEXT


def test_so_is_one_below_a_short_text() -> None:
    short = f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>"
    assert paragraphs(short, comments("<h2>3 comments</h2>")) == TEXT[:2]


def test_a_text_below_a_count_of_comments_is_kept() -> None:
    count = "<span>3 comments</span>"
    box = f"<div class=q1>{count}{ARTICLE}<div>Leave a comment</div><div>Log in to comment</div></div>"
    assert paragraphs(f"<p>{TEXT[0][:70]}</p>", box)[-3:] == TEXT
