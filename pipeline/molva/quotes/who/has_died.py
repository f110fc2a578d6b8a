"""Whom the sentence before tells dead: he is not «он» who goes on, but who has told of him."""

from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.words import Words

DYING = frozenset(
    "умереть умирать погибнуть погибать скончаться утонуть задохнуться разбиться сгореть убить".split()
)


def has_died(cast: Cast, now: Situation, member: Member) -> bool:
    """«Министр сообщил о пожаре. |Сторож| погиб. По его словам, …»: somebody has spoken before, and this one never."""
    words, last = cast.scene.words, member.last_before(min(now.at, now.draft.start))
    if last is None or not now.floor.turns or member.chain.kind != "person":
        return False
    if words.sent[now.at] - words.sent[last.head] > 1:
        return False
    low, high = words.sentence(last.head)
    return any(_dies(words, verb, last.head) for verb in words.with_lemma(DYING, low, high))


def _dies(words: Words, verb: int, one: int) -> bool:
    """«|сторож| погиб», «сторож |Зуев| убит», «|сторож| получил рану, от которой умер»: the subject, of this verb or of the first one."""
    killed = words.lemma[verb] == "убить" and words.feat(verb, "Voice") != "Pass"
    if killed or words.lower[verb - 1] == "не" or words.feat(verb, "VerbForm") not in {"Fin", "Part"}:
        return False
    subjects = words.subjects(verb)
    named = any(words.head[one] == subject and words.dep[one] == "appos" for subject in subjects)
    return one in subjects or named or not subjects and one < verb and words.is_subject(one)
