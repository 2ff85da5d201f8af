"""newsparse: the page of one news article, as HTML or raw text, to a typed ``Article``."""

from newsparse._api import explain, parse
from newsparse.article import (
    Access,
    AccessStatus,
    AgencyCredit,
    Article,
    Author,
    AuthorKind,
    BodyBlock,
    BodyKind,
    Correction,
    Evidence,
    Image,
    LiveUpdate,
    RelatedBlock,
    Teaser,
)
from newsparse.budget import Budget
from newsparse.errors import BinaryPage, EmptyPage, ParseError, ProfileError, SchemaError, UnsupportedInput
from newsparse.explanation import ExplainedBlock, Explanation, LostLabel

__all__ = [
    "Access",
    "AccessStatus",
    "AgencyCredit",
    "Article",
    "Author",
    "AuthorKind",
    "BinaryPage",
    "BodyBlock",
    "BodyKind",
    "Budget",
    "Correction",
    "EmptyPage",
    "Evidence",
    "ExplainedBlock",
    "Explanation",
    "Image",
    "LiveUpdate",
    "LostLabel",
    "ParseError",
    "ProfileError",
    "RelatedBlock",
    "SchemaError",
    "Teaser",
    "UnsupportedInput",
    "explain",
    "parse",
]
__version__ = "0.1.0"
