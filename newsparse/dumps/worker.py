"""What runs in a worker process: takes a batch, works on it item by item, sends back one answer."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, MutableSequence, Sequence
from contextlib import suppress
from multiprocessing import connection, parent_process
from typing import Any, Final

READY: Final = "ready"
"""What a worker sends once it has started."""

IDLE: Final = -1
"""The beat of a worker that has not begun its batch."""


def serve(link: connection.Connection[Any, Any], beat: MutableSequence[int], work: Any) -> None:
    """Answer batches from *link* until it is closed; ``beat[0]`` says which item of the batch is being worked on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work.prepare()
    with suppress(EOFError, ConnectionError):
        link.send(READY)
        while True:
            link.send(work(_beating(link.recv(), beat)))


def _beating(items: Sequence[Any], beat: MutableSequence[int]) -> Iterator[Any]:
    for number, item in enumerate(items):
        beat[0] = number
        yield item


def _end_with_parent() -> None:
    """End this process when its parent has died, whatever it is busy with: nobody would ask for the answer."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
