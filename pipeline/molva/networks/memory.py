"""The memory of a document: what a name's other mentions have around them.

«Антонов» alone may be anything; «посол Анатолий Антонов» three lines above says what he is. The
mean over all mentions of a word in the document is added to each of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from molva.grammar.analyses import analyses_of
from molva.networks.weights import Floats, Ints


@dataclass(frozen=True, slots=True)
class Memory:
    """A linear layer over the mean of a word's mentions; words in lower case remember nothing."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats, documents: Sequence[Sequence[str]]) -> Floats:
        """Rows of all documents, one after another."""
        groups, capital = _groups(documents)
        counts = np.bincount(groups)
        order = np.argsort(groups, kind="stable")
        firsts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        means = np.add.reduceat(x[order], firsts, axis=0) / counts[:, np.newaxis]
        remembered = x + self.bias
        remembered[capital] += (means @ self.weight)[groups[capital]]
        return remembered


def read_memory(arrays: Mapping[str, Floats]) -> Memory | None:
    """The memory of a network, if it has one."""
    if "memory.weight" not in arrays:
        return None
    return Memory(arrays["memory.weight"], arrays["memory.bias"])


def _groups(documents: Sequence[Sequence[str]]) -> tuple[Ints, Ints]:
    """The number of each word's lemma within its document, and which words begin with a capital."""
    numbers: dict[tuple[int, str], int] = {}
    groups = [
        numbers.setdefault((n, lemma_of(word)), len(numbers))
        for n, words in enumerate(documents)
        for word in words
    ]
    capital = [
        i for i, word in enumerate(word for words in documents for word in words) if word[:1].isupper()
    ]
    return np.array(groups, np.intp), np.array(capital, np.intp)


@lru_cache(50_000)
def lemma_of(word: str) -> str:
    """What mentions of a word have in common: the lemma of its likeliest reading."""
    return analyses_of(word)[0].lemma
