"""Tables, CSV and Parquet: a row is a document, a column its text, the others its metadata."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any

from molva.errors import MissingExtra, SourceError
from molva.text.cells import read_rows
from molva.text.decode import choose
from molva.text.document import Document, Reading, ReadOptions, Unread
from molva.text.packed import open_bytes, pieces
from molva.text.rows import no_text_key, row_document, undecoded

DELIMITERS = ",;\t|"
_TOLD = re.compile(r'"?sep=([^\w\s"]|\t)"?\s*', re.IGNORECASE)
_LONGEST_CELL = 2**31 - 1
_LONGEST_HEADER = 20  # lines
_ROWS_AT_ONCE = 256
_UNCLOSED = "a quotation mark is not closed; close it, or put the cell in quotes and write it twice there"


def read_csv(path: Path, name: str, options: ReadOptions) -> Reading:
    """Open a CSV file with a header; the delimiter is the one that yields the column of the text."""
    encoding = choose(lambda: pieces(path), options.encoding)
    return Reading(encoding, _csv_rows(path, name, encoding, options))


def read_parquet(path: Path, name: str, options: ReadOptions) -> Reading:
    """Open a Parquet file.

    Raises:
        MissingExtra: pyarrow is not installed.
        SourceError: not a Parquet file, or one without the column of the text.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("pyarrow", "tables", f"{name}: reading .parquet", error) from None
    try:
        table = parquet.ParquetFile(path)
    except pyarrow.ArrowException as error:
        raise SourceError(f"{name}: not a Parquet file that can be read ({error}); fetch it again") from None
    columns = dict.fromkeys(table.schema_arrow.names)
    if options.text_key not in columns:
        raise SourceError(f"{name}: {no_text_key(options.text_key, columns)}")
    return Reading(None, _parquet_rows(table, name, options))


def header(lines: Sequence[str], text_key: str) -> tuple[str, list[str], int]:
    """The delimiter under which the first row has the column of the text, else the most frequent one; the columns; their lines.

    The name of a column may go over lines, «"Дата⏎выхода"». A line «sep=;» before it, which Excel asks for, tells the delimiter.
    """
    if lines and (told := _TOLD.fullmatch(lines[0])):
        reader = csv.reader(lines[1:], delimiter=told[1])
        return told[1], next(reader, []), 1 + reader.line_num
    for mark in DELIMITERS:
        reader = csv.reader(lines, delimiter=mark, strict=True)
        with suppress(csv.Error):
            columns = next(reader, [])
            if text_key in columns:
                return mark, columns, reader.line_num
    first = lines[:1]
    mark = max(DELIMITERS, key="".join(first).count)
    return mark, next(csv.reader(first, delimiter=mark), []), 1


def _csv_rows(path: Path, name: str, encoding: str, options: ReadOptions) -> Iterator[Document | Unread]:
    """The rows of a file, under the columns that its first line names."""
    csv.field_size_limit(_LONGEST_CELL)
    with (
        open_bytes(path) as stream,
        io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="") as text,
    ):
        first = list(islice(text, _LONGEST_HEADER))
        mark, columns, lines = header(first, options.text_key)
        if byte := undecoded("".join(columns)):
            raise SourceError(
                f"{name}: cannot decode byte {byte} of the header as {encoding}; repair the file"
            )
        if columns and options.text_key not in columns:
            raise SourceError(f"{name}: {no_text_key(options.text_key, dict.fromkeys(columns))}")
        for row, cells in enumerate(read_rows(chain(first[lines:], text), mark, columns), 1):
            place = f"{name}, row {row}"
            if cells is None:
                yield Unread(f"{place}: {_UNCLOSED}", row)
            elif cells:
                yield _csv_document(columns, cells, place, row, encoding, options)


def _csv_document(
    columns: list[str], cells: list[str], place: str, row: int, encoding: str, options: ReadOptions
) -> Document | Unread:
    """One row as a document, or the reason why it is none."""
    if byte := undecoded("".join(cells)):
        return Unread(f"{place}: cannot decode byte {byte} as {encoding}; repair the row", row)
    if len(cells) > len(columns):
        return Unread(
            f"{place}: {len(cells)} cells under {len(columns)} columns; put a cell with a delimiter in quotes",
            row,
        )
    if options.text_key in columns[len(cells) :]:
        return Unread(f"{place}: ends before its column {options.text_key!r}; complete the row", row)
    return row_document(dict(zip(columns, cells, strict=False)), place, row, options)


def _parquet_rows(table: Any, name: str, options: ReadOptions) -> Iterator[Document | Unread]:
    row = 0
    for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE):
        for values in batch.to_pylist():
            row += 1
            yield row_document(values, f"{name}, row {row}", row, options)
