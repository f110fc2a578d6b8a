"""The encoder that all three networks have: three convolutions, each over a word and its neighbours.

Sequences lie one after another in a flat array, an empty row before each and one at the end, so
that a convolution of three rows never sees two sequences at once. Batch normalisation is folded
into the weights of the layer after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from molva.networks.vectors import Vectors
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


class Encoder:
    """Vectors of words in context, from the arrays of one network."""

    def __init__(self, arrays: dict[str, Floats], vectors: Vectors) -> None:
        self._vectors = vectors
        self._shapes = arrays["emb.shape.weight"]
        self._layers, self._scale, self._shift = _fold(arrays)
        first = self._layers[0].weight.reshape(_TAPS, -1, self._layers[0].weight.shape[1])
        # inputs x (3 x outputs): what a word gives to the row before it, its own, the row after
        self._projection = np.ascontiguousarray(first.transpose(1, 0, 2).reshape(first.shape[1], -1))

    def encode(self, sequences: Sequence[Sequence[str]]) -> Floats:
        """The vectors of all words of all sequences, one row a word, without empty rows."""
        words = [word for sequence in sequences for word in sequence]
        if not words:
            return np.zeros((0, len(self._scale)), np.float32)
        places = flat_places([len(sequence) for sequence in sequences])
        x = self._first(words, places)
        for layer in self._layers[1:]:
            x = _convolve(_with_blanks(x, places, layer.blank), layer)
        return np.ascontiguousarray(x[places - 1]) * self._scale + self._shift

    def _first(self, words: list[str], places: Ints) -> Floats:
        """The first layer, whose product is made once for each distinct word."""
        distinct: dict[str, int] = {}
        numbers = np.array([distinct.setdefault(word, len(distinct)) for word in words], np.intp)
        taps = self._project(list(distinct)).reshape(len(distinct), _TAPS, -1)
        x = np.zeros((places[-1] + 2, taps.shape[2]), np.float32)
        x[places - 1] += taps[numbers, 2]
        x[places] += taps[numbers, 1]
        x[places + 1] += taps[numbers, 0]
        x += self._layers[0].bias
        return np.maximum(x, 0, out=x)[1:-1]

    def _project(self, words: list[str]) -> Floats:
        vectors = self._vectors.unpack(self._vectors.rows(words))
        shapes = self._shapes[self._vectors.shapes(words)]
        return np.hstack((vectors, shapes)) @ self._projection


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


def _fold(arrays: dict[str, Floats]) -> tuple[list[Layer], Floats, Floats]:
    """Layers with the normalisation before them folded in; scale and shift of the last one."""
    layers: list[Layer] = []
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
    return layers, scale, shift
