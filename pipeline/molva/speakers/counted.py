"""Those whom a text counts: «первый очевидец», «2-й спасатель»."""

from molva.speakers.chains import Link
from molva.words import Words

_ORDINALS = frozenset("первый второй третий четвертый пятый шестой седьмой".split())


def number_of(words: Words, link: Link) -> str:
    """«первый», «2-й»: the number that stands before the noun of a description."""
    before = range(link.start, link.head)
    return next((words.lemma[i] for i in before if _counts(words, i)), "")


def _counts(words: Words, i: int) -> bool:
    """An ordinal, as a word or in figures."""
    return words.lemma[i] in _ORDINALS or words.form[i][:1].isdigit() and words.pos[i] == "ADJ"
