"""What the dictionary leaves open: «смеётся» is a verb and «сообщал» no participle, whatever a network believes.

Only words that the dictionary has are restricted, and marks; a capital may always open a name.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from molva.lexicon.analyses import known_marks
from molva.lexicon.feats import read_feats
from molva.lexicon.tagset import feats_of, parts_of_speech
from molva.networks.compiled import Lists
from molva.networks.weights import Bits, Ints

_TOLD = ("Case", "Number", "VerbForm", "Mood", "Person", "Tense", "Variant")
_MOST_LISTS = 4_000
Kinds = frozenset[tuple[frozenset[str], frozenset[tuple[str, str]]]]
"""The readings of a word: parts of speech, and features that the dictionary tells."""
_MARKS: Kinds = frozenset({(frozenset({"PUNCT", "SYM"}), frozenset())})


class Possible:
    """Which tags the dictionary leaves open, by lists that words share.

    Args:
        tags: part of speech and features of each tag of the network.

    Attributes:
        lists: all lists of tags; the first one is that of words that may be anything, and empty.
    """

    def __init__(self, tags: Sequence[tuple[str, str]]) -> None:
        self._upos = [upos for upos, _ in tags]
        self._feats = [read_feats(feats) for _, feats in tags]
        self._of_upos: dict[frozenset[str], Bits] = {}
        self._telling: dict[tuple[str, str], Bits] = {}
        self._begin()

    def numbers(self, words: Sequence[str]) -> Ints:
        """Of each word the number of its list; lists keep their numbers until the next call."""
        kinds = [kinds_of(word) for word in words]
        new = set(kinds).difference(self._numbers)
        if len(self._numbers) + len(new) > _MOST_LISTS:
            self._begin()
            new = set(kinds) - {frozenset()}
        for one in new:
            self._learn(one)
        if new:
            self.lists = Lists(np.cumsum([0, *map(len, self._open)]), np.concatenate(self._open))
        return np.fromiter(map(self._numbers.__getitem__, kinds), np.intp, len(kinds))

    def _begin(self) -> None:
        self._numbers: dict[Kinds, int] = {frozenset(): 0}
        self._open: list[Ints] = [np.zeros(0, np.intp)]
        self.lists = Lists(np.zeros(2, np.intp), self._open[0])

    def _learn(self, kinds: Kinds) -> None:
        fitting = np.flatnonzero(np.logical_or.reduce([self._fitting(upos, told) for upos, told in kinds]))
        self._numbers[kinds] = len(self._open) if len(fitting) else 0
        if len(fitting):
            self._open.append(fitting)

    def _fitting(self, upos: frozenset[str], told: frozenset[tuple[str, str]]) -> Bits:
        """The tags that one reading may bear: those of its parts of speech that contradict nothing it tells."""
        if upos not in self._of_upos:
            self._of_upos[upos] = np.array([one in upos for one in self._upos])
        fitting = self._of_upos[upos].copy()
        for pair in told:
            if pair not in self._telling:
                name, value = pair
                self._telling[pair] = np.array([feats.get(name, value) == value for feats in self._feats])
            fitting &= self._telling[pair]
        return fitting


@lru_cache(50_000)
def kinds_of(word: str) -> Kinds:
    """What a word may be; nothing where the dictionary does not know it."""
    if not word.isalpha() or word.isascii():
        return frozenset() if any(map(str.isalnum, word)) else _MARKS
    return _kinds(known_marks(word), word[0].isupper())


@lru_cache(8_000)
def _kinds(marks: tuple[tuple[str, frozenset[str]], ...], capital: bool) -> Kinds:
    """What the readings of a word say of its tags; nothing where one of them says nothing, a name too with a capital."""
    kinds = {(parts_of_speech(*one), _told(*one)) for one in marks}
    if not all(upos for upos, _ in kinds):
        return frozenset()
    if marks and capital:
        kinds.add((frozenset({"PROPN"}), frozenset()))
    return frozenset(kinds)


def _told(pos: str, grammemes: frozenset[str]) -> frozenset[tuple[str, str]]:
    stated = feats_of(pos, grammemes)
    return frozenset((name, stated[name]) for name in _TOLD if name in stated)
