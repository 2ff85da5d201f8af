"""Where newsparse is built without a compiler that works, it is Python alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = {"compiler": ["a-compiler"], "opt-level": "0", "mypy-args": [], "modules": ["newsparse/module.py"]}


@pytest.fixture(name="building")
def _building() -> ModuleType:
    pytest.importorskip("hatchling")
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="hook")
def _hook(building: ModuleType, tmp_path: Path) -> Callable[..., Any]:
    from hatchling.bridge.app import Application
    from hatchling.metadata.core import ProjectMetadata

    (tmp_path / "newsparse").mkdir()
    (tmp_path / "newsparse" / "module.py").write_text("this is no Python", encoding="utf-8")
    metadata: Any = ProjectMetadata(
        str(tmp_path), None, {"project": {"name": "x", "version": "1", "dependencies": ["needed"]}}
    )

    def make(target: str = "wheel") -> Any:
        return building.CompileHook(str(tmp_path), SETTINGS, None, metadata, str(tmp_path), target, Application())

    return make


def build_data() -> dict[str, Any]:
    return {"pure_python": True, "force_include": {}}


def test_code_that_cannot_be_compiled_leaves_a_wheel_of_python_alone(
    building: ModuleType, hook: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NEWSPARSE_COMPILE", raising=False)
    monkeypatch.setattr(building, "can_compile", lambda: True)
    data = build_data()
    made = hook()
    made.initialize("standard", data)
    made.finalize("standard", data, "")
    assert data == build_data()
    assert "could not be compiled" in "".join(capsys.readouterr())


def test_compiling_that_was_asked_for_and_fails_is_an_error(
    hook: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSPARSE_COMPILE", "always")
    with pytest.raises(RuntimeError, match="could not be compiled"):
        hook().initialize("standard", build_data())


@pytest.mark.parametrize(("switch", "target"), [("never", "wheel"), ("always", "sdist")])
def test_nothing_is_asked_for_where_nothing_is_compiled(
    hook: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, switch: str, target: str
) -> None:
    monkeypatch.setenv("NEWSPARSE_COMPILE", switch)
    assert hook(target).dependencies() == []


def test_the_compiler_needs_what_newsparse_needs(hook: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSPARSE_COMPILE", "always")
    assert hook().dependencies() == ["a-compiler", "needed"]


def test_editable_installations_are_never_compiled(hook: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSPARSE_COMPILE", "always")
    data = build_data()
    hook().initialize("editable", data)
    assert data == build_data()


def test_without_a_c_compiler_nothing_is_tried(building: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    assert not building.can_compile()


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="about CPython")
def test_another_python_is_never_compiled_for(building: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "name", "pypy")
    assert not building.can_compile()
