"""What a label speaks of, behind who speaks: «Зуев о мосте: …», «Тренер Клим Зуев — про сборы: …»."""

from molva.quotes.conjunctions import ABOUT_IN_TALK
from molva.quotes.kinds import is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source, phrase


def before_topic(scene: Scene, start: int, end: int) -> Source | None:
    """«|Зуев| о мосте», «|Тренер Клим Зуев| — про сборы»: who speaks, before what he speaks of; no verb stands between."""
    words = scene.words
    stop = next((i for i in range(start + 1, end) if words.lower[i] in ABOUT_IN_TALK), None)
    if stop is None or scene.has_predicate(start, stop) or ":" in words.form[start:stop]:
        return None
    while stop - 1 > start and (scene.is_dash(stop - 1) or words.form[stop - 1] == ","):
        stop -= 1
    head = next((i for i in range(start, stop) if words.pos[i] in {"NOUN", "PROPN"}), None)
    if head is None or not may_speak(scene, head):
        return None
    capitals = words.ent[head] == "ORG" and words.form[head].isupper()  # «МЧС» shows no case
    if words.feat(head, "Case") not in {"Nom", ""} and not capitals:
        return None
    who = phrase(scene, head, start, stop)
    described = words.form[who.span[1]] == ","  # «Клим Зуев|, тренер «Маяка»,| — о сборах»
    return Source((start, stop), head) if who.span == (start, stop) or described else None


def may_speak(scene: Scene, head: int) -> bool:
    """A person, a body, or a name of either."""
    words = scene.words
    known = words.ent[head] in {"PER", "ORG"} or words.feat(head, "Animacy") == "Anim"
    known = known or words.lemma[head] in word_list("bodies", "labels")
    return known and not is_thing(words, head)
