"""The word lists of the grammar stage, read once from ``lexicon/*.txt``."""

from collections.abc import Mapping
from functools import cache

from molva.lexicon.lists import entries


@cache
def lemma_list(name: str) -> Mapping[tuple[str, str], str]:
    """A list of word, part of speech, lemma, with tabs between."""
    found = (entry.split("\t") for entry in entries("molva.grammar", name))
    return {(word, upos): lemma for word, upos, lemma in found}


@cache
def word_list(name: str) -> frozenset[str]:
    """A list with one word a line."""
    return frozenset(entries("molva.grammar", name))
