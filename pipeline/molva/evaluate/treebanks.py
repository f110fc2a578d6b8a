"""Sentences of a treebank, as the judge of grammar needs them: gold words, spaces and columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from molva.errors import FormatError
from molva.evaluate.golds import open_text

EMPTY = "_"
_NEWDOC = re.compile(r"#\s*newdoc\s+id\s*=\s*(.*?)\s*")
_HELD = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A word of a treebank; ``head`` is 1-based, 0 at the root and None where there is no syntax."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int | None
    deprel: str
    spaced: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank and the line of the file it begins at."""

    rows: tuple[Row, ...]
    line: int


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; ranges of words (3-4) and empty nodes (5.1) are passed over.

    Raises:
        FormatError: a line has not ten columns, its head is no number or no word of the sentence, or two documents have one id.
    """
    documents: dict[str, int] = {}
    with open_text(path) as lines:
        numbered = ((number, line.rstrip("\r\n")) for number, line in enumerate(lines, 1))
        for blank, group in groupby(numbered, key=lambda item: not item[1].strip()):
            if not blank:
                block = list(group)
                _check_documents(path, block, documents)
                sentence = _sentence(path, block)
                if sentence.rows:
                    yield sentence


def held_out(sentences: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of a corpus without a part to decide by: those to learn from, and every tenth."""
    last = _HELD - 1
    learnt = [sentence for n, sentence in enumerate(sentences) if n % _HELD != last]
    return learnt, list(sentences[last::_HELD])


def _check_documents(path: Path, block: Iterable[tuple[int, str]], seen: dict[str, int]) -> None:
    """See that no document before has the id of one that begins here: «# newdoc id = весть»."""
    for number, line in block:
        if begins := _NEWDOC.fullmatch(line):
            first = seen.setdefault(begins[1], number)
            if first != number:
                raise FormatError(
                    f"{path}:{number}: the id of the document is {begins[1]!r}, as in line {first}; "
                    "give each document an id of its own, or take one of the two out."
                )


def _sentence(path: Path, block: Sequence[tuple[int, str]]) -> Sentence:
    read = ((number, _row(path, number, line)) for number, line in block if not line.startswith("#"))
    rows = [(number, row) for number, row in read if row is not None]
    for number, row in rows:
        if row.head is not None and row.head > len(rows):
            raise FormatError(
                f"{path}:{number}: HEAD is {row.head}, but the sentence has {len(rows)} words; "
                "it must be the number of one of them, or 0 at the root."
            )
    return Sentence(tuple(row for _, row in rows), block[0][0])


def _row(path: Path, number: int, line: str) -> Row | None:
    """A word of a treebank; none for a multiword token or an empty node."""
    cells = line.split("\t")
    if len(cells) != 10:
        raise FormatError(f"{path}:{number}: {len(cells)} columns; CoNLL-U has ten, parted by tabs.")
    if not cells[0].isdigit():
        return None
    form, lemma, upos, _, feats, head, deprel, _, misc = cells[1:]
    if head != EMPTY and not head.isdigit():
        raise FormatError(f"{path}:{number}: HEAD is {head!r}; it must be a number, or _ without syntax.")
    spaced = "SpaceAfter=No" not in misc.split("|")
    return Row(form, lemma, upos, feats, None if head == EMPTY else int(head), deprel, spaced)
