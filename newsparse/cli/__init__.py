"""The command ``newsparse``: the group and its commands; each command's module is loaded when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

import newsparse

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "parse": ("newsparse.cli.pages", "parse_command"),
    "explain": ("newsparse.cli.explanations", "explain_command"),
    "convert": ("newsparse.cli.dumps", "convert_command"),
    "fixture": ("newsparse.cli.fixtures", "fixture"),
    "profile": ("newsparse.cli.profiles", "profile_group"),
    "stats": ("newsparse.cli.stats", "stats_command"),
}
"""Name of a command → module and object; what a command imports costs the other commands nothing."""


class Lazy(click.Group):
    """A group that knows the names of its commands and imports the one that is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return the command, None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        command.help = (command.help or "").replace("\\b\n", "\b\n")  # docstrings spell click's mark out
        return command


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(newsparse.__version__, prog_name="newsparse")
def main() -> None:
    """Turn the pages of news articles, as HTML or raw text, into typed articles.

    Exit codes: 0 all pages were read, 1 a page could not be read, 2 wrong usage.
    """
