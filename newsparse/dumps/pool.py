"""Worker processes, watched by the parent: order is kept, memory is bounded, a page can kill no more than its worker.

A worker that dies or takes too long is replaced. How far it had come in its batch is known from a counter in shared
memory, so only the guilty item is singled out; what stood before and behind it is worked on anew. An item that killed
its worker gets one more chance, alone: the cause may have been something else. One that took too long gets none.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from multiprocessing import connection
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar

from attrs import define, field

from newsparse.dumps.record import Trouble
from newsparse.dumps.worker import IDLE, READY, serve

Answer = TypeVar("Answer")
Answered_co = TypeVar("Answered_co", covariant=True)
Mark = TypeVar("Mark")
Answers: TypeAlias = Generator[tuple[Mark, list[Answer]], None, None]

AHEAD: Final = 4
"""Batches read ahead for each worker: one that takes long must not keep the others waiting too soon."""

CHANCES: Final = 2
"""Workers that an item may kill."""

STARTS: Final = 3
"""Workers in a row that may die before they are ready."""

PULSE: Final = 0.25
"""Most seconds between two looks at the workers."""


class PoolError(RuntimeError):
    """Workers cannot be started."""


class Work(Protocol[Answered_co]):
    """What workers do; picklable."""

    def prepare(self) -> None:
        """Load what the work takes, in a worker: its first item is not to blame for the time."""

    def __call__(self, items: Iterable[Any]) -> Answered_co:
        """Work on the items, in a worker; has to survive whatever an item makes it raise."""

    def lost(self, item: Any, trouble: Trouble, reason: str) -> Answered_co:
        """Answer, in the parent, for an item that killed its worker or took too long."""


@define
class Batch(Generic[Answer, Mark]):
    """Items that are answered together."""

    mark: Mark
    """What the caller knows the batch by."""

    size: int
    """Number of items."""

    answers: dict[int, Answer] = field(factory=dict)
    """Number of the first item answered → answer; more than one where the batch had to be parted."""

    answered: int = 0
    """Number of items answered."""

    def take(self, first: int, count: int, answer: Answer) -> None:
        """Take the answer for some items."""
        self.answers[first] = answer
        self.answered += count


@define
class Task:
    """Some items of a batch, for one worker."""

    batch: Batch[Any, Any]
    """The batch."""

    first: int
    """Number, in the batch, of the first item."""

    items: Sequence[Any]
    """The items."""

    deaths: int = 0
    """Workers that the only item of the task has killed."""

    def part(self, start: int, end: int, deaths: int = 0) -> Task:
        """Return the task of some of the items."""
        return Task(self.batch, self.first + start, self.items[start:end], deaths)


@define(eq=False)
class Worker:
    """A process and what the parent knows of it."""

    process: Any
    """The process."""

    link: connection.Connection[Any, Any]
    """Where tasks go and answers come from."""

    beat: Any
    """Shared memory: number, in the task, of the item that is being worked on."""

    ready: bool = False
    """Whether it has said that it can be given tasks."""

    task: Task | None = None
    """What it is at; None where it is idle."""

    seen: int = IDLE
    """The beat when it was last looked at."""

    since: float = 0.0
    """When the beat was first seen at that, on the monotonic clock."""

    def give(self, task: Task) -> None:
        """Send it a task; a worker that has died takes the task with it, which is found out like any death."""
        self.task, self.seen, self.since = task, IDLE, time.monotonic()
        self.beat[0] = IDLE
        try:
            self.link.send(task.items)
        except OSError:
            self.process.kill()

    def late(self, now: float, patience: float) -> bool:
        """Whether it has been at the same item for longer than *patience* seconds."""
        if self.task is None:
            return False
        if self.beat[0] != self.seen:
            self.seen, self.since = self.beat[0], now
        return now - self.since > patience

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.link.close()


class Pool(Generic[Answer]):
    """Some workers that do the same work."""

    def __init__(self, work: Work[Answer], jobs: int, patience: float) -> None:
        self.work = work
        self.jobs = jobs
        self.patience = patience
        self.context = multiprocessing.get_context("spawn")
        self.workers: list[Worker] = []
        self.tasks: deque[Task] = deque()
        self.stillborn = 0

    def answers(self, batches: Iterable[tuple[Mark, Sequence[Any]]]) -> Answers[Mark, Answer]:
        """Yield mark and answers of every batch, in the order of *batches*; mostly there is one answer.

        Raises PoolError where workers cannot be started. Ends the workers when it is closed.
        """
        waiting: deque[Batch[Answer, Mark]] = deque()
        source = iter(batches)
        more = True
        try:
            while more or waiting:
                if more and len(waiting) < self.jobs * AHEAD:
                    more = self._read(source, waiting)
                self._assign(more)
                full = not more or len(waiting) >= self.jobs * AHEAD
                self._listen(PULSE if full and waiting else 0)
                while waiting and waiting[0].answered == waiting[0].size:
                    batch = waiting.popleft()
                    yield batch.mark, [answer for _, answer in sorted(batch.answers.items(), key=_first)]
        finally:
            self.close()

    def close(self) -> None:
        """End all workers."""
        for worker in self.workers:
            worker.end()
        self.workers.clear()

    def _read(self, source: Iterator[tuple[Mark, Sequence[Any]]], waiting: deque[Batch[Answer, Mark]]) -> bool:
        following = next(source, None)
        if following is None:
            return False
        mark, items = following
        waiting.append(Batch(mark, len(items)))
        if items:
            self.tasks.append(Task(waiting[-1], 0, items))
        return True

    def _assign(self, more: bool) -> None:
        """Give tasks to idle workers, and start workers as long as there is something for them to do."""
        for worker in self.workers:
            if self.tasks and worker.ready and worker.task is None:
                worker.give(self.tasks.popleft())
        starting = sum(not worker.ready for worker in self.workers)
        while len(self.workers) < self.jobs and (len(self.tasks) > starting or (more and self.tasks)):
            self.workers.append(self._start())
            starting += 1

    def _start(self) -> Worker:
        beat = self.context.RawArray("l", [IDLE])
        here, there = self.context.Pipe()
        process = self.context.Process(target=serve, args=(there, beat, self.work), daemon=True)
        with_signal = threading.current_thread() is threading.main_thread()
        before = (
            signal.signal(signal.SIGINT, signal.SIG_IGN) if with_signal else None
        )  # it inherits that, from the start
        try:
            process.start()
        finally:
            if with_signal:
                signal.signal(signal.SIGINT, before)
        there.close()
        return Worker(process, here, beat)

    def _listen(self, seconds: float) -> None:
        """Take answers, and bury workers that died or are late."""
        ears = {worker.link: worker for worker in self.workers}
        for link in connection.wait(list(ears), seconds):
            self._hear(ears[link])  # type: ignore[index]
        now = time.monotonic()
        for worker in [w for w in self.workers if w.late(now, self.patience)]:
            self._bury(worker, f"it took longer than {self.patience:g} seconds")

    def _hear(self, worker: Worker) -> None:
        try:
            answer = worker.link.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if not worker.ready:
            worker.ready = answer == READY
            self.stillborn = 0
            return
        task = worker.task
        if task is not None:
            worker.task = None
            task.batch.take(task.first, len(task.items), answer)

    def _bury(self, worker: Worker, late: str | None = None) -> None:
        """End a worker, part what it was at, and forget it; another takes its place."""
        worker.process.join(None if late is None and not worker.process.is_alive() else 0.1)
        guilty = worker.beat[0]
        worker.end()
        self.workers.remove(worker)
        if not worker.ready:
            self._stillborn(worker)
        if worker.task is not None:
            self._part(worker.task, max(guilty, 0), late, _cause(worker.process.exitcode))

    def _stillborn(self, worker: Worker) -> None:
        self.stillborn += 1
        if self.stillborn >= STARTS:
            raise PoolError(
                f"worker processes end before they are ready ({_cause(worker.process.exitcode)}); "
                'a script has to start a conversion below `if __name__ == "__main__":`'
            )

    def _part(self, task: Task, guilty: int, late: str | None, cause: str) -> None:
        """Single out the guilty item of a task; what stands before and behind it is done anew, first of all."""
        behind = [task.part(guilty + 1, len(task.items))] if guilty + 1 < len(task.items) else []
        before = [task.part(0, guilty)] if guilty else []
        again: list[Task] = []
        deaths = task.deaths + 1
        if late is not None:
            lost = self.work.lost(task.items[guilty], Trouble.TIMEOUT, late)
            task.batch.take(task.first + guilty, 1, lost)
        elif deaths >= CHANCES:
            lost = self.work.lost(task.items[guilty], Trouble.WORKER, f"its worker died: {cause}")
            task.batch.take(task.first + guilty, 1, lost)
        else:
            again = [task.part(guilty, guilty + 1, deaths)]
        self.tasks.extendleft(reversed(before + again + behind))


def here(work: Work[Answer], batches: Iterable[tuple[Mark, Sequence[Any]]]) -> Answers[Mark, Answer]:
    """Do what a pool does in this process, without its protection."""
    for mark, items in batches:
        yield mark, [work(items)]


def _first(numbered: tuple[int, Any]) -> int:
    return numbered[0]


def _cause(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        return f"{signal.Signals(-code).name}"
    except ValueError:
        return f"signal {-code}"
