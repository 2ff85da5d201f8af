"""From the XPath that people write for sites to selectors, as far as selectors can say the same."""

from __future__ import annotations

from itertools import product
from typing import Final

from attrs import define

from newsparse.profiles.selectors import NAME

PAIRS: Final = ("//", "::", "..", "!=")
MOST: Final = 24  # selectors that one path may become
DEEPEST: Final = 6  # brackets in each other
AXES: Final = {"child": True, "descendant": False, "descendant-or-self": False}
VALUES: Final = frozenset(("content", "datetime"))
"""Attributes at the end of a path that are read with the element: machine-readable times."""


class Untranslated(ValueError):
    """What no selector can say; the message names it."""


def selectors_from(path: str) -> tuple[str, ...]:
    """Return the selectors and declarations that a path with its unions means; raises Untranslated.

    >>> selectors_from("//div[@id='text']//p[contains(@class, 'lead')] | //h2")
    ('#text [class*="lead"]', 'h2')
    """
    return tuple(dict.fromkeys(_Reader(tokens_of(path)).union()))


def tokens_of(path: str) -> list[str]:
    """Part a path into names, texts (with a quote in front), and signs, in one pass."""
    found = []
    at = 0
    while at < len(path):
        sign = path[at]
        if sign in "'\"":
            end = path.find(sign, at + 1)
            if end < 0:
                raise Untranslated(f"a text without its closing {sign}")
            found.append("'" + path[at + 1 : end])
            at = end + 1
        elif path[at : at + 2] in PAIRS:
            found.append(path[at : at + 2])
            at += 2
        elif sign.isspace():
            at += 1
        else:
            end = at
            while end < len(path) and path[end] in NAME:
                end += 1
            found.append(path[at : max(end, at + 1)])
            at = max(end, at + 1)
    return found


def quoted(text: str) -> str:
    """Return a text as a selector writes it."""
    if '"' in text:
        raise Untranslated("a quote inside of a text")
    return f'"{text}"'


@define
class _Reader:
    """Reads tokens from left to right."""

    tokens: list[str]
    at: int = 0

    def peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else ""

    def take(self, *wanted: str) -> bool:
        if self.tokens[self.at : self.at + len(wanted)] != list(wanted):
            return False
        self.at += len(wanted)
        return True

    def expect(self, *wanted: str) -> None:
        if not self.take(*wanted):
            raise Untranslated(f"“{self.peek() or 'the end'}” where “{wanted[0]}” should be")

    # --- paths --------------------------------------------------------------------------------------------------

    def union(self) -> list[str]:
        found = self.path()
        while self.take("|"):
            found += self.path()
        if self.peek():
            raise Untranslated(f"“{self.peek()}”")
        return found

    def path(self) -> list[str]:
        wrapped = self.take("(")
        self.take(".")
        found = [""]
        while self.peek() in ("/", "//"):
            child = self.peek() == "/"
            self.at += 1
            if self.take("@"):
                return [valued(selector, self.name()) for selector in found]
            if self.take("text", "(", ")"):
                break
            steps = self.step()
            if len(found) * len(steps) > MOST:
                raise Untranslated("too many alternatives")
            found = [joined(before, step, child) for before, step in product(found, steps)]
        if wrapped:
            self.expect(")")
        if found == [""]:
            raise Untranslated(f"“{self.peek() or 'nothing'}” where a path should begin")
        return [declared(selector) for selector in found]

    def step(self) -> list[str]:
        axis = ""
        if self.peek(1) == "::":
            axis = self.name()
            self.at += 1
            if axis not in AXES:
                raise Untranslated(f"the axis {axis}")
        tag = "*" if self.take("*") else self.name()
        if self.peek() == "(":
            raise Untranslated(f"{tag}()")
        found = [tag]
        while self.take("["):
            conditions = self.either(0)
            self.expect("]")
            found = [with_condition(step, condition) for step, condition in product(found, conditions)]
        return found

    def name(self) -> str:
        name = self.peek()
        if not name or not all(sign in NAME for sign in name):
            raise Untranslated(f"“{name or 'the end'}” where a name should be")
        self.at += 1
        return name

    # --- conditions ---------------------------------------------------------------------------------------------

    def either(self, depth: int) -> list[str]:
        found = self.all_of(depth)
        while self.take("or"):
            found += self.all_of(depth)
        return found

    def all_of(self, depth: int) -> list[str]:
        found = self.one(depth)
        while self.take("and"):
            found = [a + b for a, b in product(found, self.one(depth))]
            if len(found) > MOST:
                raise Untranslated("too many alternatives")
        return found

    def one(self, depth: int) -> list[str]:
        if depth > DEEPEST:
            raise Untranslated("brackets that lie too deep")
        if self.take("("):
            found = self.either(depth + 1)
            self.expect(")")
            return found
        if self.take("not", "("):
            inner = self.either(depth + 1)
            self.expect(")")
            if any(":not(" in condition for condition in inner):
                raise Untranslated("not() in not()")
            return ["".join(f":not({condition})" for condition in inner)]
        return [self.plain()]

    def plain(self) -> str:
        if self.take("@"):
            name = self.name()
            return equal(name, self.text()) if self.take("=") else f"[{name}]"
        if self.take("contains", "("):
            if self.take("concat", "("):
                return self.word()
            return self.compared("*=")
        if self.take("starts-with", "("):
            return self.compared("^=")
        if self.peek().isdecimal() or self.peek() in ("last", "position"):
            raise Untranslated(f"the position [{self.peek()}]")
        raise Untranslated(f"the condition [{self.peek()}{self.peek(1)}…]")

    def compared(self, operator: str) -> str:
        self.expect("@")
        name = self.name()
        self.expect(",")
        text = self.text()
        self.expect(")")
        return f"[{name}{operator}{quoted(text)}]"

    def word(self) -> str:
        """One of the words of an attribute, as XPath has to say it: contains(concat(' ', @class, ' '), ' x ')."""
        self.expect("' ", ",")
        wrapped = self.take("normalize-space", "(")
        self.expect("@")
        name = self.name()
        if wrapped:
            self.expect(")")
        self.expect(",", "' ", ")", ",")
        text = self.text().strip()
        self.expect(")")
        return f".{text}" if name == "class" and is_name(text) else f"[{name}~={quoted(text)}]"

    def text(self) -> str:
        token = self.peek()
        if not token.startswith("'"):
            raise Untranslated(f"“{token}” where a text should be")
        self.at += 1
        return token[1:]


def is_name(text: str) -> bool:
    """Whether a text can follow "#" or "." in a selector."""
    return bool(text) and all(sign in NAME for sign in text)


def equal(name: str, text: str) -> str:
    """Return the condition that an attribute is a text."""
    return f"#{text}" if name == "id" and is_name(text) else f"[{name}={quoted(text)}]"


def with_condition(step: str, condition: str) -> str:
    """Add a condition to a step, which needs no "*" any more."""
    return condition if step == "*" else step + condition


def joined(before: str, step: str, child: bool) -> str:
    """Add a step to a path; the root element is around everything and says nothing."""
    if not before or before in ("html", "body"):
        return step
    return f"{before} > {step}" if child else f"{before} {step}"


def valued(selector: str, attribute: str) -> str:
    """Return what an attribute at the end of a path means."""
    if selector.startswith("meta["):
        for name in ("property", "name", "itemprop"):
            before, found, rest = selector.rpartition(f"[{name}=")
            if found and before in ("meta", "head > meta", "head meta") and rest.endswith('"]'):
                return f"meta:{rest[1:-2]}"
    if attribute not in VALUES:
        raise Untranslated(f"the attribute @{attribute}")
    return f"{selector}[{attribute}]"


def declared(selector: str) -> str:
    """Return the declaration that a selector means, where its element is none that a reader sees."""
    return "head:title" if selector in ("title", "head > title", "head title") else selector
