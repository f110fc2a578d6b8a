"""The tables of a run as Parquet."""

from pathlib import Path

from molva.corpus.parquet import require_pyarrow, write_parquet
from molva.exports.folder import conllu_files


def write_parquet_tables(out: Path, target: Path) -> None:
    """Write a folder of tables: quotes, mentions, entities and documents.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    require_pyarrow()
    conllu_files(out)
    target.mkdir(exist_ok=True)
    write_parquet(out, target)
