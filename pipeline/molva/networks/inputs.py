"""What a network is told of a word by itself: its vector, its shape, and what the dictionary says."""

from collections.abc import Sequence

import numpy as np

from molva.networks.dictionary import NAMES, dictionary_table
from molva.networks.vectors import Vectors, open_vectors
from molva.networks.weights import Floats, Weights


class Inputs:
    """Rows of numbers for words; natasha's networks have no dictionary."""

    def __init__(self, shapes: Floats, vectors: Vectors, *, with_dictionary: bool) -> None:
        self._shapes, self._vectors, self._with_dictionary = shapes, vectors, with_dictionary

    def rows(self, words: Sequence[str]) -> Floats:
        """One row a word."""
        shapes = self._shapes[self._vectors.shapes(words)]
        if not self._with_dictionary:
            return np.hstack((self._vectors.unpack(self._vectors.rows(words)), shapes))
        vectors = self._vectors.unpack(self._vectors.rows_without_yo(words))
        marks = dictionary_table().rows([word.lower() for word in words])
        return np.hstack((vectors, shapes, marks))


def open_inputs(weights: Weights, arrays: dict[str, Floats]) -> Inputs:
    """The inputs of a network, as wide as its first layer wants them.

    Raises:
        ModelError: the weights were trained with other marks of the dictionary.
    """
    with_dictionary = weights.told_of(NAMES)
    return Inputs(arrays["emb.shape.weight"], open_vectors(weights.vectors), with_dictionary=with_dictionary)
