"""Where somebody stands, told by the narrator before a colon: «Зуев не согласен: мост нужен, говорит он»."""

from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.subjects import agrees
from molva.speakers.pronouns import NOMINATIVE

AGREEING = frozenset({"согласный"})


def behind_stance(scene: Scene, parts: list[Stretch], who: Source | None, verb: int) -> list[Stretch]:
    """The claim without what the narrator tells before its colon, if the source behind it shows that he does."""
    if not parts or who is None or who.span[0] < parts[-1][1]:
        return parts
    start, end = parts[0]
    colon = next((i for i in scene.backwards(end - 1, start) if scene.words.form[i] == ":"), None)
    if colon is None or colon + 1 in scene.opens or not scene.has_predicate(start, colon):
        return parts
    told = _is_told_of(scene, start, colon, who, verb) or _takes_a_stand(scene, start, colon, who)
    return [(colon + 1, end), *parts[1:]] if told else parts


def _is_told_of(scene: Scene, start: int, colon: int, who: Source, verb: int) -> bool:
    """«|Зуев| осторожен: …, считает |он|»: who is named before the colon would not name himself."""
    words = scene.words
    if words.lower[who.head] not in NOMINATIVE or words.lower[who.head] in {"я", "мы", "ты", "вы"}:
        return False
    subjects = (i for i in range(start, colon) if words.is_subject(i) and words.pos[i] in {"NOUN", "PROPN"})
    persons = (i for i in subjects if words.ent[i] == "PER" or words.feat(i, "Animacy") == "Anim")
    return any(
        agrees(scene, i, verb)
        and words.feat(i, "Number") == words.feat(who.head, "Number")
        and words.feat(i, "Gender") in {words.feat(who.head, "Gender"), ""}
        or words.feat(who.head, "Gender") == "Fem"
        and words.ent[i] == "PER"
        for i in persons
    )


def _takes_a_stand(scene: Scene, start: int, colon: int, who: Source) -> bool:
    """«Порт это |отрицает|: …, сообщили в пресс-службе», «Зуев |не согласен|: …, отмечает рыбак»: and no medium behind it."""
    words = scene.words
    speaks = words.lemma[who.head] not in word_list("medium_nouns") and words.ent[who.head] != "ORG"
    if not speaks or not scene.has_subject(start, colon):
        return False
    return any(
        i in scene.cues and scene.cues[i].has("deny") or words.lemma[i] in AGREEING
        for i in range(start, colon)
    )
