"""The documents of a run as spaCy's own binary files, with all layers, entities and quotes."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc, DocBin

from molva.exports.folder import read_docs

DOCUMENTS_A_FILE = 1000  # a DocBin is held in memory whole


def write_docbins(out: Path, target: Path) -> None:
    """Write a folder of ``.spacy`` files, such as ``spacy train`` and ``spacy debug data`` take."""
    target.mkdir(exist_ok=True)
    for number, docs in enumerate(_batches(read_docs(out)), 1):
        DocBin(docs=docs, store_user_data=True).to_disk(target / f"{number:04}.spacy")


def _batches(docs: Iterator[Doc]) -> Iterator[list[Doc]]:
    while batch := list(islice(docs, DOCUMENTS_A_FILE)):
        yield batch
