"""What a network is told of a word by itself: its vector, its shape, and what the dictionary says.

All of it but what a shape means to a network is the same for all networks, and made for them once.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from molva.networks.dictionary import NAMES, dictionary_rows
from molva.networks.table import WordTable
from molva.networks.vectors import WIDTH, open_vectors
from molva.networks.weights import Floats, Weights


class Inputs:
    """Rows of numbers for words.

    Args:
        shapes: the row of each shape.
        words: what else there is to tell of words, see ``open_words``.
    """

    def __init__(self, shapes: Floats, words: WordTable) -> None:
        self._shapes, self._words = shapes, words

    def rows(self, words: Sequence[str]) -> Floats:
        """One row a word: vector, shape, dictionary."""
        told = self._words.rows(words)
        shapes = self._shapes[told[:, 0].astype(np.intp)]
        return np.hstack((told[:, 1 : WIDTH + 1], shapes, told[:, WIDTH + 1 :]))


def open_inputs(weights: Weights, arrays: dict[str, Floats]) -> Inputs:
    """The inputs of a network, as wide as its first layer wants them.

    Raises:
        ModelError: the weights were trained with other marks of the dictionary.
    """
    with_dictionary = weights.told_of(NAMES)
    return Inputs(arrays["emb.shape.weight"], open_words(weights.vectors, with_dictionary=with_dictionary))


@lru_cache(4)
def open_words(vectors: str, *, with_dictionary: bool) -> WordTable:
    """The number of a word's shape, its vector and its row of the dictionary, which natasha's networks have not."""
    opened = open_vectors(vectors)

    def rows(words: Sequence[str]) -> Floats:
        shapes = opened.shapes(words)[:, np.newaxis].astype(np.float32)
        if not with_dictionary:
            return np.hstack((shapes, opened.unpack(opened.rows(words))))
        vectors = opened.unpack(opened.rows_without_yo(words))
        return np.hstack((shapes, vectors, dictionary_rows([word.lower() for word in words])))

    return WordTable(rows, 1 + WIDTH + with_dictionary * len(NAMES))
