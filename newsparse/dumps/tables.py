"""A summary as text for a terminal, drawn by rich."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsparse.dumps.lagging import Lag
from newsparse.dumps.summary import ARTICLE, Summary, Tally

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

HOSTS: Final = 20
"""Hosts in the tables, those with most pages; hosts that fall behind are named besides."""

BAR: Final = 20  # letters that a full bar takes
HOST: Final = 24  # letters that the column of hosts may take beside the fields
PLACE: Final = 40  # letters that it may take beside the counts
CELL: Final = 7  # letters of a column with a percentage: five, and one on either side
SHORT: Final = {
    "published": "date", "modified": "mod.", "agency_credit": "ag.", "related": "rel.", "corrections": "corr",
    "live_updates": "live", "language": "lang", "publisher": "publ", "section": "sect", "keywords": "keyw",
    "kicker": "kick", "subtitle": "subt", "authors": "auth", "images": "img", "access": "acc.",
}  # fmt: skip
"""Heads of columns that are narrower than the names of their fields."""


def show(summary: Summary, console: Console) -> None:
    """Print pages by host, the fill rate of each field, and which hosts fall behind."""
    for table in (_pages(summary), _fields(summary), *_rates(summary, console.width)):
        console.print(table)
        console.print()
    for line in verdict(summary):
        console.print(line, markup=False, highlight=False)


def verdict(summary: Summary) -> Iterator[str]:
    """Yield a line for every host that falls behind in something, or one that says that none does."""
    lags = summary.lags()
    yield from (f"Behind: {sentence(lag)}" for lag in lags)
    if not lags:
        yield "No host falls behind the others."


def sentence(lag: Lag) -> str:
    """Return what a host falls behind in, in words."""
    there, of = f"{lag.count.there:,}", f"{lag.count.of:,}"
    what = f"{there} of {of} pages are articles" if lag.field == ARTICLE else f"{lag.field} in {there} of {of} articles"
    return f"{shown(lag.host)}: {what} ({percent(lag.count.rate)}); the others: {percent(lag.usual)}"


def shown(host: str) -> str:
    """Return a host without what could steer a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in host)


def percent(rate: float) -> str:
    """Return a share as a whole percentage that is 0 or 100 only where nothing or everything is meant."""
    if 0 < rate < 0.01:
        return "<1 %"
    if 0.99 < rate < 1:
        return ">99 %"
    return f"{rate:.0%}".replace("%", " %")


def _pages(summary: Summary) -> Table:
    table = _table("Pages", "host", "pages", "articles", "no article", "errors")
    for host, tally in summary.ranked[:HOSTS]:
        table.add_row(_cut(host, PLACE), *_counts(tally))
    rest = summary.ranked[HOSTS:]
    if rest:
        left = Tally()
        for _, tally in rest:
            left.merge(tally)
        table.add_row(f"… {len(rest):,} more hosts", *_counts(left))
    table.add_section()
    table.add_row("all", *_counts(summary.total))
    return table


def _counts(tally: Tally) -> list[str]:
    return [f"{count:,}" for count in (tally.pages, tally.articles, tally.empty, tally.errors)]


def _fields(summary: Summary) -> Table:
    table = _table("Fields of the articles", "field", "below", "filled", right=False)
    total = summary.total
    for name in summary.fields:
        count = total.count(name)
        bar = "█" * round(count.rate * BAR)
        table.add_row(name, SHORT.get(name, name), f"{percent(count.rate):>6} {bar:·<{BAR}}")
    return table


def _rates(summary: Summary, width: int) -> Iterator[Table]:
    """Yield tables with the fill rates of hosts, as many fields beside each other as the width allows."""
    fit = max(1, (width - HOST) // CELL)
    total = summary.total
    names = [name for name in summary.fields if total.filled[name]]
    for start in range(0, len(names), fit):
        part = names[start : start + fit]
        table = _table("Filled, in % of the articles", "host", *(SHORT.get(name, name) for name in part))
        for host, tally in summary.ranked[:HOSTS]:
            table.add_row(_cut(host, HOST), *(_cell(tally, name) for name in part))
        yield table


def _cell(tally: Tally, name: str) -> str:
    return percent(tally.count(name).rate).removesuffix(" %") if tally.articles else "–"


def _cut(host: str, width: int) -> Text:
    from rich.text import Text

    name = shown(host)
    return Text(name if len(name) <= width else f"…{name[1 - width :]}")  # no markup, whatever a host is called


def _table(title: str, *heads: str, right: bool = True) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_edge=False)
    for index, head in enumerate(heads):
        table.add_column(head, justify="right" if index and right else "left", no_wrap=True)
    return table
