"""The blocks of a page in a report, and what is said of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from newsparse.explanation import ExplainedBlock, Explanation
from newsparse.findings import Candidate
from newsparse.report.families import FAMILY_OF
from newsparse.report.markup import Markup, element, joined, said, span
from newsparse.report.values import in_short


def block_list(explanation: Explanation) -> Markup:
    """Return the page's blocks in order, each with the reasons for what it became."""
    fields, lost = fields_by_block(explanation), lost_by_block(explanation.lost)
    items = (item(block, fields[block.index], lost[block.index]) for block in explanation.blocks)
    return listbox("Text of the page", items)


def listbox(called: str, items: Iterable[Markup]) -> Markup:
    """Return the list that is gone through with the arrow keys."""
    given = {"class": "blocks", "id": "blocks", "role": "listbox", "aria-label": called, "tabindex": "0"}
    return element("ol", given, *items)


def item(block: ExplainedBlock, fields: list[str], lost: list[Candidate[Any]]) -> Markup:
    """Return one block of the list."""
    given = {
        "class": f"block fam-{FAMILY_OF[block.label]}",
        "id": f"b{block.index}",
        "data-label": block.label,
        "role": "option",
        "aria-selected": "false",
        "tabindex": "-1",
    }
    return element("li", given, tagged(block), said(block.text, names="said"), reasons(block, fields, lost))


def tagged(block: ExplainedBlock) -> Markup:
    """Return the label of a block as it stands beside its text."""
    return span("tag", block.label)


def reasons(block: ExplainedBlock, fields: Iterable[str], lost: Iterable[Candidate[Any]], side: str = "left") -> Markup:
    """Return what is said of a block when it is looked at; *side* is where it stands of two."""
    names = f"why {side} fam-{FAMILY_OF[block.label]}"
    given = [
        ("rule", block.rule or "none"),
        ("reason", said(block.why)),
        ("goes into", joined(*(pick(name) for name in fields)) or None),
        ("stands in", said(" › ".join(block.path[-4:]), "code") if block.path else None),
    ]
    rows = (joined(element("dt", None, name), element("dd", None, value)) for name, value in given if value)
    head = element("p", {"class": "verdict"}, tagged(block), trust(block.trust), span("at", f"block {block.index}"))
    return element("div", {"class": names}, head, element("dl", None, *rows), losers(block, lost))


def losers(block: ExplainedBlock, lost: Iterable[Candidate[Any]]) -> Markup | None:
    """Return the labels and values that were proposed for a block, or read from it, and not taken; None where none."""
    labels = [loser(one.label, f"tag fam-{FAMILY_OF[one.label]}", one.trust, one.rule, one.why) for one in block.lost]
    values = [loser(one.field.name, "tag value-of", one.trust, one.rule, in_short(one.value)) for one in lost]
    if not labels and not values:
        return None
    return element("div", {"class": "lost"}, element("h4", None, "Lost"), element("ul", None, *labels, *values))


def loser(what: str, names: str, far: float, rule: str, told: str) -> Markup:
    """Return a line for one label or value that was not taken."""
    return element("li", None, span(names, what), trust(far), f" {rule}: ", said(told))


def pick(name: str) -> Markup:
    """Return the button that chooses a field from among the reasons of a block."""
    return element("button", {"type": "button", "class": "goto", "data-goto": name}, name.replace("_", " "))


def trust(value: float) -> Markup:
    """Return a trust as a number and a meter."""
    meter = element("meter", {"min": 0, "max": 1, "value": f"{value:.2f}", "aria-hidden": "true"})
    return span("trust", "trust ", f"{value:.2f}", " ", meter)


def fields_by_block(explanation: Explanation) -> defaultdict[int, list[str]]:
    """Return the fields that each block says."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for name, blocks in explanation.sources.items():
        for index in blocks:
            found[index].append(name)
    return found


def lost_by_block(lost: Iterable[Candidate[Any]]) -> defaultdict[int, list[Candidate[Any]]]:
    """Return the values that were read from each block and not taken."""
    found: defaultdict[int, list[Candidate[Any]]] = defaultdict(list)
    for candidate in lost:
        for index in candidate.blocks:
            found[index].append(candidate)
    return found
