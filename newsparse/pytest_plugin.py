"""Fixture pages as pytest sees them: a case is a file, a field is a test. ``pytest_newsparse`` leads here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsparse.fixtures import (
    Case,
    FixtureError,
    MalformedCase,
    Outcome,
    differences,
    fields_of,
    is_case,
    outcome,
    parser,
    plain_fields,
    printed,
    read_case,
)


class FieldDiffers(AssertionError):
    """A field did not come out as expected."""

    def __init__(self, found: Outcome) -> None:
        super().__init__(f"{found.name} is not as expected")
        self.outcome = found


class CaseFile(pytest.File):
    """One case."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test for each field of which something is expected."""
        try:
            self.case = read_case(self.path.parent)
        except MalformedCase as error:
            raise self.CollectError(str(error)) from error
        for name in self.case.expected:
            yield FieldTest.from_parent(self, name=name, case=self.case)

    def fields(self) -> dict[str, Any]:
        """Return what comes out of the page; it is read once for all fields."""
        if not hasattr(self, "_fields"):
            self._fields = self._read()
        return self._fields

    def _read(self) -> dict[str, Any]:
        result = self.ihook.pytest_newsparse_parse(case=self.case)
        if result is not None:
            return plain_fields(result)
        return fields_of(self.case, parser(self.config.getini("newsparse_parse")))


class FieldTest(pytest.Item):
    """One field of one case."""

    parent: CaseFile
    """The case, with what comes out of its page."""

    def __init__(self, *, case: Case, **rest: Any) -> None:
        super().__init__(**rest)
        self.case = case
        if self.name in case.known_failures:
            # Only a wrong value is known: a crash is news.
            self.add_marker(pytest.mark.xfail(strict=True, raises=FieldDiffers, reason="a known failure"))
        if not case.reviewed:
            self.add_marker(pytest.mark.newsparse_unreviewed)

    def runtest(self) -> None:
        """Compare the field."""
        found = outcome(self.case, self.name, self.parent.fields())
        if not found.holds:
            raise FieldDiffers(found)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return the difference, for an error in the case its message, for one in the parser its traceback."""
        error = excinfo.value
        if isinstance(error, FieldDiffers):
            colour = self.config.get_terminal_writer().hasmarkup
            lines = printed(differences(error.outcome.want, error.outcome.got), colour=colour)
            return "\n".join((f"{self.case.slug}: {error}", *lines))
        if isinstance(error, FixtureError):
            return str(error)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return where the test stands, and its heading."""
        return self.path, None, f"{self.case.slug}: {self.name}"


def collected(path: Path, parent: pytest.Collector) -> CaseFile | None:
    """Return the collector of a ``case.toml``; None for one that is something else's and in no configured folder."""
    configured: list[Path] = parent.config.getini("newsparse_fixtures")
    if is_case(path.parent) or any(path.is_relative_to(folder) for folder in configured):
        return CaseFile.from_parent(parent, path=path)
    return None
