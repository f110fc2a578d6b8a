"""The output folder of a run, as exports read it."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from molva.conll import read_conllu_docs
from molva.corpus.work import FOLDER
from molva.errors import SourceError


def conllu_files(out: Path) -> list[Path]:
    """The CoNLL-U files of a run, in the order of their names.

    Raises:
        SourceError: the folder holds no run of molva.
    """
    folder = out / FOLDER
    if not folder.is_dir():
        raise SourceError(f"{out}: no {FOLDER}/ here; name the OUT of an earlier `molva annotate CORPUS OUT`")
    return sorted(path for path in folder.rglob("*.conllu") if path.is_file())


def read_docs(out: Path) -> Iterator[Doc]:
    """All documents of a run, one by one; ``doc.user_data["doc_id"]`` tells which."""
    for path in conllu_files(out):
        yield from read_conllu_docs(path)
