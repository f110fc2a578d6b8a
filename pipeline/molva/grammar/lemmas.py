"""The lemma of a word in its context: the reading that agrees with the network's tag.

Lemmas follow the Russian treebanks: verbs and participles to the infinitive, ё folded to е,
names of people in their own gender and with their capital letters (Ивановой → Иванова).
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from molva.grammar.analyses import Analysis, analyses_of
from molva.grammar.lemma_rules import RULES, Reading
from molva.grammar.lexicon import lemma_list
from molva.grammar.tagset import fit

_AS_WRITTEN = frozenset({"PUNCT", "SYM", "SPACE"})
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_ENDED_NUMBER = re.compile(r"(\d+)-?([а-яё]{1,3})", re.IGNORECASE)  # 25-го, 90-е
_YO_MATTERS = frozenset({"всё"})  # the pronoun: «всё готово»; «все» is another word
_PERSON = frozenset({"Name", "Surn", "Patr"})
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_LONGEST_ACRONYM = 4  # ТАСС; a longer word in capitals is a name in a headline: ПУТИНА


@lru_cache(65_536)
def lemma(form: str, upos: str, feats: str) -> str:
    """The lemma of a clean form with UPOS and features (``Case=Gen|Number=Sing``)."""
    if upos in _AS_WRITTEN:
        return form
    if upos == "X" or not _CYRILLIC.search(form):
        return form if upos == "PROPN" else form.lower()
    if upos == "ADP":  # во, со, об are words of their own in the treebanks
        return form.lower()
    ended = _ENDED_NUMBER.fullmatch(form)
    if ended:
        return f"{ended[1]}-й" if upos != "NUM" else form.lower()
    whole = lemma_list("abbreviations").get((form.rstrip(".").lower(), upos))
    if whole:
        return whole
    read = dict(pair.split("=", 1) for pair in feats.split("|")) if feats else {}
    best = choose(form, upos, read)
    return _proper(form, best, read) if upos == "PROPN" else _common(form, upos, read, best)


def choose(form: str, upos: str, feats: Mapping[str, str]) -> Analysis:
    """The reading that fits the tag best; of equals the likelier one."""
    return max(analyses_of(form), key=lambda analysis: fit(analysis, upos, feats))


def _common(form: str, upos: str, feats: Mapping[str, str], best: Analysis) -> str:
    reading = Reading(form.lower(), upos, feats, best)
    word = next((found for rule in RULES if (found := rule(reading))), best.lemma)
    return word if word in _YO_MATTERS else word.replace("ё", "е")


def _proper(form: str, best: Analysis, feats: Mapping[str, str]) -> str:
    """A name in the nominative singular of its own gender, or in the plural if it has no other."""
    if len(form) == 2 and form[1] == ".":
        return form[0]  # В. Орехов
    word = _nominative(form.lower(), best, feats)
    # ё is written where the text writes it: «Королева» may be either name
    return _capitals(form, word if "ё" in form.lower() else word.replace("ё", "е"))


def _nominative(form: str, best: Analysis, feats: Mapping[str, str]) -> str:
    if "Fixd" in best.grammemes:
        return form
    if feats.get("Case") == "Nom" and feats.get("Number") != "Plur" and not best.known:
        return form  # an unknown name that stands in the nominative
    if best.pos not in ("NOUN", "ADJF", "PRTF"):
        return form  # no reading as a noun: «Жиль» is not «жилить»
    if best.pos == "NOUN" and not best.grammemes & _PERSON:
        return best.lemma
    gender = _GENDERS.get(feats.get("Gender", ""), "masc")
    found = best.inflect("nomn", "sing", gender) or best.inflect("nomn", "sing") or best.inflect("nomn")
    return found or best.lemma


def _capitals(form: str, word: str) -> str:
    """Capital letters where the form has them: Нью-Йорке → Нью-Йорк, НАТО, ПУТИНА → Путин."""
    if form.isupper() and len(form) > 1:
        return word.upper() if form.lower() == word or len(form) <= _LONGEST_ACRONYM else _title(word)
    old, new = form.split("-"), word.split("-")
    if len(old) != len(new):
        return _title(word)
    parts = [_title(b) if a[:1].isupper() or len(old) == 1 else b for a, b in zip(old, new, strict=True)]
    return "-".join(parts)


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]
