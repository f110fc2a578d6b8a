"""The process that does jobs: loads the pipeline once, then answers task after task."""

import gc
import os
import signal
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from molva.corpus.ledger import Result
from molva.corpus.plan import Task
from molva.corpus.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Ready:
    """The pipeline is loaded."""


@dataclass(frozen=True, slots=True)
class At:
    """The worker begins with the document at this position of its task."""

    position: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The worker cannot go on, and another one could not either: no model, or a full disk."""

    reason: str
    loading: bool


Message = Ready | At | Broken | Result


def work(connection: Connection, settings: Settings, out: Path) -> None:
    """Answer tasks until None comes, or until the other side is gone."""
    from molva.corpus.work import do

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the main process, which ends this one
    try:
        nlp = load_pipeline(settings)
    except Exception as error:  # noqa: BLE001  whatever it is, no worker will load
        connection.send(Broken(f"{type(error).__name__}: {error}", loading=True))
        return
    leave_in_peace()
    connection.send(Ready())
    try:
        while task := _next(connection):
            connection.send(do(task, nlp, out, settings.reading, lambda i: connection.send(At(i))))
        os._exit(0)  # all is written: taking a pipeline apart object by object would cost seconds
    except (BrokenPipeError, EOFError):
        return
    except OSError as error:
        connection.send(Broken(f"{error.filename or out}: {error.strerror or error}", loading=False))


def load_pipeline(settings: Settings) -> "Language":
    """Call the loader that the settings name."""
    module, _, function = settings.loader.partition(":")
    nlp: Language = getattr(import_module(module), function)(settings.model)
    return nlp


def leave_in_peace() -> None:
    """Nothing that is loaded becomes garbage, and little else does: to look for it took a twentieth of the time."""
    gc.freeze()
    gc.set_threshold(100_000)


def _next(connection: Connection) -> Task | None:
    task: Task | None = connection.recv()
    return task
