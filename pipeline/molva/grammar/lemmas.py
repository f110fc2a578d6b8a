"""The lemma of a word in its context: the reading that agrees with the network's tag.

Lemmas follow the Russian treebanks: verbs and participles to the infinitive, ё folded to е,
names of people in their own gender and with their capital letters (Ивановой → Иванова).
"""

import re
from functools import lru_cache

from molva.grammar.lemma_rules import ANY, RULES, Reading
from molva.grammar.lexicon import lemma_list
from molva.grammar.name_rules import NAMES, capitals, no_name
from molva.grammar.spelling import respelled
from molva.lexicon.analyses import Analysis, analyses_of
from molva.lexicon.feats import read_feats
from molva.lexicon.tagset import fit

_AS_WRITTEN = frozenset({"PUNCT", "SYM", "SPACE"})
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_ENDED_NUMBER = re.compile(r"(\d+)-?([а-яё]{1,3})", re.IGNORECASE)  # 25-го, 90-е
_YO_MATTERS = frozenset({"всё"})  # the pronoun: «всё готово»; «все» is another word


def lemma_of(text: str, form: str, upos: str, feats: str) -> str:
    """The lemma of a token with its clean form. A mark is its own lemma: an entity (&quot;) stays one."""
    if form is not text and upos in _AS_WRITTEN and text[0] == "&" and text[-1] == ";":
        return text
    return lemma(form, upos, feats)


@lru_cache(65_536)
def lemma(form: str, upos: str, feats: str) -> str:
    """The lemma of a clean form with UPOS and features (``Case=Gen|Number=Sing``)."""
    if upos in _AS_WRITTEN:
        return form
    if upos == "X" or not _CYRILLIC.search(form):
        return form if upos == "PROPN" or "Foreign" in feats else form.lower()
    if upos == "ADP":  # во, со, об are words of their own in the treebanks
        return form.lower()
    ended = _ENDED_NUMBER.fullmatch(form)
    if ended:
        return f"{ended[1]}-й" if upos != "NUM" else form.lower()
    whole = lemma_list("abbreviations").get((form.rstrip(".").lower(), upos))
    return whole or _of_word(form, upos, feats)


def choose(form: str, upos: str, feats: str) -> Analysis:
    """The reading that fits the tag best; of equals the likelier one."""
    found = analyses_of(form)
    return found[0] if len(found) == 1 else max(found, key=lambda one: fit(one, upos, feats))


def _of_word(form: str, upos: str, feats: str) -> str:
    """The lemma of a word by itself, before its neighbours are asked."""
    if not analyses_of(form)[0].known:
        form = respelled(form, upos, feats)
    reading = Reading(form.lower(), upos, read_feats(feats), choose(form, upos, feats))
    return _proper(form, reading) if upos == "PROPN" and not no_name(reading) else _common(reading)


def _common(word: Reading) -> str:
    found = next((one for rule in RULES.get(word.upos, ANY) if (one := rule(word))), word.best.lemma)
    return found if found in _YO_MATTERS else found.replace("ё", "е")


def _proper(form: str, word: Reading) -> str:
    """A name in the nominative singular of its own gender, or in the plural if it has no other."""
    if len(form) == 2 and form[1] == ".":
        return form[0]  # В. Орехов
    found = next((one for rule in NAMES if (one := rule(word))), word.best.lemma)
    # ё is written where the text writes it: «Королева» may be either name
    return capitals(form, found if "ё" in word.form else found.replace("ё", "е"))
