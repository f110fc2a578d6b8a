"""Which relation a word has to its head: the best one that Universal Dependencies allow."""

from collections.abc import Sequence

import numpy as np

from molva.networks.weights import Floats

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
_NUMBER = {pos: n for n, pos in enumerate(UPOS)}
# What part of speech may bear a relation, as the validator of Universal Dependencies has it.
_ONLY = {
    "det": "DET PRON",
    "nummod": "NUM NOUN SYM",
    "advmod": "ADV ADJ CCONJ DET PART SYM",
    "expl": "PRON DET PART",
    "aux": "AUX",
    "cop": "AUX PRON DET SYM",
    "case": "NOUN ADP ADV CCONJ INTJ PART SCONJ SYM VERB X",
    "mark": "ADP ADV CCONJ PART SCONJ SYM VERB X",
    "cc": "ADP ADV CCONJ PART SCONJ SYM X",
    "punct": "PUNCT",
    "fixed": " ".join(pos for pos in UPOS if pos not in ("PROPN", "PUNCT")),
}
_LEFT_TO_RIGHT = ("conj", "fixed", "flat", "appos")
_NEVER = ("<pad>", "root", "goeswith")  # goeswith needs a tag X and Typo=Yes, which no network gives
IMPOSSIBLE = -1e9


class Relations:
    """Labels of the network and which of them each part of speech may bear."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = list(labels)
        kinds = [label.partition(":")[0] for label in labels]
        self._allowed = np.array(
            [[_may(pos, kind, label) for kind, label in zip(kinds, labels, strict=True)] for pos in UPOS]
        )
        self._fixed = np.array([n for n, kind in enumerate(kinds) if kind == "fixed"], np.intp)
        self._one_way = np.array([n for n, kind in enumerate(kinds) if kind in _LEFT_TO_RIGHT], np.intp)

    def rank(self, scores: Floats, heads: Sequence[Sequence[int]], upos: Sequence[Sequence[str]]) -> Floats:
        """Scores (words of all sentences x labels) with what the guidelines rule out made impossible."""
        numbers = [_NUMBER[pos] for sentence in upos for pos in sentence]
        lawful = np.where(self._allowed[numbers], scores, IMPOSSIBLE)
        backwards = np.array([head > i for sentence in heads for i, head in enumerate(sentence, 1)])
        on_name = np.array(
            [
                head > 0 and pos[head - 1] == "PROPN"
                for sentence, pos in zip(heads, upos, strict=True)
                for head in sentence
            ]
        )
        lawful[np.ix_(backwards, self._one_way)] = IMPOSSIBLE
        lawful[np.ix_(on_name, self._fixed)] = IMPOSSIBLE
        return lawful

    def best(self, ranked: Floats, heads: Sequence[int]) -> list[str]:
        """The best relation of each word; the word on the root (head 0) is ``root``."""
        found = [self.labels[n] for n in ranked.argmax(axis=1).tolist()]
        return ["root" if head == 0 else label for head, label in zip(heads, found, strict=True)]

    def next_best(self, ranked: Floats, word: int, *kinds: str) -> str:
        """The best relation of a word that is of none of these kinds."""
        for n in np.argsort(-ranked[word]).tolist():
            if self.labels[n].partition(":")[0] not in kinds:
                return str(self.labels[n])
        return "dep"


def _may(pos: str, kind: str, label: str) -> bool:
    """Whether a word of a part of speech may have a relation."""
    if label in _NEVER:
        return False
    if pos == "PUNCT":
        return kind == "punct"
    return pos in _ONLY.get(kind, pos).split()
