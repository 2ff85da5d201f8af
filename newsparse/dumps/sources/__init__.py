"""Dumps to pages, one module for each kind of dump."""

from newsparse.dumps.sources.jsonl import Line
from newsparse.dumps.sources.reading import Item, Meter, Place, files, items

__all__ = ["Item", "Line", "Meter", "Place", "files", "items"]
