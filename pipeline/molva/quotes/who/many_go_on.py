"""Several who act in the sentence before, and go on without a subject: «Жители ждут. И надеются, что …», «В мэрии провели опрос. Обещают, что …»."""

from molva.lexicon.nouns import bodies, roles
from molva.quotes.draft import Draft
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source, phrase
from molva.speakers.chains import Chains

OPENING = frozenset("и а но да также тоже однако теперь потом затем еще кроме того при этом".split())
MOST = 3  # words before the verb
# «Говорят, что …» is anybody's, unless several people have just been told of
ANYBODYS = frozenset("говорить считать думать рассказывать полагать поговаривать сказывать".split())
PLACES = frozenset({"в", "во"})


def many_before(scene: Scene, chains: Chains, draft: Draft) -> Source | None:
    """The plural subject of the sentence before, or the body in which they have acted there; the verb opens its sentence."""
    words, verb = scene.words, draft.verb
    if verb is None or words.feat(verb, "Person") in {"1", "2"} or words.subjects(verb):
        return None
    start = scene.sentence(verb)[0]
    opening = words.lower[start:verb]
    if not start or len(opening) > MOST or not OPENING.issuperset(opening):
        return None
    if words.par[start - 1] != words.par[verb]:
        return None
    low, high = scene.sentence(start - 1)
    anybodys = not opening and words.lemma[verb] in ANYBODYS
    several = _several(scene, chains, low, high)
    if several is not None:
        return several if not anybodys or _is_peoples(words.lemma[several.head]) else None
    return None if anybodys else _in_a_body(scene, chains, low, high)


def _is_peoples(noun: str) -> bool:
    """«Врачи», «власти», and no «лисы»."""
    return noun in roles() or noun in bodies()


def _several(scene: Scene, chains: Chains, low: int, high: int) -> Source | None:
    """«|Эксперты| провели опрос»: the plural subject of the sentence's own verb, if they are people."""
    words = scene.words
    root = next((i for i in range(low, high) if words.head[i] == i), None)
    subjects = words.subjects(root) if root is not None and scene.is_finite(root) else []
    if root is None or len(subjects) != 1 or words.feat(root, "Number") != "Plur":
        return None
    noun = subjects[0]
    link = chains.at(noun)
    people = link is not None and link.kind in ("group", "org") or words.feat(noun, "Animacy") == "Anim"
    if words.pos[noun] != "NOUN" or words.feat(noun, "Number") != "Plur" or not people:
        return None
    return phrase(scene, noun, low, high)


def _in_a_body(scene: Scene, chains: Chains, low: int, high: int) -> Source | None:
    """«|В мэрии| провели опрос»: the only body in which several do something."""
    words = scene.words
    found = [
        noun
        for noun in range(low + 1, high)
        if words.pos[noun] in {"NOUN", "PROPN"}
        and words.feat(noun, "Case") in {"Loc", ""}
        and words.lower[noun - 1] in PLACES
        and _is_body(scene, chains, noun)
        and _do(scene, words.head[noun])
    ]
    return phrase(scene, found[0], low, high) if len(found) == 1 else None


def _is_body(scene: Scene, chains: Chains, noun: int) -> bool:
    """A body's noun or name."""
    link = chains.at(noun)
    return scene.words.lemma[noun] in bodies() or link is not None and link.label == "ORG"


def _do(scene: Scene, verb: int) -> bool:
    """Whether a verb in the plural has no subject: they have done something."""
    words = scene.words
    many = words.is_active(verb) and words.feat(verb, "Number") == "Plur"
    return many and not words.subjects(verb)
