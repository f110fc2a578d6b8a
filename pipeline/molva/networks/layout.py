"""Where the words of several sequences lie when all of them are one flat array.

An empty row stands before each sequence and one at the end, so that a convolution of three rows
never sees two sequences at once, and no sequence is padded to the length of another.
"""

from collections.abc import Sequence

import numpy as np

from molva.networks.weights import Bits, Ints


class Layout:
    """Rows of words and empty rows; ``sizes`` has the number of words of each sequence.

    Attributes:
        sizes: words of each sequence.
        places: the row of each word.
        blanks: the empty rows, the first and the last row among them.
        empty: of each row whether it is empty.
        rows: how many rows there are.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes: Ints = np.array(sizes, np.intp)
        counts = self.sizes[self.sizes > 0]
        words = int(counts.sum())
        self.rows = words + len(counts) + 1
        self.places: Ints = np.arange(words) + np.repeat(np.arange(1, len(counts) + 1), counts)
        self.blanks: Ints = np.concatenate(([0], np.cumsum(counts + 1)))
        self.empty: Bits = np.zeros(self.rows, bool)
        self.empty[self.blanks] = True
        self._neighbours: dict[int, tuple[Ints, Ints]] = {}

    def neighbours(self, gap: int) -> tuple[Ints, Ints]:
        """For each word those ``gap`` before and after it, see ``neighbours``; made once a gap."""
        if gap not in self._neighbours:
            self._neighbours[gap] = neighbours(self.sizes, gap)
        return self._neighbours[gap]


def neighbours(sizes: Ints, gap: int) -> tuple[Ints, Ints]:
    """For each word the words ``gap`` before and after it in its sequence; the last word + 1 for none."""
    total = int(sizes.sum())
    words = np.arange(total)
    ends = np.repeat(np.cumsum(sizes), sizes)
    starts = ends - np.repeat(sizes, sizes)
    return np.where(words - gap >= starts, words - gap, total), np.where(
        words + gap < ends, words + gap, total
    )
