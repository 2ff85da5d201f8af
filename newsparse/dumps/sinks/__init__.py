"""Records to files, one module for each form."""

from newsparse.dumps.sinks.base import Sink, State, Unwritable

__all__ = ["Sink", "State", "Unwritable"]
