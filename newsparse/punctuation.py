"""Punctuation that tells something of a line, in all scripts."""

from __future__ import annotations

from typing import Final

ENDS: Final = ".!?…。！？؟।۔։"
"""Characters that end a sentence."""

STOPS: Final = ".!?…。！？”»\"'“’)】」』:;؟۔।："
"""Characters that end a sentence or close one; a headline or menu entry seldom ends in one."""
