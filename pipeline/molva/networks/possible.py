"""What the dictionary leaves open: «смеётся» is a verb and «сообщал» no participle, whatever a network believes.

Only words that the dictionary has are restricted; a capital may always open a name.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from molva.grammar.analyses import known_marks
from molva.grammar.feats import read_feats
from molva.grammar.tagset import feats_of, parts_of_speech
from molva.networks.weights import Floats, Ints

_TOLD = ("Case", "Number", "VerbForm", "Mood", "Person", "Tense", "Variant")
_MOST_MASKS = 4_000
Bits = npt.NDArray[np.bool_]
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
        self._masks: dict[Kinds, Bits] = {}

    def best(self, scores: Floats, words: Sequence[str]) -> Ints:
        """The best possible tag of each word (scores: words x tags).

        Few words want more than the best of all tags: it is nearly always possible.
        """
        found: Ints = scores.argmax(axis=1)
        for i, (word, tag) in enumerate(zip(words, found.tolist(), strict=True)):
            kinds = kinds_of(word)
            if kinds and not (allowed := self._mask(kinds))[tag]:
                found[i] = np.where(allowed, scores[i], -np.inf).argmax()
        return found

    def _mask(self, kinds: Kinds) -> Bits:
        if kinds not in self._masks:
            if len(self._masks) >= _MOST_MASKS:
                self._masks.clear()
            allowed = np.logical_or.reduce([self._fitting(upos, told) for upos, told in kinds])
            self._masks[kinds] = allowed if allowed.any() else ~allowed
        return self._masks[kinds]

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
