"""The best tag of each word among those that the dictionary leaves open."""

from collections.abc import Sequence

import numpy as np

from molva.networks.compiled import LANES, Lists, open_kernel
from molva.networks.possible import Possible
from molva.networks.weights import Floats, Ints


class Choice:
    """Chooses tags by their scores.

    Args:
        weight: width x tags.
        bias: one number a tag.
        possible: what the dictionary leaves open; None to let the network decide alone.
    """

    def __init__(self, weight: Floats, bias: Floats, possible: Possible | None) -> None:
        self._weight, self._bias, self._possible = weight, bias, possible
        self._by_tag = np.ascontiguousarray(weight.T)

    def best(self, x: Floats, words: Sequence[str]) -> Ints:
        """The tag of each word; ``x`` is words x width. Of equals the first."""
        if self._possible is None:
            return self._best_of_all(x)
        numbers, kernel = self._possible.numbers(words), open_kernel()
        if kernel is None or x.shape[1] % LANES:
            return self._among(x, numbers, self._possible.lists)
        found = kernel.best(x, numbers, self._possible.lists, self._by_tag, self._bias)
        anything = np.flatnonzero(numbers == 0)
        found[anything] = self._best_of_all(x[anything])
        return found

    def _best_of_all(self, x: Floats) -> Ints:
        best: Ints = self._scores(x).argmax(axis=1)
        return best

    def _among(self, x: Floats, numbers: Ints, lists: Lists) -> Ints:
        """The same from the scores of all tags, words with the same list together."""
        scores = self._scores(x)
        found: Ints = scores.argmax(axis=1)
        order = np.argsort(numbers, kind="stable")
        for words in np.split(order, np.flatnonzero(np.diff(numbers[order])) + 1):
            tags = lists.of(numbers[words[0]])
            if len(tags):
                found[words] = tags[scores[np.ix_(words, tags)].argmax(axis=1)]
        return found

    def _scores(self, x: Floats) -> Floats:
        scores: Floats = x @ self._weight
        scores += self._bias
        return scores
