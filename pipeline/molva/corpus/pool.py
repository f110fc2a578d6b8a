"""Several workers side by side: hand out tasks, gather results, outlive the death of a worker.

A worker that dies takes no other with it. Its task is given out again, one document at a time;
if a worker dies again, the document it was at is set aside and the rest goes on.
"""

import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from molva.corpus.ledger import Result
from molva.corpus.plan import Task
from molva.corpus.settings import Settings
from molva.corpus.worker import At, Broken, Message, Ready, work
from molva.errors import ModelError, MolvaError, SettingsError

# One thread a process, set before numpy loads; one order of hashes, so that runs are alike.
_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
_DEATHS_AT_START = 3
_PATIENCE = 5.0  # seconds to wait for a worker to leave


@dataclass(slots=True, eq=False)
class Worker:
    """A process, our end of its pipe, and the task it is at."""

    process: SpawnProcess
    connection: Connection
    ready: bool = False
    task: Task | None = None
    position: int | None = None
    tokens: int = 0


class Pool:
    """Workers that are started when there is something to do.

    ``renew`` is the number of tokens after which a worker is replaced by a fresh one: what
    spaCy and numpy do not give back of their memory goes back to the system then.
    """

    def __init__(self, jobs: int, settings: Settings, out: Path, renew: int = 500_000) -> None:
        self.jobs, self.settings, self.out, self.renew = jobs, settings, out, renew
        self.workers: list[Worker] = []
        self.again: deque[Task] = deque()
        self.deaths_at_start = 0

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """Results in the order in which they come.

        Raises:
            ModelError: the pipeline cannot be loaded.
            SettingsError: the output cannot be written.
        """
        try:
            self._hand_out(tasks)
            while busy := [worker for worker in self.workers if worker.task]:
                for worker in self._speaking(busy):
                    result = self._hear(worker)
                    self._hand_out(tasks)
                    if result:
                        yield result
            self._dismiss()
        finally:
            self._end()

    def _hand_out(self, tasks: Iterator[Task]) -> None:
        """Give every free worker a task, first those that are to be done again; start workers while more may run."""
        while True:
            idle = next((worker for worker in self.workers if not worker.task), None)
            if not idle and len(self.workers) >= self.jobs:
                return
            task = self.again.popleft() if self.again else next(tasks, None)
            if task is None:
                return
            worker = idle or self._start()
            worker.task, worker.position = task, None
            if worker.ready:
                _send(worker)

    def _speaking(self, busy: list[Worker]) -> list[Worker]:
        """Wait until some of the busy workers have something to say."""
        speaking = wait([worker.connection for worker in busy])
        return [worker for worker in busy if worker.connection in speaking]

    def _hear(self, worker: Worker) -> Result | None:
        """Take in a message of a worker, or its death; a result is handed on."""
        try:
            message: Message = worker.connection.recv()
        except (EOFError, ConnectionResetError):
            self._bury(worker)
            return None
        if isinstance(message, Result):
            return self._finished(worker, message)
        if isinstance(message, Broken):
            raise self._broken(message)
        if isinstance(message, At):
            worker.position = message.position
        elif isinstance(message, Ready):
            worker.ready, self.deaths_at_start = True, 0
            _send(worker)
        return None

    def _finished(self, worker: Worker, result: Result) -> Result:
        """The worker is free again, or leaves if it has done enough to be renewed."""
        worker.task = None
        worker.tokens += result.counts.tokens
        if worker.tokens >= self.renew:
            self.workers.remove(worker)
            _part(worker)
        return result

    def _bury(self, worker: Worker) -> None:
        """A worker has died: its task is done again, carefully if it was at work on it.

        Raises:
            ModelError: several in a row have died before they were ready.
        """
        self.workers.remove(worker)
        worker.process.join()
        worker.connection.close()
        if not worker.task:
            return
        if not worker.ready:
            self.deaths_at_start += 1
            if self.deaths_at_start >= _DEATHS_AT_START:
                raise ModelError(
                    f"worker processes end while loading the model ({_how(worker)}); is memory short?"
                )
            self.again.append(worker.task)
        else:
            self.again.append(_once_more(worker.task, worker.position, _how(worker)))

    def _start(self) -> Worker:
        """A new process at the other end of a pipe; it says when it is ready."""
        ours, theirs = get_context("spawn").Pipe()
        process = get_context("spawn").Process(
            target=work, args=(theirs, self.settings, self.out), daemon=True
        )
        with _environment():
            process.start()
        theirs.close()
        worker = Worker(process, ours)
        self.workers.append(worker)
        return worker

    def _broken(self, message: Broken) -> MolvaError:
        """What a worker could not get over, as an error that says what to do."""
        if message.loading:
            return ModelError(f"model {self.settings.model!r} cannot be loaded: {message.reason}")
        return SettingsError(
            f"the output cannot be written: {message.reason}; mend it and run again to go on"
        )

    def _dismiss(self) -> None:
        """All is done: let every worker leave by itself."""
        for worker in self.workers:
            _part(worker)
        self.workers.clear()

    def _end(self) -> None:
        """Whatever has happened, no process is left behind."""
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            _reap(worker)
        self.workers.clear()


def _once_more(task: Task, position: int | None, how: str) -> Task:
    """The task that a worker died of: one document at a time, then without the one that it died at."""
    if not task.careful or position is None:
        return replace(task, careful=True, deadly=dict(task.deadly))
    return replace(task, deadly={**task.deadly, position: f"the process ended, {how}"})


def _send(worker: Worker) -> None:
    """Give a worker its task, or none. It must be listening: a pipe holds less than a task, and we would wait."""
    with suppress(BrokenPipeError, ConnectionResetError):  # if it has died, its end of the pipe will say so
        worker.connection.send(worker.task)


def _part(worker: Worker) -> None:
    _send(worker)
    _reap(worker)


def _reap(worker: Worker) -> None:
    """Wait for a process to leave, and not for ever."""
    worker.process.join(_PATIENCE)
    worker.process.kill()
    worker.process.join()
    worker.connection.close()


def _how(worker: Worker) -> str:
    code = worker.process.exitcode
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


@contextmanager
def _environment() -> Iterator[None]:
    """The environment that a child is started in; our own is as before when it has started."""
    before = {name: os.environ.get(name) for name in _ENVIRONMENT}
    os.environ.update(_ENVIRONMENT)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
