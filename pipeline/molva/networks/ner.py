"""Names of people, places and bodies, by a network."""

from collections.abc import Iterator, Sequence

import numpy as np

from molva.networks.batches import batches
from molva.networks.crf import best_paths
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
        inner = iter(ends if ends and self._by_sentence else [()] * len(documents))
        for batch in batches(documents):
            scores = self._encoder.encode(batch) @ self._weight + self._bias
            yield from self._read(scores, [[*next(inner), len(document)] for document in batch])

    def _read(self, scores: Floats, bounds: Sequence[Sequence[int]]) -> Iterator[list[NameSpan]]:
        """The names of a batch, whose sentences end at these words of their documents."""
        starts = np.cumsum([0, *(document[-1] for document in bounds)])
        cuts = [start + end for start, document in zip(starts, bounds, strict=False) for end in document]
        paths = iter(best_paths(np.split(scores, cuts[:-1]), self._transitions))
        for document in bounds:
            found: list[NameSpan] = []
            for start, _ in zip([0, *document], document, strict=False):
                tags = [self._tags[label] for label in next(paths).tolist()]
                found += [(start + a, start + b, label) for a, b, label in spans_of(tags)]
            yield found


def spans_of(tags: Sequence[str]) -> Iterator[NameSpan]:
    """BIO tags to spans; an I- without a B- before it names nothing."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and not tag.startswith("I-"):
            yield start, i, label
            label = ""
        if tag.startswith("B-"):
            start, label = i, tag[2:]
