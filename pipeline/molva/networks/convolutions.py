"""The three convolutions that all networks have, each over a word and its neighbours.

Between the layers rows of words lie as ``Layout`` says. Batch normalisation is folded into the
weights of the layer after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from molva.networks.compiled import CompiledLayer, open_kernel, suits
from molva.networks.first import TAPS, FirstLayer
from molva.networks.inputs import Inputs
from molva.networks.layout import Layout
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

    @property
    def is_compiled(self) -> bool:
        """Whether the compiled twin can do it."""
        inputs, outputs = self.weight.shape
        return suits(inputs // TAPS, outputs)

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


class Convolutions:
    """The second and the third layer over the first; compiled, where the library is.

    Attributes:
        scales: the normalisation behind each of the three.
    """

    def __init__(self, arrays: Mapping[str, Floats], inputs: Inputs) -> None:
        (first, *layers), self.scales = _fold(arrays)
        self._first = FirstLayer(inputs.rows, first.weight, first.bias)
        self._layers = layers
        self._kernel = open_kernel() if all(layer.is_compiled for layer in layers) else None
        if self._kernel:
            self._compiled = [CompiledLayer(layer.weight, layer.bias, layer.blank) for layer in layers]

    def __call__(self, words: Sequence[str], layout: Layout) -> tuple[Floats, Floats]:
        """Both layers for all rows of a layout; what its empty rows hold is nothing to rely on."""
        if self._kernel:
            taps, rows = self._first.look_up(words, layout)
            return self._kernel.convolve(taps, rows, layout.empty, *self._compiled)
        second, third = self._layers
        middle = second(self._first(words, layout), layout.blanks)
        return middle, third(middle, layout.blanks)


def _fold(arrays: Mapping[str, Floats]) -> tuple[list[Layer], list[Scale]]:
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
