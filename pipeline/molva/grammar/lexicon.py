"""The word lists of the grammar stage, read once from ``lexicon/*.txt``."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def lemma_list(name: str) -> Mapping[tuple[str, str], str]:
    """A list of word, part of speech, lemma, with tabs between."""
    rows = (line.split("\t") for line in _lines(name))
    return {(word, upos): lemma for word, upos, lemma in rows}


@cache
def word_list(name: str) -> frozenset[str]:
    """A list with one word a line."""
    return frozenset(_lines(name))


def _lines(name: str) -> list[str]:
    text = files("molva.grammar").joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
