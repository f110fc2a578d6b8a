"""The first layer, whose product is made once for each distinct word.

A convolution of three rows over inputs of words is a sum of three products, each of one word
alone: what it gives to the row before it, to its own, to the row after. They are looked up, and
with them goes more than half of the arithmetic.
"""

from collections.abc import Callable, Sequence

import numpy as np

from molva.networks.layout import Layout
from molva.networks.table import WordTable
from molva.networks.weights import Floats, Ints

TAPS = 3  # a word, the one before, the one after


class FirstLayer:
    """A convolution with ReLU straight on words.

    Args:
        inputs: rows of inputs for words.
        weight: (3 x inputs) x outputs, for the word before, the word itself, the word after.
        bias: one number an output.
    """

    def __init__(self, inputs: Callable[[Sequence[str]], Floats], weight: Floats, bias: Floats) -> None:
        self._inputs, self._bias = inputs, bias
        self._width = weight.shape[1]
        before, own, after = weight.reshape(TAPS, -1, self._width)
        self._weight: Floats = np.hstack((before, own, after))
        self._table = WordTable(self._products, TAPS * self._width)

    def look_up(self, words: Sequence[str], layout: Layout) -> tuple[Floats, Ints]:
        """Products of single words, three rows a word; for each row of a layout the first of its word's."""
        table, found = self._table.look_up(words)
        rows = np.full(layout.rows, TAPS * (len(table) - 1), np.int64)
        rows[layout.places] = TAPS * found
        return table.reshape(-1, self._width), rows

    def __call__(self, words: Sequence[str], layout: Layout) -> Floats:
        """The output for all rows of a layout; what its empty rows hold is nothing to rely on."""
        taps, rows = self.look_up(words, layout)
        out = np.empty((layout.rows, self._width), np.float32)
        inner = out[1:-1]
        np.take(taps, rows[1:-1] + 1, axis=0, out=inner, mode="clip")
        inner += taps.take(rows[:-2], axis=0)
        inner += taps.take(rows[2:] + 2, axis=0)
        np.maximum(inner, 0, out=inner)
        return out

    def _products(self, words: Sequence[str]) -> Floats:
        products: Floats = self._inputs(words) @ self._weight
        products[:, self._width : 2 * self._width] += self._bias
        return products
