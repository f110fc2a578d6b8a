"""The tables of a run, put together from its jobs in input order: same bytes however it was run."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from molva.corpus.contents import TABLES
from molva.corpus.ledger import Ledger
from molva.corpus.plan import Job
from molva.corpus.work import write_whole
from molva.errors import FormatError


def table_path(out: Path, name: str) -> Path:
    """Where a table of an output folder lies."""
    return out / f"{name}.jsonl"


def merge(ledger: Ledger, jobs: Sequence[Job], out: Path) -> None:
    """Write the four tables, and remember how long each is."""
    for name in TABLES:
        path = table_path(out, name)
        write_whole(path, (ledger.lines(job.key, name) for job in jobs))
        ledger.remember(f"bytes of {path.name}", str(path.stat().st_size))


def is_merged(ledger: Ledger, out: Path) -> bool:
    """Whether all tables are there, and as long as they were written: not deleted, cut short or added to."""
    paths = [table_path(out, name) for name in TABLES]
    return all(
        path.is_file() and ledger.fact(f"bytes of {path.name}") == str(path.stat().st_size) for path in paths
    )


def speakers(out: Path) -> set[str]:
    """The names of all who speak in the corpus."""
    return {row["speaker"] for row in read_rows(table_path(out, "quotes")) if row["speaker"]}


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a table, one by one.

    Raises:
        FormatError: a line is no JSON.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            yield from map(json.loads, stream)
    except ValueError as error:
        raise FormatError(f"{path}: damaged ({error}); run `molva annotate` again") from None
