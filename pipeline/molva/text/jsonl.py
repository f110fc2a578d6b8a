"""JSON lines, plain or gzipped: a line is a document; a line that breaks is set aside alone."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

from molva.text.decode import choose
from molva.text.document import Document, Reading, ReadOptions, Unread
from molva.text.packed import open_bytes, pieces
from molva.text.rows import kind, row_document, undecoded


def read_jsonl(path: Path, name: str, options: ReadOptions) -> Reading:
    """Open a file of JSON lines; its lines are read one by one, never all together."""
    encoding = choose(lambda: pieces(path), options.encoding)
    return Reading(encoding, _lines(path, name, encoding, options))


def _lines(path: Path, name: str, encoding: str, options: ReadOptions) -> Iterator[Document | Unread]:
    """The documents of the lines that are not empty."""
    with (
        open_bytes(path) as stream,
        io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="\n") as text,
    ):
        for row, line in enumerate(text, 1):
            if line.strip():
                yield _document(line, f"{name}, line {row}", row, encoding, options)


def _document(line: str, place: str, row: int, encoding: str, options: ReadOptions) -> Document | Unread:
    """One line as a document, or the reason why it is none."""
    if byte := undecoded(line):
        return Unread(f"{place}: cannot decode byte {byte} as {encoding}; repair the line", row)
    try:
        values = json.loads(line, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        return Unread(f"{place}: not JSON ({error.msg} at character {error.pos}); repair the line", row)
    except (ValueError, RecursionError) as error:
        return Unread(f"{place}: not JSON that can be read ({error}); repair the line", row)
    if not isinstance(values, dict):
        hint = (
            "write each object of the array"
            if isinstance(values, list)
            else 'write an object like {"text": …}'
        )
        return Unread(f"{place}: {kind(values)} where an object is needed; {hint} on a line of its own", row)
    return row_document(values, place, row, options)
