"""A medium behind those whom it cites: «сообщает со ссылкой на |мэрию| |ТАСС|»."""

from molva.quotes.draft import Stretch
from molva.quotes.media.medium import is_kind, is_listed, is_medium, name_at
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.complements import whose
from molva.quotes.sources.nouns_behind import noun_behind
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.speech_nouns import REFERRED_TO

REFERENCE = ["со", "ссылкой", "на"]
LONGEST = 9  # words of those who are cited


def cited_first(scene: Scene, verb: int, end: int) -> tuple[Source, Stretch] | None:
    """Who is cited right behind the verb, and the medium that closes the report.

    In «ТАСС сообщает со ссылкой на источник РБК» the verb has its medium before it, and the last one is the source's.
    """
    words, first = scene.words, verb + 1 + len(REFERENCE)
    if words.lower[verb + 1 : first] != REFERENCE or any(k < verb for k in words.subjects(verb)):
        return None
    if words.ent[verb - 1] == "ORG" or verb - 1 in scene.closes:
        return None
    for i in range(first + 1, min(first + LONGEST, end)):
        if words.pos[i] == "PUNCT" and i not in scene.opens:
            return None
        span = name_at(scene, i, end) if not is_kind(scene, i - 1) and words.pos[i - 1] != "ADP" else None
        if span is None or not is_medium(scene, *span) or not _closes(scene, span[1], end):
            continue
        begin = next((k for k in range(span[1] - 1, i, -1) if is_listed(scene, k, span[1])), i)
        cited = _cited(scene, first, begin)  # «на пресс-службу МЧС |ТАСС|», which the tagger has for one name
        return (cited, (begin, span[1])) if cited is not None else None
    return None


def _closes(scene: Scene, stop: int, end: int) -> bool:
    """Whether a report ends behind its medium."""
    return stop >= end or scene.words.form[stop] in {",", *ENDS}


def _cited(scene: Scene, first: int, end: int) -> Source | None:
    """Those who are cited: «со ссылкой на |мэрию|», «со ссылкой на данные |порта|»."""
    words = scene.words
    head = next((k for k in range(first, end) if words.pos[k] in {"NOUN", "PROPN", "PRON", "X"}), None)
    if head is None:
        return None
    first, head = noun_behind(scene, first, end) or (first, head)
    owner = whose(scene, head, first, end) if words.lemma[head] in REFERRED_TO else None
    who = owner or phrase(scene, head, first, end)
    return Source((who.span[0], end if owner is None else min(who.span[1], end)), who.head)
