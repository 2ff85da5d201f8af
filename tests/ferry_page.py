"""The text of a page about a ferry, which several test modules fill with what they are about."""

from __future__ import annotations

from typing import Final

PROSE: Final = (
    "<p>The last ferry over the sound leaves on Friday at noon, the harbour office said on Monday in a statement.</p>"
    "<p>For ninety years the boats have carried farmers, school classes and their bicycles to the other side.</p>"
)
END: Final = (
    "<p>A bridge that opens next spring will take over, and the boats are to be sold to a museum in the north.</p>"
    "<p>The crew of eleven has been offered work on the island ferries, the office added, from the first of May.</p>"
)
