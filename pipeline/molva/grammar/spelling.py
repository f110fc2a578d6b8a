"""Spellings the dictionary does not have, led back to those it has: verse, chats, old texts."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from molva.lexicon.analyses import is_known

_STRETCHED = re.compile(r"(.)\1{2,}")
_VOWELS = "аеёиоуыэюя"


@dataclass(frozen=True, slots=True)
class Spelt:
    """A form in lower case that the dictionary does not have, with its tag."""

    form: str
    upos: str
    feats: str


Spelling = Callable[[Spelt], str]


def reflexive(word: Spelt) -> str:
    """«Явилася весна», «скитаюся»: after a vowel the dictionary has -сь alone."""
    ended = word.form.endswith("ся") and word.form[-3:-2] in _VOWELS
    return f"{word.form[:-1]}ь" if ended else word.form


def stretched(word: Spelt) -> str:
    """«Приветттт», «ужасссно»: a letter said three times or more stands once."""
    return _STRETCHED.sub(r"\1", word.form)


def stretched_double(word: Spelt) -> str:
    """«Классссно»: or twice, where the word has it so."""
    return _STRETCHED.sub(r"\1\1", word.form)


def old_instrumental(word: Spelt) -> str:
    """«Любовию», «жизнию»: the instrumental in -ию that became -ью."""
    ended = word.upos == "NOUN" and word.form.endswith("ию") and "Case=Ins" in word.feats
    return f"{word.form[:-2]}ью" if ended else word.form


SPELLINGS: tuple[Spelling, ...] = (reflexive, stretched, stretched_double, old_instrumental)


def respelled(form: str, upos: str, feats: str) -> str:
    """An unknown form as the dictionary spells it; as it stands where that knows no better."""
    word = Spelt(form.lower(), upos, feats)
    proposed = (rule(word) for rule in SPELLINGS)
    return next((new for new in proposed if new != word.form and is_known(new)), form)
