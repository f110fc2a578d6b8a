"""The word lists of the entity stage, read once from ``lexicon/*.txt``."""

from functools import cache

from molva.lexicon.lists import entries


@cache
def word_list(name: str) -> frozenset[str]:
    """A list with one entry a line."""
    return frozenset(entries("molva.entities", name))


@cache
def genders(name: str) -> dict[str, str]:
    """A list whose lines are ``word gender``, the gender as UD names it."""
    return dict(_pair(entry) for entry in entries("molva.entities", name))


def _pair(entry: str) -> tuple[str, str]:
    word, gender = entry.rsplit(maxsplit=1)
    return word, gender
