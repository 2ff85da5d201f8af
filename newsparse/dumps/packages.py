"""Packages that only some dumps take."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class MissingPackage(ImportError):
    """A dump, or the form wanted of the output, takes a package that is not installed; the message names it."""


def package(module: str, purpose: str) -> Any:
    """Import and return a module of an optional package; *purpose* begins the message of MissingPackage."""
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise MissingPackage(f"{purpose} takes {name}: pip install 'newsparse[dumps]'") from error
