"""Times counted from now: "2 hours ago", "vor 3 Tagen". The one place that uses dateparser."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from newsparse.dates.stamp import Stamp
from newsparse.dates.style import Style
from newsparse.dates.tokens import Sort, tokens_of
from newsparse.letters import UNSPACED
from newsparse.lexicons import table

LONGEST: Final = 60  # characters; a longer text is no stamp
OTHER_CODES: Final = {"no": ("nb",), "sr": ("sr-Cyrl", "sr-Latn")}  # where dateparser calls a language otherwise


def read_relative(text: str, style: Style, now: datetime | None) -> Stamp | None:
    """Return the stamp that *text* counts back from *now*; None where it does not, or where *now* is unknown.

    The text must hold a number and one of the language's words for "ago", as dateparser takes much else for a date.
    """
    if now is None or len(text) > LONGEST or not counts_back(text, style):
        return None
    found = parse(rewritten(text, style), style, now)
    if found is None:
        return None
    clock = found.time() if found.time() != now.time() else None  # whole days back say nothing of the time
    return Stamp(found.year, found.month, found.day, clock, now.tzinfo, end=len(text))


def counts_back(text: str, style: Style) -> bool:
    """Whether a text holds a number and a word for "ago"."""
    tokens = tokens_of(text, style.index)
    if not any(token.sort == Sort.NUMBER for token in tokens):
        return False
    return any(token.sort == Sort.AGO or (token.sort == Sort.WORD and ends_so(token.value, style)) for token in tokens)


def ends_so(word: str, style: Style) -> bool:
    """Whether a word of a script without spaces ends in a word for "ago"."""
    if word[-1] < UNSPACED:
        return False
    entries = (entry for at in range(len(word)) for entry in style.index.get(word[at:], ()))
    return any(sort == Sort.AGO and not rest for rest, sort, _ in entries)


def rewritten(text: str, style: Style) -> str:
    """Return a text in the form that dateparser knows in the page's language."""
    forms = table("_dates")["rewritten"].get(style.languages[0], {}) if style.languages else {}
    old = next((form for form, known in forms.items() if form in text and known not in text), "")
    return text.replace(old, forms[old]) if old else text


def parse(text: str, style: Style, now: datetime) -> datetime | None:
    """Hand a text to dateparser, with language and base given: nothing is taken from the clock of the machine."""
    from dateparser.data.languages_info import language_order  # imported late: 200 ms
    from dateparser.date import DateDataParser

    codes = [other for code in style.languages for other in OTHER_CODES.get(code, (code,))]
    known = [code for code in codes if code in language_order]
    if not known:
        return None
    settings: dict[str, Any] = {"RELATIVE_BASE": now.replace(tzinfo=None), "PARSERS": ["relative-time"]}
    found = DateDataParser(languages=known, settings=settings).get_date_data(text).date_obj
    if not isinstance(found, datetime) or found.replace(tzinfo=None) > now.replace(tzinfo=None):
        return None
    return found.replace(tzinfo=now.tzinfo)
