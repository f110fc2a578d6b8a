"""Pieces in marks that are a part of what the verb is about, and not of what it says of that: «назвал ложью доклад о «списке»»."""

from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import Cue
from molva.quotes.draft import Stretch
from molva.quotes.pieces.scare_quotes import is_called
from molva.quotes.scene import Scene
from molva.quotes.verbs import ACCOUNTING, TOLD
from molva.speakers.pronouns import THE_SPEAKERS

# «поздравил |«крылатую пехоту»|»: of these one may have a byname
GREETING = frozenset("поздравить поздравлять поблагодарить благодарить поприветствовать".split())
# «предупредил |владельцев| «синих карт»»: whom one speaks to stands in the accusative
TO_WHOM = TOLD | GREETING | {"упрекнуть"}
# «назвал |причиной| отставки отсутствие «опоры»»: what is named as such is told, and not judged
NAMED_AS = frozenset("причина условие цель задача следствие результат залог повод фактор".split())
# «поблагодарил «|своего| друга»»: whose he is the speaker tells
DEEP = 8  # steps up the tree from the marks to their verb


def in_object(scene: Scene, start: int, close: int, cue: Cue) -> bool:
    """Whether the marks stand in the object of a verb that says something else of it, or in whom it speaks to."""
    words, lemma = scene.words, scene.words.lemma
    if scene.has_predicate(start + 1, close) or any(lemma[k] in THE_SPEAKERS for k in range(start, close)):
        return False
    head = next((k for k in range(start + 1, close) if not start < words.head[k] < close), None)
    way = _way_up(scene, head, cue) if head is not None else []
    if not way or words.dep[way[-1]] != "obj":
        return False
    below = way[-1]
    inside = start < below < close
    if lemma[cue.head] in TO_WHOM:
        return _spoken_to(scene, start, cue, below, inside=inside)
    if any(words.feat(k, "Case") == "Ins" for k in way):
        return False  # «назвал уход трусостью и «изменой»», «объяснил это сменой «вех»»
    if lemma[cue.head] in ACCOUNTING:
        return not is_called(scene, start, close)
    if not cue.has("rate"):
        return False
    if inside and close == start + 2:  # «похвалил |«врага»| за честность»: whom he praises
        return words.feat(below, "Animacy") == "Anim" and words.feat(below, "Case") in {"Acc", "Gen"}
    return not inside and _rated_elsewhere(scene, cue, below, (start, close))


def _spoken_to(scene: Scene, start: int, cue: Cue, below: int, *, inside: bool) -> bool:
    """«предупредил |«друзей моря»|»: to whom a verb speaks; not «предупредил рыбаков |о «большой воде»|», of what he warns."""
    words = scene.words
    if words.lower[start - 1] in ABOUT:
        return False
    if inside:
        return words.lemma[cue.head] in GREETING and cue.head == start - 1
    return words.feat(below, "Animacy") == "Anim"


def _way_up(scene: Scene, head: int, cue: Cue) -> list[int]:
    """A word and all it hangs on below the verb, the verb's own child last; empty where it leads elsewhere."""
    heads, way = scene.words.head, [head]
    while heads[way[-1]] != cue.head and heads[way[-1]] != way[-1] and len(way) < DEEP:
        way.append(heads[way[-1]])
    return way if heads[way[-1]] == cue.head else []


def _rated_elsewhere(scene: Scene, cue: Cue, thing: int, marks: Stretch) -> bool:
    """«назвал |ложью| доклад о «списке»», «назвал «золотой» ремонт |необходимостью|»: the verdict stands outside of the marks."""
    words, (start, close) = scene.words, marks
    hanging = [k for k in (*words.children[cue.head], *words.children[thing]) if k > cue.head]
    verdicts = (k for k in hanging if words.feat(k, "Case") == "Ins")
    bare = (k for k in verdicts if all(words.dep[c] != "case" for c in words.children[k]))
    found = [k for k in bare if words.pos[k] in {"NOUN", "ADJ"} and not start < k < close]
    return bool(found) and not any(words.lemma[k] in NAMED_AS for k in found)
