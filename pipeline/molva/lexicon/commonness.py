"""How common a word is: what decides between two words where the tag leaves both open."""

from collections.abc import Mapping
from math import log

from molva import models
from molva.lexicon.folding import fold

Counts = Mapping[str, Mapping[str, int]]

_UNSEEN = 0.3  # a word that was never met counts as a third of one that was met once
_KINDS = {  # of the treebanks' tags, and of the dictionary's
    **dict.fromkeys("NOUN PROPN".split(), "noun"),
    **dict.fromkeys("VERB AUX INFN PRTF PRTS GRND".split(), "verb"),
    **dict.fromkeys("ADJ DET ADJF ADJS COMP".split(), "adjective"),
}

_kept: dict[tuple[str, str], float] = {}


def kind(pos: str) -> str:
    """What is counted apart: стать is a noun and, far more often, a verb."""
    return _KINDS.get(pos, "other")


def commonness(lemma: str, pos: str) -> float:
    """The logarithm of how often a word was met, over that of a word that never was.

    Words that share no form with another are not kept; they, too, have 0.
    """
    if not _kept:
        use(models.read_json("lemmas", "counts.json", _whole_numbers))
    return _kept.get((kind(pos), fold(lemma)), 0.0)


def use(counts: Counts) -> None:
    """Take other counts, by kind and lemma, than the shipped ones: for training."""
    found = {
        (name, word): log((count + _UNSEEN) / _UNSEEN)
        for name, words in counts.items()
        for word, count in words.items()
    }
    _kept.clear()
    _kept.update(found)  # at once: another thread takes what is there for all there is


def _whole_numbers(record: Counts) -> Counts:
    return {name: {word: int(count) for word, count in words.items()} for name, words in record.items()}
