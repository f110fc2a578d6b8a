"""Scores of heads and relations, by a network; ``grammar`` makes trees of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from molva.networks.batches import batches
from molva.networks.encoder import Encoder
from molva.networks.inputs import open_inputs
from molva.networks.weights import Floats, Ints, open_network


@dataclass(frozen=True, slots=True)
class _Layer:
    """A linear layer with ReLU."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        y: Floats = np.maximum(x @ self.weight + self.bias, 0)
        return y


class Parser:
    """Reads sentences; what it says of each is asked of a ``Reading``."""

    def __init__(self, model: str = "molva") -> None:
        weights = open_network(model, "syntax")
        arrays = weights.network("syntax")
        self._encoder = Encoder(arrays, open_inputs(weights, arrays))
        self.labels = weights.labels("syntax")
        self.head = _Bilinear(arrays, "head")
        self.relation = _Bilinear(arrays, "rel")

    def read(self, sentences: Sequence[Sequence[str]]) -> Iterator["Reading"]:
        """The reading of each sentence, in order."""
        for batch in batches(sentences):
            encoded = self._encoder.encode(batch)
            cuts = np.cumsum([len(sentence) for sentence in batch])[:-1]
            for part in np.split(encoded, cuts):
                yield Reading(self, part)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network thinks of one sentence of n words."""

    parser: Parser
    encoded: Floats

    def arcs(self) -> Floats:
        """How well each word hangs on the root (column 0) or on word 1, 2, …: n x (n + 1)."""
        bilinear = self.parser.head
        return bilinear.tail_scores(self.encoded)

    def relations(self, heads: Ints) -> Floats:
        """How well each relation fits between a word and its head (0 is the root): n x labels."""
        return self.parser.relation.pair_scores(self.encoded, heads)


class _Bilinear:
    """A kernel between a dependent and a head; the root is a vector of its own."""

    def __init__(self, arrays: dict[str, Floats], prefix: str) -> None:
        self._first = _Layer(arrays[f"{prefix}.head.proj.weight"], arrays[f"{prefix}.head.proj.bias"])
        self._second = _Layer(arrays[f"{prefix}.tail.proj.weight"], arrays[f"{prefix}.tail.proj.bias"])
        self._root = arrays[f"{prefix}.root"]
        self._kernel = arrays[f"{prefix}.kernel"]

    def tail_scores(self, x: Floats) -> Floats:
        """Every word with every possible head."""
        heads: Floats = np.vstack((self._root, x))
        scores = self._first(x) @ self._kernel @ self._second(heads).T
        return scores.astype(np.float32, copy=False)

    def pair_scores(self, x: Floats, heads: Ints) -> Floats:
        """Every word with its head, one score a relation."""
        distinct, places = np.unique(heads, return_inverse=True)
        heads_and_root: Floats = np.vstack((self._root, x))
        chosen = self._first(heads_and_root[distinct]) @ self._kernel
        table = chosen.reshape(len(distinct), -1, len(self._kernel))
        scores: Floats = np.einsum("nrh,nh->nr", table[places], self._second(x), optimize=True)
        return scores
