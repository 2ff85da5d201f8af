"""Readers: the only place that knows lxml and BeautifulSoup. One for each form of input."""

from newsparse.readers._input import kind_of, read
from newsparse.readers._kinds import is_binary

__all__ = ["is_binary", "kind_of", "read"]
