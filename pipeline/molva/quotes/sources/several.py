"""Several who report as one: «сообщают «Невод», «Створ» и «Бакен»», «сообщили МЧС, полиция и мэр порта»."""

from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import in_address, name_at, name_ends
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import is_of_many
from molva.speakers.lexicon import bodies, groups

LONGEST = 9  # words of one who is listed, with title and name


def behind_others(scene: Scene, comma: int, end: int, case: str = "Nom") -> int | None:
    """«сообщают «Невод»|, «Створ» и «Бакен»|»: the word behind the others of a list, the last of them behind «и».

    In the locative where a list of places speaks: «сообщили в МЧС|, МВД и прокуратуре|».
    """
    words = scene.words
    stop = _one_end(scene, comma + 1, end, case) if words.form[comma] == "," else None
    if stop is None or stop >= end:
        return None
    if words.form[stop] == ",":
        return behind_others(scene, stop, end, case)
    return _one_end(scene, stop + 1, end, case) if words.lower[stop] == "и" else None


def one_of_several(scene: Scene, head: int, verb: int) -> bool:
    """«сообщили |МЧС|, МВД и суд»: one behind a verb for many, which has more subjects to come."""
    words = scene.words
    return 0 <= verb < head and is_of_many(words, verb) and words.feat(head, "Number") != "Plur"


def _one_end(scene: Scene, i: int, end: int, case: str) -> int | None:
    """Where one ends who begins at word ``i``: a name, a number that is a name, a body or a person with what belongs to them."""
    name = name_at(scene, i, end) if i < end else None
    if name is not None and name_ends(scene, name[1]):
        return name[1]
    if i < end and scene.words.form[i].isdigit():
        return _number_end(scene, i, end)
    return _noun_end(scene, i, end, case)


def _number_end(scene: Scene, i: int, end: int) -> int | None:
    """«Baza, |112| и «Бакен»», «Заря» и |63.ru|»: a number that nothing is counted by."""
    words, stop = scene.words, i + 1
    while stop < end and in_address(scene, stop):
        stop += 1
    counts = stop == i + 1 and stop < end and words.lower[stop] not in {",", "и", "."}
    return None if counts else stop


def _noun_end(scene: Scene, i: int, end: int, case: str) -> int | None:
    """«|прокуратура области|», «|его заместитель Анна Лис|», «|канал «Омуль»|»: a noun that can report."""
    words, noun = scene.words, i
    while noun < end and words.pos[noun] in {"ADJ", "DET"} and not words.ent[noun]:
        noun += 1
    if noun >= end or not can_report(scene, noun, case):
        return None
    for stop in range(noun + 1, min(noun + LONGEST, end)):
        if words.form[stop] == "," or words.lower[stop] == "и":
            return stop
        if scene.is_finite(stop) or words.pos[stop] in {"SCONJ", "CCONJ"}:
            return None
    return end if end - noun <= LONGEST else None


def can_report(scene: Scene, i: int, case: str = "Nom") -> bool:
    """A person, a body, a medium or an informant, in the nominative: «мэр», «прокуратура», «издание», «источник»."""
    words, lemma = scene.words, scene.words.lemma[i]
    if words.pos[i] not in {"NOUN", "PROPN"} or words.feat(i, "Case") not in {case, ""}:
        return False
    voices = word_list("bodies", "medium_nouns")
    speaks = lemma in voices or lemma in INFORMANTS or lemma in bodies() or lemma in groups()
    return speaks or words.feat(i, "Animacy") == "Anim" or bool(words.ent[i])
