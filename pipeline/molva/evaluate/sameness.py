"""When two names of a speaker are the same speaker."""

from functools import lru_cache

from molva.evaluate.wording import WORD
from molva.lexicon.analyses import analyses_of
from molva.lexicon.folding import fold
from molva.lexicon.lists import shared_list

# They say nothing about who speaks: «представитель МИД по Азии» is «представитель МИД Азии».
SMALL = shared_list("small_words")


def same_speaker(gold: str | None, predicted: str | None, *, person: bool) -> bool:
    """Whether two canonical names mean the same speaker; nobody is the same as nobody.

    Named persons are compared by surname and first letter; all others by their words, half of
    which must be common. ``person`` is the kind that the gold gives.
    """
    if not gold or not predicted:
        return not gold and not predicted
    if person and gold[:1].isupper():
        return same_person(gold, predicted)
    ours, theirs = set(_lemmas(gold)), set(_lemmas(predicted))
    return bool(ours and theirs) and len(ours & theirs) / len(ours | theirs) >= 0.5


def same_person(one: str, other: str) -> bool:
    """Whether two names share a surname and, where both give first names, their first letter."""
    ours, theirs = WORD.findall(one), WORD.findall(other)
    if not ours or not theirs:
        return False
    if not _surname(ours[-1]) & _surname(theirs[-1]):
        # «Путин Владимир» for «Владимир Путин»
        return sorted(_lemmas(one)) == sorted(_lemmas(other))
    return len(ours) < 2 or len(theirs) < 2 or ours[0][0].lower() == theirs[0][0].lower()


def _surname(word: str) -> set[str]:
    return {fold(word), _lemma(word.lower())}


def _lemmas(name: str) -> list[str]:
    return [_lemma(word.lower()) for word in WORD.findall(name) if word.lower() not in SMALL]


@lru_cache(100_000)
def _lemma(word: str) -> str:
    return fold(analyses_of(word)[0].lemma)
