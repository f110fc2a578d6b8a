"""The encoder that all networks have: three convolutions, each over a word and its neighbours.

A network of our own has more behind the second of them: blocks that see further, and in names the
memory of the document; what comes out is both, side by side. natasha's networks have three
convolutions and nothing else.

Sequences lie one after another in a flat array, an empty row before each and one at the end, so
that a convolution of three rows never sees two sequences at once. Batch normalisation is folded
into the weights of the layer after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from molva.networks.blocks import read_blocks, sizes_of
from molva.networks.inputs import Inputs
from molva.networks.memory import read_memory
from molva.networks.weights import Floats, Ints

_TAPS = 3  # a word, the one before, the one after


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution with ReLU: ``weight`` is (3 x inputs) x outputs.

    ``blank`` is what an empty row must hold at the input, so that the folded normalisation
    makes it the zero that the network was trained with.
    """

    weight: Floats
    bias: Floats
    blank: Floats


@dataclass(frozen=True, slots=True)
class Scale:
    """The normalisation behind a layer."""

    scale: Floats
    shift: Floats

    def __call__(self, x: Floats, places: Ints) -> Floats:
        """The rows of words, without empty rows."""
        rows: Floats = np.ascontiguousarray(x[places - 1]) * self.scale + self.shift
        return rows

    def times(self, factor: Floats) -> "Scale":
        """The same, and a factor."""
        return Scale(self.scale * factor, self.shift * factor)


class Encoder:
    """Vectors of words in context, from the arrays of one network."""

    def __init__(self, arrays: dict[str, Floats], inputs: Inputs) -> None:
        self._inputs = inputs
        self._layers, self._scales = _fold(arrays)
        self._widened = self._scales[-2].times(arrays.get("wide.scale", np.ones(1, np.float32)))
        self._blocks, self._memory = read_blocks(arrays), read_memory(arrays)
        first = self._layers[0].weight.reshape(_TAPS, -1, self._layers[0].weight.shape[1])
        # inputs x (3 x outputs): what a word gives to the row before it, its own, the row after
        self._projection = np.ascontiguousarray(first.transpose(1, 0, 2).reshape(first.shape[1], -1))

    @property
    def width(self) -> int:
        """How many numbers a word in context has."""
        narrow, wide = len(self._scales[-1].scale), len(self._scales[-2].scale)
        return narrow + wide if self._blocks else narrow

    def encode(self, sequences: Sequence[Sequence[str]]) -> Floats:
        """The vectors of all words of all sequences, one row a word, without empty rows."""
        words = [word for sequence in sequences for word in sequence]
        if not words:
            return np.zeros((0, self.width), np.float32)
        places = flat_places([len(sequence) for sequence in sequences])
        layers = [self._first(words, places)]
        for layer in self._layers[1:]:
            layers.append(_convolve(_with_blanks(layers[-1], places, layer.blank), layer))
        narrow = self._scales[-1](layers[-1], places)
        return np.hstack((narrow, self._wide(layers[-2], places, sequences))) if self._blocks else narrow

    def _wide(self, x: Floats, places: Ints, sequences: Sequence[Sequence[str]]) -> Floats:
        """The second layer through the blocks; what is remembered comes in before the last of them."""
        sizes = sizes_of(sequences)
        x = self._widened(x, places)
        for block in self._blocks[:-1]:
            x = block(x, sizes)
        if self._memory:
            x = self._memory(x, sequences)
        return self._blocks[-1](x, sizes)

    def _first(self, words: list[str], places: Ints) -> Floats:
        """The first layer, whose product is made once for each distinct word."""
        distinct: dict[str, int] = {}
        numbers = np.array([distinct.setdefault(word, len(distinct)) for word in words], np.intp)
        taps = (self._inputs.rows(list(distinct)) @ self._projection).reshape(len(distinct), _TAPS, -1)
        x = np.zeros((places[-1] + 2, taps.shape[2]), np.float32)
        x[places - 1] += taps[numbers, 2]
        x[places] += taps[numbers, 1]
        x[places + 1] += taps[numbers, 0]
        x += self._layers[0].bias
        return np.maximum(x, 0, out=x)[1:-1]


def flat_places(sizes: Sequence[int]) -> Ints:
    """The rows of the words when an empty row stands before every sequence."""
    counts = np.array([size for size in sizes if size], np.intp)
    return np.arange(counts.sum()) + np.repeat(np.arange(1, len(counts) + 1), counts)


def _with_blanks(x: Floats, places: Ints, blank: Floats) -> Floats:
    """The output of a layer made the input of the next: empty rows inside and at both ends."""
    full = np.empty((len(x) + 2, x.shape[1]), np.float32)
    full[:] = blank
    full[places] = x[places - 1]
    return full


def _convolve(x: Floats, layer: Layer) -> Floats:
    """Rows of three neighbours times the weights; (n + 2) rows give n.

    Windows that start at rows 0, 3, 6 … do not overlap, so they are a plain view of ``x``; so are
    those from 1 and from 2. Three products without a copy.
    """
    rows, width = len(x) - 2, x.shape[1]
    out = np.empty((rows, layer.weight.shape[1]), np.float32)
    for start in range(min(_TAPS, rows)):
        count = (rows - start + _TAPS - 1) // _TAPS
        windows = x[start : start + _TAPS * count].reshape(count, _TAPS * width)
        out[start::_TAPS] = windows @ layer.weight
    out += layer.bias
    return np.maximum(out, 0, out=out)


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
