"""JSON as pages write it: entities, comments, trailing commas, raw line breaks, missing brackets."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

LONGEST: Final = 2_000_000  # characters; longer JSON-LD is not news
DEEPEST: Final = 200  # nesting beyond which nothing of use lies
AHEAD: Final = 40  # characters looked at behind a quote to tell whether it ends its string
CLOSERS: Final = {"{": "}", "[": "]"}
REMARKS: Final = ("//", "/*")
FOLLOWS: Final = (*'"{[-0123456789}]', "true", "false", "null", *REMARKS)  # what may stand behind a comma


def loads(raw: str) -> Any:
    """Return what *raw* says, mended where it is broken; None where that fails too.

    Several values side by side come as a list.
    """
    if len(raw) > LONGEST:
        return None
    value, ok = _try(raw)
    if ok:
        return value
    found = [value for value, ok in map(_try, mend(raw)) if ok and value is not None]
    return found if len(found) > 1 else next(iter(found), None)


def _try(raw: str) -> tuple[Any, bool]:
    try:
        value = json.loads(raw, strict=False)
        return _without_halves(value) if "\\ud" in raw or "\\uD" in raw else value, True
    except (ValueError, RecursionError):
        return None, False


def _without_halves(value: Any) -> Any:
    """Return *value* with a question mark for each half of a character that lost its other half: no encoding has it."""
    whole = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    return json.loads(whole)


def mend(raw: str) -> list[str]:
    """Mend one text in a single pass: drop what surrounds the JSON, comments, dangling commas; close what is open.

    Returns the values that stand side by side, one text each.
    """
    if '"' not in raw:
        raw = unescape(raw)  # escaped as a whole, marks included
    raw = raw.replace("<![CDATA[", "").replace("]]>", "")  # marks of XHTML; their brackets are none of the JSON
    start = min((at for at in (raw.find("{"), raw.find("[")) if at >= 0), default=0)
    found: list[str] = []
    out: list[str] = []
    open_: list[str] = []
    for token in _tokens(raw, start):
        if token in CLOSERS:
            open_.append(token)
            if len(open_) > DEEPEST:
                return found
        if open_:
            _put(token, out, open_)
        if out and not open_:
            found.append("".join(out))
            out.clear()
    if out:
        _drop_comma(out)
        out.extend(CLOSERS[bracket] for bracket in reversed(open_))
        found.append("".join(out))
    return found or [raw]


def _put(token: str, out: list[str], open_: list[str]) -> None:
    """Write one token; a closing one closes what was forgotten inside, too."""
    if token not in ("}", "]"):
        out.append(token)
        return
    _drop_comma(out)
    while open_ and CLOSERS[open_[-1]] != token:
        out.append(CLOSERS[open_.pop()])
    if open_:
        open_.pop()
        out.append(token)


def _drop_comma(out: list[str]) -> None:
    while out and (out[-1] == "," or out[-1].isspace()):
        out.pop()


def _tokens(raw: str, at: int) -> Iterator[str]:
    """Cut *raw* into strings, marks and what is between them, without comments."""
    size = len(raw)
    while at < size:
        char = raw[at]
        if char == '"':
            end = _string_end(raw, at + 1)
            body = raw[at + 1 : end]
            yield f'"{_escape(body)}"'
            at = end + 1
        elif char == "/" and raw[at + 1 : at + 2] in ("*", "/"):
            at = _comment_end(raw, at)
        else:
            yield " " if char.isspace() else char  # of white space, JSON knows the plain kinds only
            at += 1


def _string_end(raw: str, at: int) -> int:
    """Return where the string that began before *at* ends: at a quote that a mark of JSON follows."""
    size = len(raw)
    while at < size:
        char = raw[at]
        if char == "\\":
            at += 2
            continue
        if char == '"' and _closes(raw, at + 1):
            return at
        at += 1
    return size


def _closes(raw: str, at: int) -> bool:
    rest = raw[at : at + AHEAD].lstrip()
    if rest.startswith(","):
        behind = rest[1:].lstrip()
        return not behind or behind.startswith(FOLLOWS)
    return not rest or rest[0] in ":}]" or rest.startswith(REMARKS)


def _escape(body: str) -> str:
    """Escape the quotes that stand bare inside a string, and backslashes that escape nothing."""
    out: list[str] = []
    skip = False
    for i, char in enumerate(body):
        if skip:
            skip = False
            out.append(char)
        elif char == "\\":
            follows = body[i + 1 : i + 2]
            skip = follows in tuple('"\\/bfnrtu')
            out.append(char if skip else "\\\\")
        else:
            out.append('\\"' if char == '"' else char)
    return "".join(out)


def _comment_end(raw: str, at: int) -> int:
    mark = "*/" if raw[at + 1] == "*" else "\n"
    end = raw.find(mark, at)
    return len(raw) if end < 0 else end + len(mark)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of one JSON-LD script: lists and ``@graph`` are flattened, everything else stays whole."""
    pending = deque([value])
    while pending:
        thing = pending.popleft()
        if isinstance(thing, list):
            pending.extendleft(reversed(thing))
        elif isinstance(thing, dict):
            graph = thing.get("@graph")
            if isinstance(graph, list | dict):
                pending.appendleft(graph)
            if "@type" in thing:
                yield thing
