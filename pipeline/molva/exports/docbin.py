"""The documents of a run as spaCy's own binary files, with all layers, entities and quotes."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc, DocBin

from molva.exports.folder import read_docs

DOCUMENTS_A_FILE = 1000  # a DocBin is held in memory whole


def write_docbins(out: Path, target: Path) -> None:
    """Write a folder of ``.spacy`` files, such as ``spacy train`` and ``spacy debug data`` take.

    Files of a longer run that lie there are removed: whoever reads the folder would read them too.
    """
    target.mkdir(exist_ok=True)
    written = set()
    for number, docs in enumerate(_batches(read_docs(out)), 1):
        path = target / f"{number:04}.spacy"
        DocBin(docs=docs, store_user_data=True).to_disk(path)
        written.add(path)
    for path in set(target.glob("[0-9]" * 4 + ".spacy")) - written:
        path.unlink()


def _batches(docs: Iterator[Doc]) -> Iterator[list[Doc]]:
    while batch := list(islice(docs, DOCUMENTS_A_FILE)):
        yield batch
