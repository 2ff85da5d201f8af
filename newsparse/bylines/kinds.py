"""What words of a byline are, looked at by themselves: initials, user names, addresses, organizations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsparse.article import Author, AuthorKind
from newsparse.bylines.grammar import UNSPACED, Grammar, is_unspaced
from newsparse.bylines.names import ABBREVIATED
from newsparse.phrases import plain

ADDRESS: Final = ("@", "://", "www.", "[at]", ".com/", "(at)")
DOMAIN: Final = re.compile(r"(?<![\w-])[^\W\d_][\w-]+\.[a-z]{2,3}\Z")  # the name of a site
CLOSING: Final = ")]>）】〉 ."  # what may stand behind an address
OPENING: Final = "([<（【〈/=·ㆍ|: "  # … and right before it
YEAR: Final = re.compile(r"(?:19|20)\d\d")
COMPLETE: Final = 2  # words from which a name is first name and last name


def is_whole(author: Author) -> bool:
    """Whether a name has more than one part, or is written in a script that needs no more."""
    return author.kind is AuthorKind.AGENCY or " " in author.name or ord(author.name[0]) >= UNSPACED


def is_address(text: str) -> bool:
    """Whether a text is an e-mail or web address or the name of an account."""
    return not text.isalnum() and (any(mark in text for mark in ADDRESS) or text.startswith("/"))


def is_site(word: str) -> bool:
    """Whether a word written small is the name of a site: "paper.example"."""
    return word.islower() and DOMAIN.match(word) is not None


def before_mail(text: str) -> str | None:
    """Return what stands before the e-mail address that ends a text; None where it ends in none."""
    line = text.rstrip(CLOSING)
    start = max(line.rfind(sign) for sign in OPENING) + 1
    owner, _, host = line[start:].partition("@")
    if not owner or "." not in host.strip(".") or "@" in host or not line[start:].isascii():
        return None
    return line[:start].rstrip(OPENING)


def ends_sentence(word: str, grammar: Grammar) -> bool:
    """Whether a word ends in a full stop that is no abbreviation's."""
    return word.endswith(".") and len(word) > ABBREVIATED and word[:-1].isalpha() and plain(word) not in grammar.titles


def is_initials(word: str) -> bool:
    """Whether a word is a group of two or three capitals."""
    return word.isascii() and word.isupper() and len(word) <= COMPLETE + 1


def is_account(word: str, words: Sequence[str], after: int, grammar: Grammar) -> bool:
    """Whether a word written small, right behind "Posted by", is a user name: a date or nothing follows."""
    behind = words[after : after + 2]
    labelled = after > 1 and words[after - 2] == ":"
    ended = labelled and (not behind or not behind[0][0].isalnum())
    dated = any(w[0].isdigit() for w in behind) and any(YEAR.fullmatch(w) for w in words)
    known = (grammar.unlike, grammar.with_, grammar.places, grammar.organizations, grammar.desks)
    return (ended or dated) and len(word) > 1 and not any(word in words_ for words_ in known)


def agency_size(words: Sequence[str], grammar: Grammar) -> int:
    """Return how many words of an agency's name stand right behind a person's: "Ada Lovelace Associated Press"."""
    for size in range(1, len(words) - COMPLETE + 1):
        low = plain(" ".join(words[-size:]))
        apart = size > 1 or (words[-1].isupper() and not words[0].isupper())
        if low in grammar.agencies and apart:
            return size
    return 0


def is_organization(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether words name the paper, a desk or another organization."""
    low = [plain(w) for w in words]
    if " ".join(low) in grammar.desks or (low[0] in grammar.articles and len(low) > 1):
        return True
    return any(is_organization_word(w, grammar) for w in low)


def is_organization_word(word: str, grammar: Grammar) -> bool:
    """Whether a word makes an organization of a name: by itself, in a compound, as the name of a site."""
    if word in grammar.organizations or DOMAIN.match(word):
        return True
    if "-" in word and not grammar.corporate.isdisjoint(word.split("-")):
        return True
    return is_unspaced(word) and word.endswith(grammar.glued_organizations)
