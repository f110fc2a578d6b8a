"""Names of people, places and bodies, by a network."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from molva.networks.batches import batches
from molva.networks.crf import best_labels
from molva.networks.encoder import Encoder
from molva.networks.inputs import open_inputs
from molva.networks.weights import Floats, open_network

NameSpan = tuple[int, int, str]


class Ner:
    """Finds names. The network reads a whole document as one sequence, as it was trained to.

    Where it was trained on sentences inside their documents, the path of labels ends with each
    sentence, so that no name crosses one. Our own network knows two guidelines: ``nerel`` (names
    with all that belongs to them: «прокуратура Курской области») and ``factru`` (factRuEval-2016).
    """

    def __init__(self, model: str = "molva", guideline: str = "") -> None:
        weights = open_network(model, "ner")
        arrays = weights.network("ner")
        self._encoder = Encoder(arrays, open_inputs(weights, arrays))
        head = f"{weights.guideline(guideline)}."
        self._weight, self._bias = arrays[head + "proj.weight"], arrays[head + "proj.bias"]
        self._transitions = arrays[head + "crf.transitions"]
        self._tags = weights.labels("ner")
        self._by_sentence = weights.by_sentence

    def spans(
        self, documents: Sequence[Sequence[str]], ends: Sequence[Sequence[int]] | None = None
    ) -> Iterator[list[NameSpan]]:
        """The names of each document: half-open stretches of words with PER, LOC or ORG.

        Args:
            documents: the words of each document.
            ends: of each document where its sentences end, the last one left out; whole documents
                where it is missing.
        """
        cuts = ends if ends and self._by_sentence else [()] * len(documents)
        bounds = [[*inner, len(words)] for inner, words in zip(cuts, documents, strict=True)]
        scores = [self._encoder.encode(batch) @ self._weight + self._bias for batch in batches(documents)]
        yield from self._read(scores, bounds)

    def _read(self, scores: Sequence[Floats], bounds: Sequence[Sequence[int]]) -> Iterator[list[NameSpan]]:
        """The names of documents, whose sentences end at these words."""
        if not scores:
            return
        sizes = [end - start for ends in bounds for start, end in pairwise([0, *ends])]
        labels = best_labels(np.concatenate(scores), sizes, self._transitions).tolist()
        done = 0
        for ends in bounds:
            tags = [self._tags[label] for label in labels[done : done + ends[-1]]]
            done += ends[-1]
            yield [
                (start + a, start + b, label)
                for start, end in pairwise([0, *ends])
                for a, b, label in spans_of(tags[start:end])
            ]


def spans_of(tags: Sequence[str]) -> Iterator[NameSpan]:
    """BIO tags to spans; an I- without a B- before it names nothing."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and not tag.startswith("I-"):
            yield start, i, label
            label = ""
        if tag.startswith("B-"):
            start, label = i, tag[2:]
