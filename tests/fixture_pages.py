"""The fixture pages of this repository, for tests of what holds for all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import newsparse
from newsparse.fixtures import Case, find_cases, read_case

FOLDER: Final = Path(__file__).parent / "fixtures"


def pages() -> list[Case]:
    """Return all of them, in the order of their names."""
    return [read_case(folder) for folder in find_cases(FOLDER)]


def parse(page: Case) -> newsparse.Article:
    """Return the article that the library makes of one."""
    return newsparse.parse(page.content, **page.arguments)


def explain(page: Case) -> newsparse.Explanation:
    """Return the account that the library gives of one."""
    return newsparse.explain(page.content, **page.arguments)
