"""What the dictionary leaves open: «смеётся» is a verb and «сообщал» no participle, whatever a network believes.

Only words that the dictionary has are restricted; a capital may always open a name.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from molva.grammar.analyses import known_marks
from molva.grammar.feats import read_feats
from molva.grammar.tagset import feats_of, parts_of_speech
from molva.networks.weights import Bits, Floats, Ints

_TOLD = ("Case", "Number", "VerbForm", "Mood", "Person", "Tense", "Variant")
_MOST_MASKS = 4_000
Kinds = frozenset[tuple[frozenset[str], frozenset[tuple[str, str]]]]
"""The readings of a word: parts of speech, and features that the dictionary tells."""


class Possible:
    """Chooses tags by their scores among those that the dictionary leaves open.

    Args:
        tags: part of speech and features of each tag of the network.
    """

    def __init__(self, tags: Sequence[tuple[str, str]]) -> None:
        self._upos = [upos for upos, _ in tags]
        self._feats = [read_feats(feats) for _, feats in tags]
        self._of_upos: dict[frozenset[str], Bits] = {}
        self._telling: dict[tuple[str, str], Bits] = {}
        self._numbers: dict[Kinds, int] = {frozenset(): 0}
        self._masks: Bits = np.ones((_MOST_MASKS, len(tags)), bool)  # of words that may be anything the first

    def best(self, scores: Floats, words: Sequence[str]) -> Ints:
        """The best possible tag of each word (scores: words x tags).

        Few words want more than the best of all tags: it is nearly always possible.
        """
        found: Ints = scores.argmax(axis=1)
        masks = self._masks_of([kinds_of(word) for word in words])
        for i in np.flatnonzero(~self._masks[masks, found]).tolist():
            found[i] = np.where(self._masks[masks[i]], scores[i], -np.inf).argmax()
        return found

    def _masks_of(self, kinds: Sequence[Kinds]) -> Ints:
        """The number of the mask of each word."""
        new = set(kinds).difference(self._numbers)
        if len(self._numbers) + len(new) > len(self._masks):
            self._numbers = {frozenset(): 0}
            new = set(kinds) - {frozenset()}
            self._masks = np.ones((max(_MOST_MASKS, len(new) + 1), len(self._upos)), bool)
        for one in new:
            allowed = np.logical_or.reduce([self._fitting(upos, told) for upos, told in one])
            self._numbers[one] = len(self._numbers)
            self._masks[len(self._numbers) - 1] = allowed if allowed.any() else ~allowed
        return np.fromiter(map(self._numbers.__getitem__, kinds), np.intp, len(kinds))

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
        return frozenset()
    return _kinds(known_marks(word), word[0].isupper())


@lru_cache(8_000)
def _kinds(marks: tuple[tuple[str, frozenset[str]], ...], capital: bool) -> Kinds:
    kinds = {(parts_of_speech(*one), _told(*one)) for one in marks}
    if not all(upos for upos, _ in kinds):
        return frozenset()
    if marks and capital:
        kinds.add((frozenset({"PROPN"}), frozenset()))
    return frozenset(kinds)


def _told(pos: str, grammemes: frozenset[str]) -> frozenset[tuple[str, str]]:
    stated = feats_of(pos, grammemes)
    return frozenset((name, stated[name]) for name in _TOLD if name in stated)
