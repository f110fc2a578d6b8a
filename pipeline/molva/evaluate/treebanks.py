"""Sentences of a treebank, as the judge of grammar needs them: gold words, spaces and columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from molva.errors import FormatError
from molva.evaluate.golds import open_text

EMPTY = "_"
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
        FormatError: a line has not ten columns, or its head is no number.
    """
    with open_text(path) as lines:
        numbered = ((number, line.rstrip("\r\n")) for number, line in enumerate(lines, 1))
        for blank, block in groupby(numbered, key=lambda item: not item[1].strip()):
            if not blank:
                sentence = _sentence(path, list(block))
                if sentence.rows:
                    yield sentence


def held_out(sentences: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of a corpus without a part to decide by: those to learn from, and every tenth."""
    last = _HELD - 1
    learnt = [sentence for n, sentence in enumerate(sentences) if n % _HELD != last]
    return learnt, list(sentences[last::_HELD])


def _sentence(path: Path, block: Iterable[tuple[int, str]]) -> Sentence:
    block = list(block)
    rows = (_row(path, number, line) for number, line in block if not line.startswith("#"))
    return Sentence(tuple(row for row in rows if row is not None), block[0][0])


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
