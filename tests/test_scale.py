"""The examples of docs/scale.md: sessions are run, arithmetic included; what takes a cluster has to be sound Python."""

from __future__ import annotations

import ast
import doctest
import re
import shlex
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent / "docs" / "scale.md"
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_sessions_print_what_the_page_says():
    pytest.importorskip("pyarrow")
    found = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert (found.failed, found.attempted > 10) == (0, True)


@pytest.mark.parametrize("code", [code for language, code in BLOCKS if language == "python"])
def test_what_takes_a_cluster_is_python_that_names_what_there_is(code: str):
    tree = ast.parse(code)
    ours = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and (n.module or "").startswith("newsparse.")]
    for node in ours:
        source = Path(__file__).parent.parent.joinpath(*(node.module or "").split(".")).with_suffix(".py")
        assert all(re.search(rf"^(def|class) {name.name}\b", source.read_text(), re.MULTILINE) for name in node.names)
    assert ours


@pytest.mark.parametrize("code", [code for language, code in BLOCKS if language == "sh"])
def test_commands_can_be_read_by_a_shell(code: str):
    assert all(shlex.split(line, comments=True) for line in code.replace("\\\n", " ").splitlines())
