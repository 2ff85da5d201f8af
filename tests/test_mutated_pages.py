"""The fixture pages, taken apart and put together wrongly: whatever comes out of it, the promises are kept."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from promises import keep

import newsparse
from newsparse import Article
from newsparse.findings import Fields
from newsparse.resolve import MANY, SINGLE

SOURCES = sorted((Path(__file__).parent / "fixtures").glob("*/source.*"))
PAGES = [path.read_bytes() for path in SOURCES if path.suffix == ".html"]
TEXTS = [path.read_bytes() for path in SOURCES if path.suffix == ".txt"]
ODD = """
script style template svg iframe select textarea noscript title head button rt rp object canvas math video audio
datalist map dialog picture
""".split()
ROUNDS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(min_value=0, max_value=2**32)
pages, texts = st.sampled_from(PAGES), st.sampled_from(TEXTS)


def elements(tree: Any) -> list[Any]:
    return [e for e in tree.iter() if isinstance(e.tag, str) and e.getparent() is not None]


def spliced(tree: Any, other: Any, chance: Random) -> None:
    chance.choice(elements(tree)).append(chance.choice(elements(other)))


def dropped(tree: Any, other: Any, chance: Random) -> None:
    chance.choice(elements(tree)).drop_tree()


def unwrapped(tree: Any, other: Any, chance: Random) -> None:
    chance.choice(elements(tree)).drop_tag()


def doubled(tree: Any, other: Any, chance: Random) -> None:
    copy = html.fromstring(html.tostring(tree))
    chance.choice(elements(tree)).append(chance.choice(elements(copy)))


def tag_of(tree: Any, chance: Random) -> str:
    """The name of an element; the parser lets names pass (`<ahref="…">`) of which no element can be made."""
    names: list[str] = [e.tag for e in elements(tree) if e.tag.isalnum()]
    return chance.choice(names or ["div"])


def wrapped(tree: Any, other: Any, chance: Random) -> None:
    inner = chance.choice(elements(tree))
    outer = etree.Element(tag_of(other, chance))
    inner.getparent().replace(inner, outer)
    outer.append(inner)


def renamed(tree: Any, other: Any, chance: Random) -> None:
    chance.choice(elements(tree)).tag = tag_of(other, chance)


def swapped(tree: Any, other: Any, chance: Random) -> None:
    one, two = chance.choice(elements(tree)), chance.choice(elements(other))
    for name, value in two.attrib.items():
        one.set(name, value)


CHANGES = (spliced, dropped, unwrapped, doubled, wrapped, renamed, swapped)


def mutated(page: bytes, other: bytes, seed: int) -> bytes:
    """A page whose elements have been spliced, dropped, doubled, re-nested, renamed or given others' attributes."""
    chance = Random(seed)
    for _ in range(chance.randint(1, 8)):
        tree, donor = html.document_fromstring(page), html.document_fromstring(other)
        if not elements(tree):  # everything in it has been dropped
            break
        chance.choice(CHANGES)(tree, donor, chance)
        page = html.tostring(tree, encoding="utf-8")
    return page


def torn(raw: bytes, other: bytes, seed: int) -> bytes:
    """Bytes that were cut, repeated, exchanged and mixed with those of another page."""
    chance = Random(seed)
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randint(0, len(raw)) for _ in range(2))
        start = chance.randint(0, len(other))
        piece = chance.choice((b"", raw[at:to] * 2, other[start : start + 300], chance.randbytes(3), b"<", b'"', b"\0"))
        raw = raw[:at] + piece + raw[min(to, at + 400) :]
    return raw


@ROUNDS
@given(pages, pages, seeds)
def test_promises_are_kept_of_pages_put_together_wrongly(page: bytes, other: bytes, seed: int) -> None:
    keep(mutated(page, other, seed), "html")


@ROUNDS
@given(pages | texts, pages | texts, seeds)
def test_promises_are_kept_of_torn_bytes(page: bytes, other: bytes, seed: int) -> None:
    keep(torn(page, other, seed))


@ROUNDS
@given(pages, pages, seeds)
def test_every_visible_word_lands_in_one_block(page: bytes, other: bytes, seed: int) -> None:
    words = ["zqx" + "abcdefghij"[n % 10] + "klmnopqrst"[n // 10] for n in range(20)]
    chance = Random(seed)
    tree = html.document_fromstring(mutated(page, other, seed))
    spots = [e for e in tree.iterfind(".//body//*") if e.tag in ("p", "li", "h2", "div", "td", "span", "a", "b")]
    spots = [e for e in spots if is_plain(e)]
    for word in words[: len(spots)]:
        spot = chance.choice(spots)
        spot.text = f"{word} {spot.text or ''}"
    shown = " ".join(b.text for b in newsparse.explain(html.tostring(tree, encoding="utf-8"), format="html").blocks)
    assert [(w, shown.count(w)) for w in words[: len(spots)] if shown.count(w) != 1] == []


def is_plain(element: Any) -> bool:
    """Whether nothing around an element hides what is in it, or has it shown elsewhere."""
    around = [element, *element.iterancestors()]
    return not any(e.tag in ODD or e.get("hidden") is not None or e.get("class") or e.get("style") for e in around)


@pytest.mark.parametrize("page", PAGES[:4] + TEXTS[:4])
def test_one_field_never_changes_with_the_candidates_for_another(page: bytes) -> None:
    from newsparse import pipeline
    from newsparse.readers import read
    from newsparse.resolve import resolve

    doc = read(page)
    whole = resolve(doc, pipeline.run(doc))
    for field in (*SINGLE, *MANY):
        found = pipeline.run(doc)
        found.values = {field.name: found.values.get(field.name, [])}
        assert getattr(resolve(doc, found), field.name) == getattr(whole, field.name)
    assert {f.name for f in (*SINGLE, *MANY)} == {f.name for f in vars(Fields).values() if hasattr(f, "many")}


def article(page: bytes) -> Article:
    return newsparse.parse(page)


def test_processes_give_the_same() -> None:
    some = (PAGES + TEXTS)[::4]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(newsparse.parse, some)) == [article(page) for page in some]
