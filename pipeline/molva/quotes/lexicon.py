"""The word lists of the quote stage, read once from ``lexicon/*.txt``."""

from functools import cache

from molva.lexicon.lists import entries


@cache
def word_list(*names: str) -> frozenset[str]:
    """A list with one entry a line, or several as one."""
    return frozenset(entry for name in names for entry in entries("molva.quotes", name))


@cache
def classed(name: str) -> dict[str, frozenset[str]]:
    """A list whose lines are ``lemma class[,class]``."""
    rows = (entry.rsplit(maxsplit=1) for entry in entries("molva.quotes", name))
    return {lemma: frozenset(classes.split(",")) for lemma, classes in rows}
