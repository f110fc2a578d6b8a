"""Scores of heads and relations, by a network; ``grammar`` makes trees of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from molva.networks.batches import batches
from molva.networks.encoder import Encoder
from molva.networks.inputs import open_inputs
from molva.networks.weights import Floats, Ints, open_network

# The table of relations of a head is large (11 KB): as many as stay in a fast memory at a time.
_HEADS_AT_ONCE = 64


class Parser:
    """Reads sentences; what it says of each is asked of a ``Reading``."""

    def __init__(self, model: str = "molva") -> None:
        weights = open_network(model, "syntax")
        arrays = weights.network("syntax")
        self._encoder = Encoder(arrays, open_inputs(weights, arrays))
        self.labels = weights.labels("syntax")
        self._sides = _Sides(arrays)

    def read(self, sentences: Sequence[Sequence[str]]) -> Iterator["Reading"]:
        """The reading of each sentence, in order."""
        for batch in batches(sentences):
            sides = self._sides(self._encoder.encode(batch))
            start = 0
            for sentence in batch:
                yield Reading(self._sides, *(side[start : start + len(sentence)] for side in sides))
                start += len(sentence)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network thinks of one sentence of n words: four views of each, n x width.

    ``seeks`` is the word that looks for a head, ``offers`` the word as a possible head; ``above``
    and ``below`` are the word as the head and as the dependent of a relation.
    """

    sides: "_Sides"
    seeks: Floats
    offers: Floats
    above: Floats
    below: Floats

    def part(self, start: int, stop: int) -> "Reading":
        """The reading of some of the words."""
        views = (self.seeks, self.offers, self.above, self.below)
        return Reading(self.sides, *(view[start:stop] for view in views))

    def arcs(self) -> Floats:
        """How well each word hangs on the root (column 0) or on word 1, 2, …: n x (n + 1)."""
        scores: Floats = self.seeks @ np.vstack((self.sides.root_offers, self.offers)).T
        return scores

    def relations(self, heads: Sequence[int]) -> Floats:
        """How well each relation fits between a word and its head (0 is the root): n x labels."""
        return relations([self], [heads])


def relations(readings: Sequence[Reading], heads: Sequence[Sequence[int]]) -> Floats:
    """The relations of all words of several sentences to their heads, one sentence after another.

    Args:
        readings: of n sentences by one parser.
        heads: of each sentence the head of each word; 0 is the root, word i is i + 1.

    Returns:
        Words of all sentences x labels.
    """
    if not readings:
        return np.zeros((0, 0), np.float32)
    sides = readings[0].sides
    above = np.concatenate([sides.root_above, *(reading.above for reading in readings)])
    below = np.concatenate([reading.below for reading in readings])
    starts = np.cumsum([0, *(len(one) for one in heads[:-1])])
    local = np.concatenate([np.array(one, np.intp) for one in heads])
    rows = np.where(local, local + np.repeat(starts, [len(one) for one in heads]), 0)
    return sides.pair_scores(above, below, rows)


class _Sides:
    """Four views of words and the kernels between them.

    A kernel says how two words fit; the root is a vector of its own. A word's view is a linear
    layer with ReLU over its encoding, the four layers made in one product.
    """

    def __init__(self, arrays: dict[str, Floats]) -> None:
        names = ("head.head", "head.tail", "rel.head", "rel.tail")
        weights = [arrays[f"{name}.proj.weight"] for name in names]
        biases = [arrays[f"{name}.proj.bias"] for name in names]
        self._weight: Floats = np.hstack(weights)
        self._bias: Floats = np.concatenate(biases)
        self._width = weights[0].shape[1]
        self._head_kernel = arrays["head.kernel"]
        self._relation_kernel = arrays["rel.kernel"]
        self.root_offers: Floats = np.maximum(arrays["head.root"] @ weights[1] + biases[1], 0).reshape(1, -1)
        self.root_above: Floats = np.maximum(arrays["rel.root"] @ weights[2] + biases[2], 0).reshape(1, -1)

    def __call__(self, x: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """What a ``Reading`` is made of, for all words of ``x``."""
        views: Floats = x @ self._weight
        views += self._bias
        np.maximum(views, 0, out=views)
        first, offers, above, below = np.split(views, 4, axis=1)
        seeks: Floats = first @ self._head_kernel
        return seeks, offers, above, below

    def pair_scores(self, above: Floats, below: Floats, heads: Ints) -> Floats:
        """Every word of ``below`` with its head, a row of ``above``: words x labels.

        The product of a head with the kernel is made once, however many words hang on it, and heads
        with as many words go together.
        """
        order = np.argsort(heads, kind="stable")
        distinct, firsts, counts = np.unique(heads[order], return_index=True, return_counts=True)
        labels = self._relation_kernel.shape[1] // self._width
        scores: Floats = np.empty((len(below), labels), np.float32)
        for count in np.unique(counts):
            alike = np.flatnonzero(counts == count)
            for start in range(0, len(alike), _HEADS_AT_ONCE):
                some = alike[start : start + _HEADS_AT_ONCE]
                tables = (above[distinct[some]] @ self._relation_kernel).reshape(len(some), labels, -1)
                words = order[firsts[some, np.newaxis] + np.arange(count)]  # heads x words of each
                scores[words] = below[words] @ tables.transpose(0, 2, 1)
        return scores
