"""Compiles the modules that pages wait for when a wheel is built where there is a C compiler (docs/architecture.md).

``NEWSPARSE_COMPILE`` is "auto" (the default: compile where it works, else go on without), "always" (fail where it
does not) or "never". An editable installation and the sdist are Python alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SWITCH: Final = "NEWSPARSE_COMPILE"
SETUP: Final = """\
from setuptools import setup
from mypyc.build import mypycify

setup(
    name="newsparse",
    packages=[],
    ext_modules=mypycify({words!r}, opt_level={level!r}, debug_level="0", multi_file=True),
)
"""


class CompileHook(BuildHookInterface[BuilderConfig]):
    """Adds extension modules to a wheel; the code they are made of stays beside them, for tracebacks."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what compiling takes: nothing where nothing will be compiled."""
        return [*self.config["compiler"], *self.metadata.core.dependencies] if self.is_wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the files made; *version* is "standard" or "editable"."""
        if version == "editable" or not self.is_wanted():
            return
        self.folder = TemporaryDirectory()  # until the wheel is written
        if made := self.compiled(Path(self.folder.name)):
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            build_data["force_include"].update(made)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made; the wheel holds it."""
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def is_wanted(self) -> bool:
        """Whether to compile: as the switch says, else where a compiler and Python's headers are found."""
        switch = os.environ.get(SWITCH, "auto")
        return self.target_name == "wheel" and (switch == "always" or (switch == "auto" and can_compile()))

    def compiled(self, folder: Path) -> dict[str, str]:
        """Compile a copy of the package; return the files made and where they belong, none where it failed."""
        shutil.copytree(Path(self.root, "newsparse"), folder / "newsparse")
        words = [*self.config["mypy-args"], *self.config["modules"]]
        (folder / "setup.py").write_text(SETUP.format(words=words, level=self.config["opt-level"]), encoding="utf-8")
        built = folder / "built"
        command = [sys.executable, "setup.py", "build_ext", "--build-lib", str(built)]
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)  # noqa: S603  our own
        if done.returncode:
            self.give_up(done.stdout + done.stderr)
            return {}
        return {str(path): path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}

    def give_up(self, reason: str) -> None:
        """Fail where compiling was asked for; else say that newsparse will be Python alone."""
        self.folder.cleanup()
        if os.environ.get(SWITCH) == "always":
            raise RuntimeError(f"newsparse could not be compiled:\n{reason}")
        self.app.display_warning(f"newsparse could not be compiled and is built as Python alone:\n{reason[-2000:]}")


def can_compile() -> bool:
    """Whether this is a CPython with its headers and a C compiler beside it; no on Windows, where nothing tells."""
    if sys.implementation.name != "cpython" or not Path(sysconfig.get_path("include"), "Python.h").exists():
        return False
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC")
    return bool(compiler) and shutil.which(compiler.split()[0]) is not None
