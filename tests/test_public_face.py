"""What users see of the package."""

from __future__ import annotations

import ast
import inspect
import pickle
import subprocess
import sys
from itertools import pairwise
from types import ModuleType

import attrs
import pytest

import newsparse
from newsparse import _api, article

HEAVY = ("dateparser", "bs4", "click", "cattrs", "lxml", "newsparse.report")


def test_importing_loads_nothing_that_only_some_calls_need() -> None:
    code = f"import sys, newsparse; print([m for m in {HEAVY} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_names_are_sorted_and_there() -> None:
    assert newsparse.__all__ == sorted(newsparse.__all__)
    assert [name for name in newsparse.__all__ if not hasattr(newsparse, name)] == []


@pytest.mark.parametrize("name", newsparse.__all__)
def test_everything_has_a_docstring_of_its_own(name: str) -> None:
    assert inspect.cleandoc(getattr(newsparse, name).__doc__ or "")


def undocumented(module: ModuleType) -> list[str]:
    """The fields of public classes without a docstring below them."""
    found = []
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ClassDef):
            for field, below in pairwise([*node.body, ast.Pass()]):
                if isinstance(field, ast.AnnAssign) and not (
                    isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
                ):
                    found.append(f"{node.name}.{ast.unparse(field.target)}")
    return found


@pytest.mark.parametrize("module", [article, _api])
def test_every_field_says_what_it_means(module: ModuleType) -> None:
    assert undocumented(module) == []


def test_an_article_cannot_be_changed() -> None:
    found = newsparse.parse("<h1>Bridge closes</h1>")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.title = "Ferry closes"  # type: ignore[misc]  # that is the point


def test_an_article_survives_pickling() -> None:
    found = newsparse.parse("<html lang='en'><h1>Bridge closes</h1><p>By Ada Moor</p><p>The bridge is closed.</p>")
    assert pickle.loads(pickle.dumps(found)) == found


def test_equal_pages_give_equal_articles_that_hash_alike() -> None:
    one, two = newsparse.parse("<h1>Bridge closes</h1>"), newsparse.parse("<h1>Bridge closes</h1>")
    assert one == two
    assert hash(one) == hash(two)
