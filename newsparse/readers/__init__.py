"""Readers: the only place that knows lxml and BeautifulSoup. One for each form of input."""

from newsparse.readers._input import read

__all__ = ["read"]
