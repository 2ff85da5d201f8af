"""``newsparse profile``: run the tests of site profiles, and make profiles of other people's site patterns."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

import newsparse
from newsparse.profiles import profile_of

OK: Final = 0
WRONG: Final = 1
"""Exit code where a test fails, or a profile cannot be read."""


FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("profile")
def profile_group() -> None:
    """Site profiles: one TOML file for what one site does differently."""


@profile_group.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=FOLDER)
def check_command(folder: Path | None) -> None:
    """Run the tests in the profiles of DIR, or of those that ship.

    Exit codes: 0 all tests hold, 1 one does not or a profile cannot be read, 2 wrong usage or no profile.
    """
    from newsparse import profile_check

    held = failed = missing = 0
    try:
        for outcome in profile_check.check(folder) if folder else profile_check.check_shipped():
            name = f"{outcome.profile} test {outcome.number}" if outcome.number else outcome.profile
            if outcome.missing:
                click.echo(f"{name}: not run: {outcome.missing}", err=True)
            for line in outcome.wrong:
                click.echo(f"{name}: {line}")
            missing += bool(outcome.missing)
            failed += bool(outcome.wrong)
            held += not (outcome.wrong or outcome.missing)
    except newsparse.ProfileError as error:
        click.echo(f"newsparse: {error}", err=True)
        sys.exit(WRONG)
    if folder and not (held or failed or missing):
        raise click.BadParameter(f"no profile lies in {folder}: files named <domain>.toml", param_hint="[DIR]")
    click.echo(f"{held} held, {failed} failed")
    sys.exit(WRONG if failed else OK)


@profile_group.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--domain", help="Domain of the site; default: by the name of FILE.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder to write DOMAIN.toml to.")
def import_command(file: Path, domain: str | None, out: Path | None) -> None:
    """Make a profile of FILE, a site pattern of Full-Text RSS, and say what could not be carried over.

    The profile goes to standard output, or to a new file in the folder of --out.
    """
    from newsparse.profiles.ftr import imported

    domain = domain or file.name.removesuffix(".txt").removeprefix("www.").strip(".")
    try:
        found = imported(file.read_text(encoding="utf-8", errors="replace"), domain)
        profile_of(found.toml, domain, str(file))
    except newsparse.ProfileError as error:
        raise click.ClickException(str(error)) from None
    for line in found.left:
        click.echo(f"not carried over: {line}", err=True)
    if out is None:
        click.echo(found.toml, nl=False)
        return
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{domain}.toml"
    try:
        with path.open("x", encoding="utf-8") as sink:
            sink.write(found.toml)
    except FileExistsError:
        raise click.ClickException(f"{path} is there already; nothing is overwritten") from None
    click.echo(str(path))
