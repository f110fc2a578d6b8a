"""The encoder that all networks have: three convolutions, each over a word and its neighbours.

A network of our own has more behind the second of them: blocks that see further, and in names the
memory of the document; what comes out is both, side by side. natasha's networks have three
convolutions and nothing else.

Between the layers rows of words lie as ``Layout`` says. Batch normalisation is folded into the
weights of the layer after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from molva.networks.blocks import read_blocks
from molva.networks.first import TAPS, FirstLayer
from molva.networks.inputs import Inputs
from molva.networks.layout import Layout
from molva.networks.memory import read_memory
from molva.networks.weights import Floats, Ints


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution with ReLU: ``weight`` is (3 x inputs) x outputs.

    ``blank`` is what an empty row must hold at the input, so that the folded normalisation
    makes it the zero that the network was trained with.
    """

    weight: Floats
    bias: Floats
    blank: Floats

    def __call__(self, x: Floats, blanks: Ints) -> Floats:
        """The rows of a layout, their empty rows at ``blanks``, to as many rows of output.

        Windows that start at rows 0, 3, 6 … do not overlap, so they are a plain view of ``x``; so
        are those from 1 and from 2. Three products without a copy.
        """
        x[blanks] = self.blank
        out = np.empty((len(x), self.weight.shape[1]), np.float32)
        inner, width = out[1:-1], x.shape[1]
        for start in range(min(TAPS, len(inner))):
            count = (len(inner) - start + TAPS - 1) // TAPS
            windows = x[start : start + TAPS * count].reshape(count, TAPS * width)
            np.matmul(windows, self.weight, out=inner[start::TAPS])
        inner += self.bias
        np.maximum(inner, 0, out=inner)
        return out


@dataclass(frozen=True, slots=True)
class Scale:
    """The normalisation behind a layer."""

    scale: Floats
    shift: Floats

    def __call__(self, x: Floats, places: Ints) -> Floats:
        """The rows of words, without empty rows."""
        rows: Floats = x.take(places, axis=0)
        rows *= self.scale
        rows += self.shift
        return rows

    def times(self, factor: Floats) -> "Scale":
        """The same, and a factor."""
        return Scale(self.scale * factor, self.shift * factor)


class Encoder:
    """Vectors of words in context, from the arrays of one network."""

    def __init__(self, arrays: dict[str, Floats], inputs: Inputs) -> None:
        layers, scales = _fold(arrays)
        self._layers = layers[1:]
        self._narrow = scales[-1]
        self._widened = scales[-2].times(arrays.get("wide.scale", np.ones(1, np.float32)))
        self._blocks, self._memory = read_blocks(arrays), read_memory(arrays)
        self._first = FirstLayer(inputs.rows, layers[0].weight, layers[0].bias)

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
        second = x = self._first(words, layout)
        for layer in self._layers:
            second, x = x, layer(x, layout.blanks)
        narrow = self._narrow(x, layout.places)
        return np.hstack((narrow, self._wide(second, layout, sequences))) if self._blocks else narrow

    def _wide(self, x: Floats, layout: Layout, sequences: Sequence[Sequence[str]]) -> Floats:
        """The second layer through the blocks; what is remembered comes in before the last of them."""
        x = self._widened(x, layout.places)
        for block in self._blocks[:-1]:
            x = block(x, layout)
        if self._memory:
            x = self._memory(x, sequences)
        return self._blocks[-1](x, layout)


def _fold(arrays: dict[str, Floats]) -> tuple[list[Layer], list[Scale]]:
    """Layers with the normalisation before them folded in, and the normalisation behind each."""
    layers: list[Layer] = []
    scales: list[Scale] = []
    scale, shift = np.ones(1, np.float32), np.zeros(1, np.float32)
    while (prefix := f"encoder.layers.{len(layers)}.") + "conv.weight" in arrays:
        weight = arrays[prefix + "conv.weight"].transpose(2, 1, 0)  # taps x inputs x outputs
        bias = arrays[prefix + "conv.bias"] + np.einsum(
            "tio,i->o", weight, np.broadcast_to(shift, weight.shape[1])
        )
        folded = (weight * scale[:, np.newaxis]).reshape(-1, weight.shape[2])
        layers.append(Layer(np.ascontiguousarray(folded), bias.astype(np.float32), -shift / scale))
        norm = {name: arrays[f"{prefix}norm.{name}"] for name in ("weight", "bias", "mean", "std")}
        scale = norm["weight"] / norm["std"]
        shift = norm["bias"] - norm["mean"] * scale
        scales.append(Scale(scale, shift))
    return layers, scales
