"""Pages that are made to hurt: whatever they hold, the promises are kept. Their growth is measured in benchmarks/."""

from __future__ import annotations

import pytest
from hostile.families import FAMILIES, sized
from hostile.markup import PROSE
from promises import keep

import newsparse

SIZE = 3000  # bytes; enough for every loop to go round some hundred times


@pytest.mark.parametrize("name", FAMILIES)
def test_promises_are_kept(name: str) -> None:
    form, family = FAMILIES[name]
    keep(sized(family, SIZE), form)


@pytest.mark.parametrize("name", [name for name, (form, _) in FAMILIES.items() if form == "text"])
def test_the_first_paragraph_of_raw_text_is_read_whatever_follows(name: str) -> None:
    explained = newsparse.explain(sized(FAMILIES[name][1], SIZE), format="text")
    assert PROSE in " ".join(block.text for block in explained.blocks)


@pytest.mark.parametrize("name", [name for name in FAMILIES if name.startswith("html: ") and "long lang" not in name])
def test_the_first_paragraph_of_a_page_is_read_whatever_follows(name: str) -> None:
    explained = newsparse.explain(sized(FAMILIES[name][1], SIZE), format="html")
    assert PROSE in " ".join(block.text for block in explained.blocks)
