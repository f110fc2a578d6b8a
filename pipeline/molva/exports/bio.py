"""CoNLL-2003 BIO: word, tag, chunk and name, one word a line, documents behind ``-DOCSTART-``."""

from collections.abc import Iterator
from pathlib import Path

from molva.conll.gathering import read_misc
from molva.conll.reading import read_raw
from molva.conll.sentences import FORM, MISC, UPOS, Row
from molva.corpus.work import write_whole
from molva.exports.folder import conllu_files

_DOCUMENT = "-DOCSTART- -X- O O\n\n"  # spaCy's converter looks for exactly this line


def write_bio(out: Path, target: Path) -> None:
    """Write the names of a run as one file."""
    write_whole(target, (piece for path in conllu_files(out) for piece in bio_pieces(path)))


def bio_pieces(path: Path) -> Iterator[str]:
    """The documents of a CoNLL-U file, sentence by sentence. Chunks are unknown, hence O."""
    for document in read_raw(path):
        yield _DOCUMENT
        for sentence in document:
            rows = [row for _, row in sentence.rows if "NoText" not in read_misc(row[MISC])]
            if rows:
                yield "".join(map(_line, rows)) + "\n"


def _line(row: Row) -> str:
    form = "_".join(row[FORM].split())  # columns are separated by spaces
    return f"{form} {row[UPOS]} O {read_misc(row[MISC]).get('NE', 'O')}\n"
