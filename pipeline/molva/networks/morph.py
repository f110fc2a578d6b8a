"""Part of speech and features of words, by a network."""

from collections.abc import Iterator, Sequence

from molva.networks.batches import batches
from molva.networks.choice import Choice
from molva.networks.dictionary import NAMES
from molva.networks.encoder import Encoder
from molva.networks.inputs import open_inputs
from molva.networks.possible import Possible
from molva.networks.weights import open_network

Tag = tuple[str, str]


class Tagger:
    """Says UPOS and features (``Case=Nom|Number=Sing``, or an empty string) of words."""

    def __init__(self, model: str = "molva") -> None:
        weights = open_network(model, "morph")
        arrays = weights.network("morph")
        self._encoder = Encoder(arrays, open_inputs(weights, arrays))
        self._tags = [read_tag(label) for label in weights.labels("morph")]
        head = arrays["head.proj.weight"], arrays["head.proj.bias"]
        # natasha's network is left as it is
        self._choice = Choice(*head, Possible(self._tags) if weights.told_of(NAMES) else None)

    def tags(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[Tag]]:
        """The tags of each sentence, word by word."""
        for batch in batches(sentences):
            words = [word for sentence in batch for word in sentence]
            found = iter(self._choice.best(self._encoder.encode(batch), words).tolist())
            for sentence in batch:
                yield [self._tags[next(found)] for _ in sentence]


def read_tag(label: str) -> Tag:
    """A label of the network, ``NOUN|Case=Nom``, as part of speech and features."""
    pos, _, feats = label.partition("|")
    return pos, feats
