"""Tell whether the newsparse that is imported here is compiled: ``check_compiled.py PYPROJECT``.

Every module that PYPROJECT lists for the compiler has to be an extension module; any failure ends in a traceback.
"""

from __future__ import annotations

import importlib
import sys
import tomllib
from pathlib import Path


def listed(pyproject: Path) -> list[str]:
    """Return the names of the modules that are to be compiled."""
    wheel = tomllib.loads(pyproject.read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    files: list[str] = wheel["hooks"]["custom"]["modules"]
    return [file.removesuffix(".py").replace("/", ".") for file in files]


def uncompiled(names: list[str]) -> list[str]:
    """Return those of the modules that Python reads from source."""
    found = {name: str(importlib.import_module(name).__file__) for name in names}
    return [name for name, file in found.items() if Path(file).suffix not in {".so", ".pyd"}]


names = listed(Path(sys.argv[1]))
if wrong := uncompiled(names):
    raise SystemExit(f"not compiled: {', '.join(wrong)}")
print(f"{len(names)} modules are compiled")
