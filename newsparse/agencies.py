"""News agencies in credits: names, groups such as "sid/dpa" or "FR mit AFP", numbers of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from attrs import frozen

from newsparse.letters import UNSPACED, runs
from newsparse.lexicons import table

WORD: Final = re.compile(r"[^\W_](?:[\w.&'’-]*[^\W_])?")
PARTS: Final = re.compile(r"[/,;|&+·•]|\s[-–—]\s")
DASH: Final = re.compile(r"\s[-–—]\s")
HYPHENS: Final = re.compile(r"(?<=\w)[-–](?=\w)")
ACRONYM: Final = 6  # letters; a name of one word up to this length is an acronym, whose case matters in prose
INITIALS: Final = 3  # small letters; a part up to this length beside an agency is somebody's sign
CAPITALS: Final = 5  # the same in capitals
HOUSE: Final = 4  # words; a part up to this length beside an agency is the paper ("Le Figaro", "unserer Redaktion")


@frozen
class Named:
    """An agency's name found in a text."""

    name: str
    """Short name, as in ``AgencyCredit.agencies``."""

    start: int
    """Where it begins."""

    end: int
    """Where it ends."""


@frozen
class Form:
    """One spelling of an agency's name."""

    words: tuple[str, ...]
    """The words, casefolded."""

    written: str
    """As written in the data."""

    name: str
    """Short name of the agency."""

    @property
    def is_acronym(self) -> bool:
        """Whether its case must be that of the data: "AP" is an agency, "ap" in prose is not."""
        return len(self.words) == 1 and len(self.written) <= ACRONYM


@frozen
class Names:
    """All spellings, by their first word; those of scripts without spaces apart."""

    spaced: dict[str, tuple[Form, ...]]
    """First word, casefolded → spellings that begin with it, longest first."""

    telling: frozenset[str]
    """The first runs of letters and digits in those words: a text without any of them names none."""

    unspaced: tuple[Form, ...]
    """Spellings in scripts without spaces between words, which are looked for anywhere."""


@cache  # package data, one entry
def names() -> Names:
    """Return the spellings of all agencies."""
    spaced: dict[str, list[Form]] = {}
    unspaced: list[Form] = []
    for agency in table("_agencies")["agency"]:
        for written in (agency["name"], *agency.get("aliases", ())):
            words = tuple(w.casefold() for w in WORD.findall(written))
            form = Form(words, written, agency["name"])
            if written[0] >= UNSPACED:
                unspaced.append(form)
            elif words:
                spaced.setdefault(words[0], []).append(form)
    longest_first = {first: tuple(sorted(forms, key=lambda f: -len(f.words))) for first, forms in spaced.items()}
    return Names(longest_first, frozenset(run for first in spaced for run in runs(first)[:1]), tuple(unspaced))


def find(text: str, *, loose: bool = False) -> list[Named]:
    """Return the agencies named in *text*, in order; *loose* where the context leaves no doubt: then case may vary."""
    found: list[Named] = []
    words = [] if names().telling.isdisjoint(runs(text.casefold())) else list(WORD.finditer(text))
    at = 0
    while at < len(words):
        hit = _at(words, at, loose)
        if hit is None:
            at += 1
            continue
        form, size = hit
        found.append(Named(form.name, words[at].start(), words[at + size - 1].end()))
        at += size
    for form in names().unspaced if not text.isascii() else ():
        start = text.find(form.written)
        if start >= 0:
            found.append(Named(form.name, start, start + len(form.written)))
    return sorted(found, key=lambda n: n.start)


def _at(words: list[re.Match[str]], at: int, loose: bool) -> tuple[Form, int] | None:
    first = words[at][0]
    for form in names().spaced.get(first.casefold(), ()):
        size = len(form.words)
        if tuple(w[0].casefold() for w in words[at : at + size]) != form.words:
            continue
        if not form.is_acronym or loose or first in (form.written, form.written.upper()):
            return form, size
    return None


def group(text: str) -> tuple[str, ...]:
    """Return the agencies of a credit group: names, signs and at most one paper, and nothing else.

    >>> group("sid/dpa"), group("FR mit AFP"), group("told the AP on Friday")
    (('SID', 'dpa'), ('AFP',), ())
    """
    found = find(text, loose=True)
    if not found and (parted := HYPHENS.sub("/", text)) != text:
        found = find(text := parted)
    if not found or any(c.isdigit() for c in text):
        return ()
    rest = _without(text, found)
    parts = [part for piece in PARTS.split(rest) if (part := piece.strip(" .()[]©"))]
    odd = [part for part in parts if not _is_sign(part)]
    if len(odd) > 1 or any(not _is_house(part) for part in odd):
        return ()
    return distinct(found)


@cache  # package data, one entry
def signs() -> Mapping[str, str]:
    """Return the words that name an agency only where they stand alone, with its short name."""
    return {sign: agency["name"] for agency in table("_agencies")["agency"] for sign in agency.get("signs", ())}


def signed(text: str) -> tuple[str, ...]:
    """Return the agency that a word between brackets is the sign of.

    >>> signed("भाषा"), signed("हिन्दी भाषा")
    (('PTI',), ())
    """
    name = signs().get(text.strip())
    return (name,) if name else ()


@frozen
class Wired:
    """A dateline of a script without spaces: the agency, place and day, and a sign that it was wired."""

    names: tuple[str, ...]
    """Short names of the agencies."""

    text: str
    """The dateline as printed."""


def wired(text: str) -> Wired | None:
    """Return the dateline that *text* begins with; None where it begins otherwise.

    >>> wired("新华社上海5月3日电（记者…").text
    '新华社上海5月3日电'
    """
    first = next((n for n in find(text) if n.start == 0), None) if text[:1] >= UNSPACED else None
    ends = [text.find(sign, first.end) for sign in table("_agencies")["wired"]] if first else []
    end = min((at for at in ends if at >= 0), default=-1)
    return Wired((first.name,), text[: end + 1]) if first and end >= 0 else None


def slashed(text: str) -> Wired | None:
    """Return the dateline of place and agency without brackets that *text* begins with; None where it begins otherwise.

    >>> slashed("Hamburg/Kiel/dpa – Die Fähre").text
    'Hamburg/Kiel/dpa'
    """
    opening = next((text[: m.start()] for m in DASH.finditer(text)), "")
    last = opening.rpartition("/")[2]
    named = group(last) if last != opening and " " not in last else ()
    return Wired(named, opening) if named and opening[0].isupper() else None


def unlisted(text: str) -> tuple[str, ...]:
    """Return the name of an agency that is not in the list but calls itself one: "Agencia Reforma"."""
    words = [match[0] for match in WORD.finditer(text)]
    heads = table("_agencies")["heads"]
    at = next((i for i, word in enumerate(words) if word in heads), None)
    if at is None or at + 1 >= len(words) or not words[at + 1][:1].isupper():
        return ()
    return (f"{words[at]} {words[at + 1]}",)


def distinct(found: list[Named]) -> tuple[str, ...]:
    """Return the short names, each once, in order."""
    return tuple(dict.fromkeys(n.name for n in found))


def _without(text: str, found: list[Named]) -> str:
    out, at = [], 0
    for named in found:
        out.append(text[at : named.start])
        at = max(at, named.end)
    out.append(text[at:])
    return "/".join(out)


def _is_sign(part: str) -> bool:
    """Whether a part beside an agency is a joiner or somebody's initials."""
    words = WORD.findall(part)
    joiners = table("_agencies")["joiners"]
    known = (word.casefold() in joiners or len(word) <= (CAPITALS if word.isupper() else INITIALS) for word in words)
    return len(words) <= 2 and all(known)


def _is_house(part: str) -> bool:
    """Whether a part beside an agency can be the paper: a few words, the first or last of which is a name."""
    words = WORD.findall(part)
    return 0 < len(words) <= HOUSE and (words[0][:1].isupper() or words[-1][:1].isupper() or "." in words[-1])


@frozen
class Item:
    """The number that an agency gives an item."""

    id: str
    """As printed, e.g. "230428-99-483045/5"."""

    urn: str | None
    """NewsML URN, without the revision; None where the agency defines none."""


def items(text: str) -> Iterator[Item]:
    """Yield the numbers of items printed in *text*, in the forms that the data knows."""
    for form in table("_agencies")["items"]:
        at = text.find(form["prefix"])
        while at >= 0:
            start = at + len(form["prefix"])
            end = start
            while end < len(text) and (text[end].isdigit() or text[end] in "-/"):
                end += 1
            if end - start >= form["least"]:
                yield _item(text[start:end].rstrip("-/"), form)
            at = text.find(form["prefix"], end)


def _item(printed: str, form: Mapping[str, Any]) -> Item:
    urn = form.get("urn")
    return Item(printed, urn.format(id=printed.partition("/")[0]) if urn else None)
