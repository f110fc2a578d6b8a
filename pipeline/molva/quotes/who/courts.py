"""Whose verdict it is: the court that has acted before, «Суд признал его виновным. … В приговоре сказано»."""

from molva.quotes.who.issuers import Issuers
from molva.speakers.chains import Link
from molva.words import Words

BACK = 8  # paragraphs looked back for the court
OF_COURTS = frozenset({"постановление", "приговор", "вердикт", "определение", "решение"})
ANY_BODYS = frozenset({"решение"})  # which others take as well
JUDGING = frozenset(
    "удовлетворить отказать признать осудить приговорить арестовать оштрафовать обязать взыскать оправдать отменить "
    "снять постановить назначить оставить отклонить запретить разрешить лишить согласиться".split()
)


def court_before(issuers: Issuers, head: int) -> Link | None:
    """The court that is the subject of a verb near before, else the nearest with a name; a «решение» is of one that has judged."""
    words = issuers.words
    first = words.paragraphs[max(words.par[head] - BACK, 0)][0]
    acting = [link for link in issuers.actors(first, head) if _acts(words, link, words.lemma[head])]
    named = (link for link in reversed(acting) if link.label == "ORG")
    near = (link for link in acting if words.sent[head] - words.sent[link.head] <= 1)
    beside = next((link for link in near if words.par[link.head] == words.par[head]), None)
    return beside or next(named, None)


def _acts(words: Words, link: Link, paper: str) -> bool:
    """«|Суд| согласился»: a court that is a subject."""
    if words.lemma[link.head] != "суд" or not words.is_subject(link.head):
        return False
    return paper not in ANY_BODYS or words.lemma[words.head[link.head]] in JUDGING
