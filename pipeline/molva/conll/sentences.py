"""The lines of a CoNLL-U file, gathered into sentences and documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from molva.errors import FormatError

COLUMNS = 10
FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(1, COLUMNS)

Row = list[str]


@dataclass(slots=True)
class Sentence:
    """Comments and rows with the numbers of their lines; empty nodes of enhanced graphs left out."""

    comments: list[tuple[int, str]] = field(default_factory=list)
    rows: list[tuple[int, Row]] = field(default_factory=list)

    def comment(self, name: str) -> str | None:
        """What follows ``# name``, without the equals sign; None where there is no such comment."""
        for _, text in self.comments:
            if text == name or text.startswith((f"{name} ", f"{name}=")):
                return text[len(name) :].strip().removeprefix("=").strip()
        return None


def read_sentences(lines: Iterable[str], file: str) -> Iterator[Sentence]:
    """Sentences one by one.

    Raises:
        FormatError: a line is no comment, and not ten columns of a word in its turn.
    """
    sentence = Sentence()
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        if text.startswith("#"):
            if sentence.rows:
                raise broken(file, number, "a comment inside a sentence", "Put an empty line before it.")
            sentence.comments.append((number, text[1:].strip()))
        elif text:
            if (row := _row(text, len(sentence.rows) + 1, file, number)) is not None:
                sentence.rows.append((number, row))
        elif sentence.rows:
            yield sentence
            sentence = Sentence()
    if sentence.rows:
        yield sentence


def read_documents(lines: Iterable[str], file: str) -> Iterator[list[Sentence]]:
    """Documents one by one: each begins at ``# newdoc``; a file without any is one document."""
    document: list[Sentence] = []
    for sentence in read_sentences(lines, file):
        if document and sentence.comment("newdoc") is not None:
            yield document
            document = []
        document.append(sentence)
    if document:
        yield document


def broken(file: str, line: int, cause: object, remedy: str) -> FormatError:
    """The error for a line that breaks the format."""
    return FormatError(f"{file}, line {line}: {cause}. {remedy}")


def _row(text: str, turn: int, file: str, number: int) -> Row | None:
    """The columns of a word; none for an empty node of an enhanced graph."""
    row = text.split("\t")
    if len(row) != COLUMNS:
        raise broken(
            file, number, f"{len(row)} columns instead of {COLUMNS}",
            "Columns are separated by single tabs; an editor may have replaced them.",
        )  # fmt: skip
    if "." in row[0]:
        return None
    if "-" in row[0]:
        raise broken(
            file, number, f"a multiword token ({row[0]})",
            "molva keeps words as they are written; join its words first, or use «spacy convert».",
        )  # fmt: skip
    if row[0] != str(turn):
        raise broken(file, number, f"word {row[0]} where word {turn} is due", "Number the words from 1.")
    return row
