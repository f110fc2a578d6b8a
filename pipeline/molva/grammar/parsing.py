"""From the network's reading of sentences to heads and relations.

Trees are found sentence by sentence; relations are asked of the network for many at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np

from molva.grammar.relations import Relations
from molva.grammar.repairs import hang_marks, lift_from_leaves, mend_relations
from molva.grammar.trees import FORBIDDEN, best_trees
from molva.networks.syntax import Reading, relations
from molva.networks.weights import Bits, Floats
from molva.tokens.endless import LONGEST

# A "sentence" of more words is a list, an index or a table without full stops. It is parsed in
# pieces cut behind punctuation, each piece hung on the first as parataxis, so that scores of all
# pairs of words stay small (300 words: 0.4 MB) and trees are found in reasonable time. Of what
# nobody has written (the same word a thousand times, whose every two are a cycle) they are smaller.
MOST_WORDS = 300
ENDLESS_PIECE = 75

_MOST_LIFTS = 4
_TOGETHER = 200  # sentences whose relations are asked for at once

Parse = tuple[list[int], list[str]]


def parse(
    readings: Iterable[Reading], upos: Iterable[Sequence[str]], labels: Sequence[str]
) -> Iterator[Parse]:
    """Heads (0 is the root, word i is i + 1) and relations of sentences of any length.

    Args:
        readings: what the network thinks of each sentence.
        upos: the parts of speech of its words.
        labels: the relations that the network can say.
    """
    laws = _laws(tuple(labels))
    sentences = zip(readings, upos, strict=True)
    while group := list(islice(sentences, _TOGETHER)):
        cut = [_cut(reading, pos) for reading, pos in group]
        _parse([piece for of_one in cut for piece in of_one], laws)
        for (_, pos), of_one in zip(group, cut, strict=True):
            yield _joined(of_one, pos)


def _cut(reading: Reading, upos: Sequence[str]) -> list["_Piece"]:
    if len(upos) <= MOST_WORDS:
        return [_Piece(reading, upos)]
    return [_Piece(reading.part(start, stop), upos[start:stop]) for start, stop in pieces(upos)]


def pieces(upos: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Half-open stretches of at most ``MOST_WORDS``, cut behind the last punctuation if there is any."""
    start, most = 0, MOST_WORDS if len(upos) <= LONGEST else ENDLESS_PIECE
    while len(upos) - start > most:
        stop = start + most
        marks = [i for i in range(start + 1, stop) if upos[i] == "PUNCT"]
        stop = marks[-1] + 1 if marks else stop
        yield start, stop
        start = stop
    if len(upos) > start:
        yield start, len(upos)


class _Piece:
    """A sentence, or a stretch of a very long one, and what is known of its tree so far."""

    def __init__(self, reading: Reading, upos: Sequence[str]) -> None:
        self.reading, self.upos = reading, upos
        self.marks = [pos == "PUNCT" for pos in upos]
        self.heads: list[int] = []
        self.relations: list[str] = []
        self.arcs: Floats = np.zeros((0, 1), np.float32)


def _joined(found: Sequence[_Piece], upos: Sequence[str]) -> Parse:
    """The pieces of a sentence as one tree: each hangs on the root of the first."""
    if len(found) == 1:
        return found[0].heads, found[0].relations
    heads, labels = list(found[0].heads), list(found[0].relations)
    top = heads.index(0) + 1
    for piece in found[1:]:
        start = len(heads)
        heads += [head + start if head else top for head in piece.heads]
        hung = "punct" if upos[start + piece.heads.index(0)] == "PUNCT" else "parataxis"
        labels += [label if head else hung for head, label in zip(piece.heads, piece.relations, strict=True)]
    return heads, labels


def _parse(found: Sequence[_Piece], laws: Relations) -> None:
    """Fill heads and relations of all pieces."""
    wordy: list[_Piece] = []
    for piece in found:
        if all(piece.marks):  # «***»: the first mark is the root
            piece.heads = [0] + [1] * (len(piece.marks) - 1)
            piece.relations = ["root"] + ["punct"] * (len(piece.marks) - 1)
            continue
        piece.arcs = _without_marks_as_heads(piece.reading.arcs(), np.array(piece.marks))
        wordy.append(piece)
    if not wordy:
        return
    for piece, heads in zip(wordy, best_trees([piece.arcs for piece in wordy]), strict=True):
        piece.heads = heads.tolist()
    scores = relations([piece.reading for piece in wordy], [piece.heads for piece in wordy])
    ranked = laws.rank(scores, [piece.heads for piece in wordy], [piece.upos for piece in wordy])
    start = 0
    for piece in wordy:
        _label(piece, ranked[start : start + len(piece.marks)], laws)
        start += len(piece.marks)


def _label(piece: _Piece, ranked: Floats, laws: Relations) -> None:
    """Relations of one piece; function words keep no children, which gives new heads, hence new relations."""
    labels = laws.best(ranked, piece.heads)
    for trial in range(_MOST_LIFTS):
        lifted = lift_from_leaves(piece.heads, labels, piece.upos)
        if lifted == piece.heads:
            break
        piece.heads = lifted
        if trial < _MOST_LIFTS - 1:
            ranked = laws.rank(piece.reading.relations(piece.heads), [piece.heads], [piece.upos])
            labels = laws.best(ranked, piece.heads)
    piece.relations = mend_relations(piece.heads, labels, piece.upos, ranked, laws)
    piece.heads = hang_marks(piece.heads, piece.marks, piece.arcs)


def _without_marks_as_heads(arcs: Floats, marks: Bits) -> Floats:
    """Punctuation hangs on words, never the other way round, and is never the root."""
    arcs[:, 1:][:, marks] = FORBIDDEN
    arcs[marks, 0] = FORBIDDEN
    return arcs


@lru_cache(2)
def _laws(labels: tuple[str, ...]) -> Relations:
    return Relations(labels)
