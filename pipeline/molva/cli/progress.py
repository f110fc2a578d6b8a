"""How far a command is: a bar for people, lines for logs; on stderr, as all that is no result."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from molva.cli.printing import say

if TYPE_CHECKING:
    from molva.corpus.report import Progress


@contextmanager
def progress() -> Iterator[Callable[["Progress"], None]]:
    """A bar for people, and lines for logs."""
    if not sys.stderr.isatty():
        yield _plain_watch()
        return
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("annotating"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[tokens]:,} tokens"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, tokens=0)
        yield lambda state: bar.update(task, completed=state.done, total=state.total, tokens=state.tokens)


def _plain_watch() -> Callable[["Progress"], None]:
    """A line for each tenth of the way."""
    tenths = [-1]

    def watch(state: "Progress") -> None:
        tenth = 10 * state.done // state.total if state.total else 10
        if tenth > tenths[0] and state.total:
            tenths[0] = tenth
            say(f"annotating: {state.done:,} of {state.total:,} documents, {state.tokens:,} tokens")

    return watch


def file_progress() -> Callable[[str, int, int], None]:
    """How far each gold file is, for people alone."""

    def watch(name: str, done: int, total: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{name}: {done:,} of {total:,}" if done < total else "\r\x1b[K")
            sys.stderr.flush()

    return watch
