"""The memory of a document: what a name's other mentions have around them.

«Антонов» alone may be anything; «посол Анатолий Антонов» three lines above says what he is. The
mean over all mentions of a word in the document is added to each of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from molva.grammar.analyses import analyses_of
from molva.networks.weights import Floats, Ints


@dataclass(frozen=True, slots=True)
class Memory:
    """A linear layer over the mean of a word's mentions; words in lower case remember nothing."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats, documents: Sequence[Sequence[str]]) -> Floats:
        """Rows of all documents, one after another."""
        remembered = x + self.bias
        mentions = _mentions(documents)
        if mentions.capital.any():
            order = np.argsort(mentions.groups, kind="stable")
            counts = np.bincount(mentions.groups)
            firsts = np.cumsum(counts) - counts
            means = np.add.reduceat(x[mentions.words[order]], firsts, axis=0) / counts[:, np.newaxis]
            told = mentions.groups[mentions.capital]
            remembered[mentions.words[mentions.capital]] += (means @ self.weight)[told]
        return remembered


def read_memory(arrays: Mapping[str, Floats]) -> Memory | None:
    """The memory of a network, if it has one."""
    if "memory.weight" not in arrays:
        return None
    return Memory(arrays["memory.weight"], arrays["memory.bias"])


class _Mentions(NamedTuple):
    """The words whose lemma has a capital somewhere in its document, and the number of that lemma."""

    words: Ints
    groups: Ints
    capital: NDArray[np.bool_]


def _mentions(documents: Sequence[Sequence[str]]) -> _Mentions:
    found: list[tuple[int, int, bool]] = []
    start = lemmas = 0
    for words in documents:
        own = [lemma_of(word) for word in words]
        capital = [word[:1].isupper() for word in words]
        numbers = {lemma: lemmas + n for n, lemma in enumerate(dict.fromkeys(compress(own, capital)))}
        found += [(start + i, numbers[one], capital[i]) for i, one in enumerate(own) if one in numbers]
        start, lemmas = start + len(words), lemmas + len(numbers)
    columns = np.array(found, np.intp).reshape(-1, 3).T
    return _Mentions(columns[0], columns[1], columns[2] > 0)


@lru_cache(50_000)
def lemma_of(word: str) -> str:
    """What mentions of a word have in common: the lemma of its likeliest reading."""
    return analyses_of(word)[0].lemma
