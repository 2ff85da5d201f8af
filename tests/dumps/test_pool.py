"""Worker processes: order, and what a page can do to them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsparse.dumps.pool import AHEAD, Pool, PoolError, here
from tests.dumps.building import Misbehaving


def work(batches: list[list[str]], jobs: int = 2, patience: float = 30.0) -> list[list[str]]:
    """Return what the pool makes of batches, the answers of each put together."""
    answered = Pool(Misbehaving(), jobs, patience).answers(enumerate(batches))
    found = [(mark, [item for answer in answers for item in answer]) for mark, answers in answered]
    assert [mark for mark, _ in found] == list(range(len(batches)))
    return [items for _, items in found]


def test_the_order_is_that_of_the_input() -> None:
    batches = [[f"{batch}.{item}" for item in range(batch % 4)] for batch in range(60)]
    assert work(batches) == batches


def test_a_page_that_kills_its_worker_is_lost_alone() -> None:
    first, second = work([["a", "b", "die", "c", "d"], ["e"]])
    assert [first[:2], first[3:], second] == [["a", "b"], ["c", "d"], ["e"]]
    assert first[2].startswith("lost: die: worker: its worker died")


def test_a_page_that_outlives_its_worker_is_not_lost(tmp_path: Path) -> None:
    item = f"die once: {tmp_path / 'marker'}"
    assert work([["a", item, "b"]]) == [["a", item, "b"]]


def test_a_page_that_takes_too_long_is_lost_alone() -> None:
    began = time.monotonic()
    first, second = work([["a", "hang", "b"], ["c"]], patience=1.0)
    assert first == ["a", "lost: hang: timeout: it took longer than 1 seconds", "b"]
    assert second == ["c"]
    assert time.monotonic() - began < 30


def test_several_bad_pages_in_one_batch() -> None:
    (found,) = work([["die", "a", "die", "hang", "b"]], jobs=1, patience=1.0)
    assert [item.split(":")[0] for item in found] == ["lost", "a", "lost", "lost", "b"]


def test_what_is_read_ahead_is_bounded() -> None:
    read = 0

    def source() -> Iterator[tuple[int, list[str]]]:
        nonlocal read
        for read in range(1, 1000):
            yield read, ["a"]

    answered = Pool(Misbehaving(), 1, 30.0).answers(source())
    next(answered)
    next(answered)
    assert read <= AHEAD + 2
    answered.close()


def test_closing_ends_the_workers() -> None:
    pool = Pool(Misbehaving(), 2, 30.0)
    answered = pool.answers((n, ["a"]) for n in range(100))
    next(answered)
    processes = [worker.process for worker in pool.workers]
    answered.close()
    assert not any(process.is_alive() for process in processes)


def test_workers_that_cannot_start_end_the_run() -> None:
    class Unheard(Misbehaving):
        """Cannot be found by its name in another process."""

        def __reduce__(self) -> tuple[object, ...]:
            return (_exit_at_once, ())

    with pytest.raises(PoolError, match="before they are ready"):
        list(Pool(Unheard(), 1, 30.0).answers([(0, ["a"])]))


def _exit_at_once() -> None:
    raise SystemExit(3)


def test_without_processes_the_answers_are_the_same() -> None:
    assert list(here(Misbehaving(), [(0, ["a", "b"]), (1, ["c"])])) == [(0, [["a", "b"]]), (1, [["c"]])]
