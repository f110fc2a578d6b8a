"""Whom alone words have just told of: he is not «он» who says the next ones, but who has said those goes on."""

from molva.quotes.verbs import ANSWERING
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.speakers.chains import Chain, Link
from molva.speakers.pronouns import FEMININE, MASCULINE, NOMINATIVE
from molva.words import Words

NEAR = 2  # sentences back to who has spoken
LAST = 3  # turns back
_FORMS = {"Masc": MASCULINE | {"ним"}, "Fem": FEMININE}


def is_just_told_of(cast: Cast, now: Situation, member: Member) -> bool:
    """«Ясенев заявил, что |Лосев| болен. «Понятно», — сказал он»: not whom alone the words of a man bring up who has just spoken.

    Nor whom these very words bring up: «Ясенев встал, сказал мэр. |Лосев| болен, отметил он».
    """
    words = cast.scene.words
    asked = words.lower[now.at] in NOMINATIVE or now.form == "unsaid" and now.draft.verb is not None
    if not now.floor.turns or now.retold or not asked or now.floor.heard(now.at):
        return False
    at, last = now.floor.turns[-1]
    begins = min(now.at, now.draft.start)
    near = words.par[begins] - words.par[at] <= 1 and words.sent[begins] - words.sent[at] <= NEAR
    unit = words.sent if _goes_on_at_once(words, now) or _speaks_of_another(words, now) else words.par
    here = [link for link in member.backwards(now.at) if unit[link.head] >= unit[at]]
    told = all(
        now.floor.heard(link.head) or now.draft.covers(link.head) or _is_who_spoke(words, now, link)
        for link in here
    )
    return near and bool(here) and told and _may_go_on(now, last)


def is_told_of_at_once(cast: Cast, now: Situation, member: Member) -> bool:
    """«Лосев уехал. Ясенев сообщил, что |Лосев| болен. «Он спит», — сказал он»: nor who has spoken before, in the sentence right behind."""
    if not _goes_on_at_once(cast.scene.words, now) or now.floor.held_last_by(member.chain):
        return False
    return is_just_told_of(cast, now, member)


def _goes_on_at_once(words: Words, now: Situation) -> bool:
    """«Ясенев сообщил, что мост цел. «Чинить нечего», — сказал |он|»: words right behind another's report; but who answers may be of whom it tells."""
    if not now.floor.turns or words.pos[now.at] != "PRON" or now.draft.verb is None:
        return False
    at, last = now.floor.turns[-1]
    next_one = words.sent[min(now.at, now.draft.start)] - words.sent[at] == 1
    return next_one and last.named and words.lemma[now.draft.verb] not in ANSWERING


def _speaks_of_another(words: Words, now: Situation) -> bool:
    """«Лосев приехал. Ясенев сообщил, что |Лосев| здоров. «|Его| приняли», — сказал он»: the words have a «его» who does not say them."""
    he = _FORMS.get(now.gender, frozenset())
    inside = (words.lower[i] for part in now.draft.parts for i in range(*part))
    return now.draft.type == "direct" and not he.isdisjoint(inside)


def is_body_beside(cast: Cast, now: Situation, member: Member) -> bool:
    """«…, заявил мэр Ясенев. Мост строил |«Створ»|. Сказал также, что …»: a man goes on, and no body that has not spoken."""
    verb, turns, words = now.draft.verb, now.floor.turns, cast.scene.words
    if verb is None or not turns or member.chain.kind == "person" or now.gender not in {"Masc", "Fem"}:
        return False
    at, last = turns[-1]
    near = words.par[now.at] - words.par[at] <= 1 and not now.floor.heard(now.at)
    return near and last.kind == "person" and last.gender == now.gender


def _may_go_on(now: Situation, last: Chain) -> bool:
    """Whether the last speaker may be «он» or «она», «они»."""
    if now.number == "Plur":
        return last.kind in ("group", "org") or last.number == "Plur"
    return last.kind == "person" and last.named and last.gender == now.gender


def _is_who_spoke(words: Words, now: Situation, link: Link) -> bool:
    """««Лосева понесло», — сказал |он|. Он отметил»: a pronoun at a quote that has its speaker, which tells of nobody else."""
    return link.label == "PRON" and any(words.head[link.head] == at for at, _ in now.floor.turns[-LAST:])
