"""The article in other forms: dict, JSON, Markdown, schema.org, ninjs, Zyte's item."""

from newsparse.export.markdown import to_markdown
from newsparse.export.ninjs import to_ninjs
from newsparse.export.plain import SCHEMA_VERSION, from_dict, from_json, json_schema, to_dict, to_json
from newsparse.export.schema_org import to_schema_org
from newsparse.export.zyte import to_zyte

__all__ = [
    "SCHEMA_VERSION",
    "from_dict",
    "from_json",
    "json_schema",
    "to_dict",
    "to_json",
    "to_markdown",
    "to_ninjs",
    "to_schema_org",
    "to_zyte",
]
