"""Every pattern and every phrase of the library on strings that are made to trap them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest

import newsparse
from newsparse import lexicons
from newsparse.phrases import LONGEST, index

SMALL, GROWTH = 2000, 8
MOST = 25.0  # times longer for 8 times the text: linear are 8, quadratic are 64
SLOW = 0.05  # seconds below which growth is noise; a quadratic search of 16,000 characters takes longer
UNITS = r"""
a A Aa é 橋 1 12 1. 1/ - _ a- a_ a. a.b A. * ** _a = # [ ![ ]( ](a ](< ](a( ](a(b) \ ` ( ) < > | – — : :: / // , ; & ' "
’ a' a& a’b 2024-05-03 20240503 2024/05/ @1x -100x100 T10 +01 00: © ©1 http://a.b/ a@b.c ab.cd aB abc1 ㅣ » • · １ ： 。
""".split()
UNITS += [
    " ",
    "\t",
    "\n",
    "a b ",
    "* ",
    "= ",
    '](a "',
    '](a "b"',
    " | ",
    " - ",
    ": ",
    ", ",
    "12:30 ",
    "aBc1 ",
    "\u00ad",
    "\u200b",
]
ENDS = ["", "\x00"]  # some patterns are led astray only by what does not fit at the end


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The compiled patterns in all modules of the package."""
    for info in pkgutil.walk_packages(newsparse.__path__, "newsparse."):
        if ".__main__" in info.name:
            continue
        try:
            module = importlib.import_module(info.name)
        except ModuleNotFoundError:  # what an extra needs that is not installed
            continue
        for name, value in vars(module).items():
            found = (
                value if isinstance(value, (list, tuple)) else value.values() if isinstance(value, dict) else [value]
            )
            yield from ((f"{info.name}.{name}", p) for p in found if isinstance(p, re.Pattern) and p.flags & re.UNICODE)


SOURCES = [path.read_text(encoding="utf-8") for path in Path(newsparse.__file__).parent.rglob("*.py")]
PATTERNS = {p.pattern: (name, p) for name, p in patterns()}


def uses(name: str) -> set[str]:
    """What the package does with the pattern of that name: those that only match are not tried at every character."""
    return {method for source in SOURCES for method in re.findall(rf"\b{name}\.(\w+)\(", source)}


def seconds(call: Callable[[str], object], text: str) -> float:
    best = 1e9
    for _ in range(3):
        start = process_time()
        call(text)
        best = min(best, process_time() - start)
        if best < SLOW:
            break
    return best


def grows(call: Callable[[str], object], unit: str, end: str) -> bool:
    """Whether a call takes far more time for a text than the text is longer."""
    large = seconds(call, unit * (SMALL * GROWTH // len(unit)) + end)
    if large < SLOW:
        return False
    return large > MOST * seconds(call, unit * (SMALL // len(unit)) + end)


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 30


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: PATTERNS[p][0])
def test_no_pattern_takes_more_than_its_share(pattern: str) -> None:
    compiled = PATTERNS[pattern][1]
    calls: list[Callable[[str], object]] = [compiled.match, compiled.fullmatch]
    if not uses(PATTERNS[pattern][0].rpartition(".")[2]) <= {"match", "fullmatch"}:
        calls.append(compiled.findall)
    slow = [(unit, end) for unit in UNITS for end in ENDS for call in calls if grows(call, unit, end)]
    assert slow == []


@pytest.mark.parametrize("code", sorted(lexicons.codes()))
def test_no_phrase_takes_more_than_its_share(code: str) -> None:
    lexicon = lexicons.load(code)
    found = index([lexicon])
    units = [p for topic in lexicon.topics.values() for p in (*topic.whole, *topic.start, *topic.end, *topic.within)]
    lines = [(unit * LONGEST)[:LONGEST] for unit in units]
    start = process_time()
    for line in lines:
        found.topics(line)
    per_line = (process_time() - start) / len(lines)
    assert per_line < 0.02  # a line that repeats a phrase throughout; ordinary ones take a hundredth of a millisecond
    assert found.topics("x" * (LONGEST + 1)) == frozenset()
