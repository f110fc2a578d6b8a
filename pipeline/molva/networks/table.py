"""Rows of numbers for words, made once for each distinct word and kept in a bounded table.

In running text nine words in ten have been met before.
"""

from collections.abc import Callable, Sequence
from itertools import islice

import numpy as np

from molva.networks.weights import Floats, Ints

MOST_WORDS = 12_288  # with 3 x 256 numbers each 36 MiB a network
_SHARE = 8  # a full table gives up an eighth of its rows at once


class WordTable:
    """Rows of words; when the table is full, the words that were met least often make room.

    Args:
        make: the rows of distinct words, words x width.
        width: how many numbers a row has.
        most: how many words are kept.
    """

    def __init__(self, make: Callable[[Sequence[str]], Floats], width: int, most: int = MOST_WORDS) -> None:
        self._make, self._room = make, most // _SHARE
        self._table: Floats = np.empty((most + 1, width), np.float32)
        self._table[most] = 0  # the row of no word
        self._numbers: dict[str, int] = {}
        self._words = [""] * most
        self._free = list(range(most))
        self._met: Ints = np.zeros(most, np.intp)
        self._born: Ints = np.zeros(most, np.intp)
        self._births = 0

    def look_up(self, words: Sequence[str]) -> tuple[Floats, Ints]:
        """The table and the row of each word in it; the last row of the table is zero, for no word."""
        new = list(dict.fromkeys(word for word in words if word not in self._numbers))
        if len(new) > len(self._free):
            if len(new) <= self._room:
                self._make_room(words)
            if len(new) > len(self._free):
                return self._beside(words)
        self._learn(new)
        rows = np.fromiter(map(self._numbers.__getitem__, words), np.intp, len(words))
        self._met += np.bincount(rows, minlength=len(self._met))
        return self._table, rows

    def rows(self, words: Sequence[str]) -> Floats:
        """One row a word."""
        table, rows = self.look_up(words)
        return table.take(rows, axis=0)

    def _learn(self, new: list[str]) -> None:
        """Words met for the first time get free rows."""
        if not new:
            return
        rows, self._free = self._free[: len(new)], self._free[len(new) :]
        self._table[rows] = self._make(new)
        self._met[rows] = 0
        self._born[rows] = self._births
        self._births += 1
        self._numbers.update(zip(new, rows, strict=True))
        for word, row in zip(new, rows, strict=True):
            self._words[row] = word

    def _make_room(self, needed: Sequence[str]) -> None:
        """Give up the words met least often, of equals the older, but none that is needed now."""
        kept = {self._numbers[word] for word in needed if word in self._numbers}.union(self._free)
        order = np.lexsort((self._born, self._met)).tolist()
        given_up = list(islice((row for row in order if row not in kept), self._room))
        for row in given_up:
            del self._numbers[self._words[row]]
        self._free += given_up

    def _beside(self, words: Sequence[str]) -> tuple[Floats, Ints]:
        """The same for words of which too many are new: the table stays as it is."""
        distinct: dict[str, int] = {}
        rows = np.array([distinct.setdefault(word, len(distinct)) for word in words], np.intp)
        none = np.zeros((1, self._table.shape[1]), np.float32)
        return np.vstack((self._make(list(distinct)), none)), rows
