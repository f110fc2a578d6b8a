"""The files of an output folder, by their names: the ledger and the tables."""

from collections.abc import Iterable

LEDGER = "ledger.sqlite"
TABLES = ("quotes", "mentions", "entities", "documents")


def holds_run(names: Iterable[str]) -> bool:
    """Whether a folder with files of these names is the output of a run: the ledger and a table lie there."""
    return {LEDGER, "documents.jsonl"} <= set(names)
