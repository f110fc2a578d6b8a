"""The encoder that all networks have: three convolutions, each over a word and its neighbours.

A network of our own has more behind the second of them: blocks that see further, and in names the
memory of the document; what comes out is both, side by side. natasha's networks have three
convolutions and nothing else.
"""

from collections.abc import Sequence

import numpy as np

from molva.networks.blocks import read_blocks
from molva.networks.convolutions import Convolutions
from molva.networks.inputs import Inputs
from molva.networks.layout import Layout
from molva.networks.memory import read_memory
from molva.networks.weights import Floats


class Encoder:
    """Vectors of words in context, from the arrays of one network."""

    def __init__(self, arrays: dict[str, Floats], inputs: Inputs) -> None:
        self._convolutions = Convolutions(arrays, inputs)
        *_, widened, self._narrow = self._convolutions.scales
        self._widened = widened.times(arrays.get("wide.scale", np.ones(1, np.float32)))
        self._blocks, self._memory = read_blocks(arrays), read_memory(arrays)

    @property
    def width(self) -> int:
        """How many numbers a word in context has."""
        narrow, wide = len(self._narrow.scale), len(self._widened.scale)
        return narrow + wide if self._blocks else narrow

    def encode(self, sequences: Sequence[Sequence[str]]) -> Floats:
        """The vectors of all words of all sequences, one row a word, without empty rows."""
        words = [word for sequence in sequences for word in sequence]
        if not words:
            return np.zeros((0, self.width), np.float32)
        layout = Layout([len(sequence) for sequence in sequences])
        second, third = self._convolutions(words, layout)
        narrow = self._narrow(third, layout.places)
        return np.hstack((narrow, self._wide(second, layout, sequences))) if self._blocks else narrow

    def _wide(self, x: Floats, layout: Layout, sequences: Sequence[Sequence[str]]) -> Floats:
        """The second layer through the blocks; what is remembered comes in before the last of them."""
        x = self._widened(x, layout.places)
        for block in self._blocks[:-1]:
            x = block(x, layout)
        if self._memory:
            x = self._memory(x, sequences)
        return self._blocks[-1](x, layout)
