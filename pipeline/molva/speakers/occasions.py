"""What tells when, at what or why somebody spoke, and not who he is: «толпа |в ответ|», «депутат |на форуме|»."""

from molva.entities.adjuncts import tells_occasion
from molva.words import Words

# «толпа |в ответ|», «сотрудники |во время обыска|», «депутат |на форуме|»: on what occasion, no part of who it is
_OCCASIONS = frozenset("время ход ответ итог рамка беседа разговор интервью переписка".split())
_EVENTS = frozenset(
    "форум саммит заседание брифинг пресс-конференция совещание конференция встреча эфир видео интервью".split()
)
_POSTED = (["соцсеть"], ["паблик"], ["чат"], ["комментарий"], ["интернет"])  # «горожане |в соцсетях|»
_UNNAMED = ["условие", "анонимность"]  # «сторож |на условиях анонимности|»
_CHANTS = frozenset("крик возглас лозунг плакат транспарант".split())  # «толпа |с криками|»


def on_occasion(words: Words, i: int) -> bool:
    """Whether a preposition opens what tells when, at what or why somebody spoke."""
    if tells_occasion(words, i) or words.lower[i] == "в" and words.lemma[i + 1 : i + 2] in _POSTED:
        return True
    if i + 1 < len(words) and (words.lemma[i + 1] in _OCCASIONS or words.lower[i : i + 2] == ["во", "главе"]):
        return True
    if words.lower[i] in ("с", "со") and words.lemma[words.head[i]] in _CHANTS:
        return True
    if words.lower[i] == "на" and words.lemma[i + 1 : i + 3] == _UNNAMED:
        return True
    if words.lower[i : i + 2] == ["в", "журнале"]:
        return True  # «пишут зоологи |в журнале «Мыс»|»
    event = words.head[i]  # but «представитель |на саммитах|»
    return words.lower[i] == "на" and words.lemma[event] in _EVENTS and words.feat(event, "Number") == "Sing"
