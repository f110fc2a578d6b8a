"""Sentences that nobody has written, lists of a thousand words without a full stop, are read in pieces.

The parser scores all pairs of words, and rules look from a word to the ends of its sentence: what has no end
would take them as long as all its words by all its words.
"""

from collections.abc import Sequence

import numpy as np

from molva.columns import Numbers

LONGEST = 600  # words of a sentence that somebody may have written
PIECE = 150  # words of a piece of a longer one
SOUGHT = 50  # words before its end in which a piece seeks a comma to end behind


def cut_endless(sentences: Numbers, forms: Sequence[str]) -> Numbers:
    """The number of each word's sentence; the pieces of an endless one have numbers of their own.

    Args:
        sentences: numbers that never fall.
        forms: the words.
    """
    starts = np.flatnonzero(np.diff(sentences, prepend=-1))
    sizes = np.diff(starts, append=len(sentences))
    cuts = np.zeros(len(sentences), np.intp)
    for start, size in zip(starts[sizes > LONGEST].tolist(), sizes[sizes > LONGEST].tolist(), strict=True):
        cuts[_cuts(forms, start, start + size)] = 1
    return sentences + np.cumsum(cuts)


def _cuts(forms: Sequence[str], start: int, end: int) -> list[int]:
    """Where the pieces of an endless sentence begin, but for the first."""
    found = []
    while end - start > PIECE:
        stop = start + PIECE
        start = next((i + 1 for i in range(stop - 1, stop - SOUGHT, -1) if forms[i] == ","), stop)
        found.append(start)
    return found
