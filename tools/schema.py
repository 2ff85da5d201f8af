"""Write newsparse/export/schema.json from the attrs classes of newsparse/article.py and their docstrings.

Run as ``python tools/schema.py`` after a change to the article; a test fails while the file is out of date.
"""

from __future__ import annotations

import ast
import inspect
import json
import types
import typing
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs

import newsparse.article
from newsparse.article import Article
from newsparse.export import SCHEMA_VERSION

TARGET = Path(__file__).parent.parent / "newsparse" / "export" / "schema.json"
PLAIN = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "description": "ISO 8601; without an offset where no zone is known"},
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema of ``Article.to_dict``."""
    parts: dict[str, Any] = {}
    body = describe(Article, parts)
    body["properties"] = {"schema_version": {"const": SCHEMA_VERSION}, **body["properties"]}
    body["required"] = list(body["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Article", **body, "$defs": parts}


def describe(kind: type, parts: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one attrs class; classes it uses are added to *parts*."""
    attrs.resolve_types(kind)
    docs = docstrings(kind)
    fields = attrs.fields(kind)
    properties = {f.name: {"description": docs[f.name], **of_type(f.type, parts)} for f in fields}
    required = [f.name for f in fields if f.default is attrs.NOTHING]
    found: dict[str, Any] = {"type": "object", "description": inspect.getdoc(kind), "properties": properties}
    return found | {"additionalProperties": False} | ({"required": required} if required else {})


def of_type(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an annotation."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [of_type(a, parts) if a is not types.NoneType else {"type": "null"} for a in arguments]}
    if origin is tuple:
        return {"type": "array", "items": of_type(arguments[0], parts)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": of_type(arguments[1], parts)}
    if kind in PLAIN:
        return dict(PLAIN[kind])
    if issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if kind.__name__ not in parts:
        parts[kind.__name__] = {}
        parts[kind.__name__] = describe(kind, parts)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def docstrings(kind: type) -> dict[str, str]:
    """Return the docstrings below the fields of a class, by field."""
    tree = ast.parse(inspect.getsource(newsparse.article))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == kind.__name__).body
    found = {}
    for field, doc in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(doc, ast.Expr):
            found[field.target.id] = " ".join(ast.literal_eval(doc.value).split())
    return found


def written() -> str:
    """Return the text of the schema file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
