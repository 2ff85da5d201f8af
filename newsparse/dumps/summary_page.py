"""A summary as one HTML file: no network, no scripts, light and dark, for a wide screen and a phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from newsparse.dumps.summary import Summary, Tally
from newsparse.dumps.tables import percent, sentence, shown

HOSTS: Final = 1000
"""Hosts on the page, those with most pages; a browser stays quick with these. All are in the JSON."""

OPEN: Final = 3
"""Hosts up to which their fields are unfolded from the beginning."""

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1a1d21; --paper: #fff; --soft: #5a6470; --line: #d9dee4; --good: #2f6fb0;
  --none: #c9a227; --bad: #b3392f; --trough: #edf0f3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #15181c; --soft: #a2acb8; --line: #343b44;
  --good: #5b9bdc; --none: #d8b54a; --bad: #e0695e; --trough: #262c33; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; padding: 0; }
.counts div { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .75rem; }
.counts dt { color: var(--soft); } .counts dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.bars { display: grid; grid-template-columns: minmax(6.5rem, max-content) 1fr max-content; gap: .2rem .75rem;
  align-items: center; margin: .5rem 0; }
.bars > :nth-child(3n) { text-align: right; font-variant-numeric: tabular-nums; }
.bar { display: flex; height: .8rem; background: var(--trough); border-radius: .2rem; overflow: hidden; }
.bar i { display: block; background: var(--good); } .bar i.none { background: var(--none); }
.bar i.bad { background: var(--bad); }
ul { padding: 0; }
.behind { border-left: .25rem solid var(--bad); padding: .25rem .75rem; margin: .5rem 0; list-style: none; }
details { border-top: 1px solid var(--line); padding: .4rem 0; }
summary { cursor: pointer; } summary .bar { margin-top: .25rem; }
summary small, p small { color: var(--soft); }
.key i { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; vertical-align: -.1rem; }
"""


def page(summary: Summary, title: str) -> str:
    """Return the page; *title* says what was counted. Whatever the summary holds is text on it, never markup."""
    return "\n".join(_lines(summary, title)) + "\n"


def _lines(summary: Summary, title: str) -> Iterator[str]:
    total = summary.total
    yield '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{_text(title)}</title>\n<style>{STYLE}</style>\n<h1>{_text(title)}</h1>"
    yield from _counts(total, len(summary.hosts))
    yield "<h2>Hosts that fall behind</h2>"
    yield from _behind(summary)
    yield "<h2>Fields of the articles</h2>"
    yield from _bars(total, summary.fields)
    yield "<h2>Hosts</h2>"
    yield '<p class="key"><i style="background:var(--good)"></i> articles <i style="background:var(--none)"></i>'
    yield 'no article <i style="background:var(--bad)"></i> errors</p>'
    yield from _hosts(summary)
    yield "</html>"


def _counts(total: Tally, hosts: int) -> Iterator[str]:
    named = {
        "pages": total.pages, "articles": total.articles, "no article": total.empty, "errors": total.errors,
        "hosts": hosts,
    }  # fmt: skip
    yield '<dl class="counts">'
    yield from (f"<div><dt>{name}</dt><dd>{count:,}</dd></div>" for name, count in named.items())
    yield "</dl>"


def _behind(summary: Summary) -> Iterator[str]:
    lags = summary.lags()
    if not lags:
        yield "<p>None.</p>"
        return
    yield "<ul>"
    yield from (f'<li class="behind">{_text(sentence(lag))}</li>' for lag in lags)
    yield "</ul>\n<p><small>Named is whose share is at least ten points below that of the others, and so low that"
    yield "chance would hardly make it so, given how much hosts differ from each other.</small></p>"


def _bars(tally: Tally, fields: Iterable[str]) -> Iterator[str]:
    yield '<div class="bars">'
    for name in fields:
        rate = tally.count(name).rate
        bar = f'<span class="bar" aria-hidden="true"><i style="width:{rate:.1%}"></i></span>'
        yield f"<span>{_text(name)}</span>{bar}<span>{_text(percent(rate))}</span>"
    yield "</div>"


def _hosts(summary: Summary) -> Iterator[str]:
    ranked = summary.ranked
    unfolded = " open" if len(ranked) <= OPEN else ""
    for host, tally in ranked[:HOSTS]:
        yield f"<details{unfolded}><summary>{_text(shown(host))} <small>{tally.pages:,} pages,"
        yield f"{tally.articles:,} articles, {tally.empty:,} without, {tally.errors:,} errors</small>{_stack(tally)}"
        yield "</summary>"
        yield from _bars(tally, summary.fields)
        yield "</details>"
    if len(ranked) > HOSTS:
        yield f"<p>… and {len(ranked) - HOSTS:,} hosts with fewer pages.</p>"


def _stack(tally: Tally) -> str:
    parts = (("good", tally.articles), ("none", tally.empty), ("bad", tally.errors))
    inner = "".join(f'<i class="{kind}" style="width:{count / tally.pages:.1%}"></i>' for kind, count in parts if count)
    return f'<span class="bar" aria-hidden="true">{inner}</span>'


def _text(text: str) -> str:
    return escape(text, quote=True)
