"""What parts of speech the dictionary leaves open: «смеётся» is a verb, whatever the network believes.

Only words that the dictionary has are restricted; a capital may always open a name. On the
development set of Taiga 0.5 % of the words are won by it, on that of GSD 0.1 %.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from molva.grammar.analyses import analyses_of
from molva.grammar.tagset import parts_of_speech
from molva.networks.weights import Floats

_RULED_OUT = -1e4


class Possible:
    """Takes from the scores of tags what the dictionary rules out."""

    def __init__(self, upos: Sequence[str]) -> None:
        self._upos = list(upos)
        self._masks: list[Floats] = [np.zeros(len(upos), np.float32)]
        self._numbers: dict[frozenset[str], int] = {frozenset(): 0}

    def restrict(self, scores: Floats, words: Sequence[str]) -> Floats:
        """Scores (words x tags) with the impossible tags far below all others."""
        numbers = [self._number(allowed(word)) for word in words]
        restricted: Floats = scores + np.stack(self._masks)[numbers]
        return restricted

    def _number(self, upos: frozenset[str]) -> int:
        if upos not in self._numbers:
            self._numbers[upos] = len(self._masks)
            mask = [0.0 if tag in upos else _RULED_OUT for tag in self._upos]
            self._masks.append(np.array(mask, np.float32))
        return self._numbers[upos]


@lru_cache(50_000)
def allowed(word: str) -> frozenset[str]:
    """The parts of speech that a word may have; none where the dictionary does not know it."""
    readings = [reading for reading in analyses_of(word) if reading.known]
    if not readings or not word.isalpha() or word.isascii():
        return frozenset()
    found = [parts_of_speech(reading) for reading in readings]
    if not all(found):
        return frozenset()
    return frozenset({"PROPN"} if word[:1].isupper() else ()).union(*found)
