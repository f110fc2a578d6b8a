"""pymorphy3 and its dictionary, behind one door."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pymorphy3


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word form, in OpenCorpora's terms.

    ``pos`` is the part of speech (NOUN, ADJF, PRTF, …), ``grammemes`` all marks, ``score`` how
    often the form is meant so (0..1, within the form), ``known`` whether the dictionary has it.
    """

    lemma: str
    pos: str
    grammemes: frozenset[str]
    score: float
    known: bool
    parse: Any

    def inflect(self, *grammemes: str) -> str | None:
        """Another form of the same word in lower case; None where the paradigm lacks it."""
        form = self.parse.inflect(set(grammemes))
        return None if form is None else str(form.word)

    def forms(self, *grammemes: str) -> list[str]:
        """All forms of the word with these marks, in lower case."""
        return [str(form.word) for form in self.parse.lexeme if set(grammemes) <= form.tag.grammemes]


def analyses_of(word: str) -> tuple[Analysis, ...]:
    """All readings of a word form, the likeliest first; never empty."""
    return _analyses(word.lower())


def is_known(word: str) -> bool:
    """Whether the dictionary has the form itself."""
    return bool(_analyzer().word_is_known(word))


def parses(word: str) -> list[Any]:
    """pymorphy3's own parses, for stages that inflect."""
    return list(_analyzer().parse(word))


@lru_cache(1)
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(20_000)
def _analyses(word: str) -> tuple[Analysis, ...]:
    parses = _analyzer().parse(word)
    known = {form: is_known(form) for form in {parse.word for parse in parses}}
    return tuple(
        Analysis(parse.normal_form, *_marks(parse.tag), float(parse.score), known[parse.word], parse)
        for parse in parses
    )


@lru_cache(8_000)
def _marks(tag: Any) -> tuple[str, frozenset[str]]:
    """The part of speech and all marks of a tag; the dictionary has some 5,000 tags."""
    return str(tag.POS or ""), frozenset(tag.grammemes)
