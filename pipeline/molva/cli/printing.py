"""What a command prints: results on stdout, what there is to say about them on stderr."""

import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import typer

from molva.errors import SettingsError


def say(line: str) -> None:
    """A line for people, beside the results."""
    typer.echo(line, err=True)


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table as wide as the terminal; into a file or a pipe it is 120 columns wide."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        shown.add_row(*map(Text, row))
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else 120
    Console(width=width, file=utf8_stdout()).print(shown)


def utf8_stdout() -> Any:
    """What is written is UTF-8 with plain line ends, whatever the system prefers."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", newline="")
    return sys.stdout


def opened(path: Path) -> Any:
    """A file to write to, or an error that says what to do."""
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written ({error.strerror}); name another file") from None


def opened_or_stdout(path: Path) -> AbstractContextManager[Any]:
    """A file to write to; ``-`` is stdout."""
    return nullcontext(utf8_stdout()) if str(path) == "-" else opened(path)
