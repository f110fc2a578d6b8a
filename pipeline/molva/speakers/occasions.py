"""What tells when, at what or why somebody spoke, and not who he is: «толпа |в ответ|», «депутат |на форуме|»."""

from molva.entities.adjuncts import tells_occasion
from molva.words import Words

# «толпа |в ответ|», «сотрудники |во время обыска|», «депутат |на форуме|»: on what occasion, no part of who it is
_OCCASIONS = frozenset(
    "время ход ответ итог рамка беседа разговор интервью переписка комментарий эфир колонка".split()
)
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


def on_occasion(words: Words, i: int) -> bool:
    """Whether a preposition opens what tells when, at what or why somebody spoke."""
    if tells_occasion(words, i) or words.lower[i] == "в" and words.lemma[i + 1 : i + 2] in _POSTED:
        return True
    if words.lower[i : i + 2] == ["во", "главе"] or words.lemma[_over_adjectives(words, i + 1)] in _OCCASIONS:
        return True
    if words.lower[i : i + 2] in _WHENCE:
        return True
    if words.lower[i] in ("с", "со") and words.lemma[words.head[i]] in _CHANTS:
        return True
    if words.lower[i] == "на" and words.lemma[i + 1 : i + 3] == _UNNAMED:
        return True
    if words.lower[i : i + 2] == ["в", "журнале"]:
        return True  # «пишут зоологи |в журнале «Мыс»|»
    event = words.head[i]  # but «представитель |на саммитах|»
    return words.lower[i] == "на" and words.lemma[event] in _EVENTS and words.feat(event, "Number") == "Sing"


def _over_adjectives(words: Words, i: int) -> int:
    """«в |личной| беседе»: the word behind the adjectives that stand at ``i``."""
    last = len(words) - 1
    while i < last and words.pos[i] in ("ADJ", "DET"):
        i += 1
    return min(i, last)
