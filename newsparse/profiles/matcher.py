"""Selectors compiled to one pass over the places of a page, in time linear in their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import Factory, define, frozen

from newsparse.document import Block, Document, Mark
from newsparse.profiles.selectors import Selector, Step

NONE: Final[frozenset[str]] = frozenset()


@frozen(eq=False)
class Hit:
    """What a selector picked: a block, or an inline element in it."""

    block: Block
    """The block."""

    mark: Mark | None = None
    """The inline element; None where the whole block was picked."""

    @property
    def is_whole(self) -> bool:
        """Whether it is all of its block."""
        return self.mark is None or self.mark.text == self.block.text

    @property
    def text(self) -> str:
        """What was picked, in one line."""
        return " ".join((self.mark.text if self.mark else self.block.text).split())


@frozen(eq=False)
class Rule:
    """One step of one selector, and the bits that stand for it."""

    step: Step
    """The step."""

    bit: int
    """Set where an element is this step, the steps before it lying around it."""

    needs: int
    """Bit of the step before; 0 for the first."""


@frozen(eq=False)
class State:
    """How far the selectors have got at one place."""

    here: int = 0
    """Bits of the steps that the place is itself."""

    around: int = 0
    """Bits of the steps that it or any place around it is."""


@define(eq=False)
class Matcher:
    """Some selectors, with their steps indexed by what an element must have: an id, a class, a tag."""

    selectors: tuple[Selector, ...]
    """The selectors; hits go by their numbers."""

    last: list[int] = Factory(list)
    """By selector, the bit of its last step."""

    by_name: dict[str, list[Rule]] = Factory(dict)
    """Steps by "#id", ".class", tag, or "" for any element; for each step its rarest."""

    def rules(self, tag: str, attributes: Mapping[str, str], names: Iterable[str]) -> Iterator[Rule]:
        """Yield the steps that an element may be."""
        index = self.by_name
        yield from index.get("", ())
        yield from index.get(tag, ())
        if attributes:
            yield from index.get(f"#{attributes.get('id', '')}", ())
            for name in names:
                yield from index.get(f".{name}", ())

    def hits(self, doc: Document) -> dict[int, list[Hit]]:
        """Return what each selector picks, in page order; selectors that pick nothing are missing."""
        states = self.states(doc)
        found: dict[int, list[Hit]] = {}
        for block in doc.blocks:
            state = states[block.place.index]
            for number, mark in self.picked(block, state):
                found.setdefault(number, []).append(Hit(block, mark))
        return found

    def states(self, doc: Document) -> list[State]:
        """Return the state at every place; a parent comes before its children."""
        nothing = State()
        found: list[State] = []
        for place in doc.places:
            above = found[place.parent.index] if place.parent is not None else nothing
            here = self.reached(place.tag, place.attributes, above)
            found.append(State(here, above.around | here) if here or above.here else above)
        return found

    def reached(self, tag: str, attributes: Mapping[str, str], above: State, *, inline: bool = False) -> int:
        """Return the bits of the steps that an element is. What wraps an *inline* element directly is not known."""
        names = frozenset(attributes.get("class", "").split()) if attributes else NONE
        here = 0
        for rule in self.rules(tag, attributes, names):
            before = above.here if rule.step.child and not inline else above.around
            if (not rule.needs or before & rule.needs) and rule.step.fits(tag, attributes, names):
                here |= rule.bit
        return here

    def picked(self, block: Block, state: State) -> Iterator[tuple[int, Mark | None]]:
        """Yield the selectors that pick a block as a whole, then those that pick inline elements in it."""
        whole = state.around
        for number, bit in enumerate(self.last):
            if whole & bit:
                yield number, None
        for mark in block.marks:
            here = self.reached(mark.tag, mark.attributes, state, inline=True) & ~whole
            for number, bit in enumerate(self.last) if here else ():
                if here & bit:
                    yield number, mark


def matcher_of(selectors: Sequence[Selector]) -> Matcher:
    """Compile selectors."""
    found = Matcher(tuple(selectors))
    bit = 1
    for selector in selectors:
        needs = 0
        for step in selector.steps:
            found.by_name.setdefault(rarest(step), []).append(Rule(step, bit, needs))
            needs, bit = bit, bit << 1
        found.last.append(needs)
    return found


def rarest(step: Step) -> str:
    """Return what an element must have to be a step, the rarest of its names."""
    if step.id:
        return f"#{step.id}"
    return f".{step.classes[0]}" if step.classes else step.tag
