"""The network family, in PyTorch: natasha's encoder, told more and seeing further.

What is added to natasha's network changes nothing at first: what the dictionary says of a word
enters by small weights, and the wide path (the second layer through blocks with gaps, and the
document's memory) enters the heads by small weights too. So training starts from where natasha is.

natasha's own path gets no dropout in tags and trees: its scores are large and sharp, and dropout in
front of them destroys what it knows (LAS on GSD fell from .72 to .62 within an epoch).

`molva.networks.encoder` is the same network in numpy; `pack.py` hands the weights over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from molva.networks.dictionary import NAMES, dictionary_rows
from molva.networks.layout import neighbours
from molva.networks.vectors import open_vectors
from molva.networks.weights import open_weights

STOCK = "natasha"
VECTOR, SHAPE = 300, 30
NARROW, SECOND, FIRST = 64, 128, 256
SMALL = 0.1


class Lexicon:
    """All distinct words of the training and development texts, each with its inputs."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def add(self, words: Sequence[str]) -> Tensor:
        """The numbers of words."""
        return torch.tensor([self.numbers.setdefault(word, len(self.numbers)) for word in words])

    def close(self, device: torch.device) -> None:
        """Look all words up; none may be added afterwards."""
        vectors, words = open_vectors(STOCK), list(self.numbers)
        rows = vectors.rows_without_yo(words)
        inputs = np.hstack((vectors.unpack(rows), dictionary_rows(words))).astype(np.float32)
        self.inputs = torch.tensor(inputs, device=device)
        self.shapes = torch.tensor(vectors.shapes(words), device=device)
        unknown = vectors.rows(["\0"])  # no word: the row of all that navec does not know
        self.unknown = torch.tensor(vectors.unpack(unknown)[0], device=device)


@dataclass(frozen=True, slots=True)
class Settings:
    """What may differ between the networks; dropouts are shares."""

    gaps: tuple[int, ...]
    inner: int = SECOND  # numbers inside a block
    memory: bool = False
    unknown: float = 0.1  # words read as if navec did not know them
    inputs: float = 0.0  # dropout of vectors and of the dictionary
    narrow: float = 0.0  # between natasha's layers
    wide: float = 0.3  # inside and behind the blocks
    scale: float = 0.2  # spread of the wide path at the start; 0 leaves it as it comes


class Convolution(nn.Module):
    """A word with its two neighbours at a distance; ``weight`` is inputs x (3 x outputs)."""

    def __init__(self, inputs: int, outputs: int, gap: int = 1) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(inputs, 3 * outputs) * (2 / (3 * inputs)) ** 0.5)
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.outputs, self.gap = outputs, gap

    def forward(self, x: Tensor, around: "Neighbours") -> Tensor:
        """The convolution of all rows."""
        return self.spread(x @ self.weight, around)

    def spread(self, taps: Tensor, around: "Neighbours") -> Tensor:
        """Sum what each word gives to its left neighbour, itself and its right neighbour."""
        taps = torch.cat((taps, taps.new_zeros(1, taps.shape[1])))  # the last row: no neighbour
        left, right = around.at(self.gap)
        size, outputs = len(left), self.outputs
        own = taps[:size, outputs : 2 * outputs]
        return own + taps[left, :outputs] + taps[right, 2 * outputs :] + self.bias


class Neighbours:
    """Rows of the neighbours of each word inside its sequence, at any distance."""

    def __init__(self, sizes: Sequence[int], device: torch.device) -> None:
        self._sizes = np.array(sizes)
        self._device = device
        self._found: dict[int, tuple[Tensor, Tensor]] = {}

    def at(self, gap: int) -> tuple[Tensor, Tensor]:
        """The rows before and after; one past the last row where there is none."""
        if gap not in self._found:
            left, right = neighbours(self._sizes, gap)
            self._found[gap] = (
                torch.tensor(left, device=self._device),
                torch.tensor(right, device=self._device),
            )
        return self._found[gap]


class Encoder(nn.Module):
    """Words to words in context: ``NARROW`` numbers of natasha's path, ``SECOND`` of the wide one."""

    width = NARROW + SECOND

    def __init__(self, lexicon: Lexicon, stock: str, settings: Settings) -> None:
        super().__init__()
        self.lexicon, self.settings = lexicon, settings
        arrays = {key: torch.tensor(value) for key, value in open_weights(STOCK).network(stock).items()}
        self.shape = nn.Embedding.from_pretrained(arrays["emb.shape.weight"].clone(), freeze=False)
        self.layers = nn.ModuleList([
            Convolution(VECTOR + SHAPE + len(NAMES), FIRST), Convolution(FIRST, SECOND), Convolution(SECOND, NARROW)
        ])  # fmt: skip
        self.scales, self.shifts = nn.ParameterList(), nn.ParameterList()
        for n, layer in enumerate(self.layers):
            self._start(layer, n, arrays)
        self.spread = nn.Parameter(torch.ones(SECOND))
        self.blocks = nn.ModuleList([Convolution(SECOND, settings.inner, gap) for gap in settings.gaps])
        self.outs = nn.ModuleList([nn.Linear(settings.inner, SECOND, bias=False) for _ in settings.gaps])
        for out in self.outs:
            out.weight.data *= SMALL
        self.memory = nn.Linear(SECOND, SECOND) if settings.memory else None

    def _start(self, layer: Convolution, n: int, arrays: Mapping[str, Tensor]) -> None:
        """Take over natasha's layer; normalisation becomes a factor and a shift to be learnt."""
        prefix = f"encoder.layers.{n}."
        weight = arrays[prefix + "conv.weight"].permute(1, 2, 0)
        layer.weight.data *= SMALL
        layer.weight.data[: len(weight)] = weight.reshape(len(weight), -1)
        layer.bias.data = arrays[prefix + "conv.bias"].clone()
        norm = {part: arrays[f"{prefix}norm.{part}"] for part in ("weight", "bias", "mean", "std")}
        scale = norm["weight"] / norm["std"]
        self.scales.append(nn.Parameter(scale))
        self.shifts.append(nn.Parameter(norm["bias"] - norm["mean"] * scale))

    def calm(self, sequences: Sequence[Tensor]) -> None:
        """Bring the wide path to a small spread on these words, so that first steps are small."""
        if self.settings.scale:
            with torch.no_grad():
                around = Neighbours([len(s) for s in sequences], self.shape.weight.device)
                spread = self._two(torch.cat(list(sequences)), around).std(0).clamp(min=1e-3)
                self.spread.data = self.settings.scale / spread

    def forward(
        self, words: Tensor, around: Neighbours, groups: Tensor | None = None, capital: Tensor | None = None
    ) -> Tensor:
        """The words of all sequences one after another; groups and capitals for the memory."""
        second = self._two(words, around)
        narrow = self._layer(2, self._drop(second, self.settings.narrow), around)
        wide = second * self.spread
        for n, (block, out) in enumerate(zip(self.blocks, self.outs, strict=True)):
            if self.memory is not None and groups is not None and n == len(self.blocks) - 1:
                wide = wide + self._drop(self._remembered(wide, groups, capital), self.settings.wide)
            wide = wide + out(self._drop(functional.relu(block(wide, around)), self.settings.wide))
        return torch.cat((self._drop(narrow, self.settings.narrow), self._drop(wide, self.settings.wide)), 1)

    def _two(self, words: Tensor, around: Neighbours) -> Tensor:
        """The first two layers; the first product is made once for each distinct word."""
        distinct, places = torch.unique(words, return_inverse=True)
        taps = (self._inputs(distinct) @ self.layers[0].weight)[places]
        first = functional.relu(self.layers[0].spread(taps, around)) * self.scales[0] + self.shifts[0]
        return self._layer(1, self._drop(first, self.settings.narrow), around)

    def _layer(self, n: int, x: Tensor, around: Neighbours) -> Tensor:
        return functional.relu(self.layers[n](x, around)) * self.scales[n] + self.shifts[n]

    def _inputs(self, distinct: Tensor) -> Tensor:
        rows = self.lexicon.inputs[distinct]
        vectors, marks = rows[:, :VECTOR], rows[:, VECTOR:]
        if self.training:
            hidden = torch.rand(len(distinct), 1, device=rows.device) < self.settings.unknown
            vectors = torch.where(hidden, self.lexicon.unknown, vectors)
        vectors, marks = self._drop(vectors, self.settings.inputs), self._drop(marks, self.settings.inputs)
        return torch.cat((vectors, self.shape(self.lexicon.shapes[distinct]), marks), 1)

    def _remembered(self, x: Tensor, groups: Tensor, capital: Tensor | None) -> Tensor:
        assert self.memory is not None
        assert capital is not None
        counts = torch.bincount(groups).clamp(min=1).unsqueeze(1)
        sums = x.new_zeros(len(counts), x.shape[1]).index_add_(0, groups, x)
        return self.memory((sums / counts)[groups] * capital.unsqueeze(1))

    def _drop(self, x: Tensor, share: float) -> Tensor:
        return functional.dropout(x, share, self.training)
