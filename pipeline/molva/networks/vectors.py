"""Word vectors: navec's, packed by product quantisation, with one of the word's shape behind."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from molva.networks.shapes import word_shape
from molva.networks.weights import Floats, Ints, Weights, open_weights

# navec's dictionary ends with the words of a news corpus; names and typing errors outside it all
# share one vector, so that only their shape and their neighbours speak for them.

WIDTH = 300


class Vectors:
    """Vectors of words, looked up by the hash of the word in lower case."""

    def __init__(self, weights: Weights) -> None:
        self._hashes = weights.array("hashes")
        self._rows = weights.array("rows")  # (words + 1) x parts
        self._codes = weights.array("codes")  # parts x 256 x length of a part
        self._parts = np.arange(len(self._codes))
        self._shapes = {shape: n for n, shape in enumerate(weights.shapes)}

    def rows(self, words: Sequence[str]) -> Ints:
        """The row of each word; that of an unknown word is the last one."""
        hashes = np.array([_hash(word.lower()) for word in words], np.uint64)
        found = np.searchsorted(self._hashes, hashes)
        known = self._hashes[np.minimum(found, len(self._hashes) - 1)] == hashes
        return np.where(known, found, len(self._hashes))

    def rows_without_yo(self, words: Sequence[str]) -> Ints:
        """The same, but «смеётся» is looked up as «смеется» too: newspapers, and so navec, leave out the dots."""
        rows = self.rows(words)
        dotted = [n for n in np.flatnonzero(rows == len(self._hashes)).tolist() if "ё" in words[n].lower()]
        if dotted:
            rows[dotted] = self.rows([words[n].lower().replace("ё", "е") for n in dotted])
        return rows

    def shapes(self, words: Sequence[str]) -> Ints:
        """The number of each word's shape."""
        return np.array([self._shapes[word_shape(word)] for word in words], np.intp)

    def unpack(self, rows: Ints) -> Floats:
        """Vectors of rows: n x ``WIDTH``."""
        return np.asarray(self._codes[self._parts, self._rows[rows]]).reshape(len(rows), -1)


@lru_cache(2)
def open_vectors(name: str) -> Vectors:
    """The vectors of a model; the networks of one process share them."""
    return Vectors(open_weights(name))


def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")
