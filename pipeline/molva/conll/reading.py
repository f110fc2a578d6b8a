"""Read CoNLL-U back into a ``Doc``: the text to the letter, every layer, entities and quotes."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.lang.ru import Russian
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from molva.conll.assembly import assemble
from molva.conll.sentences import Sentence, read_documents
from molva.errors import FormatError, SourceError


def read_conllu(source: Path | str, *, vocab: Vocab | None = None) -> Doc:
    """The one document of a CoNLL-U file.

    Args:
        source: a path, or the CoNLL-U itself (a string with a line break in it).
        vocab: the vocabulary of the new ``Doc``; by default that of an empty Russian pipeline.

    Returns:
        The ``Doc``; ``doc.user_data["doc_id"]`` and ``["source"]`` hold what the file says of it.

    Raises:
        SourceError: there is no such file.
        FormatError: the file breaks the format, or holds no document, or several.
    """
    docs = list(read_conllu_docs(source, vocab=vocab))
    if len(docs) != 1:
        raise FormatError(
            f"{_name(source)}: {len(docs)} documents instead of one. Read them with molva.conll.read_conllu_docs()."
        )
    return docs[0]


def read_conllu_docs(source: Path | str, *, vocab: Vocab | None = None) -> Iterator[Doc]:
    """The documents of a CoNLL-U file one by one; arguments and errors as for ``read_conllu``."""
    for sentences in read_raw(source):
        yield assemble(sentences, vocab or _vocab(), _name(source))


def read_raw(source: Path | str) -> Iterator[list[Sentence]]:
    """The documents of a file as sentences of columns, for those who need no ``Doc``."""
    file = _name(source)
    try:
        with _open(source) as lines:
            yield from read_documents(lines, file)
    except UnicodeDecodeError as error:
        raise FormatError(f"{file}: not UTF-8 ({error}). Save the file as UTF-8.") from error


def _is_text(source: Path | str) -> bool:
    return isinstance(source, str) and "\n" in source


def _name(source: Path | str) -> str:
    return "CoNLL-U text" if _is_text(source) else str(source)


def _open(source: Path | str) -> io.TextIOBase:
    """The lines of a file, or of a text that is CoNLL-U itself."""
    if _is_text(source):
        return io.StringIO(str(source))
    try:
        return Path(source).open(encoding="utf-8-sig")
    except OSError as error:
        raise SourceError(
            f"{source}: cannot be read ({error.strerror}). Give the path of a CoNLL-U file."
        ) from error


@cache
def _vocab() -> Vocab:
    return create_vocab("ru", Russian.Defaults)
