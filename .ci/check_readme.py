"""Tell whether a README gives a command as it stands: ``check_readme.py README COMMAND``; exits with 1 if not."""

from __future__ import annotations

import sys
from pathlib import Path


def code_lines(markdown: str) -> set[str]:
    """Return the lines inside the fences of *markdown*, without indentation and prompts."""
    found, fenced = set(), False
    for line in map(str.strip, markdown.splitlines()):
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            found.add(line.removeprefix("$ "))
    return found


def main(readme: str, command: str) -> int:
    """Return the exit status."""
    if command in code_lines(Path(readme).read_text(encoding="utf-8")):
        return 0
    print(f"{readme} does not give the command that is run here:\n  {command}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
