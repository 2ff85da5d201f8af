"""Tell whether an installed wheel is whole: ``check_wheel.py WHEEL COMMAND PAGE``; any failure ends in a traceback.

Every data file of the package has to be in WHEEL; COMMAND, the ``newsparse`` that was installed from it, has to
explain itself and to find the title of PAGE, which is told by the ``expected.json`` beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

DATA = {".toml", ".json", ".typed", ".html", ".css", ".js"}


def missing_data(wheel: Path, package: Path) -> list[str]:
    """Return the data files of *package* that are not in *wheel*, sorted."""
    wanted = {f.relative_to(package.parent).as_posix() for f in package.rglob("*") if f.suffix in DATA}
    if not wanted:
        raise LookupError(f"no data files in {package}")
    with ZipFile(wheel) as archive:
        return sorted(wanted.difference(archive.namelist()))


def output_of(*command: str | Path) -> str:
    """Return what *command* prints, run far from the checkout so that only what is installed can answer."""
    with tempfile.TemporaryDirectory() as elsewhere:
        done = subprocess.run(command, cwd=elsewhere, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return done.stdout


def main(wheel: Path, command: Path, page: Path) -> None:
    """Check all of it."""
    if missing := missing_data(wheel, Path("newsparse")):
        raise LookupError(f"not in {wheel.name}: {', '.join(missing)}")
    print(output_of(command, "--help"))
    expected = json.loads(page.with_name("expected.json").read_text(encoding="utf-8"))["title"]
    found = json.loads(output_of(command, "parse", page.absolute()))["title"]
    if not expected or found != expected:
        raise ValueError(f"title of {page}: {found!r}, not {expected!r}")
    print(f"{page}: {found}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
