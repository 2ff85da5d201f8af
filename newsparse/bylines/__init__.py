"""Bylines: from "By Ada Lovelace in London, Science Editor" to names, roles and kinds."""

from newsparse.bylines.grammar import Grammar, grammar_of
from newsparse.bylines.names import folded, same
from newsparse.bylines.reading import Reading, read_byline
from newsparse.bylines.slots import named

__all__ = ["Grammar", "Reading", "folded", "grammar_of", "named", "read_byline", "same"]
