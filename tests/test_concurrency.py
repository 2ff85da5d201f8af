"""Many callers at once: threads share nothing, and what goes to other processes comes back."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import newsparse
from tests.fixture_pages import pages, parse

THREADS = 8
FIRST_CALLS = """
import sys, threading
import newsparse

page = open(sys.argv[1], "rb").read()
start, found = threading.Barrier(8), []

def call():
    start.wait()
    found.append(newsparse.parse(page))

threads = [threading.Thread(target=call) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert found == [newsparse.parse(page)] * 8
"""


def test_threads_get_the_articles_that_one_caller_gets() -> None:
    cases = pages()
    alone = [parse(case) for case in cases]
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(parse, cases * 2)) == alone * 2


def test_threads_may_make_the_very_first_calls() -> None:
    page = next(case.source for case in pages() if case.source.suffix == ".html")
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", FIRST_CALLS, str(page)], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_processes_take_the_function_and_send_back_the_articles() -> None:
    cases = pages()[:6]
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        found = list(pool.map(newsparse.parse, [case.content for case in cases], [case.url for case in cases]))
    assert found == [newsparse.parse(case.content, case.url) for case in cases]
