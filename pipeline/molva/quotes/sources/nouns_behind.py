"""The noun behind the words that describe it: «согласно |поступившему от Зуева| письму», «на |близкие к мэрии| источники»."""

from molva.entities.dictionary import noun_readings
from molva.quotes.kinds import INFORMANTS
from molva.quotes.scene import Scene
from molva.words import Words

# by lemma, the adjective: a participle has its verb for a lemma, unless the tagger takes it for an adjective
STANDING = {
    adjective: adjective
    for adjective in ("близкий", "знакомый", "осведомленный", "приближенный", "посвященный")
} | {"осведомить": "осведомленный", "приблизить": "приближенный", "посвятить": "посвященный"}
REFLEXIVE = ("вшиеся", "вшийся", "вшаяся", "вшееся", "щиеся", "щийся", "щаяся", "щееся", "щуюся", "вшуюся")
PARTICIPLE = 16  # words from a participle to its noun


def noun_behind(scene: Scene, first: int, end: int) -> tuple[int, int] | None:
    """«ссылаясь на |попавшие в его распоряжение| секретные документы», «на близкие к мэрии источники»: where they begin, and the noun.

    What somebody has done with a paper or has asked of people is no part of who they are, but what they are close to is.
    """
    words, head = scene.words, behind_participle(scene, first, end)
    if head - first < 2:
        return None
    begin = head
    while begin - 1 > first and words.pos[begin - 1] == "ADJ" and words.lemma[begin - 1] not in STANDING:
        begin -= 1
    done = words.feat(first, "VerbForm") == "Part" or words.lower[first].endswith(REFLEXIVE)
    return (begin if done and words.lemma[first] not in STANDING else first), head


def stands(words: Words, i: int) -> bool:
    """«|близкие| к мэрии», «|знакомый| с делом»: an adjective that tells informants apart, before what it asks for."""
    known = words.lemma[i] in STANDING or words.lemma[i] == "близкие"
    return known and words.pos[i + 1 : i + 2] == ["ADP"]


def behind_participle(scene: Scene, first: int, end: int) -> int:
    """«согласно |поступившему от Зуева| письму», «в |опубликованном на сайте мэрии в среду, 3 мая,| указе»: the noun.

    A participle's own complements stand between it and its noun: what follows a preposition, and what cannot
    agree with it. The word itself where it is no participle or no noun follows that agrees.
    """
    words = scene.words
    if first >= end or words.feat(first, "Variant"):
        return first
    adjective = words.pos[first] == "ADJ" and words.pos[first + 1 : first + 2] == ["ADP"]
    noun = (words.pos[first], words.dep[first]) == ("NOUN", "amod")
    if words.feat(first, "VerbForm") != "Part" and not (noun or adjective or stands(words, first)):
        return first  # what describes a noun is none, whatever the tagger says
    for i in range(first + 1, min(first + PARTICIPLE, end)):
        if scene.is_finite(i) or words.pos[i] == "SCONJ":
            return first
        before = next((k for k in range(i - 1, first, -1) if words.pos[k] not in {"ADJ", "DET"}), first)
        if words.pos[i] != "NOUN" or words.pos[before] == "ADP" or _is_owner(scene, first, before, i):
            continue
        if _may_agree(scene, first, i) and (not stands(words, first) or _informs(words, i)):
            return i
    return first


def _informs(words: Words, noun: int) -> bool:
    """«знакомого с ходом дела |чиновника|», «близкие к мэрии |источники|»: who may be told so."""
    return words.feat(noun, "Animacy") == "Anim" or words.lemma[noun] in INFORMANTS | {"круг", "лицо"}


def _is_owner(scene: Scene, participle: int, before: int, noun: int) -> bool:
    """«попавшие в распоряжение |редакции| документы»: a genitive behind a noun, and no genitive's participle."""
    words = scene.words
    behind = words.pos[before] in {"NOUN", "PROPN"}
    animate = words.feat(noun, "Animacy") == "Anim"  # whose accusative is like it
    likely = {"Gen", "Acc"} if animate else {"Gen"}
    if not behind or words.feat(noun, "Case") != "Gen" or words.feat(participle, "Case") in likely:
        return False
    shown = words.feat(noun, "Gender"), words.feat(noun, "Number"), "Gen"
    return any(reading.agrees(*shown) for reading in noun_readings(words.lower[noun]))


def _may_agree(scene: Scene, participle: int, noun: int) -> bool:
    """Whether a noun may stand in the participle's case, by the dictionary: the tagger errs so far from it.

    Of «опубликованном» the ending does not tell masculine and neuter apart.
    """
    words = scene.words
    case, number, gender = (words.feat(participle, f) for f in ("Case", "Number", "Gender"))
    genders = ("Masc", "Neut") if gender in {"Masc", "Neut"} else (gender,)
    readings = noun_readings(words.lower[noun])
    return any(r.agrees(one, number, case) for r in readings for one in genders)
