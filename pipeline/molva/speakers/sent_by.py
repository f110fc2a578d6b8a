"""From what somebody is, behind a preposition: «депутат |от КПРФ|», «эксперт |из Тулы|»; with another he is somebody else."""

from collections.abc import Iterable

from molva.speakers.chains import Link
from molva.words import Words

_FROM = frozenset(("от", "из"))
_REACH = 3  # words from the preposition to its noun


def is_from_another(words: Words, description: Link, titles: Iterable[Link]) -> bool:
    """«Депутат от КПРФ Олег Зуев вышел. |Депутат от ЛДПР| ответил»: whether one preposition tells two things of the two."""
    here = _from(words, description.head)
    if here is None:
        return False
    there = [
        told
        for link in titles
        if link.label == "ROLE" and link.head != description.head and (told := _from(words, link.head))
    ]
    alike = [noun for preposition, noun in there if preposition == here[0]]
    return bool(alike) and here[1] not in alike


def _from(words: Words, noun: int) -> tuple[str, str] | None:
    """The preposition right behind a noun, and the lemma of what it governs."""
    at = noun + 1
    if words.lower[at : at + 1] == [] or words.lower[at] not in _FROM:
        return None
    governed = (
        i for i in range(at + 1, min(at + 1 + _REACH, len(words))) if words.pos[i] in {"NOUN", "PROPN", "X"}
    )
    found = next(governed, None)
    return (words.lower[at], words.lemma[found]) if found is not None else None
