"""From the network's reading of a sentence to heads and relations."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from molva.grammar.relations import Relations
from molva.grammar.repairs import hang_marks, lift_from_leaves, mend_relations
from molva.grammar.trees import FORBIDDEN, best_tree
from molva.networks.syntax import Parser, Reading
from molva.networks.weights import Floats

# A "sentence" of more words is a list, an index or a table without full stops. It is parsed in
# pieces cut behind punctuation, each piece hung on the first as parataxis, so that scores of all
# pairs of words stay small (300 words: 0.4 MB) and trees are found in reasonable time.
MOST_WORDS = 300

_MOST_LIFTS = 4

Parse = tuple[list[int], list[str]]


def parse(reading: Reading, upos: Sequence[str]) -> Parse:
    """Heads (0 is the root, word i is i + 1) and relations of a sentence of any length."""
    heads: list[int] = []
    relations: list[str] = []
    top = 0
    for start, stop in pieces(upos):
        part = Reading(reading.parser, reading.encoded[start:stop])
        own, labels = _parse(part, upos[start:stop])
        for i, head in enumerate(own):
            if head:
                heads.append(head + start)
            elif not top:
                top = start + i + 1
                heads.append(0)
            else:
                heads.append(top)
                labels[i] = "punct" if upos[start + i] == "PUNCT" else "parataxis"
        relations += labels
    return heads, relations


def pieces(upos: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Half-open stretches of at most ``MOST_WORDS``, cut behind the last punctuation if there is any."""
    start = 0
    while len(upos) - start > MOST_WORDS:
        stop = start + MOST_WORDS
        marks = [i for i in range(start + 1, stop) if upos[i] == "PUNCT"]
        stop = marks[-1] + 1 if marks else stop
        yield start, stop
        start = stop
    if len(upos) > start:
        yield start, len(upos)


def _parse(reading: Reading, upos: Sequence[str]) -> Parse:
    laws = _laws(reading.parser)
    marks = np.array([pos == "PUNCT" for pos in upos])
    if marks.all():  # «***»: the first mark is the root
        return [0] + [1] * (len(upos) - 1), ["root"] + ["punct"] * (len(upos) - 1)
    arcs = reading.arcs()
    heads = best_tree(_without_marks_as_heads(arcs, marks)).tolist()
    for _ in range(_MOST_LIFTS):
        ranked = laws.rank(reading.relations(np.array(heads)), heads, upos)
        relations = laws.best(ranked, heads)
        lifted = lift_from_leaves(heads, relations, upos)
        if lifted == heads:
            break
        heads = lifted  # new heads, new relations, and perhaps new leaves
    relations = mend_relations(heads, relations, upos, ranked, laws)
    return hang_marks(heads, marks.tolist(), arcs), relations


def _without_marks_as_heads(arcs: Floats, marks: "np.typing.NDArray[np.bool_]") -> Floats:
    """Punctuation hangs on words, never the other way round, and is never the root."""
    arcs = arcs.copy()
    arcs[:, 1:][:, marks] = FORBIDDEN
    arcs[marks, 0] = FORBIDDEN
    return arcs


@lru_cache(2)
def _laws(parser: Parser) -> Relations:
    return Relations(parser.labels)
