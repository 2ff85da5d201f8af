"""What can go wrong before there is anything to extract from."""

from __future__ import annotations


class ParseError(ValueError):
    """Base of all errors that ``newsparse`` raises about a page."""


class EmptyPage(ParseError):
    """The page holds nothing but white space."""


class BinaryPage(ParseError):
    """The content is not text in any encoding: an image, a PDF, an archive."""


class UnsupportedInput(ParseError, TypeError):
    """The content is of a type that no reader knows."""


class SchemaError(ValueError):
    """What was to be read back is no article of this version of the schema."""


class ProfileError(ValueError):
    """A site profile cannot be read: an unknown key, a malformed selector. The message says where, and what to do."""
