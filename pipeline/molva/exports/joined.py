"""All documents of a run in one CoNLL-U file, under ids that do not recur."""

from pathlib import Path

from molva.conll import write_conllu
from molva.corpus.work import write_whole
from molva.exports.folder import read_docs


def write_joined(out: Path, target: Path) -> None:
    """Write one file, for tools that take a treebank whole."""
    write_whole(
        target,
        (
            write_conllu(doc, doc.user_data["doc_id"], source=doc.user_data.get("source"), number=number)
            for number, doc in enumerate(read_docs(out), 1)
        ),
    )
