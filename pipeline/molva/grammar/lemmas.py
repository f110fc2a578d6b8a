"""The lemma of a word in its context: the reading that agrees with the network's tag.

Lemmas follow the Russian treebanks: verbs and participles to the infinitive, ё folded to е,
names of people in their own gender and with their capital letters (Ивановой → Иванова).
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from molva.grammar.analyses import Analysis, analyses_of
from molva.grammar.tagset import fit

_AS_WRITTEN = frozenset({"PUNCT", "SYM", "SPACE"})
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_ENDED_NUMBER = re.compile(r"(\d+)-?([а-яё]{1,3})", re.IGNORECASE)  # 25-го, 90-е
_YO_MATTERS = frozenset({"всё"})  # the pronoun: «всё готово»; «все» is another word
_PERSON = frozenset({"Name", "Surn", "Patr"})
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


@lru_cache(65_536)
def lemma(form: str, upos: str, feats: str) -> str:
    """The lemma of a clean form with UPOS and features (``Case=Gen|Number=Sing``)."""
    if upos in _AS_WRITTEN:
        return form
    if not _CYRILLIC.search(form):
        return form if upos == "PROPN" else form.lower()
    ended = _ENDED_NUMBER.fullmatch(form)
    if ended:
        return f"{ended[1]}-й" if upos != "NUM" else form.lower()
    read = dict(pair.split("=", 1) for pair in feats.split("|")) if feats else {}
    best = choose(form, upos, read)
    if upos == "PROPN":
        return _proper(form, best, read)
    return _common(best, upos)


def choose(form: str, upos: str, feats: Mapping[str, str]) -> Analysis:
    """The reading that fits the tag best; of equals the likelier one."""
    return max(analyses_of(form), key=lambda analysis: fit(analysis, upos, feats))


def _common(best: Analysis, upos: str) -> str:
    word = best.lemma
    if best.pos in ("PRTF", "PRTS") and upos in ("ADJ", "NOUN"):
        # обвиняемого as a noun: обвиняемый, not обвинять
        word = best.inflect("nomn", "sing", "masc") or best.parse.word
    return word if word in _YO_MATTERS else word.replace("ё", "е")


def _proper(form: str, best: Analysis, feats: Mapping[str, str]) -> str:
    """A name in the nominative singular of its own gender, or in the plural if it has no other."""
    if feats.get("Case") == "Nom" and feats.get("Number") != "Plur" and not best.known:
        return _capitals(form, form.lower())  # an unknown name that stands in the nominative is its own lemma
    if "Fixd" in best.grammemes:
        return _capitals(form, form.lower())
    gender = _GENDERS.get(feats.get("Gender", ""), "masc")
    if best.pos == "NOUN" and not best.grammemes & _PERSON:
        word = best.lemma
    elif best.pos in ("NOUN", "ADJF", "PRTF"):
        word = best.inflect("nomn", "sing", gender) or best.inflect("nomn", "sing") or best.inflect("nomn")
    else:
        word = None
    return _capitals(form, word or best.lemma)


def _capitals(form: str, word: str) -> str:
    """Capital letters where the form has them: Нью-Йорке → Нью-Йорк, НАТО, ПУТИНА → Путин."""
    if form.isupper() and len(form) > 1:
        return word.upper() if form.lower() == word or len(form) <= 4 else _title(word)
    old, new = form.split("-"), word.split("-")
    if len(old) != len(new):
        return _title(word)
    parts = [_title(b) if a[:1].isupper() or len(old) == 1 else b for a, b in zip(old, new, strict=True)]
    return "-".join(parts)


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]
