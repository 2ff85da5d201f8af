"""Which hosts fill a field less often than the others do, so much less that it is neither chance nor custom.

The rule, for one field. A host has *n* pages and the field on *k* of them.

1. *The others* are at first all hosts but the tenth of them that looks worst (at least one host), so that hosts
   that are broken do not set the standard. What looks worst is judged by the upper end of the interval in which a
   host's rate lies (Wilson, 95 %): one page without a date is no bad host, a hundred are.
2. The others have a mean rate, and they differ: some papers print no kicker, all print a date. How much they differ
   is how much more often two pages of one host both have the field than two pages of two hosts do. Mean and likeness
   make a beta-binomial distribution; where hosts do not differ more than by chance, that is the binomial one.
3. A host falls behind where one like the others would show *k* or fewer of *n* with a probability below 0.01 divided
   by the number of comparisons made, and where its rate is at least ten points below the mean: a rule that broke loses
   a field on many pages, and not on one in fifty.
4. Whoever of the worst tenth does not fall behind counts among the others from then on, and 2 and 3 are done again
   until nobody is left who does. Without this the others would seem more alike than they are.

Fewer than three others with two pages or more do not say how much hosts differ; then nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, exp, lgamma, log, log1p, sqrt
from typing import Final

from attrs import frozen

WORST: Final = 0.1
"""Share of the hosts that do not count among the others."""

FEWEST: Final = 3
"""Others with two pages or more that it takes to say how much hosts differ."""

CHANCE: Final = 0.01
"""Probability that any host is named in a dump in which all is well, were mean and likeness known exactly. In trials
with 30 invented hosts, where they are estimated, up to seven dumps of a hundred named one."""

MATERIAL: Final = 0.1
"""How far, as a share of the pages, a rate has to lie below that of the others."""

SURE: Final = 1.96
"""Standard deviations of a 95 % interval."""

ROUNDS: Final = 10
"""Times that the others are gathered anew. In trials with up to 20 000 hosts two or three were enough."""

LIKEST: Final = 0.999
"""Greatest correlation within a host: at 1 the distribution has no form any more."""


@frozen
class Count:
    """How often something is there."""

    there: int
    """Pages that have it."""

    of: int
    """Pages that could."""

    @property
    def rate(self) -> float:
        """Share, 0 to 1; 0 where there are no pages."""
        return self.there / self.of if self.of else 0.0

    @property
    def highest(self) -> float:
        """The greatest share that is plausible for a host that shows this: upper end of Wilson's interval."""
        spread = SURE * sqrt(self.rate * (1 - self.rate) / self.of + SURE**2 / (4 * self.of**2))
        return (self.rate + SURE**2 / (2 * self.of) + spread) / (1 + SURE**2 / self.of)


@frozen
class Standard:
    """What is usual among the others."""

    mean: float
    """Their share of pages that have it, above 0 and below 1."""

    likeness: float
    """How much pages of one host resemble each other: 0 where hosts do not differ, towards 1 where each host does all
    or nothing (the correlation within hosts)."""

    def chance(self, count: Count, enough: float = 1.0) -> float:
        """Return the probability that a host like the others shows this little or less; exact up to *enough*."""
        if self.likeness == 0:
            return binomial_tail(count, self.mean, enough)
        scale = (1 - self.likeness) / self.likeness
        return beta_binomial_tail(count, self.mean * scale, (1 - self.mean) * scale, enough)


@frozen
class Lag:
    """One host that falls behind in one field."""

    host: str
    """The host."""

    field: str
    """Name of the field."""

    count: Count
    """How often the host has it."""

    usual: float
    """Mean rate of the others, 0 to 1."""

    chance: float
    """Probability that a host like the others shows this little or less."""


def lagging(field: str, counts: Mapping[str, Count], comparisons: int) -> list[Lag]:
    """Return the hosts that fall behind in a field, the least plausible first.

    *counts* are those of all hosts; hosts without pages are passed over. *comparisons* is how many pairs of host and
    field are compared in the whole dump.
    """
    seen = {host: count for host, count in counts.items() if count.of}
    limit = CHANCE / max(comparisons, 1)
    ranked = sorted(seen, key=lambda host: seen[host].highest)
    suspects = set(ranked[: ceil(len(ranked) * WORST)])
    usual = Standard(0.5, LIKEST)
    for _ in range(ROUNDS):
        others = [count for host, count in seen.items() if host not in suspects]
        if sum(count.of > 1 for count in others) < FEWEST:
            return []
        usual = standard(others)
        named = {lag.host for lag in behind(field, {host: seen[host] for host in suspects}, usual, limit)}
        if named == suspects:
            break
        suspects = named
    return sorted(behind(field, seen, usual, limit), key=lambda lag: (lag.chance, lag.host))


def behind(field: str, counts: Mapping[str, Count], usual: Standard, chance: float) -> list[Lag]:
    """Return the hosts that lie far below what is usual and would do so by chance with less than this probability."""
    low = {host: count for host, count in counts.items() if count.rate <= usual.mean - MATERIAL}
    lags = (Lag(host, field, count, usual.mean, usual.chance(count, chance)) for host, count in low.items())
    return [lag for lag in lags if lag.chance < chance]


def standard(others: Sequence[Count]) -> Standard:
    """Return mean and likeness of some hosts, at least two of them with two pages or more.

    Every host has one vote, less the fewer pages it has; one with a single page, which has no two to compare, has none.
    """
    votes = [1 - 1 / count.of for count in others]
    shares = [vote * count.rate for vote, count in zip(votes, others, strict=True)]
    both = sum(count.there * (count.there - 1) / count.of**2 for count in others)  # of two pages of one host
    apart = sum(shares) ** 2 - sum(share**2 for share in shares)  # of two pages of two hosts
    excess = both / sum(votes) - apart / (sum(votes) ** 2 - sum(vote**2 for vote in votes))
    pages = sum(count.of for count in others)
    mean = (sum(shares) / sum(votes) * pages + 1) / (pages + 2)  # Laplace: never quite none, never quite all
    return Standard(mean, min(max(excess / (mean * (1 - mean)), 0.0), LIKEST))


def binomial_tail(count: Count, rate: float, enough: float = 1.0) -> float:
    """Return the probability of at most ``count.there`` of ``count.of`` where each has *rate*, above 0 and below 1.

    What is greater than *enough* may come out too small, though greater than that: it takes time to add up.
    """
    odds = (1 - rate) / rate
    steps = (k / (count.of - k + 1) * odds for k in range(count.there, 0, -1))
    return falling_sum(_binomial(count, rate), steps, enough)


def beta_binomial_tail(count: Count, a: float, b: float, enough: float = 1.0) -> float:
    """Return the same where the rate itself is drawn from Beta(*a*, *b*), both above 0."""
    n = count.of
    steps = (k * (n - k + b) / ((n - k + 1) * (k - 1 + a)) for k in range(count.there, 0, -1))
    return falling_sum(_beta_binomial(count, a, b), steps, enough)


def falling_sum(first: float, steps: Iterable[float], enough: float) -> float:
    """Return *first* and all that follows it, each the one before times its step, until that is more than *enough*."""
    total = term = first
    for step in steps:
        if total > enough:
            break
        term *= step
        total += term
    return min(total, 1.0)


def _binomial(count: Count, rate: float) -> float:
    return exp(_ways(count) + count.there * log(rate) + (count.of - count.there) * log1p(-rate))


def _beta_binomial(count: Count, a: float, b: float) -> float:
    return exp(_ways(count) + _log_beta(count.there + a, count.of - count.there + b) - _log_beta(a, b))


def _ways(count: Count) -> float:
    return lgamma(count.of + 1) - lgamma(count.there + 1) - lgamma(count.of - count.there + 1)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
