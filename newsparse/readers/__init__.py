"""Readers: the only place that knows lxml and BeautifulSoup. One for each form of input."""

from newsparse.readers._input import kind_of, read

__all__ = ["kind_of", "read"]
