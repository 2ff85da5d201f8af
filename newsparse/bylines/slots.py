"""Names where a page says that it names somebody: in a declaration, in markup of an author."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from typing import Final

from newsparse.article import Author, AuthorKind
from newsparse.bylines.grammar import Grammar, is_unspaced, words_in
from newsparse.bylines.kinds import COMPLETE, is_address, is_initials, is_organization, is_whole
from newsparse.bylines.names import is_name, is_name_word, trimmed, widest
from newsparse.bylines.reading import read_byline
from newsparse.phrases import plain

SLOT: Final = 80  # characters of a name
HOUSE: Final = 5  # words of the name of a paper, a firm, a column
SMALL: Final = 3  # letters of a word written small in it
LISTS: Final = frozenset(",;|/／、-–—·•")
LABELS: Final = ":："  # what the label of something else ends in


def named(text: str, grammar: Grammar, *, organization: bool = False, shown: bool = False) -> tuple[Author, ...]:
    """Return who a text names that the page says is a name; *organization* where it says of what kind.

    User names and the names of firms count here; placeholders, labels and addresses do not. *shown* for what is
    set in markup of an author, where other things may stand too.
    """
    text = " ".join((unescape(text) if "&" in text else text).split()).strip(" ,;|-–—")
    if not text or text[-1] in LABELS or is_label(plain(text), grammar) or is_address(text):
        return ()
    if organization:
        return (as_organization(text, grammar),)
    if not shown and (turned := inverted(text, grammar)) is not None:
        return (turned,)
    return listed(text, grammar, shown) or account(text, grammar, shown)


def is_label(text: str, grammar: Grammar) -> bool:
    """Whether a text is the label of something else, or two of them side by side: "Register Log in", "注册登录"."""
    never = grammar.never
    if text in never:
        return True
    if len(text) > SLOT:
        return False
    seams = range(1, len(text)) if is_unspaced(text) else [i for i, c in enumerate(text) if c == " "]
    return any(text[:at] in never and text[at:].lstrip(" |/·") in never for at in seams)


def listed(text: str, grammar: Grammar, shown: bool) -> tuple[Author, ...]:
    """Return the names in a text of names; none where it holds other words."""
    words = words_in(text)
    is_list = bool(LISTS.intersection(words))
    if not is_list and is_organization(words, grammar) and not read_byline(text, grammar).opened:
        return (as_organization(text, grammar),)
    reading = read_byline(text, grammar, opened=True)
    if "&" in words and len({is_whole(a) for a in reading.authors}) > 1:  # "Smith Jones Tax & Accounting"
        return (as_organization(text, grammar),)
    odd = reading.prose or (reading.dated and not shown)  # no date stands in a declared name: "Eat What Tonight"
    return () if odd and not is_list else reading.authors


def account(text: str, grammar: Grammar, shown: bool) -> tuple[Author, ...]:
    """Return the author that a user name or an unusual spelling stands for; none where the words say something else."""
    words = text.split()
    low = [plain(w).strip(".:,") for w in words]
    if len(text) > SLOT or len(words) > 2 * COMPLETE or not text[0].isalpha() or LISTS.intersection(words_in(text)):
        return ()
    if not grammar.unlike.isdisjoint(low) or (shown and not is_plausible(words, low, grammar)):
        return ()
    if shown and is_unspaced(text) and len(text) > widest(text):
        return ()
    return (Author(trimmed(words)),)


def is_plausible(words: Sequence[str], low: Sequence[str], grammar: Grammar) -> bool:
    """Whether words in markup of an author can be a user name rather than a label ("See all of Ada's posts")."""
    if any(w in grammar.openings or w in grammar.foreign for w in low):
        return False
    if len(words) == 1:
        return not is_initials(words[0])
    return len(words) <= COMPLETE or (words[0][0].isupper() and words[-1][0].isupper())


def as_organization(text: str, grammar: Grammar) -> Author:
    """Return an author that is no person: an agency where it is a known one."""
    kind = AuthorKind.AGENCY if plain(text) in grammar.agencies else AuthorKind.ORGANIZATION
    return Author(text, kind=kind)


def inverted(text: str, grammar: Grammar) -> Author | None:
    """Return the author of "Lovelace, Ada"; None where the text is in no such order."""
    last, comma, first = text.partition(", ")
    words = (*first.split(), *last.split())
    if not comma or "," in first or " " in last or len(first.split()) > COMPLETE:
        return None
    low = [plain(w) for w in words]
    g = grammar
    known = (g.postnominals, g.organizations, g.roles, g.agencies, g.suffixes)
    if any(not kind.isdisjoint(low) for kind in known) or (first.isupper() and not last.isupper()):
        return None
    return Author(" ".join(words)) if all(map(is_name_word, words)) and is_name(words, grammar) else None


def house(text: str, grammar: Grammar) -> tuple[Author, ...]:
    """Return the organization that a text in markup of an author names: "By Help Harbour Weekly"."""
    words, low = words_in(text), words_in(plain(text))
    size = next((len(p) for p in grammar.openings.get(low[0], ()) if tuple(low[: len(p)]) == p), 0) if low else 0
    words, low = words[size:], low[size:]
    if not COMPLETE <= len(words) <= HOUSE or not words[-1][0].isupper() or not grammar.openings.keys().isdisjoint(low):
        return ()
    if any(not w.isalpha() or (w[0].islower() and len(w) > SMALL) for w in words):
        return ()
    return (Author(" ".join(words), kind=AuthorKind.ORGANIZATION),)
