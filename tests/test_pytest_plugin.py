"""Fixture pages in a user's test suite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

# An inner run forgets what it imported; what is here already it need not import again.
from newsparse import export, pipeline, pytest_plugin, resolve  # noqa: F401

pytest_plugins = ["pytester"]

PAGE = """<html lang="en"><body><article><h1>Ferry line closes</h1>
<p>The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday in a statement.</p>
</article></body></html>"""
RIGHT = {"title": "Ferry line closes", "language": "en"}
WRONG = {"title": "Ferry route closes", "language": "en"}


def write(folder: Path, expected: Any = RIGHT, case: str = "reviewed = true") -> None:
    """Write a case."""
    folder.mkdir(parents=True)
    (folder / "source.html").write_text(PAGE, encoding="utf-8")
    (folder / "case.toml").write_text(case, encoding="utf-8")
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the plugins that happen to be installed out of the inner runs."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    """Run pytest with the plugin, which may be installed as well or not."""
    return pytester.runpytest_inprocess("-p", "pytest_newsparse", *args)


class TestCollection:
    def test_makes_a_test_of_every_field(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "pages/ferry")
        result = run(pytester, "-v")
        result.assert_outcomes(passed=2)
        result.stdout.fnmatch_lines(["pages/ferry/case.toml::title PASSED*", "pages/ferry/case.toml::language PASSED*"])

    def test_lets_one_field_be_run(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "pages/ferry")
        run(pytester, "pages/ferry/case.toml::title").assert_outcomes(passed=1)

    def test_leaves_a_case_toml_of_something_else_alone(self, pytester: pytest.Pytester) -> None:
        (pytester.path / "case.toml").write_text("[a]")
        assert run(pytester).ret == pytest.ExitCode.NO_TESTS_COLLECTED

    def test_stops_at_a_case_that_is_malformed(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "ferry", case="reveiwed = true")
        result = run(pytester)
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(["*case.toml: unknown key 'reveiwed'; did you mean 'reviewed'?"])

    def test_is_off_where_it_is_blocked(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "ferry")
        result = pytester.runpytest_inprocess("-p", "no:pytest_newsparse")
        assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED


class TestConfiguredFolders:
    @pytest.fixture
    def project(self, pytester: pytest.Pytester) -> pytest.Pytester:
        pytester.makeini("[pytest]\ntestpaths = tests\nnewsparse_fixtures = pages\n")
        pytester.mkdir("tests").joinpath("test_a.py").write_text("def test_a(): pass")
        write(pytester.path / "pages/ferry")
        return pytester

    def test_are_collected_beside_testpaths(self, project: pytest.Pytester) -> None:
        run(project).assert_outcomes(passed=3)

    def test_are_left_out_where_the_command_line_names_something(self, project: pytest.Pytester) -> None:
        run(project, "tests").assert_outcomes(passed=1)

    def test_are_collected_once(self, project: pytest.Pytester) -> None:
        project.makeini("[pytest]\ntestpaths = tests pages\nnewsparse_fixtures = pages\n")
        run(project).assert_outcomes(passed=3)

    def test_have_to_be_there(self, project: pytest.Pytester) -> None:
        project.makeini("[pytest]\nnewsparse_fixtures = nowhere\n")
        result = run(project)
        assert result.ret == pytest.ExitCode.USAGE_ERROR
        result.stderr.fnmatch_lines(["*newsparse_fixtures: there is no folder *nowhere"])

    def test_hold_only_cases_that_are_whole(self, project: pytest.Pytester) -> None:
        for name in ("source.html", "expected.json"):
            (project.path / "pages/ferry" / name).unlink()
        run(project).assert_outcomes(errors=1)


class TestOutcome:
    def test_of_a_field_that_differs_shows_the_difference(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "ferry", WRONG)
        result = run(pytester)
        result.assert_outcomes(passed=1, failed=1)
        result.stdout.fnmatch_lines(["ferry: title is not as expected", "  ~ Ferry [[]-route-]{+line+} closes"])
        result.stdout.no_fnmatch_line("*Traceback*")

    def test_of_a_known_failure_is_expected(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "ferry", WRONG, 'known_failures = ["title"]')
        run(pytester).assert_outcomes(passed=1, xfailed=1)

    def test_of_a_known_failure_that_passes_is_a_failure(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "ferry", RIGHT, 'known_failures = ["title"]')
        run(pytester).assert_outcomes(passed=1, failed=1)

    def test_of_a_known_failure_that_crashes_is_a_failure(self, pytester: pytest.Pytester) -> None:
        pytester.makeconftest("def pytest_newsparse_parse(case): raise RuntimeError('out of paper')")
        write(pytester.path / "ferry", WRONG, 'known_failures = ["title"]')
        result = run(pytester)
        result.assert_outcomes(failed=2)
        result.stdout.fnmatch_lines(["*RuntimeError: out of paper"])

    def test_of_a_field_that_articles_do_not_have_is_a_failure_with_a_hint(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "ferry", {"titel": "Ferry line closes"})
        result = run(pytester)
        result.assert_outcomes(failed=1)
        result.stdout.fnmatch_lines(["*articles have no field 'titel'; did you mean 'title'?"])

    def test_of_cases_that_nobody_reviewed_can_be_left_out(self, pytester: pytest.Pytester) -> None:
        write(pytester.path / "ferry", case="reviewed = false")
        run(pytester, "--strict-markers", "-m", "not newsparse_unreviewed").assert_outcomes(deselected=2)

    def test_of_a_warning_is_that_of_any_test(self, pytester: pytest.Pytester) -> None:
        pytester.makeconftest(
            "import warnings\ndef pytest_newsparse_parse(case):\n    warnings.warn('old')\n    return case.expected"
        )
        write(pytester.path / "ferry")
        run(pytester, "-W", "error").assert_outcomes(failed=2)


class TestParser:
    STEPS = "def parse(content, **how):\n    return {'title': 'From own steps', 'url': how['url']}\n"

    def test_may_be_named_in_the_settings(self, pytester: pytest.Pytester) -> None:
        pytester.syspathinsert()
        pytester.makepyfile(own_steps_of_a_user=self.STEPS)
        pytester.makeini("[pytest]\nnewsparse_parse = own_steps_of_a_user:parse")
        write(
            pytester.path / "ferry",
            {"title": "From own steps", "url": "https://x.example"},
            'url = "https://x.example"',
        )
        run(pytester).assert_outcomes(passed=2)

    def test_that_is_not_there_is_told(self, pytester: pytest.Pytester) -> None:
        pytester.makeini("[pytest]\nnewsparse_parse = nowhere_at_all:parse")
        write(pytester.path / "ferry")
        result = run(pytester)
        result.assert_outcomes(failed=2)
        result.stdout.fnmatch_lines(["*'nowhere_at_all:parse': there is no module 'nowhere_at_all' on the path"])

    def test_may_be_that_of_a_conftest_for_the_folders_below_it(self, pytester: pytest.Pytester) -> None:
        for name, title in (("a", "Ferry line closes"), ("b", "By a profile")):
            write(pytester.path / name / "ferry", {"title": title})
        (pytester.path / "b/conftest.py").write_text(
            "def pytest_newsparse_parse(case):\n    return {'title': 'By a profile'}"
        )
        run(pytester).assert_outcomes(passed=2)

    def test_leaves_a_case_to_the_library_by_returning_none(self, pytester: pytest.Pytester) -> None:
        pytester.makeconftest("def pytest_newsparse_parse(case): return None")
        write(pytester.path / "ferry")
        run(pytester).assert_outcomes(passed=2)

    def test_is_called_once_for_all_fields_of_a_case(self, pytester: pytest.Pytester) -> None:
        pytester.makeconftest(
            "calls = []\n"
            "def pytest_newsparse_parse(case):\n"
            "    calls.append(case)\n"
            "    return {'title': len(calls), 'language': len(calls)}"
        )
        write(pytester.path / "ferry", {"title": 1, "language": 1})
        run(pytester).assert_outcomes(passed=2)


class TestProcesses:
    @pytest.fixture(autouse=True)
    def _of_this_checkout(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))

    def test_several_share_the_work(self, pytester: pytest.Pytester) -> None:
        pytest.importorskip("xdist")
        pytester.makeini("[pytest]\ntestpaths = tests\nnewsparse_fixtures = pages\n")
        pytester.mkdir("tests").joinpath("test_a.py").write_text("def test_a(): pass")
        write(pytester.path / "pages/ferry")
        write(pytester.path / "pages/bridge", WRONG, 'known_failures = ["title"]')
        result = pytester.runpytest_subprocess("-p", "pytest_newsparse", "-p", "xdist", "-n", "2")
        result.assert_outcomes(passed=4, xfailed=1)

    def test_that_collect_no_case_import_nothing_of_the_library(self, pytester: pytest.Pytester) -> None:
        pytester.makepyfile("import sys\ndef test_a(): assert 'newsparse' not in sys.modules")
        pytester.runpytest_subprocess("-p", "pytest_newsparse").assert_outcomes(passed=1)
