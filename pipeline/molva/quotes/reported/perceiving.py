"""«Заметил, что …» of one who sees something and not of one who says so: «Сосед заметил, что дверь открыта»."""

from molva.lexicon.nouns import roles
from molva.quotes.cues import FINITE, GERUND, Cue
from molva.quotes.ends.edges import limits
from molva.quotes.scene import Scene
from molva.words import Words

NOTICING = frozenset({"заметить", "замечать"})
# whoever lives, works or passes by somewhere: of them the papers tell what they saw, and not what they remarked
PRIVATE = frozenset(
    "мужчина женщина ребенок подросток житель близкий мать отец сосед соседка водитель пассажир полицейский сторож "
    "охранник вахтер продавец кассир рыбак рабочий прохожий очевидец свидетель дачник турист дворник дежурный "
    "диспетчер машинист проводник пенсионер школьник постоялец хозяин хозяйка".split()
)
# «…, и |позвонил| в полицию»: what one does who has seen that something is wrong
REACTING = frozenset(
    "позвонить вызвать остановить кинуться броситься побежать поднять обратиться потушить спасти погнаться "
    "задержать вытащить выбежать развернуться вернуться".split()
)
NEAR = 3  # words from «и» to such a verb


def perceives(scene: Scene, cue: Cue, conjunction: int) -> bool:
    """Whether «заметил, что …» tells what somebody has seen."""
    words = scene.words
    if words.lemma[cue.head] not in NOTICING or words.lower[conjunction] != "что":
        unseen = words.lower[conjunction] == "чтобы" and cue.negated  # «не заметил, чтобы кто-то торопился»
        return unseen and words.lemma[cue.head] in NOTICING
    if cue.form == GERUND:
        return cue.head == limits(scene, cue.head)[0]  # «|Заметив|, что дверь открыта, сосед позвонил»
    return cue.form == FINITE and (_is_private(words, cue) or _reacts(scene, cue, conjunction))


def _is_private(words: Words, cue: Cue) -> bool:
    """«|сосед| заметил», «|рыбаки| заметили»: a private person without a name."""
    subject = next((k for k in words.subjects(cue.head) if words.pos[k] == "NOUN"), None)
    if subject is None or words.ent[subject] or any(words.ent[k] == "PER" for k in words.children[subject]):
        return False
    noun = roles().get(words.lemma[subject])
    return words.lemma[subject] in PRIVATE or noun is not None and not noun.broader.isdisjoint(PRIVATE)


def _reacts(scene: Scene, cue: Cue, conjunction: int) -> bool:
    """«заметил, что горит склад, |и позвонил| в МЧС»: the next deed of the same subject."""
    words, end = scene.words, limits(scene, cue.head)[1]
    ties = (k for k in range(conjunction + 1, end - 1) if words.lower[k] == "и")
    return any(
        words.lemma[k] in REACTING
        and scene.is_finite(k)
        and words.feat(k, "Number") == words.feat(cue.head, "Number")
        for tie in ties
        for k in range(tie + 1, min(tie + 1 + NEAR, end))
    )


def is_motive_or_surprise(scene: Scene, cue: Cue) -> bool:
    """«бросил канат, |предполагая|, что лодка близко», «|не ожидал|, что мост рухнет»: why he did it or what took him by surprise, no opinion that he gives."""
    lemma, past = scene.words.lemma[cue.head], scene.words.feat(cue.head, "Tense") == "Past"
    surprised = cue.negated and cue.form == FINITE and past and lemma in {"ожидать", "ждать", "предполагать"}
    return surprised or cue.form == GERUND and lemma == "предполагать"
