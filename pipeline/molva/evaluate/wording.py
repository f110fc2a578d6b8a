"""Stretches of text compared by the words they cover, so that marks and commas never matter."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

Span = tuple[int, int]
WORD = re.compile(r"\w+(?:-\w+)*")


def words_of(text: str) -> list[Span]:
    """The words of ``text`` as half-open stretches of code points."""
    return [match.span() for match in WORD.finditer(text)]


def covered(words: Sequence[Span], spans: Iterable[Span]) -> frozenset[int]:
    """The starts of the words that lie wholly in one of the spans."""
    return frozenset(start for a, b in spans for start, end in words if a <= start and end <= b)


def overlap(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    """The share of common words in all words of both (Jaccard); 0 for two empty sets."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def pair(
    gold: Sequence[AbstractSet[int]], predicted: Sequence[AbstractSet[int]]
) -> list[tuple[float, int, int]]:
    """Pair two lists one to one, the best overlap first: (overlap, gold index, predicted index)."""
    every = ((overlap(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if g & p)
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    paired = []
    for ratio, i, j in sorted(every, reverse=True):
        if i in free_gold and j in free_predicted:
            free_gold.remove(i)
            free_predicted.remove(j)
            paired.append((ratio, i, j))
    return paired
