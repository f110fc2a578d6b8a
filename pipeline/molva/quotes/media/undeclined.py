"""A name that shows no case and may be a medium's: whether it speaks or hears, its place at the verb tells."""

from molva.quotes.draft import Stretch
from molva.quotes.media.medium import (
    AGENCIES,
    glued,
    in_address,
    is_foreign,
    is_named_body,
    name_at,
    shows_no_case,
)
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import SPANS_OF_TIME, over_adverbs
from molva.quotes.verbs import TOLD
from molva.speakers.bodies import is_known

# «предупредил |УВАН|», «заверил |УВАН|»: who hears stands in the accusative, and whoever it is, is no medium more than others
TO_WHOM_IN_ACCUSATIVE = TOLD | frozenset("спросить спрашивать просить попросить".split())


def undeclined_name(scene: Scene, start: int, end: int) -> Stretch | None:
    """The name without case that begins at word ``start``: «Stvor Post», «СТВ24», «Створ-Инфо», ««Створ»».

    None of a body that all know: «рассказал |МВД| рыбак» has told no medium.
    """
    words = scene.words
    span = name_at(scene, start, end) if start < end else None
    if span is None or not _may_be_mediums(scene, start):
        return None
    known = start + 1 == span[1] and is_known((words.lower[start],))
    return None if known or not (shows_no_case(scene, *span) or _kept(scene, span)) else span


def _may_be_mediums(scene: Scene, start: int) -> bool:
    """A body's name that no other body has, one in Latin letters, an address or a number with its word: «47news»."""
    if start in scene.opens:
        return scene.words.ent[start + 1] == "ORG" and is_named_body(scene, start)
    written = start + 1 < len(scene.words) and (in_address(scene, start + 1) or glued(scene, start + 1))
    agency = scene.words.form[start] in AGENCIES and start + 1 in scene.opens  # «ИА «Створ»»
    return is_named_body(scene, start) or is_foreign(scene, start) or written or agency


def _kept(scene: Scene, span: Stretch) -> bool:
    """««Створ»», «ПОРТ.RU», «Створ-Инфо», «СтворПресс»: a form that is the name itself, for its lemma or for its capitals."""
    words, (start, end) = scene.words, span
    inner = start + 1 if start in scene.opens else start
    form = words.form[inner]
    if form[1:] != form[1:].lower():
        return True
    written = inner > start or end - start > 1 and words.form[start + 1] == "."
    return written and words.lower[inner] == words.lemma[inner].lower()


def heard_beside(scene: Scene, source: Stretch | None, i: int, verb: int) -> bool:
    """«Об этом |Stvor Post| рассказал источник», «Зуев рассказал |СТВ24|, что …»: beside a verb that has its subject elsewhere.

    Before the verb only where the subject is behind it; behind the verb wherever the subject is.
    """
    words = scene.words
    span = undeclined_name(scene, i, scene.sentence(i)[1]) if source is not None else None
    if span is None or source is None or words.lemma[verb] in TO_WHOM_IN_ACCUSATIVE:
        return False
    governed = words.pos[i - 1] in {"ADP", "NOUN", "ADJ"} and words.lemma[i - 1] not in SPANS_OF_TIME
    if governed and not points_at_what_was_told(scene, i - 1):
        return False
    before = span[1] == over_adverbs(words, verb, span[0]) + 1 and source[0] > verb
    first = source[0] - (words.pos[source[0] - 1] == "ADP")  # «сообщили СтворПресс |в| мэрии»
    right_behind = span[0] == verb + 1 or _only_time_between(scene, verb + 1, span[0])
    behind = right_behind and (source[1] <= verb or first == span[1])
    return before or behind


def _only_time_between(scene: Scene, start: int, end: int) -> bool:
    """«заявил |в четверг| Bakannews», «рассказал |накануне| Bakannews»: nothing but when stands between verb and name."""
    words = scene.words
    told = (words.pos[i] in {"ADP", "ADV"} or words.lemma[i] in SPANS_OF_TIME for i in range(start, end))
    return start < end and words.pos[end - 1] != "ADP" and all(told)


def points_at_what_was_told(scene: Scene, noun: int) -> bool:
    """«|Эту информацию| Stvor подтвердил мэр», «|Такое мнение| …»: the verb's object, which has no name behind it."""
    words = scene.words
    return noun > 0 and words.pos[noun] == "NOUN" and words.lemma[noun - 1] in {"такой", "этот", "данный"}
