"""The notation of selectors: ``article > div.text p``, ``h2#headline``, ``[data-unit=by]``, ``p:not(.note)``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import define, evolve, frozen

from newsparse.errors import ProfileError

NAME: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
OPERATORS: Final = ("~=", "^=", "$=", "*=", "=")
SPACE: Final = " \t\n\r"
NOT: Final = ":not("
LONGEST: Final = 1000  # characters of a selector; a longer one is a mistake


@frozen
class Condition:
    """What an attribute must hold."""

    name: str
    """Name of the attribute."""

    operator: str = ""
    """"=" equal, "~=" one of the words, "^=" begins, "$=" ends, "*=" holds; "" for any value."""

    value: str = ""
    """What it is compared with."""

    def holds(self, attributes: Mapping[str, str]) -> bool:
        """Whether an element with these attributes fulfils it."""
        found = attributes.get(self.name)
        if found is None or not self.operator:
            return found is not None
        if self.operator == "=":
            return found == self.value
        if self.operator == "~=":
            return self.value in found.split()
        if self.operator == "*=":
            return self.value in found
        return found.startswith(self.value) if self.operator == "^=" else found.endswith(self.value)


@frozen
class Step:
    """What one element of a path must be."""

    tag: str = ""
    """Element name; "" for any."""

    id: str = ""
    """Its id; "" for any."""

    classes: tuple[str, ...] = ()
    """Classes it must have."""

    conditions: tuple[Condition, ...] = ()
    """What its attributes must hold."""

    excluded: tuple[Step, ...] = ()
    """What it must not be."""

    child: bool = False
    """Whether it must lie directly in the element before it; else anywhere in it."""

    def fits(self, tag: str, attributes: Mapping[str, str], names: frozenset[str]) -> bool:
        """Whether an element is this one; *names* are its classes."""
        if (self.tag and self.tag != tag) or (self.id and self.id != attributes.get("id")):
            return False
        if not names.issuperset(self.classes) or not all(c.holds(attributes) for c in self.conditions):
            return False
        return not any(step.fits(tag, attributes, names) for step in self.excluded)


@frozen
class Selector:
    """A path of elements, outermost first."""

    text: str
    """As written."""

    steps: tuple[Step, ...]
    """The elements."""


def selectors_of(text: str) -> tuple[Selector, ...]:
    """Return the selectors in a text, which commas part; raises ProfileError for what cannot be read."""
    return _Scanner(text).selectors()


@define
class _Scanner:
    """Reads a text from left to right, each character once."""

    text: str
    at: int = 0

    def selectors(self) -> tuple[Selector, ...]:
        if len(self.text) > LONGEST:
            raise self.error("is too long")
        found = []
        while True:
            start = self.at
            steps = self.steps()
            found.append(Selector(self.text[start : self.at].strip(), steps))
            if self.at == len(self.text):
                return tuple(found)
            self.at += 1  # the comma

    def steps(self) -> tuple[Step, ...]:
        found: list[Step] = []
        child = False
        while True:
            self.space()
            if self.peek() in ("", ","):
                break
            if self.peek() == ">":
                if child or not found:
                    raise self.error("has a “>” that nothing stands before")
                child = True
                self.at += 1
                continue
            found.append(evolve(self.step(), child=child))
            child = False
        if child or not found:
            raise self.error("ends where an element should follow" if found else "is empty")
        return tuple(found)

    def step(self) -> Step:
        start = self.at
        tag = "" if self.take("*") else self.name(optional=True).lower()
        id_, classes, conditions, excluded = "", [], [], []
        while (sign := self.peek()) and sign not in " \t\n\r>,)":
            if self.take(NOT):
                excluded.append(self.step())
                self.expect(")")
            elif self.take("#"):
                id_ = self.name()
            elif self.take("."):
                classes.append(self.name())
            elif self.take("["):
                conditions.append(self.condition())
            else:
                raise self.error(f"has “{sign}” where none can be")
        if self.at == start:
            raise self.error(f"has “{self.peek()}” where an element should be")
        return Step(tag, id_, tuple(classes), tuple(conditions), tuple(excluded))

    def condition(self) -> Condition:
        name = self.name(extra=":").lower()
        operator = next((o for o in OPERATORS if self.take(o)), "")
        value = self.value() if operator else ""
        self.expect("]")
        return Condition(name, operator, value)

    def value(self) -> str:
        quote = self.peek()
        if quote not in ("'", '"'):
            return self.name()
        end = self.text.find(quote, self.at + 1)
        if end < 0:
            raise self.error(f"lacks the closing {quote}")
        value = self.text[self.at + 1 : end]
        self.at = end + 1
        return value

    def name(self, *, optional: bool = False, extra: str = "") -> str:
        start = self.at
        while (sign := self.peek()) and (sign in NAME or sign in extra or ord(sign) > 127):
            self.at += 1
        if self.at == start and not optional:
            raise self.error("lacks a name")
        return self.text[start : self.at]

    def space(self) -> None:
        while self.peek() and self.peek() in SPACE:
            self.at += 1

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def take(self, sign: str) -> bool:
        if not self.text.startswith(sign, self.at):
            return False
        self.at += len(sign)
        return True

    def expect(self, sign: str) -> None:
        if not self.take(sign):
            raise self.error(f"lacks a “{sign}”")

    def error(self, what: str) -> ProfileError:
        return ProfileError(f"the selector “{self.text[:80]}” {what} (at character {self.at + 1})")
