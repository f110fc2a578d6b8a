"""Rows of numbers for words, made once for each distinct word and kept in a bounded table.

In running text nine words in ten have been met before.
"""

from collections.abc import Callable, Sequence

import numpy as np

from molva.networks.weights import Floats, Ints

MOST_WORDS = 12_288  # with 3 x 256 numbers each 36 MiB a network
_ROOM = 8  # a full table gives up an eighth of its rows at once


class WordTable:
    """Rows of words; when the table is full, the words that were met least often make room.

    Args:
        make: the rows of distinct words, words x width.
        width: how many numbers a row has.
        most: how many words are kept.
    """

    def __init__(self, make: Callable[[Sequence[str]], Floats], width: int, most: int = MOST_WORDS) -> None:
        self._make, self._most = make, most
        self._table: Floats = np.empty((most + 1, width), np.float32)
        self._table[most] = 0  # the row of no word
        self._numbers: dict[str, int] = {}
        self._words: list[str] = []
        self._met: Ints = np.zeros(most, np.intp)

    def look_up(self, words: Sequence[str]) -> tuple[Floats, Ints]:
        """The table and the row of each word in it; the last row of the table is zero, for no word."""
        new = self._new(words)
        if len(self._words) + len(new) > self._most:
            if len(new) > self._most // _ROOM:
                return self._beside(words)
            self._make_room(set(words))
            new = self._new(words)
        self._learn(new)
        rows = np.fromiter(map(self._numbers.__getitem__, words), np.intp, len(words))
        self._met += np.bincount(rows, minlength=self._most)
        return self._table, rows

    def rows(self, words: Sequence[str]) -> Floats:
        """One row a word."""
        table, rows = self.look_up(words)
        return table.take(rows, axis=0)

    def _new(self, words: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(word for word in words if word not in self._numbers))

    def _learn(self, new: list[str]) -> None:
        if new:
            start = len(self._words)
            self._table[start : start + len(new)] = self._make(new)
            self._numbers.update(zip(new, range(start, start + len(new)), strict=True))
            self._words += new

    def _make_room(self, needed: set[str]) -> None:
        """Keep the words met most often, of equals the newer, and those that are needed now, in their order."""
        kept = self._most - self._most // _ROOM
        rank = self._met * self._most + np.arange(self._most)
        rank[[self._numbers[word] for word in needed if word in self._numbers]] = np.iinfo(np.intp).max
        rows = np.sort(np.argpartition(-rank[: len(self._words)], kept - 1)[:kept])
        self._table[:kept] = self._table[rows]
        self._met[:kept] = self._met[rows]
        self._met[kept:] = 0
        self._words = [self._words[row] for row in rows.tolist()]
        self._numbers = dict(zip(self._words, range(kept), strict=True))

    def _beside(self, words: Sequence[str]) -> tuple[Floats, Ints]:
        """The same for words of which too many are new: the table stays as it is."""
        distinct: dict[str, int] = {}
        rows = np.array([distinct.setdefault(word, len(distinct)) for word in words], np.intp)
        none = np.zeros((1, self._table.shape[1]), np.float32)
        return np.vstack((self._make(list(distinct)), none)), rows
