"""The door through which pytest comes in: every case of ``newsparse.fixtures`` is a test file, every field a test.

It stands outside of the package, and imports it only when a case is found. Otherwise each start of pytest would wait
for newsparse, whether there are cases or not, and what is imported before pytest-cov begins would not be measured.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from newsparse.fixtures import Case


class Hooks:
    """What a ``conftest.py`` may define."""

    @pytest.hookspec(firstresult=True)
    def pytest_newsparse_parse(self, case: Case) -> Any:
        """Return what a case is compared with: an article, or anything else that has fields.

        ``case.content`` is the page, ``case.arguments`` what is known of it. Return None to leave the case to the
        function named by ``newsparse_parse``, else to ``newsparse.parse``. A ``conftest.py`` in a folder of cases
        speaks for those below it.
        """


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the settings."""
    parser.addini("newsparse_fixtures", "folders with fixture pages, collected besides testpaths", "paths", [])
    parser.addini("newsparse_parse", "function that reads fixture pages, as package.module:function", "string", "")


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Add the hooks."""
    pluginmanager.add_hookspecs(Hooks)


def pytest_configure(config: pytest.Config) -> None:
    """Collect the configured folders where the command line names nothing to run."""
    config.addinivalue_line("markers", "newsparse_unreviewed: a fixture page that nobody has compared with its fields")
    folders = config.getini("newsparse_fixtures")
    if folders:
        _collect_also(config, folders)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a ``case.toml``."""
    if file_path.name != "case.toml":
        return None
    from newsparse.pytest_plugin import collected

    return collected(file_path, parent)


def _collect_also(config: pytest.Config, folders: list[Path]) -> None:
    for folder in folders:
        if not folder.is_dir():
            raise pytest.UsageError(f"newsparse_fixtures: there is no folder {folder}")
    here = config.invocation_params.dir
    if config.args_source is pytest.Config.ArgsSource.ARGS or here != config.rootpath:
        return
    named = [here / arg.partition("::")[0] for arg in config.args]
    config.args += [str(folder) for folder in folders if not any(folder.is_relative_to(path) for path in named)]
