"""Fuzz ``newsparse.parse`` with atheris, guided by coverage.

    python fuzz/fuzz_parse.py NEW SEEDS … -max_total_time=60

NEW is a folder for what reaches new code, SEEDS are folders of pages to begin with (``tests/fixtures``). Everything
else is for libFuzzer. Ends with a trace, and the input in a file, where a promise of ``promises.py`` is broken.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
with atheris.instrument_imports(include=["newsparse"]):
    from promises import keep

    import newsparse.export
    import newsparse.pipeline
    import newsparse.readers.html
    import newsparse.readers.text
    import newsparse.resolve  # noqa: F401

FORMS = ("html", "text", "auto")


def one(raw: bytes) -> None:
    """Check the promises on one input; its last byte chooses the form and whether it comes as text."""
    choice = raw[-1] if raw else 0
    content = raw[:-1].decode("utf-8", "surrogatepass" if choice & 8 else "replace") if choice & 4 and ok(raw) else raw
    keep(content, FORMS[choice % 3])


def ok(raw: bytes) -> bool:
    """Whether bytes can be decoded with halves of characters in them."""
    try:
        raw[:-1].decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
