"""What tells when, at what or why somebody spoke, and not who he is: «толпа |в ответ|», «депутат |на форуме|»."""

from collections.abc import Callable

from molva.entities.adjuncts import tells_occasion
from molva.lexicon.lists import shared_list
from molva.speakers.dependents import MONTHS
from molva.words import Words

# «толпа |в ответ|», «сотрудники |во время обыска|», «депутат |на форуме|»: on what occasion, no part of who it is
_OCCASIONS = shared_list("talks") | {"время", "ход", "ответ", "итог", "рамка", "переписка"}
_EVENTS = frozenset(
    "форум саммит заседание брифинг пресс-конференция совещание конференция встреча эфир видео интервью".split()
)
_POSTED = (["соцсеть"], ["паблик"], ["чат"], ["интернет"])  # «горожане |в соцсетях|»
_UNNAMED = ["условие", "анонимность"]  # «сторож |на условиях анонимности|»
# «депутат |с места|», «старик |с порога|»: whence somebody calls out
_WHENCE = (
    ["с", "места"],
    ["с", "мест"],
    ["с", "порога"],
    ["с", "трибуны"],
    ["со", "сцены"],
    ["с", "ходу"],
    ["с", "галерки"],
)
_CHANTS = frozenset("крик возглас лозунг плакат транспарант".split())  # «толпа |с криками|»
_TIMES = MONTHS | shared_list("spans_of_time") | {"сутки", "полдень", "полночь"}
# Prepositions of two words: «сотрудники |с помощью| собак», «инспекторы |со стороны| порта»
_COMPOUND = (
    ["с", "помощью"],
    ["со", "стороны"],
    ["с", "целью"],
    ["с", "учетом"],
    ["за", "счет"],
    ["на", "фоне"],
    ["на", "основе"],
    ["в", "случае"],
    ["в", "связи"],
)
_WITH = ("с", "со")
_CHILDREN = frozenset("ребенок дитя дети сын дочь младенец собака".split())  # by whom one is told from others


def on_occasion(words: Words, i: int) -> bool:
    """«мэр |на форуме|», «тренер |с ноября|»: whether a preposition opens what tells when, at what, with whom or why somebody spoke."""
    return any(rule(words, i) for rule in OCCASIONS)


def _in_answer(words: Words, i: int) -> bool:
    """«толпа |в ответ|», «сотрудники |во время обыска|», «колонна |во главе|»."""
    opens = words.lemma[_over_adjectives(words, i + 1)] in _OCCASIONS
    return opens or words.lower[i : i + 2] == ["во", "главе"]


def _at_an_event(words: Words, i: int) -> bool:
    """«депутат |на форуме|»; but «представитель |на саммитах|»."""
    event = words.head[i]
    return words.lower[i] == "на" and words.lemma[event] in _EVENTS and words.feat(event, "Number") == "Sing"


def _posted(words: Words, i: int) -> bool:
    """«горожане |в соцсетях|», «зоологи |в журнале «Мыс»|»."""
    return words.lower[i] == "в" and (
        words.lemma[i + 1 : i + 2] in _POSTED or words.lower[i + 1 : i + 2] == ["журнале"]
    )


def _calling_out(words: Words, i: int) -> bool:
    """«депутат |с места|», «толпа |с криками|»."""
    chants = words.lower[i] in _WITH and words.lemma[words.head[i]] in _CHANTS
    return chants or words.lower[i : i + 2] in _WHENCE


def _unnamed(words: Words, i: int) -> bool:
    """«сторож |на условиях анонимности|»."""
    return words.lower[i] == "на" and words.lemma[i + 1 : i + 3] == _UNNAMED


def _since_when(words: Words, i: int) -> bool:
    """«тренер «Бакена» |с ноября|», «сёла атакованы дронами |за день|»."""
    return words.lower[i] in (*_WITH, "за") and words.lemma[_over_adjectives(words, i + 1)] in _TIMES


def _by_compound(words: Words, i: int) -> bool:
    """«спасатели |с помощью| собак», «инспекторы |со стороны| порта»."""
    return words.lower[i : i + 2] in _COMPOUND


def _with_somebody(words: Words, i: int) -> bool:
    """«мэр Быстринска |с депутатами|»: who is with him; but «по связям |с депутатами|», «женщина |с ребёнком|»."""
    if words.lower[i] not in _WITH or not i:
        return False
    other = _over_adjectives(words, i + 1)
    somebody = words.feat(other, "Animacy") == "Anim" and words.feat(other, "Case") == "Ins"
    return (
        somebody and words.lemma[other] not in _CHILDREN and (words.ent[i - 1] != "" or _is_one(words, i - 1))
    )


def _is_one(words: Words, i: int) -> bool:
    """«|мэр|», «|тренеры|»: whether a word is a noun for somebody."""
    return words.pos[i] in ("NOUN", "PROPN") and words.feat(i, "Animacy") == "Anim"


OCCASIONS: tuple[Callable[[Words, int], bool], ...] = (
    tells_occasion,
    _in_answer,
    _at_an_event,
    _posted,
    _calling_out,
    _unnamed,
    _since_when,
    _by_compound,
    _with_somebody,
)


def _over_adjectives(words: Words, i: int) -> int:
    """«в |личной| беседе»: the word behind the adjectives that stand at ``i``."""
    last = len(words) - 1
    while i < last and words.pos[i] in ("ADJ", "DET"):
        i += 1
    return min(i, last)
