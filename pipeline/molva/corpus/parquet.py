"""The tables of a run as Parquet, with columns of fixed types whatever the corpus holds."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from molva.corpus.lines import to_line
from molva.corpus.merge import read_rows, table_path
from molva.errors import MissingExtra

_ROWS_AT_ONCE = 10_000
_EDGES, _SPANS = "edges", "spans"  # [start, end], and a list of such
COLUMNS: dict[str, dict[str, str]] = {
    "quotes": {
        "doc": "string", "id": "string", "type": "string", "text": "string", "content": _SPANS, "cue": _EDGES,
        "cue_text": "string", "source": _EDGES, "source_text": "string", "speaker": "string", "speaker_id": "string",
        "kind": "string", "via": "string", "polarity": "string", "parent": "string", "construction": "string",
        "confidence": "float64",
    },
    "mentions": {
        "doc": "string", "start": "int32", "end": "int32", "label": "string", "text": "string", "normal": "string",
        "entity_id": "string",
    },
    "entities": {"doc": "string", "entity_id": "string", "kind": "string", "name": "string", "mentions": _SPANS},
    "documents": {
        "doc": "string", "source": "string", "row": "int64", "encoding": "string", "conllu": "string",
        "tokens": "int32", "sentences": "int32", "mentions": "int32", "entities": "int32", "quotes": "int32",
        "meta": "string",
    },
}  # fmt: skip


def require_pyarrow() -> Any:
    """Import pyarrow.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("pyarrow", "tables", "writing Parquet", error) from None
    return pyarrow


def write_parquet(out: Path, target: Path | None = None) -> list[Path]:
    """Write each table of an output folder beside its ``.jsonl``, or into the folder ``target``.

    ``meta`` of the documents goes in as JSON text, since every corpus has columns of its own.
    """
    arrow = require_pyarrow()
    return [_write_table(arrow, out, target or out, name, columns) for name, columns in COLUMNS.items()]


def _write_table(arrow: Any, out: Path, target: Path, name: str, columns: dict[str, str]) -> Path:
    """One table, in place only when it is whole."""
    schema = arrow.schema([(column, _type(arrow, kind)) for column, kind in columns.items()])
    path = target / f"{name}.parquet"
    temporary = target / f".{name}.parquet.molva-tmp"
    with arrow.parquet.ParquetWriter(temporary, schema) as writer:
        for rows in _batches(read_rows(table_path(out, name))):
            writer.write_table(arrow.Table.from_pylist([_flat(row) for row in rows], schema=schema))
    temporary.replace(path)
    return path


def _type(arrow: Any, kind: str) -> Any:
    edges = arrow.list_(arrow.int32())
    return {_EDGES: edges, _SPANS: arrow.list_(edges)}.get(kind) or getattr(arrow, kind)()


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "meta": to_line(row["meta"]).rstrip("\n")} if "meta" in row else row


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, _ROWS_AT_ONCE)):
        yield batch
