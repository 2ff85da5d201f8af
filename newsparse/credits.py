"""What is printed with a picture: from one text to caption and credit. Pure; knows no page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from newsparse.credit_marks import MOST_WORDS, Marks, marks_of
from newsparse.letters import in_one_line
from newsparse.punctuation import ENDS
from newsparse.words import Words

TAIL: Final = 200  # characters from either end of a caption in which its credit is looked for
LONGEST: Final = 130  # characters of the longest credit
ITEM: Final = 8  # digits of the number that an agency gives an item
SHORT: Final = 6  # words of a credit that is known by its form alone
PERSON: Final = 3  # words of a name in front of a source in brackets
LEAST: Final = 25  # characters after a credit that make a caption of what follows it
STOPS: Final = ENDS + '"”»“’)）」』'
OPENERS: Final = "([（［【"
CLOSERS: Final = dict(zip(OPENERS, ")]）］】", strict=True))
EDGES: Final = " \t\n|/–—-·•,;:>+*_"
PARTING: Final = ".!?…。！？＝=、，；;|｜（(［["  # what a photographer's name at the end is set apart by
BEHIND: Final = " )）］].。"  # what may follow the word behind it
NAME, NAMED, ALONE = 2, 24, 10  # characters: shortest name, longest behind a caption, longest without a caption
HAN, HANGUL = "\u2e80", "\uac00"  # between them stand the scripts of China and Japan
SPACED, CAPTIONED = 6, 6  # characters of a name behind nothing but a space, and of the shortest caption before it
COUNTER: Final = 8  # characters of the number of a picture and that of all
PLACE: Final = re.compile(r"\b\w|[^\w\s]|(?<=_)\w")  # where a marker may begin
PAIRS: Final = {")": "(", "）": "（", "]": "[", "］": "［"}


@frozen
class Printed:
    """What is printed with a picture."""

    caption: str | None = None
    """What the picture shows, without the credit; None where only a credit is printed."""

    credit: str | None = None
    """Photographer, agency or source, without the marker before it; None where none is printed."""


def part(text: str, words: Words, marked: Iterable[str] = ()) -> Printed:
    """Part what is printed with a picture into caption and credit.

    *marked* are pieces of the text that the markup sets apart as credits. A text that is a credit and nothing else
    gives no caption; one without a credit gives itself.
    """
    text = _uncounted(in_one_line(text))
    marks = marks_of(words)
    for piece in marked:
        if piece and (text.endswith(piece) or text.startswith(piece)):
            rest = text.removesuffix(piece) if text.endswith(piece) else text.removeprefix(piece)
            ended = _by_ending(piece, marks)
            return Printed(_clean(rest) or None, (ended.credit if ended else None) or _bare(piece, marks) or None)
    ways = (_by_ending, _by_label, _by_marker, _by_bracket, _by_source)
    found = next((printed for way in ways if (printed := way(text, marks))), None)
    return found or _by_colon(text) or Printed(_clean(text) or None)


def is_credit(text: str, words: Words) -> bool:
    """Whether a short line is the credit of a picture and nothing else; one with an item's number credits the text."""
    if len(text) > LONGEST or sum(c.isdigit() for c in text) >= ITEM:
        return False
    printed = part(text, words)
    return printed.credit is not None and printed.caption is None


def has_marker(text: str, words: Words, letters: list[str] | None = None) -> bool:
    """Whether a credit is marked at the beginning or the end of the text; *letters*: its runs in plain text, if known.

    Most texts hold no marker, which these tell sooner.
    """
    marks = marks_of(words)
    able = letters is None or marks.may_be_in(text, letters)
    text = in_one_line(text) if able or not text.isascii() else text
    return (able and _by_marker(text, marks) is not None) or _by_ending(text, marks) is not None


def _uncounted(text: str) -> str:
    """Return *text* without the number of the picture in a gallery before it: "[1/5] The ferry", "1/5 The ferry"."""
    bracketed = text[:1] in CLOSERS
    close = text.find(CLOSERS[text[0]] if bracketed else " ", 1, COUNTER) if text else -1
    one, bar, all_ = text[bracketed:close].partition("/") if close > 0 else ("", "", "")
    return text[close + 1 :].lstrip() if bar and one.strip().isdecimal() and all_.strip().isdecimal() else text


def _by_ending(text: str, marks: Marks) -> Printed | None:
    """Cut a photographer at the end that a word behind the name tells: "…。記者 張偉 攝", "…＝山本花子撮影"."""
    if text.isascii():
        return None
    inner = text.rstrip(BEHIND)
    ending = next((e for e in marks.endings if inner.endswith(e)), "")
    if not ending:
        return None
    begin = 1 + max([inner.rfind(sign) for sign in PARTING])
    name = inner[begin : len(inner) - len(ending)].strip(f"{EDGES}／")
    if (at := _spaced_name(name)) > 0 and not (begin and len(name) <= NAMED):
        begin, name = inner.rindex(name[at:]), name[at:]
    name = next((name[len(job) :].lstrip() for job in marks.jobs if name.startswith(job)), name)
    longest = NAMED if begin else ALONE
    if not NAME <= len(name) <= longest or any(map(str.isdigit, name)):
        return None
    return Printed(_clean(text[:begin].rstrip(f"{OPENERS}＝=、，")) or None, name)


def _spaced_name(text: str) -> int:
    """Return where the word behind the last space of a text without spaces begins, if it is a name; else 0."""
    at = text.rfind(" ") + 1
    word = text[at:]
    fit = NAME <= len(word) <= SPACED and at > CAPTIONED
    return at if fit and min(word) >= HAN and max(word) < HANGUL else 0


def _by_label(text: str, marks: Marks) -> Printed | None:
    """Cut "Photo: The ferry in the old harbour at dawn (Anna Sample)": a marker that only labels the picture."""
    open_ = PAIRS.get(text[-1:])
    at = text.rfind(open_, max(0, len(text) - LONGEST)) if open_ else -1
    marker = next((m for where, m in _markers_in(_fold(text[:TAIL]), TAIL, marks) if not where), "") if at > 0 else ""
    shown, names = text[len(marker) : at].split(), text[at + 1 : -1].split()
    if not marker or len(shown) <= SHORT or _named_from(shown, marks) == 0:
        return None
    named = 1 < len(names) <= MOST_WORDS and _named_from(names, marks) == 0
    return Printed(_clean(" ".join(shown)), _clean(" ".join(names))) if named else None


def _by_marker(text: str, marks: Marks) -> Printed | None:
    """Cut at a marker such as "Foto:" or "©"."""
    folded = _fold(text)
    for at, marker in _markers_in(folded, max(0, len(text) - TAIL), marks):
        if at and _plain(text[max(0, at - 20) : at].rstrip().rpartition(" ")[2]) in marks.sources:
            continue  # the marker is part of a name: "AP Photo/"
        begin, end, rest = at, len(text), ""
        if at and text[at - 1] in OPENERS:
            begin = at - 1
            close = text.find(CLOSERS[text[begin]], at)
            end = close if close >= 0 else end
            rest = text[end + 1 :]
        elif (stop := _end_of_credit(text, at, marker)) >= 0:
            end, rest = stop, text[stop + 1 :]
        named = not marker[-1].isalnum() or _named_from(text[at + len(marker) : end].split(), marks) == 0
        if end - at > LONGEST or not named:
            continue
        credit = _bare(text[at:end], marks)
        if credit:
            return Printed(_clean(f"{_clean(text[:begin])} {rest}") or None, credit)
    return None


def _end_of_credit(text: str, at: int, marker: str) -> int:
    """Return where a credit ends that a caption follows; -1 where none follows."""
    if marker[-1].isalnum():
        return -1
    bar = text.find(" | ", at + len(marker))
    stop = text.find(". ", at + len(marker) + 4) if bar < 0 else bar
    return stop if len(text) - stop > LEAST and not text[stop + 2].islower() else -1


def _markers_in(folded: str, first: int, marks: Marks) -> Iterator[tuple[int, str]]:
    """Yield where markers begin: one that opens the text, then those among its last characters, in order."""
    low, high = max(1, first), len(folded) - 1
    places = {0}
    if ":" in folded or "©" in folded:
        places.update(marks.glued_in(folded, low))
    for marker in marks.standing_in(folded[low:]):
        places.update(_places_of(marker, folded, low, high))
    for at in sorted(places):
        for marker in marks.at(folded, at):
            if folded.startswith(marker, at) and _bounded(folded, at, marker):
                yield at, marker
                break


def _places_of(marker: str, folded: str, low: int, high: int) -> Iterator[int]:
    """Yield where a marker begins, between two places, and not inside a word."""
    at = folded.find(marker, low)
    while 0 <= at < high:
        if PLACE.match(folded, at):
            yield at
        at = folded.find(marker, at + 1)


def _bounded(folded: str, at: int, marker: str) -> bool:
    """Whether a marker stands where one may: not inside a word, and one made of plain words only after a stop."""
    before = folded[at - 1 : at]
    after = folded[at + len(marker) : at + len(marker) + 1]
    plain = marker[-1].isalnum()
    if plain and (after.isalnum() or not after):
        return False
    if not before or not marker[0].isalnum():
        return True
    if plain:
        return folded[:at].rstrip()[-1:] in f"{STOPS}{OPENERS}|/–—-·•"
    return not (before.isalnum() or before == "-") or (at > TAIL // 10 and marker[-1] in ":©")


def _by_bracket(text: str, marks: Marks) -> Printed | None:
    """Cut a bracket at the end that names a source: "(picture alliance / dpa)"."""
    open_ = PAIRS.get(text[-1:])
    at = text.rfind(open_, max(0, len(text) - LONGEST)) if open_ else -1
    if at < 0:
        return None
    inner = text[at + 1 : -1]
    words = inner.split()
    if _source_at(words, marks) is None or _named_from(words, marks) > 0:
        return None
    before = _unglued(text[:at], marks).split()
    named = _named_from(before, marks)
    if 0 < named < len(before) <= named + PERSON and before[named - 1][-1] in STOPS:
        return Printed(_clean(" ".join(before[:named])), _clean(f"{' '.join(before[named:])} ({inner})"))
    return Printed(_clean(text[:at]) or None, _clean(inner))


def _by_source(text: str, marks: Marks) -> Printed | None:
    """Cut the names at the end of the text, where one of them is a known source."""
    start = max(0, len(text) - LONGEST)
    start = text.find(" ", start) + 1 if start else 0
    words = _unglued(text[start:], marks).split()
    named = _named_from(words, marks)
    at = _source_at(words[named:], marks)
    if at is None:
        return None
    whole = start == 0 and named == 0
    ended = named > 0 and words[named - 1][-1] in STOPS
    if not whole and not ended:
        named += at
    tail = words[named:]
    unsure = not whole and not ended and (text[-1] in ".!?" or not _unmistakable(tail, marks))
    if unsure or (whole and len(tail) > SHORT and "/" not in text) or (whole and text[-1] in "!?"):
        return None
    caption = text[:start] + " ".join(words[:named])
    return Printed(_clean(caption) or None, _clean(" ".join(tail)))


def _by_colon(text: str) -> Printed | None:
    """Cut a last "Word: Name Name" after a sentence, the form of a credit in any language."""
    words = text[-LONGEST // 2 :].split()[-SHORT:]
    at = next((i for i in range(len(words) - 2, 0, -1) if words[i].endswith(":")), 0)
    named = at and all(w[0].isupper() for w in words[at:]) and words[at - 1][-1] in STOPS and words[-1][-1] not in ".!?"
    if not named:
        return None
    begin = text.rfind(words[at])
    return Printed(_clean(text[:begin]) or None, _clean(text[begin + len(words[at]) :]))


def _unmistakable(tail: list[str], marks: Marks) -> bool:
    """Whether names that run on from a sentence without a stop are a credit: several of them, or an equals sign."""
    line = " ".join(tail)
    return "/" in line or "＝" in line or (len(tail) > 1 and line.lower() in marks.sources)


def _unglued(text: str, marks: Marks) -> str:
    """Put a space where a sentence runs into the credit: "…bergen.dpa", "zurück.Getty Images", "国旗＝ＡＰ"."""
    return " ".join(_unglued_word(word, marks) for word in text.split(" "))


def _unglued_word(word: str, marks: Marks) -> str:
    head, equals, tail = word.rpartition("＝")
    if equals and _plain(tail) in marks.sources:
        return f"{head} ＝{tail}"
    for stop in ".!?":
        head, dot, tail = word.partition(stop)
        glued = dot and len(head) > 2 and tail[:1].isalpha() and head[-1].islower()
        if glued and (tail[0].isupper() or _plain(tail.partition("/")[0]) in marks.starters):
            return f"{head}{dot} {tail}"
    return word


def _named_from(words: list[str], marks: Marks) -> int:
    """Return where the run of names that closes the words begins."""
    at = len(words)
    while at > 0:
        word = words[at - 1]
        if not _is_name(word, marks):
            break
        if at < len(words) and word[-1] in STOPS and len(word.strip(STOPS)) > 2 and word[-1] not in ")）":
            break
        at -= 1
    return at


def _is_name(word: str, marks: Marks) -> bool:
    if word[0].isupper() or not word[0].isalnum():
        return True
    lower = word.lower().strip(",;.")
    return lower in marks.joiners or any(_plain(piece) in marks.parts for piece in lower.split("/"))


def _source_at(words: list[str], marks: Marks) -> int | None:
    """Return the first of the words at which a known source stands; None where none does."""
    for at, word in enumerate(words):
        for piece in word.split("/"):
            plain = _plain(piece)
            if plain not in marks.starters:
                continue
            following = [plain, *(_plain(w.partition("/")[0]) for w in words[at + 1 : at + MOST_WORDS])]
            if any(" ".join(following[:n]) in marks.sources for n in range(1, MOST_WORDS + 1)):
                return at
    return None


def _bare(credit: str, marks: Marks) -> str:
    """Return a credit without the markers before it and the brackets around it."""
    for _ in range(3):
        credit = _unbracketed(credit.strip(EDGES))
        folded = _fold(credit)
        marker = next((m for m in marks.at(folded, 0) if folded.startswith(m) and _bounded(folded, 0, m)), "")
        if not marker:
            return credit
        credit = credit[len(marker) :]
    return credit.strip(EDGES)


def _unbracketed(text: str) -> str:
    """Return *text* without a bracket that encloses it, or that has no partner in it."""
    if text[:1] in CLOSERS and CLOSERS[text[0]] not in text[1:-1]:
        text = text[1:].removesuffix(CLOSERS[text[0]])
    elif text[-1:] in PAIRS and PAIRS[text[-1]] not in text:
        text = text[:-1]
    return text.strip(EDGES)


def _clean(text: str) -> str:
    text = text.strip().strip("|/–—-·•,;:>+*_＝ ")
    return text if any(c.isalnum() for c in text) else ""


def _plain(word: str) -> str:
    """Return a word as sources are compared: full-width letters made plain, lower case, no punctuation around it."""
    return unicodedata.normalize("NFKC", word).lower().strip("=.,;:()[]®™\"'“”")


def _fold(text: str) -> str:
    """Return *text* in lower case with every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lower.replace("：", ":")
