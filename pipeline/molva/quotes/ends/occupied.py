"""Verbs in a reported clause that have what they tell beside them, so that speech behind the colon is not theirs.

«Мэр заявил, что порт |обещал помощь|: «Мы ждём»», «утверждал, что никто |не жаловался|: «…»».
"""

from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import Cue
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.speech_nouns import UTTERANCES

# «|сказал| ему: «…»», «не |ответила|: «…»»: verbs that words stand behind, denied or not
UTTERING = frozenset("сказать говорить ответить отвечать крикнуть кричать спросить спрашивать".split())


def is_occupied(scene: Scene, cue: Cue, colon: int) -> bool:
    """«обещал |помощь|: «Мы ждём»», «|не жаловались|: «…»»: the verb before a colon has told or denied all that it tells.

    «попросили |мэра|: «Уйдите»», «задал |вопрос|: «…»» have not: a person is who is told, and a noun of speech takes words.
    """
    between = [k for k in range(cue.head + 1, colon) if k not in range(*cue.span)]
    if any(_is_told(scene, k) for k in between) or cue.classes == {"rate"} and between:
        return True
    return cue.negated and scene.words.lemma[cue.head] not in UTTERING


def _is_told(scene: Scene, k: int) -> bool:
    """«обещал |помощь|», «говорил |о пожаре|», «требовал |закрыть| порт»: an object that is a thing, a topic, or a deed."""
    words = scene.words
    if words.lower[k] in ABOUT or words.feat(k, "VerbForm") == "Inf":
        return True
    if words.pos[k] != "NOUN" or words.dep[k] != "obj" or words.feat(k, "Animacy") != "Inan":
        return False
    return words.lemma[k] not in UTTERANCES | word_list("nouns", "bodies")
