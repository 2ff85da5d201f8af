"""What the compiler of the released wheels is told of a class; without it, and where it is Python alone, nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["mypyc_attr"]

T = TypeVar("T")

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr
else:

    def mypyc_attr(**_said: Any) -> Callable[[T], T]:
        """Leave a class as it is: the compiler reads the decorator, and nothing else needs to."""
        return lambda decorated: decorated
