"""Dict and JSON: lossless, in the form that ``schema.json`` describes."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

import attrs
from cattrs import BaseValidationError, Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from newsparse.article import (
    Access,
    AgencyCredit,
    Article,
    Author,
    BodyBlock,
    Correction,
    Evidence,
    Image,
    LiveUpdate,
    RelatedBlock,
    Teaser,
)
from newsparse.errors import SchemaError

SCHEMA_VERSION: Final = "1"
"""Raised when a field is taken away or changes its meaning; new fields leave it as it is."""

PARTS: Final = (Access, AgencyCredit, Author, BodyBlock, Correction, Evidence, Image, LiveUpdate, Teaser, RelatedBlock)
"""What an article is made of; a part comes before those that hold it."""


def to_dict(article: Article) -> dict[str, Any]:
    """Return the article as plain dicts, lists and strings."""
    raw: dict[str, Any] = converter().unstructure(article)
    return {"schema_version": SCHEMA_VERSION, **raw}


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Return the article as JSON text. Lone surrogates, which no file can hold, become U+FFFD."""
    text = json.dumps(to_dict(article), ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "replace").decode("utf-8")


def from_dict(raw: Any) -> Article:
    """Return the article that ``to_dict`` made *raw* of; raises SchemaError for anything else."""
    version = raw.get("schema_version") if isinstance(raw, dict) else None
    if version != SCHEMA_VERSION:
        raise SchemaError(f"schema_version is {version!r}, this newsparse reads {SCHEMA_VERSION!r}")
    fields = {key: value for key, value in raw.items() if key != "schema_version"}
    try:
        return converter().structure(fields, Article)
    except BaseValidationError as error:
        raise SchemaError("; ".join(map(str, error.exceptions))) from error


def from_json(raw: str | bytes) -> Article:
    """Return the article that ``to_json`` wrote; raises SchemaError for anything else."""
    try:
        value = json.loads(raw)
    except ValueError as error:
        raise SchemaError(f"not JSON: {error}") from error
    return from_dict(value)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of ``to_dict``."""
    schema: dict[str, Any] = json.loads(files("newsparse.export").joinpath("schema.json").read_text(encoding="utf-8"))
    return schema


@cache  # no page data: one converter for the process
def converter() -> Converter:
    """Return the converter between articles and plain data."""
    made = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    made.register_unstructure_hook(StrEnum, lambda member: member.value)
    made.register_unstructure_hook(datetime, lambda moment: moment.isoformat())
    made.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    for kind in (*PARTS, Article):
        attrs.resolve_types(kind)
        omit = kind is not Article
        made.register_unstructure_hook(kind, make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=omit))
        made.register_structure_hook(kind, make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True))
    return made
