"""Which hosts fall behind the others."""

from __future__ import annotations

from math import comb, exp, lgamma
from random import Random

import pytest

from newsparse.dumps.lagging import Count, beta_binomial_tail, binomial_tail, lagging

ALIKE = {f"paper{n}.example": Count(48 + n % 3, 50) for n in range(8)}


def named(counts: dict[str, Count], comparisons: int = 100) -> list[str]:
    return [lag.host for lag in lagging("published", counts, comparisons)]


def test_a_host_that_lost_a_field_is_named():
    assert named(ALIKE | {"broken.example": Count(2, 40)}) == ["broken.example"]


def test_what_is_said_of_it_is_its_count_and_what_is_usual():
    (lag,) = lagging("published", ALIKE | {"broken.example": Count(2, 40)}, 100)
    assert (lag.field, lag.count) == ("published", Count(2, 40))
    assert 0.95 < lag.usual < 1
    assert 0 < lag.chance < 0.01 / 100


def test_hosts_that_are_alike_are_not_named():
    assert named(ALIKE) == []


@pytest.mark.parametrize(("pages", "is_named"), [(1, False), (2, False), (4, True)])
def test_few_pages_without_the_field_may_be_chance(pages: int, is_named: bool):
    assert bool(named(ALIKE | {"small.example": Count(0, pages)})) is is_named


def test_the_more_is_compared_the_less_likely_it_has_to_be():
    counts = ALIKE | {"small.example": Count(0, 3)}
    assert named(counts, comparisons=10)
    assert not named(counts, comparisons=10_000_000)


def test_a_field_that_is_a_matter_of_custom_names_nobody():
    with_kicker = {f"with{n}.example": Count(90 + n, 100) for n in range(5)}
    without = {f"without{n}.example": Count(n % 2, 100) for n in range(5)}
    assert named(with_kicker | without) == []


def test_a_small_shortfall_is_not_named_however_certain_it_is():
    others = {f"paper{n}.example": Count(100_000, 100_000) for n in range(5)}
    assert named(others | {"slightly.example": Count(95_000, 100_000)}) == []


def test_two_broken_hosts_do_not_hide_each_other():
    others = {f"paper{n}.example": Count(47 + n % 4, 50) for n in range(18)}
    assert sorted(named(others | {"a.example": Count(0, 60), "b.example": Count(1, 60)})) == ["a.example", "b.example"]


def test_a_crowd_of_tiny_hosts_does_not_hide_a_broken_one():
    tiny = {f"tiny{n}.example": Count(int(n % 10 > 0), 1) for n in range(500)}
    assert named(ALIKE | tiny | {"broken.example": Count(10, 300)}, 1000) == ["broken.example"]


@pytest.mark.parametrize("others", [0, 1, 2])
def test_fewer_than_three_others_are_no_standard(others: int):
    counts = {f"paper{n}.example": Count(100, 100) for n in range(others)}
    assert named(counts | {"broken.example": Count(0, 100)}) == []


def test_hosts_without_pages_are_passed_over():
    assert named(ALIKE | {"empty.example": Count(0, 0)}) == []


def test_a_field_that_nobody_has_names_nobody():
    assert named({f"paper{n}.example": Count(0, 100) for n in range(9)}) == []


def test_sound_dumps_seldom_name_a_host():
    chance = Random(7)
    false = 0
    for _ in range(100):
        counts = {}
        for host in range(30):
            pages, rate = chance.randint(3, 300), chance.betavariate(30, 1)
            counts[f"{host}.example"] = Count(sum(chance.random() < rate for _ in range(pages)), pages)
        false += bool(named(counts, 30 * 15))
    assert false <= 7


def beta_binomial(k: int, n: int, a: float, b: float) -> float:
    def log_beta(x: float, y: float) -> float:
        return lgamma(x) + lgamma(y) - lgamma(x + y)

    return comb(n, k) * exp(log_beta(k + a, n - k + b) - log_beta(a, b))


@pytest.mark.parametrize(("k", "n", "a", "b"), [(3, 20, 2.0, 5.0), (0, 4, 0.3, 0.1), (10, 10, 1.0, 1.0)])
def test_the_tail_of_the_beta_binomial_is_the_sum_of_its_terms(k: int, n: int, a: float, b: float):
    assert beta_binomial_tail(Count(k, n), a, b) == pytest.approx(sum(beta_binomial(i, n, a, b) for i in range(k + 1)))


def test_the_tail_of_the_binomial_is_the_sum_of_its_terms():
    terms = sum(comb(20, i) * 0.4**i * 0.6 ** (20 - i) for i in range(4))
    assert binomial_tail(Count(3, 20), 0.4) == pytest.approx(terms)
