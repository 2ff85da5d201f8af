"""Readers: the only place that knows lxml and BeautifulSoup. One for each form of input."""

from newsparse.readers._input import is_binary, kind_of, read

__all__ = ["is_binary", "kind_of", "read"]
