"""The memory of a document: what a name's other mentions have around them.

«Антонов» alone may be anything; «посол Анатолий Антонов» three lines above says what he is. The
mean over all mentions of a word in the document is added to each of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

import numpy as np

from molva.lexicon.analyses import analyses_of
from molva.networks.weights import Bits, Floats, Ints


@dataclass(frozen=True, slots=True)
class Memory:
    """A linear layer over the mean of a word's mentions; words in lower case remember nothing."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats, documents: Sequence[Sequence[str]]) -> Floats:
        """Rows of all documents, one after another."""
        rows, groups, capital = _mentions(documents)
        remembered = x + self.bias
        if len(rows):
            counts = np.bincount(groups).astype(np.float32)
            order = np.argsort(groups, kind="stable")
            firsts = np.cumsum(counts, dtype=np.intp) - counts.astype(np.intp)
            means = np.add.reduceat(x[rows[order]], firsts, axis=0) / counts[:, np.newaxis]
            remembered[rows[capital]] += (means @ self.weight)[groups[capital]]
        return remembered


def read_memory(arrays: Mapping[str, Floats]) -> Memory | None:
    """The memory of a network, if it has one."""
    if "memory.weight" not in arrays:
        return None
    return Memory(arrays["memory.weight"], arrays["memory.bias"])


def _mentions(documents: Sequence[Sequence[str]]) -> tuple[Ints, Ints, Bits]:
    """The words that share their lemma with a word in a capital of the same document.

    Returns:
        Their rows, the number of the lemma of each, and whether the word itself begins with a capital.
    """
    rows, groups, capital = [], [], []
    start = number = 0
    for words in documents:
        lemmas = list(map(lemma_of, words))
        capitals = [word[:1].isupper() for word in words]
        numbers = {lemma: number + n for n, lemma in enumerate(dict.fromkeys(compress(lemmas, capitals)))}
        number += len(numbers)
        mentions = [i for i, lemma in enumerate(lemmas) if lemma in numbers]
        rows += [start + i for i in mentions]
        groups += [numbers[lemmas[i]] for i in mentions]
        capital += [capitals[i] for i in mentions]
        start += len(words)
    return np.array(rows, np.intp), np.array(groups, np.intp), np.array(capital, bool)


@lru_cache(50_000)
def lemma_of(word: str) -> str:
    """What mentions of a word have in common: the lemma of its likeliest reading."""
    return analyses_of(word)[0].lemma
