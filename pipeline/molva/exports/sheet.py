"""The table of quotes as CSV: with a byte order mark, so that Excel reads its Cyrillic."""

import io
from pathlib import Path

from molva.corpus.quotes import choose_quotes, write_csv
from molva.corpus.work import write_whole


def write_sheet(out: Path, target: Path) -> None:
    """Write all quotes of a run."""
    table = io.StringIO(newline="")
    write_csv(choose_quotes(out), table)
    write_whole(target, iter([table.getvalue()]))
