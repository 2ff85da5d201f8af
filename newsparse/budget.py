"""How much of a page is read: limits for pages that are made to hurt, or that are no article at all."""

from __future__ import annotations

from time import monotonic
from typing import Final

from attrs import Factory, field, frozen
from attrs.validators import ge


@frozen
class Budget:
    """Limits of one call. Where one is reached, what was found so far comes back, and a warning that says so.

    No article comes near the defaults; they keep a page of any size and make within a second or two.
    """

    bytes: int = field(default=10_000_000, validator=ge(1))
    """Bytes of the content that are read; of a ``str`` characters."""

    blocks: int = field(default=10_000, validator=ge(1))
    """Blocks of text that are read (a paragraph, an item, a cell); of raw text lines. The largest of some thousand
    news pages had 2600. Pictures, containers and elements are limited to multiples of it."""

    nesting: int = field(default=200, validator=ge(1))
    """Containers in each other that are told apart; the text of deeper ones is read as that of the last."""

    seconds: float = 10.0
    """Time after which no further part of the work begins. Looked at between stretches of work, never by signals: a
    call may take a little longer. The only limit that makes results depend on the machine."""


@frozen(eq=False)
class Meter:
    """A budget that is being spent."""

    budget: Budget = Budget()
    """The limits."""

    start: float = Factory(monotonic)
    """When the work began, on the monotonic clock."""

    def is_late(self) -> bool:
        """Whether the time is up."""
        return monotonic() - self.start > self.budget.seconds


LATE: Final = "out of time: the rest of the page was not read"
"""Warning of a reader that had to stop."""
