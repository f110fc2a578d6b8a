"""The tables of a run read side by side, one document at a time.

All four tables follow the order of ``documents.jsonl``, so that a run of any length is read in
one pass, and no more than the rows of one document are held.
"""

import json
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from molva.corpus.merge import table_path
from molva.errors import FormatError, SourceError
from molva.registry.seen import Seen, seen_in

Row = dict[str, Any]
_TEXT = (str,)
_MAYBE = (str, type(None))
# What is read of each table, and what it may hold.
FIELDS: dict[str, dict[str, tuple[type, ...]]] = {
    "documents": {"doc": _TEXT},
    "entities": {"doc": _TEXT, "entity_id": _TEXT, "kind": _TEXT, "name": _TEXT},
    "mentions": {
        "doc": _TEXT, "start": (int,), "end": (int,), "label": _TEXT, "normal": _TEXT, "entity_id": _MAYBE,
    },
    "quotes": {"doc": _TEXT, "speaker_id": _MAYBE, "source_text": _MAYBE},
}  # fmt: skip


def read_seen(out: Path) -> Iterator[Seen]:
    """The entities of a run that merging needs, in the order of its documents.

    Raises:
        SourceError: the folder holds no run of molva.
        FormatError: a row of a table is broken, or the tables are not of one run.
    """
    for name in FIELDS:
        if not table_path(out, name).is_file():
            raise SourceError(
                f"{out}: no {name}.jsonl here; name the OUT of an earlier `molva annotate CORPUS OUT`"
            )
    with ExitStack() as opened:
        entities, mentions, quotes = (
            opened.enter_context(closing(Table(out, name))) for name in ("entities", "mentions", "quotes")
        )
        for row in _rows(out, "documents"):
            doc = row["doc"]
            yield from seen_in(doc, entities.of(doc), mentions.of(doc), quotes.of(doc))
        for table in (entities, mentions, quotes):
            table.finish()


class Table:
    """A table whose rows are taken document after document."""

    def __init__(self, out: Path, name: str) -> None:
        self._path = table_path(out, name)
        self._number = 0
        self._rows = _rows(out, name)
        self._next = next(self._rows, None)

    def of(self, doc: str) -> list[Row]:
        """The rows of a document, which are the next ones."""
        found: list[Row] = []
        while self._next is not None and self._next["doc"] == doc:
            found.append(self._next)
            self._next = next(self._rows, None)
        self._number += len(found)
        return found

    def close(self) -> None:
        """Close the file, also where a row of another table is broken."""
        self._rows.close()

    def finish(self) -> None:
        """See that nothing is left.

        Raises:
            FormatError: a row belongs to no document, or the documents come in another order.
        """
        if self._next is not None:
            place = f"{self._path}:{self._number + 1}"
            doc = self._next["doc"]
            raise FormatError(f"{place}: «{doc}» is not next in documents.jsonl; run `molva annotate` again")


def _rows(out: Path, name: str) -> Generator[Row, None, None]:
    path = table_path(out, name)
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            yield _row(line, f"{path}:{number}", FIELDS[name])


def _row(line: bytes, place: str, fields: dict[str, tuple[type, ...]]) -> Row:
    """A line of a table, held to the fields that are needed."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise FormatError(f"{place}: no line of JSON ({error}); run `molva annotate` again") from None
    if not isinstance(row, dict):
        raise FormatError(f"{place}: an object is wanted; run `molva annotate` again")
    for field, types in fields.items():
        if field not in row:
            raise FormatError(f'{place}: "{field}" is missing; run `molva annotate` again')
        if not isinstance(row[field], types):
            cause = f'"{field}" is {json.dumps(row[field], ensure_ascii=False)}'
            raise FormatError(f"{place}: {cause}, which cannot be; run `molva annotate` again")
    return row
