"""Where the treebanks write another lemma than the dictionary."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from molva.grammar.lexicon import lemma_list, word_list
from molva.lexicon.analyses import Analysis, analyses_of
from molva.lexicon.nouns import opens_with_firm

_NEUTER = {"тот": "то", "весь": "всё", "этот": "это"}
_PEOPLE = frozenset({"некоторый", "многий", "немногий"})
_SHORT = {
    "должный": "должен",
    "таковой": "таков",
    "каковой": "каков",
    "большой": "великий",
    "маленький": "малый",
}
_QUANTITIES = {"больше": "много", "меньше": "мало"}


class Reading(NamedTuple):
    """A form in lower case with its tag, and the dictionary's reading that fits it best."""

    form: str
    upos: str
    feats: Mapping[str, str]
    best: Analysis


Rule = Callable[[Reading], str | None]


def pronoun(word: Reading) -> str | None:
    """«Того не знали», «всем доволен», «все ушли»: то, всё and все are pronouns of their own."""
    if word.best.lemma not in _NEUTER:
        return None
    if word.feats.get("Number") == "Plur":
        return "все" if word.best.lemma == "весь" else None
    return _NEUTER[word.best.lemma] if word.feats.get("Gender") == "Neut" else None


def predicative(word: Reading) -> str | None:
    """«Жаль уезжать», «надо ждать»: no verb of the dictionary, so their own lemma."""
    own = not word.feats and any(one.pos == "PRED" for one in analyses_of(word.form))
    return word.form if own else None


def participle(word: Reading) -> str | None:
    """«Допросили обвиняемого»: as a noun it is обвиняемый, not обвинять."""
    if word.best.pos in ("PRTF", "PRTS"):
        return word.best.inflect("PRTF", "nomn", "sing", "masc") or word.best.inflect("nomn", "sing")
    return None


def superlative(word: Reading) -> str | None:
    """«Крупнейшего завода», «лучших школ»: крупнейший, лучший."""
    if word.best.pos == "ADJF" and "Supr" in word.best.grammemes:
        # the dictionary has хороший, лучший, наилучший in one paradigm: take the one spelled like the form
        return max(word.best.forms("nomn", "sing", "masc", "Supr"), key=lambda one: _common(one, word.form))
    return None


def comparative(word: Reading) -> str | None:
    """«Пишут чаще»: часто; «раньше» is a word of its own."""
    if word.best.pos != "COMP":
        return None
    if word.form in word_list("comparatives"):
        return word.form
    adverb = re.sub("(ый|ий|ой)$", "о", word.best.lemma)
    return adverb if any(one.pos == "ADVB" and one.known for one in analyses_of(adverb)) else None


def short_form(word: Reading) -> str | None:
    """«Он должен прийти», «таков закон»: no long form has that meaning."""
    return _SHORT.get(word.best.lemma) if word.best.pos == "ADJS" else None


def adverb(word: Reading) -> str | None:
    """«Опасливо косится»: the dictionary has опасливый alone."""
    short = word.best.pos in ("ADJS", "PRTS") and word.form.endswith(("о", "е"))
    return word.form if short else None


def interjection(word: Reading) -> str | None:
    """«Боже, как хорошо»: an interjection is its own lemma."""
    return word.form


def quantity(word: Reading) -> str | None:
    """«Больше половины»: the numeral много."""
    return _QUANTITIES.get(word.form)


def verbal_noun(word: Reading) -> str | None:
    """«Виденья», «молчаньем»: виденье, молчанье keep the spelling of the text."""
    soft = "V-be" in word.best.grammemes and word.best.lemma.endswith("ие")
    return f"{word.best.lemma[:-2]}ье" if soft else None


def people(word: Reading) -> str | None:
    """«Некоторые спорят», «многим ясно»: as pronouns they are plural."""
    return word.best.inflect("nomn", "plur") if word.best.lemma in _PEOPLE else None


def preferred(word: Reading) -> str | None:
    """«О деньгах», «счастья»: деньги, счастье, where the dictionary has деньга, счастие."""
    return lemma_list("preferred").get((word.best.lemma, word.upos))


def double_noun(word: Reading) -> str | None:
    """«компании-подрядчику»: компания-подрядчик, for both halves of a firm and what it does decline."""
    if word.best.known or "-" not in word.form:
        return None
    lemmas = (one.lemma for one in analyses_of(word.form))
    return next((lemma for lemma in lemmas if opens_with_firm(lemma)), None)


ANY: tuple[Rule, ...] = (short_form, preferred)
# By the part of speech that the network sees.
RULES: Mapping[str, tuple[Rule, ...]] = {
    "PRON": (pronoun, people, *ANY),
    "VERB": (predicative, *ANY),
    "ADJ": (participle, superlative, *ANY),
    "NOUN": (participle, *ANY, verbal_noun, double_noun),
    "ADV": (comparative, short_form, adverb, preferred),
    "INTJ": (short_form, interjection),
    "NUM": (short_form, quantity, preferred),
}


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    same = [a == b for a, b in zip(one, other, strict=False)]
    return same.index(False) if False in same else len(same)
