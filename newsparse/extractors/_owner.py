"""Whose a page is, as its notice of copyright says."""

from __future__ import annotations

import re
from typing import Final

from newsparse.lexicons import Topic
from newsparse.phrases import plain
from newsparse.view import View

RIGHTS: Final = re.compile(r"\A(?:copyright\b|\(c\)|©|ⓒ|(?:19|20)\d\d|[\s,:–-])*", re.IGNORECASE)
EDGES: Final = " ,;:|-–—"


def owner(view: View, written: str) -> str:
    """Return whose a notice of copyright says a page is: "(c) 2031 Harbour News. All rights reserved"."""
    text = RIGHTS.sub("", written).strip(EDGES)
    rights = [x.topics[Topic.COPYRIGHT] for x in view.words.lexicons if Topic.COPYRIGHT in x.topics]
    endings = sorted({plain(p) for r in rights for p in (*r.whole, *r.start, *r.end)}, key=lambda p: -len(p))
    low = plain(text)
    ending = next((p for p in endings if low.endswith(p)), "")
    return (text[: -len(ending)].strip(f"{EDGES}.") if ending else text) or written
