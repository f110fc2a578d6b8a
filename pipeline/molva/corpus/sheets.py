"""Tables that Excel opens: with a byte order mark, CRLF at line ends, and nothing that it would take for a formula."""

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

BOM = "\ufeff"  # without it Excel takes UTF-8 for the code page of the system
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a formula begins with, as OWASP lists it


def write_sheet(columns: Sequence[str], rows: Iterable[Iterable[Any]], stream: TextIO) -> int:
    """Write a head and rows, and tell how many rows there were.

    Text that a spreadsheet would compute («=СУММ(A1)», «- Нет») gets an apostrophe in front, which it does not show.
    """
    stream.write(BOM)
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    written = 0
    for row in rows:
        writer.writerow([_inert(value) for value in row])
        written += 1
    return written


def _inert(value: Any) -> Any:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
