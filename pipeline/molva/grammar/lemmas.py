"""The lemma of a word in its context: the reading that agrees with the network's tag.

Lemmas follow the Russian treebanks: verbs and participles to the infinitive, ё folded to е,
names of people in their own gender and with their capital letters (Ивановой → Иванова).
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from os.path import commonprefix

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
    if upos == "X" or not _CYRILLIC.search(form):
        return form if upos == "PROPN" else form.lower()
    if upos == "ADP":  # во, со, об are words of their own in the treebanks
        return form.lower()
    ended = _ENDED_NUMBER.fullmatch(form)
    if ended:
        return f"{ended[1]}-й" if upos != "NUM" else form.lower()
    short = _pairs("abbreviations").get((form.rstrip(".").lower(), upos))
    if short:
        return short
    read = dict(pair.split("=", 1) for pair in feats.split("|")) if feats else {}
    best = choose(form, upos, read)
    return _proper(form, best, read) if upos == "PROPN" else _common(form, best, upos, read)


def choose(form: str, upos: str, feats: Mapping[str, str]) -> Analysis:
    """The reading that fits the tag best; of equals the likelier one."""
    return max(analyses_of(form), key=lambda analysis: fit(analysis, upos, feats))


def _common(form: str, best: Analysis, upos: str, feats: Mapping[str, str]) -> str:
    for rule in _RULES:
        special = rule(form.lower(), best, upos, feats)
        if special:
            return special if special in _YO_MATTERS else special.replace("ё", "е")
    word = _pairs("preferred").get((best.lemma, upos), best.lemma)
    return word.replace("ё", "е")


def _pronoun(form: str, best: Analysis, upos: str, feats: Mapping[str, str]) -> str | None:
    """«Того не знали», «всем доволен», «все ушли»: то, всё and все are pronouns of their own."""
    if upos == "PRON" and best.lemma in _NEUTER:
        if feats.get("Number") == "Plur":
            return "все" if best.lemma == "весь" else None
        return _NEUTER[best.lemma] if feats.get("Gender") == "Neut" else None
    return None


def _participle(form: str, best: Analysis, upos: str, feats: Mapping[str, str]) -> str | None:
    """«Обвиняемого» as a noun is обвиняемый, not обвинять."""
    if best.pos in ("PRTF", "PRTS") and upos in ("ADJ", "NOUN"):
        return best.inflect("PRTF", "nomn", "sing", "masc") or best.inflect("nomn", "sing")
    return None


def _superlative(form: str, best: Analysis, upos: str, feats: Mapping[str, str]) -> str | None:
    """«Крупнейшего»: крупнейший; лучший, высший."""
    if upos == "ADJ" and best.pos == "ADJF" and "Supr" in best.grammemes:
        # the dictionary has хороший, лучший and наилучший in one paradigm: the one spelled like the form
        return max(best.forms("nomn", "sing", "masc", "Supr"), key=lambda word: len(commonprefix((word, form))))
    return None


def _comparative(form: str, best: Analysis, upos: str, feats: Mapping[str, str]) -> str | None:
    """«Чаще» is часто as an adverb, частый as an adjective; «раньше» is a word of its own."""
    if upos == "ADV" and best.pos == "COMP":
        if form in _words("comparatives"):
            return form
        adverb = re.sub("(ый|ий|ой)$", "о", best.lemma)
        return adverb if any(a.pos == "ADVB" and a.known for a in analyses_of(adverb)) else None
    return None


def _short_form(form: str, best: Analysis, upos: str, feats: Mapping[str, str]) -> str | None:
    """«Должен» has no long form of that meaning."""
    return "должен" if upos == "ADJ" and best.pos == "ADJS" and best.lemma == "должный" else None


_NEUTER = {"тот": "то", "весь": "всё", "этот": "это"}
_RULES = (_pronoun, _participle, _superlative, _comparative, _short_form)


@cache
def _pairs(name: str) -> Mapping[tuple[str, str], str]:
    """A lexicon of word, part of speech, lemma."""
    rows = (line.split("\t") for line in _lines(name))
    return {(word, upos): meant for word, upos, meant in rows}


@cache
def _words(name: str) -> frozenset[str]:
    """A lexicon of words."""
    return frozenset(_lines(name))


def _lines(name: str) -> list[str]:
    text = files("molva.grammar").joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _proper(form: str, best: Analysis, feats: Mapping[str, str]) -> str:
    """A name in the nominative singular of its own gender, or in the plural if it has no other."""
    if len(form) == 2 and form[1] == ".":
        return form[0]  # В. Орехов
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
        word = form.lower()  # no reading as a noun: «Жиль» is not «жилить»
    word = word or best.lemma
    return _capitals(form, word if "ё" in form.lower() else word.replace("ё", "е"))


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
