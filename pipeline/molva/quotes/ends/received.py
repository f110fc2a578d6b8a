"""How others have taken what was told: «…, в порту это отрицают», «…, но его не послушали», «…, люди в это верили»."""

from molva.quotes.conjunctions import BUT, JOINING, OPPOSING, RELATIVES
from molva.quotes.ends.coordination import has_own_subject
from molva.quotes.ends.other_voices import CONFIRMING_OR_NOT
from molva.quotes.scene import Scene

# «отвергала |эту информацию|»: what has just been told
TOLD = frozenset("информация обвинение утверждение заявление сообщение слово данные версия".split())
DISPUTES = CONFIRMING_OR_NOT | frozenset(
    "отвергать отвергнуть сомневаться усомниться оспорить оспаривать спорить поспорить".split()
)
THIS = frozenset({"это", "этого", "этому", "этим", "этом"})
HEEDING = frozenset("послушать слушать услышать поверить послушаться".split())
OF_IT = frozenset({"этого", "этому", "это", "ему", "ей", "им"})  # what was said, or who said it
BELIEVING = frozenset({"верить", "поверить"})


def another_disputes(scene: Scene, i: int, limit: int) -> bool:
    """«пишут, что сидят без света, |в порту это отрицают|», «…, порт |отверг эти обвинения|»: «это» is all before.

    So does a body end it that has not confirmed something: «…, |при этом в порту не подтвердили дату|».
    """
    words = scene.words
    stop = next((k for k in range(i, limit) if words.form[k] in {":", ";"}), limit)
    verb = next((k for k in range(i, stop) if scene.is_finite(k)), None)
    if verb is None or any(words.lemma[k] in RELATIVES for k in range(i, verb)):
        return False
    if any(words.form[k - 1] == "," and words.lower[k] in BUT for k in range(i + 2, verb)):
        return False  # «закрыты порт, мост, |но в управе это отрицают|»: the comma before the conjunction ends it
    if not _means_it(scene, i, min(verb + 2, stop)):
        return _left_unconfirmed(scene, i, verb)
    return _disputes(scene, verb) and (has_own_subject(scene, verb) or _names_or_places(scene, i, verb))


def _means_it(scene: Scene, start: int, end: int) -> bool:
    """«в порту |это| отрицают», «порт отверг |эти обвинения|»; not «|до этого| порт молчал»."""
    lower, lemma = scene.words.lower, scene.words.lemma
    meant = (k for k in range(start, end) if lower[k] in THIS or lemma[k] == "этот" and lemma[k + 1] in TOLD)
    return any(lower[k - 1] not in {"до", "после", "кроме", "при", "из-за"} for k in meant)


def _disputes(scene: Scene, verb: int) -> bool:
    """«порт |отрицает| это», «порт |не согласен| с этим»."""
    words = scene.words
    disagrees = words.lower[verb - 1] == "не" and words.lemma[verb] in {"согласный", "согласиться"}
    return words.lemma[verb] in DISPUTES or disagrees


def _names_or_places(scene: Scene, start: int, verb: int) -> bool:
    """«|порт| это отверг», «|в порту| это отрицают»: whether who does it, or where, stands before the verb."""
    words = scene.words
    nouns = [k for k in range(start, verb) if words.pos[k] in {"NOUN", "PROPN"} or words.ent[k]]
    placed = not {"в", "во", "на"}.isdisjoint(words.lower[start : start + 2])
    cases = {words.feat(k, "Case") for k in nouns}
    return "Nom" in cases or placed and "Loc" in cases


def _left_unconfirmed(scene: Scene, i: int, verb: int) -> bool:
    """«, |при этом в самом порту пока не подтвердили| дату», «, но |в мэрии не подтвердили| дату»: many in a place, and no subject."""
    words = scene.words
    first = i + 2 if words.lower[i : i + 2] == ["при", "этом"] else i + (scene.lower(i) in OPPOSING)
    denied = words.lemma[verb] == "подтвердить" and words.lower[verb - 1] == "не"
    many = words.feat(verb, "Number") == "Plur" and not words.subjects(verb)
    return denied and many and first > i and words.lower[first] in {"в", "во", "на"}


def unheeded(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«предупреждал, что сваи коротки, |но его не послушали|»: whether those who were told have listened to who told it."""
    words = scene.words
    if scene.lower(i) not in OPPOSING or scene.lower(i + 2) != "не" or i + 3 >= limit:
        return False
    heard = words.lemma[i + 3] in HEEDING and words.feat(i + 3, "Number") == "Plur"
    ended = all(not form[:1].isalnum() for form in words.form[i + 4 : limit])
    return heard and ended and _stands_for_subject(scene, i + 1, verb)


def taken_up(scene: Scene, i: int, verb: int, start: int, limit: int) -> bool:
    """«обещал, что мост откроют, |люди в это верили|», «…, |но этого не произошло|»: what came of the words is the author's to tell."""
    words = scene.words
    first = i + (scene.lower(i) in JOINING | {"хотя"})
    this = next((k for k in range(first, min(first + 4, limit - 1)) if words.lower[k] in OF_IT), None)
    if this is None:
        return False
    denied = words.lower[this + 1] == "не"
    done = this + 1 + denied
    if done >= limit or not scene.is_finite(done) or any(k in scene.cues for k in range(start, i)):
        return False
    if words.lower[this] == "этого":
        to_come = any(words.feat(k, "Tense") == "Fut" for k in range(start, i))
        return first > i and denied and to_come and words.feat(done, "Tense") == "Past"
    others = any(words.pos[k] in {"NOUN", "PROPN"} for k in words.subjects(done) if k >= first)
    meant = words.lower[this] in {"этому", "это"} or _stands_for_subject(scene, this, verb)
    return others and meant and words.lemma[done] in BELIEVING


def _stands_for_subject(scene: Scene, pronoun: int, verb: int) -> bool:
    """«его», «ей», «их»: whether a pronoun agrees with a verb as its subject would."""
    words = scene.words
    number, gender = words.feat(verb, "Number"), words.feat(verb, "Gender")
    alike = {"его": "Masc", "ему": "Masc", "ее": "Fem", "ей": "Fem"}.get(scene.lower(pronoun))
    if alike is None:
        return scene.lower(pronoun) in {"их", "им"} and number == "Plur"
    return number == "Sing" and gender in {"", alike}
