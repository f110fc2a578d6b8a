"""Names of people, places and bodies, by natasha's network."""

from collections.abc import Iterator, Sequence

import numpy as np

from molva.networks.batches import batches
from molva.networks.crf import best_paths
from molva.networks.encoder import Encoder
from molva.networks.vectors import open_vectors
from molva.networks.weights import open_weights

NameSpan = tuple[int, int, str]


class Ner:
    """Finds names. The network reads a whole document as one sequence, as it was trained to."""

    def __init__(self, model: str = "natasha") -> None:
        weights = open_weights(model)
        arrays = weights.network("ner")
        self._encoder = Encoder(arrays, open_vectors(model))
        self._weight, self._bias = arrays["head.proj.weight"], arrays["head.proj.bias"]
        self._transitions = arrays["head.crf.transitions"]
        self._tags = weights.labels("ner")

    def spans(self, documents: Sequence[Sequence[str]]) -> Iterator[list[NameSpan]]:
        """The names of each document: half-open stretches of words with PER, LOC or ORG."""
        for batch in batches(documents):
            scores = self._encoder.encode(batch) @ self._weight + self._bias
            cuts = np.cumsum([len(document) for document in batch])[:-1]
            for path in best_paths(np.split(scores, cuts), self._transitions):
                yield list(_spans([self._tags[label] for label in path.tolist()]))


def _spans(tags: Sequence[str]) -> Iterator[NameSpan]:
    """BIO tags to spans; an I- without a B- before it names nothing."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and not tag.startswith("I-"):
            yield start, i, label
            label = ""
        if tag.startswith("B-"):
            start, label = i, tag[2:]
