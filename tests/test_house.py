"""What the house asks of its code and no linter checks: ``CONTRIBUTING.md`` says why."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = sorted((ROOT / "newsparse").rglob("*.py"))
EVERYWHERE: Final = [
    *PACKAGE,
    *(path for top in ("tests", "benchmarks", "tools", "fuzz") for path in (ROOT / top).rglob("*.py")),
]
LONGEST_MODULE: Final = 400  # lines
LONGEST_FUNCTION: Final = 50
USUAL_FUNCTION: Final = 10
KEYS: Final = frozenset(("newsparse/findings.py: Fields",))
"""Classes whose attributes are names for the attributes of another class, which has the docstrings."""
INTERPRETED: Final = frozenset(("profile", "bounds", "site_kicker"))
"""Steps that only pages with a site profile reach."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the functions of a module with their numbers of lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            yield f"{name_of(path)}: {node.name}", node.end_lineno - node.lineno + 1


def bare_attributes(path: Path) -> Iterator[str]:
    """Yield the attributes of public classes that no docstring stands below."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_") or f"{name_of(path)}: {node.name}" in KEYS:
            continue
        for attribute, below in zip(node.body, [*node.body[1:], None], strict=True):
            told = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
            if isinstance(attribute, ast.AnnAssign) and isinstance(attribute.target, ast.Name) and not told:
                yield f"{name_of(path)}: {node.name}.{attribute.target.id}"


def test_no_module_is_longer_than_a_reader_wants_to_scroll() -> None:
    sizes = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in EVERYWHERE}
    assert {name: size for name, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_a_function_fits_on_a_screen_and_most_on_a_hand() -> None:
    sizes = dict(found for path in PACKAGE for found in functions(path))
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}
    assert median(sizes.values()) < USUAL_FUNCTION


def test_every_public_attribute_says_what_it_holds() -> None:
    assert [attribute for path in PACKAGE for attribute in bare_attributes(path)] == []


def test_every_step_is_compiled() -> None:
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    compiled = {Path(file) for file in built["targets"]["wheel"]["hooks"]["custom"]["modules"]}
    steps = {path.relative_to(ROOT) for path in (ROOT / "newsparse" / "extractors").glob("[!_]*.py")}
    assert {step.stem for step in steps - compiled} == INTERPRETED
